"""A programme's page: each commitment with what was done for it, and everything under the programme."""

from __future__ import annotations

from pathlib import Path

from minusone.pages.programme import ProgrammePage
from minusone.reckoning.lifecycle import Group
from tests.built import context, leads_to, one, planned, published, read
from tests.sites import BAISHA, record

FIVE = """
commitments:
  - {id: study, what: 每周夜学, who: each:street, how_often: FREQ=WEEKLY;BYDAY=TU, amount: {at_least: 1, of: hours}}
  - {id: duty, what: 驻点, who: baisha, how_often: FREQ=MONTHLY,
     amount: {at_least: 1, at_most: 2, of: days, per: official}}
"""
TEXT = (
    BAISHA
    + record("programme", "five", FIVE)
    + record("programme", "night", "parent: five")
    + record("activity", "first", "date: 2014-03-04\nfulfils: five#study")
    + record("activity", "second", "date: 2014-03-11\nfulfils: five#study")
    + record("activity", "other", "programme: five")
    + one(Group.OPEN, "2014-001", "programme: five")
    + one(Group.OVERDUE, "2014-002", "programme: night")
)


def test_each_commitment_has_what_was_done_for_it(tmp_path: Path) -> None:
    five = context(planned(tmp_path, TEXT), "/programmes/five/", ProgrammePage)

    assert [
        (view.commitment.id, [link.address for one in view.kept for cell in one.cells for link in cell.by])
        for view in five.commitments
    ] == [("study", ["/activities/first/", "/activities/second/"]), ("duty", [])]
    assert [item.link.address for item in five.activities] == [
        "/activities/second/",
        "/activities/other/",
        "/activities/first/",
    ]
    assert [item.link.address for item in five.below] == ["/programmes/night/"]
    assert (five.count.unresolved, five.count.worst) == (2, Group.OVERDUE)


def test_what_an_activity_fulfils_is_a_link_to_that_commitment() -> None:
    pages = published(TEXT)
    path = "activities/first/index.html"
    (link,) = (one for one in read(pages[path]).all("main")[0].all("a") if "#" in one.attributes["href"])
    (there,) = (
        one
        for one in read(pages[leads_to(path, link)]).all()
        if one.attributes.get("id") == link.attributes["href"].partition("#")[2]
    )

    assert there.all("h3")[0].words == "每周夜学"


def test_how_often_and_how_much_are_said_in_words() -> None:
    pages = published(TEXT)
    said = {
        half: [
            fact.all("dd")[0].words
            for fact in read(pages[f"{half}programmes/five/index.html"]).all("div")
            if fact.all("dt")
        ]
        for half in ("", "en/")
    }

    assert {"每周二", "每个单位至少 1 小时", "每名干部 1 至 2 天"} <= set(said[""])
    assert {"Every Tuesday", "At least 1 hour, each unit", "1–2 days, each official"} <= set(said["en/"])


def test_a_commitment_of_which_nothing_is_known_says_so() -> None:
    html = published(TEXT)["en/programmes/five/index.html"]

    assert html.count("No activity on record says that it was kept.") == 1
