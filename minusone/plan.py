"""Every file that the site will have: pages in both languages, pictures, assets. Two for one path are refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol

from minusone.data import calendars, codes, feeds, headers, robots, security, sitemap
from minusone.data.document import Document
from minusone.digests import digest
from minusone.faults import TWO_FOR_ONE_PATH
from minusone.layout import STANDARD, Layout
from minusone.pages import (
    activity,
    checks,
    correction,
    diaries,
    figure,
    gone,
    group,
    home,
    ledger,
    lists,
    missing,
    page,
    pictures,
    programme,
    recommendations,
    rectification,
    report,
    search,
    short,
    subscribe,
    team,
    trust,
    unit,
    visit,
)
from minusone.pages.context import Page, frame
from minusone.pages.papers import papers as on_paper
from minusone.pictures import Size
from minusone.places import PAGES_ALONE, Extras
from minusone.problems import Mark, Problem
from minusone.site import Site
from minusone.words import LANGS, Lang

DOCUMENTS: tuple[DocumentMaker, ...] = (feeds, calendars, codes, sitemap, robots, security, headers)

MAKERS = (
    home,
    ledger,
    lists,
    rectification,
    unit,
    programme,
    group,
    team,
    activity,
    visit,
    report,
    page,
    correction,
    gone,
    diaries,
    recommendations,
    checks,
    trust,
    figure,
    pictures,
    search,
    subscribe,
    short,
    missing,
)


FAVICON = "favicon.ico"
"""Browsers ask for it at the root of a host, where what they show names no icon: a feed, a PDF, a picture."""


class Named(Protocol):
    """A file that is to be, and what it is made from, as an editor knows it."""

    @property
    def path(self) -> PurePosixPath: ...

    @property
    def source(self) -> str: ...


class DocumentMaker(Protocol):
    def documents(self, site: Site, made: Sequence[Page]) -> Iterable[Document]:
        """The files of one format, of a site and of its pages."""


@dataclass(frozen=True)
class Output:
    """One page in one language, to be rendered into the file `path`."""

    path: PurePosixPath
    lang: Lang
    page: Page

    @property
    def source(self) -> str:
        """What it is made from, as an editor knows it."""
        return self.page.source or self.page.template

    @property
    def made_of(self) -> bytes:
        return digest(self.page.made_of, self.lang.encode())


@dataclass(frozen=True)
class Copy:
    """A file that goes into the site: a picture made fit for the web in this size, anything else as it is."""

    path: PurePosixPath
    file: Path
    source: str
    size: Size | None = None

    @property
    def made_of(self) -> bytes:
        return digest(self.file.read_bytes(), repr(self.size).encode())


def pages(site: Site, extras: Extras = PAGES_ALONE) -> Iterator[Page]:
    """Every page; `extras` say what else is made, that pages lead to."""
    around = frame(site, extras)
    return (one for maker in MAKERS for one in maker.pages(site, around))


def outputs(made: Iterable[Page], layout: Layout = STANDARD) -> list[Output]:
    """Every page in every language."""
    return [Output(layout.path(page.address, lang), lang, page) for page in made for lang in LANGS]


def papers(site: Site, made: Iterable[Page]) -> list[Output]:
    """What PDFs are made of, in every language, each beside the page which it is of."""
    return [
        Output(STANDARD.path(f"{page.address}{page.paper}.html", lang).with_suffix(".pdf"), lang, page)
        for page in on_paper(site, made)
        for lang in LANGS
    ]


def documents(site: Site, made: Sequence[Page]) -> list[Document]:
    """Every file that is neither page nor copy: feeds, calendars, what search engines and servers ask for."""
    return [one for maker in DOCUMENTS for one in maker.documents(site, made)]


def documented(document: Document) -> tuple[PurePosixPath, bytes]:
    """What is written; a function of its own, so that a worker can be given it."""
    return document.path, document.data


@dataclass(frozen=True)
class Plan:
    """What a site consists of; everything else of it, from reading to publishing, is the same for every plan."""

    pages: Callable[[Site, Extras], Iterable[Page]]
    documents: Callable[[Site, Sequence[Page]], Sequence[Document]]


PRODUCT = Plan(pages, documents)
"""The disclosure website."""


def copies(site: Site, assets: Path) -> list[Copy]:
    """The templates' assets, and every picture that a public record shows."""
    files = sorted(file for file in assets.rglob("*") if file.is_file())
    return [
        *(Copy(_placed(file.relative_to(assets)), file, file.name) for file in files),
        *(
            Copy(_published(source), picture.file, source, picture.size)
            for source, picture in sorted(site.pictures.items())
        ),
    ]


def _placed(asset: Path) -> PurePosixPath:
    return PurePosixPath("" if asset.as_posix() == FAVICON else "assets", asset.as_posix())


def copied(copy: Copy) -> tuple[PurePosixPath, bytes]:
    """What is written; a function of its own, so that a worker can be given it."""
    data = copy.file.read_bytes()
    if not copy.size:
        return copy.path, data
    from minusone.imaging import for_web

    return copy.path, for_web(data)


def sizes(copies: Iterable[Copy]) -> dict[str, Size]:
    """The published pictures' sizes by address, `/rectifications/pictures/lane.png`."""
    return {f"/{copy.path}": copy.size for copy in copies if copy.size}


def _published(source: str) -> PurePosixPath:
    """`content/rectifications/lane.png` → `rectifications/pictures/lane.png`."""
    return PurePosixPath(source.split("/")[1], "pictures", source.rpartition("/")[2])


def clashes(made: Iterable[Named]) -> Iterator[Problem]:
    """Two sources for one file, as a computer sees it that does not tell upper from lower case."""
    taken: dict[str, str] = {}
    for one in made:
        other = taken.setdefault(one.path.as_posix().casefold(), one.source)
        if other != one.source:
            record, list_ = sorted((other, one.source), key=lambda source: source.endswith(".html"))
            yield TWO_FOR_ONE_PATH.at(record, Mark(), output=one.path, other=list_)
