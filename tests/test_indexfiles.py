"""Pagefind's files: whatever order its hash maps gave, the same filters make the same files."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.indexfiles import MAGIC, put_in_order, split, text

Item = int | str | list["Item"]


def cbor(item: Item) -> bytes:
    """As Pagefind writes it."""
    match item:
        case int():
            return _head(0, item)
        case str():
            return _head(3, len(item.encode())) + item.encode()
    return _head(4, len(item)) + b"".join(map(cbor, item))


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind * 32 + size])
    width = next(width for width in (1, 2, 4, 8) if size < 256**width)
    return bytes([kind * 32 + 24 + width.bit_length() - 1]) + size.to_bytes(width, "big")


ITEMS = st.recursive(st.integers(0, 2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60)


@given(st.lists(ITEMS, max_size=30))
def test_an_array_falls_into_its_items_and_nothing_else(items: list[Item]) -> None:
    head, each = split(cbor(items))

    assert each == [cbor(item) for item in items]
    assert head + b"".join(each) == cbor(items)


@given(st.text())
def test_a_text_is_read_back(words: str) -> None:
    assert text(cbor(words)) == words


@pytest.mark.parametrize("data", [cbor("no array"), b"\x81\xf6", b"\xa0"])
def test_what_is_not_written_so_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="CBOR"):
        split(data)


@pytest.mark.parametrize(
    "file",
    [
        b"no gzip",
        gzip.compress(b"else", mtime=0),
        gzip.compress(MAGIC + b"\x81", mtime=0),
        gzip.compress(MAGIC + cbor(["1.5.2"]), mtime=0),
    ],
    ids=["not packed", "no magic word", "cut short", "no mapping"],
)
def test_an_index_of_another_format_is_no_index(file: bytes, tmp_path: Path) -> None:
    folder = written(tmp_path / "index", ["unit"], turned=False)
    (folder / "pagefind.zh-cn_000.pf_meta").write_bytes(file)

    with pytest.raises((ValueError, LookupError, OSError)):
        put_in_order(folder)


VALUES: dict[str, Item] = {"unit": [["baisha", [0, 300]], ["cicheng", [2]]], "year": [["2013", [1]], ["2014", [0, 2]]]}


def written(folder: Path, names: list[str], turned: bool) -> Path:
    """An index of one language with its filters in this order, and their values the other way round."""
    (folder / "filter").mkdir(parents=True)
    for n, name in enumerate(names):
        values = VALUES[name]
        assert isinstance(values, list)
        _put(folder / "filter" / f"zh-cn_{turned:d}00000{n}.pf_filter", [name, values[::-1] if turned else values])
    filters: Item = [[name, f"zh-cn_{turned:d}00000{n}"] for n, name in enumerate(names)]
    _put(folder / f"pagefind.zh-cn_{turned:d}00.pf_meta", ["1.5.2", [], [], filters, [["order", [1, 0]]], ["title"]])
    entry = {"version": "1.5.2", "languages": {"zh-cn": {"hash": f"zh-cn_{turned:d}00", "page_count": 3}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))
    return folder


def _put(file: Path, item: Item) -> None:
    file.write_bytes(gzip.compress(MAGIC + cbor(item)))


def held(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_filters_in_any_order_make_the_same_files(tmp_path: Path) -> None:
    one = written(tmp_path / "one", ["unit", "year"], turned=False)
    other = written(tmp_path / "other", ["year", "unit"], turned=True)
    put_in_order(one)
    put_in_order(other)

    assert held(one) == held(other)


def test_every_name_leads_to_its_file_and_nothing_is_lost(tmp_path: Path) -> None:
    folder = written(tmp_path / "index", ["year", "unit"], turned=True)
    put_in_order(folder)

    name = json.loads((folder / "pagefind-entry.json").read_text())["languages"]["zh-cn"]["hash"]
    meta = gzip.decompress((folder / f"pagefind.{name}.pf_meta").read_bytes()).removeprefix(MAGIC)
    found = {}
    for listed in split(split(meta)[1][3])[1]:
        label, file = map(text, split(listed)[1])
        data = gzip.decompress((folder / "filter" / f"{file}.pf_filter").read_bytes()).removeprefix(MAGIC)
        assert text(split(data)[1][0]) == label
        found[label] = sorted(split(split(data)[1][1])[1])
    assert found == {name: sorted(map(cbor, values)) for name, values in VALUES.items() if isinstance(values, list)}
    assert len(held(folder)) == 4
