"""A printed total that its rows don't give is published as printed, and noted."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.rebuild import build
from tests.built import TEMPLATES
from tests.sites import BAISHA, problems, record, rectification, site

UNITS = BAISHA + record("unit", "kongpu")


def target(planned: str, shares: str, results: str = "") -> str:
    counted = f"id: lamps, what: 路灯, measure: 盏, planned: {planned}, results: [{results}], by_unit: [{shares}]"
    return UNITS + rectification(f"targets:\n  - {{{counted}}}")


def share(unit: str, planned: str, value: str = "", day: str = "2014-04-01") -> str:
    results = f"{{date: {day}, value: {value}}}" if value else ""
    return f"{{unit: {unit}, planned: {planned}, results: [{results}]}}"


@pytest.mark.parametrize(
    ("planned", "shares", "results", "noted"),
    [
        ("10", share("baisha", "6") + ", " + share("kongpu", "4"), "", 0),
        ("10", share("baisha", "6") + ", " + share("kongpu", "2"), "", 1),
        ("1万", share("baisha", "6000") + ", " + share("kongpu", "4000"), "", 0),
        ("10+", share("baisha", "6"), "", 0),
        ("10", share("baisha", "6", "6") + ", " + share("kongpu", "4", "0"), "{date: 2014-04-01, value: 6}", 0),
        ("10", share("baisha", "6", "6") + ", " + share("kongpu", "4", "0"), "{date: 2014-04-01, value: 10}", 1),
        ("10", share("baisha", "6", "6") + ", " + share("kongpu", "4"), "{date: 2014-04-01, value: 10}", 0),
        (
            "10",
            share("baisha", "6", "6", "2014-03-01") + ", " + share("kongpu", "4", "1"),
            "{date: 2014-04-01, value: 10}",
            0,
        ),
        ("10", "", "{date: 2014-04-01, value: 10}", 0),
    ],
)
def test_only_what_can_be_added_up_is_held_against_its_total(
    planned: str, shares: str, results: str, noted: int, tmp_path: Path
) -> None:
    found = problems(tmp_path, target(planned, shares, results))

    assert [problem.code for problem in found] == ["total-differs"] * noted


def test_a_note_stops_no_build(tmp_path: Path) -> None:
    where = site(tmp_path, target("10", share("baisha", "6")))

    build(type(where)(where.config, where.content, TEMPLATES, where.out), None, workers=1)

    assert (where.out / "index.html").is_file()
