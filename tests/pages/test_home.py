"""The home page: the unresolved ones first, by name; nothing of them is left out."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.pages.home import SHOWN, Home
from minusone.pages.ledger import Ledger
from minusone.pieces.rows import Row
from minusone.reckoning.lifecycle import Group
from tests.built import DONE, context, one, planned, published, read
from tests.sites import BAISHA, progress, record, rectification
from tests.test_site import LEDGER

UNRESOLVED = ["005", "003", "002", "004", "001", "006", "007"]


def ids(rows: tuple[Row, ...]) -> list[str]:
    return [row.id[-3:] for row in rows]


def test_the_unresolved_come_first_overdue_on_top_the_longest_overdue_then_the_oldest_first(tmp_path: Path) -> None:
    home = context(planned(tmp_path, BAISHA + LEDGER), "/", Home)

    assert ids(home.unresolved) == UNRESOLVED
    assert home.more == 0
    assert (home.count.found, home.count.closed, home.count.merged, home.count.unresolved) == (9, 1, 1, 7)


def test_nothing_unresolved_is_left_out_of_a_long_list(tmp_path: Path) -> None:
    pages = planned(tmp_path, "per_page: 3\n" + BAISHA + LEDGER)
    home = context(pages, "/", Home)
    sheets = [context(pages, f"/rectifications/unresolved/{page}", Ledger) for page in ("", "page/2/", "page/3/")]

    assert ids(home.unresolved) == UNRESOLVED[:3]
    assert len(home.unresolved) + home.more == home.count.unresolved == len(UNRESOLVED)
    assert [id for sheet in sheets for section in sheet.sections for id in ids(section.rows)] == UNRESOLVED


def test_the_home_page_stays_short_however_much_a_list_may_hold(tmp_path: Path) -> None:
    many = "".join(one(Group.OPEN, f"2014-{n:03}") for n in range(1, 14))
    home = context(planned(tmp_path, BAISHA + many), "/", Home)

    assert (len(home.unresolved), home.more) == (SHOWN, 3)


def test_what_is_overdue_is_on_the_page_however_much_there_is(tmp_path: Path) -> None:
    home = context(planned(tmp_path, "per_page: 1\n" + BAISHA + LEDGER), "/", Home)

    assert (ids(home.unresolved), home.more) == (UNRESOLVED[:3], 4)


def test_what_is_first_on_the_page_is_what_is_not_done() -> None:
    text = "per_page: 2\n" + BAISHA + LEDGER.replace("路灯不亮", "一盏灯") + record("activity", "night")
    pages = published(text)

    for path in ("index.html", "en/index.html"):
        first = read(pages[path]).all("main")[0].all("section")[0]
        links = first.all("a")
        assert first.all("h2")[0].words.endswith(" 7")
        assert links[0].words == "一盏灯"
        assert "4" in links[-1].words
        assert links[-1].attributes["href"].endswith("rectifications/unresolved/")


def test_units_stand_side_by_side_each_as_bad_as_its_worst_record(tmp_path: Path) -> None:
    """Those that residents know always do, any other when it answers for something; the topmost is the page itself."""
    text = (
        record("unit", "district", "type: district")
        + record("unit", "baisha", "parent: district")
        + record("unit", "cicheng", "title: 慈城镇\ntype: town")
        + record("unit", "zone", "title: 工业区\ntype: zone")
        + record("unit", "gongyi", "title: 公益村\ntype: village\nparent: cicheng")
        + record("unit", "housing", "title: 住建局\ntype: department\nparent: district")
        + record("unit", "water", "title: 水利局\ntype: department\nparent: district")
        + one(Group.CLOSED, "2014-001", "unit: cicheng")
        + one(Group.OVERDUE, "2014-002", "unit: gongyi")
        + one(Group.CLOSED, "2014-003", "unit: baisha\nlead: housing")
    )
    units = context(planned(tmp_path, text), "/", Home).units

    assert [(unit.link.address, unit.count.worst) for unit in units] == [
        ("/units/cicheng/", Group.OVERDUE),
        ("/units/gongyi/", Group.OVERDUE),
        ("/units/baisha/", Group.CLOSED),
        ("/units/housing/", Group.CLOSED),
        ("/units/zone/", None),
    ]


def test_the_latest_of_what_was_done_is_shown_the_newest_first(tmp_path: Path) -> None:
    nights = "".join(record("activity", f"night-{day}", f"date: 2014-03-0{day}") for day in range(1, 8))
    home = context(planned(tmp_path, BAISHA + nights + record("activity", "year", "date: 2014/2014")), "/", Home)

    assert [item.link.address for item in home.activities] == [f"/activities/night-{day}/" for day in (7, 6, 5, 4, 3)]


@pytest.mark.parametrize(("group", "named"), [(Group.CLOSED, 0), (Group.DECLINED, 1), (Group.WITHHELD, 1)])
def test_only_what_was_closed_is_no_longer_named_first(group: Group, named: int) -> None:
    pages = published(BAISHA + one(group))

    for path in ("index.html", "en/index.html"):
        first = read(pages[path]).all("main")[0].all("section")[0]
        assert len(first.all("li")) == named


def test_what_is_closed_but_was_not_followed_up_is_named_and_its_unit_is_not_clear(tmp_path: Path) -> None:
    text = BAISHA + rectification("title: 没人回访\n" + progress(*DONE)) + one(Group.CLOSED, "2014-002")
    home = context(planned(tmp_path / "1", text), "/", Home)
    (unit,) = home.units

    assert [row.id for row in home.missed] == ["2014-001"]
    assert (unit.count.missed, unit.count.unresolved, unit.count.worst) == (1, 0, Group.OPEN)
    for path, words in {"index.html": "漏了回访", "en/index.html": "follow-up visit missed"}.items():
        (whole,) = read(published(text)[path]).all("ul", "units")[0].all("p", "meta")
        assert words in whole.words
        assert not whole.all("span", "closed")


def test_a_recommendation_without_an_answer_is_among_what_is_not_done(tmp_path: Path) -> None:
    asked = "recommendations: [{text: 补灯, to: baisha}, {text: 修路, to: baisha, due: 2014-03-10}]"
    pages = planned(tmp_path, BAISHA + record("team", "province") + record("visit", "look", asked))
    home = context(pages, "/", Home)

    assert [one.recommendation.text.zh for one in home.unanswered] == ["修路", "补灯"]
    assert [state.count.worst for state in home.units] == [Group.OVERDUE]
