"""Recommendations of supervision visits as pages show them, each with its answers and what became of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Answer, Recommendation
from minusone.periods import Period
from minusone.pieces.links import Link, Who, to, who
from minusone.pieces.rows import Row, row
from minusone.reckoning.recommendations import Followed, Stage
from minusone.site import Site


@dataclass(frozen=True)
class AnswerView:
    """An answer, how late it came, who gave it where that is said, and the rectification that it became."""

    answer: Answer
    late_days: int
    by: tuple[Who, ...]
    became: Row | None


class Asked(NamedTuple):
    """A recommendation: where it stands on its visit's page, to whom it was put, who has not answered, what came of it.

    `due_soon_in` are the days until an answer is due, where these are few; 0 on the last day.
    """

    id: str
    recommendation: Recommendation
    visit: Link
    to: tuple[Who, ...]
    stage: Stage
    due: Period | None
    waiting: tuple[Link, ...]
    answers: tuple[AnswerView, ...]
    overdue_days: int
    due_soon_in: int | None
    sample: bool


@dataclass(frozen=True)
class Tally:
    """N made − M done = K not done, told apart by `stages`, the worst first."""

    made: int
    stages: tuple[tuple[Stage, int], ...]

    @property
    def done(self) -> int:
        return dict(self.stages).get(Stage.DONE, 0)

    @property
    def left(self) -> int:
        return self.made - self.done


def asked(site: Site, followed: Iterable[Followed]) -> tuple[Asked, ...]:
    """In the order given; `Site` has them the worst first."""
    return tuple(_asked(site, one) for one in followed)


def tally(followed: Iterable[Followed]) -> Tally:
    each = Counter(one.stage for one in followed)
    return Tally(each.total(), tuple((stage, each[stage]) for stage in Stage if each[stage]))


def _asked(site: Site, one: Followed) -> Asked:
    id = f"recommendation:{one.number + 1}"
    page, said = to(one.visit), one.said
    return Asked(
        id,
        said,
        Link(f"{page.address}#{id}", page.title),
        who(site, said.to),
        one.stage,
        one.due,
        tuple(to(site.tree.units[unit]) for unit in one.waiting),
        tuple(_answer(site, answer, one.due) for answer in said.answer),
        one.overdue_days,
        one.due_in_days if one.is_due_soon(site.settings.due_soon_days) else None,
        one.visit.sample,
    )


def _answer(site: Site, answer: Answer, due: Period | None) -> AnswerView:
    late = max(0, (answer.date - due.last).days) if due else 0
    became = site.records[answer.rectification] if answer.rectification else None
    shown = row(site, became) if isinstance(became, Rectification) else None
    return AnswerView(answer, late, who(site, answer.by), shown)
