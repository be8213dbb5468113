"""Days and periods as ledgers write them: 2014-06-30, 2014-W14, 2014-06, 2014-Q2, 2014-H1, 2014, 2014/2016."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Annotated, Any

from pydantic import BeforeValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
_FORM = re.compile(
    r"(?P<year>\d{4})"
    r"(-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])|W(?P<week>\d\d)|(?P<month>\d\d)(-(?P<day>\d\d))?))?",
    re.ASCII,
)


def read_day(value: object) -> date:
    """A date written as 2014-03-06; anything else is the fault `bad-date` with its reason in both languages."""
    if isinstance(value, date):
        return value
    found = _DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise _bad_date("应当是年-月-日", "It should be year-month-day")
    year, month, day = (int(part) for part in found.groups())
    if not 1 <= month <= 12:
        raise _bad_date(f"没有 {month} 月", f"There is no month {month}")
    if year < 1 or not 1 <= day <= monthrange(year, month)[1]:
        raise _bad_date(f"{year} 年 {month} 月没有 {day} 日", f"{year}-{month:02} has no day {day}")
    return date(year, month, day)


def _bad_date(zh: str, en: str) -> PydanticCustomError:
    return PydanticCustomError("bad-date", "", {"reason_zh": zh, "reason_en": en})


Day = Annotated[date, BeforeValidator(read_day)]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` to `last`, both included; `form` is how it was written, and so how it is shown.

    As a deadline it is due when it ends.
    """

    first: date
    last: date
    form: str

    def __reduce__(self) -> tuple[type[Period], tuple[object, ...]]:
        """Pickled as short as it is said: there are many."""
        return Period, (self.first, self.last, self.form)

    @classmethod
    def of(cls, day: date) -> Period:
        return cls(day, day, day.isoformat())

    @classmethod
    def read(cls, value: object) -> Period:
        """Raises the fault `bad-period`, `bad-date` or `ends-before-it-begins`."""
        if isinstance(value, Period):
            return value
        if not isinstance(value, str):
            raise PydanticCustomError("bad-period", "")
        parts = [cls._read_one(part.strip()) for part in value.split("/")]
        if len(parts) > 2:
            raise PydanticCustomError("bad-period", "")
        first, last = parts[0].first, parts[-1].last
        if last < first:
            raise PydanticCustomError("ends-before-it-begins", "", {"until": parts[-1].form, "since": parts[0].form})
        return cls(first, last, "/".join(part.form for part in parts))

    @classmethod
    def _read_one(cls, form: str) -> Period:
        found = _FORM.fullmatch(form)
        if found is None or int(found["year"]) < 1:
            raise PydanticCustomError("bad-period", "")
        if found["day"]:
            return cls.of(read_day(form))
        year = int(found["year"])
        if found["quarter"]:
            return cls._months(year, 3 * int(found["quarter"]) - 2, 3, form)
        if found["half"]:
            return cls._months(year, 6 * int(found["half"]) - 5, 6, form)
        if found["week"]:
            return cls._week(year, int(found["week"]), form)
        if found["month"]:
            month = read_day(f"{form}-01").month
            return cls._months(year, month, 1, form)
        return cls._months(year, 1, 12, form)

    @classmethod
    def _months(cls, year: int, month: int, count: int, form: str) -> Period:
        last = month + count - 1
        return cls(date(year, month, 1), date(year, last, monthrange(year, last)[1]), form)

    @classmethod
    def _week(cls, year: int, week: int, form: str) -> Period:
        """A week of ISO 8601: it begins on a Monday, and is of the year that has its Thursday."""
        try:
            monday = date.fromisocalendar(year, week, 1)
            return cls(monday, monday + timedelta(days=6), form)
        except (ValueError, OverflowError):
            raise _bad_date(f"{year} 年没有第 {week} 周", f"{year} has no week {week}") from None

    @property
    def to_the_day(self) -> bool:
        """Whether it was written in days, so that the days on which it began and ended are known."""
        return all(_DAY.fullmatch(part) for part in self.form.split("/"))

    def __contains__(self, other: date | Period) -> bool:
        """Whether a day, or the whole of another period, lies in this one."""
        first, last = (other.first, other.last) if isinstance(other, Period) else (other, other)
        return self.first <= first and last <= self.last

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)


DAYS = 10_000
"""Of how many days the periods around them are remembered: much goes on in a site on the same few."""


@lru_cache(DAYS)
def week_of(day: date) -> Period:
    """The ISO week in which a day lies, Monday to Sunday."""
    year, week, _ = day.isocalendar()
    return Period.read(f"{year:04}-W{week:02}")


@lru_cache(DAYS)
def month_of(day: date) -> Period:
    return Period.read(f"{day.year:04}-{day.month:02}")


@lru_cache(DAYS)
def quarter_of(day: date) -> Period:
    return Period.read(f"{day.year:04}-Q{(day.month + 2) // 3}")


@lru_cache(DAYS)
def year_of(day: date) -> Period:
    return Period.read(f"{day.year:04}")


def cover(first: date, last: date, most: int) -> tuple[Period, ...]:
    """The periods of one shape in which these days lie, in the shortest shape of which there is room.

    There is room for `most` months. Weeks and quarters have longer names, so two thirds as many; years are not limited.
    """
    fewer = most * 2 // 3
    for around, room in ((week_of, fewer), (month_of, most), (quarter_of, fewer)):
        periods = tuple(islice(_from(around, first, last), room + 1))
        if len(periods) <= room:
            return periods
    return tuple(_from(year_of, first, last))


def _from(around: Callable[[date], Period], first: date, last: date) -> Iterator[Period]:
    period = around(first)
    yield period
    while period.last < last:
        period = around(period.last + timedelta(days=1))
        yield period
