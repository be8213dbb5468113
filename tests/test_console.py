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
