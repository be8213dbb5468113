"""Dates, periods and numbers in the forms of each language (CLDR, by way of Babel)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import TypeVar

from babel import Locale
from babel.dates import format_date, format_interval
from babel.lists import format_list
from babel.numbers import format_decimal

from minusone.figures import Figure
from minusone.kinds.programme import Measure
from minusone.periods import Period
from minusone.words import Bilingual, Lang

T = TypeVar("T")

LOCALES: dict[Lang, Locale] = {"zh": Locale.parse("zh_Hans_CN"), "en": Locale.parse("en_GB")}
_MILLION = Decimal(1_000_000)
_ORDINALS = {"1": Bilingual("一", "first"), "2": Bilingual("二", "second"), "3": Bilingual("三", "third")}
_ORDINALS["4"] = Bilingual("四", "fourth")
_HALVES = {"1": Bilingual("上", "first"), "2": Bilingual("下", "second")}
_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}


_kept = lru_cache(4096, typed=True)
"""A site says the same days and numbers again and again, and Babel reads their pattern each time."""


def both(form: Callable[[T, Lang], str], value: T) -> Bilingual:
    """A value in one of the forms below, in both languages."""
    return Bilingual(form(value, "zh"), form(value, "en"))


@_kept
def day(value: date, lang: Lang) -> str:
    """2014年6月30日, 30 June 2014."""
    return format_date(value, "long", locale=LOCALES[lang])


@_kept
def period(value: Period, lang: Lang) -> str:
    """As it was written: a day, a month, a quarter, a half-year, a year, or from one to another."""
    begin, _, end = value.form.partition("/")
    if not end:
        return _one(begin, value.first, lang)
    if lang == "en" and _precision(begin) == _precision(end) == "day":
        return _english_days(value.first, value.last)
    if skeleton := _SKELETONS.get((_precision(begin), _precision(end))):
        return format_interval(value.first, value.last, skeleton, locale=LOCALES[lang])
    first, last = _one(begin, value.first, lang), _one(end, value.last, lang)
    return f"{first}至{last}" if lang == "zh" else f"{first} to {last}"


_SKELETONS = {("day", "day"): "yMMMMd", ("month", "month"): "yMMMM"}


def _english_days(first: date, last: date) -> str:
    """14–18 April 2014, with the month in full, for which CLDR has no pattern."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last, 'en')}"
    pattern = "d MMMM" if first.year == last.year else "long"
    return f"{format_date(first, pattern, locale=LOCALES['en'])} – {day(last, 'en')}"


def _precision(form: str) -> str:
    if form[5:6] in {"Q", "H", "W"}:
        return "part"
    return ("year", "month", "day")[form.count("-")]


def _one(form: str, at: date, lang: Lang) -> str:
    year, _, rest = form.partition("-")
    if not rest:
        return f"{year}年" if lang == "zh" else year
    if rest.startswith("Q"):
        word = _ORDINALS[rest[1]].to(lang)
        return f"{year}年第{word}季度" if lang == "zh" else f"the {word} quarter of {year}"
    if rest.startswith("H"):
        word = _HALVES[rest[1]].to(lang)
        return f"{year}年{word}半年" if lang == "zh" else f"the {word} half of {year}"
    if rest.startswith("W"):
        return _week(int(year), int(rest[1:]), at, lang)
    if "-" in rest:
        return day(at, lang)
    skeleton = "y年M月" if lang == "zh" else "MMMM y"
    return format_date(at, skeleton, locale=LOCALES[lang])


def _week(year: int, week: int, first: date, lang: Lang) -> str:
    """2014年第14周（3月31日至4月6日）, week 14, 31 March – 6 April 2014; days of another year with their years."""
    last = first + timedelta(days=6)
    if lang == "en":
        return f"week {week}, {_english_days(first, last)}"
    pattern = "M月d日" if first.year == last.year == year else "long"
    days = "至".join(format_date(one, pattern, locale=LOCALES["zh"]) for one in (first, last))
    return f"{year}年第{week}周（{days}）"


def short(value: Period, lang: Lang) -> str:
    """A week, month or quarter where there is little room: 第14周, 4月, 二季度; W14, Apr, Q2. Others as they are."""
    _, _, rest = value.form.partition("-")
    match rest[:1], rest[1:]:
        case "W", number if number.isdigit():
            return f"第{int(number)}周" if lang == "zh" else rest
        case "Q", number if number in _ORDINALS:
            return f"{_ORDINALS[number].zh}季度" if lang == "zh" else rest
        case _ if rest.isdigit():
            return format_date(value.first, "M月" if lang == "zh" else "MMM", locale=LOCALES[lang])
    return period(value, lang)


@_kept
def due(value: Period, lang: Lang) -> str:
    """A deadline as it was promised: 2014年6月30日, 2014年6月底前, 2014年内; by the end of June 2014, within 2014."""
    said, form = period(value, lang), value.form
    if end := form.partition("/")[2]:
        within = Bilingual(f"{end}年底前", f"by the end of {end}").to(lang)
        last = within if end.isdigit() else due(Period.read(end), lang)
        return f"{last}（{said}）" if lang == "zh" else f"{last} ({said})"
    if form.count("-") == 2:
        return said
    if form.count("-") == 1 and form[5:].isdigit():
        return f"{said}底前" if lang == "zh" else f"by the end of {said}"
    return f"{said}内" if lang == "zh" else f"within {said}"


@_kept
def dated(value: Period, lang: Lang) -> str:
    """A day with its weekday, 2014年3月18日（星期二）, Tuesday 18 March 2014; a longer period as it was written."""
    if value.first != value.last:
        return period(value, lang)
    weekday = format_date(value.first, "EEEE", locale=LOCALES[lang])
    return f"{day(value.first, lang)}（{weekday}）" if lang == "zh" else f"{weekday} {day(value.first, lang)}"


def days(number: int, lang: Lang) -> str:
    """12 天, 12 days."""
    return f"{number} 天" if lang == "zh" else f"{number} day{'' if number == 1 else 's'}"


@_kept
def number(value: int | Decimal, lang: Lang) -> str:
    return format_decimal(value, locale=LOCALES[lang])


@_kept
def figure(value: Figure, lang: Lang) -> str:
    """124.1 万, 1.241 million; 20 余, over 20; 3 万余, over 30,000; 55%, never “124.1 ten thousand”."""
    if lang == "zh":
        shown = _scaled(value) + ("%" if value.percent else "")
        more = ("余" if value.scale else " 余") if value.at_least else ""
        return shown + more
    if value.scale and value.value >= _MILLION:
        shown = f"{format_decimal(value.value / _MILLION, '#,##0.######', locale=LOCALES[lang])} million"
    else:
        shown = format_decimal(value.value, "#,##0.######", locale=LOCALES[lang]) + ("%" if value.percent else "")
    return f"over {shown}" if value.at_least else shown


def money(value: Figure, currency: str, lang: Lang) -> str:
    """90 万元, CNY 900,000; another currency keeps its code in both."""
    shown = figure(value, lang)
    return f"{shown}元" if lang == "zh" and currency == "CNY" else f"{currency} {shown}"


_ONE = {Measure.HOURS: "hour", Measure.DAYS: "day", Measure.SESSIONS: "session", Measure.PEOPLE: "person"}


_MINUTES = Bilingual("分钟", "minutes")


def quantity(value: Decimal, of: Measure, lang: Lang) -> str:
    """1 小时, 1 hour; 2 次, 2 sessions; less than an hour in minutes: 15 分钟, 15 minutes."""
    minutes = value * 60
    if of is Measure.HOURS and 1 < minutes < 60 and minutes == int(minutes):
        return f"{number(minutes, lang)} {_MINUTES.to(lang)}"
    word = _ONE[of] if lang == "en" and value == 1 else of.label.to(lang)
    return f"{number(value, lang)} {word}"


def _scaled(value: Figure) -> str:
    divisor = {"": Decimal(1), "万": Decimal(10_000), "亿": Decimal(100_000_000)}[value.scale]
    shown = format_decimal(value.value / divisor, "#,##0.######", locale=LOCALES["zh"])
    return f"{shown} {value.scale}" if value.scale else shown


def how_often(rule: str, lang: Lang) -> str:
    """A recurrence rule of RFC 5545 in words; one that is rarer than these is shown as it is."""
    said = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    frequency, interval = said.pop("FREQ", ""), int(said.pop("INTERVAL", "1"))
    names = {
        "DAILY": Bilingual("天", "day"),
        "WEEKLY": Bilingual("周", "week"),
        "MONTHLY": Bilingual("个月" if interval > 1 else "月", "month"),
        "YEARLY": Bilingual("年", "year"),
    }
    known = {"BYDAY"} if frequency == "WEEKLY" else set()
    if frequency not in names or set(said) - known or not set(said.get("BYDAY", "MO").split(",")) <= set(_WEEKDAYS):
        return rule
    name = names[frequency].to(lang)
    days = [_weekday(code, lang) for code in said["BYDAY"].split(",")] if "BYDAY" in said else []
    if lang == "zh":
        if interval > 1:
            return f"每{interval}{name}" + ("的" + "、".join(days) if days else "")
        return f"每{name}" + "、".join(one.removeprefix("星期") for one in days)
    if interval > 1:
        return f"every {interval} {name}s" + (f" on {format_list(days, locale=LOCALES[lang])}" if days else "")
    return f"every {format_list(days, locale=LOCALES[lang])}" if days else f"every {name}"


def _weekday(code: str, lang: Lang) -> str:
    return str(LOCALES[lang].days["format"]["wide"][_WEEKDAYS[code]])
