"""Front matter that needs no parser: what it says, and where, is what YAML reads there, or it is left to YAML."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.fields import fields, places
from minusone.frontmatter import parsed
from minusone.unseen import UNSEEN

RECORD = """\
id: 2014-003
title: "关于“停车”的整改：第 3 号"
found: {date: 2014-03-06, channel: supervision}
memo:

area: baisha
track: [deadline, 'long term']
progress:
  - {date: 2014-03-06, step: registered, evidence: [{text: 照片}, []]}
  - date: 2014-03-07
    step: assigned
    evidence:
    - 照片
    - null
  -   - a: http://a.cn/b#c
"""


def test_names_lists_and_values_of_one_line_are_read() -> None:
    assert fields(RECORD) == {
        "id": "2014-003",
        "title": "关于“停车”的整改：第 3 号",
        "found": {"date": "2014-03-06", "channel": "supervision"},
        "memo": None,
        "area": "baisha",
        "track": ["deadline", "long term"],
        "progress": [
            {"date": "2014-03-06", "step": "registered", "evidence": [{"text": "照片"}, []]},
            {"date": "2014-03-07", "step": "assigned", "evidence": ["照片", None]},
            [{"a": "http://a.cn/b#c"}],
        ],
    }


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2",
        "a: {b: 1, b: 2}",
        "a: &x 1",
        "a: *x",
        "a: !x 1",
        "<<: b",
        "a: 1 # 注",
        "# 注\na: 1",
        "a: b: c",
        "a: b:",
        "a: |\n  b",
        "a: >\n  b",
        "a: b\n  c",
        'a: "\\u202e"',
        "a: 'it''s'",
        "a: 'b\n  c'",
        "a: ~",
        "a: [b",
        "a: [b,]",
        "a: {b}",
        "a: {b:c}",
        "'a': 1",
        "? a",
        "a:\tb",
        "a:\n - b\n  - c",
        " a: 1\nb: 2",
        "- a",
        "a",
        "---\na: 1",
        "a: 1\n...",
        "名: 1",
        "a: " + "[" * 9 + "]" * 9,
    ],
)
def test_whatever_could_mean_more_is_left_to_yaml(text: str) -> None:
    assert fields(text) is None


LINES = [
    "a: ",
    "b: ",
    "\nc: ",
    "\nd:\n  ",
    "\ne:\n- ",
    "\n",
    "\n  ",
    "\n- ",
    "\n  - ",
    "- ",
    ": ",
    " ",
    "  ",
    ", ",
    "{a: ",
    '"x"',
]
SIGNS = [
    *"a字：“:{},[]\"'#~?-%@`!|>\\é_",
    '""',
    "null",
    "---",
    "...",
    "&x",
    "*x",
    "12:30",
    "http://a.cn",
    "<<:",
    "\\u202e",
    "{}",
    "[]",
]
UNSEEN_SIGNS = [" #", "? ", "\u00a0", "\u3000", "\t"]
PUT_IN = st.sampled_from([*LINES * 2, *SIGNS, *UNSEEN_SIGNS])


@given(st.lists(PUT_IN, min_size=1, max_size=14).map("".join))
def test_both_read_the_same_in_the_same_places(text: str) -> None:
    assert_read_alike(text)


@given(st.data())
def test_both_read_a_record_alike_whatever_is_put_into_it(data: st.DataObject) -> None:
    lines = RECORD.split("\n")
    begin = data.draw(st.integers(0, len(lines)))
    text = "\n".join(lines[begin : data.draw(st.integers(begin, len(lines)))])
    at = data.draw(st.integers(0, len(text)))

    assert_read_alike(text[:at] + data.draw(PUT_IN) + text[at + data.draw(st.integers(0, 2)) :])


def assert_read_alike(text: str) -> None:
    found = None if UNSEEN.search(text) else fields(text)
    if found:
        whole = parsed("a.md", text, 2)
        assert (found, (), None) == (whole.data, whole.problems, whole.error)
        assert places(text, 2) == whole.places
