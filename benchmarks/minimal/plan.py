"""What a site of the benchmark consists of. Everything else is the product's: reading, rules, rendering, publishing."""

from __future__ import annotations

from pathlib import PurePosixPath

from benchmarks.minimal.documents import documents
from benchmarks.minimal.pages import pages
from minusone.plan import Plan
from minusone.words import Lang


def path(address: str, lang: Lang) -> PurePosixPath:
    """`/visits/v-000003/` → `zh/visits/v-000003/index.html`: both languages have a folder."""
    return PurePosixPath(lang, address.strip("/"), "index.html")


def leads_to(kind: str, id: str, fragment: str, lang: Lang) -> str:
    """A record that a text names is in the list of the linked ones, on the same page."""
    return f"#{id}"


MINIMAL = Plan(pages, documents, path, leads_to)
