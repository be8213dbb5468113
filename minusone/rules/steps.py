"""Rectifications live by the step table, and nobody checks or excuses their own work."""

from __future__ import annotations

from collections.abc import Iterator

from minusone.corpus import Alone, Corpus
from minusone.faults import (
    DEADLINE_NEEDED,
    ENDS_BEFORE_IT_BEGINS,
    FOUND_NEEDED,
    NO_SUCH_TARGET,
    REVIEW_NEEDED,
    SELF_APPROVED,
    SELF_VERIFIED,
)
from minusone.kinds.group import Group
from minusone.kinds.rectification import Nature, Rectification, StepKind, Track
from minusone.problems import Problem
from minusone.reckoning.units import Tree
from minusone.schema import Id, Ref


def steps_follow_the_table(one: Alone) -> Iterator[Problem]:
    for wrong in one.life.wrong if one.life else ():
        yield one.item.at(wrong.fault, wrong.path, **wrong.particulars)


def nobody_verifies_their_own(corpus: Corpus) -> Iterator[Problem]:
    """The verifier is none of the responsible and lead units, whatever it calls itself, nor above or below one."""
    units = corpus.tree
    for item, record in corpus.of(Rectification):
        for number, step in enumerate(record.progress):
            if step.step is not StepKind.VERIFIED or step.by is None:
                continue
            answerable = units.all_members((*record.unit, *record.lead))
            if any(_is_kin(unit, answerable, units) for unit in _stands_for(step.by, corpus, units)):
                yield item.at(SELF_VERIFIED, ("progress", number, "by"), by=step.by.id)


def _stands_for(actor: Ref, corpus: Corpus, units: Tree) -> tuple[Id, ...]:
    """The units that somebody is or speaks for: a service group speaks for those that it is linked to."""
    item = corpus.by_ref.get(actor)
    linked = item.record.unit if item and isinstance(item.record, Group) else (actor,)
    return units.all_members(linked)


def _is_kin(actor: Id, answerable: tuple[Id, ...], units: Tree) -> bool:
    """Whether a unit is one of these, or above or below one. What is below no other has all below it, and may check."""
    own = {actor, *_above(units, actor)}
    return any(unit in own or actor in _above(units, unit) for unit in answerable)


def _above(units: Tree, unit: Id) -> set[Id]:
    return {above for above in units.above(unit) if (found := units.units.get(above)) and found.parent}


def nobody_moves_their_own_deadline(corpus: Corpus) -> Iterator[Problem]:
    """Whoever allows a new deadline or plan is not the responsible unit, nor below it."""
    units = corpus.tree
    for item, record in corpus.of(Rectification):
        for number, step in enumerate(record.progress):
            if (by := step.approved_by) is None:
                continue
            responsible = set(units.all_members(record.unit))
            if any({unit, *_above(units, unit)} & responsible for unit in _stands_for(by, corpus, units)):
                yield item.at(SELF_APPROVED, ("progress", number, "approved_by"), by=by.id)


def nothing_ends_before_it_begins(one: Alone) -> Iterator[Problem]:
    """A notice runs, and what was put off is looked at again, from the day of the step; nothing is due before found."""
    if not isinstance(record := one.item.record, Rectification):
        return
    found, due = record.found and record.found.date, record.deadline
    if found and due and due.last < found.first:
        yield one.item.at(ENDS_BEFORE_IT_BEGINS, ("deadline",), until=due.form, since=found.form)
    for number, step in enumerate(record.progress):
        for name, day in (("until", step.until), ("review", step.review)):
            if day and day < step.date:
                yield one.item.at(ENDS_BEFORE_IT_BEGINS, ("progress", number, name), until=day, since=step.date)


def what_a_track_asks_for(one: Alone) -> Iterator[Problem]:
    """A deadline, a review, a finding, and targets that exist, where the rest of the record asks for them."""
    if not isinstance(record := one.item.record, Rectification):
        return
    if Track.DEADLINE in record.track and record.deadline is None and record.workdays is None:
        yield one.item.at(DEADLINE_NEEDED, ("track",))
    if Track.LONG_TERM in record.track and record.review is None:
        yield one.item.at(REVIEW_NEEDED, ("track",))
    if record.nature is Nature.PROBLEM and record.found is None:
        yield one.item.at(FOUND_NEEDED, ())
    known = [target.id for target in record.targets]
    for number, step in enumerate(record.progress):
        if step.target and step.target not in known:
            path = ("progress", number, "target")
            yield one.item.at(NO_SUCH_TARGET, path, id=step.target, known=", ".join(known) or "-")
