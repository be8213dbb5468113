"""What is said on the terminal: in the language of its locale, in characters that it can show."""

from __future__ import annotations

import io
import sys

import pytest

from minusone.console import language, make_printable, progress_bar, say

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_CN:en", "LC_ALL": "en_US.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "zh_TW", "LANG": ""}, "zh"),
        ({"LC_ALL": "", "LANG": "zh"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides_as_gettext_has_it(
    environment: dict[str, str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert language() == said
    assert say("好", "good") == ("好" if said == "zh" else "good")


def test_a_console_without_a_character_shows_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp936"))
    make_printable()
    sys.stdout.write("整改 𠮷 ✓")
    sys.stdout.flush()

    assert raw.getvalue().decode("cp936").rstrip() == "整改 ? ?"


def test_away_from_a_terminal_each_piece_of_work_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as progress:
        for done in (1, 2, 3):
            progress("pages", done, 3)

    assert len(capsys.readouterr().err.splitlines()) == 1


def test_of_how_many_nobody_knows_is_one_line_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar() as progress:
        for done, total in ((1, 0), (2, 0), (2, 2)):
            progress("pages", done, total)

    assert capsys.readouterr().err.splitlines()[0].endswith("2")


def test_on_a_terminal_a_bar_counts_what_is_done_where_nobody_knows_of_how_many(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress_bar() as progress:
        for done, total in ((1, 0), (2, 0), (2, 2)):
            progress("pages", done, total)
            progress("files", done, 3)

    said = capsys.readouterr().err
    assert "2" in said
    assert "66%" in said
