"""`python -m benchmarks.minimal build` and `serve`: the product's, with the plan of the benchmark."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from minusone.places import Places
from minusone.request import Planned

PLANNED = Planned("benchmarks.minimal.plan:MINIMAL", "benchmarks.minimal.layout:LAYOUT")


def _with_places(command: Callable[..., None]) -> Callable[..., None]:
    @wraps(command)
    def gathered(config: Path, content: Path, templates: Path, out: Path, **rest: Any) -> None:
        command(Places(config, content, templates, out), **rest)

    for name in ("out", "templates", "content", "config"):
        gathered = click.option(f"--{name}", type=click.Path(path_type=Path), required=True)(gathered)
    return gathered


@click.group(help="The benchmark's pages, made by the product.")
def main() -> None:
    pass


@main.command(help="Check all records and build the site.")
@_with_places
@click.option("--workers", type=click.IntRange(min=1), help="How many processes to use; as many as pay, if not given.")
def build(places: Places, workers: int | None) -> None:
    from minusone import rebuild

    built = rebuild.build(places, workers=workers, planned=PLANNED)
    click.echo(f"{built.pages} pages")


@main.command(help="Build the site and show it on this computer.")
@_with_places
@click.option("--port", type=click.IntRange(1, 65535), required=True)
def serve(places: Places, port: int) -> None:
    from minusone.serve import serve as run

    run(places, None, None, port, planned=PLANNED)


if __name__ == "__main__":
    main(prog_name="python -m benchmarks.minimal")
