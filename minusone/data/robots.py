"""robots.txt (RFC 9309): search engines are welcome, and need not read twice what a page says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from minusone.data.document import Document
from minusone.data.sitemap import FILE as SITEMAP
from minusone.pages.context import Page
from minusone.site import Site

APART = ("/*.pdf$",)
"""A PDF says what its page says. Short addresses are not among them: only who may read one is led on by it."""


def documents(site: Site, made: Sequence[Page]) -> Iterable[Document]:
    base = site.settings.address
    root = site.settings.path.removesuffix("/")
    lines = ["User-agent: *", *(f"Disallow: {root}{path}" for path in APART)]
    if base:
        lines += ["", f"Sitemap: {base}{SITEMAP}"]
    yield Document(PurePosixPath("robots.txt"), ("\n".join(lines) + "\n").encode, "robots.txt")
