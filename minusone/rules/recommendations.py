"""Recommendations are answered by those they were put to, after the visit; who has not answered in time is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minusone.corpus import Alone, Corpus
from minusone.faults import (
    ANSWERED_BY_ANOTHER,
    ENDS_BEFORE_IT_BEGINS,
    RECOMMENDATION_DUE_SOON,
    RECOMMENDATION_OVERDUE,
)
from minusone.kinds.visit import Recommendation, Visit
from minusone.problems import Problem
from minusone.reckoning.recommendations import follow
from minusone.rules.attention import left
from minusone.schema import Id, Path, Ref, UnitClass
from minusone.words import Bilingual


def whoever_answers_was_asked(corpus: Corpus) -> Iterator[Problem]:
    """An answer is that of the units that it names, and each of these is one that the recommendation was put to."""
    units = corpus.tree
    for item, visit in corpus.of(Visit):
        for path, by, said in _answered_by(visit):
            asked = units.all_members(said.to)
            if others := [unit for unit in units.members(by) if unit not in asked]:
                yield item.at(ANSWERED_BY_ANOTHER, path, by=_listed(others), asked=_listed(asked))


def _answered_by(visit: Visit) -> Iterator[tuple[Path, Ref | UnitClass, Recommendation]]:
    for number, said in enumerate(visit.recommendations):
        for place, answer in enumerate(said.answer):
            for position, by in enumerate(answer.by):
                yield ("recommendations", number, "answer", place, "by", position), by, said


def nothing_is_answered_before_it_is_asked(one: Alone) -> Iterator[Problem]:
    """Nor due before the visit begins."""
    if not isinstance(visit := one.item.record, Visit):
        return
    for number, said in enumerate(visit.recommendations):
        if said.due and said.due.last < visit.date.first:
            path: Path = ("recommendations", number, "due")
            yield one.item.at(ENDS_BEFORE_IT_BEGINS, path, until=said.due.form, since=visit.date.form)
        for place, answer in enumerate(said.answer):
            if answer.date < visit.date.first:
                path = ("recommendations", number, "answer", place, "date")
                yield one.item.at(ENDS_BEFORE_IT_BEGINS, path, until=answer.date, since=visit.date.form)


def answers_that_are_over_or_near(corpus: Corpus) -> Iterator[Problem]:
    """A note where it says by when an answer is due, with the units that owe it."""
    followed = ((item, one) for item, visit in corpus.of(Visit) for one in follow(visit, corpus.tree, (), corpus.as_of))
    for item, one in followed:
        field = "due" if one.said.due else "workdays"
        said = {"who": _listed(one.waiting), "due": one.due.last if one.due else "-"}
        if one.overdue_days:
            path = ("recommendations", one.number, field)
            yield item.at(RECOMMENDATION_OVERDUE, path, days=one.overdue_days, **said)
        elif one.is_due_soon(corpus.settings.due_soon_days):
            path = ("recommendations", one.number, field)
            yield item.at(RECOMMENDATION_DUE_SOON, path, left=left(one.due_in_days), **said)


def _listed(units: Iterable[Id]) -> Bilingual:
    named = tuple(units)
    return Bilingual("、".join(named), ", ".join(named))
