"""`python -m tests.supply.found DAY`: run the tests of SECURITY.md's table, and write there what they measured.

A test says by `record_property` how much it tried and what came of it, and pytest writes that into a report. Where one
fails, is skipped, or does not say what a row tells, the page stays as it was. `make fuzz` takes an hour, and renews its
own row of what `tests/fuzz/hunts.csv` keeps. The day is said, since no clock is asked.
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from tests.fuzz.hunts import Hunted, kept
from tests.supply.locks import ROOT

PAGE = ROOT / "SECURITY.md"
REPORT = ROOT / ".cache" / "found.xml"
BEGIN, END = "<!-- found -->\n", "<!-- end of found -->\n"


@dataclass(frozen=True)
class Row:
    """What was looked for, what came of it, and the tests that looked; `make fuzz` where there are none.

    `{name}` in what came of it is whatever tests recorded under that name, added up, or how often the test of that
    name passed.
    """

    what: str
    came: str
    tests: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        return [name for _, name, _, _ in Formatter().parse(self.came) if name]

    def line(self, numbers: Mapping[str, int]) -> str:
        came = self.came.format_map({name: f"{numbers[name]:,}" for name in self.names})
        by = ", ".join(f"`{test}`" for test in self.tests) or "`make fuzz ARGS=3600`"
        return f"| {self.what} | {came} | {by} |\n"


SEARCHED = Row(
    "tracebacks and contradictions that searches by Atheris came upon",
    "{defects} in {runs} runs of {targets} targets, {minutes} minutes in all; {left} in the last search",
    (),
)
ROWS = (
    Row(
        "builds and publications killed that left a torn site, or one that the next did not make whole",
        "{torn} of {kills}: {renames} at renames, {calls} before other calls to the disk, {moments} at any moment",
        ("tests/e2e/test_killed.py",),
    ),
    Row(
        "torn or missing pages that a reader got while the site was built again and again",
        "{missing} of {readings} in {builds} builds; {grown} readings of a log that grew meanwhile, each of them whole",
        ("tests/e2e/test_readers.py",),
    ),
    Row(
        "builds stopped by a full or read-only disk after which the old site was not there",
        "{lost} of {stopped}",
        ("tests/e2e/test_crowded.py",),
    ),
    Row(
        "payloads that ran in Chromium: in built pages without our policy and with it, in bodies that nobody had "
        "refused, in the preview, in feeds, in the search",
        "{ran} of {payloads}, in {texts} texts and on {pages} pages; in careless pages {alive} of them ran",
        ("tests/hostile/test_browser.py",),
    ),
    Row(
        "what was made to break out, hang or swell, and was refused in words, in bounded time and memory",
        "{tricks} tricks of YAML, {test_no_id_is_a_path_or_looks_like_another} ids, "
        "{test_only_a_picture_beside_its_record_is_shown} paths, {test_a_link_leads_to_a_record_or_to_the_web} links, "
        "{pictures} pictures; {endless} texts were read or refused, and {expressions} regular expressions go through "
        "theirs once",
        tuple(f"tests/hostile/test_{name}.py" for name in ("yaml", "names", "pictures", "large", "patterns")),
    ),
    Row(
        "bytes that everything that reads any took without a traceback or a contradiction",
        "{kept} inputs that are kept, {mixtures} mixtures of them and others, {odd} odd documents of YAML",
        ("tests/fuzz/test_targets.py",),
    ),
    SEARCHED,
    Row(
        "our log, given to an implementation that we did not write (Go's)",
        "{logs} believed, of {entries} entries in all; not believed: {test_it_finds_what_was_changed} changed, "
        "{test_it_does_not_believe_a_log_that_forked} forked, "
        "{test_it_does_not_believe_who_has_another_key} with another key, and of a published site "
        "{test_an_implementation_that_is_not_ours_believes_a_published_log_and_no_changed_one} changed",
        ("tests/transparency/test_foreign.py", "tests/e2e/test_published.py"),
    ),
    Row(
        "what was done to published sites, and found by `verify`",
        "{test_whatever_was_done_to_a_file_is_noticed_with_the_key_and_without} files changed or gone, "
        "{test_what_was_not_published_is_named} added, "
        "{test_a_site_that_was_rolled_back_is_noticed_by_who_kept_a_checkpoint} site rolled back, "
        "{test_a_log_that_was_begun_again_is_noticed_by_who_kept_a_checkpoint} log begun again",
        ("tests/test_edition.py",),
    ),
    Row(
        "sorts of change of what was published, tried in silence, with their correction, and with all others",
        "{test_it_may_not_happen_in_silence} refused, {test_its_correction_allows_it} allowed, "
        "{test_no_other_correction_allows_it} refused",
        ("tests/publication/test_silence.py",),
    ),
    Row(
        "ways to build after which any byte was another: place, disk, user, umask, locale, time zone, hash seed, "
        "workers, order and age of files",
        "{differing} of {ways}",
        ("tests/e2e/test_reproducible.py",),
    ),
    Row(
        "packages in lock files under a licence that may not be used",
        "{refused} of {packages}",
        ("tests/supply/test_licences.py",),
    ),
)


def table(day: date, measured: Mapping[str, Counter[str]], hunted: Sequence[Hunted]) -> str:
    """By file of tests what was measured there. SystemExit if a row tells what was not."""
    head = (
        f"As of {day}, by `make security`; a search adds to its row.\n\n| what | result | by |\n| --- | --- | --- |\n"
    )
    return head + "".join(_tested(row, measured) if row.tests else searched(hunted) for row in ROWS)


def _tested(row: Row, measured: Mapping[str, Counter[str]]) -> str:
    numbers = Counter[str]()
    for file, some in measured.items():
        if file.startswith(row.tests):
            numbers.update(some)
    if missing := sorted(set(row.names) - numbers.keys()):
        raise SystemExit(f"No test tells {', '.join(missing)} of: {row.what}")
    return row.line(numbers)


def searched(hunted: Sequence[Hunted]) -> str:
    """The row of all searches."""
    return SEARCHED.line(
        {
            "targets": max((one.targets for one in hunted), default=0),
            "runs": sum(one.runs for one in hunted),
            "minutes": sum(one.seconds for one in hunted) // 60,
            "defects": sum(one.defects for one in hunted),
            "left": sum(one.defects for one in hunted[-1:]),
        }
    )


def reporting(report: Path) -> list[str]:
    """The command that runs tests and reports what they record, for which one of pytest's formats has a place."""
    return [sys.executable, "-m", "pytest", "-o", "junit_family=xunit1", f"--junitxml={report}"]


def read(report: Path) -> dict[str, Counter[str]]:
    """By file of tests: what was recorded there, and how often each test passed. SystemExit for one that did not."""
    measured: dict[str, Counter[str]] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        file, test = case.attrib["file"], case.attrib["name"]
        if any(case.find(end) is not None for end in ("failure", "error", "skipped")):
            raise SystemExit(f"{file}: {test} did not pass")
        numbers = measured.setdefault(file, Counter())
        numbers[test.partition("[")[0]] += 1
        for one in case.iter("property"):
            numbers[one.attrib["name"]] += int(one.attrib["value"])
    return measured


def written(made: str) -> None:
    """Put it between the page's marks."""
    before, begin, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(before + begin + made + END + rest.partition(END)[2], "utf-8")


def renew_searched() -> None:
    """The one row that `make fuzz` measures."""
    lines = PAGE.read_text("utf-8").splitlines(keepends=True)
    row = searched(kept())
    PAGE.write_text("".join(row if line.startswith(f"| {SEARCHED.what} |") else line for line in lines), "utf-8")


def main(day: date) -> None:
    tests = sorted({test for row in ROWS for test in row.tests})
    if subprocess.run([*reporting(REPORT), *tests], cwd=ROOT, check=False).returncode:
        raise SystemExit("Not every test passed: SECURITY.md is left as it was")
    written(table(day, read(REPORT), kept()))


if __name__ == "__main__":
    main(date.fromisoformat(sys.argv[1]))
