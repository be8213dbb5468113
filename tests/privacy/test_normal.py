"""A text is read plainly, and every character knows where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.privacy.normal import normal


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("１３８－００", "138-00"),
        ("1\u200b3\u20608\u202e0", "1380"),
        ("①②㈠½", "12(一)1⁄2"),
        ("1̶3̶8̶", "138"),
        ("1️⃣3️⃣", "13"),
        ("&#49;&#x33;&amp;", "13&"),
        ("%E5%BC%A0%20", "张 "),
        ("1<b>3</b><span class='x'>8</span>", "138"),
        ("1</p><p>3", "1</p><p>3"),
        ("<a@b.cn>", "<a@b.cn>"),
        ("王　大　爷 来过", "王大爷来过"),
        ("张三 李四", "张三 李四"),
    ],
)
def test_what_was_done_to_a_text_is_undone(source: str, text: str) -> None:
    assert normal(source).text == text


def test_chinese_numerals_are_digits_only_where_digits_are_looked_for() -> None:
    read = normal("张三：幺三八〇零壹贰")

    assert (read.text, read.digits) == ("张三:幺三八〇零壹贰", "张3:1380012")


@given(st.text() | st.text("13８&#49;%3<b>/ 张\u200b½"))
def test_places_lead_back_and_never_go_backwards(source: str) -> None:
    read = normal(source)

    assert len(read.text) == len(read.digits) == len(read.at) - 1
    assert read.at[-1] == len(source)
    assert list(read.at) == sorted(read.at)


def test_a_place_is_where_the_thing_stood() -> None:
    source = "见&#65288;１<b>３</b>8"
    read = normal(source)

    assert [source[read.at[read.text.index(c)]] for c in "138"] == ["１", "３", "8"]
