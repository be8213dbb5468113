"""An implementation that is not ours believes our log, and finds whatever was changed in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from minusone.transparency.log import CHECKPOINT
from minusone.transparency.notes import Signer
from minusone.transparency.tiles import Tile
from tests.transparency.foreign import believed
from tests.transparency.made import ORIGIN, OTHER, SIGNER, Files, continued, entries, made, written

pytestmark = pytest.mark.slow

SIZES = [1, 2, 255, 256, 257, 600, 65_800]


class Foreign:
    """The program, a log in a folder, and a checkpoint from before."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.folder = program, folder

    def says(self, files: Files, old: bytes, key: str = SIGNER.verifier.text) -> tuple[int, str]:
        log = written(files, self.folder / "log")
        (self.folder / "old").write_bytes(old)
        return believed(self.program, log, key, self.folder / "old")


@pytest.fixture
def foreign(go_verifier: Path, tmp_path: Path) -> Foreign:
    return Foreign(go_verifier, tmp_path)


@pytest.mark.parametrize("size", SIZES)
def test_it_believes_our_log_at_every_size_that_it_had(
    foreign: Foreign, size: int, record_property: Callable[[str, int], None]
) -> None:
    sizes = [one for one in SIZES if one <= size]
    files = made(*sizes)
    for older in {sizes[0], sizes[len(sizes) // 2], size}:
        assert foreign.says(files, made(older)[CHECKPOINT]) == (0, f"{size} entries, grown from {older}\n")
        record_property("logs", 1)
        record_property("entries", size)


def test_it_believes_our_log_whoever_else_signed_it(foreign: Foreign) -> None:
    files = continued(made(3), entries(3, 5), OTHER, SIGNER)
    assert foreign.says(files, made(3)[CHECKPOINT]) == (0, "5 entries, grown from 3\n")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (CHECKPOINT, "signature"),
        (Tile(0, 0).path, "downloaded inconsistent tile"),
        (Tile(0, 1, 4).path, "downloaded inconsistent tile"),
        (Tile(1, 0, 1).path, "downloaded inconsistent tile"),
        (Tile("entries", 0).path, "entry 255 is not in the log"),
        (Tile("entries", 1, 4).path, "entry 259 is not in the log"),
    ],
    ids=str,
)
def test_it_finds_what_was_changed(foreign: Foreign, path: PurePosixPath, reason: str) -> None:
    files = made(200, 260)
    data = bytearray(files[path])
    data[10 if path == CHECKPOINT else -1] ^= 1
    status, said = foreign.says(files | {path: bytes(data)}, made(200)[CHECKPOINT])

    assert status == 1
    assert reason in said


def test_it_does_not_believe_a_log_that_forked(foreign: Foreign) -> None:
    forked = continued({}, [*entries(0, 100), b"another", *entries(101, 260)], SIGNER)
    status, said = foreign.says(forked, made(200)[CHECKPOINT])

    assert status == 1
    assert "it has not grown from 200 entries" in said


def test_it_does_not_believe_who_has_another_key(foreign: Foreign) -> None:
    another = Signer(ORIGIN, bytes(32)).verifier.text
    status, said = foreign.says(made(3), made(3)[CHECKPOINT], another)

    assert status == 1
    assert "no verifiable signatures" in said
