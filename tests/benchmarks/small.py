"""A small corpus of the benchmark, and the site that the product makes of it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.contenders import CONTENDERS, Bench
from benchmarks.edits import Editor
from benchmarks.minimal.__main__ import PLANNED
from benchmarks.records import items
from minusone import rebuild
from minusone.places import Places

MINIMAL_PAGES = CONTENDERS["minimal"]


def editor(folder: Path, number: int) -> Editor:
    """So many records, prepared for the benchmark's own pages."""
    made = items(number)
    return Editor(Bench.prepared(MINIMAL_PAGES, made, folder), made)


def places(bench: Bench) -> Places:
    return Places(*(bench.folder / name for name in ("config.yaml", "content", "templates", "site")))


def build(bench: Bench) -> None:
    rebuild.build(places(bench), workers=1, planned=PLANNED)
