"""Where did the time go: every diary's hours once, and the ones that nobody took up first."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from minusone.kinds.activity import Served, Upshot
from minusone.pages.activity import ActivityPage
from minusone.pages.context import Page
from minusone.pages.diaries import Diaries
from minusone.pages.lists import Listing
from minusone.pages.programme import ProgrammePage
from minusone.pages.unit import UnitPage
from minusone.reckoning.lifecycle import Group
from tests.built import context, one, planned, published, read
from tests.sites import BAISHA, record


def diary(id: str, day: int, one: str, hours: str = "1", more: str = "", units: str = "baisha") -> str:
    said = f"one: {one}, start: 改, " if one else ""
    entry = f"{{hours: {hours}, on: 走访, whom: 居民{more}}}"
    fields = (
        f"form: diary\ndate: 2014-03-{day:02}\nunits: {units}\nprogramme: time\ndiary: {{{said}entries: [{entry}]}}"
    )
    return record("activity", id, fields)


FOUND = "found: {{date: 2014-03-01, by: activity:{}}}".format
TEXT = (
    BAISHA
    + record("unit", "kongpu", "title: 孔浦街道")
    + record("programme", "time")
    + diary("first", 1, "听得少", "2.5", ", served: residents, upshot: nothing")
    + diary("second", 2, "走得少")
    + diary("closed", 3, "想得少", "0.5", ", upshot: done", units="[baisha, kongpu]")
    + diary("late", 4, "问得少")
    + diary("silent", 5, "")
    + record("activity", "quoted", "form: diary\ndate: 2014\nsources: 报道")
    + one(Group.CLOSED, "2014-001", FOUND("closed"))
    + one(Group.OVERDUE, "2014-002", FOUND("late"))
    + one(Group.CLOSED, "2014-003", FOUND("late"))
)


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    return planned(tmp_path, TEXT)


def test_ones_that_nobody_took_up_come_first_then_the_worst(pages: dict[str, Page]) -> None:
    page = context(pages, "/time/", Diaries)

    assert [found.one.zh for found in page.untaken] == ["听得少", "走得少"]
    assert [(found.one.zh, [row.id for row in found.became]) for found in page.taken] == [
        ("问得少", ["2014-002", "2014-003"]),
        ("想得少", ["2014-001"]),
    ]
    assert page.share
    assert (page.share.whole, [link.address for link in page.share.lacking]) == (
        4,
        ["/activities/first/", "/activities/second/"],
    )
    assert [item.link.address for item in page.silent] == ["/activities/silent/", "/activities/quoted/"]


def test_the_picture_parts_all_hours_by_what_became_of_the_one_nobodys_first(pages: dict[str, Page]) -> None:
    page = context(pages, "/time/", Diaries)
    (visits,) = page.picture.marks

    assert visits.datum.counts == (Decimal("3.5"), Decimal("1"), Decimal("1.5"))
    assert visits.datum.total == page.time.total


def test_a_diary_of_two_units_counts_for_both_and_once_in_the_whole(pages: dict[str, Page]) -> None:
    page = context(pages, "/time/", Diaries)

    assert (page.time.total, page.time.diaries) == (Decimal("6.0"), 5)
    assert [(one.unit.address, one.time.total) for one in page.units] == [
        ("/units/baisha/", Decimal("6.0")),
        ("/units/kongpu/", Decimal("0.5")),
    ]
    assert dict(page.time.upshot)[Upshot.NOTHING] == Decimal("2.5")
    assert dict(page.time.served)[Served.NOT_SAID] == Decimal("3.5")


def test_a_unit_shows_the_hours_of_its_own_diaries(pages: dict[str, Page]) -> None:
    page = context(pages, "/time/", Diaries)

    for one_ in page.units:
        assert context(pages, one_.unit.address, UnitPage).time == one_.time
    assert context(pages, "/programmes/time/", ProgrammePage).time == page.time
    time = context(pages, "/activities/first/", ActivityPage).time
    assert time
    assert time.total == Decimal("2.5")


def test_the_page_is_linked_from_the_list_of_activities(pages: dict[str, Page]) -> None:
    assert [link.address for link in context(pages, "/activities/", Listing).beside] == ["/time/"]


def test_a_site_without_diaries_has_no_such_page(tmp_path: Path) -> None:
    pages = planned(tmp_path, BAISHA + record("activity", "night"))

    assert "/time/" not in pages
    assert context(pages, "/activities/", Listing).beside == ()
    assert context(pages, "/units/baisha/", UnitPage).time is None


def test_of_a_diary_without_hours_no_empty_table_is_shown() -> None:
    page = read(published(BAISHA + record("activity", "quoted", "form: diary"))["en/time/index.html"])

    assert page.all("table") == []
    assert "Diaries that don't say their hours" in page.words


def test_every_table_adds_up_as_its_reader_sees_it() -> None:
    pages = published(TEXT)

    for path in ("time/index.html", "en/time/index.html", "units/baisha/index.html"):
        tables = [table for table in read(pages[path]).all("table", "hours") if table.all("tfoot")]
        assert len(tables) == 3
        for table in tables:
            rows = [Decimal(row.all("td")[0].words) for row in table.all("tr") if row.all("td")]
            assert sum(rows[:-1]) == rows[-1] == 6


def test_a_diary_says_whether_its_one_was_taken_up_and_how_its_hours_are_counted() -> None:
    pages = published(TEXT)

    for half, left, counted in (
        ("", "这个“1”还没有登记为整改", "没有结果"),
        ("en/", "No rectification has come", "Nothing came of it"),
    ):
        assert left in read(pages[f"{half}activities/first/index.html"]).words
        assert counted in read(pages[f"{half}activities/first/index.html"]).words
        assert left not in read(pages[f"{half}activities/late/index.html"]).words
