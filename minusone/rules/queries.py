"""Every query is understood, asks for what is there, and stands where an answer can stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from minusone.check import Checked
from minusone.corpus import Alone, Corpus
from minusone.faults import (
    BAD_QUERY,
    DANGLING_REFERENCE,
    INTERNAL_REFERENCE,
    NO_SUCH_COMMITMENT,
    NOTHING_TO_TRANSLATE,
    QUERY_IN_FIELD,
    QUERY_IN_LINK,
    Fault,
)
from minusone.frontmatter import MOST
from minusone.kinds import KINDS
from minusone.kinds.programme import Programme
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Reported
from minusone.kinds.unit import Unit
from minusone.load import Source
from minusone.markup import Html
from minusone.problems import Mark, Problem
from minusone.queries import Function, Misread, Query, read
from minusone.reckoning.lifecycle import Standing
from minusone.reckoning.units import Tree
from minusone.rules.references import nearest
from minusone.rules.texts import mark, without_code
from minusone.schema import Id, Record, Ref, leaves, parts
from minusone.words import LANGS, Bilingual, Words

Said = tuple[Fault, Mapping[str, object]]


def every_query_is_understood(corpus: Corpus) -> Iterator[Problem]:
    for one in corpus.each:
        for _, source, html in one.written:
            yield from islice(_misunderstood(corpus, one.item, source, html), MOST)


def _misunderstood(corpus: Corpus, item: Checked, source: Source, html: Html) -> Iterator[Problem]:
    for text in dict.fromkeys(html.queries):
        for fault, said in _wrong(corpus, item, read(text)):
            yield fault.at(source.path, _place(source, text), **said)
    for text in dict.fromkeys(html.astray):
        yield QUERY_IN_LINK.at(source.path, _place(source, text), value=text)


def every_figure_is_held_against_a_number(corpus: Corpus) -> Iterator[Problem]:
    """What a reported figure is held against is a count or a sum."""
    for item in corpus.checked:
        for path, reported in parts(item.record, Reported):
            if reported.records:
                asked = read(reported.records)
                for fault, said in _wrong(corpus, item, asked):
                    yield item.at(fault, (*path, "records"), **said)
                if isinstance(asked, Query) and asked.function not in (Function.COUNT, Function.SUM):
                    reason = Bilingual("这里要一个数，用 count 或 sum", "A number is wanted here: a count or a sum")
                    yield item.at(BAD_QUERY, (*path, "records"), value=reported.records, reason=reason)


def no_query_stands_in_a_translation_alone(one: Alone) -> Iterator[Problem]:
    """A translation may say a figure of its source twice, or leave it out, but none that its source does not say."""
    queries = {lang: (source, html.queries) for lang, source, html in one.written}
    if "zh" not in queries or "en" not in queries:
        return
    known = [read(text) for text in queries["zh"][1]]
    source, texts = queries["en"]
    for text in texts:
        asked = read(text)
        if isinstance(asked, Query) and asked not in known:
            yield NOTHING_TO_TRANSLATE.at(source.path, _place(source, text), field=asked)


_BRACES = re.compile(r"\{\{|｛｛")


def no_query_stands_in_a_field(one: Alone) -> Iterator[Problem]:
    for leaf in leaves(one.item.record, Words):
        if leaf.path == ("body",) or leaf.about.internal:
            continue
        for lang, words in zip(LANGS, (leaf.value.zh, leaf.value.en), strict=True):
            if words and _BRACES.search(words):
                yield QUERY_IN_FIELD.at(*one.item.place(leaf.path, lang))


def _wrong(corpus: Corpus, item: Checked, asked: Query | Misread) -> Iterator[Said]:
    if isinstance(asked, Misread):
        yield asked.fault, asked.particulars
        return
    for _, value in asked.filters:
        if isinstance(value, Ref):
            yield from _astray(corpus, item, value)


def _astray(corpus: Corpus, item: Checked, ref: Ref) -> Iterator[Said]:
    """Where a filter names what isn't there, or what the public may not see."""
    if ref.whole not in corpus.by_ref:
        if ref.whole not in corpus.unread:
            yield DANGLING_REFERENCE, {"id": ref.id, "kind": KINDS[ref.kind].label, "suggestion": nearest(corpus, ref)}
        return
    record = corpus.by_ref[ref.whole].record
    if record.internal and not item.record.internal:
        yield INTERNAL_REFERENCE, {"id": ref.id}
    known = [promise.id for promise in record.commitments] if isinstance(record, Programme) else []
    if ref.part and ref.part not in known:
        yield NO_SUCH_COMMITMENT, {"programme": ref.id, "id": ref.part, "known": ", ".join(known) or "-"}


def _place(source: Source, text: str) -> Mark:
    """Where a body first has a query; quotes and lists may have put signs before its lines."""
    words = r"[\s>]+".join(re.escape(word) for word in text.split())
    found = re.search(words, without_code(source.matter.body)) if words else None
    return mark(source, found.start() if found else 0)


# --- what can be asked ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """The public records, as queries ask them."""

    records: Mapping[Ref, Record]
    standings: Mapping[Id, Standing]
    tree: Tree


def public(corpus: Corpus) -> Asked:
    records = {ref: item.record.public() for ref, item in corpus.by_ref.items() if not item.record.internal}
    return Asked(
        records,
        {one.id: corpus.standings[one.id] for one in records.values() if isinstance(one, Rectification)},
        Tree({one.id: one for one in records.values() if isinstance(one, Unit)}),
    )
