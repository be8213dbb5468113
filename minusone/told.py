"""What a record tells of: the days on which something happened, and the records that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from pydantic.fields import FieldInfo

from minusone.kinds import KINDS
from minusone.periods import Period
from minusone.schema import Part, Ref, about, classes


class Told(NamedTuple):
    """The days on which something happened that a record tells of, in order of time, and the records that it names."""

    days: tuple[date, ...]
    named: frozenset[Ref]

    @property
    def last(self) -> date:
        """The last of the days; `date.min` where nothing has a day."""
        return self.days[-1] if self.days else date.min


def told(part: Part) -> Told:
    """Of a part, however deep. A period counts by its first day."""
    days: set[date] = set()
    named: set[Ref] = set()
    _tell(part, days, named)
    return Told(tuple(sorted(days)), frozenset(named))


def _tell(part: Part, days: set[date], named: set[Ref]) -> None:
    for name, field in telling(type(part)).items():
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                _tell(one, days, named)
            elif isinstance(one, Ref):
                named.add(Ref(one.kind, one.id) if one.part else one)
            elif field.past and (day := happened(one)):
                days.add(day)


def happened(value: object) -> date | None:
    """The day on which something began that a value dates."""
    day = value.first if isinstance(value, Period) else value
    return day if isinstance(day, date) else None


class Telling(NamedTuple):
    """A field that says when something happened (`past`), or holds what does, or names a record."""

    past: bool
    needed: bool
    default: object


@cache
def telling(kind: type[Part]) -> Mapping[str, Telling]:
    """The fields of a part that tell, by name; those that it can't do without first."""
    some = {name: info for name, info in kind.model_fields.items() if about(info).past or _tells(info)}
    first = sorted(some.items(), key=lambda field: not field[1].is_required())
    return {name: Telling(about(info).past, info.is_required(), info.get_default()) for name, info in first}


def _tells(info: FieldInfo) -> bool:
    held = set(classes(info.annotation))
    return Ref in held or any(telling(part) for part in held if issubclass(part, Part))


_RECORD_LINK = re.compile(rf"({'|'.join(KINDS)}):([a-z0-9-]+)(?:#.*)?")


def linked(hrefs: Iterable[str]) -> Iterator[Ref]:
    """The records that the links of a text lead to."""
    return (Ref(found[1], found[2]) for href in hrefs if (found := _RECORD_LINK.fullmatch(href)))
