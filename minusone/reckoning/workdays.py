"""Working days in China: public holidays and shifted weekends as the State Council arranged them.

A year whose arrangement isn't published yet, or not yet known to the `holidays` package, has its statutory holidays but
no shifted days: every weekend is off, and a deadline counted into such a year may move once the arrangement is known.
Before 1950 and after 2100 only weekends are off.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from minusone.words import Bilingual

if TYPE_CHECKING:
    from holidays import HolidayBase

_SHIFTED = "Day off"
_IN_LIEU = Bilingual("调休放假", "a day off in lieu")


def is_workday(day: date) -> bool:
    """Neither a public holiday nor a weekend, unless that weekend is worked in exchange for another day."""
    return _calendar("zh_CN").is_working_day(day)


def holiday(day: date) -> Bilingual | None:
    """What a public holiday is called; None for any other day, weekends beside a holiday among them."""
    zh, en = _calendar("zh_CN").get(day), _calendar("en_US").get(day)
    if zh is None or en is None:
        return None
    return _IN_LIEU if en.startswith(_SHIFTED) else Bilingual(zh, en)


def after(day: date, n: int) -> date:
    """The n-th working day after a day; with 0 the day itself, or the first working day after it."""
    return _calendar("zh_CN").get_nth_working_day(day, n)


@cache
def _calendar(language: str) -> HolidayBase:
    """The package is large and most commands don't need it: it is imported when the first day is asked for."""
    from holidays import country_holidays

    return country_holidays("CN", language=language)
