"""What is withheld is not told by others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, progress, record, rectification, where

STEPS = progress("date: 2014-03-01, step: registered", "date: 2014-03-02, step: withheld, basis: 条例第十五条")
HIDDEN = (
    BAISHA
    + rectification("title: 不能说的事\n" + STEPS)
    + "-- content/rectifications/2014-001.en.md --\n---\ntitle: What must not be said\n---\n"
)
ENGLISH = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n\nOnce “What must not be said”.\n"


@pytest.mark.parametrize(
    ("more", "place"),
    [
        (record("page", "about", body="原来写作“不能说的事”"), ["content/pages/about.zh.md:5:1 withheld-title"]),
        (record("page", "about", "summary: 关于不能说的事"), ["content/pages/about.zh.md:3:10 withheld-title"]),
        (record("page", "about", body="正文") + ENGLISH, ["content/pages/about.en.md:5:1 withheld-title"]),
        (record("page", "about", "memo: 不能说的事"), []),
        (record("page", "about", "internal: true", "不能说的事"), []),
        (record("page", "about", body="[这一件](rectification:2014-001)"), []),
    ],
)
def test_no_public_word_repeats_the_title_of_a_withheld_record(more: str, place: list[str], tmp_path: Path) -> None:
    assert where(problems(tmp_path, HIDDEN + more)) == place
