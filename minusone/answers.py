"""What the records answer to a query: which of them it is about, and what a field of theirs adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from minusone.figures import Figure
from minusone.kinds.activity import Activity
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification, State
from minusone.periods import Period
from minusone.queries import OUTCOMES, Among, Function, Query, Value
from minusone.reckoning.lifecycle import Standing
from minusone.reckoning.units import Tree
from minusone.schema import Id, Record, Ref, Term, UnitClass


class Public(Protocol):
    """What can be asked: public records, where the rectifications stand, and the tree of units. A Site is one."""

    @property
    def records(self) -> Mapping[Ref, Record]: ...
    @property
    def standings(self) -> Mapping[Id, Standing]: ...
    @property
    def tree(self) -> Tree: ...


def chosen(public: Public, query: Query) -> tuple[Record, ...]:
    """The records that every filter lets through, in the order of ids. Of a share, those of which its outcome holds."""
    return _through(public, query, dict(query.filters))


def whole(public: Public, query: Query) -> tuple[Record, ...]:
    """The records that an answer rests on: those chosen; of a share what it is a share of, whatever their outcome."""
    if query.function is not Function.SHARE:
        return chosen(public, query)
    return _through(public, query, {name: value for name, value in query.filters if name not in OUTCOMES})


def _through(public: Public, query: Query, filters: Mapping[str, Value]) -> tuple[Record, ...]:
    asked = {name: _Asked.of(public, value) for name, value in filters.items()}
    return tuple(
        record
        for _, record in sorted(public.records.items())
        if record.kind == query.kind and all(_passes(public, record, name, one) for name, one in asked.items())
    )


@dataclass(frozen=True)
class _Asked:
    """A filter's value; of a unit or a programme with all that is below it."""

    value: Value
    within: frozenset[Ref]

    @classmethod
    def of(cls, public: Public, value: Value) -> _Asked:
        if not isinstance(value, Ref) or value.part:
            return cls(value, frozenset())
        if value.kind == "unit":
            return cls(value, frozenset(Ref("unit", id_) for id_ in public.tree.within(value.id)))
        return cls(value, programmes_within(value, public.records.values()))


def programmes_within(programme: Ref, records: Iterable[Record]) -> frozenset[Ref]:
    """A programme and its parts, and their parts; of anything else itself alone."""
    programmes = [record for record in records if isinstance(record, Programme)]
    within = {programme}
    while more := {one.ref for one in programmes if one.parent in within} - within:
        within |= more
    return frozenset(within)


def _passes(public: Public, record: Record, name: str, asked: _Asked) -> bool:
    value = asked.value
    if isinstance(value, Period):
        day = began(public, record)
        return value.first <= day if name == "from" else day <= value.last
    if isinstance(value, Ref):
        return _is_named(public, asked, _references(record, name))
    if isinstance(record, Rectification) and name in OUTCOMES:
        return _stands(public.standings[record.id], value)
    return value in _many(getattr(record, name))


def began(public: Public, record: Record) -> date:
    """The day that `from` and `to` look at: of a rectification when it was opened, of another its first."""
    if isinstance(record, Rectification):
        return public.standings[record.id].opened
    period = getattr(record, "date", None) or getattr(record, "period", None)
    return period.first if isinstance(period, Period) else date.min


def _stands(standing: Standing, value: Value) -> bool:
    if value is Among.UNRESOLVED:
        return standing.unresolved
    where = standing.state if isinstance(value, State) else standing.group
    return isinstance(value, Term) and str(where.value) == str(value.value)


def _references(record: Record, name: str) -> tuple[object, ...]:
    """What a record names in a field; who leads a rectification answers for it as the responsible unit does."""
    lead = record.lead if isinstance(record, Rectification) and name == "unit" else ()
    return (*_many(getattr(record, name)), *lead)


def _many(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _is_named(public: Public, asked: _Asked, named: Iterable[object]) -> bool:
    """By name, by class, or as a part of the one asked for; a commitment alone, or as one of its programme's."""
    for one in named:
        if isinstance(one, UnitClass) and asked.within & {Ref("unit", id_) for id_ in public.tree.members(one)}:
            return True
        if isinstance(one, Ref) and (one == asked.value or Ref(one.kind, one.id) in asked.within):
            return True
    return False


# --- adding up -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Total:
    """What a field of some records adds up to: exact, “more than” if any part is; None where nothing is known.

    `unknown` are the records that don't say it: a total is never silently partial.
    """

    value: Figure | None
    known: tuple[tuple[Record, Figure], ...]
    unknown: tuple[Record, ...]


def total(records: Iterable[Record], field: str) -> Total:
    each = [(record, quantity(record, field)) for record in records]
    known = tuple((record, figure) for record, figure in each if figure is not None)
    unknown = tuple(record for record, figure in each if figure is None)
    figures = [figure for _, figure in known]
    value = Figure(sum((one.value for one in figures), Decimal()), at_least=any(one.at_least for one in figures))
    return Total(value if known or not unknown else None, known, unknown)


def quantity(record: Record, field: str) -> Figure | None:
    """What a record says of a field; a diary's hours are those of its entries. A percentage is no quantity."""
    value = getattr(record, field)
    if isinstance(record, Activity) and field == "hours" and value is None and record.diary:
        value = sum((entry.hours for entry in record.diary.entries), Decimal())
    if isinstance(value, Figure):
        return None if value.percent else Figure(value.value, at_least=value.at_least)
    return None if value is None else Figure(Decimal(value))
