"""The command line: what it answers, in which language, and with which exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from minusone import __version__, search
from minusone.cli import main
from tests.sites import BAISHA, CONFIG, record, rectification, site

BUILD = Path(__file__).parents[1] / "build.py"
UNDATED = "-- config.yaml --\n" + CONFIG.replace("as_of: 2014-04-30\n", "")
BROKEN = BAISHA + record("page", "about", "tpye: x", "") + record("page", "more", "rank: 第一")


def check(folder: Path, text: str, *options: str) -> Result:
    """`check` on a site, in this process."""
    places = site(folder, text)
    where = ["--config", str(places.config), "--content", str(places.content), "--templates", str(folder)]
    return CliRunner().invoke(main, ["check", *where, *options], env={"LANGUAGE": "en"})


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """`python build.py …`, as people start it, in a folder."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    command = [sys.executable, str(BUILD), *arguments]
    return subprocess.run(command, cwd=folder, env=plain | environment, capture_output=True, check=False)


def test_a_good_site_is_answered_with_its_number_of_records(tmp_path: Path) -> None:
    done = check(tmp_path, BAISHA)

    assert (done.exit_code, done.stdout, done.stderr) == (0, "1 records, no problems.\n", "")


def test_problems_are_told_one_a_line_and_counted_and_end_with_one(tmp_path: Path) -> None:
    done = check(tmp_path, BROKEN)

    assert done.exit_code == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == [
        "content/pages/about.zh.md:3:1",
        "content/pages/more.zh.md:3:7",
    ]
    assert done.stderr == "2 problems.\n"


def test_notes_stop_nothing_and_are_listed_once_nothing_else_does(tmp_path: Path) -> None:
    late = BAISHA + rectification("deadline: 2014-04-20")
    good = check(tmp_path / "good", late)
    broken = check(tmp_path / "broken", late + BROKEN.removeprefix(BAISHA))

    assert (good.exit_code, good.stdout.splitlines()[0]) == (0, "Overdue [1]")
    assert good.stdout.endswith("\n\n2 records, no problems; notes: 1.\n")
    assert "Overdue" not in broken.stdout
    assert (broken.exit_code, broken.stderr) == (1, "2 problems. Notes to see once that is mended: 1.\n")


def test_for_programs_problems_are_json_and_nothing_else(tmp_path: Path) -> None:
    broken = check(tmp_path / "broken", BROKEN, "--format", "json")
    good = check(tmp_path / "good", BAISHA, "--format", "json")

    assert [problem["code"] for problem in json.loads(broken.stdout)] == ["unknown-field", "bad-number"]
    assert (json.loads(good.stdout), good.exit_code) == ([], 0)


def test_for_a_pull_request_problems_are_annotations(tmp_path: Path) -> None:
    broken = check(tmp_path / "broken", BROKEN, "--format", "github")
    good = check(tmp_path / "good", BAISHA, "--format", "github")

    assert broken.stdout.splitlines()[0].startswith("::error file=content/pages/about.zh.md,line=3,col=1,title=unknown")
    assert (good.stdout, good.exit_code) == ("", 0)


def test_the_problems_of_the_settings_are_told_in_the_same_way(tmp_path: Path) -> None:
    done = check(tmp_path, f"-- config.yaml --\n{CONFIG}theme: dark\n" + BAISHA)

    assert (done.exit_code, done.stdout.split(": ")[0]) == (1, "config.yaml:6:1")


@pytest.mark.parametrize(
    ("settings", "options", "said"),
    [
        ("", ["--format", "xml"], "Invalid value for '--format'"),
        ("", ["--today", "tomorrow"], "“tomorrow” is not a date like 2014-04-30"),
        ("", ["--workers", "0"], "Invalid value for '--workers'"),
        ("", ["--colour"], "No such option"),
        ("", ["--config", "gone.yaml"], "There is no “gone.yaml”"),
        (UNDATED, [], "What day is it? Give --today 2014-04-30"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) and value else "",
)
def test_what_was_asked_wrongly_ends_with_two_and_says_how_to_ask(
    settings: str, options: list[str], said: str, tmp_path: Path
) -> None:
    done = check(tmp_path, settings + BAISHA, *options)

    assert done.exit_code == 2
    assert said in done.stderr
    assert "Traceback" not in done.output


def test_a_day_that_is_asked_for_needs_none_in_the_settings(tmp_path: Path) -> None:
    assert check(tmp_path, UNDATED + BAISHA, "--today", "2014-04-30").exit_code == 0


TRANSLATED = BAISHA + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"


def test_what_is_to_be_translated_is_a_list_and_no_failure(tmp_path: Path) -> None:
    done = check(tmp_path, BAISHA, "--translations")

    assert (done.exit_code, done.stderr) == (0, "")
    assert "  content/units/baisha.zh.md:3:8: title “白沙街道”\n" in done.stdout


def test_problems_are_told_beside_the_list_and_end_with_one(tmp_path: Path) -> None:
    done = check(tmp_path, BROKEN, "--translations", "--format", "json")

    assert [item["path"] for item in json.loads(done.stdout)["items"]] == ["content/units/baisha.zh.md"]
    assert done.exit_code == 1
    assert done.stderr.endswith("2 problems.\n")


def test_problems_beside_the_list_are_annotations_too(tmp_path: Path) -> None:
    done = check(tmp_path, BROKEN, "--translations", "--format", "github")

    assert [line.partition(" ")[0] for line in done.stdout.splitlines()] == ["::notice"]
    assert [line.partition(" ")[0] for line in done.stderr.splitlines()] == ["::error", "::error", "2"]


@pytest.mark.slow
def test_a_translation_that_still_fits_is_accepted_by_its_file(tmp_path: Path) -> None:
    site(tmp_path, TRANSLATED)
    assert run(tmp_path, "translated", "--all", LANG="en_GB.UTF-8").stdout == b"Passages no longer behind: 0.\n"
    site(tmp_path, TRANSLATED.replace("白沙街道", "白沙街"))

    done = run(tmp_path, "translated", "content/units/baisha.zh.md", LANG="en_GB.UTF-8")
    assert (done.returncode, done.stdout) == (0, b"Passages no longer behind: 1.\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name files, or say --all"),
        (["content/units/baisha.zh.md", "--all"], "Name files, or say --all"),
        (["config.yaml"], "“config.yaml” is no record with a translation"),
    ],
    ids=["neither", "both", "no record"],
)
def test_what_is_to_be_accepted_is_named(arguments: list[str], said: str, tmp_path: Path) -> None:
    site(tmp_path, TRANSLATED)
    done = run(tmp_path, "translated", *arguments, LANG="en_GB.UTF-8", PYTHONUTF8="1")

    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not (tmp_path / "content/translations.json").exists()


def test_too_little_memory_is_told_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def exhausted(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("minusone.pipeline.check_all", exhausted)
    done = check(tmp_path, BAISHA)

    assert (done.exit_code, "not enough memory" in done.stderr) == (2, True)


def test_a_command_that_there_is_not_ends_with_two() -> None:
    done = CliRunner().invoke(main, ["chekc"])

    assert done.exit_code == 2
    assert "chekc" in done.stderr


@pytest.mark.slow
def test_started_by_its_file_it_says_its_version(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout.decode().strip() == f"minusone, version {__version__}"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "usage", "options"), [("zh_CN.UTF-8", "用法：", "选项"), ("en_GB.UTF-8", "Usage:", "Options")]
)
@pytest.mark.parametrize(
    "command",
    [(), ("build",), ("check",), ("serve",), ("new",), ("translated",)],
    ids=lambda command: " ".join(command),
)
def test_every_command_explains_itself_in_the_terminals_language(
    command: tuple[str, ...], lang: str, usage: str, options: str, tmp_path: Path
) -> None:
    done = run(tmp_path, *command, "--help", LANG=lang, PYTHONUTF8="1")
    help_ = done.stdout.decode()

    assert (done.returncode, done.stderr) == (0, b"")
    assert help_.startswith(" ".join([usage, "build.py", *command]).replace("： ", "："))
    assert f"{options}:" in help_
    assert not lang.startswith("zh") or "Show" not in help_
    assert lang.startswith("zh") or help_.isascii()


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp936", "latin-1", "utf-8"])
def test_problems_are_told_on_any_console_without_a_traceback(encoding: str, tmp_path: Path) -> None:
    site(tmp_path, BAISHA + record("page", "about", "rank: 𠮷é—✓"))
    done = run(tmp_path, "check", LANG="zh_CN.UTF-8", PYTHONIOENCODING=encoding)

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode(encoding).startswith("content/pages/about.zh.md:3:7: ")
    assert encoding != "cp936" or "只写阿拉伯数字" in done.stdout.decode(encoding)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "code"),
    [(BAISHA, 0), (BROKEN, 1), (f"-- config.yaml --\n{CONFIG.replace('as_of', 'asof')}", 1), (UNDATED, 2)],
    ids=["good", "bad records", "bad settings", "no today"],
)
def test_started_by_its_file_it_ends_with_the_same_codes(text: str, code: int, tmp_path: Path) -> None:
    site(tmp_path, text)

    assert run(tmp_path, "check", LANG="en").returncode == code


@pytest.mark.slow
def test_where_there_is_nothing_to_check_it_says_what_is_missing(tmp_path: Path) -> None:
    done = run(tmp_path, "check", LANG="zh_CN.UTF-8", PYTHONUTF8="1")

    assert done.returncode == 2
    assert "找不到“config.yaml”" in done.stderr.decode()


@pytest.mark.parametrize(
    ("language", "words"), [("en", "could not be made: no room"), ("zh", "搜索索引没有做成：no room")]
)
def test_an_index_that_is_not_made_is_told_without_a_traceback_and_nothing_is_published(
    language: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(folder: Path) -> None:
        raise search.NoIndexError("no room")

    monkeypatch.setattr(search, "index", fail)
    monkeypatch.setenv("LANGUAGE", language)
    places = site(tmp_path, BAISHA)
    where = ["--config", str(places.config), "--content", str(places.content), "--out", str(places.out)]
    done = CliRunner().invoke(main, ["build", *where])

    assert done.exit_code == 2
    assert words in done.stderr
    assert "--no-search" in done.stderr
    assert not places.out.exists()
    assert CliRunner().invoke(main, ["build", "--no-search", *where]).exit_code == 0
