"""Pages made for paper: rendered and searched like every page, then set as PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from minusone.guarded import Guard, Made
from minusone.plan import Copy, Output, copied
from minusone.problems import Problem
from minusone.refusals import RefusalError
from minusone.words import Bilingual

PAPERS_WORTH_A_WORKER = 4
"""So many take as long as it takes a process to begin."""

_NOWHERE = "http://site.invalid/"
"""Where the pages of a site without an address seem to be, so that their pictures are found."""

_INWARD = re.compile(r'(<a\b(?:[^<>"]|"[^"]*")*?) href="(?!#|[a-z]+:)[^"]*"')
"""A link to another page of the site; those that lead out of it or to a place on the page are not."""


class NoPressError(RefusalError):
    """This computer lacks what PDFs are made with; says which of Debian's packages bring it."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            f"这台电脑不能做 PDF，缺少（Debian 的软件包）：{self}。原来的网站没有动；装好后再试，或不加 --pdf",
            f"PDFs can't be made on this computer, which lacks (names of Debian's packages): {self}. "
            "The old site stays; install them, or build without --pdf",
        )


@dataclass(frozen=True)
class Paper:
    """Makes a page's PDF. What is searched is the page that it is made from, all of it.

    `address` is the site's own, or empty; `styles` the folder of the styles for paper; `pictures` are those that the
    site publishes. A worker can be given it.
    """

    guard: Guard
    address: str
    styles: Path
    pictures: tuple[Copy, ...]

    def __call__(self, output: Output) -> tuple[Made, tuple[Problem, ...]]:
        from minusone import press

        page = replace(output, path=output.path.with_suffix(".html"))
        (path, html), problems = self.guard(page)
        if problems:
            return (output.path, b""), problems
        text = html.decode() if self.address else _INWARD.sub(r"\1", html.decode())
        styles, drawings = ((self.styles / name).read_text("utf-8") for name in ("paper.css", "drawings.css"))
        made = press.pdf(text, styles, drawings, f"{self._base}{path}", self._picture)
        return (output.path, made), ()

    @property
    def _base(self) -> str:
        return self.address or _NOWHERE

    def _picture(self, url: str) -> bytes:
        known = self._by_url.get(url)
        if known is None:
            raise ValueError("no picture of this site")
        return copied(known)[1]

    @cached_property
    def _by_url(self) -> dict[str, Copy]:
        return {f"{self._base}{copy.path}": copy for copy in self.pictures}


def refuse_without_a_press() -> None:
    """Raises NoPressError where no PDF, or none in Chinese, can be made."""
    try:
        from minusone import press
    except OSError:
        raise NoPressError("libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk") from None
    except UserWarning:
        raise NoPressError("fonts-noto-cjk") from None
    if not press.can_write_chinese():
        raise NoPressError("fonts-noto-cjk")
