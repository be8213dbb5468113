"""From saving a file to reading the new page over HTTP, with a contender's own server running."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from subprocess import Popen

from benchmarks.edits import Editor, Shown
from benchmarks.measuring import FailedError

POLL = 0.005
"""Seconds between two requests for a page."""

PATIENCE = 900
"""Seconds after which a page that has not changed will not change any more."""

REST = 2.0
"""Seconds between two edits, in which a server comes to rest."""


@dataclass(frozen=True)
class Served:
    """The server of a contender, listening on this port."""

    editor: Editor
    process: Popen[bytes]
    port: int

    def save(self, number: int) -> float:
        """Change a word; the seconds until the page has it."""
        began = time.perf_counter()
        for shown in self.editor.word(number):
            self.wait_for(shown)
        return time.perf_counter() - began

    def wait_for(self, shown: Shown) -> None:
        """Raises FailedError where it does not come."""
        address = "/" + shown.path.removesuffix("index.html")
        given_up = time.monotonic() + PATIENCE
        while shown.text not in self._page(address):
            if time.monotonic() > given_up or self.process.poll() is not None:
                raise FailedError(f"{self.editor.bench.contender.label}: {address} never had “{shown.text}”")
            time.sleep(POLL)

    def _page(self, address: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", address)
            answer = connection.getresponse()
            return answer.read().decode() if answer.status == HTTPStatus.OK else ""
        except (OSError, HTTPException):
            return ""
        finally:
            connection.close()


@contextmanager
def serving(editors: Sequence[Editor]) -> Iterator[list[Served]]:
    """Every contender's server, each with its first page; what was built before is gone."""
    with ExitStack() as running:
        servers = []
        for editor in editors:
            editor.bench.cool()
            port = _free_port()
            served = Served(editor, running.enter_context(editor.bench.serve(port).running()), port)
            served.wait_for(Shown(editor.bench.contender.path("", "en"), "</html>"))
            servers.append(served)
        yield servers


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])
