"""Commands about the site: built, and shown while it is written."""

from __future__ import annotations

import time
from datetime import date

import click

from minusone.commands.options import EXECUTOR, FORGOTTEN, NO_SEARCH, PDF, Command, hands_of, with_places
from minusone.console import progress_bar, say
from minusone.places import Extras, Places


@click.command(
    cls=Command,
    help=say(
        "检查全部记录，生成网站。有问题就不动原来的网站。",
        "Check all records and build the site. With problems, the old site stays as it is.",
    ),
)
@with_places
@click.option(
    "--portable",
    is_flag=True,
    help=say(
        "链接写明文件名，拷到 U 盘直接打开也能用", "Write file names into links, for a copy opened from a memory stick."
    ),
)
@NO_SEARCH
@PDF
@EXECUTOR
def build(
    places: Places,
    today: date | None,
    workers: int | None,
    portable: bool,
    no_search: bool,
    pdf: bool,
    executor: str | None,
) -> None:
    from minusone import rebuild

    began = time.perf_counter()
    with hands_of(workers, executor, places) as hands, progress_bar() as progress:
        made = rebuild.build(places, today, hands, portable, progress, Extras(search=not no_search, papers=pdf))
    seconds = time.perf_counter() - began
    if not made.remembered:
        click.echo(FORGOTTEN, err=True)
    where = places.out / "index.html" if portable else _serve_command()
    click.echo(
        say(
            f"{places.out} 里有 {made.pages} 个页面，用时 {seconds:.1f} 秒。查看：{where}",
            f"{made.pages} pages in {places.out}, made in {seconds:.1f} s. To look at them: {where}",
        )
    )


def _serve_command() -> str:
    """What shows the site: its addresses are folders, which a browser opens only from a server."""
    name = click.get_current_context().find_root().info_name or "minusone"
    return f"python {name} serve" if name.endswith(".py") else f"{name} serve"


@click.command(
    cls=Command,
    help=say(
        "生成网站并在本机打开；保存后浏览器自动刷新。",
        "Build the site and show it on this computer. The browser reloads after each save.",
    ),
)
@with_places
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=say("端口", "The port."))
def serve(places: Places, today: date | None, workers: int | None, port: int) -> None:
    from minusone.serve import serve as run

    run(places, today, workers, port)
