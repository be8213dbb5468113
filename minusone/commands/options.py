"""What several commands ask in the same way, and how they answer for what goes wrong."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from minusone.console import ChineseOrEnglish, counted, language, say
from minusone.places import Places
from minusone.problems import ContentError, written
from minusone.refusals import MisuseError, RefusalError

DEFAULT_TEMPLATES = tuple(Path(__file__).parents[above] / "templates" for above in (1, 2))
"""Where the package's own templates lie: inside it once installed, beside it in the project."""


class _Day(click.ParamType[date]):
    name = "DATE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(
                say(f"“{value}”不是 2014-04-30 这样的日期", f"“{value}” is not a date like 2014-04-30"), param, ctx
            )


class _StoppedError(click.ClickException):
    """Something in the way that no other option of the command would mend."""

    exit_code = 2


class Command(ChineseOrEnglish, click.Command):
    pass


FOLDER = click.Path(path_type=Path)
_PLACES = (
    click.option(
        "--config",
        type=FOLDER,
        default=Path("config.yaml"),
        show_default=True,
        help=say("网站设置文件", "The site's settings."),
    ),
    click.option(
        "--content",
        type=FOLDER,
        default=Path("content"),
        show_default=True,
        help=say("记录所在的文件夹", "The folder of records."),
    ),
    click.option(
        "--templates",
        type=FOLDER,
        help=say(
            "模板文件夹；默认 templates，没有时用自带的",
            "The folder of templates; templates, or else the package's own.",
        ),
    ),
    click.option(
        "--out",
        type=FOLDER,
        default=Path("site"),
        show_default=True,
        help=say("网站写到哪个文件夹", "The folder that the site is written to."),
    ),
    click.option(
        "--today",
        type=_Day(),
        metavar=say("日期", "DATE"),
        help=say("本站的“今天”；默认取 config.yaml 的 as_of", "The site's today; as_of in config.yaml, if not given."),
    ),
    click.option(
        "--workers",
        type=click.IntRange(min=1),
        metavar="N",
        help=say("用几个进程；默认按记录多少决定", "How many processes to use; as many as pay, if not given."),
    ),
)


class _Cluster(click.ParamType[str]):
    name = "ADDRESS"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"dask://[^/\s]+:\d+", str(value)):
            words = f"“{value}”不是 dask://主机:端口 这样的地址", f"“{value}” is not an address like dask://HOST:PORT"
            self.fail(say(*words), param, ctx)
        return str(value)


EXECUTOR = click.option(
    "--executor",
    type=_Cluster(),
    metavar=say("dask://主机:端口", "dask://HOST:PORT"),
    help=say("把活儿分给一个 Dask 集群，见 docs/cluster.md", "Have a Dask cluster do the work; see docs/cluster.md."),
)

NO_SEARCH = click.option(
    "--no-search",
    is_flag=True,
    help=say("不做搜索索引，快几秒；搜索页会说明", "Make no search index: quicker; the search page says so."),
)

PDF = click.option(
    "--pdf",
    is_flag=True,
    help=say("另把各期通报和台账做成 PDF", "Make a PDF of each report and of the ledger, too."),
)

FORGOTTEN = say(
    "没有写成 translations.json，以后只改中文时可能看不出译文落后",
    "translations.json could not be written; later edits of the Chinese alone may go unseen",
)


def with_places(command: Callable[..., None]) -> Callable[..., None]:
    """Gather the options that say where things are into `places`; answer for what goes wrong there."""

    @wraps(command)
    def gathered(config: Path, content: Path, templates: Path | None, out: Path, **rest: Any) -> None:
        with answering_for(config):
            command(places=Places(config, content, templates or _templates(), out), **rest)

    for option in reversed(_PLACES):
        gathered = option(gathered)
    return gathered


@contextmanager
def hands_of(workers: int | None, executor: str | None, places: Places) -> Iterator[Any]:
    """Who does the work: a cluster, or processes of this computer."""
    if executor is None:
        yield workers
        return
    from minusone.executors import crew

    with crew(executor, [places.templates], workers) as hands:
        yield hands


def _templates() -> Path:
    beside = Path("templates")
    return beside if beside.is_dir() else next(path for path in DEFAULT_TEMPLATES if path.is_dir())


@contextmanager
def answering_for(config: Path) -> Iterator[None]:
    """Problems are printed and end with 1; what was asked wrongly ends with 2. No traceback is shown for either."""
    try:
        yield
    except ContentError as error:
        click.echo(written(error.problems, "text", language()))
        count = len(error.problems)
        click.echo(say(f"有 {count} 个问题，没有生成网站。", f"{counted(count)}; nothing was published."), err=True)
        sys.exit(1)
    except MisuseError as error:
        raise click.UsageError(error.words.to(language())) from None
    except RefusalError as error:
        raise _StoppedError(error.words.to(language())) from None
    except FileNotFoundError as error:
        missing = error.filename or config
        raise _StoppedError(say(f"找不到“{missing}”", f"There is no “{missing}”")) from None
    except MemoryError:
        raise _StoppedError(
            say("内存不够。原来的网站没有动", "There is not enough memory. The old site stays as it was")
        ) from None
    except OSError as error:
        place, reason = error.filename or config, error.strerror
        raise _StoppedError(say(f"不能读写“{place}”：{reason}", f"Can't read or write “{place}”: {reason}")) from None
