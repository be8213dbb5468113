"""A folder over HTTP as the plainest of web servers gives it: files and index.html, nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

_POLL = 0.01
"""Seconds after which a server that is to end sees it."""


class _Files(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # Else a body waits 40 ms until its head, sent before it, is confirmed.

    def __init__(self, *args: Any, base: str, **rest: Any) -> None:
        self.base = base
        super().__init__(*args, **rest)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if self.path.startswith(self.base):
            return super().send_head()
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base))

    def list_directory(self, path: Any) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path, base: str = "/") -> Iterator[str]:
    """Serve a folder on the loopback below `base`, and nothing above it; gives the address of its home page."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, directory=str(folder), base=base))
    Thread(target=server.serve_forever, args=(_POLL,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{base}"
    finally:
        server.shutdown()
        server.server_close()
