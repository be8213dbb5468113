"""Whoever was shown how it was is shown how it is, once it is closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.built import DONE
from tests.sites import BAISHA, problems, progress, rectification

FOLLOWED = "date: 2014-04-05, step: followed_up, verdict: satisfied, asked: 9"
AFTER = DONE[3].replace("evidence: 照片", "evidence: {text: 照片, picture: {file: a.png, alt: 后, shows: after}}")


@pytest.mark.parametrize(
    ("pictures", "steps", "lacking"),
    [
        (("before",), (*DONE, FOLLOWED), 1),
        (("before", "before", "after"), (*DONE, FOLLOWED), 1),
        (("before", "after"), (*DONE, FOLLOWED), 0),
        (("before",), (*DONE[:3], AFTER, *DONE[4:], FOLLOWED), 0),
        (("after",), (*DONE, FOLLOWED), 0),
        (("before",), DONE[:3], 0),
    ],
)
def test_a_before_without_its_after_is_noted_once_it_is_closed(
    pictures: tuple[str, ...], steps: tuple[str, ...], lacking: int, tmp_path: Path
) -> None:
    shown = ", ".join(f"{{file: a.png, alt: 图, shows: {one}}}" for one in pictures)
    text = BAISHA + rectification(f"pictures: [{shown}]\n" + progress(*steps)) + "-- content/rectifications/a.png --\n"
    found = problems(tmp_path, text)

    assert [one.code for one in found if one.code == "before-without-after"] == ["before-without-after"] * lacking
    assert all(one.note for one in found)
