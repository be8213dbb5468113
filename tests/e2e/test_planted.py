"""A planted identity number stops a real build: it says where, never what, and the old site stays."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.built import TEMPLATES, held
from tests.privacy import numbers
from tests.sites import BAISHA, marked, rectification, site

pytestmark = pytest.mark.slow

NUMBER = "".join(numbers.identity(Random("planted")))
SPACED = " ".join(numbers.identity(Random("planted")))
GOOD = BAISHA + rectification(body="住户反映夜间无处停车。")
ENGLISH = "-- content/rectifications/2014-001.en.md --\n---\ntitle: Nowhere to park\n---\n"
FULL_WIDTH = SPACED.translate({ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789"})
PLANTED = {
    "text": BAISHA + rectification(body=f"身份证号▸{NUMBER}。"),
    "title": BAISHA + rectification(f"title: 停车难 ▸{NUMBER}"),
    "disguised": BAISHA + rectification(body=f"证件 ▸{FULL_WIDTH}"),
    "translation": f"{GOOD}{ENGLISH}His number is ▸{NUMBER}.\n",
}


def run(project: Path, folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    places = ("--config", folder / "config.yaml", "--content", folder / "content", "--templates", TEMPLATES)
    return subprocess.run(
        [sys.executable, project / "build.py", *command, *places], capture_output=True, text=True, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def office(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was published, with nothing wrong."""
    folder = tmp_path_factory.mktemp("office")
    site(folder, GOOD)
    assert run(project, folder, "build", "--out", str(folder / "site")).returncode == 0
    return folder


@pytest.mark.parametrize("text", PLANTED.values(), ids=PLANTED)
def test_a_planted_identity_number_stops_the_build(text: str, office: Path, project: Path, tmp_path: Path) -> None:
    shutil.copytree(office, tmp_path, dirs_exist_ok=True)
    out = tmp_path / "site"
    before = held(out)
    site(tmp_path, text)
    refused = run(project, tmp_path, "build", "--out", str(out))
    checks = [run(project, tmp_path, "check", "--format", style) for style in ("text", "json", "github")]

    assert refused.returncode == 1
    assert [line for line in refused.stdout.splitlines() if line.startswith(marked(text)[0])]
    assert held(out) == before
    for said in (refused, *checks):
        assert said.returncode == 1
        for form in (NUMBER, SPACED, FULL_WIDTH, NUMBER[6:14]):
            assert form not in said.stdout + said.stderr
