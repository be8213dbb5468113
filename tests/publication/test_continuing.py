"""Publishing adds to what was published, and takes nothing away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.plain import Plain
from minusone.publication import keys
from minusone.publication.continuing import Leave, continued
from minusone.publication.events import Entry, Event
from minusone.publication.past import Files
from minusone.publication.register import register
from minusone.publication.versions import path
from minusone.schema import Ref
from minusone.transparency.errors import LogError
from minusone.transparency.notes import Signer
from minusone.transparency.tiles import WIDTH
from tests.publication.made import DAY, LAMP, ROAD, Said, lamp, past, published, road
from tests.transparency.made import ORIGIN, SIGNER

NEXT = DAY + timedelta(days=30)
SAID = st.dictionaries(st.sampled_from((LAMP, ROAD)), st.sampled_from((lamp(), road(), lamp("灯亮了"))))


def told(files: Files) -> Iterator[tuple[Event, Ref, int]]:
    for data in past(files).log.entries():
        entry = Entry.parse(data)
        yield entry.event, entry.ref, entry.number


def test_what_is_new_or_says_something_else_gets_a_version() -> None:
    first = published({}, {LAMP: lamp(), ROAD: road()})
    second = published(first, {LAMP: lamp(), ROAD: road("路面补好")}, NEXT)
    history = past(second).histories[ROAD]

    assert [(one.number, one.day, one.said and one.said.record) for one in history] == [
        (1, DAY, road()),
        (2, NEXT, road("路面补好")),
    ]
    assert [*told(second)] == [(Event.PUBLISHED, LAMP, 1), (Event.PUBLISHED, ROAD, 1), (Event.PUBLISHED, ROAD, 2)]


def test_what_is_gone_keeps_its_history_and_may_come_back() -> None:
    files = published(published({}, {LAMP: lamp()}), {}, NEXT, Leave({LAMP: "why-it-went"}))
    gone = past(files)

    assert gone.removed == {LAMP}
    assert gone.histories[LAMP] == past(published({}, {LAMP: lamp()})).histories[LAMP]
    assert Entry.parse([*gone.log.entries()][-1]).why == "why-it-went"
    back = past(published(files, {LAMP: lamp()}, NEXT))
    assert back.removed == frozenset()
    assert [one.number for one in back.histories[LAMP]] == [1, 2]


def test_nothing_is_left_of_a_version_that_was_erased_but_that_there_was_one() -> None:
    first = published(published({}, {LAMP: lamp("张三家的路灯")}), {LAMP: lamp()}, NEXT)
    leave = Leave(erased={LAMP: {1: "erased-by-law"}})
    erased = published(first, {LAMP: lamp()}, NEXT, leave)

    assert [one.said is None for one in past(erased).histories[LAMP]] == [True, False]
    assert "张三" not in b"".join(erased.values()).decode(errors="ignore")
    assert [*told(erased)][-1] == (Event.ERASED, LAMP, 1)
    assert published(erased, {LAMP: lamp()}, NEXT, leave) == erased, "what is erased is not erased again"


@pytest.mark.parametrize("number", [2, 3])
def test_what_a_record_says_now_can_not_be_erased_nor_what_it_never_said(number: int) -> None:
    files = published(published({}, {LAMP: lamp("旧")}), {LAMP: lamp()})
    with pytest.raises(LogError, match=rf"“{LAMP}”.*ersion {number}"):
        published(files, {LAMP: lamp()}, leave=Leave(erased={LAMP: {number: ""}}))


@pytest.mark.parametrize("said", ["旧", "路灯不亮"], ids=["something new", "nothing new"])
def test_the_past_is_not_added_to_later_nor_published_again(said: str) -> None:
    files = published({}, {LAMP: lamp()}, NEXT)
    with pytest.raises(LogError, match="already tells of 2014-03-31"):
        published(files, {LAMP: lamp(said)}, DAY)


def test_a_value_that_no_log_can_tell_is_refused_by_the_records_name() -> None:
    with pytest.raises(LogError, match="“rectification:2014-001”: This value has no canonical JSON"):
        published({}, {LAMP: {"asked": 10**20}})


def test_salts_are_the_same_each_time_and_those_of_a_key_are_its_own() -> None:
    signed, other = keys.salts(SIGNER), keys.salts(Signer(ORIGIN, bytes(32)))

    assert published({}, {LAMP: lamp()}) == published({}, {LAMP: lamp()})
    assert len({signed(LAMP, 1), signed(LAMP, 2), signed(ROAD, 1), other(LAMP, 1), keys.salts(None)(LAMP, 1)}) == 5


@given(st.lists(SAID, min_size=1, max_size=6))
def test_however_a_site_is_published_its_past_stays_as_it_was(publications: list[Said]) -> None:
    files: Files = {}
    for number, said in enumerate(publications):
        before, day = past(files), date.min + timedelta(days=number)
        files = published(files, said, day)
        now = past(files)

        now.log.continues(before.log)
        for ref, history in before.histories.items():
            assert now.histories[ref][: len(history)] == history
        assert {ref for ref in now.histories if ref not in now.removed} == {*said}
        assert all(now.histories[ref][-1].said == s for ref in said if (s := now.histories[ref][-1].said))
        assert published(files, said, day) == files, "nothing changed"


def test_the_partial_tiles_of_every_size_it_had_stay_until_they_are_full() -> None:
    records: dict[Ref, dict[str, Plain]] = {}
    files: Files = {}
    for size in (3, 200, WIDTH + 4):
        records |= {ref: {"id": ref.id} for number in range(size) if (ref := Ref("unit", f"u{number:04}"))}
        files = published(files, records)
        if size == 200:
            assert {str(name) for name in files} >= {"log/tile/0/000.p/3", "log/tile/entries/000.p/3"}
    tiles = {str(name).removeprefix("log/tile/") for name in files if "tile" in name.parts}

    assert tiles == {"entries/000", "entries/001.p/4", "0/000", "0/001.p/4", "1/000.p/1"}
    assert len(register(past(files).log)) == WIDTH + 4


def test_where_the_history_of_a_record_was_changed_it_is_not_continued() -> None:
    files = published({}, {LAMP: lamp(), ROAD: road()})
    files[path(ROAD)] = files[path(ROAD)].replace("破损".encode(), "完好".encode())
    with pytest.raises(LogError, match="the versions of “rectification:2014-002” were changed"):
        past(files)


def test_only_the_present_day_makes_a_difference_to_what_is_added() -> None:
    after = continued(past({}), {LAMP: lamp()}, NEXT, keys.salts(None))
    assert [entry.day for entry in after.entries] == [NEXT]
