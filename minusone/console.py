"""What is said on the terminal: in the language of its locale, in characters that it can show."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from minusone.words import Bilingual, Lang


def language() -> Lang:
    """Chinese where the environment or the system says so, else English.

    As gettext does: the first of LANGUAGE, LC_ALL, LC_MESSAGES and LANG that is set; then, as on Windows where none is,
    what the system's own settings say.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    try:
        locale.setlocale(locale.LC_CTYPE, "")
        said = locale.getlocale(locale.LC_CTYPE)[0] or ""
    except (locale.Error, ValueError):
        said = ""
    return "zh" if said.lower().startswith(("zh", "chinese")) else "en"


def make_printable() -> None:
    """A console that lacks a character (cp936 lacks many) shows `?` for it instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def say(zh: str, en: str) -> str:
    """The product's words in the terminal's language."""
    return Bilingual(zh, en).to(language())


_CLICK_WORDS = {
    "Options": "选项",
    "Commands": "命令",
    "Usage: ": "用法：",
    "Show this message and exit.": "显示这份说明",
}
"""What click itself says in a command's help, in Chinese."""


class _ChineseHelp(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or _CLICK_WORDS["Usage: "])

    def write_heading(self, heading: str) -> None:
        super().write_heading(_CLICK_WORDS.get(heading, heading))


class _ChineseContext(click.Context):
    formatter_class = _ChineseHelp


class ChineseOrEnglish(click.Command):
    """A command whose help is in the terminal's language."""

    @property
    def context_class(self) -> type[click.Context]:  # type: ignore[override]
        return _ChineseContext if language() == "zh" else click.Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option and language() == "zh":
            option.help = _CLICK_WORDS["Show this message and exit."]
        return option


Progress = Callable[[str, int, int], None]
"""Told of a piece of work: what it is, how many are done, of how many."""


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on a terminal; elsewhere (CI, a log) nothing but a line as each piece of work begins."""
    bars: dict[str, Any] = {}
    live = sys.stderr.isatty()

    def tell(what: str, done: int, total: int) -> None:
        if what not in bars:
            for bar in bars.values():
                bar.render_finish()
            bars[what] = click.progressbar(length=total, label=what, file=sys.stderr)
            if not live:
                click.echo(f"{what} ({total})", err=True)
        if live:
            bar = bars[what]
            bar.update(done - bar.pos)

    yield tell
    if live:
        for bar in bars.values():
            bar.render_finish()
