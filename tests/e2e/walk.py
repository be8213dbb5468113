"""A walk through a site in a browser: from its home page along every link, noting all that a page asks for and says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict
from urllib.parse import unquote, urldefrag

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

LANGUAGES = {"zh": "zh-CN", "en": "en"}

_SHORT = re.compile(r"(?:en/)?r/[^/]+/index\.html")
"""Short addresses are no pages to look at: the browser is led on at once."""

_NOT_LED_TO = {
    ".minusone",
    ".well-known/security.txt",
    "404.html",
    "_headers",
    "assets/card.png",
    "assets/search.js",
    "en/404.html",
    "favicon.ico",
    "robots.txt",
    "sitemap.xml",
}
"""The builder's own mark, and what servers, search engines and other sites look for without a reader.

The search page asks for its script only where there is an index.
"""

# Run in the page by the browser, also where the page's own scripts are switched off.
_LOOK = """() => {
    const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
    const seen = element => element.getClientRects().length > 0;
    const overflow = () => document.scrollingElement.scrollWidth - innerWidth;
    const enlarge = () => document.querySelector('header input[type=checkbox]')?.click();
    const look = {
        lang: document.documentElement.lang,
        h1: all('h1', seen).length,
        main: all('main', seen).length,
        ids: all('[id]', element => element.id),
        links: all('a[href], link[href]', element => element.href),
        pictures: all('img, script[src]', element => element.src),
        switches: all('a[hreflang]', element => [element.hreflang, element.href]),
        days: [...document.querySelectorAll('footer time')].filter(seen).map(element => element.dateTime),
        overflow: overflow(),
    };
    enlarge();
    look.overflow_enlarged = overflow();
    enlarge();
    return look;
}"""


class Look(TypedDict):
    """How a page looks: visible h1, main and dates in its footer, all that it names, the pixels that stick out.

    `overflow_enlarged` are those in large print.
    """

    lang: str
    h1: int
    main: int
    ids: list[str]
    links: list[str]
    pictures: list[str]
    switches: list[tuple[str, str]]
    days: list[str]
    overflow: int
    overflow_enlarged: int


@dataclass(frozen=True)
class Place:
    """Where a site is seen: the address that all of it lies below, the first page, and the folder it comes from."""

    root: str
    home: str
    folder: Path

    @classmethod
    def on_server(cls, address: str, folder: Path) -> Place:
        return cls(address, address, folder)

    @classmethod
    def on_disk(cls, folder: Path) -> Place:
        return cls(f"{folder.as_uri()}/", (folder / "index.html").as_uri(), folder)

    def file(self, url: str) -> str | None:
        """The site's file that an address names, as a path within the site; None for what lies elsewhere."""
        address = urldefrag(url).url
        if not address.startswith(self.root):
            return None
        path = unquote(address.removeprefix(self.root))
        pretty = self.root.startswith("http") and (not path or path.endswith("/"))
        return f"{path}index.html" if pretty else path


@dataclass
class Walk:
    """What was found: pages by their file, everything that was asked for, and what went wrong."""

    place: Place
    pages: dict[str, Look] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)

    def faults(self, as_of: str) -> list[str]:
        """Everything that this walk found wrong with the site."""
        whole = [f"{file}: {fault}" for file, look in self.pages.items() for fault in self._page(file, look, as_of)]
        return [*self.wrong, *self._elsewhere(), *self._unreached(), *whole]

    def _elsewhere(self) -> Iterator[str]:
        yield from (f"a request to {url}" for url in sorted(self.asked) if self.place.file(url) is None)

    def _unreached(self) -> Iterator[str]:
        """Files that no page leads to. The builder's mark is none of the site's; of the index only a search asks."""
        named = {url for look in self.pages.values() for url in look["links"] + look["pictures"]}
        reached = {self.place.file(url) for url in named | self.asked} | _NOT_LED_TO
        folder = self.place.folder
        files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        yield from (
            f"{file}: nothing leads there" for file in sorted(files - reached) if not file.startswith("pagefind/")
        )

    def _page(self, file: str, look: Look, as_of: str) -> Iterator[str]:
        lang = language(file)
        if look["lang"] != LANGUAGES[lang]:
            yield f"lang is “{look['lang']}”"
        if look["h1"] != 1 or look["main"] != 1:
            yield f"{look['h1']} h1 and {look['main']} main"
        if as_of not in look["days"]:
            yield "does not show the day that it speaks of"
        if look["overflow"] > 0:
            yield f"{look['overflow']} pixels wider than the window"
        if look["overflow_enlarged"] > 0:
            yield f"{look['overflow_enlarged']} pixels wider than the window in large print"
        if (other := counterpart(file)) not in self._switched(look):
            yield f"does not lead to {other}"
        yield from self._broken(look)

    def _switched(self, look: Look) -> set[str | None]:
        tags = set(LANGUAGES.values()) - {look["lang"]}
        return {self.place.file(url) for tag, url in look["switches"] if tag in tags}

    def _broken(self, look: Look) -> Iterator[str]:
        for url in sorted({*look["links"], *look["pictures"]}):
            file = self.place.file(url)
            fragment = unquote(urldefrag(url).fragment)
            if file is None:
                if not url.startswith(("http://", "https://", "mailto:", "tel:")) or self._same_host(url):
                    yield f"leads out of the site, to {url}"
            elif not (self.place.folder / file).is_file():
                yield f"broken link to {url}"
            elif fragment and file in self.pages and fragment not in self.pages[file]["ids"]:
                yield f"broken link to {url}: there is no such place on that page"

    def _same_host(self, url: str) -> bool:
        return url.split("/")[:3] == self.place.root.split("/")[:3]


def language(file: str) -> str:
    return "en" if file.startswith("en/") else "zh"


def counterpart(file: str) -> str:
    """The file of the same page in the other language."""
    return file.removeprefix("en/") if language(file) == "en" else f"en/{file}"


def walk(context: BrowserContext, place: Place) -> Walk:
    """Open every page that can be reached from the first one."""
    found = Walk(place)
    page = context.new_page()
    _listen(page, found)
    waiting = [place.home]
    while waiting:
        url = waiting.pop()
        file = place.file(url)
        if file is None or file in found.pages or not file.endswith(".html") or not (place.folder / file).is_file():
            continue
        if _SHORT.fullmatch(file):
            continue
        response = page.goto(url)
        if response and not response.ok:
            found.wrong.append(f"{url}: status {response.status}")
        look: Look = page.evaluate(_LOOK)
        found.pages[file] = look
        waiting += [urldefrag(link).url for link in look["links"]]
    return found


def _listen(page: Page, found: Walk) -> None:
    def complain(of: str) -> None:
        found.wrong.append(f"{page.url}: {of}")

    def fail(request: Request) -> None:
        # What was still on its way when the walk went on is given up by the browser.
        if request.failure != "net::ERR_ABORTED":
            complain(f"{request.url} could not be loaded")

    def overhear(said: ConsoleMessage) -> None:
        if said.type == "error":
            complain(said.text)

    page.on("request", lambda request: found.asked.add(request.url))
    page.on("requestfailed", fail)
    page.on("pageerror", lambda error: complain(error.message))
    page.on("console", overhear)
