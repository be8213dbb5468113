"""A change is made where nobody looks, and costs what it changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minusone.marked import MARK
from minusone.publish import InTheWayError, Written, change, files
from minusone.twin import Twin
from tests.test_publish import held

PATHS = ("index.html", "a", "a/index.html", "a/b/index.html", "b/index.html", "b")
THEIRS = "well-known/challenge"

Edit = tuple[dict[str, bytes], bool, str]
"""The whole of the new site, whether the twin is forgotten before, and a stranger's file that comes or goes before."""


def fits(paths: list[str]) -> bool:
    """No file is to be where a folder is."""
    return not any(f"{path}/" in other for path in paths for other in paths)


SITES = st.dictionaries(st.sampled_from(PATHS), st.binary(max_size=3), min_size=1).filter(lambda site: fits([*site]))
EDITS: st.SearchStrategy[list[Edit]] = st.lists(
    st.tuples(SITES, st.booleans(), st.sampled_from(["", THEIRS, "b/theirs.txt"])), max_size=6
)


def as_written(site: dict[str, bytes]) -> list[Written]:
    return [(PurePosixPath(path), data) for path, data in site.items()]


@pytest.mark.slow
@given(SITES, EDITS)
@settings(max_examples=200)
def test_after_any_changes_the_site_is_what_was_written_and_what_others_put_there(
    first: dict[str, bytes], edits: list[Edit]
) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        files(as_written(first), out)
        now, theirs = first, dict[str, bytes]()
        for after, forgotten, stranger in edits:
            if forgotten:
                (out.parent / ".site.twin.json").unlink(missing_ok=True)
            if stranger in theirs:
                (out / stranger).unlink()
                del theirs[stranger]
            elif stranger and fits([stranger, *now, *after]):
                (out / stranger).parent.mkdir(parents=True, exist_ok=True)
                (out / stranger).write_bytes(b"theirs")
                theirs[stranger] = b"theirs"
            if not fits([*theirs, *after]):
                continue
            new = {path: data for path, data in after.items() if now.get(path) != data}
            gone = [PurePosixPath(path) for path in now if path not in after]
            change(as_written(new), lambda gone=gone: gone, out)  # type: ignore[misc]
            now = after
            found = held(out)
            listed = found.pop(MARK).decode().splitlines()

            assert found == now | theirs
            assert listed == sorted(now)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    files(as_written({"index.html": b"old", "a/index.html": b"same"}), out)
    return out


def edit(site: Path, data: bytes) -> None:
    change(as_written({"index.html": data, "b/index.html": data}), lambda: (), site)


def test_while_a_change_is_made_nobody_sees_any_of_it(site: Path) -> None:
    def coming() -> Iterator[Written]:
        yield PurePosixPath("index.html"), b"new"
        assert held(site)["index.html"] == b"old"
        raise RuntimeError("broken")

    before = held(site)
    with pytest.raises(RuntimeError, match="broken"):
        change(coming(), lambda: (), site)
    assert held(site) == before
    edit(site, b"newer")
    assert held(site)["index.html"] == b"newer"


def test_what_does_not_change_is_the_very_same_file_in_both(site: Path) -> None:
    edit(site, b"new")
    twin = Twin(site).folder

    assert (twin / "a/index.html").samefile(site / "a/index.html")
    assert (twin / "index.html").read_bytes() == b"old"


def test_the_twin_of_another_site_counts_for_nothing(site: Path) -> None:
    edit(site, b"new")
    away = site.rename(site.with_name("away"))
    files(as_written({"index.html": b"another"}), site.with_name("other"))
    site.with_name("other").rename(site)
    change(as_written({"b.html": b"b", "c.html": b"c"}), lambda: (), site)

    assert held(site) == {
        MARK: b"b.html\nc.html\nindex.html\n",
        "b.html": b"b",
        "c.html": b"c",
        "index.html": b"another",
    }
    assert held(away)["index.html"] == b"new"


def test_one_file_alone_takes_its_place_by_itself_and_the_twin_hears_of_it(site: Path) -> None:
    edit(site, b"new")
    folder = site.stat().st_ino
    change(as_written({"a/index.html": b"alone"}), lambda: (), site)
    assert held(site)["a/index.html"] == b"alone"
    assert site.stat().st_ino == folder

    edit(site, b"newer")
    assert held(site) == {
        MARK: b"a/index.html\nb/index.html\nindex.html\n",
        "a/index.html": b"alone",
        "b/index.html": b"newer",
        "index.html": b"newer",
    }


@pytest.mark.parametrize("note", ["", "{", "[]", '{"places": 1}', '{"behind": [1], "places": []}'])
def test_a_damaged_note_costs_another_twin_and_nothing_else(note: str, site: Path) -> None:
    edit(site, b"new")
    (site.parent / ".site.twin.json").write_text(note)
    edit(site, b"newer")

    assert held(site)["index.html"] == b"newer"


def test_what_is_not_ours_stays_whatever_is_built(site: Path) -> None:
    (site / "a/verification.html").write_bytes(b"theirs")
    edit(site, b"new")
    assert held(site)["a/verification.html"] == b"theirs"

    (site / ".well-known").mkdir()
    (site / ".well-known/challenge").write_bytes(b"theirs too")
    files(as_written({"index.html": b"whole"}), site)
    assert held(site) == {
        MARK: b"index.html\n",
        "index.html": b"whole",
        "a/verification.html": b"theirs",
        ".well-known/challenge": b"theirs too",
    }


def test_what_was_not_ours_and_was_taken_away_does_not_come_back(site: Path) -> None:
    theirs = site / "a/verification.html"
    theirs.write_bytes(b"theirs")
    edit(site, b"new")
    theirs.unlink()
    edit(site, b"newer")
    edit(site, b"newest")

    assert not theirs.exists()


@pytest.mark.parametrize("place", ["b", "b/index.html", "b/index.html/deep"])
def test_what_is_not_ours_and_has_the_place_of_a_page_is_named_and_nothing_is_done(place: str, site: Path) -> None:
    (site / place).parent.mkdir(parents=True, exist_ok=True)
    (site / place).write_bytes(b"theirs")
    before = held(site)
    page = [(PurePosixPath("b/index.html"), b"ours")]

    for changed in (True, False):
        with pytest.raises(InTheWayError) as refused:
            change(page, lambda: (), site) if changed else files(page, site)
        assert str(site / place) in refused.value.words.zh
        assert str(site / place) in refused.value.words.en
        assert held(site) == before


def test_where_two_names_can_not_be_exchanged_what_a_killed_build_moved_away_is_in_no_way(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minusone.publish.exchange", lambda one, other: False)
    files(as_written({"index.html": b"older"}), site.with_name(".site.old"))
    edit(site, b"new")

    assert held(site)["index.html"] == b"new"
    assert not site.with_name(".site.old").exists()
