"""A site is read where it lies, and no more of it than there can be."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path, PurePosixPath
from sys import getrecursionlimit
from threading import Thread

import pytest

from minusone.publication import sites
from tests.e2e.serving import served

FILE = PurePosixPath("log/路灯 1.json")


@contextmanager
def answering(*lines: bytes) -> Iterator[str]:
    """A server that says these very bytes, whatever it is asked."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.wfile.write(b"\r\n".join(lines))

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def test_a_file_is_the_same_in_a_folder_and_at_its_address(tmp_path: Path) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / FILE).write_bytes(b"1")
    with served(tmp_path, "/ledger/") as address:
        for where in (str(tmp_path), address, address.removesuffix("/")):
            read = sites.opened(where)
            assert read(FILE) == b"1"
            assert sites.has(read, FILE)
            assert not sites.has(read, PurePosixPath("gone"))
        assert sites.fetched(f"{address}log/%E8%B7%AF%E7%81%AF%201.json") == b"1"
        assert sites.listed(address) == set()
    assert sites.fetched(str(tmp_path / FILE)) == b"1"
    assert sites.listed(str(tmp_path)) == {str(FILE)}


def test_folders_may_lie_in_each_other_however_deep(tmp_path: Path) -> None:
    deep = getrecursionlimit()
    folder = tmp_path
    for _ in range(deep):
        folder = folder / "a"
        folder.mkdir()
    (folder / "x").touch()
    found = sites.listed(str(tmp_path))
    (folder / "x").unlink()
    while folder != tmp_path:  # Nobody else could remove them.
        folder.rmdir()
        folder = folder.parent

    assert found == {f"{'a/' * deep}x"}


def test_of_an_endless_file_no_more_is_read_than_a_site_can_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("minusone.publication.sites.LARGEST", 3)
    (tmp_path / "large").write_bytes(b"1234")
    with served(tmp_path) as address:
        for where in (str(tmp_path), address):
            with pytest.raises(OSError, match="> 3"):
                sites.opened(where)(PurePosixPath("large"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_no_file_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not sites.has(sites.opened(str(tmp_path)), PurePosixPath("pipe"))


@pytest.mark.parametrize(
    "lines",
    [
        (b"HTTP/1.1 302 Found", b"Location: file:///etc/passwd", b"", b""),
        (b"HTTP/1.1 302 Found", b"Location: http://elsewhere.invalid/x", b"", b""),
        (b"HTTP/1.1 302 Found", b"Location: http://[", b"", b""),
        (b"HTTP/1.1 302 Found", b"Location: /x", b"", b""),
        (b"HTTP/9 ", b"", b""),
        (b"\xff\xfe\x00",),
        (b"",),
        (b"HTTP/1.1 200 OK", b"Transfer-Encoding: chunked", b"", b"zz", b""),
    ],
    ids=["to a file", "to another host", "to nowhere", "for ever", "version", "bytes", "nothing", "chunks"],
)
def test_whatever_a_server_says_instead_is_an_error_of_reading(lines: tuple[bytes, ...]) -> None:
    with answering(*lines) as address, pytest.raises(OSError, match=r".") as error:
        sites.opened(address)(FILE)

    assert "elsewhere" not in (error.value.filename or "")
