"""All or nothing: whenever a build is killed the site is the old one or the new one, and the next makes it whole."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

MOMENTS = 200


@pytest.mark.slow
def test_a_build_may_be_killed_at_any_moment(
    project: Path, tmp_path: Path, record_property: Callable[[str, int], None]
) -> None:
    command = [sys.executable, "-m", "tests.e2e.killing", str(tmp_path), str(MOMENTS)]
    done = json.loads(subprocess.check_output(command, cwd=project, encoding="utf-8"))
    kills = done["kills"]
    record_property("kills", sum(kills.values()))
    record_property("renames", kills["renames"])
    record_property("calls", kills["calls"])
    record_property("moments", kills["moments"])
    record_property("torn", len(done["wrong"]))

    assert done["wrong"] == []
    assert kills["renames"] >= 4, "one at least for each kind of edit"
    assert kills["calls"] + kills["moments"] == MOMENTS
