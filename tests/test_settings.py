"""config.yaml says what one site is, and every mistake in it is named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from minusone.problems import ContentError, Problem
from minusone.settings import NoTodayError, Settings, settings, today
from tests.sites import BAISHA, CONFIG, TODAY, problems, site, where


def read(folder: Path, text: str | bytes) -> Settings:
    file = folder / "config.yaml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return settings(file)


def refused(folder: Path, text: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(ContentError) as error:
        read(folder, text)
    return error.value.problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_settings_are_read_however_the_file_was_saved(encoding: str, end: str, tmp_path: Path) -> None:
    said = read(tmp_path, CONFIG.replace("\n", end).encode(encoding))

    assert said.title == ("小站", "A small site")
    assert (said.as_of, said.per_page) == (TODAY, 20)
    assert said.footer.host.zh == "办公室"


def test_every_mistake_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    found = refused(tmp_path, CONFIG.replace("2014-04-30", "四月三十日") + "per_page: 几条\ntheme: dark\n")

    assert where(found) == ["config.yaml:3:8 bad-date", "config.yaml:6:11 bad-number", "config.yaml:7:1 unknown-field"]


def test_a_sites_address_ends_with_a_slash_and_nothing_after_it(tmp_path: Path) -> None:
    assert read(tmp_path, CONFIG).address == ""
    for written in ("https://small.example/ledger", "https://small.example/ledger/"):
        assert read(tmp_path, CONFIG + f"address: {written}\n").address == "https://small.example/ledger/"


def _exception(reason: str = "一", reviewer: str = "主任") -> str:
    one = f"{{finding: 0a1b2c3d, until: 2014-12-31, reason: {reason}, reviewer: {reviewer}}}"
    return f"privacy:\n  exceptions: [{one}]\n"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", "1:1 empty-file"),
        (CONFIG.encode("gbk"), "2:1 gbk"),
        ("- 一", "1:1 not-fields"),
        ("title: [", "2:1 bad-yaml"),
        (CONFIG + "title: other\n", "6:1 duplicate-key"),
        (CONFIG.replace("tagline", "tagilne"), "1:1 missing-field"),
        (CONFIG.replace("2014-04-30", "2014-04-31"), "3:8 bad-date"),
        (CONFIG + "per_page: 0\n", "6:11 too-small"),
        (CONFIG + "address: small.example\n", "6:10 bad-link"),
        (CONFIG + "verifier_key: small.example+00000000+AQ==\n", "6:15 bad-key"),
        (CONFIG + "address: https://small.example/?page=1\n", "6:10 bad-link"),
        (CONFIG.replace("{zh: 小站, en: A small site}", "小站"), "1:8 want-fields"),
        (CONFIG.replace("{zh: 小站, en: A small site}", "{zh: 小站}"), "1:8 want-fields"),
        (CONFIG + _exception(reason="' '"), "7:63 want-text"),
        (CONFIG + _exception(reviewer="''"), "7:76 want-text"),
        (CONFIG.replace("A small site}", "A small site, fr: Un site}"), "1:8 want-fields"),
    ],
)
def test_a_file_that_is_no_settings_says_why(text: str | bytes, place: str, tmp_path: Path) -> None:
    assert f"config.yaml:{place}" in where(refused(tmp_path, text))


def test_without_settings_there_is_no_site(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        settings(tmp_path / "config.yaml")


def test_the_days_of_a_site_is_what_was_asked_for_else_its_own_and_never_the_clock(tmp_path: Path) -> None:
    said = read(tmp_path, CONFIG)
    undated = read(tmp_path, CONFIG.replace("as_of: 2014-04-30\n", ""))

    assert today(said, None) == TODAY
    assert today(said, date(2015, 1, 1)) == today(undated, date(2015, 1, 1)) == date(2015, 1, 1)
    with pytest.raises(NoTodayError):
        today(undated, None)


def test_how_large_a_file_may_be_is_a_setting(tmp_path: Path) -> None:
    found = problems(tmp_path, f"-- config.yaml --\n{CONFIG}max_file_bytes: 20\n" + BAISHA)

    assert where(found) == ["content/units/baisha.zh.md:1:1 too-large"]


def test_the_settings_problems_are_said_before_any_record_is_read(tmp_path: Path) -> None:
    site(tmp_path, "-- config.yaml --\nper_page: 5\n" + BAISHA)

    assert {problem.path for problem in problems(tmp_path, "-- config.yaml --\nper_page: 5\n")} == {"config.yaml"}
