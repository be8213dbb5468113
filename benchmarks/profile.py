"""Where the time of a build goes: `python -m benchmarks.profile 500`, in one process, with nothing remembered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from cProfile import Profile
from pathlib import Path
from pstats import Stats
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import click

from benchmarks.contenders import CONTENDERS, Bench
from benchmarks.records import items
from minusone.places import Extras, Places

Function = tuple[str, int, str]
"""As the profiler names it: file, line, name."""

ROOT = Path(__file__).parents[1]
STAGES = ("pipeline.py", "making.py")
"""The modules that say in which order things are done: what they call are the stages."""


class Stage(NamedTuple):
    name: str
    calls: int
    seconds: float


def stages(stats: Mapping[Function, tuple[Any, ...]]) -> list[Stage]:
    """What the modules of STAGES call, each with all that it calls itself; the longest first."""
    found = (Stage(_named(function), *_called(callers)) for function, (*_, callers) in stats.items())
    return sorted((stage for stage in found if stage.calls), key=lambda stage: stage.seconds, reverse=True)


def _called(callers: Mapping[Function, tuple[int, int, float, float]]) -> tuple[int, float]:
    """How often and how long STAGES called a function."""
    ours = [cost for (file, _, _), cost in callers.items() if Path(file).name in STAGES]
    return sum(calls for calls, *_ in ours), sum(seconds for *_, seconds in ours)


def _named(function: Function) -> str:
    file, line, name = function
    path = Path(file)
    return f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}:{line} {name}" if line else name


def profiled(bench: Bench, extras: Extras) -> Profile:
    """One build of a contender's corpus: of the benchmark's pages, or of the product's own."""
    from benchmarks.minimal.__main__ import PLANNED
    from minusone import pipeline, rebuild  # noqa: F401 - imported before the clock starts
    from minusone.request import DISCLOSURE

    places = Places(*(bench.folder / name for name in ("config.yaml", "content", "templates", "site")))
    profile = Profile()
    profile.enable()
    rebuild.build(places, workers=1, extras=extras, planned=DISCLOSURE if bench.contender.whole else PLANNED)
    profile.disable()
    return profile


def told(profile: Profile, heaviest: int) -> Iterator[str]:
    stats = Stats(profile).stats  # type: ignore[attr-defined]
    whole = sum(own for _, _, own, _, _ in stats.values())
    yield f"{whole:.1f} s in all (a profiled build takes about twice as long as one that nobody watches)"
    yield "\nStages, each with what it calls:"
    yield from (f"{stage.seconds:9.2f} s {stage.calls:>9} × {stage.name}" for stage in stages(stats)[:heaviest])
    yield "\nFunctions, each without what it calls:"
    own = sorted(stats.items(), key=lambda one: one[1][2], reverse=True)[:heaviest]
    yield from (f"{cost[2]:9.2f} s {cost[1]:>9} × {_named(function)}" for function, cost in own)


@click.command(help="Profile a build of NUMBER records.")
@click.argument("number", type=click.IntRange(min=1), default=150)
@click.option("--contender", type=click.Choice(["minimal", "product", "search"]), default="product", show_default=True)
@click.option("--heaviest", default=30, show_default=True, help="How many stages and functions to show.")
@click.option("--save", type=click.Path(path_type=Path), help="Keep the profile in a file, for snakeviz and the like.")
def main(number: int, contender: str, heaviest: int, save: Path | None) -> None:
    with TemporaryDirectory(prefix="profile-") as folder:
        bench = Bench.prepared(CONTENDERS[contender], items(number), Path(folder, contender))
        profile = profiled(bench, Extras(search=contender == "search"))
    if save:
        profile.dump_stats(save)
    for line in told(profile, heaviest):
        click.echo(line)


if __name__ == "__main__":
    main()
