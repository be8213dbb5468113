"""A before stands beside its after; where one of them is lacking, the page says so."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.activity import Picture, Shows
from minusone.kinds.rectification import Rectification
from minusone.pieces.pairs import pictures
from minusone.words import Words
from tests.built import DONE, built, read
from tests.reckoning.test_lifecycle import item
from tests.sites import BAISHA, progress, record, rectification

SHOWN = st.lists(st.sampled_from([None, Shows.BEFORE, Shows.AFTER]), max_size=8)


def with_pictures(shown: list[Shows | None]) -> Rectification:
    some = tuple(Picture(file=f"{n}.png", alt=Words("图"), shows=one) for n, one in enumerate(shown))
    return item().model_copy(update={"pictures": some})


@given(SHOWN)
def test_every_picture_is_shown_once_in_the_order_given(shown: list[Shows | None]) -> None:
    record = with_pictures(shown)
    all_ = pictures(record)
    before = [pair.before for pair in all_.pairs if pair.before]
    after = [pair.after for pair in all_.pairs if pair.after]

    for some, what in ((before, Shows.BEFORE), (after, Shows.AFTER), (all_.others, None)):
        assert list(some) == [one for one in record.pictures if one.shows is what]
    assert len(all_.pairs) == max(len(before), len(after))


STEPS = progress(
    *DONE[:3],
    "date: 2014-03-04, step: submitted, evidence: {text: 照片, picture:"
    " {file: dry.png, alt: 干的巷子, caption: 已通, shows: after, date: 2014-03-04}}",
)
BEFORE = "pictures: [{file: wet.png, alt: 积水的巷子, shows: before, date: 2014-03-01}, {file: map.png, alt: 平面图}]\n"
FILES = "".join(f"-- content/rectifications/{name}.png --\n" for name in ("wet", "dry", "map"))


def test_a_before_stands_beside_the_after_that_a_step_has_as_evidence(tmp_path: Path) -> None:
    pages = built(tmp_path, BAISHA + rectification(BEFORE + STEPS) + FILES)
    chinese = read(pages["rectifications/2014-001/index.html"])
    (pair,) = chinese.all("div", "pair")

    assert [one.attributes["alt"] for one in pair.all("img")] == ["积水的巷子", "干的巷子"]
    assert [one.words for one in pair.all("figcaption")] == ["整改前，2014年3月1日", "整改后，2014年3月4日：已通"]
    assert [one.attributes["alt"] for one in chinese.all("img")] == ["平面图", "积水的巷子", "干的巷子"]
    assert [one.words for one in chinese.all("a") if one.attributes["href"] == "#before-after"] == ["整改前后"]
    (english,) = read(pages["en/rectifications/2014-001/index.html"]).all("div", "pair")
    assert [one.words for one in english.all("figcaption")] == ["Before, 1 March 2014", "After, 4 March 2014: 已通"]


def test_a_picture_that_is_lacking_is_said_to_be(tmp_path: Path) -> None:
    text = BAISHA + rectification(BEFORE) + FILES
    text += record("activity", "clean", "pictures: [{file: dry.png, alt: 干的巷子, shows: after}]")
    pages = built(tmp_path, text + "-- content/activities/dry.png --\n")

    assert "没有整改后的照片。" in read(pages["rectifications/2014-001/index.html"]).words
    assert "There is no picture of how it was." in read(pages["en/activities/clean/index.html"]).words
