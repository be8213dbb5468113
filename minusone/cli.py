"""The command line: reads arguments, calls the package, says what happened.

Exit codes: 0 done, 1 problems in the content or in a site that is verified, 2 usage. What only one command needs is
imported inside it, so that `--help` answers at once.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from minusone import __version__
from minusone.console import ChineseOrEnglish, counted, language, make_printable, progress_bar, say, usage
from minusone.places import Extras, Places
from minusone.problems import ContentError, parted, written
from minusone.refusals import MisuseError, RefusalError
from minusone.words import Bilingual

DEFAULT_TEMPLATES = (Path(__file__).parent / "templates", Path(__file__).parent.parent / "templates")
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


class _BuildByDefault(ChineseOrEnglish, click.Group):
    """`build.py --out x` means `build.py build --out x`."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """As click's own, with what was asked wrongly said in the terminal's language."""
        try:
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}))
        except click.ClickException as error:
            click.echo(usage(error) if isinstance(error, click.UsageError) else error.format_message(), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in {"--help", "--version"}):
            args = ["build", *args]
        return super().parse_args(ctx, args)


class _Command(ChineseOrEnglish, click.Command):
    pass


_FOLDER = click.Path(path_type=Path)
_PLACES = (
    click.option(
        "--config",
        type=_FOLDER,
        default=Path("config.yaml"),
        show_default=True,
        help=say("网站设置文件", "The site's settings."),
    ),
    click.option(
        "--content",
        type=_FOLDER,
        default=Path("content"),
        show_default=True,
        help=say("记录所在的文件夹", "The folder of records."),
    ),
    click.option(
        "--templates",
        type=_FOLDER,
        help=say(
            "模板文件夹；默认 templates，没有时用自带的",
            "The folder of templates; templates, or else the package's own.",
        ),
    ),
    click.option(
        "--out",
        type=_FOLDER,
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


_EXECUTOR = click.option(
    "--executor",
    type=_Cluster(),
    metavar=say("dask://主机:端口", "dask://HOST:PORT"),
    help=say("把活儿分给一个 Dask 集群，见 docs/cluster.md", "Have a Dask cluster do the work; see docs/cluster.md."),
)
_PORTABLE = click.option(
    "--portable",
    is_flag=True,
    help=say(
        "链接写明文件名，拷到 U 盘直接打开也能用", "Write file names into links, for a copy opened from a memory stick."
    ),
)


_NO_SEARCH = click.option(
    "--no-search",
    is_flag=True,
    help=say("不做搜索索引，快几秒；搜索页会说明", "Make no search index: quicker; the search page says so."),
)


_PDF = click.option(
    "--pdf",
    is_flag=True,
    help=say("另把各期通报和台账做成 PDF", "Make a PDF of each report and of the ledger, too."),
)


_FORGOTTEN = say(
    "没有写成 translations.json，以后只改中文时可能看不出译文落后",
    "translations.json could not be written; later edits of the Chinese alone may go unseen",
)


def _with_places(command: Callable[..., None]) -> Callable[..., None]:
    """Gather the options that say where things are into `places`; answer for what goes wrong there."""

    @wraps(command)
    def gathered(config: Path, content: Path, templates: Path | None, out: Path, **rest: Any) -> None:
        with _answering_for(config):
            command(places=Places(config, content, templates or _templates(), out), **rest)

    for option in reversed(_PLACES):
        gathered = option(gathered)
    return gathered


@contextmanager
def _hands(workers: int | None, executor: str | None, places: Places) -> Iterator[Any]:
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
def _answering_for(config: Path) -> Iterator[None]:
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


@click.group(
    cls=_BuildByDefault,
    help=say(
        "把活动、督导和整改记录变成双语公开网站：没办完的排在最前面。不写命令时执行 build。",
        "Turn records of activities, supervision and rectification into a bilingual public site, "
        "the unresolved one first. Without a command: build.",
    ),
)
@click.version_option(__version__, prog_name="minusone", help=say("显示版本", "Show the version."))
def main() -> None:
    make_printable()


@main.command(
    cls=_Command,
    help=say(
        "检查全部记录，生成网站。有问题就不动原来的网站。",
        "Check all records and build the site. With problems, the old site stays as it is.",
    ),
)
@_with_places
@_PORTABLE
@_NO_SEARCH
@_PDF
@_EXECUTOR
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
    with _hands(workers, executor, places) as hands, progress_bar() as progress:
        made = rebuild.build(places, today, hands, portable, progress, Extras(search=not no_search, papers=pdf))
    seconds = time.perf_counter() - began
    if not made.remembered:
        click.echo(_FORGOTTEN, err=True)
    where = places.out / "index.html" if portable else _serve_command()
    click.echo(
        say(
            f"{places.out} 里有 {made.pages} 个页面，用时 {seconds:.1f} 秒。查看：{where}",
            f"{made.pages} pages in {places.out}, made in {seconds:.1f} s. To look at them: {where}",
        )
    )


@main.command(
    cls=_Command,
    help=say(
        "发布：生成整个网站，接着写公开日志，凡公布过的都留有记录。私钥放在环境变量 MINUSONE_SIGNING_KEY。",
        "Publish: build the whole site and continue its public log, in which whatever was published stays on record. "
        "The private key is in MINUSONE_SIGNING_KEY.",
    ),
)
@_with_places
@click.option(
    "--since",
    metavar=say("文件夹或网址", "FOLDER|URL"),
    help=say(
        "接着哪个已发布的网站写；默认是 --out 里的那个",
        "The published site that is continued; that in --out, if not given.",
    ),
)
@_NO_SEARCH
@_PDF
@_EXECUTOR
def publish(
    places: Places,
    today: date | None,
    workers: int | None,
    since: str | None,
    no_search: bool,
    pdf: bool,
    executor: str | None,
) -> None:
    from minusone import edition
    from minusone.publication import keys

    signer = keys.signer(os.environ)
    with _hands(workers, executor, places) as hands, progress_bar() as progress:
        extras = Extras(search=not no_search, papers=pdf)
        made = edition.publish(places, today, since, signer, hands, progress, extras)
    if not made.remembered:
        click.echo(_FORGOTTEN, err=True)
    if made.begun:
        click.echo(say("原来没有日志，新开了一本。", "There was no log: a new one begins."))
    size, origin = made.log.size, made.log.origin
    click.echo(
        say(
            f"{places.out} 里有 {made.pages} 个页面。日志“{origin}”有 {size} 条，新增 {made.new} 条。",
            f"{made.pages} pages in {places.out}. The log “{origin}” has {size} entries, {made.new} of them new.",
        )
    )
    click.echo(
        say("已签名。", "Signed.")
        if signer
        else say(
            "没有签名：谁都能另造一本日志，短的内容也能从散列值猜出来。要签名，先用 key 造一把密钥。",
            "Not signed: anybody could make another log, and short values can be guessed from their digests. "
            "To sign, make a key with the command key.",
        )
    )


@main.command(
    cls=_Command,
    help=say(
        "核对一个发布过的网站。SITE 是文件夹或网址。有不对的地方就以 1 结束。",
        "Verify a published site. SITE is a folder or an address. Ends with 1 if anything is wrong.",
    ),
)
@click.argument("site")
@click.option(
    "--checkpoint",
    metavar=say("文件或网址", "FILE|URL"),
    help=say(
        "从前存下的 log/checkpoint：日志只能比它多", "A log/checkpoint kept from before: the log may only have more."
    ),
)
@click.option("--key", metavar=say("公钥", "KEY"), help=say("签名所用的公钥", "The public key that signs."))
def verify(site: str, checkpoint: str | None, key: str | None) -> None:
    with _answering_for(Path(site)):
        from minusone.publication.verifying import asked, verified

        verdict = verified(asked(site, checkpoint, key))
    for words in verdict.checked:
        click.echo(_printable(words))
    if not verdict.wrong:
        click.echo(say("没有发现不对的地方。", "Nothing is wrong."))
        return
    for words in verdict.wrong:
        click.echo(f"- {_printable(words)}")
    click.echo(say(f"有 {len(verdict.wrong)} 处不对。", f"Wrong: {len(verdict.wrong)}."), err=True)
    sys.exit(1)


def _printable(words: Bilingual) -> str:
    """Names that stand in a site that is verified may be anybody's, and move no cursor of a terminal."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in words.to(language()))


@main.command(
    cls=_Command,
    help=say(
        "造一把签名用的密钥。NAME 是日志的名称，例如 jiangbei.example/ledger，以后不能改。",
        "Make a key to sign with. NAME is the log's for good, such as jiangbei.example/ledger.",
    ),
)
@click.argument("name")
def key(name: str) -> None:
    from minusone.publication import keys

    with _answering_for(Path()):
        made = keys.made(name)
    click.echo(
        say(
            f"私钥，只给发布的人：放进环境变量 {keys.VARIABLE}，不要写进任何文件库。",
            f"The private key, for who publishes and nobody else: put it into {keys.VARIABLE}, and into no repository.",
        )
    )
    click.echo(made.text)
    click.echo(
        say(
            "公钥，给所有人：写进 config.yaml 的 verifier_key，并在别处公布，好让人核对。",
            "The public key, for everybody: verifier_key in config.yaml; make it known elsewhere, too.",
        )
    )
    click.echo(made.verifier.text)


def _serve_command() -> str:
    """What shows the site: its addresses are folders, which a browser opens only from a server."""
    name = click.get_current_context().find_root().info_name or "minusone"
    return f"python {name} serve" if name.endswith(".py") else f"{name} serve"


@main.command(cls=_Command, help=say("只检查，不生成网站。", "Check all records and build nothing."))
@_with_places
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
@_EXECUTOR
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

    with _hands(workers, executor, places) as hands:
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


@main.command(
    cls=_Command,
    help=say(
        "中文改过而英文不用改时，记下译文仍然有效。FILE 是中文或英文文件。",
        "Say that the English still fits where the Chinese was edited. FILE is either of a record's two files.",
    ),
)
@_with_places
@click.argument("files", nargs=-1, type=_FOLDER, metavar="[FILE]...")
@click.option("--all", "every", is_flag=True, help=say("全部译文", "All translations."))
def translated(places: Places, today: date | None, workers: int | None, files: tuple[Path, ...], every: bool) -> None:
    from minusone.accept import accept

    if bool(files) == every:
        raise click.UsageError(say("写出文件，或者写 --all", "Name files, or say --all"))
    settled = accept(places, files)
    click.echo(say(f"{settled} 处译文不再算落后。", f"Passages no longer behind: {settled}."))


@main.command(
    cls=_Command,
    help=say(
        "生成网站并在本机打开；保存后浏览器自动刷新。",
        "Build the site and show it on this computer. The browser reloads after each save.",
    ),
)
@_with_places
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=say("端口", "The port."))
def serve(places: Places, today: date | None, workers: int | None, port: int) -> None:
    from minusone.serve import serve as run

    run(places, today, workers, port)


@main.command(
    cls=_Command,
    help=say(
        "新建一条记录，栏目都写好了说明。KIND 是记录种类，NAME 是编号。",
        "Begin a record with every field explained. KIND is its kind, NAME its id.",
    ),
)
@_with_places
@click.argument("kind")
@click.argument("name", required=False)
def new(places: Places, today: date | None, workers: int | None, kind: str, name: str | None) -> None:
    from minusone import scaffold

    for file in scaffold.create(places, today, kind, name, language()):
        click.echo(say(f"已建立 {file}", f"Made {file}"))
