"""A table's last row is held against the others where it says that it is their total."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.rules.tables import differences
from tests.sites import BAISHA, problems, record, where


def table(*rows: str) -> str:
    return "\n".join(["| 街道 | 件 | 米 |", "| --- | --: | --: |", *(f"| {row} |" for row in rows)])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["东 | 2 | 10", "西 | 3 | 5.5", "合计 | 5 | 15.5"], []),
        (["东 | 2 | 10", "西 | 3 | 5.5", "合计 | 6 | 15.5"], ["件 6 5"]),
        (["东 | 2 | 10", "西 | 3 | 5.5", "**合计** | 6 | 15"], ["件 6 5", "米 15 15.5"]),
        (["东 | 1,000 | 1万", "西 | 3 | 5", "Total | 1,003 | 10,005"], []),
        (["东 | 2 | –", "西 | 3 | 5", "合计 | 5 | 9"], []),
        (["东 | 20+ | 10%", "西 | 3 | 5%", "合计 | 25 | 9%"], []),
        (["东 | 2 | 1", "小计 | 2 | 1", "西 | 3 | 1", "合计 | 5 | 2"], []),
        (["东 | 2 | 1", "西 | 3 | 5"], []),
        (["合计 | 5 | 9"], []),
        (["东 | {{ count(unit) }} | 1", "合计 | 5 | 2"], ["米 2 1"]),
        (["东 | 2", "合计 | 5 | 2"], ["件 5 2"]),
    ],
)
def test_only_columns_of_exact_numbers_are_held_against_their_total(rows: list[str], found: list[str]) -> None:
    assert [f"{name} {whole} {added}" for _, name, whole, added in differences(f"前\n\n{table(*rows)}\n\n后")] == found


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=9), st.integers(-3, 3))
def test_a_total_is_noted_when_and_only_when_it_is_not_the_sum(numbers: list[int], off: int) -> None:
    total = sum(numbers) + off
    rows = [f"街道 {place} | {number:,} | –" for place, number in enumerate(numbers)]
    found = list(differences(table(*rows, f"合计 | {total} | –")))

    assert [(int(one.total), int(one.sum)) for one in found] == ([(total, sum(numbers))] if off else [])


def test_it_is_noted_at_the_total_and_stops_nothing(tmp_path: Path) -> None:
    text = BAISHA + record("page", "about", body=f"前\n\n{table('东 | 2 | 1', '合计 | 3 | 1')}\n\n后")
    (found,) = problems(tmp_path, text)

    assert found.note
    assert where([found]) == ["content/pages/about.zh.md:10:1 parts-differ"]


def test_a_table_in_code_is_only_words(tmp_path: Path) -> None:
    text = BAISHA + record("page", "about", body=f"```\n{table('东 | 2 | 1', '合计 | 3 | 1')}\n```")

    assert problems(tmp_path, text) == ()
