"""What a build knows of the last one: believed only if it is whole, and of this very program."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.cache import Cache, Made, Standing, unpickled
from minusone.stamps import Inventory

SALT = b"this program".ljust(32)
STANDING = Standing(("config.yaml",), Inventory({"a.md": (1, 2, 3, 4)}), {}, pages=2, files=1)
OUTPUTS = {"index.html": Made(b"1" * 16, b"2" * 16)}


def filled(folder: Path) -> None:
    cache = Cache(folder, SALT)
    cache.keep([("content/units/a", b"read"), ("content/units/b", b"too")])
    cache.settle(STANDING, OUTPUTS)
    cache.close()


def known(folder: Path, salt: bytes = SALT) -> tuple[Standing | None, bytes | None, dict[str, Made]]:
    cache = Cache(folder, salt)
    try:
        return cache.standing, cache.entry("content/units/a"), cache.outputs()
    finally:
        cache.close()


def test_what_was_settled_is_known_to_the_next_build(tmp_path: Path) -> None:
    filled(tmp_path)
    assert known(tmp_path) == (STANDING, b"read", OUTPUTS)


def test_what_was_not_settled_is_not_known(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = Cache(tmp_path, SALT)
    cache.keep([("content/units/a", b"changed")])
    cache.close()
    assert known(tmp_path) == (STANDING, b"read", OUTPUTS)


def test_from_when_files_change_until_the_end_nothing_stands(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = Cache(tmp_path, SALT)
    cache.unsettle()
    cache.close()
    assert known(tmp_path)[0] is None


def test_where_all_is_new_nothing_else_is_known(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = Cache(tmp_path, SALT)
    new = {"new.html": Made(b"3" * 16, b"4" * 16)}
    cache.settle(STANDING, new, gone=None)
    cache.close()
    assert known(tmp_path) == (STANDING, b"read", new)


def test_what_is_gone_is_forgotten(tmp_path: Path) -> None:
    filled(tmp_path)
    cache = Cache(tmp_path, SALT)
    cache.keep([], gone=["content/units/a"])
    cache.settle(replace(STANDING, files=0), {}, gone=["index.html"])
    cache.close()
    assert known(tmp_path) == (replace(STANDING, files=0), None, {})


def test_another_programs_is_thrown_away(tmp_path: Path) -> None:
    filled(tmp_path)
    assert known(tmp_path, b"another version".ljust(32)) == (None, None, {})
    assert known(tmp_path) == (None, None, {})


@given(at=st.integers(0, 1 << 16), byte=st.integers(0, 255))
def test_damage_is_seen(at: int, byte: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("damaged")
    filled(folder)
    file = folder / "cache.sqlite"
    data = bytearray(file.read_bytes())
    data[at % len(data)] = byte
    file.write_bytes(data)

    standing, entry, outputs = known(folder)
    assert standing in (STANDING, None)
    assert entry in (b"read", None)
    assert outputs in (OUTPUTS, {})


@given(size=st.integers(0, 1 << 16))
def test_what_was_cut_short_is_seen(size: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("cut")
    filled(folder)
    file = folder / "cache.sqlite"
    file.write_bytes(file.read_bytes()[:size])

    assert known(folder)[0] in (STANDING, None)
    filled(folder)
    assert known(folder) == (STANDING, b"read", OUTPUTS)


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"\0" * 5000, b"<!doctype html>"])
def test_what_is_no_cache_at_all_is_replaced(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").write_bytes(data)
    filled(tmp_path)
    assert known(tmp_path) == (STANDING, b"read", OUTPUTS)


def test_where_none_can_be_written_a_build_goes_on_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    filled(tmp_path / "file")
    assert known(tmp_path / "file")[0] is None
    assert (tmp_path / "file").read_text() == "in the way"


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("executed",)


def test_a_pickle_can_name_nothing_but_values_of_this_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(pickle.UnpicklingError, match=r"builtins\.print"):
        unpickled(pickle.dumps(Evil()))
    assert capsys.readouterr().out == ""
