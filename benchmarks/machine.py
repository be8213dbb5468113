"""On what the benchmark was run, without the name of anybody's machine."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from benchmarks.tools import versions


def machine(work: Path) -> dict[str, str]:
    """What ratios may depend on, by name; `work` is the folder in which everything was built."""
    return {
        "Cores": str(len(os.sched_getaffinity(0))),
        "Processor": _named("/proc/cpuinfo", "model name"),
        "Memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "Kernel": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "File system": _file_system(work.resolve()),
        "Python": platform.python_version(),
        **versions(),
    }


def _named(file: str, name: str) -> str:
    lines = Path(file).read_text("utf-8", "replace").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "unknown")


def _file_system(folder: Path) -> str:
    """The type of the innermost mount that a folder lies in."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text("utf-8", "replace").splitlines()]
    around = [(place, type) for place, type in mounts if folder.is_relative_to(place)]
    return max(around, key=lambda mount: len(mount[0]))[1]
