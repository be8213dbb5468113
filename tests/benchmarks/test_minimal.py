"""The product makes the benchmark's pages: all of them, and the right ones after every edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.checker import Checker
from benchmarks.edits import Editor
from benchmarks.run import EDITS
from tests.benchmarks.small import build, editor
from tests.built import held

pytestmark = pytest.mark.slow

Faults = list[str]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Editor:
    """A site of as many records as need a second part of a list."""
    made = editor(tmp_path_factory.mktemp("small") / "corpus", 90)
    build(made.bench)
    return made


def faults(made: Editor) -> Faults:
    return list(Checker.of(made.bench.site, made.bench.folder).faults())


def test_the_site_has_all_that_is_asked_for(small: Editor) -> None:
    assert faults(small) == []
    assert "zh/rectifications/page/2/index.html" in held(small.bench.site)


ID = "a-000001"
PLANTED = {
    f"en/activities/{ID}/index.html": (
        ('<html lang="en">', "<html>", f"/en/activities/{ID}/: language"),
        ("<h1>", "<h1>Not ", f"/en/activities/{ID}/: title"),
        (f'<a href="/zh/activities/{ID}/"', '<a href="/"', f"/en/activities/{ID}/: other language"),
        ("<dt>Kind</dt>", "", f"/en/activities/{ID}/: fields"),
        ("<p>", "<div>", f"/en/activities/{ID}/: paragraphs"),
        ("<li>", "<div>", f"/en/activities/{ID}/: list"),
        ("<dd class=", "<dd title=", f"/en/activities/{ID}/: status"),
        ('href="/en/units/', 'href="/en/', f"/en/activities/{ID}/: unit"),
        ("<li id=", "<a href='/en/visits/v-000001/'>x</a><li id=", f"/en/activities/{ID}/: linked records"),
    ),
    "zh/visits/index.html": (("<li><time>", "<li><a href='/zh/visits/v-000001/'>x</a><time>", "/zh/visits/: records"),),
    "zh/units/unit-01/index.html": (
        ("<h2", "<h2></h2><h2", "/zh/units/unit-01/: a heading for each status"),
        ("<li>", "<li><a href='/zh/visits/v-000001/'>x</a>", "/zh/units/unit-01/: every record once"),
    ),
    "en/index.html": (
        ("<dd>", "<dd>1", "/en/: counts"),
        ("<li><time>", "<li><a href='/en/visits/v-000001/'>x</a><time>", "/en/: newest records"),
        ('href="/en/units/unit-01/"', 'href="/en/"', "/en/: units"),
    ),
    "en/feed.xml": (("<link>https://example.org/en/", "<link>https://example.org/", "/en/feed.xml: newest records"),),
    "sitemap.xml": ((f"/en/activities/{ID}/", "/en/activities/", f"/sitemap.xml: /en/activities/{ID}/"),),
}


@pytest.mark.parametrize(
    ("path", "old", "new", "fault"), [(path, *one) for path, planted in PLANTED.items() for one in planted]
)
def test_a_planted_fault_is_found(small: Editor, path: str, old: str, new: str, fault: str) -> None:
    file = small.bench.site / path
    right = file.read_text("utf-8")
    try:
        file.write_text(right.replace(old, new), "utf-8")
        assert old in right
        assert fault in faults(small)
    finally:
        file.write_text(right, "utf-8")


def test_a_lacking_page_is_found(small: Editor) -> None:
    file = small.bench.site / f"zh/activities/{ID}/index.html"
    right = file.read_bytes()
    try:
        file.unlink()
        assert f"/zh/activities/{ID}/: title" in faults(small)
    finally:
        file.write_bytes(right)


def test_every_edit_shows_after_a_build_and_not_before(tmp_path: Path) -> None:
    made = editor(tmp_path / "corpus", 40)
    build(made.bench)
    for name in ("word", "title", "step", "template", "settings"):
        expected = EDITS[name](made, 0)
        assert not any(shown.stands(made.bench.site) for shown in expected)
        build(made.bench)
        assert all(shown.stands(made.bench.site) for shown in expected)


def test_a_corpus_that_was_cooled_is_as_it_was_given(tmp_path: Path) -> None:
    made = editor(tmp_path / "corpus", 5)
    given = held(made.bench.folder)
    build(made.bench)
    made.bench.cool()

    assert held(made.bench.folder) == given
