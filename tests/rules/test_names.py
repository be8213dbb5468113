"""An id is used once, and never again."""

from __future__ import annotations

from pathlib import Path

from tests.sites import BAISHA, problems, record, where


def test_every_further_use_of_an_id_is_told_with_the_file_that_has_it(tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + record("unit", "c", "id: baisha") + record("unit", "d", "id: baisha"))

    assert where(found) == ["content/units/c.zh.md:2:5 duplicate-id", "content/units/d.zh.md:2:5 duplicate-id"]
    assert all("content/units/baisha.zh.md has it" in problem.why.en for problem in found)


def test_records_of_different_kinds_may_share_an_id(tmp_path: Path) -> None:
    assert problems(tmp_path, BAISHA + record("page", "baisha")) == ()
