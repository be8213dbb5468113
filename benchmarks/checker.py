"""Whether a built site shows what every contender has to show: `python -m benchmarks.checker SITE CORPUS`.

Facts are compared, not bytes: white space, classes and the order of attributes are free; addresses are not.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import TypedDict

import click

from benchmarks.records import BASE, SECTIONS, Status
from minusone.words import LANGS, TAGS, Lang


class Expected(TypedDict):
    """What is known of a record; `table` says whether its text has one."""

    id: str
    section: str
    unit: str
    status: str
    date: str
    deadline: str
    links: list[str]
    title: dict[str, str]
    table: bool


_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
_HEAD = re.compile(r"<head>.*?</head>", re.DOTALL)
_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ANCHOR = re.compile(r"<a\b[^>]*?\bhref=[\"']?([^\"'\s>]+)[\"']?[^>]*>(.*?)</a>", re.DOTALL)
_RECORD = re.compile(r"/\w\w/[a-z]+/([rav]-\d{6})/")


def _words(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


@dataclass(frozen=True)
class _Page:
    """A page of a site; of one that isn't there nothing is shown."""

    html: str

    @cached_property
    def main(self) -> str:
        found = _MAIN.search(self.html)
        return found[1] if found else ""

    @property
    def heading(self) -> str:
        found = _HEADING.search(self.main)
        return _words(found[1]) if found else ""

    @cached_property
    def links(self) -> list[tuple[str, str]]:
        """In `main`: addresses on this host, with the words of the link."""
        return [(unescape(href).removeprefix(BASE), _words(words)) for href, words in _ANCHOR.findall(self.main)]

    @property
    def records(self) -> list[str]:
        """The addresses of the records that it links to."""
        return [address for address, _ in self.links if _RECORD.fullmatch(address)]


@dataclass(frozen=True)
class Checker:
    """A site in a folder, and what it is to show."""

    site: Path
    records: Sequence[Expected]
    per_page: int
    newest: int

    @classmethod
    def of(cls, site: Path, corpus: Path) -> Checker:
        return cls(site, **json.loads((corpus / "expected.json").read_text("utf-8")))

    def faults(self) -> Iterator[str]:
        """Everything that is lacking or wrong, each with its address."""
        for lang in LANGS:
            for record in self.records:
                yield from self._record(record, lang)
            for section in SECTIONS.values():
                yield from self._lists(section, lang)
            for unit in sorted({record["unit"] for record in self.records}):
                yield from self._unit(unit, lang)
            yield from self._home(lang)
            yield from self._feed(lang)
        yield from self._sitemap()

    def faults_of_the_product(self) -> Iterator[str]:
        """Of the product's own pages only this: that each record has its own, in both languages, with its title."""
        for lang in LANGS:
            for record in self.records:
                at = f"{'' if lang == 'zh' else '/en'}/{record['section']}/{record['id']}/"
                if self._page(at).heading != record["title"][lang]:
                    yield f"{at}: title"

    # --- pages ---

    def _record(self, record: Expected, lang: Lang) -> Iterator[str]:
        at = address(record, lang)
        page = self._page(at)
        other = address(record, "en" if lang == "zh" else "zh")
        linked = [self.by_id[id] for id in record["links"]]
        facts = (record["id"], record["date"], record["deadline"])
        shown: Mapping[str, bool] = {
            "language": f'lang="{TAGS[lang]}"' in page.html[: page.html.find("<head>")],
            "title": page.heading == record["title"][lang],
            "other language": f'href="{other}"' in _HEAD.sub("", page.html),
            "fields": page.main.count("<dt>") == 7 and all(f">{fact}<" in page.main for fact in facts),
            "status": f'class="{record["status"]}"' in page.main,
            "unit": any(href == f"/{lang}/units/{record['unit']}/" for href, _ in page.links),
            "paragraphs": page.main.count("<p>") >= 4,
            "list": page.main.count("<li>") >= 2,
            "table": page.main.count("<td") == (9 if record["table"] else 0),
            "linked records": [link for link in page.links if _RECORD.fullmatch(link[0])]
            == [(address(one, lang), one["title"][lang]) for one in linked],
        }
        yield from (f"{at}: {what}" for what, is_right in shown.items() if not is_right)

    def _lists(self, section: str, lang: Lang) -> Iterator[str]:
        mine = self._newest(record for record in self.records if record["section"] == section)
        seen: list[str] = []
        for start in range(0, len(mine), self.per_page):
            at = f"/{lang}/{section}/" + (f"page/{start // self.per_page + 1}/" if start else "")
            seen += (found := self._page(at).records)
            if self._days(found) != [record["date"] for record in mine[start : start + self.per_page]]:
                yield f"{at}: records"
        if Counter(seen) != Counter(address(record, lang) for record in mine):
            yield f"/{lang}/{section}/: every record once"

    def _unit(self, unit: str, lang: Lang) -> Iterator[str]:
        at = f"/{lang}/units/{unit}/"
        page = self._page(at)
        mine = self._newest(record for record in self.records if record["unit"] == unit)
        groups = [[record for record in mine if record["status"] == status] for status in Status]
        ordered = [record for group in groups for record in group]
        if Counter(page.records) != Counter(address(record, lang) for record in mine):
            yield f"{at}: every record once"
        elif [self._known(href)["status"] for href in page.records] != [record["status"] for record in ordered]:
            yield f"{at}: order of status"
        elif self._days(page.records) != [record["date"] for record in ordered]:
            yield f"{at}: newest first"
        if page.main.count("<h2") != sum(1 for group in groups if group):
            yield f"{at}: a heading for each status"

    def _home(self, lang: Lang) -> Iterator[str]:
        at = f"/{lang}/"
        page = self._page(at)
        counts = Counter(record["status"] for record in self.records)
        if re.findall(r"<dd>(\d+)</dd>", page.main) != [str(counts[status]) for status in Status]:
            yield f"{at}: counts"
        if self._days(page.records) != [record["date"] for record in self._newest(self.records)[: self.newest]]:
            yield f"{at}: newest records"
        units = {record["unit"] for record in self.records}
        if not units <= {href.split("/")[3] for href, _ in page.links if href.startswith(f"/{lang}/units/")}:
            yield f"{at}: units"

    # --- other files ---

    def _feed(self, lang: Lang) -> Iterator[str]:
        feed = self._read(f"{lang}/feed.xml")
        found = re.findall(rf"<link>{BASE}(/{lang}/[a-z]+/[rav]-\d{{6}}/)</link>", feed)
        if self._days(found) != [record["date"] for record in self._newest(self.records)[: self.newest]]:
            yield f"/{lang}/feed.xml: newest records"

    def _sitemap(self) -> Iterator[str]:
        maps = (file.read_text("utf-8") for file in sorted(self.site.rglob("sitemap*.xml")))
        found = Counter(place for text in maps for place in re.findall(rf"<loc>{BASE}(/[^<]+)</loc>", text))
        for lang in LANGS:
            for at in (address(record, lang) for record in self.records):
                if found[at] != 1:
                    yield f"/sitemap.xml: {at}"

    # --- what is known ---

    @cached_property
    def by_id(self) -> dict[str, Expected]:
        return {record["id"]: record for record in self.records}

    def _newest(self, records: Sequence[Expected] | Iterator[Expected]) -> list[Expected]:
        return sorted(records, key=lambda record: record["date"], reverse=True)

    def _known(self, href: str) -> Expected:
        return self.by_id[href.split("/")[3]]

    def _days(self, addresses: Sequence[str]) -> list[str]:
        """The day of each record; nothing of one that nobody knows."""
        ids = (href.split("/")[3] for href in addresses)
        return [self.by_id[id]["date"] if id in self.by_id else "" for id in ids]

    def _page(self, at: str) -> _Page:
        return _Page(self._read(f"{at[1:]}index.html"))

    def _read(self, path: str) -> str:
        file = self.site / path
        return file.read_text("utf-8") if file.is_file() else ""


def address(record: Expected, lang: Lang) -> str:
    return f"/{lang}/{record['section']}/{record['id']}/"


@click.command(help="Check the SITE that was built of a CORPUS; each line says what is lacking, and where.")
@click.argument("site", type=click.Path(path_type=Path, exists=True))
@click.argument("corpus", type=click.Path(path_type=Path, exists=True))
def main(site: Path, corpus: Path) -> None:
    faults = list(Checker.of(site, corpus).faults())
    for fault in faults:
        click.echo(fault)
    raise SystemExit(1 if faults else 0)


if __name__ == "__main__":
    main()
