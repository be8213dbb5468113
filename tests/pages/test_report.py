"""A report: how the ledger stands, then figures as a source printed them."""

from __future__ import annotations

from pathlib import Path

from minusone.lifecycle import Group
from minusone.pages.report import ReportPage
from tests.built import built, context, one, planned, read
from tests.sites import BAISHA, record

MARCH = record(
    "report",
    "march",
    """
    figures:
      - {what: 拆违, value: 124.1万, unit: 平方米}
      - {what: 销号, value: 98.7%}
      - {what: 党课, value: 20+, unit: 场}
      - {what: 河道, said: 全面启动}
    """,
)


def test_the_ledger_is_counted_up_to_the_end_of_the_period_and_the_unresolved_are_named(tmp_path: Path) -> None:
    records = (
        one(Group.CLOSED)
        + one(Group.OPEN, "2014-002", "found: {date: 2014-03-31}")
        + one(Group.OVERDUE, "2014-003", "found: {date: 2014-01-01}").replace("2014-03-01, step", "2014-01-01, step")
        + one(Group.OPEN, "2014-004", "found: {date: 2014-04-01}").replace("2014-03-01, step", "2014-04-01, step")
    ).replace(
        "date: 2014-03-31}\nprogress:\n  - {date: 2014-03-01", "date: 2014-03-31}\nprogress:\n  - {date: 2014-03-31"
    )
    report = context(planned(tmp_path, BAISHA + records + MARCH), "/reports/march/", ReportPage)

    assert (report.count.found, report.count.closed, report.count.unresolved) == (3, 1, 2)
    assert [row.id for row in report.unresolved] == ["2014-003", "2014-002"]


def test_reported_figures_are_as_printed_each_marked_as_reported(tmp_path: Path) -> None:
    pages = built(tmp_path, BAISHA + MARCH)
    cells = {
        half: [row.all("td")[0].words for row in read(pages[f"{half}reports/march/index.html"]).all("tr")[1:]]
        for half in ("", "en/")
    }

    assert cells[""] == ["124.1 万 平方米 转载", "98.7% 转载", "20 余 场 转载", "全面启动 转载"]
    assert cells["en/"] == [
        "1.241 million 平方米 reported",
        "98.7% reported",
        "over 20 场 reported",
        "全面启动 reported",
    ]
