"""RESULTS.md: the results as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.contenders import CONTENDERS
from benchmarks.ratios import spread
from benchmarks.results import Results, Row

FILE = Path(__file__).parent / "RESULTS.md"
BASE = "hugo"
LIMIT = "limit"

MEASURES = {
    "cold": "cold",
    "nothing": "nothing changed",
    "word": "one word",
    "title": "a title",
    "step": "a new step",
    "template": "a template",
    "settings": "the settings",
    "serve": "served",
}
"""What is measured, and what the tables call it."""

LABELS = {**{name: one.label for name, one in CONTENDERS.items()}, LIMIT: "*Hugo's files written from memory*"}

_ABOUT = """\
Hugo's own row gives seconds (memory: MiB), the others' how many times that they take: the median of the rounds, with
the least and the most. Each ratio is of one round, in which all had their turn. *Cold*: no output and no cache; *one
word* to *the settings*: built again after such an edit; *served*: from saving one word to reading the new page over
HTTP. README.md says what the rows are and how to repeat them."""


def written(results: Results) -> str:
    dates = sorted({row.date for row in results.rows})
    lines = [
        "# Results",
        "",
        _ABOUT,
        "",
        f"Measured {' to '.join(dict.fromkeys([dates[0], dates[-1]]))}." if dates else "Nothing was measured yet.",
        "",
        *_table(["", ""], results.machine.items()),
    ]
    for size in results.sizes:
        lines += ["", f"## {size:,} records, {2 * size:,} pages of records", "", *_size(results, size)]
    lines += ["", "## Growth", "", "A cold build's time for each page of a record, in ms.", "", *_growth(results)]
    return "\n".join(lines) + "\n"


def _size(results: Results, size: int) -> Iterator[str]:
    for quantity, name in (("wall", "Wall time"), ("cpu", "Processor time, of all processes")):
        known = {row.measure for row in results.rows if (row.size, row.quantity) == (size, quantity)}
        measures = [measure for measure in MEASURES if measure in known]
        rows = [
            [LABELS[contender], *(_cell(results.row(size, contender, measure, quantity)) for measure in measures)]
            for contender in LABELS
            if any(results.row(size, contender, measure, quantity) for measure in measures)
        ]
        if rows:
            yield from _table([name, *(MEASURES[measure] for measure in measures)], rows)
            yield ""
    rows = [
        [
            LABELS[contender],
            _cell(results.row(size, contender, "cold", "memory")),
            _number(results.row(size, contender, "cold", "files")),
            _number(results.row(size, contender, "cold", "lacking")),
        ]
        for contender in CONTENDERS
        if results.row(size, contender, "cold", "memory")
    ]
    if rows:
        yield from _table(["Cold build", "most memory, all processes", "files", "of its work lacking"], rows)


def _growth(results: Results) -> Iterator[str]:
    sizes = [size for size in results.sizes if any(results.row(size, one, "cold", "wall") for one in CONTENDERS)]
    rows = [
        [one.label, *(_per_page(results.row(size, name, "cold", "wall")) for size in sizes)]
        for name, one in CONTENDERS.items()
        if any(results.row(size, name, "cold", "wall") for size in sizes)
    ]
    return _table(["Records", *(f"{size:,}" for size in sizes)], rows) if rows else iter(())


def _cell(row: Row | None) -> str:
    if row is None:
        return ""
    ratios = row.ratios if row.contender != BASE else ()
    middle, least, most = spread(ratios or row.values)
    unit = "" if ratios else {"memory": " MiB"}.get(row.quantity, " s")
    around = f" ({_said(least)}–{_said(most)})" if len(row.values) > 1 else ""
    return f"{'× ' if ratios else ''}{_said(middle)}{around}{unit}"


def _said(value: float) -> str:
    """Three figures."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}" if value < 10 else f"{value:.1f}"


def _number(row: Row | None) -> str:
    return f"{row.values[0]:,.0f}" if row else ""


def _per_page(row: Row | None) -> str:
    return f"{spread(row.values).middle / (2 * row.size) * 1000:.3f}" if row else ""


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| --- |{' ---: |' * (len(head) - 1)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
