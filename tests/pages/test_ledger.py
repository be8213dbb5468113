"""The ledger: every record once, in one order, and lists as long as the counts that lead to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from minusone.pages.ledger import Ledger
from minusone.reckoning.lifecycle import Group
from tests.built import DONE, REGISTERED, context, leads_to, one, planned, published, read
from tests.sites import BAISHA, progress, rectification
from tests.test_site import LEDGER

LISTS = {
    "": "005 003 002 004 001 006 007 008 009",
    "unresolved/": "005 003 002 004 001 006 007",
    "overdue/": "005 003 002",
    "open/": "004 001",
    "declined/": "006",
    "withheld/": "007",
    "closed/": "008",
    "merged/": "009",
}


@pytest.mark.parametrize("name", LISTS)
def test_each_list_has_its_records_once_over_all_its_pages_and_headings_count_them_all(
    name: str, tmp_path: Path
) -> None:
    pages = planned(tmp_path, "per_page: 2\n" + BAISHA + LEDGER)
    start = f"/rectifications/{name}"
    sheets = [context(pages, address, Ledger) for address in pages if re.fullmatch(rf"{start}(page/\d+/)?", address)]
    rows = [row for sheet in sheets for section in sheet.sections for row in section.rows]

    assert [row.id[-3:] for row in rows] == LISTS[name].split()
    assert [sheet.sheet.number for sheet in sheets] == list(range(1, sheets[0].sheet.of + 1))
    begun: set[Group] = set()
    for section in (section for sheet in sheets for section in sheet.sections):
        assert {row.group for row in section.rows} == {section.group}
        assert section.size == sum(row.group is section.group for row in rows)
        assert section.continued == (section.group in begun)
        begun.add(section.group)
    for sheet in sheets:
        assert {tab.address: tab.size for tab in sheet.tabs}[start] == len(rows)


def records(pages: Mapping[str, str], path: str) -> list[str]:
    """The records of a list, page after page as its reader turns them."""
    page = read(pages[path])
    (main,) = page.all("main")
    found = [row.all(of_class="id")[0].words for row in main.all("li", "row")]
    following = [link for link in main.all("a") if link.attributes.get("rel") == "next"]
    return found + (records(pages, leads_to(path, following[0])) if following else [])


@pytest.mark.parametrize("half", ["", "en/"])
@pytest.mark.parametrize("page", ["index.html", "rectifications/index.html"])
def test_each_number_of_the_equation_is_the_length_of_the_list_that_it_leads_to(half: str, page: str) -> None:
    pages = published("per_page: 2\n" + BAISHA + LEDGER)
    (equation,) = read(pages[half + page]).all("p", "equation")
    terms = [(int(link.all("b")[0].words), records(pages, leads_to(half + page, link))) for link in equation.all("a")]
    found, closed, merged, unresolved = (number for number, _ in terms)

    assert [number for number, _ in terms] == [len(list_) for _, list_ in terms] == [9, 1, 1, 7]
    assert found - closed - merged == unresolved
    assert [sign.words for sign in equation.all("span", "sign")] == ["−", "−", "="]


def test_what_needs_attention_has_a_list_of_its_own(tmp_path: Path) -> None:
    back = "date: 2014-04-01, step: followed_up, verdict: unsatisfied, asked: 9"
    again = [
        f"date: 2014-04-{day:02}, step: {kind}" for day, kind in enumerate(("started", "submitted", "verified"), 2)
    ]
    again[1:] = [f"{again[1]}, evidence: 照片", f"{again[2]}, residents: 3", "date: 2014-04-10, step: closed"]
    text = (
        BAISHA
        + rectification("deadline: 2014-05-14", id="2014-001")
        + rectification("deadline: 2014-04-30", id="2014-002")
        + rectification("deadline: 2014-05-15", id="2014-003")
        + rectification("deadline: 2014-04-29", id="2014-004")
        + rectification(progress(REGISTERED), id="2014-005")
        + rectification(progress(*DONE), id="2014-006")
        + rectification(progress(*DONE, back), id="2014-007")
        + rectification(progress(*DONE, back, *again), id="2014-008")
    )
    pages = planned(tmp_path, text)

    def listed(name: str) -> list[str]:
        ledger = context(pages, f"/rectifications/{name}/", Ledger)
        return [row.id[-3:] for section in ledger.sections for row in section.rows]

    assert listed("due-soon") == ["002", "001"]
    assert listed("silent") == ["005"]
    assert listed("follow-up-missed") == ["006"]
    assert listed("reopened") == ["007", "008"]
    assert listed("unresolved") == ["004", "002", "001", "003", "005", "007"]


def test_of_what_was_ever_closed_those_that_came_back_are_named_though_closed_again(tmp_path: Path) -> None:
    back = "date: 2014-04-01, step: reopened, reason: 又灭了"
    text = BAISHA + one(Group.OPEN, "2014-001") + one(Group.CLOSED, "2014-002")
    none = context(planned(tmp_path / "1", BAISHA + one(Group.OPEN)), "/rectifications/", Ledger).stayed
    pages = planned(tmp_path / "2", text + rectification("title: 又灭的灯\n" + progress(*DONE, back), id="2014-003"))
    some = context(pages, "/rectifications/", Ledger).stayed

    assert none is None
    assert some
    assert (some.whole, [link.title.zh for link in some.lacking]) == (2, ["又灭的灯"])
    assert some.everyone in pages


def test_a_sites_ledger_without_records_is_there_and_empty(tmp_path: Path) -> None:
    pages = planned(tmp_path, BAISHA)
    ledger = context(pages, "/rectifications/", Ledger)

    assert (ledger.sections, ledger.sheet.of, ledger.count.found) == ((), 1, 0)


def test_a_withheld_or_declined_record_stands_among_the_unresolved(tmp_path: Path) -> None:
    unresolved = context(planned(tmp_path, BAISHA + LEDGER), "/rectifications/unresolved/", Ledger)

    assert [section.group for section in unresolved.sections][-2:] == [Group.DECLINED, Group.WITHHELD]


def test_the_lists_are_folded_under_the_name_of_the_one_that_is_shown() -> None:
    page = read(published(BAISHA + LEDGER)["en/rectifications/overdue/index.html"])
    (tabs,) = page.all("details", "tabs")
    (shown,) = tabs.all("summary")
    (current,) = (link for link in tabs.all("a") if link.attributes.get("aria-current"))

    assert shown.words.endswith(current.words)
    assert leads_to("en/rectifications/overdue/index.html", current) == "en/rectifications/overdue/index.html"
