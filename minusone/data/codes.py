"""QR codes of rectifications' short addresses, to be printed on notices: black on white, whatever is around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath

from minusone.data.document import Document
from minusone.kinds.rectification import Rectification
from minusone.layout import address, localized
from minusone.pages.context import Page
from minusone.pages.short import short
from minusone.pieces.links import whole
from minusone.site import Site
from minusone.words import LANGS

_QUIET_ZONE = 4
"""In modules, as ISO/IEC 18004 asks for."""


def documents(site: Site, _made: Sequence[Page]) -> Iterator[Document]:
    """One for each rectification and language; none where nobody knows the site's address."""
    if not site.settings.address:
        return
    for record in site.all(Rectification):
        for lang in LANGS:
            path = PurePosixPath(localized(f"{address(record.ref)}qr.svg", lang).lstrip("/"))
            code = whole(site.settings.address, short(record), lang)
            yield Document(path, partial(svg, code), site.sources[record.ref])


def svg(said: str) -> bytes:
    """Legible even if nearly a sixth of it is lost (level M or better), as large as whoever shows it likes."""
    from minusone.qr import code  # Only by who draws: which files there will be is known without it.

    drawn = BytesIO()
    code(said, error="m").save(
        drawn, kind="svg", border=_QUIET_ZONE, dark="#000", light="#fff", omitsize=True, title=said, nl=False
    )
    return drawn.getvalue()
