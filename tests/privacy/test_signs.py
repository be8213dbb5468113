"""A quick look at many texts passes over none in which a search of each with every detector finds something."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.privacy import guard
from minusone.privacy.findings import Finding
from minusone.privacy.guard import SIGNS, find, suspects
from minusone.privacy.normal import folded, normal, unfolded
from minusone.privacy.signs import anywhere
from minusone.privacy.surnames import COMMON, GIVEN
from tests.privacy.corpus import Snippet, negatives, positives
from tests.privacy.made import DISGUISES, IDENTITIES, MOBILES

SNIPPETS = [snippet.text for snippet in (*positives(), *negatives())]
"""What is private, and what only looks like it, as people write it."""

CUES = """
居民 家 的 某 车 牌 微信 加 QQ 微 姓名 联系人 学生 班 男 女 先生 大爷 老 小 阿 姓 住 在 村 弄 组 号 室 幢 单元 岁 东 A
残疾 低保 信访 密 机密 内部 资料 ★ 不得 公开 仅供 领导 举报人 电话 身份证 卡号 护照 病历 浙 京 三 十二 X 艾特
at dot com qq wx vx wechat @ # * × x tel phone line no. No room unit building lane village lives is aged year-old boy
car Li Wang Mr resident SECRET internal document passport poverty 2014-03-06 2014-03-06/2014-04-30 138 00138000 0574
8765-4321 330205 19900101 1239 B 12345 12 302 5
"""
BETWEEN = (
    "",
    " ",
    "\n",
    "，",
    "。",
    "：",
    "、",
    "/",
    "-",
    "(",
    ")",
    "（",
    "|",
    "<b>",
    "</b>",
    "&nbsp;",
    "\u200b",
    "…",
    "％",
)

words = st.sampled_from(CUES.split()) | st.sampled_from(sorted(COMMON)) | st.sampled_from(sorted(GIVEN))
joined = st.lists(st.tuples(words, st.sampled_from(BETWEEN)).map("".join), max_size=9).map("".join)
numbers = st.builds(
    lambda disguise, pieces: disguise(pieces), st.sampled_from([*DISGUISES.values()]), IDENTITIES | MOBILES
)
snippets = st.sampled_from(SNIPPETS)
cut = st.builds(
    lambda text, start, end: text[start : len(text) - end], snippets, st.integers(0, 12), st.integers(0, 12)
)
pieces = st.one_of(joined, numbers, snippets, cut)
coded = pieces.map(lambda text: "".join(f"&#{ord(character)};" for character in text))
texts = st.lists(pieces | joined, min_size=1, max_size=3).map("".join) | coded
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))

EVERY = tuple(replace(detector, signs=(anywhere("(?s:.)"),)) for detector in guard.DETECTORS)


def found_by_all(text: str) -> tuple[Finding, ...]:
    """By the plain definition: every detector searches every text."""
    with patch.object(guard, "DETECTORS", EVERY):
        return find(text)


@given(st.lists(texts, max_size=12))
def test_what_is_no_suspect_holds_nothing_and_a_search_finds_what_all_detectors_find(said: list[str]) -> None:
    suspected = list(suspects(said))

    assert suspected == [text for text in said if text in suspected]
    for text in said:
        whole = found_by_all(text)
        assert find(text) == whole
        assert text in suspected or not whole


@pytest.mark.parametrize("snippet", positives(), ids=lambda snippet: f"{snippet.family} {snippet.number}")
def test_what_is_private_is_suspected_among_others(snippet: Snippet) -> None:
    said = ["一切正常", snippet.text, "Nothing at all", ""]

    assert (snippet.text in suspects(said)) or not found_by_all(snippet.text)


@given(st.text() | texts)
def test_a_text_reads_plainly_once_folded_unless_that_is_said(text: str) -> None:
    assert any(unfolded(folded(text))) or folded(text) == normal(text).text


@given(days, days, st.sampled_from(("", "电话", "身份证号", "tel ")))
def test_a_period_is_nobodys_number(since: date, until: date, cue: str) -> None:
    assert not found_by_all(f"{cue}{since}/{until}")


def test_few_texts_of_a_page_are_suspects() -> None:
    said = [snippet.text for snippet in negatives()]

    assert len(list(suspects(said))) < len(said) / 2


def test_signs_take_at_least_a_character() -> None:
    assert not any(sign.expression.compiled.match("") for sign in SIGNS)
