"""The Site: every public record with what follows from it. A value; pages ask it, nothing changes it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cached_property, wraps
from math import inf
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from minusone.corpus import Texts
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.visit import Visit
from minusone.pictures import Sized
from minusone.reckoning.commitments import Promise, promises
from minusone.reckoning.followups import FollowUp, follow_ups
from minusone.reckoning.lifecycle import Group, Standing
from minusone.reckoning.recommendations import Followed, follow
from minusone.reckoning.units import Tree
from minusone.schema import Id, Record, Ref
from minusone.settings import Settings
from minusone.told import Told, linked, told
from minusone.words import LANGS

# Histories know digests, which a preview has no need of.
if TYPE_CHECKING:
    from minusone.publication.versions import Histories

P = ParamSpec("P")
R = TypeVar("R", bound=Record)
T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Site:
    """`standings` are those of the rectifications.

    `sources` are the files that the records stand in, `pictures` those that public records show, both as editors see
    their paths. `notes` count what `check` notes, by code. `histories` are all versions that were ever published, this
    publication's among them; a preview has none. `worked_out` holds what several pages ask of this site, so
    that it is worked out `once`; it is no part of the value, and another process works it out for itself.
    """

    settings: Settings
    as_of: date
    records: Mapping[Ref, Record]
    standings: Mapping[Id, Standing]
    texts: Texts
    tree: Tree
    sources: Mapping[Ref, str]
    pictures: Mapping[str, Sized]
    notes: Mapping[str, int] = field(default_factory=dict)
    histories: Histories = field(default_factory=dict)
    worked_out: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __getstate__(self) -> dict[str, Any]:
        return {one.name: getattr(self, one.name) for one in fields(self) if one.init} | {"worked_out": {}}

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, in the order of ids."""
        return self._of_kind.get(kind, ())

    @cached_property
    def _of_kind(self) -> Mapping[type[Record], tuple[Any, ...]]:
        return grouped((type(record), record) for record in self.records.values())

    def ledger(self) -> tuple[Rectification, ...]:
        """All rectifications: overdue before due soon before open before ended.

        The longest overdue, then the soonest due, then the oldest come first.
        """
        return self._ledger

    @cached_property
    def _ledger(self) -> tuple[Rectification, ...]:
        return self.in_ledger_order(self.all(Rectification))

    @cached_property
    def place(self) -> Mapping[Id, int]:
        """Where each rectification stands in the ledger, counted from 0."""
        return {record.id: place for place, record in enumerate(self.ledger())}

    def rectifications(self, ids: Iterable[Id]) -> Iterator[Rectification]:
        """Those with some ids, in the order given."""
        each = (self.records[Ref(Rectification.kind, id)] for id in ids)
        return (record for record in each if isinstance(record, Rectification))

    def in_ledger_order(self, records: tuple[Rectification, ...]) -> tuple[Rectification, ...]:
        return tuple(sorted(records, key=self._urgency))

    def _urgency(self, record: Rectification) -> tuple[int, int, float, date, str]:
        standing, soon = self.standings[record.id], self.due_soon_in(record)
        left = inf if soon is None else soon
        return standing.group.rank, -standing.overdue_days, left, standing.opened, record.id

    def due_soon_in(self, record: Rectification) -> int | None:
        """The days until its deadline, where these are few; 0 on its last day."""
        standing = self.standings[record.id]
        return standing.due_in_days if standing.is_due_soon(self.settings.due_soon_days) else None

    def silent_for(self, record: Rectification) -> int:
        """The days without news, where these are too many; otherwise 0."""
        standing = self.standings[record.id]
        return standing.silent_days if standing.is_silent(self.settings.silence_days) else 0

    def follow_ups(self, record: Rectification) -> tuple[FollowUp, ...]:
        """The follow-up visits due after its latest closing."""
        return follow_ups(record, self.standings[record.id], self.settings.follow_up_days, self.as_of)

    def group(self, record: Rectification) -> Group:
        return self.standings[record.id].group

    def under(self, programme: Ref) -> tuple[Rectification, ...]:
        """What belongs to a programme, or to one that is part of it, in ledger order."""
        return self._under.get(programme, ())

    @cached_property
    def _under(self) -> Mapping[Ref, tuple[Rectification, ...]]:
        return grouped((programme, record) for record in self.ledger() for programme in self.programmes_of(record))

    def programmes_of(self, record: Rectification) -> Iterable[Ref]:
        """The programmes to which it belongs, and those that these are part of, each once."""
        return dict.fromkeys(one for named in record.programme for one in self.programmes_around(named))

    def programmes_around(self, programme: Ref) -> tuple[Ref, ...]:
        """A programme and those that it is part of."""
        return self._around.get(programme, (programme,))

    @cached_property
    def _around(self) -> Mapping[Ref, tuple[Ref, ...]]:
        return grouped((part, one.ref) for one in self.all(Programme) for part in self.programmes_within(one.ref))

    def programmes_within(self, programme: Ref) -> frozenset[Ref]:
        """A programme and its parts, and their parts."""
        return self._within.get(programme, frozenset({programme}))

    @cached_property
    def _within(self) -> Mapping[Ref, frozenset[Ref]]:
        parts = grouped((one.parent, one.ref) for one in self.all(Programme) if one.parent)
        return {one.ref: _closure(one.ref, parts) for one in self.all(Programme)}

    def found_by(self, finder: Ref) -> tuple[Rectification, ...]:
        """The rectifications that an activity or a visit found, in ledger order."""
        return self._found_by.get(finder, ())

    @cached_property
    def _found_by(self) -> Mapping[Ref, tuple[Rectification, ...]]:
        return grouped((record.found.by, record) for record in self.ledger() if record.found and record.found.by)

    @cached_property
    def recommendations(self) -> tuple[Followed, ...]:
        """Every recommendation of every visit: without an answer before unresolved before done."""
        each = (one for visit in self.all(Visit) for one in self.followed(visit.ref))
        return tuple(sorted(each, key=lambda one: one.urgency))

    def followed(self, visit: Ref) -> tuple[Followed, ...]:
        """The recommendations of a visit, in the order of their numbers."""
        record = self.records.get(visit)
        if not isinstance(record, Visit):
            return ()
        named = (answer.rectification for said in record.recommendations for answer in said.answer)
        unresolved = {one.id for one in named if one and self.stays_unresolved(one.id)}
        return follow(record, self.tree, unresolved, self.as_of)

    def stays_unresolved(self, rectification: Id) -> bool:
        """Whether it is not resolved; one that was merged, whether that is so of the one it went into."""
        standing = self.standings[rectification]
        return self.stays_unresolved(standing.into.id) if standing.into else standing.unresolved

    def asked_on(self, visit: Ref) -> tuple[Followed, ...]:
        """The recommendations of a visit, the worst first."""
        return tuple(sorted(self.followed(visit), key=lambda one: one.urgency))

    def asked_of(self, unit: Id) -> tuple[Followed, ...]:
        """The recommendations put to a unit, or to one below it, as they stand with these alone; the worst first."""
        within = self.tree.within(unit)
        theirs = (one.among(within) for one in self._asked_of.get(unit, ()))
        return tuple(sorted(theirs, key=lambda one: one.urgency))

    @cached_property
    def _asked_of(self) -> Mapping[Id, tuple[Followed, ...]]:
        return grouped((unit, one) for one in self.recommendations for unit in self.tree.with_those_above(one.asked))

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Every commitment, once for each who made it, with every period that has begun."""
        return promises(self.records.values(), self.tree, self.as_of)

    def promised_by(self, unit: Id) -> tuple[Promise, ...]:
        """The commitments of a unit, or of one below it, made by name or by class."""
        return self._promised_by.get(unit, ())

    @cached_property
    def _promised_by(self) -> Mapping[Id, tuple[Promise, ...]]:
        made = (one for one in self.promises if one.by.kind == "unit")
        return grouped((unit, one) for one in made for unit in self.tree.with_those_above((one.by.id,)))

    def promised_as(self, member: Ref) -> tuple[Promise, ...]:
        """The commitments that one unit, group or team made itself."""
        return self._promised_as.get(member, ())

    @cached_property
    def _promised_as(self) -> Mapping[Ref, tuple[Promise, ...]]:
        return grouped((one.by, one) for one in self.promises)

    def promised_under(self, programme: Ref) -> tuple[Promise, ...]:
        """The commitments of a programme, or of one that is part of it."""
        return self._promised_under.get(programme, ())

    @cached_property
    def _promised_under(self) -> Mapping[Ref, tuple[Promise, ...]]:
        made = ((Ref(one.ref.kind, one.ref.id), one) for one in self.promises)
        return grouped((programme, one) for of, one in made for programme in self.programmes_around(of))

    def answered_for_by(self, *units: Id) -> tuple[Rectification, ...]:
        """What units, or those below them, are responsible for or lead, by name or by class; in ledger order."""
        if len(units) == 1:
            return self._answered_for.get(units[0], ())
        each = {record.id: record for unit in units for record in self._answered_for.get(unit, ())}
        return tuple(sorted(each.values(), key=lambda record: self.place[record.id]))

    @cached_property
    def _answered_for(self) -> Mapping[Id, tuple[Rectification, ...]]:
        """The rectifications of every unit and of those below it, in ledger order."""
        return grouped((unit, record) for record in self.ledger() for unit in self.answering(record))

    def answering(self, record: Rectification) -> Iterable[Id]:
        """The units that are responsible for a rectification or lead it, and those above them, each once."""
        return self.tree.with_those_above(self.tree.all_members((*record.unit, *record.lead)))

    @cached_property
    def told(self) -> Mapping[Ref, Told]:
        """Of each record the days on which something happened that it tells of, and the records that it names."""
        return {ref: told(record) for ref, record in self.records.items()}

    @cached_property
    def backlinks(self) -> Mapping[Ref, tuple[Ref, ...]]:
        """Who names a record, in fields or in a text, sorted; each once, nobody themself."""
        return grouped((named, ref) for ref in sorted(self.records) for named in self._names(ref) - {ref})

    def _names(self, ref: Ref) -> frozenset[Ref]:
        """The records that a record names, in fields or in its text."""
        texts = (self.texts.get((ref, lang)) for lang in LANGS)
        return self.told[ref].named.union(*(linked(html.links) for html in texts if html))


def grouped(each: Iterable[tuple[K, T]]) -> dict[K, tuple[T, ...]]:
    """What goes with each key, in the order given."""
    found: dict[K, list[T]] = {}
    for key, one in each:
        found.setdefault(key, []).append(one)
    return {key: tuple(some) for key, some in found.items()}


def once(function: Callable[Concatenate[Site, P], T]) -> Callable[Concatenate[Site, P], T]:
    """A function of a site, and of what can be looked up, whose answers are worked out once and kept with the site."""

    @wraps(function)
    def worked_out(site: Site, /, *about: P.args, **others: P.kwargs) -> T:
        key = (function, about, *others.items())
        if key not in site.worked_out:
            site.worked_out[key] = function(site, *about, **others)
        found: T = site.worked_out[key]
        return found

    return worked_out


def once_each(function: Callable[[Site, R], T]) -> Callable[[Site, R], T]:
    """A function of a site and one of its records, whose answers are worked out once and kept with the site."""

    @wraps(function)
    def worked_out(site: Site, record: R) -> T:
        key = (function, record.kind, record.id)
        if key not in site.worked_out:
            site.worked_out[key] = function(site, record)
        found: T = site.worked_out[key]
        return found

    return worked_out


def _closure(programme: Ref, parts: Mapping[Ref, tuple[Ref, ...]]) -> frozenset[Ref]:
    """A programme and its parts, and their parts; a circle is followed once round."""
    found, left = {programme}, [programme]
    while left:
        below = [one for one in parts.get(left.pop(), ()) if one not in found]
        found.update(below)
        left += below
    return frozenset(found)
