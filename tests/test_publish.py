"""The whole site is published, or none of it and the old one stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from minusone.publish import MARK, NotOursError, files, refuse_what_is_not_ours

OLD = [(PurePosixPath("index.html"), b"old"), (PurePosixPath("en/index.html"), b"old")]
NEW = [(PurePosixPath("index.html"), b"new"), (PurePosixPath("units/baisha/index.html"), "白沙".encode())]


def held(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_every_file_is_written_or_copied_and_counted(tmp_path: Path) -> None:
    lamp = tmp_path / "lamp.png"
    lamp.write_bytes(b"\x89PNG")

    assert files(NEW, [(PurePosixPath("units/pictures/lamp.png"), lamp)], tmp_path / "site") == 3
    assert held(tmp_path / "site") == {
        MARK: b"",
        "index.html": b"new",
        "units/baisha/index.html": "白沙".encode(),
        "units/pictures/lamp.png": b"\x89PNG",
    }


def test_a_new_site_takes_the_place_of_the_old_one_entirely(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    files(OLD, [], out)
    files(NEW, [], out)

    assert sorted(held(out)) == [MARK, "index.html", "units/baisha/index.html"]
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_build_that_breaks_on_the_way_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    def breaking() -> Iterator[tuple[PurePosixPath, bytes]]:
        yield NEW[0]
        raise RuntimeError("broken")

    out = tmp_path / "site"
    files(OLD, [], out)
    before = held(out)

    with pytest.raises(RuntimeError, match="broken"):
        files(breaking(), [], out)
    assert held(out) == before
    files(NEW, [], out)
    assert held(out)["index.html"] == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_was_not_made_here_is_never_replaced(tmp_path: Path) -> None:
    precious = tmp_path / "photos" / "family.jpg"
    precious.parent.mkdir()
    precious.write_bytes(b"dear")

    for place in (precious.parent, precious):
        with pytest.raises(NotOursError):
            files(NEW, [], place)
    assert held(tmp_path) == {"photos/family.jpg": b"dear"}


def test_an_empty_folder_or_none_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    refuse_what_is_not_ours(tmp_path / "nowhere")
    files(NEW, [], tmp_path / "empty")
    assert held(tmp_path / "empty")["index.html"] == b"new"
