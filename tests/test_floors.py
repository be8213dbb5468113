"""The house has floors, and an import points only downward."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "minusone"

FLOORS = (
    ("expressions", "unseen"),
    ("__init__", "words", "policy", "press", "progress", "places", "compiled", "qr", "stamps", "trees", "exchange"),
    ("problems", "periods", "figures", "pictures", "refusals", "request", "cache", "twin", "marked"),
    ("schema", "imaging", "work", "addresses", "bytecode", "publish", "transparency"),
    ("privacy", "fields", "digests"),
    ("faults",),
    ("kinds",),
    ("reckoning", "layout"),
    ("hints", "indexfiles", "frontmatter", "formats", "freshness", "checklist", "told", "plain"),
    ("load", "queries", "drawing", "prose", "search", "publication"),
    ("translation", "answers", "memory"),
    ("check",),
    ("settings", "markup"),
    ("corpus", "slot"),
    ("rules", "entries"),
    ("site", "judging"),
    ("link",),
    ("history",),
    ("pieces",),
    ("pages",),
    ("head",),
    ("data",),
    ("plan", "interface", "worklist", "accept"),
    ("render", "guarded", "remaking"),
    ("paper", "indexing"),
    ("making", "rewording"),
    ("pipeline",),
    ("rebuild",),
    ("edition",),
    ("scaffold", "console", "executors"),
    ("serve",),
    ("commands",),
    ("cli",),
    ("__main__",),
)
"""Lowest first. Rooms of one floor don't know each other; a folder is one room."""

HEIGHT = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))


def room(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> Iterator[str]:
    """The rooms that a module imports from, also inside its functions."""
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        match node:
            case ast.ImportFrom(module="minusone"):
                yield from (name.name if name.name in HEIGHT else "__init__" for name in node.names)
            case ast.ImportFrom(module=str(path)) if path.startswith("minusone."):
                yield path.split(".")[1]
            case ast.Import():
                yield from (name.name.split(".")[1] for name in node.names if name.name.startswith("minusone."))
            case ast.ImportFrom(level=level):
                assert not level, "imports name the whole way"


def test_every_room_has_its_floor_and_every_floor_its_rooms() -> None:
    assert {room(module) for module in MODULES} == set(HEIGHT)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_a_module_knows_only_its_own_room_and_the_floors_below(module: Path) -> None:
    own = room(module)

    assert [other for other in imported(module) if other != own and HEIGHT[other] >= HEIGHT[own]] == []
