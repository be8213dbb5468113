"""Measure: `python -m benchmarks.run`; what was measured replaces its rows in results.json and RESULTS.md.

All contenders have their turn in each round, A B C A B C …, so that a machine that slows down slows all of them.
"""

from __future__ import annotations

import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import click

from benchmarks import table
from benchmarks.checker import Checker
from benchmarks.contenders import CONTENDERS, Bench
from benchmarks.edits import Editor, Shown
from benchmarks.limit import written_again
from benchmarks.machine import machine
from benchmarks.measuring import Cost, FailedError
from benchmarks.ratios import by_round
from benchmarks.records import items
from benchmarks.results import Results, Row
from benchmarks.serving import REST, serving

EDITS: dict[str, Callable[[Editor, int], list[Shown]]] = {
    "cold": lambda editor, _: editor.whole(),
    "nothing": lambda editor, _: editor.whole(),
    "word": Editor.word,
    "title": Editor.title,
    "step": Editor.step,
    "template": Editor.template,
    "settings": Editor.settings,
}
"""What is changed before a build is timed; each says what the site has to show afterwards."""


COMPARED = {"wall", "cpu", "memory"}
"""The quantities of which less is better; the others say what was done."""


@dataclass
class Measured:
    """Values by contender, measure and quantity, as they come in."""

    size: int
    values: dict[tuple[str, str, str], list[float]] = field(default_factory=lambda: defaultdict(list))

    def add(self, contender: str, measure: str, **quantities: float) -> None:
        for quantity, value in quantities.items():
            self.values[contender, measure, quantity].append(round(value, 4))
        said = ", ".join(f"{quantity} {value:.3f}" for quantity, value in quantities.items())
        click.echo(f"{self.size:>6} {contender:<9} {measure:<9} {said}")

    def cost(self, contender: str, measure: str, cost: Cost) -> None:
        self.add(contender, measure, wall=cost.wall, cpu=cost.cpu)

    def rows(self, date: str) -> Iterator[Row]:
        for (contender, measure, quantity), values in self.values.items():
            base = self.values.get((table.BASE, measure, quantity)) if quantity in COMPARED else None
            yield Row(self.size, contender, measure, quantity, date, values, by_round(values, base) if base else ())


def measure(
    editors: Sequence[Editor], size: int, rounds: int, measures: Sequence[str], saves: int, spare: Path
) -> Measured:
    """Everything of one size. Raises FailedError where a contender fails, or does not show what it was built of."""
    measured = Measured(size)
    for editor in editors:
        _first(editor, measured)
    for number in range(rounds):
        for name in (name for name in EDITS if name in measures):
            for editor in editors:
                measured.cost(editor.bench.contender.name, name, _built(editor, name, number))
        hugo = next((one.bench for one in editors if one.bench.contender.name == table.BASE), None)
        if hugo and "cold" in measures:
            measured.cost(table.LIMIT, "cold", written_again(hugo.site, spare))
    served = [editor for editor in editors if editor.bench.contender.serve]
    if saves and "serve" in measures:
        with serving(served) as servers:
            for number in range(saves):
                for server in servers:
                    time.sleep(REST)
                    measured.add(server.editor.bench.contender.name, "serve", wall=server.save(rounds + number))
    return measured


def _first(editor: Editor, measured: Measured) -> None:
    """The build that warms up, is looked at for memory rather than time, and whose work is checked."""
    bench = editor.bench
    bench.cool()
    memory = bench.build().peak()
    checker = Checker.of(bench.site, bench.folder)
    faults = list(checker.faults_of_the_product() if bench.contender.whole else checker.faults())
    for fault in faults[:10]:
        click.echo(f"{bench.contender.name} lacks {fault}", err=True)
    files = sum(1 for file in bench.site.rglob("*") if file.is_file())
    measured.add(bench.contender.name, "cold", memory=memory, files=files, lacking=len(faults))


def _built(editor: Editor, name: str, number: int) -> Cost:
    """The cost of one build after an edit. Raises FailedError where the edit does not show afterwards."""
    if name == "cold":
        editor.bench.cool()
    expected = EDITS[name](editor, number)
    cost = editor.bench.build().cost()
    for shown in expected:
        if not shown.stands(editor.bench.site):
            raise FailedError(f"{editor.bench.contender.label}, {name}: no “{shown.text}” in {shown.path}")
    return cost


def _memory_file_system() -> Path:
    shared = Path("/dev/shm")
    return shared if shared.is_dir() else Path(gettempdir())


def _names(known: Sequence[str]) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    def read(_: click.Context, __: click.Parameter, value: str) -> list[str]:
        names = value.split(",")
        if unknown := set(names) - set(known):
            raise click.BadParameter(f"{', '.join(sorted(unknown))}: not one of {', '.join(known)}")
        return names

    return read


def _numbers(_: click.Context, __: click.Parameter, value: str) -> list[int]:
    if not all(part.isdigit() for part in value.split(",")):
        raise click.BadParameter("numbers with commas between them")
    return [int(part) for part in value.split(",")]


@click.command(help="Measure, and write RESULTS.md. Rows that are not measured now stay as they were.")
@click.option("--sizes", default="500,5000", callback=_numbers, show_default=True, help="Numbers of records.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(min=1), help="How often each is built.")
@click.option("--saves", default=5, show_default=True, type=click.IntRange(min=0), help="Edits while serving.")
@click.option("--contenders", default=",".join(CONTENDERS), callback=_names(list(CONTENDERS)), show_default=True)
@click.option("--measures", default=",".join(table.MEASURES), callback=_names(list(table.MEASURES)), show_default=True)
@click.option("--work", default=_memory_file_system(), type=click.Path(path_type=Path), help="Where it is all built.")
@click.option("--date", default=lambda: time.strftime("%Y-%m-%d"), help="Of the measurements.")
def main(
    sizes: list[int], rounds: int, saves: int, contenders: list[str], measures: list[str], work: Path, date: str
) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # Whatever runs is ended, as after Ctrl-C.
    results = Results.read()
    for size in sizes:
        made = items(size)
        with TemporaryDirectory(prefix="benchmark-", dir=work) as folder:
            editors = [Editor(Bench.prepared(CONTENDERS[name], made, Path(folder, name)), made) for name in contenders]
            try:
                measured = measure(editors, size, rounds, measures, saves, Path(folder, "spare"))
            except FailedError as error:
                raise click.ClickException(str(error)) from None
        results = results.renewed(machine(work), measured.rows(date))
        results.write()
        table.FILE.write_text(table.written(results), "utf-8")


if __name__ == "__main__":
    main()
