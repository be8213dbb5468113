"""The index is published with its pages or not at all, and the same pages make the same one."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from minusone import rebuild, search
from minusone.indexfiles import ENTRY
from minusone.places import Extras
from minusone.reckoning.lifecycle import Group
from tests.built import held, one, places
from tests.sites import BAISHA, record

GROUPS = (Group.OVERDUE, Group.OPEN, Group.DECLINED, Group.CLOSED)
SITE = (
    BAISHA
    + "".join(record("unit", f"community-{n}", "type: community\nparent: baisha") for n in range(9))
    + "".join(one(group, f"2014-00{n}", f"unit: community-{n}") for n, group in enumerate(GROUPS, 1))
)


def indexed(folder: Path, text: str = SITE) -> dict[str, bytes]:
    where = places(folder, text)
    rebuild.build(where, None, workers=1, extras=Extras(search=True))
    return held(where.out)


@pytest.mark.slow
def test_both_languages_are_indexed_and_pagefinds_own_forms_are_left_out(tmp_path: Path) -> None:
    made = {
        path.removeprefix("pagefind/"): data for path, data in indexed(tmp_path).items() if path.startswith("pagefind/")
    }

    assert {"en", "zh-cn"} == json.loads(made[ENTRY])["languages"].keys()
    assert {path for path in made if "/" not in path and path.endswith((".js", ".css"))} == {"pagefind.js"}
    assert {path.partition("/")[0] for path in made if "/" in path} == {"filter", "fragment", "index"}


@pytest.mark.slow
def test_the_same_pages_make_the_same_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment, or a file of options where the build is started, would have Pagefind do."""
    here = indexed(tmp_path / "here")
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "en")
    monkeypatch.setenv("RAYON_NUM_THREADS", "1")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pagefind.json").write_text('{"output_subdir": "elsewhere"}')

    assert indexed(tmp_path / "there") == here


@pytest.mark.parametrize("said", ["", "Searching\nNothing can be indexed here\n"])
def test_without_its_index_a_site_is_not_published(said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = places(tmp_path, BAISHA)
    rebuild.build(where, None, workers=1)
    before = held(where.out)
    ending = [sys.executable, "-c", f"import sys; sys.stdout.write({said!r}); sys.exit(1)"]
    begin = subprocess.Popen
    monkeypatch.setattr("minusone.search.subprocess.Popen", lambda command, **options: begin(ending, **options))

    with pytest.raises(search.NoIndexError, match=said.splitlines()[-1] if said else "exit 1"):
        rebuild.build(where, None, workers=1, extras=Extras(search=True))
    assert held(where.out) == before
    assert not [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")]


@pytest.mark.slow
def test_a_page_with_any_name_is_indexed(tmp_path: Path) -> None:
    names = ("a[1], {b}.html", "c (2)$.html", "<d>:e.html", "f\\g.html", "甲.html")
    for name in names:
        (tmp_path / name).write_text(f'<html lang="en"><body><main>Lamps {name[0]}</main></body></html>', "utf-8")

    made = {path.as_posix(): data for path, data in search.index(tmp_path)}

    assert json.loads(made[f"pagefind/{ENTRY}"])["languages"]["en"]["page_count"] == len(names)
