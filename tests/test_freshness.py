"""A record is stale before it is anything else, and fresh only if nothing is lacking."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from minusone.freshness import Freshness, completeness, public_words
from minusone.kinds.unit import Unit
from minusone.words import Words

PIECE = st.builds(Words, st.just("字"), st.sampled_from(["word", None]))
WORDS = PIECE | PIECE.filter(lambda words: words.en is not None).map(lambda words: replace(words, stale=True))


@given(WORDS, WORDS, WORDS)
def test_the_worst_piece_says_how_fresh_a_record_is(title: Words, summary: Words, body: Words) -> None:
    said = [title, summary, body]
    found = completeness(Unit(id="a", title=title, summary=summary, body=body, type="street"))
    stale, missing = sum(one.stale for one in said), sum(one.en is None for one in said)

    assert (len(found.stale), len(found.missing), found.of) == (stale, missing, 3)
    assert (found.freshness is Freshness.FRESH) == (stale == missing == 0)
    assert (found.freshness is Freshness.STALE) == (stale > 0)
    assert (found.freshness is Freshness.MISSING) == (missing == 3)


def test_what_nobody_reads_wants_no_english() -> None:
    unit = Unit(id="a", title="白沙", memo="内部", type="street")

    assert [path for path, _ in public_words(unit)] == [("title",)]
    assert completeness(unit.model_copy(update={"internal": True})).of == 0
