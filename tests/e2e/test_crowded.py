"""A disk that is full, or that nobody may write to: it is said, and the old site stays."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SMALL = "mount -t tmpfs -o size=4m small {0} && exec {1} -m tests.e2e.crowded {0}"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="no other system has disks for one process alone")
def test_where_there_is_no_room_the_old_site_stays_and_it_is_said(
    project: Path, tmp_path: Path, record_property: Callable[[str, int], None]
) -> None:
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", SMALL.format(tmp_path, sys.executable)]
    found = [json.loads(line) for line in subprocess.check_output(command, cwd=project, text=True).splitlines()]
    stopped = [one for one in found if one["code"]]
    record_property("stopped", len(stopped))
    record_property("lost", sum(one["site"] != "old" for one in stopped))

    assert {one["site"] for one in stopped} == {"old"}
    assert {one["code"] for one in stopped} == {2}
    assert [one for one in found if "Traceback" in one["said"]] == []
    assert all("No space left" in one["said"] for one in stopped[:-1])
    assert "Read-only" in stopped[-1]["said"]
    assert len(stopped) > 2
    assert {one["site"] for one in found if not one["code"]} == {"new"}
