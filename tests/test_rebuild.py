"""A build does again what has to be done again, and nothing else; that it is right is tests/e2e/test_incremental.py."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from minusone import rebuild
from minusone.places import PAGES_ALONE, Extras, Places
from minusone.problems import ContentError
from tests.built import DONE, TEMPLATES, held
from tests.sites import BAISHA, progress, record, rectification, site

pytestmark = pytest.mark.slow

SITE = (
    BAISHA
    + record("activity", "study", body="讲了[路灯](rectification:2014-001)。")
    + "-- content/activities/study.en.md --\n---\ntitle: Night study\n---\nAbout the [lamp](rectification:2014-001).\n"
    + rectification("deadline: 2014-05-20")
    + rectification(progress(*DONE), id="2014-002", body="路灯修好了。")
    + record("page", "about", body="本站说明。")
)
STUDY = "activities/study"


@pytest.fixture
def office(tmp_path: Path) -> Places:
    """A site that has been built, with templates of its own."""
    where = site(tmp_path, SITE)
    shutil.copytree(TEMPLATES, where.templates)
    rebuild.build(where, workers=1)
    return where


def written(where: Places, edit: Callable[[], object], extras: Extras = PAGES_ALONE) -> set[str]:
    """The files that a build after an edit put into the site or took out of it; all others are the very same files."""
    before = {path: (where.out / path).stat().st_ino for path in held(where.out)}
    edit()
    rebuild.build(where, workers=1, extras=extras)
    after = {path: (where.out / path).stat().st_ino for path in held(where.out)}
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def edited(where: Places, file: str, old: str, new: str) -> Callable[[], object]:
    path = where.content / file
    assert old in path.read_text("utf-8")
    return lambda: path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_where_nothing_changed_nothing_is_written(office: Places) -> None:
    assert written(office, lambda: None) == set()
    assert written(office, lambda: (office.content / f"{STUDY}.zh.md").touch()) == set()


def test_a_word_of_a_text_is_written_into_its_own_page_alone(office: Places) -> None:
    assert written(office, edited(office, f"{STUDY}.en.md", "About", "All about")) == {f"en/{STUDY}/index.html"}
    assert "All about the" in (office.out / "en" / STUDY / "index.html").read_text("utf-8")
    assert written(office, edited(office, "rectifications/2014-002.zh.md", "修好了", "亮了")) == {
        "rectifications/2014-002/index.html",
        "en/rectifications/2014-002/index.html",
    }


def test_words_alone_ask_no_template(office: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    rebuild.build(office, workers=1, extras=Extras(search=True))
    monkeypatch.setattr("minusone.pipeline.build", None)
    found = written(office, edited(office, "pages/about.zh.md", "说明", "介绍"), Extras(search=True))
    assert {"pages/about/index.html", "pagefind/pagefind-entry.json"} <= found
    assert "en/pages/about/index.html" in found


def test_chinese_edited_alone_puts_its_english_behind_wherever_that_is_told(office: Places) -> None:
    found = written(office, edited(office, f"{STUDY}.zh.md", "讲了", "讲过"))
    assert {f"{STUDY}/index.html", f"en/{STUDY}/index.html"} <= found
    assert "has changed since" in (office.out / "en" / STUDY / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "seen_on"),
    [
        ("[单位](unit:baisha)", "units/baisha/index.html"),
        ("{{ count('activity') }}", "figures/count--activity/index.html"),
    ],
)
def test_what_a_text_leads_to_or_asks_shows_elsewhere_too(office: Places, words: str, seen_on: str) -> None:
    found = written(office, edited(office, "pages/about.zh.md", "说明", words))
    assert seen_on in found
    assert "assets/style.css" not in found


def test_a_title_is_written_where_it_stands(office: Places) -> None:
    found = written(office, edited(office, f"{STUDY}.en.md", "Night study", "Study by night"))
    assert {f"en/{STUDY}/index.html", "en/activities/index.html"} <= found
    assert f"{STUDY}/index.html" not in found or "Study by night" in (office.out / STUDY / "index.html").read_text(
        "utf-8"
    )
    assert not any(path.startswith(("pages/", "assets/", "en/pages/")) for path in found)


def test_what_is_wrong_is_said_at_every_build_and_the_site_stays(office: Places) -> None:
    before = held(office.out)
    edited(office, "pages/about.zh.md", "说明", "张三，手机 13912345678")()
    for _ in range(2):
        with pytest.raises(ContentError, match="problems"):
            rebuild.build(office, workers=1)
    assert held(office.out) == before


def test_another_day_another_template_another_setting_is_another_site(office: Places) -> None:
    for edit in (
        lambda: (office.templates / "base.html").write_text(
            (office.templates / "base.html").read_text("utf-8").replace("</body>", "<!-- new --></body>"), "utf-8"
        ),
        lambda: office.config.write_text(office.config.read_text("utf-8").replace("小站", "大站"), "utf-8"),
    ):
        assert "index.html" in written(office, edit)
    before = held(office.out)
    rebuild.build(office, date(2014, 5, 25), workers=1)
    assert held(office.out)["index.html"] != before["index.html"]


def test_what_was_taken_out_of_the_site_by_hand_comes_back(office: Places) -> None:
    before = held(office.out)
    shutil.rmtree(office.out / "units")
    (office.out / "index.html").unlink()
    rebuild.build(office, workers=1)
    assert held(office.out) == before


def test_the_index_is_made_again_only_where_a_page_changed(office: Places) -> None:
    rebuild.build(office, workers=1, extras=Extras(search=True))
    touched = written(office, lambda: (office.content / f"{STUDY}.zh.md").touch(), Extras(search=True))
    assert touched == set()
    found = written(office, edited(office, "pages/about.zh.md", "说明", "介绍"), Extras(search=True))
    assert {"pages/about/index.html", "pagefind/pagefind-entry.json"} <= found
    assert "units/index.html" not in found


def test_a_cache_from_elsewhere_counts_for_nothing(office: Places, tmp_path: Path) -> None:
    other = replace(office, out=tmp_path / "other")
    shutil.copytree(tmp_path / ".site.cache", tmp_path / ".other.cache")
    rebuild.build(other, workers=1)
    assert held(other.out) == held(office.out)


@pytest.mark.parametrize("table", ["entries", "outputs", "known"])
def test_a_cache_that_takes_nothing_is_no_reason_not_to_build(table: str, office: Places, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / ".site.cache" / "cache.sqlite")) as database:
        database.execute(f"DROP TABLE {table}")
    edited(office, f"{STUDY}.en.md", "Night study", "Study by night")()
    rebuild.build(office, workers=1)

    assert held(office.out) == clean(office, tmp_path)


def clean(office: Places, folder: Path) -> dict[str, bytes]:
    """What a build from nothing makes."""
    fresh = replace(office, out=folder / "fresh")
    rebuild.build(fresh, workers=1)
    return held(fresh.out)


def test_nothing_heavy_is_imported_to_see_that_nothing_changed(office: Places, project: Path) -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from minusone import rebuild; from minusone.places import Places; "
            "rebuild.build(Places(*map(Path, sys.argv[1:])), workers=1); print(*sys.modules)",
            *map(str, (office.config, office.content, office.templates, office.out)),
        ],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert not {"jinja2", "markdown", "pydantic", "yaml", "babel", "PIL", "minusone.kinds"} & set(said.stdout.split())
