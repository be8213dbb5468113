"""What changed between two versions of a record, in words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.publication.changes import KEPT, Change, Edit, Fate, changes, reworded
from minusone.schema import Record
from minusone.words import Bilingual, Words

Facts = dict[str, Any]

REGISTERED = {"date": "2014-03-01", "step": "registered"}
ASSIGNED = {"date": "2014-03-02", "step": "assigned", "by": "unit:office"}
STARTED = {"date": "2014-03-03", "step": "started", "note": {"zh": "备料"}}


def lamp(*steps: Facts, **fields: Any) -> Facts:
    return {"kind": "rectification", "id": "2014-001", **fields, "progress": [*steps]}


def told(before: Facts, after: Facts, model: type[Record] = Rectification) -> list[str]:
    """Each change in English, its place by `/`."""
    return [english(one) for one in changes(before, after, model)]


def english(change: Change) -> str:
    place = "/".join(str(one.to("en")) for one in change.place)
    if change.rewording:
        return f"{place} {change.rewording.lang}: {drawn(change.rewording.edits)}"
    sides = (str(side.to("en")) if side else "-" for side in (change.before, change.after))
    return f"{place}: {' → '.join(sides)}"


def drawn(edits: tuple[Edit, ...]) -> str:
    marks = {Fate.SAME: "{}", Fate.GONE: "[-{}-]", Fate.NEW: "[+{}+]"}
    return "".join(marks[edit.fate].format(edit.text) for edit in edits)


def test_a_field_goes_by_its_label_and_a_value_by_what_its_type_shows() -> None:
    before = lamp(REGISTERED, deadline="2014-04-20", topic="streets", area="unit:baisha", money={"planned": "124.1万"})
    after = lamp(REGISTERED, deadline="2014-Q2", topic="water", area="unit:kongpu", money={"planned": "20+"})
    (area, topic, deadline, money) = changes(
        before, after, Rectification, lambda ref: Words("白沙街道") if ref == "unit:baisha" else None
    )

    assert deadline.place == (Bilingual("整改时限", "Deadline"),)
    assert deadline.before == ("2014年4月20日", "20 April 2014")
    assert deadline.after == ("2014年第二季度", "the second quarter of 2014")
    assert (topic.before, topic.after) == (("背街小巷与市容", "streets and lanes"), ("河道与治水", "rivers and water"))
    assert (area.before, area.after) == (Words("白沙街道"), ("unit:kongpu", "unit:kongpu"))
    assert money.place == (("资金", "Money"), ("计划资金", "Money planned"))
    assert money.before == ("124.1 万", "1.241 million")


def test_what_comes_and_goes_has_only_one_side() -> None:
    assert told(lamp(REGISTERED), lamp(REGISTERED, sample=True)) == ["Sample: - → yes"]
    assert told(lamp(REGISTERED, workdays=5), lamp(REGISTERED)) == ["Working days: 5 → -"]


def test_a_step_goes_by_its_day_and_what_it_is() -> None:
    assert told(lamp(REGISTERED), lamp(REGISTERED, ASSIGNED)) == ["Progress: - → 2 March 2014, assigned"]
    assert told(lamp(REGISTERED, ASSIGNED, STARTED), lamp(REGISTERED, STARTED)) == [
        "Progress: 2 March 2014, assigned → -"
    ]
    assert told(lamp(REGISTERED, ASSIGNED), lamp(REGISTERED, {**ASSIGNED, "date": "2014-03-09"})) == [
        "Progress/9 March 2014, assigned/Date: 2 March 2014 → 9 March 2014"
    ]


def test_a_step_whose_words_change_is_the_same_step_wherever_it_stands() -> None:
    before, after = lamp(REGISTERED, STARTED), lamp(REGISTERED, ASSIGNED, {**STARTED, "note": {"zh": "备料完成"}})

    assert told(before, after) == [
        "Progress: - → 2 March 2014, assigned",
        "Progress/3 March 2014, work begun/Note zh: 备料[+完成+]",
    ]


def test_items_of_a_list_that_are_no_parts_come_and_go() -> None:
    before, after = lamp(REGISTERED, unit=["unit:a", "unit:b"]), lamp(REGISTERED, unit=["unit:b", "unit:c"])

    assert told(before, after) == ["Responsible unit: unit:a → -", "Responsible unit: - → unit:c"]


def test_parts_of_parts_are_found() -> None:
    def report(value: str) -> Facts:
        part = {"what": {"zh": "东"}, "value": value}
        return {"kind": "report", "figures": [{"what": {"zh": "条", "en": "lanes"}, "value": "7", "parts": [part]}]}

    assert told(report("3"), report("4"), Report) == ["Reported figures/lanes/Parts/东, 4/Figure: 3 → 4"]


def test_each_language_of_a_text_changes_by_itself() -> None:
    before, after = {"title": {"zh": "路灯不亮", "en": "A lamp"}}, {"title": {"zh": "路灯亮了", "en": "The lamp"}}

    assert told(before, after) == ["Title zh: 路灯[-不亮-][+亮了+]", "Title en: [-A-][+The+] lamp"]


def test_what_another_program_wrote_goes_by_its_name() -> None:
    before, after = {"colour": "red", "lamps": [{"old": 1}]}, {"colour": ["red", 2], "lamps": [{"new": {"a": "b"}}]}

    assert told(before, after) == ['colour: red → ["red", 2]', "lamps/…/old: 1 → -", 'lamps/…/new: - → {"a": "b"}']


def test_the_same_says_nothing() -> None:
    assert changes(lamp(REGISTERED), lamp(REGISTERED), Rectification) == ()


# --- texts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "edits", "added", "removed"),
    [
        ("灯亮了。", "路灯亮了。", "[+路+]灯亮了。", 1, 0),
        ("20 盏灯", "25 盏灯", "[-20-][+25+] 盏灯", 1, 1),
        ("the lamp is on", "the lamps are on", "the [-lamp is-][+lamps are+] on", 2, 2),
        ("one\ntwo\n", "one\nthree\n", "one\n[-two-][+three+]\n", 1, 1),
        ("", "新的", "[+新的+]", 2, 0),
        ("旧的", "", "[-旧的-]", 0, 2),
        ("甲，乙", "甲；乙", "甲[-，-][+；+]乙", 0, 0),
    ],
)
def test_a_text_is_compared_by_words_and_by_chinese_characters(
    before: str, after: str, edits: str, added: int, removed: int
) -> None:
    found = reworded(before, after, "zh")

    assert (drawn(found.edits), found.added, found.removed) == (edits, added, removed)


def test_of_what_stays_only_the_ends_are_told() -> None:
    long = "一二三四五六七八九十" * 20
    first, same, last = reworded(f"甲{long}乙", f"子{long}丑", "zh").edits[1:4]

    assert (first.text, last.text) == ("子", "乙")
    assert same.text == f"{long[:KEPT]}……{long[-KEPT:]}"


def test_a_text_that_is_all_other_words_takes_no_time() -> None:
    found = reworded("灯亮" * 200_000, "街巷\n" * 200_000, "zh")

    assert [edit.fate for edit in found.edits] == [Fate.GONE, Fate.NEW]


TEXTS = st.text("灯亮了 ab,\n", max_size=40)


@given(TEXTS, TEXTS)
def test_the_edits_give_both_texts(before: str, after: str) -> None:
    """None is longer than what is told whole."""
    edits = reworded(before, after, "zh").edits

    assert "".join(edit.text for edit in edits if edit.fate is not Fate.NEW) == before
    assert "".join(edit.text for edit in edits if edit.fate is not Fate.GONE) == after


PLAIN = st.recursive(
    st.booleans() | st.integers(0, 9) | st.sampled_from(["2014-03-01", "assigned", "unit:a", "water", "20+", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["zh", "en", "date", "step", "text", "title", "progress", "x"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
RECORDS = st.dictionaries(st.sampled_from(sorted(Rectification.model_fields)), PLAIN, max_size=4)


@given(RECORDS, RECORDS)
def test_whatever_a_version_says_it_is_told_without_failing(before: Facts, after: Facts) -> None:
    """And nothing is told if and only if nothing changed."""
    said = {name: {**record, "id": "1"} for name, record in (("before", before), ("after", after))}
    found = changes(said["before"], said["after"], Rectification)

    assert bool(found) == ({**before, "id": ""} != {**after, "id": ""})
    assert all(one.place for one in found)
