"""A kind declares its fields once; what they are follows from their types."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from minusone import check, load, schema
from minusone.kinds import KINDS
from minusone.kinds.activity import Picture
from minusone.kinds.correction import Correction
from minusone.kinds.rectification import Evidence, Step
from minusone.kinds.unit import Unit, UnitType
from minusone.periods import Period
from minusone.schema import (
    Id,
    OneOrMore,
    Part,
    Record,
    Ref,
    Term,
    To,
    UnitClass,
    WebAddress,
    YesNo,
    about,
    field,
    has_words,
    leaves,
    nearest,
    parts,
)
from minusone.words import Bilingual, Words

UNIT = {"id": "baisha", "title": "白沙街道", "type": "street"}


class Lamp(Part):
    brief: ClassVar[str] = "what"
    what: Words = field(("灯", "Lamp"), ("哪盏", "Which one"))
    lit: YesNo = field(("亮", "Lit"), ("亮不亮", "Whether it is"), default=False)


class Colour(Term):
    RED = "red", "红", "red one"


@pytest.mark.parametrize("id_", ["a", "2014-003", "baisha-visit-0306", "0"])
def test_an_id_is_fit_for_an_address(id_: str) -> None:
    assert TypeAdapter(Id).validate_python(id_) == id_


@pytest.mark.parametrize(
    "id_", ["", "A", "白沙", "a_b", "a b", "a/b", "..", "-a", "a-", "a--b", "con", "lpt9", "a" * 81, "a\n", "é", 3]
)
def test_what_is_unfit_for_an_address_or_a_file_name_is_no_id(id_: object) -> None:
    with pytest.raises(ValidationError, match="bad-id"):
        TypeAdapter(Id).validate_python(id_)


@pytest.mark.parametrize(
    ("written", "answer"), [("true", True), ("是", True), ("YES", True), ("false", False), ("否", False), ("No", False)]
)
def test_yes_and_no_may_be_said_in_either_language(written: str, answer: bool) -> None:
    assert TypeAdapter(YesNo).validate_python(written) is answer


@pytest.mark.parametrize("written", ["", "1", "on", "对", 1, None])
def test_nothing_else_is_taken_for_yes_or_no(written: object) -> None:
    with pytest.raises(ValidationError, match="bad-yes-no"):
        TypeAdapter(YesNo).validate_python(written)


@pytest.mark.parametrize("address", ["https://a.cn", "HTTPS://A.cn/x", "http://a.cn/?a=b#c"])
def test_a_web_address_says_how_it_is_reached(address: str) -> None:
    assert TypeAdapter(WebAddress).validate_python(address) == address


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://a.cn", "//a.cn", 'https://a.cn/"x', "https://", "a.cn"]
)
def test_only_a_whole_web_address_is_one(address: str) -> None:
    with pytest.raises(ValidationError, match="bad-link"):
        TypeAdapter(WebAddress).validate_python(address)


def test_a_term_is_its_value_or_either_of_its_labels() -> None:
    colour = TypeAdapter(Colour).validate_python

    assert colour("red") is colour("红") is colour("red one") is Colour.RED
    with pytest.raises(ValidationError, match="enum"):
        colour("green")


def test_a_lone_string_stands_for_a_part_that_has_a_brief_field() -> None:
    lamps = TypeAdapter(OneOrMore[Lamp]).validate_python(["一号", {"what": "二号", "lit": "是"}])

    assert lamps == (Lamp(what=Words("一号")), Lamp(what=Words("二号"), lit=True))
    assert TypeAdapter(OneOrMore[Lamp]).validate_python("一号") == lamps[:1]


def test_what_is_to_be_translated_is_known_however_deep_it_stands() -> None:
    fields = Step.model_fields | Record.model_fields

    assert [name for name in ("note", "evidence", "title", "sources") if not has_words(fields[name])] == []
    assert [name for name in ("date", "step", "by", "residents", "id", "memo") if has_words(fields[name])] == []


@pytest.mark.parametrize(
    ("written", "field"), [("titel", "title"), ("标题", "title"), ("示列", "sample"), ("colour", None)]
)
def test_the_field_that_was_meant_is_the_nearest_by_name_or_label(written: str, field: str | None) -> None:
    assert nearest(written, Record.model_fields) == field


def test_a_field_left_blank_was_not_given() -> None:
    assert Lamp.model_validate({"what": "一号", "lit": None}).lit is False
    with pytest.raises(ValidationError, match="missing"):
        Lamp.model_validate({"what": None})


@pytest.mark.parametrize(
    ("to", "written", "reference"),
    [
        (To(("unit",)), "baisha", Ref("unit", "baisha")),
        (To(("unit",)), "unit:baisha", Ref("unit", "baisha")),
        (To(("unit", "team")), "team:province", Ref("team", "province")),
        (To(("programme",), parts=True), "nights#study", Ref("programme", "nights", "study")),
        (To(("unit",), classes=True), "each:street", UnitClass("street")),
        (To(("unit",), classes=True), "each:village@cicheng", UnitClass("village", "cicheng")),
    ],
)
def test_a_reference_is_an_id_with_its_kind_where_that_is_not_the_first(
    to: To, written: str, reference: object
) -> None:
    assert to.read(written) == reference
    assert to.read(str(reference)) == reference
    assert to.read(reference) is reference


@pytest.mark.parametrize(
    ("to", "written", "fault"),
    [
        (To(("unit",)), "白沙", "bad-reference"),
        (To(("unit",)), "unit:", "bad-reference"),
        (To(("unit",)), "a b", "bad-reference"),
        (To(("unit",)), "nights#study", "bad-reference"),
        (To(("programme",), parts=True), "nights#", "bad-reference"),
        (To(("unit",), classes=True), "each:street@", "bad-reference"),
        (To(("unit",)), ["baisha"], "bad-reference"),
        (To(("unit",)), None, "bad-reference"),
        (To(("unit",)), "team:province", "wrong-kind"),
        (To(("unit",)), "each:street", "wrong-kind"),
    ],
)
def test_what_is_no_reference_of_the_right_kind_is_refused(to: To, written: object, fault: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        to.read(written)

    assert refused.value.type == fault


@given(st.text(max_size=20))
def test_no_text_at_all_makes_a_reference_that_is_not_an_address(text: str) -> None:
    try:
        reference = To(("unit", "team"), parts=True).read(text)
    except PydanticCustomError:
        return
    assert isinstance(reference, Ref)
    assert TypeAdapter(Id).validate_python(reference.id)


def test_a_record_is_never_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Unit.model_validate(UNIT).id = "other"  # type: ignore[misc]


def test_what_is_internal_is_not_in_the_public_record() -> None:
    public = Unit.model_validate(UNIT | {"memo": "只给办公室"}).public()

    assert public.memo is None
    assert public == Unit.model_validate(UNIT)


def test_leaves_are_every_value_that_was_given_with_its_path() -> None:
    unit = Unit.model_validate(UNIT | {"sources": ["日报", {"text": "通报", "url": "https://a.cn"}]})
    found = {leaf.path: leaf.value for leaf in leaves(unit)}

    assert found[("sources", 1, "url")] == "https://a.cn"
    assert found[("type",)] is UnitType.STREET
    assert ("parent",) not in found


@pytest.fixture(scope="module")
def sample(project: Path) -> list[Record]:
    """Records of every kind, but that nothing had to be corrected yet."""
    checked, _ = check.records(load.sources(project / "content", 1_000_000))
    assert {type(item.record) for item in checked} == {*KINDS.values()} - {Correction}
    return [item.record for item in checked]


def walked(value: object, path: schema.Path = ()) -> Iterator[tuple[schema.Path, object]]:
    """Every part and every value in a part, wherever it is."""
    match value:
        case Part():
            yield path, value
            for name in type(value).model_fields:
                yield from walked(getattr(value, name), (*path, name))
        case tuple():
            for position, item in enumerate(value):
                yield from walked(item, (*path, position))
        case _ if value is not None:
            yield path, value


@pytest.mark.parametrize("wanted", [Words, Ref, UnitClass, Period, date, Term, str, object])
def test_what_is_of_a_type_is_found_wherever_it_is(wanted: type[object], sample: list[Record]) -> None:
    for record in sample:
        every = [(path, one) for path, one in walked(record) if isinstance(one, wanted) and not isinstance(one, Part)]
        assert [(leaf.path, leaf.value) for leaf in leaves(record, wanted)] == every


@pytest.mark.parametrize("wanted", [Part, Picture, Evidence, Step])
def test_parts_of_a_type_are_found_wherever_they_are(wanted: type[Part], sample: list[Record]) -> None:
    for record in sample:
        assert parts(record, wanted) == [(path, one) for path, one in walked(record) if isinstance(one, wanted)]


def test_parts_are_found_however_deep() -> None:
    picture = Picture(file="a.png", alt=Words("灯"))
    evidence = Evidence(text=Words("照片"), picture=picture)
    steps = tuple(
        Step.model_validate({"date": "2014-03-01", "step": "update", "evidence": [evidence]}) for _ in range(2)
    )

    assert list(parts(steps, Picture)) == [
        ((0, "evidence", 0, "picture"), picture),
        ((1, "evidence", 0, "picture"), picture),
    ]


def test_a_field_says_what_it_is_once_in_both_languages() -> None:
    said = about(Record.model_fields["memo"])

    assert said.label == Bilingual("内部备注", "Internal note")
    assert said.internal


def test_a_field_that_says_nothing_of_itself_is_the_programmers_mistake() -> None:
    class Silent(Part):
        what: Annotated[str, "nothing"]

    with pytest.raises(KeyError):
        about(Silent.model_fields["what"])
