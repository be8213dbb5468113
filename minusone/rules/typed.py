"""Figures that somebody typed into a text of their own: totals that the records contradict, shares without the rest.

A record with sources is left alone: what it says is what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from minusone.answers import chosen
from minusone.corpus import Alone, Corpus
from minusone.expressions import Expression
from minusone.faults import TYPED_SHARE, TYPED_TOTAL
from minusone.frontmatter import MOST
from minusone.kinds.activity import Form
from minusone.load import Source
from minusone.problems import Problem
from minusone.queries import Function, Query
from minusone.rules.queries import public
from minusone.rules.texts import mark, without_code
from minusone.words import Lang


def no_total_is_typed_that_the_records_contradict(corpus: Corpus) -> Iterator[Problem]:
    """“共 37 件整改”, “累计 12 次活动”, “37 rectifications in all”, where the kind can be told."""
    found = [(source, typed) for one in corpus.each for source, typed in _typed(one)]
    asked = public(corpus) if found else None
    for source, typed in found:
        recorded = len(chosen(asked, typed.query)) if asked else typed.number
        if recorded != typed.number:
            place = mark(source, typed.position)
            yield TYPED_TOTAL.at(source.path, place, value=typed.said, recorded=recorded, query=typed.query)


def _typed(one: Alone) -> Iterator[tuple[Source, Typed]]:
    for lang, source in _own(one):
        for typed in islice(totals(source.matter.body, lang), MOST):
            yield source, typed


def no_share_is_typed(one: Alone) -> Iterator[Problem]:
    """“销号率 90%”, “100 件中 99 件已办结”, “90 % closed”: an outcome's share says nothing of who is left."""
    for lang, source in _own(one):
        for position, said in shares(source.matter.body, lang):
            yield TYPED_SHARE.at(source.path, mark(source, position), value=said)


def _own(one: Alone) -> Iterator[tuple[Lang, Source]]:
    """What an office says itself."""
    if not one.item.record.sources and not one.item.record.internal:
        yield from ((lang, source) for lang, source, _ in one.written)


def _words(body: str) -> str:
    """Spaces for code, queries and emphasis, every other character where it was."""
    text = without_code(body)
    for sign in "*_[]":
        text = text.replace(sign, " ")
    return _QUERY.sub(lambda found: " " * len(found[0]), text) if "{{" in text else text


_QUERY = re.compile(r"\{\{[^{}\n]*\}\}")


class Typed(NamedTuple):
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


class Sought(NamedTuple):
    """Something that is said only where one of some `words` stands, so that most texts need not be searched.

    If it `begins` in one of some ways only, it is tried nowhere else, `but` where that finds what may begin anyhow.
    """

    words: tuple[str, ...]
    whole: Expression
    begins: tuple[re.Pattern[str], ...] = ()
    but: re.Pattern[str] | None = None

    def each(self, text: str, lower: str) -> Iterator[re.Match[str]]:
        """As `whole.finditer` would find it; `lower` is the text in small letters, if these don't matter."""
        if not any(word in lower for word in self.words):
            return
        if not self.begins or (self.but and self.but.search(text)):
            yield from self.whole.compiled.finditer(text)
            return
        end = 0
        for start in sorted({found.start() for begin in self.begins for found in begin.finditer(text)}):
            if start >= end and (found := self.whole.compiled.match(text, start)):
                end = found.end()
                yield found


_DIGIT = re.compile(r"\d")

_NUMBER = r"(?P<number>\d[\d,]{0,20})(?![\d.]{0,20}\s{0,9}[余多%％+])"
_NOUN_ZH = rf"(?P<noun>{_either(_NOUNS['zh'])})(?!措施|方案|单位|组|室|中心|站|点|要求|建议|意见|内容)"
_NOUN_EN = rf"(?P<noun>{_either(_NOUNS['en'])})s?\b"
_WHOLES_ZH = ("共", "累计", "合计", "总计")
_AFTER_EN = ("in all", "in total", "altogether", "so far", "to date")
_IN_ALL = "(?:一共|总共|共计|累计|合计|总计|共)"
TOTALS: dict[Lang, tuple[Sought, ...]] = {
    "zh": (
        Sought(
            _WHOLES_ZH,
            Expression(rf"{_IN_ALL}[^，。；：、\n\d]{{0,8}}?{_NUMBER}\s*[件次条个项场份]\s*{_NOUN_ZH}"),
        ),
        Sought(
            _WHOLES_ZH,
            Expression(rf"{_IN_ALL}[^，。；：、\n\d]{{0,4}}?{_NOUN_ZH}\s*{_NUMBER}\s*[件次条个项场份]"),
        ),
        Sought(
            _WHOLES_ZH,
            Expression(rf"{_NOUN_ZH}[^，。；：、\n\d]{{0,4}}?{_IN_ALL}\s*{_NUMBER}\s*[件次条个项场份]"),
        ),
    ),
    "en": (
        Sought(
            _AFTER_EN,
            Expression(rf"(?<!over )(?<!than )\b{_NUMBER}\s+{_NOUN_EN}\s+(?:{'|'.join(_AFTER_EN)})"),
            begins=(_DIGIT,),
        ),
        Sought(
            ("a total of", "in all,", "in total,", "altogether"),
            Expression(rf"(?i:a total of|in all,|in total,|altogether,?)\s+{_NUMBER}\s+{_NOUN_EN}"),
        ),
    ),
}

_SHARE_ZH = (
    r"(?:\d[\d.]{0,20}\s{0,9}[%％]|百分之[零〇一二三四五六七八九十百点\d]+|[一二三四五六七八九\d]成(?![立员果效为长])|(?<!\d)\d+\s*[/／]\s*\d+\s*[件个项次条]"
    r"|(?<!\d)\d+\s*[件个项次条]\s*[中里][^，。；：\n\d]{0,6}\d+\s*[件个项次条])"
)
_SHARE_EN = (
    r"(?:\d[\d.]{0,20}\s{0,9}(?:%|per ?cent\b)|(?<!\d)\d+(?:\s+(?:out\s+)?of\s+(?:the\s+)?|/)\d+"
    r"|\b[a-z]+\s+(?:in|out\s+of)\s+ten\b)"
)
_OUTCOMES_ZH = ("销号", "办结", "完成", "整改", "解决", "结案", "落实")
_OUTCOMES_EN = ("closed", "closure", "resolved", "rectified", "completed", "completion", "solved", "done")
_OUTCOME_ZH = f"(?:{'|'.join(_OUTCOMES_ZH)})"
_OUTCOME_EN = rf"(?:{'|'.join(_OUTCOMES_EN)})\b"
SHARES: dict[Lang, Sought] = {
    "zh": Sought(
        _OUTCOMES_ZH,
        Expression(
            rf"{_OUTCOME_ZH}[^，。；：\n\d]{{0,8}}?{_SHARE_ZH}|{_SHARE_ZH}[^，。；：\n\d]{{0,8}}?{_OUTCOME_ZH}"
            rf"|(?<!\d)\d+\s*[件个项条][^，。；：\n\d]{{0,8}}?{_OUTCOME_ZH}[了完成]{{0,3}}\s*\d+\s*[件个项条]"
        ),
    ),
    "en": Sought(
        _OUTCOMES_EN,
        Expression(rf"\b{_OUTCOME_EN}[^.,;:\n\d]{{0,25}}?{_SHARE_EN}|{_SHARE_EN}[^.,;:\n\d]{{0,25}}?\b{_OUTCOME_EN}"),
        begins=(re.compile("|".join(_OUTCOMES_EN)), _DIGIT),
        but=re.compile(r"ten(?<=\sten)\b"),
    ),
}


def totals(body: str, lang: Lang) -> Iterator[Typed]:
    """Every total that is typed in a body."""
    text = _words(body)
    lower = text.lower()
    for sought in TOTALS[lang]:
        for found in sought.each(text, lower):
            number = int(found["number"].replace(",", ""))
            yield Typed(_plain(found[0]), found.start(), number, _NOUNS[lang][found["noun"]])


def shares(body: str, lang: Lang) -> Iterator[tuple[int, str]]:
    """Every share of an outcome that is typed in a body, with its place."""
    text = _words(body)
    for found in SHARES[lang].each(text, text):
        yield found.start(), _plain(found[0])


def _plain(said: str) -> str:
    return " ".join(said.split())
