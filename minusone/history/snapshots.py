"""The site as it stood on an earlier day: only what had happened by then.

A date that is declared `past` says when something happened, and takes with it whatever it dates. So no field is named
here, and what a new kind of record dates is left out in its turn.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date
from functools import cache
from types import EllipsisType
from typing import TypeVar

from pydantic.fields import FieldInfo

from minusone.kinds.rectification import Rectification
from minusone.periods import Period
from minusone.reckoning.lifecycle import Standing, at, follow
from minusone.schema import Part, Record, Ref, about, classes
from minusone.site import Site

P = TypeVar("P", bound=Part)

_GONE: EllipsisType = ...


def known(part: P, day: date, gone: Container[Ref] = ()) -> P | None:
    """What of a part had happened by a day, naming none of the records that are gone; None if it had not itself.

    What happened later goes with the part that it dates, unless that part can do without it; so does a list that must
    hold something and is left empty. A period counts by its first day.
    """
    changed: dict[str, object] = {}
    for name, info in _telling(type(part)).items():
        value = getattr(part, name)
        if value is None or value == ():
            continue
        kept = _GONE if about(info).past and _is_later(value, day) else _kept(value, day, gone)
        lost = kept is _GONE or kept == ()
        if lost and info.is_required():
            return None
        if kept is not value:
            changed[name] = info.get_default() if lost else kept
    return part.model_copy(update=changed) if changed else part


@cache
def _telling(kind: type[Part]) -> dict[str, FieldInfo]:
    """The fields that say when something happened, or name a record, or hold such fields; those that it needs first."""
    some = {name: info for name, info in kind.model_fields.items() if about(info).past or _tells(info)}
    return dict(sorted(some.items(), key=lambda field: not field[1].is_required()))


def _tells(info: FieldInfo) -> bool:
    held = set(classes(info.annotation))
    return Ref in held or any(_telling(part) for part in held if issubclass(part, Part))


def _is_later(value: object, day: date) -> bool:
    first = value.first if isinstance(value, Period) else value
    return isinstance(first, date) and first > day


def _kept(value: object, day: date, gone: Container[Ref]) -> object:
    """The value itself where nothing of it goes, so that a record of which all is known stays the same."""
    match value:
        case Part():
            part = known(value, day, gone)
            return _GONE if part is None else part
        case Ref(kind, id):
            return _GONE if Ref(kind, id) in gone else value
        case tuple():
            some = tuple(one for item in value if (one := _kept(item, day, gone)) is not _GONE)
            same = len(some) == len(value) and all(one is item for one, item in zip(some, value, strict=True))
            return value if same else some
    return value


def snapshot(site: Site, day: date) -> Site:
    """The site on an earlier day: its records, their standings and its today.

    What has been withheld since stays so. Units, programmes and whatever else has no day were always there.
    """
    return site if day >= site.as_of else _of(site, day, _known(site, day, frozenset()))


def without(site: Site, gone: frozenset[Ref]) -> Site:
    """The site without some of its records, and without what names them."""
    return _of(site, site.as_of, _known(site, site.as_of, gone)) if gone else site


def _known(site: Site, day: date, gone: frozenset[Ref]) -> dict[Ref, Record]:
    """What is left when none names another that is not there. Most records stay as they are, and are not walked."""
    kept: dict[Ref, Record] = {}
    for ref, record in site.records.items():
        last, named = site.told[ref]
        one = record if last <= day and not named & gone else known(record, day, gone)
        if ref not in gone and one is not None:
            kept[ref] = one
    missing = gone | (site.records.keys() - kept.keys())
    return kept if missing == gone else _known(site, day, missing)


def _of(site: Site, day: date, records: dict[Ref, Record]) -> Site:
    ledger = (record for record in records.values() if isinstance(record, Rectification))
    return replace(
        site,
        as_of=day,
        records=records,
        standings={record.id: _standing(site, record, day) for record in ledger},
        backlinks={
            ref: tuple(one for one in named if one in records)
            for ref, named in site.backlinks.items()
            if ref in records
        },
    )


def _standing(site: Site, record: Rectification, day: date) -> Standing:
    whole = site.records[record.ref] is record
    return at(site.standings[record.id], record, day) if whole else follow(record, day)[0]
