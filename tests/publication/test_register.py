"""What the log tells is one story, or no story at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.publication.events import Entry, Event
from minusone.publication.register import Register, history, register
from minusone.publication.versions import Saying, Version, written
from minusone.schema import Ref
from minusone.transparency.errors import LogError
from minusone.transparency.log import Log
from tests.transparency.made import continued, reader

LAMP = Ref("rectification", "2014-001")
DAY = date(2014, 3, 1)
SAYINGS = [Saying({"title": f"第 {number} 版"}, bytes([number]) * 32) for number in (1, 2)]
HISTORY = tuple(Version(number, DAY, saying) for number, saying in enumerate(SAYINGS, 1))
FIRST, SECOND = (Entry(Event.PUBLISHED, LAMP, number, DAY, said.digest) for number, said in enumerate(SAYINGS, 1))
REMOVED, ERASED = Entry(Event.REMOVED, LAMP, 2, DAY), Entry(Event.ERASED, LAMP, 1, DAY)


def told(*entries: Entry | bytes) -> Register:
    data = [entry if isinstance(entry, bytes) else entry.data for entry in entries]
    return register(Log.open(reader(continued({}, data))))


@pytest.mark.parametrize(
    "entries",
    [
        [SECOND],
        [FIRST, FIRST],
        [Entry(Event.PUBLISHED, LAMP, 1, DAY)],
        [REMOVED],
        [Entry(Event.REMOVED, LAMP, 0, DAY)],
        [FIRST, REMOVED],
        [FIRST, SECOND, REMOVED, REMOVED],
        [ERASED],
        [FIRST, ERASED],
        [FIRST, SECOND, ERASED, ERASED],
        [FIRST, Entry(Event.ERASED, LAMP, 0, DAY)],
        [FIRST, replace(SECOND, day=DAY - timedelta(1))],
        [Entry(Event.PUBLISHED, Ref("visit", "a"), 1, DAY + timedelta(1), bytes(32)), FIRST],
    ],
    ids=lambda entries: " ".join(f"{entry.event.value}-{entry.number}" for entry in entries),
)
def test_what_can_not_follow_is_refused_with_its_place(entries: list[Entry]) -> None:
    with pytest.raises(LogError, match=f"Entry {len(entries) - 1}, counted from 0, tells of “{LAMP}”"):
        told(*entries)


@pytest.mark.parametrize("id", ["../../etc/passwd", "/etc/passwd", "a/b", "..", "", "a" * 101, "灯", "a b", "a\n"])
def test_no_entry_leads_out_of_the_folder_of_histories(id: str) -> None:
    for ref in (Ref("unit", id), Ref(id, "baisha")):
        with pytest.raises(LogError, match="that this program did not write"):
            told(Entry(Event.PUBLISHED, ref, 1, DAY, bytes(32)).data)


def test_a_history_is_believed_only_as_the_log_tells_it() -> None:
    course = told(FIRST, SECOND)[LAMP]
    assert history(LAMP, course, written(HISTORY)) == HISTORY
    changed = Version(1, DAY, Saying({"title": "改过"}, SAYINGS[0].salt))
    for other in (
        HISTORY[:1],
        (*HISTORY, Version(3, DAY, SAYINGS[0])),
        (changed, HISTORY[1]),
        (Version(1, DAY, None), HISTORY[1]),
        (Version(1, DAY + timedelta(days=1), SAYINGS[0]), HISTORY[1]),
    ):
        with pytest.raises(LogError, match=f"the versions of “{LAMP}” were changed"):
            history(LAMP, course, written(other))


def test_what_was_erased_has_to_be_gone() -> None:
    course = told(FIRST, SECOND, ERASED)[LAMP]
    erased = (Version(1, DAY, None), HISTORY[1])

    assert history(LAMP, course, written(erased)) == erased
    with pytest.raises(LogError):
        history(LAMP, course, written(HISTORY))


def test_what_a_record_says_now_can_not_be_erased_and_what_it_said_before_it_went_can() -> None:
    second = replace(ERASED, number=2)
    with pytest.raises(LogError):
        told(FIRST, SECOND, second)

    assert told(FIRST, SECOND, REMOVED, second, ERASED)[LAMP].losses == [REMOVED, second, ERASED]


def test_a_record_that_was_removed_may_come_back() -> None:
    third = Entry(Event.PUBLISHED, LAMP, 3, DAY, bytes(32))

    assert told(FIRST, SECOND, REMOVED)[LAMP].removed
    assert not told(FIRST, SECOND, REMOVED, third)[LAMP].removed


@given(st.binary(max_size=200))
def test_a_history_may_be_any_bytes(data: bytes) -> None:
    with pytest.raises(LogError, match=r"log/records/rectification/2014-001\.json"):
        history(LAMP, told(FIRST)[LAMP], data)


def test_a_log_larger_than_anybody_s_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("minusone.publication.register.MOST", 1)
    with pytest.raises(LogError, match="more than 1 entries"):
        told(FIRST, SECOND)
