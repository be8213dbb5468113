"""A figure's own page: what it counts, in words, and every record that it counts; what is lacking first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from minusone import formats
from minusone.answers import total
from minusone.figures import Figure
from minusone.history.snapshots import snapshot
from minusone.kinds import KINDS
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.pages.context import Frame, Page
from minusone.periods import Period
from minusone.pieces.answer import about, address, asked_of, share
from minusone.pieces.links import LISTS, Link, links
from minusone.pieces.rows import Item, Section, item, items, rows, sections
from minusone.pieces.share import Share
from minusone.queries import OUTCOMES, Function, Query, Value, filters, quantities, query
from minusone.schema import Record, Ref, Term
from minusone.site import Site
from minusone.words import LANGS, Bilingual, Words


@dataclass(frozen=True)
class Part:
    """A record that is added up, with what it gives; None where it does not say."""

    item: Item
    value: Figure | None


@dataclass(frozen=True)
class FigurePage:
    """What the query asks: a share, or a number (None: nothing is known of it), which `unknown` records don't give.

    `parts` are those of a sum, the unknown first; `within` are the texts in which the figure stands. All of it is as it
    stood on the day `as_of`.
    """

    as_of: date

    value: Figure | None
    share: Share | None
    unknown: int
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    parts: tuple[Part, ...]
    within: tuple[Link, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    """One for each query of the site and each day by which it is asked, in the order of their addresses."""
    asked = _asked(site)
    stood = {day: snapshot(site, day) if day else site for _, day in asked}
    for one, day in sorted(asked, key=lambda key: address(*key)):
        context = _context(stood[day], one, day, links(site, asked[one, day]))
        yield Page(address(one, day), "figure.html", frame, worded(site, one, day), context)


def _asked(site: Site) -> dict[tuple[Query, date | None], dict[Ref, None]]:
    """Every query with the day by which it is asked, and the records whose texts or reported figures ask it."""
    found: dict[tuple[Query, date | None], dict[Ref, None]] = {}
    for record in site.records.values():
        for text in _in_body(site, record):
            found.setdefault((query(text), asked_of(site, record)), {})[record.ref] = None
        for text in _in_figures(record):
            found.setdefault((query(text), None), {})[record.ref] = None
    return found


def _in_body(site: Site, record: Record) -> Iterator[str]:
    for lang in LANGS:
        if record.body and (html := site.texts.get((record.ref, lang))):
            yield from html.queries


def _in_figures(record: Record) -> Iterator[str]:
    if isinstance(record, Report):
        yield from (one.records for one in record.figures if one.records)


def _context(site: Site, asked: Query, day: date | None, within: tuple[Link, ...]) -> FigurePage:
    found, now = about(site, asked), site.as_of
    if asked.function is Function.SUM:
        added = total(found, asked.of)
        each = (*((record, None) for record in added.unknown), *added.known)
        parts = tuple(Part(item(site, record), value) for record, value in each)
        return FigurePage(now, added.value, None, len(added.unknown), (), (), parts, within)
    value = Figure(Decimal(len(found)))
    shared = share(site, asked, day) if asked.function is Function.SHARE else None
    if asked.kind == Rectification.kind:
        listed = rows(site, (record for record in found if isinstance(record, Rectification)))
        return FigurePage(now, value, shared, 0, sections(listed), (), (), within)
    return FigurePage(now, value, shared, 0, (), items(site, found), (), within)


# --- in words --------------------------------------------------------------------------------------------------------


def worded(site: Site, asked: Query, day: date | None = None) -> Words:
    """What is counted: 活动（形式：调研；2014年2月25日起）; Activities – form: field research; from 25 February 2014.

    In Chinese alone where a unit or a programme that it names has no English.
    """
    said = [_filter(site, asked.kind, name, value) for name, value in asked.filters]
    if day:
        said.append(Words(f"{formats.day(day, 'zh')}的情况", f"as of {formats.day(day, 'en')}"))
    of = [quantities(asked.kind)[asked.of]] if asked.of else []
    return Words(_zh(asked, of, said), _en(asked, of, said))


def _zh(asked: Query, of: list[Bilingual], said: list[Words]) -> str:
    head = KINDS[asked.kind].label.zh + "".join(f"的{label.zh}合计" for label in of)
    return head + (f"（{'；'.join(one.zh for one in said)}）" if said else "")


def _en(asked: Query, of: list[Bilingual], said: list[Words]) -> str | None:
    plural = Bilingual("", "Rectifications") if asked.kind == Rectification.kind else LISTS[asked.kind]
    head = plural.en + "".join(f", {label.en.lower()} in all" for label in of)
    english = [one.en for one in said if one.en]
    if len(english) < len(said):
        return None
    return " – ".join([head, *(["; ".join(english)] if english else [])])


def _filter(site: Site, kind: str, name: str, value: Value) -> Words:
    label = filters(kind)[name].label
    match value:
        case Period() if name == "from":
            return Words(f"{formats.period(value, 'zh')}起", f"from {formats.period(value, 'en')}")
        case Period():
            return Words(f"至{formats.period(value, 'zh')}", f"until {formats.period(value, 'en')}")
        case Term() if name in OUTCOMES:
            return Words(value.label.zh, value.label.en)
        case Term():
            return Words(f"{label.zh}：{value.label.zh}", f"{label.en.lower()}: {value.label.en}")
        case bool():
            return Words(("" if value else "非") + label.zh, ("" if value else "not ") + label.en.lower())
    named = _named(site, value)
    return Words(f"{label.zh}：{named.zh}", f"{label.en.lower()}: {named.en}" if named.en else None)


def _named(site: Site, ref: Ref) -> Words:
    """A record by its title, a commitment by what was promised."""
    record = site.records[Ref(ref.kind, ref.id)]
    promises = record.commitments if isinstance(record, Programme) else ()
    return next((promise.what for promise in promises if promise.id == ref.part), record.title)
