"""A command imports what it needs and no more: people wait for it, each time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.built import TEMPLATES
from tests.sites import BAISHA, progress, rectification, site

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]

SCRIPT = """
import json, sys
from minusone.cli import main

try:
    main(sys.argv[1:], prog_name="build.py")
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""

SERVER = {"livereload", "tornado", "watchfiles", "asyncio"}
CLUSTER = {"dask", "distributed", "multiprocessing"}
PAPER = {"weasyprint", "fontTools"}
WRITERS = {"jinja2", "pagefind", "feedgenerator", "icalendar", "segno"}
SIGNERS = {"cryptography", "rfc8785"}
READERS = {"pydantic", "pydantic_core", "yaml", "markdown", "nh3", "babel", "holidays", "stdnum", "PIL"}
COMMANDS = ("build", "check", "serve", "new", "translated", "publish", "verify", "key")
SITE = BAISHA + rectification(progress("date: 2014-03-01, step: registered"), "第一件。", "2014-001")


def imported(*arguments: str) -> set[str]:
    """The packages that a command has imported by its end."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, *arguments], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return set(json.loads(done.stdout.splitlines()[-1]))


def where(folder: Path) -> list[str]:
    places = site(folder, SITE)
    named = {"config": places.config, "content": places.content, "templates": TEMPLATES, "out": places.out}
    return [f"--{name}={path}" for name, path in named.items()]


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_to_explain_itself_it_needs_nothing(command: tuple[str, ...]) -> None:
    assert (
        imported(*command, "--help") & (SERVER | CLUSTER | PAPER | WRITERS | READERS | SIGNERS | {"sqlite3"}) == set()
    )


def test_who_checks_writes_nothing(tmp_path: Path) -> None:
    found = imported("check", *where(tmp_path))

    assert found & (SERVER | CLUSTER | PAPER | WRITERS | SIGNERS) == set()
    assert "PIL" not in found, "there is no picture"


def test_who_begins_a_record_needs_no_pages(tmp_path: Path) -> None:
    found = imported("new", *where(tmp_path), "rectification")

    assert found & (SERVER | CLUSTER | PAPER | WRITERS | {"babel", "markdown", "nh3", "PIL"}) == set()


def test_a_small_site_is_built_without_other_processes(tmp_path: Path) -> None:
    assert imported("build", *where(tmp_path), "--no-search") & (SERVER | CLUSTER | PAPER | SIGNERS) == set()


def test_that_nothing_changed_is_known_before_anything_is_read(tmp_path: Path) -> None:
    places = where(tmp_path)
    imported("build", *places, "--no-search")

    assert imported("build", *places, "--no-search") & (SERVER | CLUSTER | PAPER | WRITERS | READERS) == set()
