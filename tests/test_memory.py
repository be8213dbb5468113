"""English is stale while it says what its Chinese no longer says, and for no other reason."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone import memory, rebuild
from minusone.memory import Pair, digest, read, renewed, stale
from minusone.problems import ContentError
from tests.built import held, places
from tests.built import read as page_of
from tests.sites import BAISHA, problems, progress, rectification, where

LETTERS = st.text("甲乙丙丁abcd", min_size=1, max_size=3)
PAIRS = st.builds(Pair, LETTERS, LETTERS)
MEMORIES = st.dictionaries(st.sampled_from("pqrstuv"), PAIRS)

# --- judging ---------------------------------------------------------------------------------------------------------


def edited(now: dict[str, Pair], key: str, **side: str) -> dict[str, Pair]:
    return now | {key: now[key]._replace(**side)}


@given(MEMORIES, MEMORIES)
def test_remembering_twice_is_remembering_once(now: dict[str, Pair], then: dict[str, Pair]) -> None:
    once = renewed(now, then)

    assert renewed(now, once) == once
    assert stale(now, once) == stale(now, then)


@given(MEMORIES)
def test_what_is_remembered_as_it_is_is_fresh(now: dict[str, Pair]) -> None:
    assert stale(now, {}) == stale(now, now) == frozenset()
    assert renewed(now, {}) == now


@given(MEMORIES.filter(bool), st.data())
def test_only_the_chinese_edited_is_stale_until_the_english_is_edited_or_accepted(
    then: dict[str, Pair], data: st.DataObject
) -> None:
    key = data.draw(st.sampled_from(sorted(then)))
    now = edited(then, key, zh="新")
    later = renewed(now, then)

    assert stale(now, then) == stale(now, later) == {key}
    assert later == then
    assert stale(edited(now, key, en="new"), later) == frozenset()
    assert stale(edited(now, key, zh=then[key].zh), later) == frozenset()
    assert stale(now, later | {key: now[key]}) == frozenset()


@given(MEMORIES.filter(bool), st.data())
def test_both_edited_in_one_go_or_only_the_english_is_never_stale(then: dict[str, Pair], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(then)))
    for now in (edited(then, key, zh="新", en="new"), edited(then, key, en="better")):
        assert stale(now, then) == frozenset()
        assert renewed(now, then) == now


@given(st.lists(PAIRS, min_size=1, max_size=6), st.randoms())
def test_items_that_change_places_in_both_languages_stay_fresh(items: list[Pair], random: Random) -> None:
    def listed(pairs: list[Pair]) -> dict[str, Pair]:
        return {f"unit:a/points.{n}.text": pair for n, pair in enumerate(pairs)}

    moved = list(items)
    random.shuffle(moved)

    assert stale(listed(moved), listed(items)) == frozenset()
    assert stale(listed([*items, Pair("新", "new")]), listed(items)) == frozenset()


@given(MEMORIES.filter(bool), st.data())
def test_an_edit_in_one_place_is_no_matter_of_any_other(then: dict[str, Pair], data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(then)))

    assert stale(edited(then, key, zh="新"), then) <= {key}
    assert stale({other: pair for other, pair in then.items() if other != key}, then) == frozenset()


@pytest.mark.parametrize(
    "same", ["夜里，没有灯。", "夜里,\n没有灯。\n", " 夜里，没有灯。", "夜里，\r\n\r\n没有灯。", "夜里， 没有灯。"]
)
def test_spaces_line_ends_and_width_are_no_change_of_words(same: str) -> None:
    assert digest(same) == digest("夜里，没有灯。") != digest("夜里，没有路灯。")


# --- which pieces ----------------------------------------------------------------------------------------------------

ZH = rectification(
    """
    title: 路灯不亮
    memo: 内部的话
    measures: [换灯, 巡查]
    """
    + progress("date: 2014-04-20, step: registered, note: 来电").replace("\n", "\n    "),
    "住户反映没有灯。",
)
EN = """\
-- content/rectifications/2014-001.en.md --
---
title: Lamps are out
measures: [New lamps]
progress: [{note: A call}]
---
There is no light.
"""
UNIT = BAISHA + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
GOOD = UNIT + ZH + EN
FILE = "content/translations.json"


def remembered(folder: Path) -> dict[str, Pair]:
    found, wrong = read(folder / "content")
    assert wrong == []
    return found


def build(folder: Path, text: str) -> dict[str, bytes]:
    """The whole site, built from the text with what earlier builds remembered."""
    where_ = places(folder, text)
    rebuild.build(where_, None, workers=1)
    return held(where_.out)


def test_every_piece_in_both_languages_is_remembered_by_record_and_place(tmp_path: Path) -> None:
    build(tmp_path, GOOD)

    assert remembered(tmp_path) == {
        "unit:baisha/title": Pair(digest("白沙街道"), digest("Baisha Street")),
        "rectification:2014-001/title": Pair(digest("路灯不亮"), digest("Lamps are out")),
        "rectification:2014-001/measures.0.text": Pair(digest("换灯"), digest("New lamps")),
        "rectification:2014-001/progress.0.note": Pair(digest("来电"), digest("A call")),
        "rectification:2014-001/body": Pair(digest("住户反映没有灯。"), digest("There is no light.")),
    }


def test_of_what_is_internal_or_withheld_nothing_is_remembered(tmp_path: Path) -> None:
    hidden = GOOD.replace("title: 路灯不亮", "title: 路灯不亮\ninternal: true")
    build(tmp_path / "internal", hidden)
    assert set(remembered(tmp_path / "internal")) == {"unit:baisha/title"}

    step = "note: 来电}\n  - {date: 2014-04-21, step: withheld, basis: 条例第十五条}"
    withheld = GOOD.replace("note: 来电}", step).replace("{note: A call}]", "{note: A call}, {basis: Article 15}]")
    build(tmp_path / "withheld", withheld)
    assert set(remembered(tmp_path / "withheld")) == {"unit:baisha/title", "rectification:2014-001/progress.1.basis"}


# --- the file --------------------------------------------------------------------------------------------------------


def test_a_second_build_writes_nothing_and_the_same_site(tmp_path: Path) -> None:
    first = build(tmp_path, GOOD)
    file = tmp_path / FILE
    before = file.stat()
    again = build(tmp_path, GOOD)

    assert again == first
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert not [path for path in first if "translations" in path]


def test_the_file_is_sorted_one_piece_a_line_and_the_same_everywhere(tmp_path: Path) -> None:
    build(tmp_path / "a", GOOD)
    build(tmp_path / "b", EN + ZH + UNIT)
    data = (tmp_path / "a" / FILE).read_bytes()
    lines = [line for line in data.decode().splitlines() if "/" in line]

    assert data == (tmp_path / "b" / FILE).read_bytes()
    assert b"\r" not in data
    assert lines == sorted(lines)
    assert len(lines) == len(remembered(tmp_path / "a")) == 5


def test_content_without_translations_gets_no_file(tmp_path: Path) -> None:
    build(tmp_path, BAISHA)

    assert not (tmp_path / FILE).exists()


def test_what_can_not_be_remembered_stops_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(memory, "write", refuse)
    made = rebuild.build(places(tmp_path, GOOD), None, workers=1)

    assert made.pages
    assert not made.remembered


def test_check_writes_nothing_and_notes_what_a_build_would_remember(tmp_path: Path) -> None:
    (note,) = problems(tmp_path, GOOD)
    assert (note.code, note.path, note.note) == ("memory-behind", FILE, True)
    assert "not remembered yet: 5" in note.to("en")
    assert not (tmp_path / FILE).exists()

    build(tmp_path, GOOD)
    assert problems(tmp_path, GOOD) == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "memory-damaged"),
        ("[]", "memory-damaged"),
        ('{"pieces": []}', "memory-damaged"),
        ('{"pieces": {"unit:baisha/title": "0123456789"}}', "memory-damaged"),
        ('{"pieces": {"unit:baisha/title": 7}}', "memory-damaged"),
        ('{"pieces": {"unit:baisha/title": "0123456789 x123456789"}}', "memory-damaged"),
        ("[" * 100_000, "memory-damaged"),
        ("{\n<<<<<<< HEAD\n=======\n>>>>>>> other\n}", "memory-conflict"),
    ],
    ids=lambda value: value[:30] or "nothing",
)
def test_a_file_that_no_build_wrote_is_told_and_stays(text: str, code: str, tmp_path: Path) -> None:
    where_ = places(tmp_path, GOOD)
    (tmp_path / FILE).write_text(text, "utf-8")

    with pytest.raises(ContentError) as refused:
        rebuild.build(where_, None, workers=1)
    assert [(p.code, p.path) for p in refused.value.problems] == [(code, FILE)]
    assert (tmp_path / FILE).read_text("utf-8") == text


# --- from end to end -------------------------------------------------------------------------------------------------

RECORD = "en/rectifications/2014-001/index.html"
CHANGED = GOOD.replace("换灯", "换十盏灯")


def marks(site_: dict[str, bytes], path: str = RECORD) -> list[str]:
    """The passages that a page marks as stale, without those that show what the mark looks like."""
    page = page_of(site_[path].decode())
    return [one.words for one in page.all("span", "stale") if one.all("span", "unseen")]


def test_chinese_edited_alone_is_marked_in_english_and_noted_until_the_english_is_edited(tmp_path: Path) -> None:
    fresh = build(tmp_path, GOOD)
    behind = build(tmp_path, CHANGED)

    assert marks(fresh) == []
    assert b"has changed since it was translated" not in fresh[RECORD]
    assert marks(behind) == ["New lamps (translation behind)"]
    assert b"has changed since it was translated" in behind[RECORD]
    assert b"stale" not in behind["rectifications/2014-001/index.html"]
    assert where(problems(tmp_path, CHANGED)) == ["content/rectifications/2014-001.en.md:3:12 translation-stale"]
    assert build(tmp_path, CHANGED) == behind

    mended = CHANGED.replace("New lamps", "Ten new lamps")
    assert marks(build(tmp_path, mended)) == []
    assert problems(tmp_path, mended) == ()


def test_both_edited_in_one_go_are_fresh_and_remembered(tmp_path: Path) -> None:
    build(tmp_path, GOOD)
    both = CHANGED.replace("New lamps", "Ten new lamps")

    assert [note.code for note in problems(tmp_path, both)] == ["memory-behind"]
    assert marks(build(tmp_path, both)) == []
    assert problems(tmp_path, both) == ()


def test_a_body_that_is_behind_says_so_above_itself(tmp_path: Path) -> None:
    build(tmp_path, GOOD)
    page = page_of(build(tmp_path, GOOD.replace("没有灯。", "没有灯，也没有人。"))[RECORD].decode())
    (body,) = page.all("div", "body")

    assert [one.words for one in body.all("p")] == [
        "The Chinese of this text has changed since it was translated.",
        "There is no light.",
    ]


def test_a_title_that_is_behind_is_tagged_in_lists(tmp_path: Path) -> None:
    build(tmp_path, GOOD)
    lists = build(tmp_path, GOOD.replace("title: 路灯不亮", "title: 路灯全不亮"))

    def tags(path: str) -> list[str]:
        return [tag.words for tag in page_of(lists[path].decode()).all("span", "tag")]

    assert "translation behind" in tags("en/rectifications/index.html")
    assert "译文落后" not in tags("rectifications/index.html")


def test_renamed_files_and_appended_steps_disturb_nothing(tmp_path: Path) -> None:
    build(tmp_path / "a", GOOD)
    step = "note: 来电}\n  - {date: 2014-04-21, step: assigned, note: 交办}"
    later = GOOD.replace("2014-001.", "lamps.").replace("note: 来电}", step)
    where_ = places(tmp_path / "b", later)
    (tmp_path / "b" / FILE).write_bytes((tmp_path / "a" / FILE).read_bytes())
    rebuild.build(where_, None, workers=1)

    assert marks(held(where_.out)) == []
    assert remembered(tmp_path / "b") == remembered(tmp_path / "a")


def test_a_measure_put_in_front_in_chinese_alone_leaves_those_that_slipped_behind(tmp_path: Path) -> None:
    """The English goes by position, and now stands beside the wrong Chinese."""
    build(tmp_path, GOOD)

    assert marks(build(tmp_path, GOOD.replace("[换灯, 巡查]", "[踏勘, 换灯, 巡查]"))) == [
        "New lamps (translation behind)"
    ]
