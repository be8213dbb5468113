"""All or nothing: whenever a build is killed the site is the old one or the new one, and the next makes it whole."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MOMENTS = 200
PUBLISHED = 16
"""Each takes two publications, and they are made whole."""

pytestmark = pytest.mark.slow

Recording = Callable[[str, int], None]


def test_a_build_may_be_killed_at_any_moment(project: Path, tmp_path: Path, record_property: Recording) -> None:
    done = killed(project, "killing", tmp_path, MOMENTS, record_property)

    assert done["wrong"] == []
    assert done["kills"]["renames"] >= 4, "one at least for each kind of edit"
    assert done["kills"]["calls"] + done["kills"]["moments"] == MOMENTS


def test_a_publication_may_be_killed_at_any_moment(project: Path, tmp_path: Path, record_property: Recording) -> None:
    done = killed(project, "killing_publish", tmp_path, PUBLISHED, record_property)

    assert done["wrong"] == []
    assert done["kills"]["renames"] >= 3 + 2 + 5, "the exchange, or what stands for it, and what is noted then"
    assert done["kills"]["calls"] + done["kills"]["moments"] == PUBLISHED


def killed(project: Path, program: str, folder: Path, moments: int, record_property: Recording) -> dict[str, Any]:
    """What a program of `tests.e2e` tells that kills at every rename, and at so many other moments."""
    command = [sys.executable, "-m", f"tests.e2e.{program}", str(folder), str(moments)]
    done: dict[str, Any] = json.loads(subprocess.check_output(command, cwd=project, encoding="utf-8"))
    kills = done["kills"]
    record_property("kills", sum(kills.values()))
    record_property("renames", kills["renames"])
    record_property("calls", kills["calls"])
    record_property("moments", kills["moments"])
    record_property("torn", len(done["wrong"]))
    return done
