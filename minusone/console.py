"""What is said on the terminal: in the language of its locale, in characters that it can show."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

from minusone.progress import Progress
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

    context_class = _ChineseContext if language() == "zh" else click.Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option and language() == "zh":
            option.help = _CLICK_WORDS["Show this message and exit."]
        return option


def counted(problems: int) -> str:
    return "1 problem" if problems == 1 else f"{problems} problems"


def usage(error: click.UsageError) -> str:
    """What was asked wrongly, and where help is. What click says of rarer things stays as it says it."""
    command = error.ctx.command_path if error.ctx else Path(sys.argv[0]).name
    return say(
        f"{_in_chinese(error)}\n想看怎么用：{command} --help",
        f"{error.format_message()}\nFor help: {command} --help",
    )


def _in_chinese(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = f"，是不是“{error.possibilities[0]}”？" if error.possibilities else ""
            return f"没有选项“{error.option_name}”{near}"
        case click.NoSuchCommand():
            return f"没有命令“{error.command_name}”"
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else ""
            return f"缺少参数“{name}”"
        case click.BadParameter():
            name = error.param.opts[-1] if error.param else ""
            return f"“{name}”不能这样写：{error.message}"
    return error.format_message()


_WORK = {
    "records": Bilingual("记录", "records"),
    "pages": Bilingual("页面", "pages"),
    "files": Bilingual("图片与样式等", "pictures, styles and scripts"),
    "documents": Bilingual("订阅源、日历与二维码等", "feeds, calendars, codes and other files"),
    "PDFs": Bilingual("PDF", "PDFs"),
    "search index": Bilingual("编入搜索索引的页面", "pages read for the search index"),
}
"""What the pieces of work are called."""


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A bar on a terminal; elsewhere (CI, a log) a plain line when a piece of work is done."""
    live = sys.stderr.isatty()
    with ExitStack() as stack:
        bars: dict[str, Any] = {}

        def tell(name: str, done: int, total: int) -> None:
            label = _WORK[name].to(language())
            if not live:
                if done == total:
                    click.echo(f"{label}: {total}", err=True)
                return
            if name not in bars:
                # Of how many nobody knows yet, the bar says how many are done.
                length = {"length": total} if total else {"iterable": iter(int, 1), "show_pos": True}
                bars[name] = stack.enter_context(click.progressbar(**length, label=label, file=sys.stderr))
            bars[name].update(done - bars[name].pos)

        yield tell
