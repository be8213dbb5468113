"""A code is the one that segno makes when it weighs the masks itself, module by module."""

from __future__ import annotations

import segno
from hypothesis import given
from hypothesis import strategies as st

from minusone.qr import code

ADDRESS = st.from_regex(r"https://[a-z]{1,20}\.cn/[a-z0-9/-]{0,150}", fullmatch=True)
"""In codes from version 1 on, of which those from 7 on have their version in them."""


@given(st.one_of(ADDRESS, st.text(min_size=1, max_size=80), st.from_regex(r"[0-9]{1,60}", fullmatch=True)))
def test_a_code_has_the_mask_that_is_easiest_to_read(said: str) -> None:
    ours, theirs = code(said, "m"), segno.make(said, error="m", micro=False)

    assert ours == theirs
    assert ours.matrix == theirs.matrix
    assert (ours.mask, ours.version, ours.error) == (theirs.mask, theirs.version, theirs.error)
