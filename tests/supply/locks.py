"""Packages as the lock files name them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


class Package(NamedTuple):
    """A package at a version; PyPI's by its normalised name."""

    name: str
    version: str

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


def python(*files: str) -> frozenset[Package]:
    """What is pinned in lock files of pip."""
    return frozenset(Package(*found) for file in files for found in _PINNED.findall((ROOT / file).read_text("utf-8")))


def node(*files: str) -> dict[Package, str]:
    """What is pinned in lock files of npm, with the licence that each declares there; empty for none."""
    return {package: licence for file in files for package, licence in _node(json.loads((ROOT / file).read_bytes()))}


def _node(lock: dict[str, dict[str, dict[str, str]]]) -> Iterator[tuple[Package, str]]:
    for path, said in lock["packages"].items():
        if path:
            yield Package(path.rpartition("node_modules/")[2], said["version"]), said.get("license", "")
