"""What changed is seen, even where size and times say that nothing did."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minusone.stamps import GRAIN, changed, inventory, moment, renewed, surface

LONG_AGO = 1_000_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "b.md", "deep/c.md", ".hidden/d.md", ".swp"):
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "content" / name).write_text(name)
    return tmp_path / "content"


def test_every_file_is_listed_but_for_what_is_hidden(folder: Path) -> None:
    found = inventory([folder, folder.parent / "gone"], moment(folder))

    assert sorted(found.files) == [str(folder / name) for name in ("a.md", "b.md", "deep/c.md")]
    assert changed(found, found) == frozenset()


def test_what_comes_goes_or_is_edited_is_seen(folder: Path) -> None:
    then = inventory([folder], moment(folder))
    (folder / "a.md").write_text("longer than it was")
    (folder / "b.md").unlink()
    (folder / "new.md").write_text("new")

    found = changed(then, inventory([folder], moment(folder)))
    assert found == {str(folder / name) for name in ("a.md", "b.md", "new.md")}


def test_an_edit_within_a_tick_of_the_clock_is_seen_by_its_content(folder: Path) -> None:
    """All stamps are the same: only of files changed just before they were looked at this can be."""
    then = inventory([folder], moment(folder))
    (folder / "a.md").write_text("A.MD")
    now = inventory([folder], moment(folder))

    assert changed(then, type(now)(then.files, now.unsure)) == {str(folder / "a.md")}


def test_what_has_long_been_as_it_is_is_not_read_again(folder: Path) -> None:
    later = moment(folder) + GRAIN + 1
    assert inventory([folder], later).unsure == {}
    assert len(inventory([folder], moment(folder)).unsure) == 3


def test_an_edit_that_keeps_size_and_time_is_seen(folder: Path) -> None:
    file = folder / "a.md"
    os.utime(file, ns=(LONG_AGO, LONG_AGO))
    then = inventory([folder], moment(folder) + GRAIN + 1)
    file.write_text("A.md")
    os.utime(file, ns=(LONG_AGO, LONG_AGO))

    assert changed(then, inventory([folder], moment(folder))) == {str(file)}


def test_a_link_that_leads_nowhere_counts(folder: Path) -> None:
    then = inventory([folder], moment(folder))
    (folder / "lost.md").symlink_to("gone.md")
    assert changed(then, inventory([folder], moment(folder))) == {str(folder / "lost.md")}


def test_one_file_that_was_written_since_is_taken_as_it_is(folder: Path) -> None:
    then = inventory([folder], moment(folder))
    (folder / "a.md").write_text("by ourselves")
    (folder / "made.md").write_text("by ourselves")
    known = renewed(renewed(then, folder / "a.md", moment(folder)), folder / "made.md", moment(folder))

    assert changed(known, inventory([folder], moment(folder))) == frozenset()


def test_the_surface_shows_what_was_taken_away_or_put_there(folder: Path) -> None:
    before = surface(folder)
    assert surface(folder) == before
    (folder / "deep" / "c.md").unlink()
    assert surface(folder) != before
    assert surface(folder.parent / "gone") == {}
