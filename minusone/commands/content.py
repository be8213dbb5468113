"""Commands about the content: checked, translated, written."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from minusone.commands.options import EXECUTOR, FOLDER, Command, hands_of, with_places
from minusone.console import counted, language, say
from minusone.places import Places
from minusone.problems import parted, written


@click.command(cls=Command, help=say("只检查，不生成网站。", "Check all records and build nothing."))
@with_places
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help=say("问题写成文字、JSON 或 GitHub 批注", "Problems as text, as JSON or as annotations for GitHub."),
)
@click.option(
    "--translations",
    is_flag=True,
    help=say(
        "只列出要翻译的：落后的、缺的、没有原文的", "List what is to be translated: behind, missing, without a source."
    ),
)
@EXECUTOR
def check(
    places: Places,
    today: date | None,
    workers: int | None,
    style: Any,
    translations: bool,
    executor: str | None,
) -> None:
    from minusone import pipeline
    from minusone.checklist import told

    with hands_of(workers, executor, places) as hands:
        if translations:
            _list_translations(places, today, hands, style)
            return
        found, records = pipeline.check_all(places, today, hands)
    problems, notes = parted(found)
    if listed := told(found, style, language()):
        click.echo(listed)
    if problems:
        click.echo(_ending(len(problems), len(notes) if style == "text" else 0), err=True)
        sys.exit(1)
    if style == "text":
        click.echo(_good_ending(records, len(notes)))


def _ending(problems: int, notes: int) -> str:
    zh, en = f"有 {problems} 个问题。", f"{counted(problems)}."
    later = say(f"改好后再检查，还有 {notes} 条提示。", f" Notes to see once that is mended: {notes}.")
    return say(zh, en) + (later if notes else "")


def _good_ending(records: int, notes: int) -> str:
    zh, en = f"{records} 条记录，没有问题", f"{records} records, no problems"
    return say(f"{zh}；提示 {notes} 条。", f"{en}; notes: {notes}.") if notes else say(f"{zh}。", f"{en}.")


def _list_translations(places: Places, today: date | None, hands: Any, style: Any) -> None:
    """It is a list of things to do, so it ends well; what is wrong with the content does not."""
    from minusone import pipeline
    from minusone.worklist import told

    problems, found = pipeline.to_translate(places, today, hands)
    click.echo(told(found, style, language()))
    if problems:
        click.echo(written(problems, "github" if style == "github" else "text", language()), err=True)
        click.echo(say(f"有 {len(problems)} 个问题。", f"{counted(len(problems))}."), err=True)
        sys.exit(1)


@click.command(
    cls=Command,
    help=say(
        "中文改过而英文不用改时，记下译文仍然有效。FILE 是中文或英文文件。",
        "Say that the English still fits where the Chinese was edited. FILE is either of a record's two files.",
    ),
)
@with_places
@click.argument("files", nargs=-1, type=FOLDER, metavar="[FILE]...")
@click.option("--all", "every", is_flag=True, help=say("全部译文", "All translations."))
def translated(places: Places, today: date | None, workers: int | None, files: tuple[Path, ...], every: bool) -> None:
    from minusone.accept import accept

    if bool(files) == every:
        raise click.UsageError(say("写出文件，或者写 --all", "Name files, or say --all"))
    settled = accept(places, files)
    click.echo(say(f"{settled} 处译文不再算落后。", f"Passages no longer behind: {settled}."))


@click.command(
    cls=Command,
    help=say(
        "新建一条记录，栏目都写好了说明。KIND 是记录种类，NAME 是编号。",
        "Begin a record with every field explained. KIND is its kind, NAME its id.",
    ),
)
@with_places
@click.argument("kind")
@click.argument("name", required=False)
def new(places: Places, today: date | None, workers: int | None, kind: str, name: str | None) -> None:
    from minusone import scaffold

    for file in scaffold.create(places, today, kind, name, language()):
        click.echo(say(f"已建立 {file}", f"Made {file}"))
