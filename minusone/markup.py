"""Markdown → safe HTML, with the links and pictures that it names.

Tables, footnotes and definition lists; headings get readable anchors, in Chinese too. A link to a record keeps its
`kind:id` as its address until a page knows where that record lives, and a query `{{ … }}` its place until a page knows
the answer. What comes out holds no script, style or event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from minusone.kinds import KINDS
from minusone.words import TAGS, Bilingual, Lang

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
_SCHEMES = {"http", "https", *KINDS}
_ALIGN = re.compile(r"text-align:\s*(left|center|right)")
_BACK = Bilingual("回到正文（注 {}）", "Back to the text (note {})")
_WIDE = Bilingual("表格", "Table")


@dataclass(frozen=True)
class Html:
    """A body as HTML, and what it leads to: hrefs as written; pictures as (file name, alternative text).

    `queries` are as written; the place of each is held by `PLACE` with its number. `astray` are those in a link or in a
    picture's words.
    """

    html: str
    links: tuple[str, ...] = ()
    pictures: tuple[tuple[str, str], ...] = ()
    queries: tuple[str, ...] = ()
    astray: tuple[str, ...] = ()


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

    def __init__(self, folder: str, lang: Lang) -> None:
        super().__init__()
        self.folder, self.lang = folder, lang
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
            "div", {"class": "wide-table", "tabindex": "0", "role": "region", "aria-label": _WIDE.to(self.lang)}
        )
        box.append(table)
        box.tail, table.tail = table.tail, None
        return box


class _Last(Extension):
    """Runs a treeprocessor after footnotes (50) and headings' anchors (5): what these make is tidied too."""

    def __init__(self, processor: Treeprocessor) -> None:
        super().__init__()
        self.processor = processor

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(self.processor, "tidy", 1)


def to_html(text: str, folder: str, lang: Lang) -> Html:
    """One body. `folder` is its kind's, below which its pictures are published."""
    tidy = _Tidy(folder, lang)
    md = Markdown(
        extensions=[
            "tables",
            "def_list",
            "sane_lists",
            FootnoteExtension(BACKLINK_TITLE=_BACK.to(lang)),
            TocExtension(slugify=slugify_unicode),
            _Last(tidy),
        ],
        output_format="html",
    )
    queries = _Queries(md)
    md.inlinePatterns.register(queries, "query", 185)  # After code (190), before everything else.
    # Markdown only: what raw HTML leads to or shows would be noted by nobody, and could call another host.
    md.preprocessors.deregister("html_block")
    for pattern in ("html", "automail"):
        md.inlinePatterns.deregister(pattern)
    dirty = md.convert(text)
    clean = nh3.clean(dirty, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener")
    html = _TAG_OR_TEXT.sub(_chinese_marked, clean) if lang == "en" else clean
    astray = (text for number, text in enumerate(queries.found) if number not in tidy.queries)
    return Html(html, tuple(tidy.links), tuple(tidy.pictures), tuple(queries.found), tuple(astray))


_TAG_OR_TEXT = re.compile(r"<(?:[^>\"]|\"[^\"]*\")*>|[^<]+")
_CHINESE = re.compile(r"[\u3400-\u9fff](?:[\u3000-\u303f\uff00-\uffef“”]*[\u3400-\u9fff])*")


def _chinese_marked(found: re.Match[str]) -> str:
    """Chinese terms in English text, marked as such for those who have it read out."""
    if found[0].startswith("<"):
        return found[0]
    return _CHINESE.sub(lambda run: f'<span lang="{TAGS["zh"]}">{run[0]}</span>', found[0])
