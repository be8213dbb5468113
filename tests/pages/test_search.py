"""The search page's fields, and what each page says that it is found by."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone import layout, plan, rebuild
from minusone.pages.search import Search
from minusone.places import Extras
from minusone.policy import SEARCHING, STRICT
from minusone.reckoning.lifecycle import Group
from tests.built import Element, context, held, linked, one, places, planned, published, read
from tests.sites import BAISHA, record, site

SITE = (
    BAISHA
    + record("programme", "five-nights")
    + one(Group.CLOSED, "2014-001", "programme: five-nights\nfound: {date: 2013-12-01, channel: hotline}")
    + one(Group.OVERDUE, "2014-002")
    + record("activity", "night", "date: 2014-03-04")
    + record("page", "about")
)


def told(page: Element, kind: str) -> list[tuple[str, str]]:
    """What a page tells the index: filters, sort or meta by name, with their values."""
    each = (one for one in page.all("data") if f"data-pagefind-{kind}" in one.attributes)
    return [(one.attributes[f"data-pagefind-{kind}"].removesuffix("[value]"), one.attributes["value"]) for one in each]


def test_a_rectification_is_found_by_all_its_facets() -> None:
    page = read(published(SITE)["en/rectifications/2014-001/index.html"])

    assert told(page, "filter") == [
        ("kind", "rectification"),
        ("state", "closed"),
        ("unit", "baisha"),
        ("programme", "five-nights"),
        ("topic", "streets"),
        ("channel", "hotline"),
        ("year", "2013"),
    ]
    meta = dict(told(page, "meta"))
    assert (meta["title"], meta["lang"], meta["group"], meta["state"]) == ("路灯不亮", "zh-CN", "closed", "Closed")
    assert (meta["kind"], meta["when"]) == ("Problem", "1 December 2013")


def test_what_is_not_resolved_has_that_state_beside_its_own() -> None:
    page = read(published(SITE)["rectifications/2014-002/index.html"])

    assert [value for name, value in told(page, "filter") if name == "state"] == ["unresolved", "overdue"]
    assert dict(told(page, "meta"))["state"] == "逾期 10 天，已登记"


def test_the_order_is_that_of_the_ledger_then_of_the_other_lists() -> None:
    pages = {path: read(html) for path, html in published(SITE).items() if not path.startswith("en/")}
    order = {told(page, "sort")[0][1]: path.rpartition("/")[0] for path, page in pages.items() if told(page, "sort")}

    assert [order[place] for place in sorted(order)][:3] == [
        "rectifications/2014-002",
        "rectifications/2014-001",
        "activities/night",
    ]


def test_every_record_can_be_found_and_no_list_can(tmp_path: Path) -> None:
    pages = published(SITE)
    indexed = {path for path, html in pages.items() if "data-pagefind-body" in html}
    records = {page.address for page in plan.pages(linked(site(tmp_path / "again", SITE))) if page.subject}

    assert {layout.path(address, lang).as_posix() for address in records for lang in ("zh", "en")} <= indexed
    assert not indexed & {"index.html", "rectifications/index.html", "search/index.html", "checks/index.html"}
    assert all(told(read(pages[path]), "filter") for path in indexed)


def test_it_asks_for_nothing_that_no_record_has(tmp_path: Path) -> None:
    questions = context(planned(tmp_path, SITE), "/search/", Search).questions

    assert {one.name: [value for value, _ in one.options] for one in questions} == {
        "kind": ["rectification", "activity", "unit", "programme", "page"],
        "state": ["unresolved", "overdue", "closed"],
        "unit": ["baisha"],
        "programme": ["five-nights"],
        "topic": ["streets"],
        "channel": ["hotline"],
        "year": ["2014", "2013"],
    }


@pytest.mark.parametrize(("search", "policy"), [(False, STRICT), (True, SEARCHING)])
def test_only_with_an_index_is_there_a_form_and_leave_to_run_it(search: bool, policy: str, tmp_path: Path) -> None:
    found = {one.address: one for one in plan.pages(linked(site(tmp_path, SITE)), Extras(search=search))}

    assert found["/search/"].policy == policy
    assert {one.policy for address, one in found.items() if address != "/search/"} == {STRICT}


def test_a_copy_without_an_index_says_so_and_leads_to_the_lists(tmp_path: Path) -> None:
    where = places(tmp_path, SITE)
    rebuild.build(where, None, workers=1, portable=True, extras=Extras(search=True))
    made = held(where.out)
    (main,) = read(made["en/search/index.html"].decode()).all("main")

    assert not [path for path in made if path.startswith("pagefind/")]
    assert not main.all("form")
    assert not main.all("script")
    assert "no search" in main.all("p", "notice")[-1].words
    assert "../rectifications/index.html" in [link.attributes["href"] for link in main.all("a")]
