"""What SECURITY.md says was found is what its tests measure, and they measure all that it says."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.fuzz.hunts import Hunted, keep, kept
from tests.supply.found import BEGIN, END, PAGE, ROWS, SEARCHED, Row, read, reporting, searched, table
from tests.supply.locks import ROOT

DAY = date(2014, 4, 30)
WRITTEN = PAGE.read_text("utf-8").partition(BEGIN)[2].partition(END)[0].splitlines(keepends=True)[4:]
TESTED = [row for row in ROWS if row.tests]


def pattern(row: Row) -> str:
    """The row with any number where one was measured."""
    line = row.line(dict.fromkeys(row.names, 7_777_777))
    return re.escape(line).replace("7,777,777", r"\d{1,3}(,\d{3})*")


def test_the_table_has_a_line_for_each_row_with_its_numbers_and_no_other() -> None:
    assert len(WRITTEN) == len(ROWS)
    for row, line in zip(ROWS, WRITTEN, strict=True):
        assert re.fullmatch(pattern(row), line), f"make security: {line}"


def test_the_row_of_searches_is_what_all_searches_come_to() -> None:
    assert searched(kept()) in WRITTEN


@pytest.mark.parametrize("row", TESTED, ids=lambda row: row.tests[0])
def test_all_that_a_row_tells_is_measured_by_its_tests(row: Row) -> None:
    code = "".join((ROOT / test).read_text("utf-8") for test in row.tests)

    assert row.names
    assert [name for name in row.names if f'record_property("{name}",' not in code and f"def {name}(" not in code] == []


def test_searches_are_added_up(tmp_path: Path) -> None:
    file = tmp_path / "hunts.csv"
    file.write_text("targets,runs,seconds,defects\n")
    assert kept(file) == []
    keep(Hunted(22, 1_000_000, 90, 1), file)
    keep(Hunted(3, 500, 45, 0), file)

    assert SEARCHED.what in searched(kept(file))
    assert "| 1 in 1,000,500 runs of 22 targets, 2 minutes in all; 0 in the last search |" in searched(kept(file))


def test_no_table_is_made_where_a_row_tells_what_nothing_measured() -> None:
    measured = {test: Counter(dict.fromkeys(row.names, 0)) for row in TESTED for test in row.tests[:1]}
    assert table(DAY, measured, []).count("\n") == len(ROWS) + 4
    measured["tests/e2e/test_killed.py"].pop("kills")
    with pytest.raises(SystemExit, match="No test tells kills of: builds and publications killed"):
        table(DAY, measured, [])


PASSING = """
import pytest

@pytest.mark.parametrize("ran", [2, 3])
def test_it(ran, record_property):
    record_property("ran", ran)
    record_property("ran", 10)
"""


def reported(folder: Path, text: str) -> Path:
    (folder / "pytest.ini").write_text("[pytest]\n")
    (folder / "test_some.py").write_text(text)
    report = folder / "report.xml"
    subprocess.run([*reporting(report), "test_some.py"], cwd=folder, capture_output=True, check=False)
    return report


@pytest.mark.slow
def test_what_was_recorded_is_added_up_and_each_test_counted_that_passed(tmp_path: Path) -> None:
    assert read(reported(tmp_path, PASSING)) == {"test_some.py": Counter({"ran": 25, "test_it": 2})}


@pytest.mark.slow
@pytest.mark.parametrize("end", ["pytest.skip()", "assert not ran"])
def test_no_table_is_made_of_tests_that_fail_or_are_skipped(end: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"test_it\[2\] did not pass"):
        read(reported(tmp_path, f"{PASSING}    {end}\n"))
