"""Commands about the public record: published, verified, signed with a key."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import click

from minusone.commands.options import (
    EXECUTOR,
    FORGOTTEN,
    NO_SEARCH,
    PDF,
    Command,
    answering_for,
    hands_of,
    with_places,
)
from minusone.console import language, progress_bar, say
from minusone.places import Extras, Places
from minusone.words import Bilingual


@click.command(
    cls=Command,
    help=say(
        "发布：生成整个网站，接着写公开日志，凡公布过的都留有记录。私钥放在环境变量 MINUSONE_SIGNING_KEY。",
        "Publish: build the whole site and continue its public log, in which whatever was published stays on record. "
        "The private key is in MINUSONE_SIGNING_KEY.",
    ),
)
@with_places
@click.option(
    "--since",
    metavar=say("文件夹或网址", "FOLDER|URL"),
    help=say(
        "接着哪个已发布的网站写；默认是 --out 里的那个",
        "The published site that is continued; that in --out, if not given.",
    ),
)
@click.option(
    "--begin",
    is_flag=True,
    help=say("第一次发布，日志从头开始", "The first publication of all: begin its log."),
)
@NO_SEARCH
@PDF
@EXECUTOR
def publish(
    places: Places,
    today: date | None,
    workers: int | None,
    since: str | None,
    begin: bool,
    no_search: bool,
    pdf: bool,
    executor: str | None,
) -> None:
    from minusone import edition
    from minusone.publication import keys

    signer = keys.signer(os.environ)
    with hands_of(workers, executor, places) as hands, progress_bar() as progress:
        extras = Extras(search=not no_search, papers=pdf)
        made = edition.publish(places, today, since, signer, begin, hands, progress, extras)
    if not made.remembered:
        click.echo(FORGOTTEN, err=True)
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


@click.command(
    cls=Command,
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
    with answering_for(Path(site)):
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


@click.command(
    cls=Command,
    help=say(
        "造一把签名用的密钥。NAME 是日志的名称，例如 jiangbei.example/ledger，以后不能改。",
        "Make a key to sign with. NAME is the log's for good, such as jiangbei.example/ledger.",
    ),
)
@click.argument("name")
def key(name: str) -> None:
    from minusone.publication import keys

    with answering_for(Path()):
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
