"""A translator's word settles the records that it names, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.accept import NotARecordError, accept
from minusone.memory import read
from minusone.places import Places
from minusone.problems import ContentError
from minusone.rebuild import build
from tests.built import places
from tests.sites import BAISHA, problems, record, site, where

ABOUT = record("page", "about") + "-- content/pages/about.en.md --\n---\ntitle: About\n---\n"
MORE = record("page", "more", "title: 更多") + "-- content/pages/more.en.md --\n---\ntitle: More\n---\n"
CHANGED = BAISHA + ABOUT.replace("关于本站", "本站") + MORE.replace("更多", "还有")
BEHIND = ["content/pages/about.en.md:2:8 translation-stale", "content/pages/more.en.md:2:8 translation-stale"]


@pytest.fixture
def behind(tmp_path: Path) -> Places:
    """A site with two translations that are behind."""
    build(places(tmp_path, BAISHA + ABOUT + MORE), None, workers=1)
    assert where(problems(tmp_path, CHANGED)) == BEHIND
    return site(tmp_path, CHANGED)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_record_is_named_by_either_of_its_files(lang: str, behind: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(behind.content)

    assert accept(behind, [Path(f"pages/about.{lang}.md")]) == 1
    assert where(problems(behind.content.parent, CHANGED)) == BEHIND[1:]


def test_all_are_accepted_at_once(behind: Places) -> None:
    assert accept(behind, []) == 2
    assert problems(behind.content.parent, CHANGED) == ()
    assert accept(behind, []) == 0


def test_what_is_no_translated_record_is_refused_and_nothing_is_remembered(behind: Places) -> None:
    before = read(behind.content)
    for file in ("units/baisha.zh.md", "pages/gone.zh.md", "translations.json"):
        with pytest.raises(NotARecordError):
            accept(behind, [behind.content / "pages/about.zh.md", behind.content / file])
    assert read(behind.content) == before


def test_a_file_that_can_not_be_read_is_told_and_others_are_no_hindrance(behind: Places) -> None:
    site(behind.content.parent, CHANGED + record("page", "lost", "rank: 第一"))
    lost = behind.content / "pages/lost.zh.md"

    with pytest.raises(ContentError) as refused:
        accept(behind, [lost])
    assert [problem.code for problem in refused.value.problems] == ["bad-number"]
    assert accept(behind, [behind.content / "pages/about.zh.md"]) == 1
