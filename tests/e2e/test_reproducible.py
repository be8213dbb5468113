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


def test_the_same_records_make_the_same_bytes_anywhere(project: Path, built_site: Path, tmp_path: Path) -> None:
    """Another time zone, hash seed, locale with its encoding, umask, working directory and number of processes."""
    places = (f"--{name}={os.path.relpath(project / name, tmp_path)}" for name in ("content", "templates"))
    config = f"--config={os.path.relpath(project / 'config.yaml', tmp_path)}"
    out = tmp_path / "there"
    surroundings = {
        "TZ": "America/Los_Angeles",
        "PYTHONHASHSEED": "2",
        "LC_ALL": "POSIX",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }
    done = subprocess.run(
        [sys.executable, project / "build.py", "build", config, *places, f"--out={out}", "--workers=2"],
        cwd=tmp_path,
        env=os.environ | surroundings,
        umask=0o077,
        capture_output=True,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    here, there = digests(built_site), digests(out)
    assert len(here) > 2
    assert {file for file in here.keys() | there.keys() if here.get(file) != there.get(file)} == set()
