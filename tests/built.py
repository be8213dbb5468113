"""Sites that were linked, planned or built from one string, and what a reader of their pages finds there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import TypeVar
from urllib.parse import urljoin

from minusone import link, pipeline, plan, rebuild, settings
from minusone.pages.context import Page
from minusone.places import Places
from minusone.problems import parted
from minusone.reckoning.lifecycle import Group
from minusone.site import Site
from tests.sites import progress, rectification, site, where

T = TypeVar("T")
TEMPLATES = Path(__file__).parents[1] / "templates"

REGISTERED = "date: 2014-03-01, step: registered"
DONE = (
    REGISTERED,
    "date: 2014-03-02, step: assigned",
    "date: 2014-03-03, step: started",
    "date: 2014-03-04, step: submitted, evidence: 照片",
    "date: 2014-03-05, step: verified, residents: 3",
    "date: 2014-03-06, step: closed",
)
_LIVES = {
    Group.OVERDUE: progress(REGISTERED),
    Group.OPEN: progress(REGISTERED),
    Group.DECLINED: progress(REGISTERED, "date: 2014-03-02, step: declined, reason: 不属本区"),
    Group.WITHHELD: progress(REGISTERED, "date: 2014-03-02, step: withheld, basis: 条例第十五条"),
    Group.CLOSED: progress(*DONE, "date: 2014-04-05, step: followed_up, verdict: satisfied, asked: 9"),
    Group.MERGED: progress(REGISTERED, "date: 2014-03-02, step: merged, into: 2014-001"),
}


def one(group: Group, id: str = "2014-001", fields: str = "") -> str:
    """A rectification that today belongs to the group; a merged one went into 2014-001."""
    late = "deadline: 2014-04-20\n" if group is Group.OVERDUE and "deadline:" not in fields else ""
    return rectification(f"{fields}\n{late}{_LIVES[group]}", id=id)


def places(folder: Path, text: str) -> Places:
    """A fixture site with the project's own templates."""
    return replace(site(folder, text), templates=TEMPLATES)


def linked(where_: Places) -> Site:
    """The Site of a content without problems."""
    said = settings.settings(where_.config)
    whole, problems = pipeline.corpus(where_, said, settings.today(said, None), workers=1)
    assert where(parted(problems)[0]) == []
    return link.site(whole)


def planned(folder: Path, text: str) -> dict[str, Page]:
    """Every page by its address in the Chinese half."""
    return {page.address: page for page in plan.pages(linked(site(folder, text)))}


def context(pages: Mapping[str, Page], address: str, kind: type[T]) -> T:
    """What the template of the page at an address may see."""
    found = pages[address].context
    assert isinstance(found, kind)
    return found


def built(folder: Path, text: str) -> dict[str, str]:
    """Every page's HTML by its file, `en/units/index.html`."""
    where_ = places(folder, text)
    rebuild.build(where_, None, workers=1)
    return {path: data.decode() for path, data in held(where_.out).items() if path.endswith(".html")}


@lru_cache(8)
def published(text: str) -> Mapping[str, str]:
    """The same of a site that several tests read: it is made once."""
    with TemporaryDirectory() as folder:
        return MappingProxyType(built(Path(folder), text))


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@dataclass(eq=False)
class Element:
    """An element with what is in it: its text, and the language that it is in."""

    tag: str
    attributes: dict[str, str]
    lang: str
    inside: Element | None = None
    text: str = ""
    holds: list[Element] = field(default_factory=list)

    def all(self, tag: str = "", of_class: str = "") -> list[Element]:
        """Every element below, in order, of a tag and of a class."""
        return [one for one in self._below() if tag in ("", one.tag) and (not of_class or of_class in one.classes)]

    def _below(self) -> Iterator[Element]:
        for child in self.holds:
            yield child
            yield from child._below()

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def words(self) -> str:
        """All text in it and below, with single spaces."""
        return " ".join("".join(part.text for part in self.all("#text")).split())

    @property
    def around(self) -> Iterator[Element]:
        """Itself, then what it is in, from the nearest outwards."""
        yield self
        if self.inside:
            yield from self.inside.around


_VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "col"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.at = Element("", {}, "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        element = Element(tag, given, given.get("lang", self.at.lang), self.at)
        self.at.holds.append(element)
        if tag not in _VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.inside
        self.at = self.at.inside

    def handle_data(self, data: str) -> None:
        self.at.holds.append(Element("#text", {}, self.at.lang, self.at, data))


def read(html: str) -> Element:
    """A page as its reader's browser sees it; every element is closed in its turn."""
    reader = _Reader()
    reader.feed(html)
    assert not reader.at.inside
    return reader.at


def leads_to(path: str, link: Element) -> str:
    """The file of the page that a link on the page in another file leads to."""
    return urljoin(f"/{path}", link.attributes["href"].partition("#")[0]).lstrip("/") + "index.html"
