"""`python -m tests.fuzz.run SECONDS [TARGET…]`: all targets by Atheris, each in a process of its own, then Hypothesis.

What it finds, and the inputs that reach further than others, lie in `.cache/fuzz`; a failing input belongs into
`corpus/`, where the gate tries it each time. The table at the end is Markdown; `hunts.csv` keeps what it comes to, and
SECURITY.md tells of it. Exits with 1 if anything was found.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from time import monotonic

from tests.fuzz.hunts import Hunted, keep
from tests.fuzz.seeds import CORPUS, ROOT, seeds, words
from tests.fuzz.targets import TARGETS
from tests.supply.found import renew_searched

FOUND = ROOT / ".cache" / "fuzz"
BOUNDS = ("-rss_limit_mb=2048", "-timeout=20", "-max_len=20000", "-print_final_stats=1", "-verbosity=0")
"""Megabytes of memory, and seconds for one input: whatever takes more is a defect too."""

EXPLORED = (
    *("tests/fuzz", "tests/test_fields.py", "tests/test_markup.py", "tests/test_prose.py", "tests/test_queries.py"),
    *("tests/transparency", "tests/publication", "tests/privacy/test_signs.py"),
)
"""The tests of the same things that make up their examples."""


@dataclass(frozen=True)
class Hunt:
    """How often a target was run, for how long at least, and the files in which what it does is wrong."""

    target: str
    runs: int
    seconds: int
    defects: tuple[Path, ...]


def hunt(target: str, seconds: int) -> Hunt:
    """Search for so long, or until something is found."""
    begin, new, wrong = (FOUND / name / target for name in ("seeds", "corpus", "defects"))
    for folder in (begin, new, wrong):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(wrong.iterdir())
    for seed in seeds(target):
        (begin / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    options = [f"-max_total_time={seconds}", f"-artifact_prefix={wrong}/", f"-dict={_dictionary()}", *BOUNDS]
    folders = [folder for folder in (new, begin, CORPUS / target) if folder.is_dir()]
    began = monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.hunt", target, *folders, *options],
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
        env={**os.environ, "TMPDIR": _memory()},
    )
    defects = tuple(sorted(set(wrong.iterdir()) - before))
    if done.returncode or defects:
        sys.stderr.write(done.stderr[-20_000:])
    if done.returncode and not defects:
        raise SystemExit(f"{target}: the search itself failed")
    runs = re.search(r"stat::number_of_executed_units: (\d+)", done.stderr)
    return Hunt(target, int(runs[1]) if runs else 0, min(seconds, round(monotonic() - began)), defects)


def _memory() -> str:
    """Where files cost least."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else ""


def _dictionary() -> Path:
    """The words as libFuzzer takes them: at most 64 bytes each, in quotes."""
    file = FOUND / "words"
    said = (word.encode() for word in words())
    file.write_text("".join(f'"{_escaped(word)}"\n' for word in said if 0 < len(word) <= 64), "ascii")
    return file


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


def table(hunts: Sequence[Hunt]) -> str:
    def row(name: str, some: Sequence[Hunt]) -> str:
        runs, seconds = sum(one.runs for one in some), sum(one.seconds for one in some)
        return f"| {name} | {runs:,} | {seconds:,} | {sum(len(one.defects) for one in some)} |"

    head = ["| target | runs | seconds | defects |", "| --- | ---: | ---: | ---: |"]
    return "\n".join([*head, *(row(one.target, [one]) for one in hunts), row("all", hunts)])


def main(seconds: int, targets: list[str]) -> int:
    hunts = [hunt(target, max(1, seconds // len(targets))) for target in targets]
    runs, took = sum(one.runs for one in hunts), sum(one.seconds for one in hunts)
    keep(Hunted(len(hunts), runs, took, sum(len(one.defects) for one in hunts)))
    renew_searched()
    explored = subprocess.run([sys.executable, "-m", "pytest", "--hypothesis-profile", "explore", *EXPLORED], cwd=ROOT)
    sys.stdout.write(f"{table(hunts)}\n")
    for one in hunts:
        sys.stdout.writelines(f"{one.target}: see {file.relative_to(ROOT)}\n" for file in one.defects)
    return int(explored.returncode != 0 or any(one.defects for one in hunts))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:] or list(TARGETS)))
