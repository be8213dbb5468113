"""An implementation of logs that is not ours: Go's own packages, called by `verify.go`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parent / "verify.go"
LIBRARIES = Path("/usr/share/gocode")
"""Where Debian puts golang-golang-x-mod-dev."""


def make(program: Path) -> None:
    """It, without modules: they would be fetched. Beside it lies what it needs, compiled too."""
    cache = program.with_name(f"{program.name}.cache")
    alone = {"GO111MODULE": "off", "GOPATH": str(LIBRARIES), "GOCACHE": str(cache), "GOFLAGS": ""}
    built = ["go", "build", "-o", str(program), str(SOURCE)]
    done = subprocess.run(built, env=os.environ | alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def believed(program: Path, log: Path, key: str, old: Path) -> tuple[int, str]:
    """How it ends, and what it says, of a log in a folder, a public key and an older checkpoint."""
    command = [str(program), str(log), key, str(old)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
