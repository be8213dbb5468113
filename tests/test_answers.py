"""What the records answer is what counting them by hand would give."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.answers import chosen, total, whole
from minusone.figures import Figure
from minusone.kinds import KINDS
from minusone.kinds.activity import Activity, Form
from minusone.kinds.rectification import Rectification
from minusone.kinds.unit import Unit
from minusone.queries import query
from minusone.reckoning.lifecycle import UNRESOLVED, follow
from minusone.reckoning.units import Tree
from minusone.rules.queries import Asked
from minusone.schema import Record, Ref, UnitClass
from tests.built import DONE, REGISTERED
from tests.sites import LEAST

TODAY = date(2014, 4, 30)
UNITS = (
    ("jiangbei", {"type": "district"}),
    ("cicheng", {"type": "town", "parent": "jiangbei"}),
    ("gongyi", {"type": "village", "parent": "cicheng"}),
    ("baisha", {"type": "street", "parent": "jiangbei"}),
)


def made(kind: str, id: str, **fields: object) -> Record:
    return KINDS[kind].model_validate({**LEAST[kind], "id": id, **fields})


def asked_of(*records: Record) -> Asked:
    units = [made("unit", id, **said) for id, said in UNITS]
    every = {record.ref: record for record in (*units, *records)}
    standings = {one.id: follow(one, TODAY)[0] for one in records if isinstance(one, Rectification)}
    return Asked(every, standings, Tree({one.id: one for one in every.values() if isinstance(one, Unit)}))


def ids(public: Asked, text: str) -> list[str]:
    return [record.id for record in chosen(public, query(text))]


# --- counting --------------------------------------------------------------------------------------------------------

DAYS = st.integers(0, 100).map(lambda n: date(2014, 1, 1) + timedelta(n))


@st.composite
def activities(draw: st.DrawFn) -> tuple[Activity, ...]:
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(list(Form)),
                DAYS,
                st.sampled_from(["jiangbei", "cicheng", "gongyi", "baisha"]),
                st.booleans(),
                st.none() | st.integers(0, 999).map(lambda n: f"{n / 4:g}"),
                st.none() | st.sampled_from(["7", "20+", "1.2万", "3+"]),
            ),
            max_size=12,
        )
    )
    made_ones = []
    for number, (form, day, unit, sample, hours, people) in enumerate(drawn):
        said = {"form": form.value, "date": day.isoformat(), "units": unit, "sample": str(sample).lower()}
        given_ones = {name: value for name, value in (("hours", hours), ("people", people)) if value is not None}
        one = made("activity", f"a-{number}", **said, **given_ones)
        assert isinstance(one, Activity)
        made_ones.append(one)
    return tuple(made_ones)


@given(activities(), st.sampled_from(list(Form)), DAYS, DAYS)
def test_a_count_is_what_counting_by_hand_gives(some: tuple[Activity, ...], form: Form, one: date, other: date) -> None:
    since, until = sorted((one, other))
    text = f'count("activity", form="{form.value}", from="{since}", to="{until}", units="cicheng", sample="no")'
    by_hand = [
        record.id
        for record in some
        if record.form is form
        and since <= record.date.first <= until
        and record.units[0] in (Ref("unit", "cicheng"), Ref("unit", "gongyi"))
        and not record.sample
    ]

    assert ids(asked_of(*some), text) == sorted(by_hand)


@given(activities())
def test_each_record_is_in_one_month_and_in_one_form_only(some: tuple[Activity, ...]) -> None:
    public = asked_of(*some)
    months = [ids(public, f'count("activity", from="2014-{m:02}", to="2014-{m:02}")') for m in range(1, 13)]
    forms = [ids(public, f'count("activity", form="{form.value}")') for form in Form]

    for parts in (months, forms):
        assert sorted(id for part in parts for id in part) == sorted(record.id for record in some)


@given(activities(), st.sampled_from(["hours", "people"]))
def test_a_sum_is_exact_and_says_what_is_not_known(some: tuple[Activity, ...], of: str) -> None:
    added = total(some, of)
    figures = [getattr(record, of) for record in some]
    exact = [one.value if isinstance(one, Figure) else one for one in figures if one is not None]

    assert len(added.known) + len(added.unknown) == len(some)
    assert [record for record in some if getattr(record, of) is None] == list(added.unknown)
    if exact or not some:
        assert added.value is not None
        assert added.value.value == sum(exact, Decimal())
        assert added.value.at_least == any(isinstance(one, Figure) and one.at_least for one in figures)
    else:
        assert added.value is None


def test_a_diarys_hours_are_those_of_its_entries() -> None:
    entries = [{"hours": "1.5", "on": "走访", "whom": "群众"}, {"hours": "2", "on": "会议", "whom": "机关"}]
    diary = made("activity", "a", form="diary", diary={"entries": entries})

    assert total([diary], "hours").value == Figure(Decimal("3.5"))


# --- shares ----------------------------------------------------------------------------------------------------------

LIVES = {
    "registered": [REGISTERED],
    "closed": list(DONE),
    "declined": [REGISTERED, "date: 2014-03-02, step: declined, reason: 不属本区"],
}


def rectification(id: str, life: str, **said: object) -> Record:
    steps = [dict(part.split(": ", 1) for part in step.split(", ")) for step in LIVES[life]]
    found = {"date": "2014-03-01"}
    return made("rectification", id, **{"found": found, "progress": steps, **said})


@given(st.lists(st.tuples(st.sampled_from(list(LIVES)), st.sampled_from(["2014-04-20", "2014-12-31"])), max_size=8))
def test_what_is_done_and_what_is_left_are_the_whole(lives: list[tuple[str, str]]) -> None:
    some = [rectification(f"2014-{n}", life, deadline=due) for n, (life, due) in enumerate(lives)]
    public = asked_of(*some)
    for outcome in ('group="closed"', 'state="closed"'):
        asked = query(f'share("rectification", {outcome}, area="baisha")')
        held, every = chosen(public, asked), whole(public, asked)

        assert set(held) <= set(every)
        assert [record.id for record in every] == sorted(record.id for record in some)
        assert [record.id for record in held] == ids(public, f'count("rectification", {outcome})')
    unresolved = {one.id for one in some if public.standings[one.id].group in UNRESOLVED}
    assert set(ids(public, 'count("rectification", group="unresolved")')) == unresolved
    closed, rest = ids(public, 'count("rectification", state="closed")'), unresolved
    assert set(closed) | rest == {one.id for one in some}


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("named", "unit", "found"),
    [
        ("gongyi", "gongyi", True),
        ("gongyi", "cicheng", True),
        ("gongyi", "jiangbei", True),
        ("gongyi", "baisha", False),
        ("cicheng", "gongyi", False),
        ("each:street", "baisha", True),
        ("each:street", "jiangbei", True),
        ("each:street", "cicheng", False),
        ("each:village@cicheng", "cicheng", True),
    ],
)
def test_a_unit_stands_for_all_below_it_and_for_the_classes_it_is_in(named: str, unit: str, found: bool) -> None:
    public = asked_of(made("activity", "a", units=named), rectification("2014-1", "closed", unit="baisha", lead=named))

    assert (ids(public, f'count("activity", units="{unit}")') == ["a"]) is found
    # Whoever leads answers for it too; the responsible unit is baisha, in jiangbei.
    assert ids(public, f'count("rectification", unit="{unit}")') == (["2014-1"] if found or unit == "baisha" else [])
    assert (ids(public, f'count("rectification", lead="{unit}")') == ["2014-1"]) is found


def test_a_programme_stands_for_its_parts_and_a_commitment_for_itself() -> None:
    promises = [{"id": "study", "what": "夜学", "who": "baisha", "how_often": "FREQ=WEEKLY"}]
    programmes = (made("programme", "one"), made("programme", "nights", parent="one", commitments=promises))
    done = made("activity", "a", programme="nights", fulfils="nights#study")
    public = asked_of(*programmes, done, made("activity", "b", fulfils="nights#other"))

    assert ids(public, 'count("activity", programme="one")') == ["a"]
    assert ids(public, 'count("activity", fulfils="nights")') == ["a", "b"]
    assert ids(public, 'count("activity", fulfils="nights#study")') == ["a"]
    assert ids(public, 'count("programme", parent="one")') == ["nights"]


def test_a_class_of_units_is_none_to_choose_by() -> None:
    everywhere = made("activity", "a", units="each:street")
    assert isinstance(everywhere, Activity)
    assert isinstance(everywhere.units[0], UnitClass)
    with pytest.raises(ValueError, match="not a query"):
        query('count("activity", units="each:street")')


def test_a_rectification_begins_when_it_is_opened() -> None:
    public = asked_of(rectification("2014-1", "closed"))

    assert ids(public, 'count("rectification", from="2014-03-01", to="2014-03-01")') == ["2014-1"]
    assert ids(public, 'count("rectification", from="2014-03-02")') == []
