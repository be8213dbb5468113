"""The search index of finished pages, made by Pagefind: files that a browser reads a few of for each question.

What a page is found by stands in the page: `data-pagefind-…`, from `templates/parts.html`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from minusone.indexfiles import ENTRY, put_in_order
from minusone.publish import Written
from minusone.refusals import RefusalError
from minusone.words import Bilingual

FOLDER = "pagefind"
"""Where the index lies in the site."""

SURPLUS = ("*-ui.*", "pagefind-highlight.js", "pagefind-worker.js")
"""What of it the search page never asks for: Pagefind's own forms, half a megabyte of them."""


class NoIndexError(RefusalError):
    """Pagefind could not make the index; says in its words why."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            f"搜索索引没有做成：{self}。原来的网站没有动；要先不做索引，请加 --no-search",
            f"The search index could not be made: {self}. The old site stays; --no-search builds one without it",
        )


def index(site: Path) -> Iterator[Written]:
    """The files of the index of a folder of finished pages. Raises NoIndexError.

    Pagefind is asked for nothing but what is said here: it would also read a file of options in the folder that it is
    started from, and variables of the environment.
    """
    with TemporaryDirectory() as folder:
        made = Path(folder, FOLDER)
        _run(site, made)
        for file in sorted(file for file in made.rglob("*") if file.is_file()):
            yield PurePosixPath(FOLDER, file.relative_to(made)), file.read_bytes()


def _run(site: Path, made: Path) -> None:
    command = [sys.executable, "-P", "-m", "pagefind", "--silent", "--site", ".", "--output-path", str(made)]
    done = subprocess.run(  # noqa: S603 - our own interpreter and nothing that was typed
        command,
        cwd=site,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    if done.returncode or not (made / ENTRY).is_file():
        raise NoIndexError(_last_line(done.stdout) or f"exit {done.returncode}")
    for file in (file for name in SURPLUS for file in made.glob(name)):
        file.unlink()
    try:
        put_in_order(made)
    except (ValueError, LookupError, OSError) as error:
        raise NoIndexError(repr(error)) from error


def _last_line(said: str) -> str:
    """What a program says at the end is why it ended."""
    return said.strip().rpartition("\n")[2].strip()
