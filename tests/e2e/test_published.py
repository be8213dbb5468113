"""The office publishes, residents verify: with real processes, and an implementation of the log that is not ours."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.built import TEMPLATES, held
from tests.e2e.serving import served
from tests.sites import BAISHA, CONFIG, progress, rectification, site
from tests.transparency.foreign import believed

pytestmark = pytest.mark.slow

BUILD = Path(__file__).parents[2] / "build.py"
NAME = "small.example/ledger"
LAMP = rectification(progress("date: 2014-03-01, step: registered"), "路灯不亮。")
ROAD = rectification(f"found: {{date: 2014-03-02}}\n{progress('date: 2014-03-02, step: registered')}", id="2014-002")
PUBLICATIONS = [
    ("2014-03-01", BAISHA + LAMP),
    ("2014-03-02", BAISHA + LAMP + ROAD),
    ("2014-03-02", BAISHA + LAMP.replace("路灯不亮。", "一条街的路灯不亮。") + ROAD),
]
"""The days are in a week that is not over, so that no report's figures are published."""

TEXTS = [text for _, text in PUBLICATIONS]


class Office:
    """A folder in which commands are given, with a key or without."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.key = folder, ""

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def says(self, *arguments: str, status: int = 0, **environment: str) -> list[str]:
        plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "MINUSONE"))}
        given = plain | {"LANGUAGE": "en", "MINUSONE_SIGNING_KEY": self.key} | environment
        command = [sys.executable, str(BUILD), *arguments]
        done = subprocess.run(command, cwd=self.folder, env=given, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stderr
        assert done.returncode == status, done.stdout + done.stderr
        return [*done.stdout.splitlines(), *(done.stderr.splitlines() if status else ())]

    def makes_a_key(self) -> str:
        """The public one; the private one is put where it is asked for."""
        _, self.key, _, public = self.says("key", NAME)
        return public

    def publishes(self, text: str, day: str, *options: str, status: int = 0) -> list[str]:
        site(self.folder, f"-- config.yaml --\n{CONFIG}{text}")
        more = ["--templates", str(TEMPLATES), "--workers", "1", "--today", day]
        more += [] if self.site.exists() else ["--begin"]
        return self.says("publish", *more, *options, status=status)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_what_an_office_publishes_a_resident_verifies(office: Office, tmp_path: Path) -> None:
    public = office.makes_a_key()
    first = office.publishes(TEXTS[0], "2014-03-01")
    assert first[0] == "There was no log: a new one begins."
    assert first[1].endswith(f"The log “{NAME}” has 2 entries, 2 of them new.")
    kept = str(shutil.copy(office.site / "log" / "checkpoint", tmp_path / "kept"))
    before = held(office.site)
    assert office.publishes(TEXTS[0], "2014-03-01")[0].endswith("has 2 entries, 0 of them new.")
    assert held(office.site) == before
    assert office.publishes(TEXTS[1], "2014-03-02")[0].endswith("has 3 entries, 1 of them new.")

    with served(office.site, "/ledger/") as address:
        for where in ("site", address):
            said = office.says("verify", where, "--checkpoint", kept, "--key", public)
            assert said[-1] == "Nothing is wrong."
            assert f"Log “{NAME}”: 3 entries, as its checkpoint says; its signature is right" in said
        assert office.says("verify", "site", "--checkpoint", f"{address}log/checkpoint")[-1] == "Nothing is wrong."
    (office.site / "index.html").write_bytes(b"100 %")
    assert office.says("verify", "site", "--key", public, status=1)[-2:] == ["- “index.html” was changed", "Wrong: 1."]
    assert office.says("verify", "site", status=1, LANGUAGE="zh_CN")[-2:] == ["- “index.html”被改过", "有 1 处不对。"]
    (office.site / "\x1b[2J.html").touch()
    named = office.says("verify", "site", "--key", public, status=1)[-2]
    assert named == "- “\ufffd[2J.html” is not in the list: it was not published"
    assert subprocess.run(["sha256sum", "-c", "--status", "SHA256SUMS"], cwd=office.site, check=False).returncode == 1


def test_what_can_not_be_done_is_said_in_words_and_nothing_is_lost(office: Office) -> None:
    assert office.publishes(TEXTS[0], "2014-03-01")[-1].startswith("Not signed: anybody could make another log")
    before = held(office.site)
    places = ["--templates", str(TEMPLATES)]
    elsewhere = office.says("publish", *places, "--out", "new", status=2)
    assert elsewhere[-1].endswith("if nothing was ever published, begin with --begin")
    assert not (office.folder / "new").exists()
    assert "say publish" in office.says("build", *places, status=2)[-1]
    assert "say publish" in office.says("serve", *places, status=2)[-1]
    office.makes_a_key()
    refused = office.publishes(TEXTS[1], "2014-03-02", status=2)
    assert refused[-1] == f"The log is called “minusone”; only a key of that name can sign it, not “{NAME}”"
    office.key = "PRIVATE+KEY+x"
    assert "no key to sign with" in office.publishes(TEXTS[1], "2014-03-02", status=2)[-1]
    office.key = ""
    gone = office.publishes(TEXTS[1], "2014-03-02", "--since", "nowhere", status=2)
    assert gone[-1] == "“nowhere”: The log's file “checkpoint” can't be read"
    (office.folder / "content" / "rectifications" / "2014-001.zh.md").unlink()
    assert "1 problem; nothing was published." in office.publishes(BAISHA, "2014-03-02", status=1)

    assert held(office.site) == before
    for asked in (("content",), ("http://127.0.0.1:9/",), ("site", "--key", "x"), ("site", "--checkpoint", "none")):
        office.says("verify", *asked, status=2)
    office.says("key", "two words", status=2)


@pytest.mark.parametrize(
    ("path", "change", "reason"),
    [
        ("log/tile/0/000.p/4", lambda data: data[:-1] + bytes([data[-1] ^ 1]), "downloaded inconsistent tile"),
        ("log/tile/entries/000.p/4", lambda data: data.replace(b"2014-03-02", b"2014-03-03"), "is not in the log"),
        ("log/checkpoint", lambda data: data.replace(b"\n4\n", b"\n3\n"), "signature"),
    ],
    ids=["tile", "entry", "checkpoint"],
)
def test_an_implementation_that_is_not_ours_believes_a_published_log_and_no_changed_one(
    go_verifier: Path, path: str, change: Callable[[bytes], bytes], reason: str, office: Office, tmp_path: Path
) -> None:
    public = office.makes_a_key()
    for day, text in PUBLICATIONS:
        office.publishes(text, day)
        if text == TEXTS[0]:
            shutil.copy(office.site / "log" / "checkpoint", tmp_path / "old")
    log = office.site / "log"

    assert believed(go_verifier, log, public, tmp_path / "old") == (0, "4 entries, grown from 2\n")
    file = office.site / path
    file.write_bytes(change(data := file.read_bytes()))
    assert file.read_bytes() != data
    status, said = believed(go_verifier, log, public, tmp_path / "old")
    assert (status, reason in said) == (1, True)
    assert office.says("verify", "site", "--key", public, status=1)
