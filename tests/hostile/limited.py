"""Little memory and little time, for our own commands and functions: what would take the machine fails instead."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).parents[2]
MEMORY = 2 << 30
"""Bytes of address space; an ordinary check takes a fifth of it."""

SECONDS = 20
"""Of processor time, whatever else the machine does."""


def limited(*command: str, seconds: int = SECONDS, memory: int = MEMORY) -> subprocess.CompletedProcess[str]:
    """Run Python so. What is over its time is killed by the system."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))

    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        preexec_fn=limit,
        check=False,
    )


def checked(folder: Path, **limits: int) -> dict[str, list[tuple[int, str]]]:
    """What `check` tells of a site, by path: the line and the code of each problem and note.

    It ended by itself, in time, and fell over nothing.
    """
    places = ("--config", folder / "config.yaml", "--content", folder / "content")
    ran = limited("build.py", "check", "--workers", "1", "--format", "json", *map(str, places), **limits)

    assert ran.returncode in (0, 1), (ran.returncode, ran.stdout[-2000:], ran.stderr[-2000:])
    assert "Traceback" not in ran.stderr
    found: dict[str, list[tuple[int, str]]] = {}
    for problem in json.loads(ran.stdout):
        found.setdefault(problem["path"], []).append((problem["line"], problem["code"]))
    return found


class TooLongError(Exception):
    """It was stopped."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Stop what takes more processor time than that: it raises TooLongError."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
