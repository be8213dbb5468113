"""What is slow to make and shared by many tests: the real site, and a real browser."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from types import CodeType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from minusone import interface
from minusone.compiled import Compiled
from tests.built import Element, read
from tests.transparency import foreign

ROOT = Path(__file__).parent.parent

settings.register_profile("thorough", deadline=None, derandomize=True)
settings.register_profile("quick", deadline=None, derandomize=True, max_examples=10)
settings.register_profile("explore", deadline=None)
settings.load_profile("thorough")
# `make check` asks for the quick one. None has a deadline: no test depends on how fast a machine is. The gate tries the
# same examples each time, so that it refuses a change for what that change did; `explore` looks where nobody looked.

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)
"""Nothing that a browser does on its own account: what it then asks for, a page asked for."""


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What is imported and collected lives to the end: nothing of it is ever looked through for what nobody needs."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long is begun first, and the many short ones fill what is left: no worker waits for another's last."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session", autouse=True)
def interrupts_are_heard() -> None:
    """What a shell begins in the background ignores them, and so would all processes that a test begins."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def templates_are_compiled_once() -> Iterator[None]:
    """A template's code follows from its text and its name, wherever it is read from; a catalogue from its text.

    Each fixture site would take longer for them than for all its pages, having no cache of an earlier build.
    """
    compiled = Compiled.compile
    known: dict[tuple[str, str | None], CodeType] = {}

    def compile(self: Compiled, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        if filename is None:
            return compiled(self, source, name)  # no file: a text that a test of the compiler made up
        code = known.get((source, name)) or compiled(self, source, name, filename)
        if code.co_filename != filename:
            code = _placed(code, filename)
        known[source, name] = code
        return code

    @lru_cache(8)
    def catalogue(said: bytes) -> Catalog:
        return read_po(BytesIO(said))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compiled, "compile", compile)
        patch.setattr(interface, "read_po", lambda file: catalogue(file.read()))
        yield


def _placed(code: CodeType, file: str) -> CodeType:
    """The same code, which says of itself that it is from this file."""
    consts = tuple(_placed(one, file) if isinstance(one, CodeType) else one for one in code.co_consts)
    return code.replace(co_filename=file, co_consts=consts)


@pytest.fixture(scope="session")
def project() -> Path:
    """The folder of the project itself."""
    return ROOT


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One temporary folder for all workers of a run."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def built_site(shared: Path) -> Path:
    """The project's own site, as `build.py` makes it."""
    return _built(shared / "site")


@pytest.fixture(scope="session")
def portable_site(shared: Path) -> Path:
    """The same with file names in its links, for a copy that no server serves."""
    return _built(shared / "portable", "--portable")


@pytest.fixture(scope="session")
def site_pages(built_site: Path) -> dict[str, Element]:
    """Every page of the project's own site, by its file there."""
    files = sorted(built_site.rglob("*.html"))
    return {file.relative_to(built_site).as_posix(): read(file.read_text("utf-8")) for file in files}


def _built(out: Path, *options: str) -> Path:
    def build() -> None:
        command = [sys.executable, "build.py", "build", "--out", str(out), *options]
        made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
        assert made.returncode == 0, made.stdout + made.stderr

    return _once(out, build)


def _once(made: Path, make: Callable[[], object]) -> Path:
    """Whichever worker comes first makes it; the others wait for it."""
    with FileLock(made.with_suffix(".lock")):
        if not made.exists():
            make()
    return made


def chromium() -> str:
    """Debian's, the one without windows: nobody looks at the other's toolbar, which takes half of its time."""
    found = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    assert found, "Chromium is not here; `make test` installs it."
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not kept for longer than a module: it holds the thread's event loop while it lives."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(CHROMIUM))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def go_verifier(shared: Path) -> Path:
    """The program that believes logs, or not, and is not ours."""
    verifier = shared / "verifier"
    return _once(verifier, lambda: foreign.make(verifier))
