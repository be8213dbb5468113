"""A published site as anybody finds it, in a folder or at an address: bytes for a path, and never too many."""

from __future__ import annotations

import errno
import os
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import HTTPRedirectHandler, Request, build_opener

from minusone.transparency.reading import Read
from minusone.trees import below

LARGEST = 1 << 28
"""Bytes of a file of a site; no more are read of any."""

PATIENCE = 60
"""Seconds for which an address may say nothing."""


def is_address(where: str) -> bool:
    return where.lower().startswith(("https://", "http://"))


def opened(where: str) -> Read:
    """The files of a site in a folder or at an address, by their paths in it. All that goes wrong is an OSError."""
    return _at(where.rstrip("/") + "/") if is_address(where) else _in(Path(where))


def fetched(where: str) -> bytes:
    """One file, or what is at an address. Raises OSError."""
    if is_address(where):
        base, _, _ = where.rpartition("/")
        return _ask(where, f"{base}/")
    return _in(Path(where).parent)(PurePosixPath(Path(where).name))


def has(read: Read, path: PurePosixPath) -> bool:
    try:
        read(path)
    except OSError:
        return False
    return True


def listed(where: str) -> set[str]:
    """The paths of all files of a site in a folder; at an address nobody can tell. Raises OSError."""
    return set() if is_address(where) else {*below(Path(where))}


def within(read: Read, folder: PurePosixPath) -> Read:
    """The files of a folder of a site, by their paths in that folder."""
    return lambda path: read(folder / path)


def _in(folder: Path) -> Read:
    def read(path: PurePosixPath) -> bytes:
        file = folder / path
        if not file.is_file():  # A pipe would be waited for.
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file))
        with file.open("rb") as opened:
            return _bounded(opened, str(file))

    return read


def _at(base: str) -> Read:
    return lambda path: _ask(base + quote(path.as_posix()), base)


def _ask(address: str, base: str) -> bytes:
    """Whoever leads elsewhere is not followed there."""

    class Within(HTTPRedirectHandler):
        def redirect_request(
            self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
        ) -> Request | None:
            if newurl.startswith(base):
                return super().redirect_request(req, fp, code, msg, headers, newurl)
            raise HTTPError(address, code, f"→ {newurl[:200]}", headers, fp)

    try:
        with build_opener(Within).open(Request(address), timeout=PATIENCE) as answer:  # noqa: S310 - see is_address
            return _bounded(answer, address)
    except (OSError, HTTPException, ValueError) as error:
        raise OSError(errno.EIO, str(error) or type(error).__name__, address) from error


def _bounded(opened: Any, name: str) -> bytes:
    data: bytes = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, f"> {LARGEST}", name)
    return data
