"""No bytes make anything that reads them fail: those that were kept, odd YAML, and mixtures of all that is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.odd import documents
from tests.fuzz.seeds import CORPUS, kept, seeds, words
from tests.fuzz.targets import TARGETS

WORDS = [word.encode() for word in words()]


def mixtures(known: list[bytes]) -> st.SearchStrategy[bytes]:
    """Pieces of what is known, words and any bytes, one after another; often a known one from its beginning."""
    places = st.integers(0, max(map(len, known)))
    piece = st.builds(
        lambda whole, start, length: whole[start : start + length], st.sampled_from(known), places, places
    )
    begin = st.builds(lambda whole, end: whole[:end], st.sampled_from(known), places)
    rest = st.lists(piece | st.sampled_from(WORDS) | st.binary(max_size=4), max_size=6)
    return st.builds(lambda first, rest: first + b"".join(rest), begin, rest)


@pytest.mark.parametrize("target", TARGETS)
def test_what_was_kept_is_taken_as_it_should_be(target: str, record_property: Callable[[str, int], None]) -> None:
    files = kept(target)

    assert files
    for file in files:
        TARGETS[target](file.read_bytes())
    record_property("kept", len(files))


@pytest.mark.parametrize("target", TARGETS)
def test_any_mixture_is_taken_as_it_should_be(target: str, record_property: Callable[[str, int], None]) -> None:
    known = [file.read_bytes() for file in kept(target)] + list(islice(seeds(target), 200))
    tried = Counter[str]()

    @given(mixtures(known))
    def check(data: bytes) -> None:
        TARGETS[target](data)
        tried[target] += 1

    check()
    record_property("mixtures", tried[target])


@pytest.mark.slow
def test_odd_yaml_is_read_as_yaml_reads_it_or_refused(record_property: Callable[[str, int], None]) -> None:
    odd = list(documents())
    for document in odd:
        TARGETS["front-matter"](f"---\n{document}\n---\n正文\n".encode())
    record_property("odd", len(odd))


def test_everything_kept_is_kept_for_a_target_and_small() -> None:
    assert {folder.name for folder in CORPUS.iterdir()} == TARGETS.keys()
    assert all(file.stat().st_size <= 2_000 for file in CORPUS.glob("*/*"))
