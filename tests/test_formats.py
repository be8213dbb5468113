"""Dates and numbers as each language writes them, and deadlines as they were promised."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.figures import Figure
from minusone.formats import dated, day, due, figure, how_often, money, number, period, quantity, short
from minusone.kinds.programme import Measure
from minusone.periods import Period
from minusone.words import LANGS


def test_a_day_is_written_out() -> None:
    assert day(date(2014, 6, 30), "zh") == "2014年6月30日"
    assert day(date(2014, 6, 30), "en") == "30 June 2014"


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("2014-06-30", "2014年6月30日", "30 June 2014"),
        ("2014-06", "2014年6月", "June 2014"),
        ("2014-Q2", "2014年第二季度", "the second quarter of 2014"),
        ("2014-Q4", "2014年第四季度", "the fourth quarter of 2014"),
        ("2014-W14", "2014年第14周（3月31日至4月6日）", "week 14, 31 March – 6 April 2014"),
        ("2014-W11", "2014年第11周（3月10日至3月16日）", "week 11, 10–16 March 2014"),
        (
            "2015-W01",
            "2015年第1周（2014年12月29日至2015年1月4日）",
            "week 1, 29 December 2014 – 4 January 2015",
        ),
        ("2014-H1", "2014年上半年", "the first half of 2014"),
        ("2014-H2", "2014年下半年", "the second half of 2014"),
        ("2014", "2014年", "2014"),
        ("2014/2016", "2014年至2016年", "2014 to 2016"),
        ("2014-Q1/2014-H2", "2014年第一季度至2014年下半年", "the first quarter of 2014 to the second half of 2014"),
        ("2014-06-30/2015", "2014年6月30日至2015年", "30 June 2014 to 2015"),
    ],
)
def test_a_period_is_shown_as_precisely_as_it_was_written(form: str, zh: str, en: str) -> None:
    assert period(Period.read(form), "zh") == zh
    assert period(Period.read(form), "en") == en


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("2014-03/2014-06", "2014年3月至6月", "March – June 2014"),
        ("2014-03-03/2014-03-07", "2014年3月3日至7日", "3–7 March 2014"),
        ("2014-03-31/2014-04-04", "2014年3月31日至4月4日", "31 March – 4 April 2014"),
        ("2014-12-29/2015-01-02", "2014年12月29日至2015年1月2日", "29 December 2014 – 2 January 2015"),
    ],
)
def test_what_both_ends_of_a_range_share_is_said_once(form: str, zh: str, en: str) -> None:
    # CLDR puts thin spaces around its dash.
    assert period(Period.read(form), "zh") == zh
    assert re.sub(r"\s", " ", period(Period.read(form), "en")) == en


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("2014-06-30", "2014年6月30日", "30 June 2014"),
        ("2014-06", "2014年6月底前", "by the end of June 2014"),
        ("2014-Q2", "2014年第二季度内", "within the second quarter of 2014"),
        ("2014-W14", "2014年第14周（3月31日至4月6日）内", "within week 14, 31 March – 6 April 2014"),
        ("2014-H1", "2014年上半年内", "within the first half of 2014"),
        ("2014", "2014年内", "within 2014"),
        ("2014/2016", "2016年底前（2014年至2016年）", "by the end of 2016 (2014 to 2016)"),
    ],
)
def test_a_deadline_is_shown_as_it_was_promised(form: str, zh: str, en: str) -> None:
    assert due(Period.read(form), "zh") == zh
    assert due(Period.read(form), "en") == en


@pytest.mark.parametrize(
    ("form", "zh", "en"),
    [
        ("2014-W06", "第6周", "W06"),
        ("2014-04", "4月", "Apr"),
        ("2014-Q2", "二季度", "Q2"),
        ("2014", "2014年", "2014"),
        ("2014-06-30", "2014年6月30日", "30 June 2014"),
        ("2014-W06/2014-W07", *(period(Period.read("2014-W06/2014-W07"), lang) for lang in LANGS)),
    ],
)
def test_where_there_is_little_room_a_period_is_shortened_if_it_can_be(form: str, zh: str, en: str) -> None:
    assert short(Period.read(form), "zh") == zh
    assert short(Period.read(form), "en") == en


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ("36", "36", "36"),
        ("688000", "688,000", "688,000"),
        ("3.5", "3.5", "3.5"),
        ("20+", "20 余", "over 20"),
        ("124.1万", "124.1 万", "1.241 million"),
        ("35万", "35 万", "350,000"),
        ("100万", "100 万", "1 million"),
        ("3万+", "3 万余", "over 30,000"),
        ("1.35亿", "1.35 亿", "135 million"),
        ("99.5%", "99.5%", "99.5%"),
        ("0", "0", "0"),
    ],
)
def test_a_figure_is_said_in_each_languages_own_units(printed: str, zh: str, en: str) -> None:
    assert figure(Figure.read(printed), "zh") == zh
    assert figure(Figure.read(printed), "en") == en


@given(st.decimals(0, 10**6, places=4), st.sampled_from("万亿"))
def test_no_large_chinese_number_keeps_its_unit_in_english(value: Decimal, scale: str) -> None:
    read = Figure.read(f"{value:f}{scale}")
    said = figure(read, "en")

    digits, _, unit = said.partition(" ")
    assert unit in ("", "million")
    assert Decimal(digits.replace(",", "")) * (10**6 if unit else 1) == read.value


@pytest.mark.parametrize(
    ("printed", "currency", "zh", "en"),
    [
        ("90万", "CNY", "90 万元", "CNY 900,000"),
        ("124.1万", "CNY", "124.1 万元", "CNY 1.241 million"),
        ("3万+", "CNY", "3 万余元", "CNY over 30,000"),
        ("1500", "USD", "USD 1,500", "USD 1,500"),
    ],
)
def test_money_has_its_currency(printed: str, currency: str, zh: str, en: str) -> None:
    assert money(Figure.read(printed), currency, "zh") == zh
    assert money(Figure.read(printed), currency, "en") == en


@pytest.mark.parametrize(
    ("value", "of", "zh", "en"),
    [
        ("1", Measure.HOURS, "1 小时", "1 hour"),
        ("1.5", Measure.HOURS, "1.5 小时", "1.5 hours"),
        ("0.25", Measure.HOURS, "15 分钟", "15 minutes"),
        ("1.25", Measure.HOURS, "1.25 小时", "1.25 hours"),
        ("0.5", Measure.DAYS, "0.5 天", "0.5 days"),
        ("1", Measure.DAYS, "1 天", "1 day"),
        ("2", Measure.DAYS, "2 天", "2 days"),
        ("1", Measure.SESSIONS, "1 次", "1 session"),
        ("2", Measure.SESSIONS, "2 次", "2 sessions"),
        ("1", Measure.PEOPLE, "1 人", "1 person"),
        ("1200", Measure.PEOPLE, "1,200 人", "1,200 people"),
    ],
)
def test_one_is_said_otherwise_than_many(value: str, of: Measure, zh: str, en: str) -> None:
    assert quantity(Decimal(value), of, "zh") == zh
    assert quantity(Decimal(value), of, "en") == en


def test_a_day_of_a_commitment_is_said_with_its_weekday_and_a_longer_period_without() -> None:
    assert dated(Period.read("2014-03-18"), "zh") == "2014年3月18日（星期二）"
    assert dated(Period.read("2014-03-18"), "en") == "Tuesday 18 March 2014"
    assert dated(Period.read("2014-03"), "zh") == "2014年3月"
    assert dated(Period.read("2014-03-10/2014-03-16"), "en") == "10–16 March 2014"


def test_a_large_number_is_grouped() -> None:
    assert number(12345, "zh") == number(12345, "en") == "12,345"


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        ("FREQ=DAILY", "每天", "every day"),
        ("FREQ=WEEKLY", "每周", "every week"),
        ("FREQ=MONTHLY", "每月", "every month"),
        ("FREQ=YEARLY", "每年", "every year"),
        ("FREQ=WEEKLY;BYDAY=TU", "每周二", "every Tuesday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", "每周一、三、五", "every Monday, Wednesday and Friday"),
        ("FREQ=WEEKLY;INTERVAL=2", "每2周", "every 2 weeks"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "每2周的星期二、星期四", "every 2 weeks on Tuesday and Thursday"),
        ("FREQ=MONTHLY;INTERVAL=3", "每3个月", "every 3 months"),
    ],
)
def test_a_recurrence_is_said_in_words(rule: str, zh: str, en: str) -> None:
    assert how_often(rule, "zh") == zh
    assert how_often(rule, "en") == en


@pytest.mark.parametrize(
    "rule", ["FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=TU", "FREQ=DAILY;BYDAY=MO,TU", "FREQ=WEEKLY;COUNT=3"]
)
def test_a_rarer_recurrence_is_shown_as_it_is_and_never_said_wrongly(rule: str) -> None:
    assert how_often(rule, "zh") == how_often(rule, "en") == rule
