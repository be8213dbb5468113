"""What the file system allows: a site's files, already in memory, written into a fresh folder by Python alone."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from benchmarks.measuring import Cost


def written_again(site: Path, out: Path) -> Cost:
    """The cost of writing all files of a site once more; they are removed afterwards."""
    folders = [Path(folder).relative_to(site) for folder, _, _ in os.walk(site)]
    files = [(os.fspath(out / file.relative_to(site)), file.read_bytes()) for file in site.rglob("*") if file.is_file()]
    shutil.rmtree(out, ignore_errors=True)
    began, used = time.perf_counter(), time.process_time()
    for folder in folders:
        (out / folder).mkdir()
    for path, data in files:
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - the least that Python can do
            file.write(data)
    cost = Cost(time.perf_counter() - began, time.process_time() - used)
    shutil.rmtree(out)
    return cost
