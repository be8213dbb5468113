"""A commitment's gaps come first, by name and date; then a calendar that says every period in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.pages.group import GroupPage
from minusone.pages.home import Home
from minusone.pages.programme import ProgrammePage
from minusone.pages.team import TeamPage
from minusone.pages.unit import UnitPage
from minusone.pieces.kept import Kept
from minusone.reckoning.lifecycle import Group
from minusone.reckoning.recurrence import Outcome
from tests.built import Element, context, planned, published, read
from tests.sites import BAISHA, record

STUDY = """
commitments:
  - id: study
    what: 每周夜学
    who: {who}
    how_often: FREQ=WEEKLY;BYDAY=TU
    amount: {{at_least: 1, of: hours, per: official}}
    excused: {{period: 2014-04-15, reason: 防汛, sample: true}}
"""
UNITS = record("unit", "jiangbei", "type: district") + BAISHA.replace("type:", "parent: jiangbei\ntype:")
KONGPU = record("unit", "kongpu", "title: 孔浦街道\nparent: jiangbei")
FIVE = record("programme", "five", STUDY.format(who="baisha"))
DONE = (
    record("activity", "first", "title: 第一课\ndate: 2014-03-25\nhours: 1.5\nfulfils: five#study")
    + record("activity", "short", "title: 半课\ndate: 2014-04-08\nhours: 0.75\nfulfils: five#study")
    + record("activity", "last", "title: 末课\ndate: 2014-04-22\nhours: 1\nfulfils: five#study\nsample: true")
)
TEXT = UNITS + FIVE + DONE


def forms(one: Kept) -> list[tuple[str, str]]:
    return [(cell.turn.period.form, cell.turn.outcome.value) for cell in one.cells]


def test_the_calendar_has_every_period_and_the_gaps_again_before_it(tmp_path: Path) -> None:
    five = context(planned(tmp_path, TEXT), "/programmes/five/", ProgrammePage)
    ((one,),) = (view.kept for view in five.commitments)

    assert forms(one) == [
        ("2014-03-25", "kept"),
        ("2014-04-01", "missed"),
        ("2014-04-08", "short"),
        ("2014-04-15", "excused"),
        ("2014-04-22", "kept"),
        ("2014-04-29", "missed"),
    ]
    assert [cell.turn.period.form for cell in one.gaps] == ["2014-04-01", "2014-04-08", "2014-04-29"]
    assert one.counts == (
        (Outcome.MISSED, 2),
        (Outcome.SHORT, 1),
        (Outcome.EXCUSED, 1),
        (Outcome.KEPT, 2),
    )
    assert [link.address for link in one.cells[2].by] == ["/activities/short/"]
    assert one.unnumbered
    assert not one.sample
    assert one.counted_from == one.cells[0].turn.period.first


@pytest.mark.parametrize(
    ("half", "missed", "short"),
    [
        ("", "2014年4月1日（星期二） 未做", "2014年4月8日（星期二） 不足，还差 15 分钟 半课"),
        ("en/", "Tuesday 1 April 2014 Missed", "Tuesday 8 April 2014 Short, 15 minutes lacking 半课"),
    ],
)
def test_gaps_are_said_in_words_with_their_dates(half: str, missed: str, short: str) -> None:
    pages = published(TEXT)

    for path in ("programmes/five/index.html", "units/baisha/index.html"):
        page = read(pages[f"{half}{path}"])
        (gaps,) = page.all("ul", "gaps")
        (turns,) = page.all("ol", "turns")
        assert [one.words for one in gaps.all("li")][:2] == [missed, short]
        assert len(turns.all("li")) == 6
        assert position(page, gaps) < position(page, turns)


@pytest.mark.parametrize(
    ("half", "rows", "said"),
    [
        ("", [["2014年3月", "25"], ["2014年4月", "1", "8", "15", "22", "29"]], "2014年4月1日（星期二）：未做"),
        ("en/", [["March 2014", "25"], ["April 2014", "1", "8", "15", "22", "29"]], "Tuesday 1 April 2014: missed"),
    ],
)
def test_the_calendar_is_a_table_with_a_square_for_each_period_that_says_its_date_and_what_became_of_it(
    half: str, rows: list[list[str]], said: str
) -> None:
    (calendar,) = read(published(TEXT)[f"{half}programmes/five/index.html"]).all("table", "calendar")
    squares = calendar.all("span", "badge")

    assert [
        [one.words for one in row.all() if one.tag == "th" or one.attributes.get("aria-hidden")]
        for row in calendar.all("tr")
    ] == rows
    assert [one.classes[1] for one in squares] == ["kept", "missed", "short", "excused", "kept", "missed"]
    assert squares[1].all("span", "unseen")[0].words == said


def test_days_on_end_stand_below_their_weekdays() -> None:
    daily = STUDY.format(who="baisha").replace("FREQ=WEEKLY;BYDAY=TU", "FREQ=DAILY\n    since: 2014-04-28")
    pages = published(UNITS + record("programme", "five", daily))
    (calendar,) = read(pages["en/programmes/five/index.html"]).all("table", "calendar")

    assert [one.words for one in calendar.all("th")] == ["Mon", "Tue", "Wed", "April 2014"]
    assert len(calendar.all("span", "badge")) == 3


def position(page: Element, one: Element) -> int:
    return page.all().index(one)


def test_what_is_made_up_is_marked_where_not_all_of_it_is() -> None:
    page = read(published(TEXT)["programmes/five/index.html"])
    (turns,) = page.all("ol", "turns")

    assert [bool(one.all("span", "tag")) for one in turns.all("li")] == [False, False, False, True, True, False]


def test_a_calendar_that_is_all_made_up_says_so_once() -> None:
    page = read(
        published(UNITS + FIVE + DONE.replace("hours: 1.5", "hours: 1.5\nsample: true"))["programmes/five/index.html"]
    )
    (turns,) = page.all("ol", "turns")

    assert turns.all("span", "tag") == []
    assert "未做 2 不足 1 免除 1 已做到 2 示例" in [one.words for one in page.all("p", "meta")]
    assert [bool(one.all("span", "tag")) for one in page.all("ul", "gaps")[0].all("li")] == [True, True, True]


def test_nothing_on_record_is_not_called_kept() -> None:
    html = published(UNITS + FIVE)["en/programmes/five/index.html"]

    assert "No activity on record says that it was kept." in html
    assert 'class="turns"' not in html


def test_one_with_gaps_stands_before_one_without(tmp_path: Path) -> None:
    text = UNITS + KONGPU + record("programme", "five", STUDY.format(who="[baisha, kongpu]"))
    text += record("activity", "one", "date: 2014-04-29\nhours: 1\nfulfils: five#study")
    text += record("activity", "two", "date: 2014-04-22\nhours: 1\nunits: kongpu\nfulfils: five#study")
    five = context(planned(tmp_path, text), "/programmes/five/", ProgrammePage)

    assert [(one.who.address, len(one.gaps)) for one in five.commitments[0].kept] == [
        ("/units/kongpu/", 1),
        ("/units/baisha/", 0),
    ]


def test_a_gap_keeps_everything_that_it_belongs_to_from_being_clear(tmp_path: Path) -> None:
    pages = planned(tmp_path, TEXT)
    unit = context(pages, "/units/baisha/", UnitPage)
    district = context(pages, "/units/jiangbei/", UnitPage)
    home = context(pages, "/", Home)

    assert (unit.count.gaps, unit.count.worst) == (3, Group.OPEN)
    assert [len(one.gaps) for one in unit.kept] == [3]
    assert (district.count.gaps, district.kept) == (3, ())
    assert [one.who.address for one in district.kept_below] == ["/units/baisha/"]
    assert context(pages, "/programmes/five/", ProgrammePage).count.gaps == 3
    assert [one.count.gaps for one in home.units] == [3]
    assert [one.link.address for one in home.not_kept] == ["/programmes/five/#commitment:study"]


def test_a_group_and_a_team_show_their_own(tmp_path: Path) -> None:
    both = record("group", "first") + record("team", "province")
    text = UNITS + both + record("programme", "five", STUDY.format(who='["group:first", "team:province"]'))
    text += record(
        "activity", "one", "date: 2014-04-22\nhours: 1\ngroups: [group:first, team:province]\nfulfils: five#study"
    )
    pages = planned(tmp_path, text)
    group, team = (
        context(pages, "/groups/first/", GroupPage).kept,
        context(pages, "/teams/province/", TeamPage).kept,
    )

    assert [forms(one) for one in (*group, *team)] == [[("2014-04-22", "kept"), ("2014-04-29", "missed")]] * 2
