"""What was not kept is noted where it was promised, in both languages; what is somebody else's deed is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, record, where

KONGPU = record("unit", "kongpu") + record("unit", "grid", "type: community\nparent: kongpu")
FIVE = record(
    "programme",
    "five",
    """
    commitments:
      - {id: duty, what: 驻点, who: [baisha, kongpu], how_often: FREQ=MONTHLY}
      - id: study
        what: 每周夜学
        who: baisha
        how_often: FREQ=WEEKLY;BYDAY=TU
        since: 2014-04-15
        amount: {at_least: 1, of: hours}
    """,
)
SITE = BAISHA + KONGPU + FIVE


def done(id: str, date: str, fields: str = "hours: 1\nfulfils: five#study") -> str:
    return record("activity", id, f"date: {date}\n{fields}")


def test_every_missed_and_short_period_is_a_note_at_its_commitment(tmp_path: Path) -> None:
    found = problems(tmp_path, SITE + done("one", "2014-04-22", "hours: 0.75\nfulfils: five#study"))

    assert where(found) == [
        "content/programmes/five.zh.md:5:5 commitment-missed",
        "content/programmes/five.zh.md:5:5 commitment-missed",
        "content/programmes/five.zh.md:5:5 commitment-short",
    ]
    assert all(problem.note for problem in found)
    assert "白沙街道 2014年4月15日（星期二）未做，欠 1 小时：每周夜学" in found[0].to("zh")
    assert "Tuesday 22 April 2014: short by 15 minutes" in found[2].to("en")


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("units: kongpu\nfulfils: five#duty", []),
        ("units: grid\nfulfils: five#duty", []),
        ("units: [water, baisha]\nfulfils: five#study\nhours: 1", []),
        ("units: kongpu\nfulfils: five#study\nhours: 1", ["not-their-commitment"]),
        ("units: water\nfulfils: [five#duty, five#study]\nhours: 1", ["not-their-commitment"] * 2),
        ("units: water\nfulfils: five#none", ["no-such-commitment"]),
    ],
)
def test_a_deed_fulfils_what_those_promised_who_did_it(fields: str, codes: list[str], tmp_path: Path) -> None:
    found = problems(tmp_path, SITE + record("unit", "water") + done("one", "2014-04-15", fields))

    assert [problem.code for problem in found if not problem.note] == codes


@pytest.mark.parametrize(
    ("date", "noted"),
    [
        ("2014-04-15", False),
        ("2014-04-16", True),
        ("2014-04-08", True),
        ("2014-04-15/2014-04-16", True),
    ],
)
def test_what_counts_for_no_period_is_noted(date: str, noted: bool, tmp_path: Path) -> None:
    found = [problem.code for problem in problems(tmp_path, SITE + done("one", date))]

    assert ("counts-for-no-period" in found) == noted


def test_while_a_unit_cannot_be_read_nobody_is_told_that_its_deeds_are_anothers(tmp_path: Path) -> None:
    each = FIVE.replace("[baisha, kongpu]", "each:street")
    text = BAISHA + KONGPU.replace("type: street", "type: stret", 1) + each
    found = problems(tmp_path, text + done("one", "2014-04-15", "units: kongpu\nfulfils: five#duty"))

    assert "not-their-commitment" not in [problem.code for problem in found]


def test_an_internal_programme_and_an_internal_deed_are_not_spoken_of(tmp_path: Path) -> None:
    hidden = FIVE.replace("id: five\n", "id: five\ninternal: true\n", 1)

    assert problems(tmp_path, BAISHA + KONGPU + hidden) == ()
