"""Figures as Chinese reports print them: 36, 124.1万 (1,241,000), 20+ (二十余, more than 20), 100%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_FORM = re.compile(r"(?P<digits>-?\d{1,15}(?:\.\d{1,6})?)\s*(?P<scale>[万亿]?)(?P<more>\+?)(?P<percent>%?)", re.ASCII)
_SCALES = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}


@dataclass(frozen=True, slots=True)
class Figure:
    """An exact number, whether it was printed as “more than”, as a percentage, or with 万 or 亿."""

    value: Decimal
    scale: str = ""
    at_least: bool = False
    percent: bool = False

    @property
    def exact(self) -> bool:
        """Neither “more than” nor a percentage: only such figures are added up or held against each other."""
        return not self.at_least and not self.percent

    @classmethod
    def read(cls, value: object) -> Figure:
        """Raises the fault `bad-figure`."""
        if isinstance(value, Figure):
            return value
        found = _FORM.fullmatch(value.strip()) if isinstance(value, str) else None
        if found is None:
            raise PydanticCustomError("bad-figure", "")
        number = Decimal(found["digits"]) * _SCALES[found["scale"]]
        return cls(number, found["scale"], bool(found["more"]), bool(found["percent"]))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)


def printed(figure: Figure) -> str:
    """As it was written: what `Figure.read` makes the same figure of."""
    number = digits(figure.value / _SCALES[figure.scale])
    return number + figure.scale + "+" * figure.at_least + "%" * figure.percent


def digits(value: Decimal) -> str:
    """A number in plain digits, as problems say it."""
    return f"{value.normalize():f}"


def read_count(value: object) -> int:
    """A whole number, not negative, in plain digits; anything else is the fault `bad-number`."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{1,12}", value.strip(), re.ASCII):
        return int(value)
    raise PydanticCustomError("bad-number", "")


def read_decimal(value: object) -> Decimal:
    """A number, not negative, in plain digits; anything else is the fault `bad-number`."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{1,12}(\.\d{1,6})?", value.strip(), re.ASCII):
        return Decimal(value.strip())
    raise PydanticCustomError("bad-number", "")


Count = Annotated[int, BeforeValidator(read_count)]
Number = Annotated[Decimal, BeforeValidator(read_decimal)]
