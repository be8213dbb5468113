"""No regular expression of ours goes back for ever: each takes time linear in its text, whatever somebody writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from time import perf_counter, process_time

import pytest

from tests.hostile.attacks import Attack, attacks
from tests.hostile.limited import TooLongError, within
from tests.hostile.patterns import Used, used

pytestmark = pytest.mark.slow

TIMES = 5
SHORT = 4_000
LONG = TIMES * SHORT
"""Characters. To read the short text so many times takes a linear search as long as to read the long one once."""

AT_ONCE = 0.002
"""Seconds in which the short text is read, and no more asked. A busy machine only asks more often."""

LITTLE = 0.06
"""Seconds of processor time for the long text: less is not looked at, as some machines count it by hundredths."""

FOR_EVER = 1.0
"""Seconds of processor time after which a search is stopped."""

PLANTED = (
    r"(a+)+$",
    r"(a|a)*b",
    r"(?:a|b|ab)*c",
    r"(?:\d+,?)+;",
    r"\s*\s*x",
    r".*a.*b.*c",
    r"x\w*y",
    r"\d+%",
    r"<[^>]* id=",
    r"(?<=<)[^>]*>",
    r"a(?=[^b]*b)",
    r"(?:[^a]++|a(?!b))*+ab",
)
LINEAR = (r"(?<!\s)\s*+x", r"[^\n]*\n?", r"<[^<>]* id=", r'"[^"]*"!', r"a{0,20}b", r"(?<!\d)\d+%")


def test_no_expression_of_the_package_goes_back_for_ever(record_property: Callable[[str, int], None]) -> None:
    every = used()
    record_property("expressions", len(every))

    assert {one.name: attack for one in every if (attack := goes_back(one))} == {}


@pytest.mark.parametrize("pattern", PLANTED)
def test_one_that_did_would_be_found(pattern: str) -> None:
    assert goes_back(Used("planted", re.compile(pattern), "searched"))


@pytest.mark.parametrize("pattern", LINEAR)
def test_one_that_reads_its_text_once_is_let_be(pattern: str) -> None:
    assert not goes_back(Used("linear", re.compile(pattern), "searched"))


def test_how_one_is_used_is_what_counts() -> None:
    """One that is only matched from a text's beginning on is tried from nowhere else."""
    assert not goes_back(Used("whole", re.compile(r"\d+%"), "fullmatch"))
    assert not goes_back(Used("tokens", re.compile(r"\d+%"), "scanned"))
    assert goes_back(Used("whole", re.compile(r"\s*\s*"), "fullmatch"))


def test_expressions_are_found_wherever_they_stand() -> None:
    found = {(one.name.partition(":")[0], one.method) for one in used()}

    assert found >= {
        ("minusone.privacy.addresses._HOME", "searched"),  # compiled when it is needed
        ("minusone.rules.typed.TOTALS", "searched"),  # in a tuple in a tuple in a mapping
        ("minusone.prose._BODY", "fullmatch"),
        ("minusone.queries._TOKEN", "scanned"),
        ("minusone.privacy.numbers", "fullmatch"),  # written in a function
        ("minusone.privacy.addresses", "match"),  # used in one by its words' name
        ("minusone.rules.withheld", "searched"),  # made in a function, of words that only a call knows
    }


def goes_back(use: Used) -> Attack | None:
    """A text on which an expression takes more than linear time."""
    return next((attack for attack in attacks(use.pattern) if _goes_back(use, attack)), None)


def _goes_back(use: Used, attack: Attack) -> bool:
    shortest, short, long = map(attack.text, (SHORT // TIMES, SHORT, LONG))
    try:
        read = _passed(use, short, 1)
        if read < AT_ONCE or read < TIMES / 2 * _passed(use, shortest, TIMES):
            return False
        once = min(_taken(use, long, 1) for _ in range(2))
        return once > LITTLE and once > TIMES / 2 * _taken(use, short, TIMES)
    except TooLongError:
        return True


def _passed(use: Used, text: str, times: int) -> float:
    """Seconds that passed, whatever else the machine did."""
    began = perf_counter()
    for _ in range(times):
        _hold(use, text)
    return perf_counter() - began


def _taken(use: Used, text: str, times: int) -> float:
    """Seconds of processor time."""
    began = process_time()
    for _ in range(times):
        _hold(use, text)
    return process_time() - began


def _hold(use: Used, text: str) -> None:
    """Hold an expression against a text, for as long as may be."""
    with within(FOR_EVER):
        match use.method:
            case "searched":
                for _ in use.pattern.finditer(text):
                    pass
            case "scanned":
                at = 0
                while (found := use.pattern.match(text, at)) and found.end() > at:
                    at = found.end()
            case method:
                getattr(use.pattern, method)(text)
