"""`python -m tests.e2e.crowded FOLDER`: builds on a disk that is nearly full, or that nobody may write to.

FOLDER is empty and a small disk of its own, which may be mounted anew. It prints one line of JSON for each build: what
was amiss, how the command ended and what it said, and what became of the site.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.built import TEMPLATES, held
from tests.sites import BAISHA, record, rectification, site

ROOT = Path(__file__).parents[2]
SITE = BAISHA + record("activity", "study") + rectification("deadline: 2014-05-20")


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    places = {"config": folder / "config.yaml", "content": folder / "content", "templates": TEMPLATES}
    options = [f"--{name}={place}" for name, place in {**places, "out": folder / "site"}.items()]
    said = {**os.environ, "LANGUAGE": "en"}
    return subprocess.run(
        [sys.executable, "build.py", "build", *options], cwd=ROOT, env=said, capture_output=True, text=True
    )


def fill(folder: Path, left: int) -> Path:
    """Only so many bytes are left on the disk."""
    filler = folder / "filler"
    disk = os.statvfs(folder)
    with filler.open("wb") as opened:
        os.posix_fallocate(opened.fileno(), 0, max(1, disk.f_bavail * disk.f_frsize - left))
    return filler


def edit(folder: Path, number: int) -> None:
    study = folder / "content/activities/study.zh.md"
    study.write_text(re.sub("(?m)^title: .*$", f"title: 第{number}次夜学", study.read_text("utf-8")), "utf-8")


def tell(amiss: str, ended: subprocess.CompletedProcess[str], before: dict[str, bytes], folder: Path) -> None:
    """What became of the site is told when there is room again and another build has made the new one."""
    found = held(folder / "site")
    assert build(folder).returncode == 0
    new = held(folder / "site")
    became = "new" if found == new else "old" if found == before else "torn"
    json.dump({"amiss": amiss, "code": ended.returncode, "said": ended.stderr, "site": became}, sys.stdout)
    sys.stdout.write("\n")


def main(folder: Path) -> None:
    site(folder, SITE)
    assert build(folder).returncode == 0
    for number, left in enumerate([0, *(1 << size for size in range(12, 21))]):
        before = held(folder / "site")
        edit(folder, number)
        filler = fill(folder, left)
        ended = build(folder)
        filler.unlink()
        tell(f"{left} bytes left", ended, before, folder)
    before = held(folder / "site")
    edit(folder, 99)
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    ended = build(folder)
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    tell("nobody may write", ended, before, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
