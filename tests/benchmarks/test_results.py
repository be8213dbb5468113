"""What is measured is kept and told as it was: ratios by round, rows replaced one by one."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from statistics import StatisticsError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.limit import written_again
from benchmarks.measuring import Command, FailedError
from benchmarks.profile import stages
from benchmarks.ratios import by_round, spread
from benchmarks.results import Results, Row
from benchmarks.run import Measured
from benchmarks.table import written

SECONDS = st.floats(0.001, 1000)


@given(st.lists(st.tuples(SECONDS, SECONDS), min_size=1))
def test_each_ratio_is_of_one_round(rounds: list[tuple[float, float]]) -> None:
    values, base = zip(*rounds, strict=True)

    assert [ratio * other for ratio, other in zip(by_round(values, base), base, strict=True)] == pytest.approx(values)


@given(st.lists(SECONDS, min_size=1))
def test_a_spread_holds_all_values_around_its_middle(values: list[float]) -> None:
    middle, least, most = spread(values)

    assert least <= middle <= most
    assert {least, most} <= set(values)
    assert sum(value <= middle for value in values) * 2 >= len(values) <= sum(value >= middle for value in values) * 2


def test_of_nothing_nothing_is_said() -> None:
    with pytest.raises(StatisticsError):
        spread([])
    with pytest.raises(ValueError, match="zip"):
        by_round([1.0], [])


def test_what_is_measured_again_replaces_its_row_alone(tmp_path: Path) -> None:
    cold = Row(500, "hugo", "cold", "wall", "2014-04-29", [2.0, 4.0], [])
    word = Row(500, "hugo", "word", "wall", "2014-04-29", [1.0], [])
    again = Row(500, "hugo", "cold", "wall", "2014-04-30", [3.0], [1.5])
    file = tmp_path / "results.json"
    Results().renewed({"Cores": "2"}, [cold, word]).write(file)
    Results.read(file).renewed({"Cores": "4"}, [again]).write(file)

    assert Results.read(file) == Results({"Cores": "4"}, [again, word])


def test_without_a_file_nothing_was_measured(tmp_path: Path) -> None:
    assert Results.read(tmp_path / "results.json") == Results()


def test_the_table_tells_ratios_beside_hugo_and_seconds_of_it() -> None:
    measured = Measured(500)
    for hugo, minimal in ((1.0, 0.5), (2.0, 0.5), (4.0, 4.0)):
        measured.add("hugo", "cold", wall=hugo)
        measured.add("minimal", "cold", wall=minimal)
    told = written(Results({"Cores": "2"}, list(measured.rows("2014-04-30"))))

    assert "| Hugo | 2 (1–4) s |" in told
    assert "| minusone, the same pages | × 0.5 (0.25–1) |" in told
    assert "| Hugo | 2.000 |" in told, "milliseconds for each of a thousand pages"


def test_nothing_is_told_of_what_took_no_part() -> None:
    measured = Measured(500)
    measured.add("minimal", "cold", wall=0.5)
    told = written(Results({}, list(measured.rows("2014-04-30"))))

    assert "| minusone, the same pages | 0.5 s |" in told
    assert "Hugo |" not in told


def command(folder: Path, program: str) -> Command:
    return Command([sys.executable, "-c", textwrap.dedent(program)], folder, {"SAID": "so"})


@pytest.mark.slow
def test_the_memory_of_all_processes_counts(tmp_path: Path) -> None:
    hold = "import time; held = bytearray(64 << 20); time.sleep(0.4)"
    alone = command(tmp_path, hold).peak()
    start = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {hold!r}])"
    both = command(tmp_path, f"{start}; {hold}").peak()

    assert alone > 64
    assert both > alone + 48


@pytest.mark.slow
def test_the_processor_time_of_children_counts(tmp_path: Path) -> None:
    work = "sum(range(10 ** 7))"
    cost = command(tmp_path, f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])").cost()

    assert cost.cpu > 0.02
    assert cost.wall > 0


def test_a_command_that_fails_is_no_measurement(tmp_path: Path) -> None:
    failing = command(tmp_path, "import os, sys; sys.exit(os.environ['SAID'])")
    for run in (failing.cost, failing.peak):
        with pytest.raises(FailedError, match="so"):
            run()


def test_the_limit_writes_everything_and_leaves_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "en/index.html").write_bytes(b"x")

    assert written_again(site, tmp_path / "spare").wall > 0
    assert not (tmp_path / "spare").exists()


def test_stages_are_what_the_pipeline_calls() -> None:
    pipeline, other = ("/x/pipeline.py", 3, "build"), ("/x/other.py", 1, "f")
    stats = {
        ("/x/load.py", 1, "sources"): (1, 1, 0.5, 2.0, {pipeline: (1, 1, 0.5, 2.0), other: (1, 1, 0.1, 0.2)}),
        ("/x/check.py", 1, "records"): (1, 1, 0.5, 3.0, {pipeline: (1, 1, 0.5, 3.0)}),
        ("/x/words.py", 1, "to"): (9, 9, 0.5, 9.0, {other: (9, 9, 0.5, 9.0)}),
    }

    assert [(stage.name, stage.calls, stage.seconds) for stage in stages(stats)] == [
        ("check.py:1 records", 1, 3.0),
        ("load.py:1 sources", 1, 2.0),
    ]
