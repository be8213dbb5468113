"""The command line: reads arguments, calls the package, says what happened.

Exit codes: 0 done, 1 problems in the content or in a site that is verified, 2 usage.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from minusone import __version__
from minusone.commands import content, record, site
from minusone.console import ChineseOrEnglish, make_printable, say, usage


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


COMMANDS = (
    *(site.build, site.serve),
    *(content.check, content.translated, content.new),
    *(record.publish, record.verify, record.key),
)

for command in COMMANDS:
    main.add_command(command)
