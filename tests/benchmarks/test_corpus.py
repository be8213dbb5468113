"""The corpus is the same for everybody, and such as an editor could have written."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.contenders import ROOT
from benchmarks.corpus import LAYOUTS, write
from benchmarks.records import SECTIONS, Status, items
from benchmarks.words import SAID, TITLE
from minusone.pipeline import check_all
from minusone.problems import parted
from minusone.words import LANGS
from tests.benchmarks.small import editor, places
from tests.built import held

BENCHMARKS = ROOT / "benchmarks"


@given(st.integers(1, 60), st.integers(1, 60))
def test_a_record_is_the_same_however_many_there_are_but_for_its_links(few: int, many: int) -> None:
    one, other = ([replace(item, links=()) for item in items(number)] for number in (few, many))

    assert one[:many] == other[:few]


@given(st.integers(2, 60))
def test_every_link_leads_to_another_record(number: int) -> None:
    made = items(number)
    ids = {item.id for item in made}

    assert len(ids) == number
    for item in made:
        assert 1 <= len(item.links) <= 3
        assert set(item.links) <= ids - {item.id}
        assert len(set(item.links)) == len(item.links)


def test_lone_record_has_no_links() -> None:
    assert items(1)[0].links == ()


def test_records_are_as_many_and_as_long_as_the_benchmark_says() -> None:
    made = items(1000)
    shares = {kind: sum(item.kind == kind for item in made) for kind in SECTIONS}

    assert shares == {"rectification": 600, "activity": 250, "visit": 150}
    assert sum(item.has_table for item in made) == 200
    assert {item.status for item in made} == set(Status)
    assert 260 <= median(len(re.findall("[\u4e00-\u9fff]", item.text.zh)) for item in made) <= 290
    assert 150 <= median(len(re.findall("[A-Za-z']+", item.text.en)) for item in made) <= 170


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_records_give_the_same_bytes(layout: str, tmp_path: Path) -> None:
    for name in ("one", "other"):
        write(items(12), LAYOUTS[layout], tmp_path / name)

    assert held(tmp_path / "one") == held(tmp_path / "other")


def test_every_layout_has_the_same_text() -> None:
    """But for where the links in its last paragraph lead."""
    for item in items(12):
        for lang in LANGS:
            bodies = (layout.text(item, lang).partition("---\n\n")[2] for layout in LAYOUTS.values())
            assert len({re.sub(r"\]\(\S+?\)", "]", body) for body in bodies}) == 1


@pytest.mark.slow
def test_the_product_has_nothing_against_it(tmp_path: Path) -> None:
    problems, notes = parted(check_all(places(editor(tmp_path / "corpus", 40).bench), None, 1)[0])

    assert problems == ()
    assert {note.code for note in notes} <= {"overdue", "recommendation-overdue", "silent", "memory-behind"}


def test_all_contenders_have_the_same_words() -> None:
    with (BENCHMARKS / "minimal/templates/words/zh.po").open("rb") as stream:
        translated = {message.id: message.string for message in read_po(stream) if message.id}

    assert translated == {said.en: said.zh for said in SAID.values()}
    assert all(f'title = "{TITLE.to(lang)}"' in (BENCHMARKS / "hugo/hugo.toml").read_text("utf-8") for lang in LANGS)
