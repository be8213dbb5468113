"""HTML → PDF, by WeasyPrint: tagged, with its fonts, the same bytes for the same page.

It is imported only where PDFs are made: that takes its time, and raises OSError where Pango is missing, UserWarning
where there is no font at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import redirect_stdout
from functools import cache, partial
from hashlib import sha256
from io import StringIO
from warnings import catch_warnings, filterwarnings

from PIL import ImageFile

with redirect_stdout(StringIO()), catch_warnings():  # WeasyPrint prints advice of its own before it raises.
    filterwarnings("error", "(?i).*fontconfig", UserWarning)  # Without any font Pango would end the program.
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse

ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint takes half a picture for a whole one; `check` does not.

SIGNS = "一▲◐✕■✓→✗○"
"""A Chinese character, and the shapes that states are told by: the fonts have to have them."""

_DRAWING = re.compile(r"<svg(?=\s)[^<>]*+>")
_SILENT = "<title> </title>"
"""What stands for a drawing that only repeats the words beside it: PDF/UA asks for some text of every figure."""


class _Known(URLFetcher):  # type: ignore[misc]
    """Finds pictures by their address; neither the network nor the disk is asked for anything."""

    def __init__(self, picture: Callable[[str], bytes]) -> None:
        super().__init__(allowed_protocols=())
        self.picture = picture

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        return URLFetcherResponse(url, self.picture(url))


def pdf(html: str, styles: str, drawings: str, url: str, picture: Callable[[str], bytes]) -> bytes:
    """A page at `url` as PDF/UA, its relative links made whole by that.

    `styles` are CSS for the page, `drawings` CSS for each inline SVG, which the other does not reach. `picture` is
    asked for whatever the page shows, by its whole address; it raises ValueError for what it does not know.
    """
    drawn = _DRAWING.sub(partial(_styled, drawings), html)
    known = _Known(picture)
    page = HTML(string=drawn, base_url=url, url_fetcher=known)
    identifier = sha256(drawn.encode()).hexdigest()[:32].encode()
    return bytes(page.write_pdf(stylesheets=[_sheet(styles)], pdf_variant="pdf/ua-1", pdf_identifier=identifier))


@cache
def _sheet(styles: str) -> CSS:
    return CSS(string=styles, url_fetcher=_Known(_unknown))


def _unknown(url: str) -> bytes:
    raise ValueError(url)


def _styled(drawings: str, tag: re.Match[str]) -> str:
    silent = _SILENT if 'aria-hidden="true"' in tag[0] else ""
    return f"{tag[0]}{silent}<style>{drawings}</style>"


def can_write_chinese() -> bool:
    """Whether the fonts of this computer have Chinese characters, and the shapes of the states."""
    document = HTML(string=f'<p lang="zh-CN">{SIGNS}').render()
    document.write_pdf()
    return not any(font.missing for font in document.fonts.values())
