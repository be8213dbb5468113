"""A build is whole or not at all, and says what `check` says."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from minusone.pipeline import check_all
from minusone.places import Places
from minusone.problems import ContentError
from minusone.publish import InTheWayError
from minusone.rebuild import build
from minusone.render import BrokenTemplateError
from minusone.request import Built
from tests.built import TEMPLATES, held, places
from tests.sites import BAISHA, record, rectification, site

GOOD = BAISHA + rectification("deadline: 2014-05-31", "住户反映[单位](unit:baisha)。") + record("page", "about")
WRONG = {
    "a field": GOOD + record("unit", "b", "tpye: town"),
    "a reference": GOOD + record("page", "lost", body="[x](page:gone)"),
    "a path with two sources": GOOD + rectification(id="closed"),
    "the settings": "per_pgae: 3\n" + GOOD,
}


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_a_problem_leaves_the_old_site_byte_for_byte_as_it_was(text: str, tmp_path: Path) -> None:
    where = places(tmp_path, GOOD)
    build(where, None, workers=1)
    before = held(where.out)
    site(tmp_path, text)

    with pytest.raises(ContentError):
        build(where, None, workers=1)
    assert held(where.out) == before
    beside = {".site.lock", ".site.cache", ".site.twin", ".site.twin.json"}
    assert {path.name for path in tmp_path.iterdir()} <= {"config.yaml", "content", "site"} | beside


@pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
def test_check_and_build_say_the_same_problems_and_check_writes_nothing(text: str, tmp_path: Path) -> None:
    where = places(tmp_path, text)
    found, _ = check_all(where, None, workers=1)
    assert not where.out.exists()

    with pytest.raises(ContentError) as refused:
        build(where, None, workers=1)
    assert refused.value.problems == found != ()
    assert not where.out.exists()


def test_a_broken_template_leaves_the_old_site_as_it_was(tmp_path: Path) -> None:
    where = places(tmp_path, GOOD)
    build(where, None, workers=1)
    before = held(where.out)
    broken = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (broken / "page.html").write_text("{{ here.nothing }}", encoding="utf-8")

    with pytest.raises(BrokenTemplateError):
        build(Places(where.config, where.content, broken, where.out), None, workers=1)
    assert held(where.out) == before


def test_a_folder_that_is_not_ours_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    where = places(tmp_path, WRONG["a field"])
    where.out.mkdir()
    (where.out / "family.jpg").write_bytes(b"dear")

    with pytest.raises(InTheWayError, match="did not make"):
        build(where, None, workers=1)
    assert held(where.out) == {"family.jpg": b"dear"}


@pytest.mark.slow
def test_one_worker_and_two_write_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for workers in (1, 2):
        where = places(tmp_path / str(workers), GOOD)
        build(where, None, workers=workers)
        made.append(held(where.out))

    assert made[0] == made[1]


def test_a_build_says_how_many_pages_and_files_it_made_and_how_it_went(tmp_path: Path) -> None:
    said: list[tuple[str, int, int]] = []
    where = places(tmp_path, GOOD)
    made = build(where, None, workers=1, progress=lambda *step: said.append(step))
    files = held(where.out)
    pages = sum(path.endswith(".html") for path in files)
    assets = sum(path.startswith("assets/") or path == "favicon.ico" for path in files)

    assert made == Built(pages, len(files) - 1)
    assert ("records", 3, 3) in said
    assert ("pages", pages, pages) in said
    assert ("files", assets, assets) in said


def test_the_day_that_is_given_is_the_sites_today(tmp_path: Path) -> None:
    where = places(tmp_path, GOOD)
    build(where, date(2014, 6, 10), workers=1)
    home = (where.out / "en" / "index.html").read_text("utf-8")

    assert '<time datetime="2014-06-10">10 June 2014</time>' in home
    assert "Overdue by 10 days" in home


def test_two_builds_at_once_take_turns_and_neither_harms_the_other(tmp_path: Path) -> None:
    where = places(tmp_path, GOOD)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: build(where, None, workers=1), range(2))

    assert first == second
    assert sum(1 for _ in where.out.rglob("*.html")) == first.pages


def test_templates_without_their_assets_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    where = places(tmp_path, GOOD)
    bare = tmp_path / "bare"
    shutil.copytree(TEMPLATES, bare, ignore=shutil.ignore_patterns("assets"))

    with pytest.raises(FileNotFoundError):
        build(Places(where.config, where.content, bare, where.out), None, workers=1)
    assert not where.out.exists()
