"""A record as plain JSON: what the public may read of it, and nothing that follows from it.

A field that says what it says by default is left out, so that a field which this program learns later changes nothing
of what was written before.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import singledispatch
from typing import TypeAlias

from minusone.figures import Figure, printed
from minusone.figures import digits as in_digits
from minusone.periods import Period
from minusone.schema import Part, Record, Ref, Term, UnitClass
from minusone.words import Bilingual, Words

Plain: TypeAlias = "bool | int | str | list[Plain] | dict[str, Plain]"


def plain(record: Record) -> dict[str, Plain]:
    """A public record, with its kind: every figure, day and reference as its own file has it."""
    return {"kind": record.kind, **_fields(record)}


def _fields(part: Part) -> dict[str, Plain]:
    said = ((name, getattr(part, name), info.get_default()) for name, info in type(part).model_fields.items())
    return {name: _value(value) for name, value, default in said if value is not None and value != default}


@singledispatch
def _value(value: object) -> Plain:
    """Raises TypeError for what no field of a record holds."""
    raise TypeError(f"no field of a record holds {type(value).__name__}")


_value.register(Part, lambda part: _fields(part))
_value.register(Words, lambda words: {"zh": words.zh} if words.en is None else {"zh": words.zh, "en": words.en})
_value.register(Bilingual, lambda words: {"zh": words.zh, "en": words.en})
_value.register(Term, lambda term: str(term.value))
_value.register(Ref, str)
_value.register(UnitClass, str)
_value.register(Period, lambda period: period.form)
_value.register(Figure, printed)
_value.register(Decimal, in_digits)
_value.register(date, date.isoformat)
_value.register(int, lambda number: number)
_value.register(str, lambda text: text)
_value.register(tuple, lambda items: [_value(item) for item in items])
