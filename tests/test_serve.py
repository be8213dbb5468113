"""`serve`: what is saved is seen at once, what is wrong is said where one looks, and only the site itself is shown."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_connection, create_server
from threading import Thread

import pytest
from playwright.sync_api import Browser

from minusone.accept import accept
from minusone.places import Places
from minusone.serve import Outcome, content_type, failure_page, locate
from tests.sites import BAISHA, record, site

PATIENCE = 90
"""Seconds after which a test gives up on something that should have happened."""

ABOUT = "content/pages/about.zh.md"
SITE = BAISHA + record("page", "about", body="第一稿")
MISTAKE = "---\nid: about\ntitle: 关于本站\nrank: <b>first</b>\n---\n第一稿\n"


def eventually(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.05)


@dataclass
class Running:
    """A preview in a process of its own, and what it has said."""

    folder: Path
    port: int
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)

    @property
    def builds(self) -> list[str]:
        return [line for line in self.said if re.match(r"\d\d:\d\d:\d\d ", line)]

    def get(self, address: str, method: str = "GET") -> tuple[HTTPResponse, str]:
        """An answer and its text; the address is sent as it stands and no redirect is followed."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, address)
        answer = connection.getresponse()
        return answer, answer.read().decode("utf-8")

    def shows(self, words: str, address: str = "/pages/about/") -> bool:
        return words in self.get(address)[1]

    def save(self, path: str, text: str) -> None:
        (self.folder / path).write_text(text, "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text
        self.save(path, text.replace(old, new))

    def listen(self) -> None:
        assert self.process.stdout
        self.said += (line.rstrip("\n") for line in self.process.stdout)


def free_port() -> int:
    with create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def command(project: Path, port: int) -> list[str]:
    return [sys.executable, str(project / "build.py"), "serve", "--workers", "1", "--port", str(port)]


def environment(language: str) -> dict[str, str]:
    return {**os.environ, "LANGUAGE": language, "PYTHONIOENCODING": "utf-8"}


@contextmanager
def running(project: Path, folder: Path) -> Iterator[Running]:
    """A preview of a small site with templates of its own, from its first build on."""
    site(folder, SITE)
    shutil.copytree(project / "templates", folder / "templates")
    port = free_port()
    process = subprocess.Popen(
        command(project, port), cwd=folder, env=environment("en"), stdout=subprocess.PIPE, encoding="utf-8"
    )
    preview = Running(folder, port, process)
    listener = Thread(target=preview.listen)
    listener.start()
    try:
        eventually(lambda: any("Open http" in line for line in preview.said))
        yield preview
    finally:
        process.kill()
        process.wait()
        listener.join()


@pytest.fixture(scope="module")
def untouched(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A preview whose site no test changes."""
    with running(project, tmp_path_factory.mktemp("untouched")) as preview:
        yield preview


@pytest.fixture
def preview(project: Path, tmp_path: Path) -> Iterator[Running]:
    with running(project, tmp_path) as preview:
        yield preview


# --- what is answered ------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_it_says_where_to_look(untouched: Running) -> None:
    assert f"Open http://127.0.0.1:{untouched.port}/ to look at it; Ctrl-C ends this." in untouched.said
    assert re.fullmatch(r"\d\d:\d\d:\d\d \d+ pages", untouched.builds[0])


@pytest.mark.slow
def test_an_address_that_ends_in_a_slash_is_a_page(untouched: Running) -> None:
    answer, text = untouched.get("/pages/about/")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "第一稿" in text


@pytest.mark.slow
def test_an_address_without_its_slash_is_sent_to_the_one_with_it(untouched: Running) -> None:
    answer, _ = untouched.get("/pages/about")
    assert (answer.status, answer.headers["Location"]) == (302, "/pages/about/")


@pytest.mark.slow
def test_what_is_not_there_is_answered_with_404(untouched: Running) -> None:
    answer, text = untouched.get("/pages/nothing/<b>")
    assert answer.status == 404
    assert "There is no such page" in text
    assert "/pages/nothing/&lt;b&gt;" in text


@pytest.mark.slow
def test_a_file_has_its_own_type(untouched: Running) -> None:
    answer, text = untouched.get("/assets/style.css")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    assert "livereload" not in text


@pytest.mark.slow
def test_asking_for_the_head_alone_is_answered(untouched: Running) -> None:
    answer, text = untouched.get("/", "HEAD")
    assert (answer.status, text) == (200, "")


@pytest.mark.slow
def test_the_script_that_reloads_is_in_pages_but_not_in_the_site(untouched: Running) -> None:
    assert untouched.shows('<script src="/livereload.js"></script></head>')
    assert untouched.get("/livereload.js")[0].status == 200
    assert "livereload" not in (untouched.folder / "site/pages/about/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "address",
    [
        "/../config.yaml",
        "/pages/../../config.yaml",
        "/%2e%2e/config.yaml",
        "/..%2fconfig.yaml",
        "/..%5cconfig.yaml",
        "/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/pages/about%00/",
        "/" + "x" * 5000,
    ],
)
@pytest.mark.slow
def test_nothing_outside_the_site_is_answered(untouched: Running, address: str) -> None:
    assert untouched.get(address)[0].status == 404


@pytest.mark.slow
def test_no_other_computer_is_answered(untouched: Running) -> None:
    with pytest.raises(ConnectionRefusedError):
        create_connection(("127.0.0.2", untouched.port), timeout=PATIENCE)


# --- what is saved ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_what_is_saved_is_seen(preview: Running) -> None:
    preview.edit(ABOUT, "第一稿", "第二稿")
    eventually(lambda: preview.shows("第二稿"))


@pytest.mark.slow
def test_six_quick_saves_cost_one_build(preview: Running) -> None:
    for number in range(1, 7):
        preview.save(ABOUT, f"---\nid: about\ntitle: 关于本站\n---\n第 {number} 次保存\n")
    eventually(lambda: len(preview.builds) == 2)
    assert preview.shows("第 6 次保存")
    preview.edit(ABOUT, "第 6 次", "再一次")
    eventually(lambda: preview.shows("再一次"))
    eventually(lambda: len(preview.builds) >= 3)
    assert len(preview.builds) == 3


@pytest.mark.slow
def test_what_a_build_remembers_costs_no_other_build_but_what_a_translator_says_is_seen(preview: Running) -> None:
    behind = "has changed since it was translated"
    preview.save("content/pages/about.en.md", "---\ntitle: About\n---\nFirst draft\n")
    eventually(lambda: preview.shows("First draft", "/en/pages/about/"))
    preview.edit(ABOUT, "第一稿", "第二稿")
    eventually(lambda: preview.shows(behind, "/en/pages/about/"))
    eventually(lambda: len(preview.builds) >= 3)
    assert len(preview.builds) == 3

    accept(Places(content=preview.folder / "content", config=preview.folder / "config.yaml"), [])
    eventually(lambda: not preview.shows(behind, "/en/pages/about/"))
    eventually(lambda: len(preview.builds) >= 4)
    assert len(preview.builds) == 4


@pytest.mark.slow
def test_settings_are_seen_even_when_an_editor_replaces_their_file(preview: Running) -> None:
    for title in ("大站", "更大的站"):
        text = (preview.folder / "config.yaml").read_text("utf-8")
        preview.save("config.new", re.sub("zh: [^,]*站", f"zh: {title}", text, count=1))
        (preview.folder / "config.new").replace(preview.folder / "config.yaml")
        eventually(lambda title=title: preview.shows(f"<title>{title}</title>", "/"))  # type: ignore[misc]


@pytest.mark.slow
def test_a_template_that_is_saved_is_used(preview: Running) -> None:
    preview.edit("templates/base.html", "</body>", "<p>新模板</p></body>")
    eventually(lambda: preview.shows("新模板"))


# --- what is wrong ---------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_a_mistake_is_shown_at_every_address_until_it_is_mended(preview: Running) -> None:
    preview.save(ABOUT, MISTAKE)
    eventually(lambda: preview.get("/")[0].status == 503)
    for address in ("/", "/en/", "/pages/about/", "/assets/style.css", "/nothing"):
        answer, text = preview.get(address)
        assert answer.status == 503
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert '<html lang="en">' in text
        assert f"{ABOUT}:4:7" in text
        assert "“rank” can&#x27;t be “&lt;b&gt;first&lt;/b&gt;”" in text
        assert "Write digits only" in text
        assert '<script src="/livereload.js"></script></head>' in text
    assert "第一稿" in (preview.folder / "site/pages/about/index.html").read_text("utf-8")
    eventually(lambda: len(preview.builds) == 2)
    assert preview.builds[1].endswith(" 1 problem; the site stays as it was")

    preview.save(ABOUT, MISTAKE.replace("<b>first</b>", "1"))
    eventually(lambda: preview.get("/pages/about/")[0].status == 200)


@pytest.mark.slow
def test_a_template_that_fails_is_shown_too(preview: Running) -> None:
    preview.edit("templates/base.html", "</body>", "{% nonsense %}</body>")
    eventually(lambda: preview.get("/")[0].status == 503)
    assert "nonsense" in preview.get("/")[1]
    preview.edit("templates/base.html", "{% nonsense %}", "")
    eventually(lambda: preview.get("/")[0].status == 200)


# --- how it begins and ends ------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_ctrl_c_ends_it_quietly(preview: Running) -> None:
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE) == 0
    eventually(lambda: preview.said[-1] == "The preview has ended. Goodbye.")


@pytest.mark.slow
@pytest.mark.parametrize(("language", "words"), [("zh", "端口 {} 已被占用"), ("en", "Port {} is taken")])
def test_a_port_that_is_taken_is_a_mistake_in_the_command(
    project: Path, tmp_path: Path, language: str, words: str
) -> None:
    site(tmp_path, SITE)
    with create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ended = subprocess.run(
            command(project, port), cwd=tmp_path, env=environment(language), capture_output=True, encoding="utf-8"
        )
    assert ended.returncode == 2
    assert words.format(port) in ended.stderr


@pytest.mark.slow
def test_without_content_there_is_nothing_to_serve(project: Path, tmp_path: Path) -> None:
    site(tmp_path, "")
    ended = subprocess.run(
        command(project, free_port()), cwd=tmp_path, env=environment("en"), capture_output=True, encoding="utf-8"
    )
    assert ended.returncode == 2
    assert "There is no “content”" in ended.stderr


# --- in a browser ----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_browser_reloads_by_itself(preview: Running, browser: Browser) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    with page.expect_websocket():
        page.goto(f"http://127.0.0.1:{preview.port}/pages/about/")
    page.get_by_text("第一稿").wait_for()
    with page.expect_websocket():
        preview.save(ABOUT, MISTAKE)
        page.get_by_text(f"{ABOUT}:4:7").wait_for()
    with page.expect_websocket():
        preview.save(ABOUT, MISTAKE.replace("<b>first</b>", "1").replace("第一稿", "第二稿"))
        page.get_by_text("第二稿").wait_for()
    page.close()


# --- its parts -------------------------------------------------------------------------------------------------------


def test_a_link_out_of_the_site_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/open.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "site/round").symlink_to(tmp_path / "site/round")
    assert locate(tmp_path / "site", "open.txt") is None
    assert locate(tmp_path / "site", "round") is None


def test_a_folder_without_a_page_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert locate(tmp_path, "empty") is None
    assert locate(tmp_path, "empty/") is None


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("data.csv", "text/csv; charset=utf-8"),
        ("data.json", "application/json; charset=utf-8"),
        ("icon.svg", "image/svg+xml; charset=utf-8"),
        ("photo.jpg", "image/jpeg"),
        ("photo.webp", "image/webp"),
        ("unknown.xyzzy", "application/octet-stream"),
    ],
)
def test_a_files_type_follows_from_its_name(name: str, type: str) -> None:
    assert content_type(name) == type


def test_the_error_page_is_in_the_language_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    outcome = Outcome(problems=("content/a.zh.md:3:1: 缺少“title”。",))
    monkeypatch.setenv("LANGUAGE", "zh")
    assert '<html lang="zh-CN">' in failure_page(outcome).decode()
    assert "有 1 个问题" in failure_page(outcome).decode()


def test_a_build_that_falls_is_shown_as_it_spoke(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    outcome = Outcome(crash="Traceback\n<lambda>: failed")
    assert "&lt;lambda&gt;: failed" in failure_page(outcome).decode()
    assert str(outcome) == "Not built: <lambda>: failed"
