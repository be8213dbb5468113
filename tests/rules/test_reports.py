"""Reports are of whole periods, one of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import problems, record, where


@pytest.mark.parametrize(
    ("span", "period", "fits"),
    [
        ("week", "2014-W14", True),
        ("week", "2014-03-31/2014-04-06", True),
        ("week", "2014-04-01/2014-04-07", False),
        ("month", "2014-04", True),
        ("month", "2014-04-01/2014-04-30", True),
        ("month", "2014-04-01/2014-04-29", False),
        ("month", "2014-Q2", False),
        ("quarter", "2014-Q1", True),
        ("quarter", "2014-01/2014-03", True),
        ("quarter", "2014-02/2014-04", False),
        ("campaign", "2014-02-25/2014-04-11", True),
    ],
)
def test_a_report_is_of_one_whole_week_month_or_quarter_however_that_is_written(
    span: str, period: str, fits: bool, tmp_path: Path
) -> None:
    found = problems(tmp_path, record("report", "r", f"span: {span}\nperiod: {period}"))

    assert [problem.code for problem in found] == ([] if fits else ["report-span"])


def test_campaigns_at_the_same_time_have_a_report_each(tmp_path: Path) -> None:
    campaigns = record("unit", "baisha") + record("programme", "nights") + record("programme", "waters")
    spring = "span: campaign\nperiod: 2014-02/2014-04\nprogramme: "

    both = record("report", "a", f"{spring}nights") + record("report", "b", f"{spring}waters")
    twice = both + record("report", "c", f"{spring}nights")
    assert where(problems(tmp_path / "both", campaigns + both)) == []
    assert [problem.path for problem in problems(tmp_path / "twice", campaigns + twice)] == ["content/reports/c.zh.md"]


def test_a_week_and_a_month_may_begin_on_the_same_day(tmp_path: Path) -> None:
    week = record("report", "week", "span: week\nperiod: 2013-W27")
    month = record("report", "month", "span: month\nperiod: 2013-07")

    assert where(problems(tmp_path, week + month)) == []


def test_a_report_of_a_period_that_has_not_begun_has_nothing_to_tell(tmp_path: Path) -> None:
    reports = record("report", "april", "period: 2014-04") + record("report", "may", "period: 2014-05")

    assert where(problems(tmp_path, reports)) == ["content/reports/may.zh.md:3:9 future-date"]
