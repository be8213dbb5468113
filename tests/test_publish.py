"""The whole site is published, or none of it and the old one stays."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from minusone.marked import MARK
from minusone.publish import InTheWayError, Written, files, put_back, refuse_what_is_not_ours

OLD = [(PurePosixPath("index.html"), b"old"), (PurePosixPath("en/index.html"), b"old")]
NEW = [(PurePosixPath("index.html"), b"new"), (PurePosixPath("units/baisha/index.html"), "白沙".encode())]


def held(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


TWIN = [".site.twin", ".site.twin.json"]


def breaking() -> Iterator[tuple[PurePosixPath, bytes]]:
    yield NEW[0]
    raise RuntimeError("broken")


def test_every_file_is_written_and_counted(tmp_path: Path) -> None:
    assert files([*NEW, (PurePosixPath("units/pictures/lamp.png"), b"\x89PNG")], tmp_path / "site") == 3
    assert held(tmp_path / "site") == {
        MARK: b"index.html\nunits/baisha/index.html\nunits/pictures/lamp.png\n",
        "index.html": b"new",
        "units/baisha/index.html": "白沙".encode(),
        "units/pictures/lamp.png": b"\x89PNG",
    }


def test_a_new_site_takes_the_place_of_the_old_one_entirely(tmp_path: Path) -> None:
    out = tmp_path / "deep" / "site"
    files(OLD, out)
    files(NEW, out)

    assert sorted(held(out)) == [MARK, "index.html", "units/baisha/index.html"]
    assert sorted(path.name for path in out.parent.iterdir()) == [*TWIN, "site"]


def test_a_build_that_breaks_on_the_way_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "site"
    files(OLD, out)
    before = held(out)

    with pytest.raises(RuntimeError, match="broken"):
        files(breaking(), out)
    assert held(out) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [*TWIN, "site"]


def test_what_is_made_of_the_files_takes_their_place_with_them(tmp_path: Path) -> None:
    def count(folder: Path) -> list[Written]:
        return [(PurePosixPath("count.txt"), str(len(held(folder))).encode())]

    def fail(folder: Path) -> list[Written]:
        raise RuntimeError("broken")

    files(OLD, tmp_path / "site", count)
    assert held(tmp_path / "site")["count.txt"] == b"2"
    with pytest.raises(RuntimeError, match="broken"):
        files(NEW, tmp_path / "site", fail)
    assert held(tmp_path / "site")["index.html"] == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [*TWIN, "site"]


def test_a_folder_that_was_not_made_here_is_never_replaced(tmp_path: Path) -> None:
    precious = tmp_path / "photos" / "family.jpg"
    precious.parent.mkdir()
    precious.write_bytes(b"dear")

    for place in (precious.parent, precious):
        with pytest.raises(InTheWayError, match="did not make"):
            files(NEW, place)
    assert held(tmp_path) == {"photos/family.jpg": b"dear"}


def test_an_empty_folder_or_none_may_be_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    refuse_what_is_not_ours(tmp_path / "nowhere")
    files(NEW, tmp_path / "empty")
    assert held(tmp_path / "empty")["index.html"] == b"new"


@pytest.mark.parametrize("out", ["content", "content/site", "templates/assets/site", ".", "..", "link/site"])
def test_a_folder_among_the_sources_or_around_them_is_refused(out: str, tmp_path: Path) -> None:
    project = tmp_path / "project"
    sources = (project / "config.yaml", project / "content", project / "templates")
    (project / "content").mkdir(parents=True)
    (project / "link").symlink_to("content", target_is_directory=True)
    files(OLD, project / "site")

    with pytest.raises(InTheWayError, match="did not make"):
        refuse_what_is_not_ours(project / out, *sources)
    refuse_what_is_not_ours(project / "site", *sources)


def test_the_folder_one_stands_in_may_be_taken_if_it_is_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files(OLD, tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    files(NEW, Path())
    assert held(tmp_path / "site")["index.html"] == b"new"

    monkeypatch.chdir(tmp_path)
    with pytest.raises(InTheWayError, match="did not make"):
        files(NEW, Path())


def test_a_link_to_the_sites_folder_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "disk" / "real", tmp_path / "site"
    real.parent.mkdir()
    link.symlink_to(real, target_is_directory=True)

    for made in (OLD, NEW):
        files(made, link)
        assert held(real)["index.html"] == made[0][1]
    assert link.is_symlink()
    assert sorted(path.name for path in real.parent.iterdir()) == [".real.twin", ".real.twin.json", "real"]


@pytest.mark.parametrize("leftover", [".site.new", ".site.old"])
def test_what_a_leftover_link_leads_to_is_never_touched(leftover: str, tmp_path: Path) -> None:
    precious = tmp_path / "photos" / "family.jpg"
    precious.parent.mkdir()
    precious.write_bytes(b"dear")
    (tmp_path / leftover).symlink_to(precious.parent, target_is_directory=True)

    files(NEW, tmp_path / "site")

    assert held(precious.parent) == {"family.jpg": b"dear"}
    assert sorted(path.name for path in tmp_path.iterdir()) == [*TWIN, "photos", "site"]


def test_nothing_of_an_earlier_build_gets_into_the_next(tmp_path: Path) -> None:
    files(OLD, tmp_path / ".site.new")

    files(NEW, tmp_path / "site")

    assert sorted(held(tmp_path / "site")) == [MARK, "index.html", "units/baisha/index.html"]
    assert not (tmp_path / ".site.new").exists()


def test_a_site_that_was_moved_away_when_the_build_was_killed_is_put_back(tmp_path: Path) -> None:
    out = tmp_path / "site"
    files(OLD, out)
    out.rename(tmp_path / ".site.old")

    put_back(out)
    assert held(out)["index.html"] == b"old"
    put_back(out)
    assert sorted(path.name for path in tmp_path.iterdir()) == [*TWIN, "site"]


def test_a_site_that_was_moved_away_survives_a_build_that_breaks(tmp_path: Path) -> None:
    files(OLD, tmp_path / ".site.old")

    with pytest.raises(RuntimeError, match="broken"):
        files(breaking(), tmp_path / "site")
    assert held(tmp_path / "site")["index.html"] == b"old"


def test_a_site_that_can_not_take_its_place_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, rename = tmp_path / "site", Path.rename
    files(OLD, out)

    def held_open(path: Path, target: Path) -> Path:
        if path.name == ".site.new":
            raise PermissionError(13, "Permission denied", str(path))
        return rename(path, target)

    monkeypatch.setattr("minusone.publish.exchange", lambda one, other: False)
    monkeypatch.setattr(Path, "rename", held_open)
    with pytest.raises(PermissionError):
        files(NEW, out)
    assert held(out)["index.html"] == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == [*TWIN, "site"]
