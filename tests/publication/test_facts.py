"""What is left of a value without its words, and what differs between two, by the names that an editor knows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.publication.facts import differences, facts, is_words

WORDS = st.fixed_dictionaries({"zh": st.text(max_size=3)}, optional={"en": st.text(max_size=3)})
PLAIN = st.recursive(
    WORDS | st.integers() | st.text("ab1", max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
)


def within(value: Any) -> list[Any]:
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [value, *(deeper for item in items for deeper in within(item))]


@given(PLAIN)
def test_facts_are_what_is_left_without_words(value: Any) -> None:
    left = facts(value)

    assert not any(is_words(one) for one in within(left))
    assert facts(left) == left


@given(st.lists(PLAIN, max_size=4))
def test_a_list_keeps_its_length_though_words_leave_it(items: list[Any]) -> None:
    assert len(facts(items)) == len(items)


def test_what_only_looks_like_words_is_a_fact() -> None:
    assert facts({"zh": "灯", "id": "a"}) == {"zh": "灯", "id": "a"}
    assert facts({"en": "lamp"}) == {"en": "lamp"}


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        ({"date": "2014-03-08"}, {"date": "2014-03-10"}, "date: 2014-03-08 → 2014-03-10"),
        ({"a": [{"b": 1}, {"b": 2}]}, {"a": [{"b": 1}]}, "a 2 b: 2 → -"),
        ({"a": [{}]}, {}, "a 1: … → -"),
        ({"a": {"b": 1}}, {"a": {}}, "a b: 1 → -"),
        ({"a": {"b": 1}}, {"a": {"b": 1}}, ""),
    ],
)
def test_differences_are_told_by_place(before: Any, now: Any, told: str) -> None:
    assert differences(before, now) == told
