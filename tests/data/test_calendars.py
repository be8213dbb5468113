"""Calendars as another library than their writer reads them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from minusone import rebuild
from minusone.data import calendars
from minusone.pieces.calendars import Calendar as Shown
from minusone.pieces.calendars import Occasion
from minusone.reckoning.lifecycle import Group
from minusone.words import Bilingual, Words
from tests.built import DONE, REGISTERED, held, linked, one, places
from tests.sites import BAISHA, progress, record, rectification, site

BASE = "https://small.example/"
SITE = (
    f"address: {BASE}\n"
    + BAISHA
    + record("unit", "office", "type: department")
    + record("team", "province")
    + rectification("title: 路灯\nsample: true\ndeadline: 2014-04-18\n" + progress(REGISTERED))
    + rectification(
        "title: 河道\ndeadline: 2014-05\n"
        + progress(
            REGISTERED, "date: 2014-03-05, step: extended, deadline: 2014-Q2, reason: 等水退, approved_by: office"
        ),
        id="2014-002",
    )
    + rectification(
        "title: 拆迁\ndeadline: 2014-04-01\n" + progress(REGISTERED, "date: 2014-03-05, step: declined, reason: 无权"),
        id="2014-003",
    )
    + rectification("title: 污水\n" + progress(*DONE), id="2014-004")
    + rectification(
        "title: 垃圾\n" + progress(*DONE, "date: 2014-04-10, step: followed_up, verdict: satisfied, asked: 9"),
        id="2014-005",
    )
    + record(
        "visit",
        "march",
        "date: 2014-03-04/2014-03-06\ntheme: 夜里, 雨里\n"
        "recommendations: [{text: 快修; 修好, to: baisha, due: 2014-04-20}]",
    )
    + record("visit", "sometime", "date: 2014-03")
    + "-- content/rectifications/2014-001.en.md --\n---\ntitle: Lamps\n---\n"
)


def made(folder: Path, text: str = SITE) -> dict[str, list[dict[str, Any]]]:
    whole = linked(site(folder, text))
    return {one.path.as_posix(): events(one.data) for one in calendars.documents(whole, ())}


def events(data: bytes) -> list[dict[str, Any]]:
    """Each event's properties by name."""
    found = vobject.readOne(data.decode())
    found.validate(raiseException=True)
    return [{name: lines[0].value for name, lines in one.contents.items()} for one in found.vevent_list]


def told(found: list[dict[str, Any]]) -> list[tuple[date, str]]:
    return [(event["dtstart"], event["summary"]) for event in found]


def test_each_is_there_in_both_languages(tmp_path: Path) -> None:
    names = {f"calendars/{name}.ics" for name in ("deadlines", "follow-ups", "visits")}

    assert set(made(tmp_path)) == names | {f"en/{name}" for name in names}


def test_what_is_overdue_stays_on_its_day_and_says_so(tmp_path: Path) -> None:
    found = made(tmp_path)

    assert told(found["calendars/deadlines.ics"]) == [
        (date(2014, 4, 18), "[示例] 逾期 12 天：路灯"),
        (date(2014, 4, 20), "逾期 10 天未答复：快修; 修好"),
        (date(2014, 6, 30), "整改期限：河道"),
    ]
    assert told(found["en/calendars/deadlines.ics"])[0] == (date(2014, 4, 18), "[sample] Overdue by 12 days: Lamps")


def test_a_measure_is_due_on_its_own_account_until_it_is_done(tmp_path: Path) -> None:
    measures = (
        "measures:\n- {text: 换灯泡, due: 2014-04-10, done: 2014-04-08}\n"
        "- {text: 装灯杆, due: 2014-04-20, units: office}\n- {text: 通电, due: 2014-05}\n- {text: 巡查}\n"
    )
    text = f"address: {BASE}\n" + BAISHA + record("unit", "office", "title: 供电所\ntype: department")
    lamps = rectification("title: 路灯\n" + measures + progress(REGISTERED))
    closed = rectification(measures + progress(*DONE), id="2014-002")
    found = made(tmp_path, text + lamps + closed)["calendars/deadlines.ics"]

    assert told(found) == [
        (date(2014, 4, 20), "措施逾期 10 天：装灯杆"),
        (date(2014, 5, 31), "措施期限：通电"),
    ]
    assert found[0]["uid"] == "measure-2014-001-2-zh@small.example"
    assert found[0]["description"].split("\n") == ["措施期限：2014年4月20日", "责任单位：供电所", "整改：路灯"]


def test_follow_up_visits_that_were_made_are_no_longer_due(tmp_path: Path) -> None:
    assert told(made(tmp_path)["calendars/follow-ups.ics"]) == [
        (date(2014, 4, 5), "漏了回访，逾期 25 天：污水"),
        (date(2014, 6, 4), "待回访：污水"),
        (date(2014, 6, 4), "待回访：垃圾"),
    ]


def test_a_visit_of_some_days_ends_on_the_day_after_its_last_one(tmp_path: Path) -> None:
    (visit,) = made(tmp_path)["calendars/visits.ics"]

    assert (visit["dtstart"], visit["dtend"]) == (date(2014, 3, 4), date(2014, 3, 7))
    assert visit["description"].split("\n")[:2] == ["时间：2014年3月4日至6日", "夜里, 雨里"]


def test_an_event_leads_to_its_record_and_stays_the_same_one(tmp_path: Path) -> None:
    found = {event["uid"]: event for event in made(tmp_path)["en/calendars/deadlines.ics"]}
    moved = found["deadline-2014-002-en@small.example"]

    assert set(found) == {
        f"{id}-en@small.example" for id in ("deadline-2014-001", "deadline-2014-002", "answer-march-1")
    }
    assert moved["url"] == f"{BASE}en/rectifications/2014-002/"
    assert found["answer-march-1-en@small.example"]["url"] == f"{BASE}en/visits/march/#recommendation:1"
    assert moved["categories"] == ["Deadline"]
    assert "First deadline: by the end of May 2014" in moved["description"]
    assert moved["dtstamp"] == datetime(2014, 4, 29, 16, tzinfo=UTC), "midnight of the site's today in China"


def test_a_calendar_says_what_it_is_and_how_often_to_read_it_again(tmp_path: Path) -> None:
    whole = linked(site(tmp_path, SITE))
    data = {one.path.as_posix(): one.data for one in calendars.documents(whole, ())}["en/calendars/visits.ics"]
    lines = data.decode().replace("\r\n ", "").split("\r\n")

    assert {
        "NAME:A small site · Supervision visits",
        "X-WR-CALNAME:A small site · Supervision visits",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        f"SOURCE;VALUE=URI:{BASE}en/calendars/visits.ics",
    } <= set(lines)
    assert all(len(line.encode()) <= 75 for line in data.decode().split("\r\n")), "RFC 5545, 3.1"


@pytest.mark.parametrize("text", [SITE.partition("\n")[2], f"address: {BASE}\n{BAISHA}"], ids=["no address", "no news"])
def test_where_nothing_could_be_in_it_there_is_none(text: str, tmp_path: Path) -> None:
    assert made(tmp_path, text) == {}


@given(title=st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1).map(str.strip).filter(bool))
@settings(max_examples=50)
def test_any_title_is_read_as_it_was_written(title: str) -> None:
    day, name = date(2014, 4, 18), Bilingual("期限", "Deadline")
    occasion = Occasion("x", day, day, "/x/", name, name, Words(title), (), False)

    assert calendars.summary(occasion, "zh") == f"期限：{title}"
    data = calendars.written(Shown("/x.ics", name, name, (occasion,)), BASE, name, day, "zh")
    (event,) = events(data)
    assert event["summary"] == f"期限：{title}"


def test_an_event_is_named_by_the_sites_host_whatever_its_ending_and_is_no_address_of_anybody(tmp_path: Path) -> None:
    where = places(tmp_path, "address: https://www.jiangbei.gov.cn/\n" + BAISHA + one(Group.OVERDUE))
    rebuild.build(where, None, workers=1)

    assert any(b"UID:" in data and b"@www.jiangbei.gov.cn" in data for path, data in held(where.out).items())
