"""Recommendations of supervision visits, with what became of them; those without an answer first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from minusone.kinds.visit import Recommendation, Visit
from minusone.pages.links import Link, Who, link, who
from minusone.site import Site


@dataclass(frozen=True)
class Asked:
    """A recommendation: which visit made it, to whom, what it led to, and how many days an answer is overdue."""

    recommendation: Recommendation
    visit: Link
    to: tuple[Who, ...]
    became: Link | None
    overdue_days: int
    sample: bool


def asked(
    site: Site, which: Callable[[Recommendation], bool], visits: Iterable[Visit] | None = None
) -> tuple[Asked, ...]:
    found = [
        _asked(site, visit, recommendation)
        for visit in (site.all(Visit) if visits is None else visits)
        for recommendation in visit.recommendations
        if which(recommendation)
    ]
    return tuple(sorted(found, key=_urgency))


def _asked(site: Site, visit: Visit, said: Recommendation) -> Asked:
    late = (site.as_of - said.due.last).days if said.due and not said.answer else 0
    became = said.answer.rectification if said.answer else None
    return Asked(
        said,
        link(site, visit.ref),
        who(site, said.to),
        link(site, became) if became else None,
        max(0, late),
        visit.sample,
    )


def _urgency(one: Asked) -> tuple[bool, int, date]:
    due = one.recommendation.due
    return one.recommendation.answer is not None, -one.overdue_days, due.last if due else date.max
