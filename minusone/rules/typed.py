"""Figures that somebody typed into a text of their own: totals that the records contradict, shares without the rest.

A record with sources is left alone: what it says is what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minusone.answers import chosen
from minusone.corpus import Corpus
from minusone.faults import TYPED_SHARE, TYPED_TOTAL
from minusone.kinds.activity import Form
from minusone.load import Source
from minusone.problems import Problem
from minusone.queries import Function, Query
from minusone.rules.queries import public
from minusone.rules.texts import mark, without_code, written
from minusone.words import Lang


def no_total_is_typed_that_the_records_contradict(corpus: Corpus) -> Iterator[Problem]:
    """“共 37 件整改”, “累计 12 次活动”, “37 rectifications in all”, where the kind can be told."""
    typed = [(source, one) for source, lang, text in _own_words(corpus) for one in _totals(text, lang)]
    asked = public(corpus) if typed else None
    for source, one in typed:
        recorded = len(chosen(asked, one.query)) if asked else one.number
        if recorded != one.number:
            place = mark(source, one.position)
            yield TYPED_TOTAL.at(source.path, place, value=one.said, recorded=recorded, query=one.query)


def no_share_is_typed(corpus: Corpus) -> Iterator[Problem]:
    """“销号率 90%”, “100 件中 99 件已办结”, “90 % closed”: an outcome's share says nothing of who is left."""
    for source, lang, text in _own_words(corpus):
        for found in _SHARES[lang].finditer(text):
            yield TYPED_SHARE.at(source.path, mark(source, found.start()), value=_plain(found[0]))


def _own_words(corpus: Corpus) -> Iterator[tuple[Source, Lang, str]]:
    """What an office says itself: spaces for code, queries and emphasis, every other character where it was."""
    for item, lang, source in written(corpus):
        if not item.record.sources and not item.record.internal:
            said = without_code(source.matter.body)
            yield source, lang, _NO_WORDS.sub(lambda found: " " * len(found[0]), said)


_NO_WORDS = re.compile(r"\{\{[^{}\n]*\}\}|[*_\[\]]")


class _Typed(NamedTuple):
    """A total as typed, where, and the query that would compute it."""

    said: str
    position: int
    number: int
    query: Query


_ACTIVITIES = {form: Query(Function.COUNT, "activity", (("form", form),)) for form in Form}
_NOUNS: dict[Lang, dict[str, Query]] = {
    "zh": {
        "整改": Query(Function.COUNT, "rectification"),
        "活动": Query(Function.COUNT, "activity"),
        "督导": Query(Function.COUNT, "visit"),
        **{form.label.zh: query for form, query in _ACTIVITIES.items()},
    },
    "en": {
        "rectification": Query(Function.COUNT, "rectification"),
        "activity": Query(Function.COUNT, "activity"),
        "activitie": Query(Function.COUNT, "activity"),
        "supervision visit": Query(Function.COUNT, "visit"),
        **{form.label.en: query for form, query in _ACTIVITIES.items()},
    },
}
"""What is counted by which word; in English without the -s."""


def _either(words: dict[str, Query]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_NUMBER = r"(?P<number>\d[\d,]*)(?![\d.]*\s*[余多%％+])"
_NOUN_ZH = rf"(?P<noun>{_either(_NOUNS['zh'])})(?!措施|方案|单位|组|室|中心|站|点|要求|建议|意见|内容)"
_NOUN_EN = rf"(?P<noun>{_either(_NOUNS['en'])})s?\b"
_IN_ALL = "(?:一共|总共|共计|累计|合计|总计|共)"
_TOTALS: dict[Lang, tuple[re.Pattern[str], ...]] = {
    "zh": (
        re.compile(rf"{_IN_ALL}[^，。；：、\n\d]{{0,8}}?{_NUMBER}\s*[件次条个项场份]\s*{_NOUN_ZH}"),
        re.compile(rf"{_IN_ALL}[^，。；：、\n\d]{{0,4}}?{_NOUN_ZH}\s*{_NUMBER}\s*[件次条个项场份]"),
        re.compile(rf"{_NOUN_ZH}[^，。；：、\n\d]{{0,4}}?{_IN_ALL}\s*{_NUMBER}\s*[件次条个项场份]"),
    ),
    "en": (
        re.compile(rf"(?<!over )(?<!than )\b{_NUMBER}\s+{_NOUN_EN}\s+(?:in all|in total|altogether|so far|to date)"),
        re.compile(rf"(?i:a total of|in all,|in total,|altogether,?)\s+{_NUMBER}\s+{_NOUN_EN}"),
    ),
}

_SHARE_ZH = (
    r"(?:\d[\d.]*\s*[%％]|百分之[零〇一二三四五六七八九十百点\d]+|[一二三四五六七八九\d]成(?![立员果效为长])|\d+\s*[/／]\s*\d+\s*[件个项次条]"
    r"|\d+\s*[件个项次条]\s*[中里][^，。；：\n\d]{0,6}\d+\s*[件个项次条])"
)
_SHARE_EN = (
    r"(?:\d[\d.]*\s*(?:%|per ?cent\b)|\d+\s+(?:out\s+)?of\s+(?:the\s+)?\d+|\d+/\d+"
    r"|\b[a-z]+\s+(?:in|out\s+of)\s+ten\b)"
)
_OUTCOME_ZH = "(?:销号|办结|完成|整改|解决|结案|落实)"
_OUTCOME_EN = r"(?:closed|closure|resolved|rectified|completed|completion|solved|done)\b"
_SHARES: dict[Lang, re.Pattern[str]] = {
    "zh": re.compile(
        rf"{_OUTCOME_ZH}[^，。；：\n\d]{{0,8}}?{_SHARE_ZH}|{_SHARE_ZH}[^，。；：\n\d]{{0,8}}?{_OUTCOME_ZH}"
        rf"|\d+\s*[件个项条][^，。；：\n\d]{{0,8}}?{_OUTCOME_ZH}[了完成]{{0,3}}\s*\d+\s*[件个项条]"
    ),
    "en": re.compile(rf"\b{_OUTCOME_EN}[^.,;:\n\d]{{0,25}}?{_SHARE_EN}|{_SHARE_EN}[^.,;:\n\d]{{0,25}}?\b{_OUTCOME_EN}"),
}


def _totals(text: str, lang: Lang) -> Iterator[_Typed]:
    for pattern in _TOTALS[lang]:
        for found in pattern.finditer(text):
            number = int(found["number"].replace(",", ""))
            yield _Typed(_plain(found[0]), found.start(), number, _NOUNS[lang][found["noun"]])


def _plain(said: str) -> str:
    return " ".join(said.split())
