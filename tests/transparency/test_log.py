"""A log fits its checkpoint, only grows, and tells what was changed in it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.transparency.checkpoint import Checkpoint
from minusone.transparency.errors import LogError
from minusone.transparency.log import CHECKPOINT, Log
from minusone.transparency.merkle import EMPTY, leaf_hash
from minusone.transparency.notes import Note, Signer
from minusone.transparency.reading import LONGEST, folder
from minusone.transparency.tiles import Tile, levels, tiles
from tests.transparency.made import (
    ORIGIN,
    OTHER,
    SIGNER,
    Files,
    continued,
    entries,
    entry,
    made,
    opened,
    reader,
    written,
)

SIZES = [0, 1, 2, 3, 255, 256, 257, 511, 512, 600]


def current(size: int) -> set[PurePosixPath]:
    return {CHECKPOINT, *(tile.path for level in levels(size) for tile in tiles(level, size))}


# --- what it is ---


def test_a_log_begins_with_nothing() -> None:
    log = Log.begun(ORIGIN)

    assert log.checkpoint == Checkpoint(ORIGIN, 0, EMPTY)
    assert list(log.entries()) == []
    assert not log.includes(0, b"")
    assert log.appended([]).files == ()
    assert log.appended([]).checkpoint == log.checkpoint


@pytest.mark.parametrize("origin", ["", "two\nlines", "control\0", "\ud800"])
def test_a_log_has_a_name_that_a_checkpoint_can_say(origin: str) -> None:
    with pytest.raises(LogError, match="no checkpoint"):
        Log.begun(origin)


@pytest.mark.parametrize("size", SIZES)
def test_it_has_its_entries_and_no_others(size: int) -> None:
    log = opened(made(size))

    assert list(log.entries()) == entries(0, size)
    for index in {0, 1, size // 2, size - 2, size - 1} & set(range(size)):
        assert log.includes(index, entry(index))
        assert not log.includes(index, entry(index + 1))
        assert not log.includes(index + 1, entry(index))
    assert not log.includes(-1, entry(size - 1))
    assert not log.includes(size, entry(size))


def test_every_entry_is_proved_to_be_in_it() -> None:
    log = opened(made(300))
    assert [number for number in range(300) if not log.includes(number, entry(number))] == []


def test_it_is_read_from_a_folder(tmp_path: Path) -> None:
    log = Log.open(folder(written(made(3, 300), tmp_path)), [SIGNER.verifier])
    assert list(log.entries()) == entries(0, 300)


def test_of_an_endless_file_no_more_is_read_than_a_log_can_have(tmp_path: Path) -> None:
    (tmp_path / "checkpoint").symlink_to("/dev/zero")
    assert len(folder(tmp_path)(CHECKPOINT)) == LONGEST + 1
    with pytest.raises(LogError, match="no signed note"):
        Log.open(folder(tmp_path))


# --- who vouches for it ---


def test_it_may_be_unsigned_where_no_key_is_asked_for() -> None:
    files = continued({}, entries(0, 3))

    assert Log.open(reader(files)).note.signatures == ()
    with pytest.raises(LogError, match="No known key"):
        opened(files)


def test_whoever_else_signed_it_is_kept_with_it() -> None:
    files = continued({}, entries(0, 3), OTHER, SIGNER)

    log = Log.open(reader(files), [SIGNER.verifier, OTHER.verifier])
    assert [signature.name for signature in log.note.signatures] == [OTHER.name, ORIGIN]


def test_a_witness_alone_does_not_vouch_for_it() -> None:
    files = continued({}, entries(0, 3), OTHER)

    with pytest.raises(LogError, match=r"not signed by the log “example\.cn/进度” itself"):
        Log.open(reader(files), [SIGNER.verifier, OTHER.verifier])


# --- what was changed ---


FULL = {Tile("entries", 0).path, Tile(0, 0).path}
"""Those of a log of 260 entries that have thousands of bytes."""


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, marks=pytest.mark.slow if path in FULL else ()) for path in sorted(current(260))],
    ids=str,
)
def test_every_changed_byte_is_noticed(path: PurePosixPath) -> None:
    files = made(260)
    data = files[path]
    for place in range(len(data)):
        changed = data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]
        with pytest.raises(LogError):
            list(opened(files | {path: changed}).entries())


@pytest.mark.parametrize("path", sorted(current(600)), ids=str)
def test_a_file_that_is_missing_cut_or_longer_is_noticed(path: PurePosixPath) -> None:
    files = made(600)
    others = {name: data for name, data in files.items() if name != path}
    for damaged in (others, files | {path: files[path][:-1]}, files | {path: files[path] + b"\0"}, files | {path: b""}):
        with pytest.raises(LogError) as error:
            list(opened(damaged).entries())
        assert all(error.value.words)


def test_a_changed_entry_is_named() -> None:
    files = made(600)
    bundle = Tile("entries", 1).path
    changed = files | {bundle: files[bundle].replace(entry(300), entry(301))}

    with pytest.raises(LogError, match="Entry 300, counted from 0, was changed") as error:
        list(opened(changed).entries())
    assert error.value.words.zh == "日志第 300 条（从 0 数起）被改过"


def test_a_changed_tile_is_named() -> None:
    files = made(600)
    tile = Tile(0, 1).path
    changed = files | {tile: leaf_hash(b"") + files[tile][32:]}

    log = opened(changed)
    with pytest.raises(LogError, match="“tile/0/001” was changed"):
        list(log.entries())
    with pytest.raises(LogError, match="“tile/0/001” was changed"):
        log.includes(300, entry(300))


def test_a_log_whose_last_entry_was_changed_with_its_tile_does_not_fit_its_checkpoint() -> None:
    other = continued(made(299), [b"another"], SIGNER)
    with pytest.raises(LogError, match="does not fit its checkpoint"):
        opened(other | {CHECKPOINT: made(300)[CHECKPOINT]})


def test_what_was_changed_is_not_continued() -> None:
    files = made(300)
    for tile in (Tile("entries", 1, 44), Tile(0, 1, 44), Tile(1, 0, 1)):
        data = bytearray(files[tile.path])
        data[-1] ^= 1
        with pytest.raises(LogError):
            opened(files | {tile.path: bytes(data)}).appended([b"more"])


# --- how it grows ---


@given(st.lists(st.integers(0, 300), min_size=1, max_size=4))
def test_however_it_grew_it_is_the_same_log(counts: list[int]) -> None:
    sizes = [sum(counts[: number + 1]) for number in range(len(counts))]
    files, at_once = made(*sizes), made(sizes[-1])

    assert {path: files[path] for path in at_once} == at_once
    log = opened(files)
    assert list(log.entries()) == entries(0, sizes[-1])
    for size in sizes:
        log.grew_from(opened(made(size)).checkpoint)
        log.continues(opened(made(size)))


def test_it_grew_from_whatever_it_was_before() -> None:
    checkpoints = [opened(made(size)).checkpoint for size in SIZES]
    for size in SIZES:
        log = opened(made(size))
        for older in checkpoints:
            if older.size <= size:
                log.grew_from(older)
            else:
                with pytest.raises(LogError, match=f"it had {older.size} entries, and now has {size}"):
                    log.grew_from(older)


@pytest.mark.parametrize("changed", [0, 1, 255, 256, 299])
@pytest.mark.parametrize("size", [300, 301, 600])
def test_a_fork_is_noticed_and_the_first_other_entry_is_named(changed: int, size: int) -> None:
    forked = [*entries(0, changed), b"another", b"and more", *entries(changed + 2, size)][:size]
    log = opened(continued({}, forked, SIGNER))
    older = opened(made(300))

    with pytest.raises(LogError, match="forked: its first 300 entries are not those that it had"):
        log.grew_from(older.checkpoint)
    with pytest.raises(LogError, match=f"forked: from entry {changed} on"):
        log.continues(older)


def test_of_a_log_that_shrank_and_forked_the_entry_is_named_too() -> None:
    log = opened(continued({}, [*entries(0, 5), b"another"], SIGNER))

    with pytest.raises(LogError, match="forked: from entry 5 on"):
        log.continues(opened(made(300)))
    with pytest.raises(LogError, match="shrank"):
        opened(made(5)).continues(opened(made(300)))


def test_another_log_is_none_that_it_grew_from() -> None:
    log = opened(made(3))
    other = Checkpoint("another.example", log.checkpoint.size, log.checkpoint.root)
    with pytest.raises(LogError, match=r"another log: “example\.cn/进度”, not “another\.example”"):
        log.grew_from(other)
    with pytest.raises(LogError, match="another log"):
        log.continues(Log.begun("another.example"))


def test_an_entry_that_is_too_long_is_refused() -> None:
    with pytest.raises(LogError, match="at most 65535 bytes"):
        Log.begun(ORIGIN).appended([bytes(65_536)])


def test_a_log_is_continued_by_another_key_in_its_name() -> None:
    new = Signer(ORIGIN, bytes(32))
    files = continued(made(3), entries(3, 5), new)

    assert Log.open(reader(files), [new.verifier, SIGNER.verifier]).checkpoint.size == 5
    with pytest.raises(LogError, match="No known key"):
        opened(files)


def test_what_was_read_once_is_what_is_continued() -> None:
    """A log that is changed after it was opened can't slip into its own continuation."""
    files = made(300)
    log = opened(files)
    growth = log.appended(entries(300, 301))
    files |= {path: bytes(len(data)) for path, data in files.items() if path.parts[1:2] != ("entries",)}

    assert log.appended(entries(300, 301)) == growth


def note_of(files: Files) -> Note:
    return Note.parse(files[CHECKPOINT])


def test_published_the_same_twice_it_is_the_same() -> None:
    assert made(5, 300) == made(5, 300)
    assert note_of(made(300)) == note_of(made(5, 300))
