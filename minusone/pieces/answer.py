"""A query's answer where the query stood: a figure that leads to the records it counts, their titles, or a share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from markupsafe import Markup, escape

from minusone.answers import chosen, total, whole
from minusone.figures import Figure
from minusone.formats import figure, number
from minusone.kinds import KINDS
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.layout import localized
from minusone.pieces.links import Link, links
from minusone.pieces.rows import newest_first
from minusone.pieces.share import NAMED, Share
from minusone.queries import OUTCOMES, Function, Query, dated
from minusone.schema import Record, Term
from minusone.site import Site
from minusone.words import Bilingual, Lang

LISTED = 10
"""How many titles stand in a text; the others are on the list's own page."""

UNITS = {
    "rectification": "件",
    "activity": "次",
    "visit": "次",
    "unit": "个",
    "programme": "项",
    "group": "个",
    "team": "个",
    "report": "份",
    "page": "页",
    "correction": "条",
}
"""The Chinese measure word of each kind."""

_SEMICOLON = Bilingual("；", "; ")
_BRACKETS = Bilingual("（{}）", " ({})")
_NONE = Bilingual("没有", "none")
_AND_MORE = Bilingual("等", " and others")
_IN_ALL = Bilingual("共 {n} {unit}", "{n} in all")
_EACH = Bilingual("逐{unit}列出", "each of them")
_NOT_KNOWN = Bilingual("不详", "not known")
_LACKING = Bilingual("另有 {n} {unit}没有写明", "not stated for {n} more")
_ALL_LACKING = Bilingual("{n} {unit}都没有写明", "not stated for any of {n}")
_SAMPLES = Bilingual("含示例", "incl. samples")


@dataclass(frozen=True)
class Answer:
    """What the records answer, and the `address` of the page that lists them.

    `value` is a number (None: nothing is known of it), the records by title, or a share. `unit` is the Chinese measure
    word; `unknown` says how many records don't give what was added up, `sample` that a made-up record is among them.
    """

    address: str
    unit: str
    sample: bool
    value: Figure | tuple[Link, ...] | Share | None
    unknown: int = 0

    def said(self, lang: Lang) -> Markup:
        """As HTML for running text; addresses are those of the language's half."""
        remarks = list(self._remarks(lang))
        if not remarks:
            return self._main(lang)
        said = escape(_SEMICOLON.to(lang)).join(remarks)
        return self._main(lang) + Markup('<small class="quiet">{}</small>').format(_in_brackets(said, lang))

    def _main(self, lang: Lang) -> Markup:
        match self.value:
            case Share():
                return self.value.said(lang)
            case ():
                return self._link(_NONE, lang)
            case tuple():
                named = escape(_SEMICOLON.to(lang)).join(
                    Markup('<a href="{}">{}</a>').format(localized(one.address, lang), escape(one.title.to(lang)))
                    for one in self.value[:LISTED]
                )
                return named + (_AND_MORE.to(lang) if len(self.value) > LISTED else "")
            case Figure():
                return self._link(figure(self.value, lang), lang)
        return self._link(_NOT_KNOWN, lang)

    def _remarks(self, lang: Lang) -> Iterator[Markup | str]:
        """What belongs to it: the way to each record, what isn't known, and that samples are among them."""
        if isinstance(self.value, Share) and not self.value.everyone:
            yield self._link(_EACH, lang)
        if isinstance(self.value, tuple) and self.value:
            yield self._link(_IN_ALL, lang, len(self.value))
        if self.unknown:
            said = _LACKING if self.value else _ALL_LACKING
            yield said.to(lang).format(n=number(self.unknown, lang), unit=self.unit)
        if self.sample:
            yield _SAMPLES.to(lang)

    def _link(self, words: Bilingual | str, lang: Lang, n: int = 0) -> Markup:
        said = words if isinstance(words, str) else words.to(lang).format(n=number(n, lang), unit=self.unit)
        return Markup('<a class="figure" href="{}">{}</a>').format(localized(self.address, lang), said)


def _in_brackets(said: Markup, lang: Lang) -> Markup:
    return escape(_BRACKETS.to(lang)).format(said)


def answer(site: Site, query: Query, day: date | None = None) -> Answer:
    """What the site's records answer to a query; with a day, the site is as it stood then."""
    found = about(site, query)
    page, unit, sample = address(query, day), UNITS[query.kind], any(record.sample for record in found)
    match query.function:
        case Function.SUM:
            added = total(found, query.of)
            return Answer(page, unit, sample, added.value, len(added.unknown))
        case Function.LIST:
            return Answer(page, unit, sample, links(site, (record.ref for record in found)))
        case Function.SHARE:
            return Answer(page, unit, sample, share(site, query, day))
    return Answer(page, unit, sample, Figure(Decimal(len(found))))


def asked_of(site: Site, record: Record) -> date | None:
    """The day by which a record's text asks: of a report that is over its last, so that it says what it said then."""
    return record.period.last if isinstance(record, Report) and record.period.last < site.as_of else None


def address(query: Query, day: date | None = None) -> str:
    """Every query has a page of its own, and one for each earlier day by which it is asked."""
    return f"/figures/{query.slug}{f'--on-{day}' if day else ''}/"


def about(site: Site, query: Query) -> tuple[Record, ...]:
    """The records that an answer rests on, in the order in which lists show them."""
    found = whole(site, query)
    if query.kind == Rectification.kind:
        return site.in_ledger_order(tuple(record for record in found if isinstance(record, Rectification)))
    return newest_first(found) if dated(KINDS[query.kind]) else found


def share(site: Site, query: Query, day: date | None = None) -> Share:
    """How many of a whole the query's outcome holds of; those of which it does not, in ledger order."""
    held = {record.ref for record in chosen(site, query)}
    every = about(site, query)
    lacking = links(site, (record.ref for record in every if record.ref not in held))
    everyone = address(query, day) if len(lacking) > NAMED else ""
    return Share(len(every), lacking, outcome(query).label, UNITS[query.kind], everyone)


def outcome(query: Query) -> Term:
    """The state or the group that a share is of."""
    return next(value for name, value in query.filters if name in OUTCOMES and isinstance(value, Term))
