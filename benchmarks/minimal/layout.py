"""Where the benchmark has its pages: both languages have a folder."""

from __future__ import annotations

from pathlib import PurePosixPath

from minusone.layout import Layout
from minusone.words import Lang


def path(address: str, lang: Lang) -> PurePosixPath:
    """`/visits/v-000003/` → `zh/visits/v-000003/index.html`."""
    return PurePosixPath(lang, address.strip("/"), "index.html")


def leads_to(kind: str, id: str, fragment: str, lang: Lang) -> str:
    """A record that a text names is in the list of the linked ones, on the same page."""
    return f"#{id}"


LAYOUT = Layout(path, leads_to, rooted=True)
