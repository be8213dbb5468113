"""Filtered lists: every record in the list of each value it has, in no other, in the order of the whole list."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minusone.pages.context import Page
from minusone.pages.filters import Filters
from minusone.pages.ledger import FilteredLedger, Ledger
from minusone.pages.lists import Listing
from minusone.reckoning.lifecycle import Group
from tests.built import context, leads_to, one, planned, published, read
from tests.sites import BAISHA, record, rectification

SITE = (
    BAISHA
    + record("unit", "north", "title: 北社区\ntype: community\nparent: baisha")
    + record("unit", "cicheng", "title: 慈城镇\ntype: town")
    + record("programme", "mass-line", "title: 教育实践活动\nunits: cicheng")
    + record("programme", "five-nights", "parent: mass-line")
    + one(Group.CLOSED, "2014-001", "unit: north\ntopic: water\nprogramme: five-nights")
    + one(Group.OVERDUE, "2014-002", "unit: north\nlead: cicheng\nfound: {date: 2013-12-01, channel: hotline}")
    + one(Group.OPEN, "2014-003", "unit: each:street\nfound: {date: 2014-01-01, channel: letter}")
    + one(Group.MERGED, "2014-004", "unit: cicheng\nprogramme: mass-line")
)

LISTS = {
    "unit/baisha/": "002 003 001",
    "unit/north/": "002 001",
    "unit/cicheng/": "002 004",
    "programme/mass-line/": "001 004",
    "programme/five-nights/": "001",
    "topic/water/": "001",
    "topic/streets/": "002 003 004",
    "channel/hotline/": "002",
    "channel/letter/": "003",
    "year/2014/": "003 001 004",
    "year/2013/": "002",
}


def ids(pages: dict[str, Page], start: str) -> list[str]:
    """The records of a filtered ledger over all its pages."""
    sheets = [
        context(pages, address, FilteredLedger) for address in pages if re.fullmatch(rf"{start}(page/\d+/)?", address)
    ]
    return [row.id[-3:] for sheet in sheets for section in sheet.sections for row in section.rows]


def test_the_ledger_has_a_list_for_each_value_that_occurs(tmp_path: Path) -> None:
    pages = planned(tmp_path, "per_page: 1\n" + SITE)
    found = {
        address.removeprefix("/rectifications/") for address, page in pages.items() if page.template == "filtered.html"
    }

    assert {address for address in found if "page/" not in address} == set(LISTS)
    assert {name: " ".join(ids(pages, f"/rectifications/{name}")) for name in LISTS} == LISTS
    sizes = {
        choice.address.removeprefix("/rectifications/"): choice.size
        for one in context(pages, "/rectifications/", Ledger).filters.each
        for choice in one.choices
    }
    assert sizes == {name: len(some.split()) for name, some in LISTS.items()}


def test_a_filtered_ledger_counts_what_is_in_it(tmp_path: Path) -> None:
    count = context(planned(tmp_path, SITE), "/rectifications/unit/north/", FilteredLedger).count

    assert (count.found, count.closed, count.unresolved) == (2, 1, 1)


def test_what_all_have_filters_nothing(tmp_path: Path) -> None:
    pages = planned(tmp_path, BAISHA + rectification() + rectification(id="2014-002"))

    assert context(pages, "/rectifications/", Ledger).filters.each == ()
    assert [address for address in pages if "/unit/" in address or "/year/" in address] == []


def test_dated_records_are_filtered_too_and_stay_the_newest_first(tmp_path: Path) -> None:
    nights = (
        record("activity", "a1", "date: 2014-03-04\nunits: north")
        + record("activity", "a2", "date: 2014-03-05\nunits: baisha\nprogramme: mass-line")
        + record("activity", "a3", "date: 2013/2014\nunits: cicheng")
    )
    pages = planned(tmp_path, SITE + nights)

    def listed(address: str) -> list[str]:
        parts = context(pages, f"/activities/{address}", Listing).parts
        return [item.link.address.split("/")[2] for part in parts for item in part.items]

    assert listed("unit/baisha/") == ["a2", "a1"]
    assert listed("programme/mass-line/") == ["a2"]
    assert listed("year/2013/") == ["a3"]
    assert "/activities/year/2014/" not in pages


@pytest.mark.parametrize("half", ["", "en/"])
def test_a_filtered_list_names_its_filter_and_how_to_leave_it(half: str) -> None:
    pages = published(SITE)
    path = f"{half}rectifications/topic/water/index.html"
    (main,) = read(pages[path]).all("main")
    notice = next(one for one in main.all("p", "notice") if one.all("strong"))
    (leave,) = notice.all("a")
    (chosen,) = [link for link in main.all("a") if link.attributes.get("aria-current")]

    name = {"": "类别：河道与治水", "en/": "topic: rivers and water"}[half]
    assert notice.all("strong")[0].words == name
    assert name in main.all("h1")[0].words
    assert leads_to(path, leave) == f"{half}rectifications/index.html"
    assert leads_to(path, chosen) == path
    assert main.all("p", "citation")


def test_a_title_without_english_stays_chinese(tmp_path: Path) -> None:
    filters: Filters = context(planned(tmp_path, SITE), "/rectifications/unit/baisha/", FilteredLedger).filters

    assert (filters.title.zh, filters.title.en) == ("整改台账（单位：白沙街道）", None)
