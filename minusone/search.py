"""The search index of finished pages, made by Pagefind: files that a browser reads a few of for each question.

What a page is found by stands in the page: `data-pagefind-…`, from `templates/parts.html`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from minusone.indexfiles import put_in_order
from minusone.publish import Written
from minusone.refusals import RefusalError
from minusone.trees import put
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
    """By its service, which numbers pages as they come: left to itself, Pagefind takes them as the disk lists them.

    Nor does it write the files: it ends before all of them are there.
    """
    pages = sorted(page.relative_to(site).as_posix() for page in site.rglob("*.html"))
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "pagefind", "--service"],
        bufsize=0,
        cwd=site,
        env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as service:
        _ask(service, {"type": "NewIndex", "config": {}})
        for page in pages:
            html = (site / page).read_text("utf-8", "replace")
            _ask(service, {"type": "AddFile", "index_id": 0, "file_path": page, "file_contents": html})
        files = _ask(service, {"type": "GetFiles", "index_id": 0})["files"]
    for file in (file for file in files if not any(map(PurePosixPath(file["path"]).match, SURPLUS))):
        put(PurePosixPath(file["path"]), b64decode(file["content"]), made)
    try:
        put_in_order(made)
    except (ValueError, LookupError, OSError) as error:
        raise NoIndexError(repr(error)) from error


def _ask(service: subprocess.Popen[bytes], payload: Mapping[str, object]) -> dict[str, Any]:
    """A message and its answer are JSON in base64, and a comma. Raises NoIndexError for an answer that is none."""
    assert service.stdin and service.stdout  # noqa: S101 - both are pipes
    message = json.dumps({"message_id": 0, "payload": payload}, ensure_ascii=False)
    with suppress(BrokenPipeError):  # What it said before it ended is read below.
        left = memoryview(b64encode(message.encode()) + b",")
        while left:
            left = left[service.stdin.write(left) or 0 :]
    said = bytearray()
    while not said.endswith(b","):
        more = service.stdout.read(1 << 16)
        if not more:
            raise NoIndexError(_last_line(said.decode("utf-8", "replace")) or f"exit {service.wait()}")
        said += more
    answer: dict[str, Any] = json.loads(b64decode(said[:-1]))["payload"]
    if answer["type"] == "Error":
        raise NoIndexError(answer["message"])
    return answer


def _last_line(said: str) -> str:
    """What a program says at the end is why it ended."""
    return said.strip().rpartition("\n")[2].strip()
