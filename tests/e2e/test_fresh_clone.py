"""A clone on a machine with Python, git and make alone builds the site; so does the package, once installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from minusone import __version__
from tests.built import held
from tests.e2e.test_reproducible import SITE
from tests.sites import site

pytestmark = pytest.mark.slow

TOOLS = ("git", "make", "sh", "touch")
"""All that `make site` may call, beside Python; above all no Node."""


def bare_machine(folder: Path) -> dict[str, str]:
    """An environment whose PATH holds nothing but TOOLS and Python; of ours it keeps how the network is reached."""
    tools = folder / "bin"
    tools.mkdir()
    for tool in TOOLS:
        (tools / tool).symlink_to(shutil.which(tool) or tool)
    python = tools / "python3"
    python.write_text(f'#!/bin/sh\nexec "{Path(sys.executable).resolve()}" "$@"\n')
    python.chmod(0o755)
    network = {
        name: value for name, value in os.environ.items() if name.startswith("PIP_") or name.lower().endswith("_proxy")
    }
    return {**network, "HOME": str(folder), "PATH": str(tools)}


def run(*command: str | Path, cwd: Path, env: dict[str, str]) -> str:
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_fresh_clone_builds_its_site_and_installs_as_a_package(project: Path, tmp_path: Path) -> None:
    env = bare_machine(tmp_path)
    clone = tmp_path / "clone"
    run("git", "clone", "--quiet", project, clone, cwd=tmp_path, env=env)
    said = run("make", "site", cwd=clone, env=env)
    assert "pages in site, made in" in said
    assert (clone / "site" / "index.html").is_file()
    assert (clone / "site" / "en" / "index.html").is_file()

    # The wheel is built by this environment's hatchling, and installed into the clone's, which holds the runtime alone.
    wheels = tmp_path / "wheels"
    build = ("wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, clone)
    run(sys.executable, "-m", "pip", *build, cwd=tmp_path, env=os.environ.copy())
    installed = clone / ".venv" / "bin"
    run(installed / "python", "-m", "pip", "install", "--quiet", "--no-deps", *wheels.iterdir(), cwd=tmp_path, env=env)
    run(installed / "python", "-m", "pip", "check", cwd=tmp_path, env=env)

    # The same records make the same site in an office that has nothing of the clone.
    office = tmp_path / "office"
    site(office, SITE)
    assert __version__ in run(installed / "minusone", "--version", cwd=office, env=env)
    run(installed / "minusone", "build", cwd=office, env=env)
    of_office = [f"--config={office / 'config.yaml'}", f"--content={office / 'content'}", "--out=again"]
    run(installed / "python", "build.py", "build", *of_office, cwd=clone, env=env)
    assert len(held(office / "site")) > 200
    assert held(office / "site") == held(clone / "again")
