"""robots.txt (RFC 9309): search engines are welcome, and need neither what only leads on nor what is printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from minusone.data.document import Document
from minusone.data.sitemap import FILE as SITEMAP
from minusone.pages.context import Page
from minusone.site import Site

APART = ("/r/", "/en/r/", "/*.pdf$")
"""Short addresses lead on to a page of the ledger, and a PDF says what a page says."""


def documents(site: Site, made: Sequence[Page]) -> Iterable[Document]:
    base = site.settings.address
    root = site.settings.path.removesuffix("/")
    lines = ["User-agent: *", *(f"Disallow: {root}{path}" for path in APART)]
    if base:
        lines += ["", f"Sitemap: {base}{SITEMAP}"]
    yield Document(PurePosixPath("robots.txt"), ("\n".join(lines) + "\n").encode, "robots.txt")
