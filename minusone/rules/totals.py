"""Contradictions of the source: a printed total that its rows don't give is published as printed, and noted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from minusone.corpus import Alone
from minusone.faults import TOTAL_DIFFERS
from minusone.figures import Figure
from minusone.kinds.rectification import Rectification
from minusone.problems import Problem
from minusone.reckoning.targets import Progress, progress
from minusone.words import Bilingual

_PLAN, _RESULT = Bilingual("计划数", "plan"), Bilingual("最新结果", "latest result")


def what_does_not_add_up(one: Alone) -> Iterator[Problem]:
    """Each counted target's plan and latest result against those of its units."""
    if not isinstance(record := one.item.record, Rectification):
        return
    for number, target in enumerate(record.targets):
        for which, total, parts in _sums(progress(target, record.progress)):
            if total.value != parts:
                said = {
                    "what": target.what.zh,
                    "which": which,
                    "total": f"{total.value.normalize():f}",
                    "sum": f"{parts.normalize():f}",
                }
                yield one.item.at(TOTAL_DIFFERS, ("targets", number), **said)


def _sums(reached: Progress) -> Iterator[tuple[Bilingual, Figure, Decimal]]:
    """The totals that units' shares can be held against: whole numbers, all of one day."""
    shares = [share for _, share in reached.units]
    plans = [share.plan for share in shares if share.plan]
    results = [share.latest for share in shares if share.latest]
    if reached.total.plan and _summable([reached.total.plan, *plans], shares):
        yield _PLAN, reached.total.plan, sum((plan.value for plan in plans), Decimal())
    latest = reached.total.latest
    same_day = latest and all(result.date == latest.date for result in results)
    if latest and same_day and _summable([latest.value, *(result.value for result in results)], shares):
        yield _RESULT, latest.value, sum((result.value.value for result in results), Decimal())


def _summable(figures: list[Figure], shares: Sequence[object]) -> bool:
    """One for the total and one for each unit, none of them a percentage or a “more than”."""
    every = bool(shares) and len(figures) == len(shares) + 1
    return every and not any(figure.percent or figure.at_least for figure in figures)
