"""Recommendations are answered by those they were put to, after the visit; who has not answered in time is named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import (
    ANSWERED_BY_ANOTHER,
    ENDS_BEFORE_IT_BEGINS,
    RECOMMENDATION_DUE_SOON,
    RECOMMENDATION_OVERDUE,
)
from minusone.kinds.visit import Visit
from minusone.problems import Problem
from minusone.reckoning.recommendations import Followed, follow
from minusone.rules.attention import left
from minusone.rules.units import tree
from minusone.schema import Id, Path
from minusone.words import Bilingual


def _recommendations(corpus: Corpus) -> Iterator[tuple[Checked, Followed]]:
    units = tree(corpus)
    for item in corpus.checked:
        if isinstance(item.record, Visit):
            for one in follow(item.record, units, (), corpus.as_of):
                yield item, one


def whoever_answers_was_asked(corpus: Corpus) -> Iterator[Problem]:
    """An answer is that of the units that it names, and each of these is one that the recommendation was put to."""
    units = tree(corpus)
    for item, one in _recommendations(corpus):
        for number, answer in enumerate(one.said.answer):
            for place, by in enumerate(answer.by):
                if others := [unit for unit in units.members(by) if unit not in one.asked]:
                    path = ("recommendations", one.number, "answer", number, "by", place)
                    yield item.at(ANSWERED_BY_ANOTHER, path, by=_listed(others), asked=_listed(one.asked))


def nothing_is_answered_before_it_is_asked(corpus: Corpus) -> Iterator[Problem]:
    """Nor due before the visit begins."""
    for item, one in _recommendations(corpus):
        visit = one.visit.date
        if one.said.due and one.said.due.last < visit.first:
            path: Path = ("recommendations", one.number, "due")
            yield item.at(ENDS_BEFORE_IT_BEGINS, path, until=one.said.due.form, since=visit.form)
        for number, answer in enumerate(one.said.answer):
            if answer.date < visit.first:
                path = ("recommendations", one.number, "answer", number, "date")
                yield item.at(ENDS_BEFORE_IT_BEGINS, path, until=answer.date, since=visit.form)


def answers_that_are_over_or_near(corpus: Corpus) -> Iterator[Problem]:
    """A note where it says by when an answer is due, with the units that owe it."""
    for item, one in _recommendations(corpus):
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
