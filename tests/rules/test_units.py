"""The units form a tree, and whoever is named by class exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, record, rectification, where


def test_every_unit_of_a_circle_is_told_with_the_whole_circle(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        record("unit", "a", "parent: b") + record("unit", "b", "parent: a") + record("unit", "c", "parent: a"),
    )

    assert where(found) == ["content/units/a.zh.md:3:9 unit-circle", "content/units/b.zh.md:3:9 unit-circle"]
    assert found[0].why.zh.endswith("a → b → a")


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("each:street", []),
        ("each:street@baisha", []),
        ("each:village", ["empty-class"]),
        ("each:road", ["empty-class"]),
    ],
)
def test_a_class_of_units_has_members(named: str, said: list[str], tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + rectification(f"supporting: {named}"))

    assert [problem.code for problem in found] == said
