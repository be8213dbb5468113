"""What a command costs: wall time, processor time and memory, of all its processes together."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.02
"""Seconds between two looks at how much memory there is in use."""

_PSS = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True)
class Cost:
    """In seconds. `cpu` is that of the command and of all that it started, in user and system mode."""

    wall: float
    cpu: float


class FailedError(Exception):
    """A command that ended badly, with what it said."""


@dataclass(frozen=True)
class Command:
    """What is run, where, and with what in its environment."""

    words: Sequence[str]
    folder: Path
    environment: Mapping[str, str]

    def cost(self) -> Cost:
        """Run it to its end. Raises FailedError."""
        with self.running() as process:
            began = time.perf_counter()
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
            self._well(process, os.waitstatus_to_exitcode(status))
        return Cost(wall, used.ru_utime + used.ru_stime)

    def peak(self) -> float:
        """Run it to its end, and the most memory that its processes had at once, in MiB. Raises FailedError."""
        most = 0
        with self.running() as process:
            while process.poll() is None:
                most = max(most, _in_use(process.pid))
                time.sleep(EVERY)
            self._well(process, process.returncode)
        return most / 1024

    @contextmanager
    def running(self) -> Iterator[subprocess.Popen[bytes]]:
        """The command in a session of its own, which has no process left afterwards."""
        with self._log.open("wb") as log:
            process = subprocess.Popen(
                self.words,
                cwd=self.folder,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
            if process.returncode is None:
                with suppress(subprocess.TimeoutExpired):
                    process.wait(10)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)

    @property
    def _log(self) -> Path:
        return self.folder.with_name(f"{self.folder.name}.log")

    def _well(self, process: subprocess.Popen[bytes], code: int) -> None:
        process.returncode = code
        if code:
            said = self._log.read_text("utf-8", "replace")[-2000:]
            raise FailedError(f"{' '.join(self.words)} ended with {code}:\n{said}")


def _in_use(session: int) -> int:
    """KiB that the processes of a session have; what several share counts once (proportional set size)."""
    names = (file.name for file in Path("/proc").iterdir())
    return sum(_share(name) for name in names if name.isdigit() and _session(name) == session)


def _session(process: str) -> int:
    """0 of one that has just ended."""
    fields = _told(process, "stat").rpartition(b")")[2].split()
    return int(fields[3]) if fields else 0


def _share(process: str) -> int:
    found = _PSS.search(_told(process, "smaps_rollup"))
    return int(found[1]) if found else 0


def _told(process: str, file: str) -> bytes:
    """What the system says of a process; nothing of one that has just ended."""
    try:
        with open(f"/proc/{process}/{file}", "rb", buffering=0) as stream:  # noqa: PTH123 - thousands of times
            return stream.read()
    except OSError:
        return b""
