"""All or nothing: whenever a build is killed the site is the old one or the new one, and the next makes it whole."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

MOMENTS = 200
PUBLISHED = 20
"""Each takes two publications, and they are made whole."""

pytestmark = pytest.mark.slow


def test_a_build_may_be_killed_at_any_moment(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.e2e.killing", str(tmp_path), str(MOMENTS)]
    done = json.loads(subprocess.check_output(command, cwd=project, encoding="utf-8"))

    assert done["wrong"] == []
    assert done["kills"]["renames"] >= 4, "one at least for each kind of edit"
    assert done["kills"]["calls"] + done["kills"]["moments"] == MOMENTS


def test_a_publication_may_be_killed_at_any_moment(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.e2e.killing_publish", str(tmp_path), str(PUBLISHED)]
    done = json.loads(subprocess.check_output(command, cwd=project, encoding="utf-8"))

    assert done["wrong"] == []
    assert done["kills"]["renames"] >= 3 + 2 + 5, "the exchange, or what stands for it, and what is noted then"
    assert done["kills"]["calls"] + done["kills"]["moments"] == PUBLISHED
