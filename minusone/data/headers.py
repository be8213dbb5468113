"""`_headers`: what Netlify, Cloudflare Pages and others that host static sites are to send with every file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from minusone.data.document import Document
from minusone.pages.context import Page
from minusone.policy import HEADERS, KEPT
from minusone.site import Site


def documents(site: Site, made: Sequence[Page]) -> Iterable[Document]:
    """How long pages are kept is left to the host, which asks each time: two rules for one file would add up."""
    lines = ["/*", *(f"  {name}: {said}" for name, said in HEADERS.items()), "/assets/*", f"  Cache-Control: {KEPT}"]
    yield Document(PurePosixPath("_headers"), ("\n".join(lines) + "\n").encode, "_headers")
