"""Histories of records, and what the log says of them."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.publication.events import Entry, Event
from minusone.publication.versions import Saying, Version, as_text, read, written
from minusone.schema import Ref
from minusone.transparency.errors import LogError

SALTS = st.binary(min_size=32, max_size=32)
SAID = st.dictionaries(st.text("abc灯", min_size=1), st.text() | st.booleans() | st.integers(0, 9), max_size=3)
SAYINGS = st.none() | st.builds(Saying, SAID, SALTS)
HISTORIES = st.lists(st.tuples(st.dates(), SAYINGS), min_size=1, max_size=4).map(
    lambda said: tuple(Version(number, day, saying) for number, (day, saying) in enumerate(said, 1))
)
REFS = st.builds(
    Ref, st.sampled_from(("rectification", "visit")), st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)?", fullmatch=True)
)
ENTRIES = st.builds(
    Entry, st.sampled_from(Event), REFS, st.integers(1, 99), st.dates(), st.just(b"") | SALTS, st.text("ab-")
)


@given(HISTORIES)
def test_a_history_is_read_as_it_was_written(history: tuple[Version, ...]) -> None:
    assert read(written(history)) == history


@given(st.binary() | st.recursive(st.none() | st.text(), st.lists).map(lambda said: repr(said).encode()))
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(LogError):
        read(data)


@given(ENTRIES)
def test_an_entry_is_read_as_it_was_written(entry: Entry) -> None:
    assert Entry.parse(entry.data) == entry


def test_an_entry_says_which_record_but_not_what_it_said() -> None:
    saying = Saying({"title": "路灯不亮"}, bytes(32))
    entry = Entry(Event.PUBLISHED, Ref("rectification", "2014-001"), 1, date(2014, 3, 1), saying.digest)

    assert json.loads(entry.data) == {
        "event": "published",
        "kind": "rectification",
        "id": "2014-001",
        "version": 1,
        "day": "2014-03-01",
        "digest": as_text(saying.digest),
    }


@pytest.mark.parametrize("number", [b"true", b"1.0", b'"1"', b"Infinity", b"2", b"0"])
def test_a_version_is_counted_in_one_way(number: bytes) -> None:
    data = written((Version(1, date(2014, 3, 1), Saying({}, bytes(32))),))
    with pytest.raises(LogError):
        read(data.replace(b'"version": 1', b'"version": ' + number))


def test_a_version_without_end_is_refused() -> None:
    data = Entry(Event.PUBLISHED, Ref("visit", "a"), 1, date(2014, 3, 1)).data

    with pytest.raises(LogError):
        Entry.parse(data.replace(b'"version":1', b'"version":Infinity'))
