"""The page on the site itself names what is lacking, and no more of what nobody may read."""

from __future__ import annotations

from pathlib import Path

from minusone import rebuild
from minusone.faults import FAULTS
from minusone.freshness import Freshness
from minusone.pages.checks import NOTES, Checks, kinds
from tests.built import built, context, linked, places, planned, read
from tests.sites import BAISHA, record, rectification

PAGES = (
    BAISHA
    + record("page", "about", "title: 关于")
    + "-- content/pages/about.en.md --\n---\ntitle: About\n---\n"
    + record("page", "more", "title: 更多")
    + record("page", "secret", "internal: true")
)
TARGETS = "targets:\n  - {id: lamps, what: 路灯, measure: 盏, planned: 10, by_unit: [{unit: baisha, planned: 8}]}"


def test_each_kind_says_which_records_are_not_fully_translated(tmp_path: Path) -> None:
    found = context(planned(tmp_path, PAGES), "/checks/", Checks)

    assert [(kind.kind, kind.share.whole, [str(one.link.address) for one in kind.behind]) for kind in found.kinds] == [
        ("unit", 1, ["/units/baisha/"]),
        ("page", 2, ["/pages/more/"]),
    ]
    assert found.notes == ()


def test_what_is_stale_comes_first(tmp_path: Path) -> None:
    where = places(tmp_path, PAGES)
    rebuild.build(where, None, workers=1)
    site = linked(places(tmp_path, PAGES.replace("title: 关于", "title: 本站")))
    (pages,) = (kind for kind in kinds(site.records.values()) if kind.kind == "page")

    assert [(one.link.address, one.freshness) for one in pages.behind] == [
        ("/pages/about/", Freshness.STALE),
        ("/pages/more/", Freshness.MISSING),
    ]


def test_contradictions_of_the_sources_are_counted_those_of_internal_records_are_not(tmp_path: Path) -> None:
    for internal in (False, True):
        fields = ("internal: true\n" if internal else "") + TARGETS
        said = read(built(tmp_path / str(internal), BAISHA + rectification(fields))["en/checks/index.html"]).words

        assert ("Totals that their units do not give, published as printed: 1" in said) is not internal
        assert ("None was found." in said) is internal


def test_every_note_is_counted_there_or_told_by_name_elsewhere() -> None:
    elsewhere = {
        "commitment-missed",
        "commitment-short",
        "due-soon",
        "follow-up-due-soon",
        "follow-up-missed",
        "one-not-taken-up",
        "overdue",
        "recommendation-due-soon",
        "recommendation-overdue",
        "review-overdue",
        "silent",
        "translation-stale",
    }
    for_the_office = {"exception-unused", "memory-behind"}

    assert {fault.code for fault in FAULTS.values() if fault.note} == {*NOTES, *elsewhere, *for_the_office}


def test_every_page_leads_there(tmp_path: Path) -> None:
    pages = built(tmp_path, BAISHA)

    for path, html in pages.items():
        half = "/en/" if path.startswith("en/") else "/"
        up = half if path.endswith("404.html") else "../" * (path.count("/") - (half != "/"))
        links = [link.attributes["href"] for link in read(html).all("footer")[0].all("a")]
        assert f"{up}checks/" in links or path.endswith("checks/index.html")
