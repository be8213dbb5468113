"""An implementation of logs that is not ours: Go's own packages, called by `verify.go`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SOURCE = Path(__file__).parent / "verify.go"
LIBRARIES = Path("/usr/share/gocode")
"""Where Debian puts golang-golang-x-mod-dev."""


def program(folder: Path) -> Path:
    """It, built in a folder, without modules: they would be fetched."""
    alone = {"GO111MODULE": "off", "GOPATH": str(LIBRARIES), "GOCACHE": str(folder / "cache"), "GOFLAGS": ""}
    made = folder / "verify"
    built = ["go", "build", "-o", str(made), str(SOURCE)]
    done = subprocess.run(built, env=os.environ | alone, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return made


def believed(program: Path, log: Path, key: str, old: Path) -> tuple[int, str]:
    """How it ends, and what it says, of a log in a folder, a public key and an older checkpoint."""
    command = [str(program), str(log), key, str(old)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr
