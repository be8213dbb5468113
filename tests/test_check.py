"""A source becomes a record, or says everything that is wrong with it in an editor's words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.check import one
from minusone.frontmatter import split
from minusone.kinds import KINDS
from minusone.kinds.rectification import Rectification, StepKind, Track
from minusone.kinds.unit import Unit
from minusone.load import Source
from minusone.pipeline import check_all
from minusone.problems import Problem
from minusone.schema import Record
from tests.sites import BAISHA, LEAST, problems, progress, record, rectification, site, where


def checked(text: str, kind: str = "unit") -> tuple[Record | None, list[Problem]]:
    matter = split("a.zh.md", text)
    record, found = one(Source("a.zh.md", KINDS[kind], "a", "zh", matter))
    return record, matter.problems + found


def test_a_run_tells_all_problems_of_all_files_in_order(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        record("unit", "b", "tpye: town\nrank: first\nparent: nobody")
        + record("unit", "a", "type: towm\nrank: first")
        + "-- content/units/c.zh.md --\n"
        + record("page", "about", body="[x](page:gone)"),
    )

    assert where(found) == [
        "content/pages/about.zh.md:5:5 dangling-reference",
        "content/units/a.zh.md:3:7 not-one-of",
        "content/units/a.zh.md:4:7 bad-number",
        "content/units/b.zh.md:3:1 unknown-field",
        "content/units/b.zh.md:4:7 bad-number",
        "content/units/c.zh.md:1:1 empty-file",
    ]


def test_a_good_record_is_read_beside_a_bad_one(tmp_path: Path) -> None:
    found, records = check_all(site(tmp_path, BAISHA + record("unit", "b", "type: towm")), None, workers=1)

    assert where(found) == ["content/units/b.zh.md:3:7 not-one-of"]
    assert records == 1


def test_a_reference_to_a_record_with_problems_of_its_own_is_not_one_more_problem(tmp_path: Path) -> None:
    found = problems(tmp_path, record("unit", "baisha", "type: towm") + rectification(body="[单位](unit:baisha)"))

    assert where(found) == ["content/units/baisha.zh.md:3:7 not-one-of"]


def test_a_reference_to_a_file_that_can_not_even_be_read_is_not_one_more_problem(tmp_path: Path) -> None:
    text = (
        "-- content/units/baisha.zh.md --\n"
        + "-- content/rectifications/2014-002-lamps.zh.md --\n---\n"
        + rectification(body="[另一件](rectification:2014-002)")
    )

    assert where(problems(tmp_path, text)) == [
        "content/rectifications/2014-002-lamps.zh.md:1:1 unclosed-front-matter",
        "content/units/baisha.zh.md:1:1 empty-file",
    ]


def test_the_text_is_written_below_and_never_lost_as_a_field(tmp_path: Path) -> None:
    assert where(problems(tmp_path, record("page", "about", "body: 正文"))) == [
        "content/pages/about.zh.md:3:1 unknown-field"
    ]


def test_a_blank_optional_field_is_one_that_was_not_given(tmp_path: Path) -> None:
    assert problems(tmp_path, BAISHA + rectification("programme:\ndeadline:\nsample:\nsummary: ~\nmeasures:\n")) == ()


def test_a_blank_required_field_is_missing_where_it_stands(tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + rectification("title:\nunit:\nfound: {date: }"))

    assert where(found) == [
        "content/rectifications/2014-001.zh.md:3:7 missing-field",
        "content/rectifications/2014-001.zh.md:4:6 missing-field",
        "content/rectifications/2014-001.zh.md:5:15 missing-field",
    ]


@pytest.mark.parametrize("field", ["unit", "track", "progress"])
def test_what_needs_one_is_not_content_with_none(field: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, BAISHA + rectification(f"{field}: []"))

    assert (problem.code, problem.mark) == ("missing-field", (3, len(field) + 3))


@pytest.mark.parametrize("field", ["sources", "lead", "programme", "measures", "pictures"])
def test_an_empty_list_is_as_good_as_none_where_none_is_needed(field: str) -> None:
    rest = "\n".join(f"{name}: {value}" for name, value in ({"id": "a"} | LEAST["rectification"]).items())
    none, _ = checked(f"---\n{rest}\n---\n", "rectification")
    empty, found = checked(f"---\n{rest}\n{field}: []\n---\n", "rectification")

    assert found == []
    assert empty == none


def test_an_empty_list_is_no_text(tmp_path: Path) -> None:
    assert where(problems(tmp_path, record("page", "about", "summary: []"))) == [
        "content/pages/about.zh.md:3:10 want-text"
    ]


@pytest.mark.parametrize(
    ("written", "example"),
    [("money: 3", "currency"), ("found: 三月", "date"), ("targets: [六盏灯]", "id"), ("money: [3]", "currency")],
)
def test_where_fields_belong_one_of_them_is_shown(written: str, example: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, BAISHA + rectification(written))

    assert (found.code, found.fix.en) == ("want-fields", f"Write “{example}: …”")


def test_one_item_needs_no_list_and_brief_parts_no_fields() -> None:
    lone, _ = checked("---\nid: a\ntitle: A\ntype: town\nsources: 宁波日报\n---\n")
    listed, _ = checked("---\nid: a\ntitle: A\ntype: town\nsources: [{text: 宁波日报}]\n---\n")

    assert lone == listed
    assert lone is not None


def test_a_term_may_be_written_in_either_language() -> None:
    written = [
        checked(f"---\nid: a\ntitle: A\ntype: {term}\n---\n")[0] for term in ("zone", "工业区", "industrial zone")
    ]

    assert [unit.type.value for unit in written if isinstance(unit, Unit)] == ["zone"] * 3


def test_yaml_traps_are_what_their_fields_type_says() -> None:
    record, _ = checked(
        "---\nid: 010\ntitle: NO\nsummary: 12:30\narea: on\ntopic: 停车与交通\nunit: yes\ntrack: [deadline, 长期整改]\n"
        + progress("date: 2014-03-01, step: 登记")
        + "\n---\n",
        "rectification",
    )

    assert isinstance(record, Rectification)
    assert (record.id, record.title.zh, str(record.unit[0]), str(record.area)) == ("010", "NO", "unit:yes", "unit:on")
    assert record.summary is not None
    assert record.summary.zh == "12:30"
    assert record.track == (Track.DEADLINE, Track.LONG_TERM)
    assert record.progress[0].step is StepKind.REGISTERED


@pytest.mark.parametrize(
    ("written", "nearest"),
    [("titel: A", "“title”"), ("标题: A", "“title”"), ("上级: baisha", "“parent”"), ("colour: red", "Delete the line")],
)
def test_an_unknown_field_is_answered_with_the_nearest_known_one(written: str, nearest: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, record("unit", "a", written))

    assert (found.code, found.mark) == ("unknown-field", (3, 1))
    assert nearest in found.fix.en
    assert "title" in found.why.en
    assert "body" not in found.why.en


def test_a_problem_deep_inside_a_record_has_its_own_place_and_name(tmp_path: Path) -> None:
    steps = progress(
        "date: 2014-03-01, step: registered", "date: 2014-13-02, step: assinged, by: 街道, evidence: {txt: 照片}"
    )
    found = problems(tmp_path, BAISHA + rectification(steps))

    assert where(found) == [
        "content/rectifications/2014-001.zh.md:5:12 bad-date",
        "content/rectifications/2014-001.zh.md:5:30 not-one-of",
        "content/rectifications/2014-001.zh.md:5:44 bad-reference",
        "content/rectifications/2014-001.zh.md:5:48 missing-field",
        "content/rectifications/2014-001.zh.md:5:59 unknown-field",
    ]
    assert "“2014-13-02” is not a date. There is no month 13." in found[0].to("en")
    assert "是不是“assigned”" in found[1].to("zh")


@pytest.mark.parametrize("kind", LEAST)
def test_each_kind_is_content_with_the_least_and_misses_every_field_of_it(kind: str) -> None:
    fields = {"id": "a"} | LEAST[kind]

    def text(names: list[str]) -> str:
        return "\n".join(["---", *(f"{name}: {fields[name]}" for name in names), "---", ""])

    assert checked(text(list(fields)), kind)[1] == []
    for gone in fields:
        if gone != "found":
            _, (problem,) = checked(text([name for name in fields if name != gone]), kind)
            assert (problem.code, gone in problem.what.en) == ("missing-field", True)


HOSTILE = st.sampled_from(
    ["", "~", "[]", "{}", "[~]", "[[a]]", "{a: b}", "[{a: b}]", "-1", "９", "x" * 200, "'*'", "#", ":"]
)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_whatever_stands_in_whatever_field_is_a_record_or_a_problem_that_a_fault_names(
    kind: str, data: st.DataObject
) -> None:
    names = [name for name in KINDS[kind].model_fields if name != "body"]
    name = data.draw(st.sampled_from(names))
    least = {"id": "a"} | LEAST[kind] | {name: data.draw(HOSTILE)}
    record, found = checked("---\n" + "\n".join(f"{key}: {value}" for key, value in least.items()) + "\n---\n", kind)

    assert record or found
