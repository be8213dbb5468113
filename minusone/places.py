"""What is asked for on the command line: where a site is made from and where to, and what is made besides its pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """Where the site is made from and where to. `out` is made; the others must be there."""

    config: Path = Path("config.yaml")
    content: Path = Path("content")
    templates: Path = Path("templates")
    out: Path = Path("site")


@dataclass(frozen=True)
class Extras:
    """What is made of the pages when they are done, and takes its time: the search index; reports and ledger as PDF."""

    search: bool = False
    papers: bool = False


PAGES_ALONE = Extras()
