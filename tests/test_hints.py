"""What may stand there instead is told by name, with the nearest one first."""

from __future__ import annotations

import pytest

from minusone.faults import BAD_REFERENCE, WRONG_KIND
from minusone.hints import choices, raised
from minusone.words import Bilingual

NAMES = {"lecture": Bilingual("党课", "lecture"), "night_study": Bilingual("夜学", "night study")}


@pytest.mark.parametrize("said", ["lectur", "党课", "lecture "])
def test_the_nearest_name_is_meant_however_it_is_spelt(said: str) -> None:
    assert choices(said, NAMES)["suggestion"] == ("是不是“lecture”？", "Did you mean “lecture”?")


def test_where_none_is_near_the_first_is_an_example() -> None:
    found = choices("???", NAMES)

    assert found["suggestion"] == ("例如写“lecture”", "Write for example “lecture”")
    assert found["known"] == ("lecture（党课）、night_study（夜学）", "lecture, night_study")


def test_of_no_names_none_is_told() -> None:
    assert choices("x", {})["known"] == ("", "")


def test_kinds_are_told_by_their_labels_and_unknown_ones_as_no_reference() -> None:
    context = {"id": "a", "found": "unit", "wanted": ["group", "team"]}

    assert raised("wrong-kind", context) == (
        WRONG_KIND,
        {"id": "a", "found": ("单位", "unit"), "wanted": ("服务组团或督导组", "service group or supervision group")},
    )
    assert raised("wrong-kind", {**context, "found": "lane"}) == (BAD_REFERENCE, {"example": "group:2014-003"})


def test_the_two_languages_of_a_reason_come_together() -> None:
    _, said = raised("bad-date", {"reason_zh": "没有 13 月", "reason_en": "There is no month 13"})

    assert said == {"reason": Bilingual("没有 13 月", "There is no month 13")}
