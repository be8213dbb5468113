"""A stranger can compute the digest of a record, and can't guess the record from it."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.transparency.canonical import canonical, digest
from minusone.transparency.errors import LogError

SALT = bytes(range(32))

LARGE = 2**53 - 1
"""The largest whole number that every reader of JSON has: a larger float is spelt as one that few can read."""

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGE, LARGE) | st.floats(-LARGE, LARGE) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": [True, None], "a": "门牌"}, '{"a":"门牌","b":[true,null]}'),
        (
            [333333333.33333329, 1e30, 4.50, 2e-3, 1e-27, -0.0, 1e21, 1e20],
            "[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,100000000000000000000]",
        ),
        ('€$\u000f\nA\'B"\\\\"/', '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        # In UTF-16 the emoji comes before the compatibility form; in code points after it.
        ({"\ufb33": 1, "😀": 2, "ö": 3, "1": 4, "\r": 5}, '{"\\r":5,"1":4,"ö":3,"😀":2,"\ufb33":1}'),
    ],
)
def test_a_value_has_one_spelling(value: Any, text: str) -> None:
    assert canonical(value) == text.encode()


def test_the_digest_is_what_the_documentation_says() -> None:
    said = b'{"id":"2014-001","title":"\xe4\xb8\x80"}'
    expected = sha256(b"minusone/record/v1" + b"\x0a" + SALT + said).digest()

    assert digest({"title": "一", "id": "2014-001"}, SALT) == expected
    assert expected.hex() == "cb27f49807516e98a61dce993e15a9c8afb1a1e780aa56150aca07ae5f534671"


@given(VALUES)
def test_a_value_read_from_its_spelling_has_the_same(value: Any) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


@given(VALUES, st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_another_salt_gives_another_digest(value: Any, one: bytes, other: bytes) -> None:
    assert (digest(value, one) == digest(value, other)) == (one == other)


@given(VALUES, VALUES)
def test_values_spelt_differently_have_other_digests(one: Any, other: Any) -> None:
    assert (digest(one, SALT) == digest(other, SALT)) == (canonical(one) == canonical(other))


DEEP: Any = []
for _ in range(100_000):
    DEEP = [DEEP]


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        2**53,
        10**5000,
        "\ud800",
        {"\ud800": 1},
        {1: 1},
        {1: 1, "1": 1},
        b"bytes",
        {1, 2},
        object(),
        DEEP,
    ],
    ids=[
        "nan",
        "infinite",
        "too large",
        "very large",
        "surrogate",
        "key",
        "number",
        "mixed",
        "bytes",
        "set",
        "object",
        "deep",
    ],
)
def test_what_json_cannot_say_is_refused(value: Any) -> None:
    with pytest.raises(LogError, match="canonical JSON"):
        canonical(value)


@pytest.mark.parametrize("salt", [b"", SALT[:-1], SALT + b"\0"])
def test_a_salt_has_one_length(salt: bytes) -> None:
    with pytest.raises(LogError, match="32 bytes"):
        digest({}, salt)
