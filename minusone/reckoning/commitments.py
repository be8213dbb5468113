"""Who made a commitment, whose deeds count for it, and how each of them has kept it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from minusone.kinds.activity import Activity
from minusone.kinds.programme import Commitment, Programme
from minusone.kinds.visit import Visit
from minusone.reckoning.amounts import Deed
from minusone.reckoning.recurrence import GAPS, Turn, turns
from minusone.reckoning.units import Tree
from minusone.schema import Record, Ref, UnitClass

Done = Activity | Visit


@dataclass(frozen=True)
class Promise:
    """A commitment as one of those who made it has kept it; `ref` is `programme#commitment`.

    Without `turns` nothing can be told: neither its beginning nor anything done for it is on record.
    """

    ref: Ref
    commitment: Commitment
    by: Ref
    turns: tuple[Turn, ...]

    @property
    def gaps(self) -> tuple[Turn, ...]:
        """The periods missed or short, in order of time."""
        return tuple(turn for turn in self.turns if turn.outcome in GAPS)


def promises(records: Iterable[Record], tree: Tree, as_of: date) -> tuple[Promise, ...]:
    """Every commitment of every programme, once for each who made it, in the order of publication."""
    records = tuple(records)
    fulfilling: dict[Ref, list[Done]] = defaultdict(list)
    for record in records:
        if isinstance(record, Activity | Visit):
            for ref in dict.fromkeys(record.fulfils):
                fulfilling[ref].append(record)
    programmes = sorted((r for r in records if isinstance(r, Programme)), key=lambda p: (p.rank, p.id))
    return tuple(
        promise
        for programme in programmes
        for commitment in programme.commitments
        for promise in _promises(
            Ref("programme", programme.id, commitment.id), _within(commitment, programme), fulfilling, tree, as_of
        )
    )


def _within(commitment: Commitment, programme: Programme) -> Commitment:
    """What is promised without an end ends with its programme."""
    if commitment.until or programme.period is None:
        return commitment
    return commitment.model_copy(update={"until": programme.period.last})


def _promises(
    ref: Ref, commitment: Commitment, fulfilling: Mapping[Ref, list[Done]], tree: Tree, as_of: date
) -> Iterator[Promise]:
    made_by = members(commitment, tree)
    deeds: dict[Ref, list[Deed]] = defaultdict(list)
    for one in fulfilling.get(ref, ()):
        for doer in made_by if len(made_by) == 1 else doers(one, tree):
            deeds[doer].append(deed(one))
    for member in made_by:
        yield Promise(ref, commitment, member, turns(commitment, deeds[member], as_of))


def members(commitment: Commitment, tree: Tree) -> tuple[Ref, ...]:
    """Each unit, group and team that made it, a class of units as its members; each once, in the order named."""
    return tuple(dict.fromkeys(member for named in commitment.who for member in _members(named, tree)))


def _members(named: Ref | UnitClass, tree: Tree) -> Iterator[Ref]:
    if isinstance(named, Ref):
        yield named
    else:
        yield from (Ref("unit", unit) for unit in tree.members(named))


def doers(done: Done, tree: Tree) -> frozenset[Ref]:
    """Whose deed it is: its units', those above them, its groups' and teams'; a visit is its team's."""
    if isinstance(done, Visit):
        return frozenset([done.team])
    named = tree.all_members(done.units)
    units = {above for unit in named for above in (unit, *tree.above(unit))}
    return frozenset([*done.groups, *(Ref("unit", unit) for unit in units)])


def deed(done: Done) -> Deed:
    """A visit tells no hours, people or officials."""
    if isinstance(done, Visit):
        return Deed(done.ref, done.date, sample=done.sample)
    people = done.people.value if done.people else None
    return Deed(done.ref, done.date, done.hours, people, done.officials, done.sample)
