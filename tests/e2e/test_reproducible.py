"""The same records make the same bytes, wherever and however the site is built."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}


def built(project: Path, out: Path, cwd: Path, workers: int, umask: int, **variables: str) -> dict[str, str]:
    """Every file of the site, as built by a process with these surroundings."""
    places = (f"--{name}={os.path.relpath(project / name, cwd)}" for name in ("content", "templates"))
    config = f"--config={os.path.relpath(project / 'config.yaml', cwd)}"
    done = subprocess.run(
        [sys.executable, project / "build.py", "build", config, *places, f"--out={out}", f"--workers={workers}"],
        cwd=cwd,
        env=os.environ | variables,
        umask=umask,
        capture_output=True,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return digests(out)


def test_the_same_records_make_the_same_bytes_anywhere(project: Path, tmp_path: Path) -> None:
    """Another time zone, hash seed, locale with its encoding, umask, working directory and number of processes."""
    here = built(
        project,
        tmp_path / "here",
        project,
        workers=1,
        umask=0o022,
        TZ="Asia/Shanghai",
        PYTHONHASHSEED="1",
        LC_ALL="C.UTF-8",
    )
    there = built(
        project,
        tmp_path / "there",
        tmp_path,
        workers=2,
        umask=0o077,
        TZ="America/Los_Angeles",
        PYTHONHASHSEED="2",
        LC_ALL="POSIX",
        PYTHONCOERCECLOCALE="0",
        PYTHONUTF8="0",
    )
    assert len(here) > 2
    assert {file for file in here.keys() | there.keys() if here.get(file) != there.get(file)} == set()
