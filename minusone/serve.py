"""The site on this computer: built again after every save, and the browser reloads by itself.

Saves are waited for and builds made in the main thread, where Ctrl-C arrives on every system, with all that is needed
imported already; pages are answered from a second one.
"""

from __future__ import annotations

import asyncio
import errno
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from html import escape
from http import HTTPStatus
from mimetypes import MimeTypes
from pathlib import Path
from socket import socket
from threading import Thread
from traceback import format_exc
from typing import Any
from urllib.parse import quote

import click
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.watcher import Watcher
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler
from watchfiles import watch

from minusone import rebuild
from minusone.console import counted, language, say
from minusone.load import MEMORY
from minusone.places import Places
from minusone.problems import ContentError
from minusone.publish import refuse_what_is_not_ours, refuse_what_was_published
from minusone.refusals import RefusalError
from minusone.request import DISCLOSURE, Planned
from minusone.words import TAGS

HOST = "127.0.0.1"
"""Nobody but this computer is shown a site that is being written."""

QUIET = 50
"""Milliseconds without a further save after which a build begins: an editor's “save all” costs one build."""


def serve(places: Places, today: date | None, workers: int | None, port: int, planned: Planned = DISCLOSURE) -> None:
    """Build, show, and build again after each save, until Ctrl-C. `workers` are for the first build, the great one.

    Raises FileNotFoundError for a place that isn't there, InTheWayError for an `out` that holds something else
    or was published, and click.UsageError for a port that can't be had.
    """
    refuse_what_is_not_ours(places.out, places.config, places.content, places.templates)
    refuse_what_was_published(places.out)
    for path in (places.config, places.content, places.templates):
        if not path.exists():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    sockets = _listen(port)
    preview = Preview(places, today, planned)
    try:
        saves = _saves(places)
        next(saves)  # From here on no save is missed, not even one during the first build.
        click.echo(say("正在生成网站……", "Building the site …"))
        preview.build(workers)
        with _answering(preview, sockets) as reload:
            address = f"http://{HOST}:{port}/"
            click.echo(
                say(f"打开 {address} 查看；按 Ctrl-C 结束。", f"Open {address} to look at it; Ctrl-C ends this.")
            )
            for saved in saves:
                if saved:
                    preview.build(workers=1)  # A process with several threads had better not be forked.
                    reload()
    except KeyboardInterrupt:
        click.echo(say("已停止预览，再见。", "The preview has ended. Goodbye."))


# --- saving ----------------------------------------------------------------------------------------------------------


def _saves(places: Places) -> Iterator[bool]:
    """Whether something was saved, said at least every QUIET milliseconds; saves that follow quickly count as one.

    The translation memory counts only if something else than a build wrote it.
    The settings are looked at rather than watched: an editor that replaces a file takes the watch away with it, and the
    folder around them is the whole project.
    """
    memory = places.content / MEMORY
    built = seen = _stamp(places.config)
    kept = _stamp(memory)
    folders = (places.content, places.templates)
    for changes in watch(*folders, step=QUIET, rust_timeout=QUIET, debounce=10 * QUIET, yield_on_timeout=True):
        before, seen = seen, _stamp(places.config)
        edited = any(Path(path).name != MEMORY for _, path in changes)
        saved = edited or kept != _stamp(memory) or built != seen == before
        built = seen if saved else built
        yield saved
        # What the build itself wrote there is no save.
        kept = _stamp(memory)


def _stamp(file: Path) -> int | None:
    """When a file was last written; None while it is being replaced, or isn't there."""
    try:
        return file.stat().st_mtime_ns
    except FileNotFoundError:
        return None


# --- building --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What came of a build: how many pages there are; or one line for each problem; or else what it said as it fell."""

    pages: int = 0
    problems: tuple[str, ...] = ()
    crash: str = ""

    @property
    def failed(self) -> bool:
        return bool(self.problems or self.crash)

    def __str__(self) -> str:
        if self.problems:
            count = len(self.problems)
            return say(f"有 {count} 个问题，网站没有更新", f"{counted(count)}; the site stays as it was")
        if self.crash:
            return say("没有生成：", "Not built: ") + self.crash.splitlines()[-1]
        return say(f"{self.pages} 个页面", f"{self.pages} pages")


class Preview:
    """The built site, and what came of its latest build."""

    def __init__(self, places: Places, today: date | None, planned: Planned) -> None:
        self.places, self.today, self.planned = places, today, planned
        self.latest = Outcome()

    @property
    def root(self) -> Path:
        return self.places.out

    def build(self, workers: int | None) -> None:
        """Build once, and say in one line how it went."""
        self.latest = self._outcome(workers)
        click.echo(f"{time.strftime('%H:%M:%S')} {self.latest}")

    def _outcome(self, workers: int | None) -> Outcome:
        try:
            built = rebuild.build(self.places, self.today, workers, planned=self.planned)
        except ContentError as error:
            return Outcome(problems=tuple(problem.to(language()) for problem in error.problems))
        except RefusalError as error:
            return Outcome(crash=error.words.to(language()))
        except OSError as error:
            return Outcome(crash=f"{error.filename}: {error.strerror}")
        except Exception:  # Whatever it is, it is shown, and the next save is another try.
            return Outcome(crash=format_exc().strip())
        return Outcome(pages=built.pages)


# --- answering -------------------------------------------------------------------------------------------------------


def _listen(port: int) -> list[socket]:
    try:
        return bind_sockets(port, HOST)
    except OSError:
        raise click.UsageError(
            say(
                f"端口 {port} 已被占用或不能使用；请用 --port 换一个",
                f"Port {port} is taken or may not be used; choose another with --port",
            )
        ) from None


@contextmanager
def _answering(preview: Preview, sockets: list[socket]) -> Iterator[Callable[[], None]]:
    """Answer requests from a second thread; gives the function that reloads every open browser."""
    loop = asyncio.new_event_loop()

    def run() -> None:
        asyncio.set_event_loop(loop)
        HTTPServer(_application(preview)).add_sockets(sockets)
        loop.run_forever()

    def reload() -> None:
        loop.call_soon_threadsafe(LiveReloadHandler.reload_waiters, "*")

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        yield reload
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


def _application(preview: Preview) -> Application:
    LiveReloadHandler.watcher = Watcher()  # It watches nothing, but is asked which file was the last.
    LiveReloadHandler.live_css = True
    routes: list[tuple[Any, ...]] = [
        ("/livereload", LiveReloadHandler),
        ("/livereload.js", LiveReloadJSHandler),
        ("/(.*)", _Answer, {"preview": preview}),
    ]
    return Application(routes, log_function=lambda _: None)


class _Answer(RequestHandler):
    """One address of the site; while the site can't be built, what is wrong with it, whatever the address."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def get(self, address: str) -> None:
        self.set_header("Cache-Control", "no-store")
        latest, root = self.preview.latest, self.preview.root
        if latest.failed:
            self._send(failure_page(latest), HTTPStatus.SERVICE_UNAVAILABLE)
        elif (path := locate(root, address)) is None:
            self._send(missing_page(f"/{address}"), HTTPStatus.NOT_FOUND)
        elif path.is_dir():
            self.redirect(f"/{quote(path.relative_to(root.resolve()).as_posix())}/")
        else:
            self._send(path.read_bytes(), HTTPStatus.OK, content_type(path.name))

    head = get

    def _send(self, body: bytes, status: HTTPStatus, type: str = "text/html; charset=utf-8") -> None:
        self.set_status(status)
        self.set_header("Content-Type", type)
        self.write(_previewed(body) if type.startswith("text/html") else body)


def _previewed(page: bytes) -> bytes:
    """A page that is told when to load again, by a socket to which its own policy would not let it listen."""
    listening = page.replace(b"connect-src 'self'", b"connect-src 'self' ws:", 1)
    return listening.replace(b"</head>", b'<script src="/livereload.js"></script></head>', 1)


def locate(root: Path, address: str) -> Path | None:
    """The file for an address without its first slash; a folder, if the last one is lacking.

    None where there is no such page, or where the address leads out of the site.
    """
    top = root.resolve()
    folder = not address or address.endswith("/")
    try:
        path = (top / (address + "index.html" if folder else address)).resolve()
        if path.is_relative_to(top) and (path.is_file() or (path / "index.html").is_file()):
            return path
    except (OSError, ValueError, RuntimeError):  # Too long, with a NUL in it, or links that go round.
        pass
    return None


def content_type(name: str) -> str:
    """By Python's own list; what an operating system believes of `.js` or `.svg` differs from one to the next."""
    type = MimeTypes().guess_type(name, strict=False)[0] or "application/octet-stream"
    written = type.startswith("text/") or type.endswith(("json", "xml", "javascript"))
    return f"{type}; charset=utf-8" if written else type


# --- what is shown in place of a page --------------------------------------------------------------------------------


def failure_page(outcome: Outcome) -> bytes:
    """Every problem with its place; it goes away by itself once they are mended."""
    count = len(outcome.problems)
    title = say(f"有 {count} 个问题", counted(count)) if count else say("没有生成", "Not built")
    hint = say("改好并保存后，本页会自动换成网站。", "Mend and save: the site comes back by itself.")
    problems = "".join(f"<li>{_problem(line)}</li>" for line in outcome.problems)
    shown = f"<ol>{problems}</ol>" if problems else f"<pre>{escape(outcome.crash)}</pre>"
    return _page(title, f"<p>{hint}</p>{shown}")


def _problem(line: str) -> str:
    place, _, words = line.partition(": ")
    return f"<code>{escape(place)}</code><br>{escape(words)}"


def missing_page(address: str) -> bytes:
    home = say("回到首页", "To the home page")
    return _page(
        say("没有这个页面", "There is no such page"), f'<p><code>{escape(address)}</code></p><a href="/">{home}</a>'
    )


_STYLE = """
:root { color-scheme: light dark }
body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 50rem; margin: 3rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem; border-left: .4rem solid #b3261e; padding-left: .8rem }
li { margin-block: 1rem }
code { font-weight: bold; overflow-wrap: anywhere }
pre { overflow-x: auto; padding: 1rem; border: 1px solid }
"""


def _page(title: str, body: str) -> bytes:
    return f"""<!doctype html>
<html lang="{TAGS[language()]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>
<style>{_STYLE}</style></head>
<body><main><h1>{escape(title)}</h1>{body}</main></body>
</html>
""".encode()
