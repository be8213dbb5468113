"""Markdown → safe HTML, with the links and pictures that it names.

Tables, footnotes and definition lists; headings get readable anchors, in Chinese too. A link to a record keeps its
`kind:id` as its address until a page knows where that record lives, and a query `{{ … }}` its place until a page knows
the answer. What comes out holds no script, style or event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from threading import Lock
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX, AtomicString

from minusone.expressions import Expression
from minusone.prose import SCHEMES, WIDE, prose
from minusone.words import LANGS, TAGS, Bilingual, Lang

_TAGS = {
    *("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "br", "hr", "blockquote", "pre", "code"),
    *("ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    *("a", "img", "abbr", "b", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup"),
    "data",
}
_ATTRIBUTES = {
    "*": {"id", "class", "lang", "title"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "data": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "div": {"tabindex", "role", "aria-label"},
}
_CLEANER = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(SCHEMES), link_rel="noopener")
_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_BACK = Bilingual("回到正文（注 {}）", "Back to the text (note {})")


@dataclass(frozen=True)
class Html:
    """A body as HTML, and what it leads to: hrefs as written; pictures as (file name, alternative text).

    `queries` are as written; the place of each is held by `PLACE` with its number. `astray` are those in a link or in a
    picture's words. `anchors` are what can be led to in it.
    """

    html: str
    links: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    queries: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


PLACE = re.compile(r'<data value="(\d+)"></data>( ?)')
"""Holds a query's place; a space may follow. No text can forge one: its < is escaped, in attributes its quotes are."""

_QUERY = r"(?:\{\{|｛｛).*?(?:\}\}|｝｝|\Z)"


class _Queries(InlineProcessor):
    """Notes what stands between double braces, and holds its place; in code they are only braces."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(_QUERY, md)
        self.found: list[str] = []

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name and shape)
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        self.found.append(self.unescape(m[0]))
        return Element("data", {"value": str(len(self.found) - 1)}), m.start(), m.end()


class _Tidy(Treeprocessor):
    """Notes links and pictures, and turns what a strict page can't have into what it can."""

    def __init__(self, md: Markdown, lang: Lang) -> None:
        super().__init__(md)
        self.lang = lang
        self.begin("")

    def begin(self, folder: str) -> None:
        """Another text, of the kind that is kept in a folder."""
        self.folder = folder
        self.links: list[str] = []
        self.queries: set[int] = set()
        self.pictures: list[tuple[str, str]] = []

    def run(self, root: Element) -> None:
        in_links = {place for link in root.iter("a") for place in link.iter("data")}
        self.queries = {int(place.get("value", "")) for place in root.iter("data") if place not in in_links}
        for parent in list(root.iter()):
            for position, child in enumerate(list(parent)):
                self.element(child)
                if child.tag == "table":
                    parent[position] = self.scrolling(child)

    def element(self, element: Element) -> None:
        match element.tag:
            case "h1":
                element.tag = "h2"
            case "a" if not (element.get("class") or "").startswith("footnote"):
                self.links.append(element.get("href", ""))
            case "img":
                name = element.get("src", "")
                self.pictures.append((name, element.get("alt", "").strip()))
                element.set("src", f"/{self.folder}/pictures/{name}")
            case "th" | "td":
                self.cell(element)

    def cell(self, cell: Element) -> None:
        if aligned := _ALIGN.search(cell.attrib.pop("style", "")):
            cell.set("class", f"align-{aligned[1]}")
        if cell.tag == "th":
            cell.set("scope", "col")

    def scrolling(self, table: Element) -> Element:
        """A table too wide for a phone scrolls in its own box, by keyboard too."""
        box = Element(
            "div", {"class": "wide-table", "tabindex": "0", "role": "region", "aria-label": WIDE.to(self.lang)}
        )
        box.append(table)
        box.tail, table.tail = table.tail, None
        return box


class TangledError(Exception):
    """A text is nested too deeply, or would take too long to read."""


_DEPTH = 24
"""Lists in quotes in lists, and so on."""

_WORK = 1_000_000_000
"""What may be spent on one text: about as many nanoseconds, but counted, so that each machine refuses the same."""

_OF_A_LINE = 150
_OF_A_CHARACTER = 4
"""What the library does for each of a block, as measured, as often as it takes a line off it."""

_OF_A_SIGN = 1
_OF_A_BRACKET = 250
"""What it does for each character of what stands around it: it is quadratic in all of these."""


class _Bounds(BlockProcessor):
    """Sees each block before it is parsed, as often as that is done, and parses none."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.work = 0

    def test(self, parent: Element, block: str) -> bool:
        self.add(_OF_A_LINE * block.count("\n") + _OF_A_CHARACTER * len(block))
        if len(self.parser.state) > _DEPTH:
            raise TangledError
        return False

    def add(self, work: int) -> None:
        self.work += work
        if self.work > _WORK:
            raise TangledError


_SIGNS = "`{｛\\[<&*_"
_INLINE = re.compile(rf"[{re.escape(_SIGNS)}{STX}]|  \n")
"""What every inline pattern needs; the library's own placeholders begin with STX."""


class _PlainText(Treeprocessor):
    """Text in which no inline pattern can find anything needn't be searched by each of them, nor any with too much."""

    def __init__(self, md: Markdown, bounds: _Bounds) -> None:
        super().__init__(md)
        self.bounds = bounds

    def run(self, root: Element) -> None:
        for element in root.iter():
            text = element.text or ""
            if _INLINE.search(text):
                signs, brackets = sum(map(text.count, _SIGNS)), text.count("[")
                self.bounds.add((_OF_A_SIGN * signs + _OF_A_BRACKET * brackets) * len(text))
            elif text:
                element.text = AtomicString(text)


class Converter:
    """Markdown as the bodies in one language have it. It takes long to make, and has state while it runs."""

    def __init__(self, lang: Lang) -> None:
        self.lang, self.turn = lang, Lock()
        self.md = Markdown(
            extensions=[
                "tables",
                "def_list",
                "sane_lists",
                FootnoteExtension(BACKLINK_TITLE=_BACK.to(lang)),
                TocExtension(marker="", slugify=slugify_unicode),
            ],
            output_format="html",
        )
        self.queries, self.tidy, self.bounds = _Queries(self.md), _Tidy(self.md, lang), _Bounds(self.md)
        self.md.parser.blockprocessors.register(self.bounds, "bounds", 200)  # Before all that parse.
        self.md.inlinePatterns.register(self.queries, "query", 185)  # After code (190), before everything else.
        self.md.treeprocessors.register(_PlainText(self.md, self.bounds), "plain", 21)  # Before inline patterns (20).
        # After footnotes (50) and headings' anchors (5): what these make is tidied too.
        self.md.treeprocessors.register(self.tidy, "tidy", 1)
        # Markdown only: what raw HTML leads to or shows would be noted by nobody, and could call another host.
        self.md.preprocessors.deregister("html_block")
        for pattern in ("html", "automail"):
            self.md.inlinePatterns.deregister(pattern)

    def html(self, text: str, folder: str) -> Html:
        """One body, whatever came of the one before. Threads take turns. Raises TangledError."""
        with self.turn:
            self.md.reset()
            self.md.parser.state.clear()  # Of a text that was nested too deeply.
            self.queries.found, self.bounds.work = [], 0
            self.tidy.begin(folder)
            clean = _CLEANER.clean(self.md.convert(text))
            found, tidy = self.queries.found, self.tidy
            astray = tuple(text for number, text in enumerate(found) if number not in tidy.queries)
            return Html(
                _marked(clean) if self.lang == "en" else clean,
                tuple(tidy.links),
                tuple(tidy.pictures),
                tuple(found),
                astray,
                tuple(unescape(anchor) for anchor in _ANCHOR.findall(clean)),
            )


@lru_cache(len(LANGS))
def _converter(lang: Lang) -> Converter:
    return Converter(lang)


def to_html(text: str, folder: str, lang: Lang) -> Html:
    """One body. `folder` is its kind's, below which its pictures are published. Raises TangledError."""
    if plain := prose(text, lang):
        html = _marked(plain.html) if lang == "en" else plain.html
        return Html(html, plain.links, anchors=plain.anchors)
    return _converter(lang).html(text, folder)


_ANCHOR = re.compile(r'<[^<>]* id="([^"]+)"')
_TAG_OR_TEXT = re.compile(r"<(?:[^<>\"]|\"[^\"]*\")*+>|[^<]+")
_CHINESE = Expression(r"[\u3400-\u9fff](?:[\u3000-\u303f\uff00-\uffef“”]*[\u3400-\u9fff])*")


def _marked(html: str) -> str:
    """English in which Chinese terms are marked as such, for those who have it read out."""
    return _TAG_OR_TEXT.sub(_chinese_marked, html) if _CHINESE.compiled.search(html) else html


def _chinese_marked(found: re.Match[str]) -> str:
    if found[0].startswith("<"):
        return found[0]
    return _CHINESE.compiled.sub(lambda run: f'<span lang="{TAGS["zh"]}">{run[0]}</span>', found[0])
