"""YAML that an editor, a program or an attacker could write, by the rules of YAML 1.1 and 1.2: made, not collected.

Every scalar that some parser takes for something else stands in every place where a value can stand, with everything
around it that the grammar allows or nearly allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

SCALARS = (
    *("no", "NO", "yes", "on", "Off", "y", "true", "FALSE", "null", "Null", "~", ""),
    *("010", "0o10", "0x1F", "0b11", "1_000", "+1", "-0", "1e3", "1.", ".5", ".inf", "-.INF", ".NaN"),
    *("12:30", "12:30:45", "190:20:30", "2014-04-30", "2014-4-3", "2014-04-30T12:30:45Z", "2014-04-30 12:30:45 +8"),
    *("<<", "=", "-", "- ", "--", "---", "...", "?", "? ", ":", ": ", "::", ":a", "a:", "a:b", "a: b", "a : b"),
    *(
        "#",
        "# a",
        "a #b",
        "a# b",
        "a\t#b",
        "&",
        "&a",
        "&a b",
        "*a",
        "*a b",
        "!",
        "!!str 1",
        "!a",
        "!!python/name:os.system",
    ),
    *("!!python/name:os.system", "!!binary aGk=", "!<tag:yaml.org,2002:str> a", "!!set {a}", "%", "%YAML 1.2"),
    *("@a", "`a`", "|", ">", "|-", ">+"),
    *("'a'", "'it''s'", "'", "''", "'a", "'a' b", '"a"', '"', '""', '"a', '"a" b', '"\\u202e"', '"\\x00"', '"\\ud800"'),
    *('"\\U00110000"', '"\\q"', '"a\\\n  b"', '"a\n  b"', "'a\n  b'", "'a\n\n  b'", "a\n  b", "a\n\n  b", "a\n b\n  c"),
    *(
        "[]",
        "[",
        "]",
        "[a]",
        "[a, b]",
        "[a, ]",
        "[, a]",
        "[a b]",
        "[a: b]",
        "[? a : b]",
        "[[a], [b]]",
        "[a\n, b]",
        "[a]b",
    ),
    *("{}", "{", "}", "{a}", "{a: b}", "{a: b, }", "{a: b, a: c}", "{a:b}", '{"a":b}', "{? a : b}", "{a: [b, {c: d}]}"),
    *(
        "{a: b\n}",
        "{[a]: b}",
        "[{]}",
        "a, b",
        "a]",
        "a}",
        "“a”",
        "a：b",
        "：",
        "a，b",
        "正文",
        "\ufeff",
        "a\ufeffb",
        "\u3000a",
    ),
    *(
        "a\tb",
        "\ta",
        "a\t",
        "a\u00a0b",
        "a\u0085b",
        "a\u2028b",
        "a\u200bb",
        "a\u202eb",
        "a\x07b",
        "\U0001f600",
        "\ufffe",
    ),
)
"""Values that mean something else somewhere: Norway's country code, times to the base of sixty, octal numbers."""

PLACES = (
    "k: {}",
    "k:  {}",
    "k:\t{}",
    "k:{}",
    "k :  {}",
    "k:\n  {}",
    "k:\n    {}\n  l: m",
    "k:\n{}",
    "k:\n- {}",
    "k:\n  - {}\n  - a",
    "k:\n -   {}\n",
    "k: [{}]",
    "k: [a, {}]",
    "k: {{a: {}}}",
    "k: {{{}: a}}",
    "k: {} # a",
    "k: a\nl: {}",
    "k: {}\nl: a",
    "# a\n\nk: {}",
    "k:\n  l: {}\n m: a",
    "k:\n  l:\n  - m: {}\n    n: o",
    "- {}",
    "{}",
    "{}: a",
    "? {}\n: a",
    "? k\n: {}",
    "k: &a {}\nl: *a",
    "k: !!str {}",
    "k: |\n  {}",
    "k: >-\n  {}\n\n  a",
    "k: |2\n    {}",
    "k: |\n\t{}",
    '"k": {}',
    "'k' : {}",
    "k: a\nk: {}",
    "<<: {}",
    "k: {}\n...",
    "k: {}\n---\nk: a",
    "%YAML 1.1\n---\nk: {}",
    "\ufeffk: {}",
    "k: {}\r\nl: a\r\n",
    "k: {}\rl: a\r",
    "k: {}\u0085l: a",
    "\n\n  k: {}\n\n",
    " k: {}\n  l: a",
    "\tk: {}",
)
"""Where a value can stand, and nearly can."""

DEEP = tuple(
    opening * depth + closing * depth
    for opening, closing in (("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("a:\n ", ""), ("[", ""), ("!a ", ""))
    for depth in (7, 8, 12, 13, 400)
)


def documents() -> Iterator[str]:
    """Each of some ten thousand, in an order of its own."""
    for place, scalar in product(PLACES, SCALARS):
        yield place.format(scalar)
    for place, scalar in product(PLACES[:10], DEEP):
        yield place.format(scalar)
