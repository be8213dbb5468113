"""Tiles lie where the format says, hold what it says, and only ever come to be."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.transparency.errors import LogError
from minusone.transparency.tiles import WIDTH, Level, Tile, edge, grown, held, holding, levels, tiles
from minusone.transparency.tree import Tree
from tests.transparency.made import Files, entries, reader

LEVELS: list[Level] = ["entries", 0, 1, 7, 63]


def all_tiles(size: int) -> set[Tile]:
    return {tile for level in levels(size) for tile in tiles(level, size)}


def appended(files: Files, size: int, new: list[bytes]) -> Files:
    return files | dict(grown(size, new, reader(files)))


# --- paths ---


@pytest.mark.parametrize(
    ("tile", "path"),
    [
        (Tile(0, 0), "tile/0/000"),
        (Tile(0, 0, 1), "tile/0/000.p/1"),
        (Tile(1, 999, 255), "tile/1/999.p/255"),
        (Tile(0, 1000), "tile/0/x001/000"),
        (Tile(0, 1234067), "tile/0/x001/x234/067"),
        (Tile(0, 1234067, 8), "tile/0/x001/x234/067.p/8"),
        (Tile("entries", 1234067), "tile/entries/x001/x234/067"),
        (Tile("entries", 5, 17), "tile/entries/005.p/17"),
        (Tile(63, 1), "tile/63/001"),
    ],
)
def test_a_tile_has_the_path_that_the_format_says(tile: Tile, path: str) -> None:
    assert tile.path == PurePosixPath(path)
    assert Tile.parse(path) == tile


@given(st.sampled_from(LEVELS), st.integers(0, 2**63), st.integers(1, WIDTH))
def test_a_path_leads_back_to_its_tile(level: Level, index: int, width: int) -> None:
    tile = Tile(level, index, width)
    assert Tile.parse(tile.path.as_posix()) == tile


@pytest.mark.parametrize(
    "path",
    [
        "",
        "checkpoint",
        "tile/0/0",
        "tile/0/0000",
        "tile/0/x000/000",
        "tile/0/001/000",
        "tile/0/x001",
        "tile/00/000",
        "tile/64/000",
        "tile/-1/000",
        "tile/data/000",
        "tile/8/0/000",
        "tile/0/000.p/0",
        "tile/0/000.p/01",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p",
        "tile/0/٠٠٠",
        "tile/0/000\n",
        "/tile/0/000",
        "tile/0/../0/000",
        "tile/0/" + "x999/" * 9999 + "999",
    ],
)
def test_what_is_no_path_of_a_tile_is_refused(path: str) -> None:
    with pytest.raises(LogError, match="no file of a log") as error:
        Tile.parse(path)
    assert len(str(error.value)) < 200


# --- which there are ---


def test_a_log_has_the_tiles_of_the_example_in_the_format() -> None:
    found = all_tiles(70_000)

    assert {tile for tile in found if tile.width < WIDTH} == set(edge(70_000))
    assert set(edge(70_000)) == {Tile("entries", 273, 112), Tile(0, 273, 112), Tile(1, 1, 17), Tile(2, 0, 1)}
    assert {tile for tile in found if tile.width == WIDTH} == {
        *(Tile("entries", index) for index in range(273)),
        *(Tile(0, index) for index in range(273)),
        Tile(1, 0),
    }
    assert all_tiles(256) == {Tile("entries", 0), Tile(0, 0), Tile(1, 0, 1)}
    assert all_tiles(0) == set()


def test_a_partial_tile_stays_until_there_is_a_full_one() -> None:
    partial = Tile(0, 1, 5)
    assert [size for size in (261, 300, 511, 512, 513) if partial.is_superseded(size)] == [512, 513]
    assert not Tile(0, 1).is_superseded(10_000)
    assert not Tile(1, 0, 2).is_superseded(65_535)
    assert Tile(1, 0, 2).is_superseded(65_536)


# --- what they hold ---


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=WIDTH))
def test_a_bundle_holds_its_entries(some: list[bytes]) -> None:
    tile = Tile("entries", 0, len(some))
    data = holding(tile, some)

    assert data == b"".join(bytes([len(entry) >> 8, len(entry) & 255]) + entry for entry in some)
    assert held(tile, data) == some


def test_the_longest_entry_fits_and_no_longer_one() -> None:
    tile = Tile("entries", 0, 1)
    assert held(tile, holding(tile, [bytes(65_535)])) == [bytes(65_535)]
    with pytest.raises(LogError, match="at most 65535 bytes, not 65536"):
        holding(tile, [bytes(65_536)])


@pytest.mark.parametrize(
    ("tile", "data"),
    [
        (Tile(0, 0, 2), bytes(63)),
        (Tile(0, 0, 2), bytes(65)),
        (Tile(0, 0, 2), bytes(96)),
        (Tile(0, 0, 2), b""),
        (Tile("entries", 0, 2), b""),
        (Tile("entries", 0, 2), b"\0\1a"),
        (Tile("entries", 0, 2), b"\0\1a\0\1"),
        (Tile("entries", 0, 2), b"\0\1a\0"),
        (Tile("entries", 0, 2), b"\0\1a\0\1bc"),
        (Tile("entries", 0, 2), b"\0\1a\0\1b\0\0"),
        (Tile("entries", 0, 1), b"\xff\xff"),
    ],
)
def test_a_tile_that_holds_more_or_less_is_refused(tile: Tile, data: bytes) -> None:
    with pytest.raises(LogError, match=f"does not hold {tile.width}"):
        held(tile, data)


# --- growing ---


@cache
def alike(size: int) -> bytes:
    """The root over leaves that are all the same, by the definition in RFC 6962."""
    if size == 0:
        return sha256(b"").digest()
    if size == 1:
        return sha256(b"\0same").digest()
    power = 1 << (size - 1).bit_length() - 1
    return sha256(b"\1" + alike(power) + alike(size - power)).digest()


def naive(leaves: list[bytes]) -> bytes:
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256(b"").digest()
    power = 1 << (len(leaves) - 1).bit_length() - 1
    return sha256(b"\1" + naive(leaves[:power]) + naive(leaves[power:])).digest()


def test_at_every_size_the_tiles_have_the_root_of_the_definition() -> None:
    leaves = [sha256(b"\0" + entry).digest() for entry in entries(0, 600)]
    files: Files = {}
    for size in range(601):
        assert Tree(size, reader(files)).root == naive(leaves[:size])
        assert {tile.path for tile in all_tiles(size)} <= set(files)
        files = appended(files, size, entries(size, size + 1))


def test_a_third_level_has_the_root_of_the_definition() -> None:
    files: Files = {}
    sizes = [0, 65_000, 65_535, 65_536, 65_537, 65_792, 70_000]
    for before, size in pairwise(sizes):
        files = appended(files, before, [b"same"] * (size - before))
        assert Tree(size, reader(files)).root == alike(size)
        assert {tile.path for tile in all_tiles(size)} <= set(files)


@given(st.lists(st.integers(0, 300), max_size=5))
def test_however_a_log_grew_it_has_the_same_files(counts: list[int]) -> None:
    files: Files = {}
    size = 0
    for count in counts:
        added = dict(grown(size, entries(size, size + count), reader(files)))
        assert not added.keys() & files.keys(), "no file that was there is written again"
        files |= added
        size += count

    at_once = appended({}, 0, entries(0, size))
    assert set(at_once) == {tile.path for tile in all_tiles(size)}
    assert {path: files[path] for path in at_once} == at_once
    for path in files.keys() - at_once.keys():
        tile = Tile.parse(path.as_posix())
        assert tile.width < WIDTH
        larger = next(one for one in all_tiles(size) if (one.level, one.index) == (tile.level, tile.index))
        assert files[larger.path].startswith(files[path])
        assert tile.is_superseded(size) == (larger.width == WIDTH)


def test_only_partial_tiles_are_read_to_grow() -> None:
    files = appended({}, 0, entries(0, 600))
    partial = {tile.path: files[tile.path] for tile in edge(600)}

    assert appended(partial, 600, entries(600, 800)).items() <= appended(files, 600, entries(600, 800)).items()


def test_a_log_that_lacks_a_partial_tile_does_not_grow() -> None:
    files = appended({}, 0, entries(0, 300))
    del files[Tile(0, 1, 44).path]

    with pytest.raises(LogError, match=r"“tile/0/001\.p/44” can't be read"):
        appended(files, 300, entries(300, 301))
