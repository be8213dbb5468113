"""A query is read, never run: whatever stands between the braces is a Query or a fault."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds import KINDS
from minusone.kinds.rectification import State
from minusone.periods import Period
from minusone.problems import Mark
from minusone.queries import (
    OUTCOMES,
    Among,
    Filter,
    Function,
    Misread,
    Query,
    Value,
    filters,
    quantities,
    query,
    read,
)
from minusone.schema import Ref, Term, To

WRITTEN = 'count("activity", form="field_research", from="2014-02-25")'

# --- any query there can be ------------------------------------------------------------------------------------------

IDS = st.from_regex(r"[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,5}", fullmatch=True)
FORMS = st.sampled_from(["2014-03-06", "2014-03", "2014-Q2", "2014-H1", "2014", "2014/2016", "2014-03-06/2014-03-08"])


def values(filter: Filter) -> st.SearchStrategy[Value]:
    reads = filter.reads
    if isinstance(reads, To):
        part = st.one_of(st.just(""), IDS) if reads.parts else st.just("")
        return st.builds(Ref, st.sampled_from(reads.kinds), IDS, part)
    if issubclass(reads, Term):
        return st.sampled_from(list(reads))
    return FORMS.map(Period.read) if reads is Period else st.booleans()


@st.composite
def queries(draw: st.DrawFn) -> Query:
    kind = draw(st.sampled_from(list(KINDS)))
    known = filters(kind)
    names = draw(st.sets(st.sampled_from(list(known))))
    if isinstance(known.get("from"), Filter) and known["from"].reads is Period and {"from", "to"} <= names:
        names.discard("to")
    functions = [Function.COUNT, Function.LIST, *([Function.SUM] if quantities(kind) else [])]
    chosen = tuple((name, draw(values(known[name]))) for name in known if name in names)
    if [value for name, value in chosen if name in OUTCOMES] in ([State.CLOSED], [Among.CLOSED]):
        functions.append(Function.SHARE)
    function = draw(st.sampled_from(functions))
    of = draw(st.sampled_from(list(quantities(kind)))) if function is Function.SUM else ""
    return Query(function, kind, chosen, of)


@given(queries())
def test_what_a_query_writes_is_read_as_the_same_query(asked: Query) -> None:
    assert read(str(asked)) == asked
    assert read(f"{{{{ {asked} }}}}") == asked


@given(st.lists(queries(), min_size=2, max_size=12, unique=True))
def test_every_query_has_a_name_of_its_own_that_can_be_a_folder_anywhere(asked: list[Query]) -> None:
    slugs = [one.slug for one in asked]

    assert len({slug.casefold() for slug in slugs}) == len(asked)
    assert all(re.fullmatch(r"[a-z]+--[a-z0-9._~-]*[a-z0-9]", slug) and len(slug) <= 160 for slug in slugs)


@given(queries())
def test_chinese_signs_are_read_as_plain_ones(asked: Query) -> None:
    chinese = str(asked).translate(str.maketrans("(),=", "（），＝"))
    quoted = re.sub(r'"([^"]*)"', "“\\1”", chinese)

    assert read(quoted) == asked
    assert read(f"｛｛{quoted}｝｝") == asked


# --- any text there can be -------------------------------------------------------------------------------------------

PIECES = [
    "count",
    "sum",
    "activity",
    "rectification",
    "form",
    "lecture",
    "from",
    "(",
    ")",
    ",",
    "=",
    '"',
    "'",
    "“",
    "{{",
]
SCRAPS = st.lists(st.one_of(st.sampled_from([*PIECES, "}}", " ", "\n", "2014-03", "__import__", "state"]), st.text()))


@given(st.one_of(st.text(), SCRAPS.map("".join)))
def test_any_text_is_a_query_or_a_fault_with_its_words_in_both_languages(text: str) -> None:
    found = read(text)

    if isinstance(found, Misread):
        problem = found.fault.at("a.md", Mark(), **found.particulars)
        assert problem.what.zh
        assert problem.what.en
        with pytest.raises(ValueError, match="not a query"):
            query(text)
    else:
        assert read(str(found)) == found


@pytest.mark.parametrize(
    "text", ["now", "__import__('os')", "count.__class__", "1 + 1", "open('x')", "count", "", "{{}}"]
)
def test_nothing_is_evaluated(text: str) -> None:
    assert isinstance(read(text), Misread)


# --- what an editor is told ------------------------------------------------------------------------------------------


def said(text: str) -> str:
    found = read(text)
    assert isinstance(found, Misread), found
    problem = found.fault.at("a.md", Mark(), **found.particulars)
    return f"{found.fault.code}: {problem.to('en')}"


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ('cuont("activity")', "not-in-queries", "Did you mean “count”?"),
        ('count("activty")', "not-in-queries", "Did you mean “activity”?"),
        ('count("活动")', "not-in-queries", "Did you mean “activity”?"),
        ('count("activity", unit="baisha")', "not-in-queries", "Did you mean “units”?"),
        ('count("activity", 形式="调研")', "not-in-queries", "Did you mean “form”?"),
        ('count("unit", from="2014")', "not-in-queries", "A query has no filter “from” here"),
        ('sum("activity", "houres")', "not-in-queries", "Did you mean “hours”?"),
        ('sum("activity")', "bad-query", "A sum says which field it adds up: people"),
        ('sum("visit", "hours")', "bad-query", "Nothing of a supervision visit can be added up"),
        ('count("activity", "hours")', "bad-query", "Only one kind of record is asked for"),
        ("count()", "bad-query", "The kind of record comes first"),
        ('count("activity", form=)', "bad-query", "parted by commas"),
        ('count("activity",)', "bad-query", "parted by commas"),
        ('count("activity", form="lecture)', "bad-query", "A quote has no partner"),
        ('count("activity", form="lecture", form="diary")', "bad-query", "“form” is written twice"),
        ('count("activity", form="lectures")', "not-one-of", "Did you mean “lecture”?"),
        ('count("activity", sample="maybe")', "bad-yes-no", "Write true or false"),
        ('count("activity", from="2014-02-30")', "bad-date", "2014-02 has no day 30"),
        ('count("activity", from="spring")', "bad-period", "“spring” is neither a date nor a period"),
        (
            'count("activity", from="2014-04", to="2014-03")',
            "ends-before-it-begins",
            "“2014-03” comes before “2014-04”",
        ),
        ('count("activity", units="Bai Sha")', "bad-reference", "The id of another record belongs here"),
        (
            'count("activity", groups="unit:baisha")',
            "wrong-kind",
            "A service group or supervision group is wanted here",
        ),
        ('count("activity", groups="gruop:x")', "bad-reference", "Write for example group:2014-003"),
        ('share("rectification")', "bad-query", 'says state="closed"'),
        ('share("rectification", state="closed", group="open")', "bad-query", 'says state="closed"'),
        ('share("rectification", group="overdue")', "bad-query", "for others write count or list"),
        ('share("activity", form="lecture")', "bad-query", "A share is of the rectifications that are closed"),
    ],
)
def test_a_slip_is_told_with_what_to_write_instead(text: str, code: str, words: str) -> None:
    assert said(text).startswith(f"{code}: ")
    assert words in said(text)


def test_every_term_may_be_written_as_its_value_or_as_either_label() -> None:
    for kind in KINDS:
        for name, filter in filters(kind).items():
            if isinstance(filter.reads, type) and issubclass(filter.reads, Term):
                for term in filter.reads:
                    for spelling in (str(term.value), *term.label):
                        asked = read(f'count("{kind}", {name}="{spelling}")')
                        assert isinstance(asked, Query), spelling
                        assert asked.filters == ((name, term),)


def test_filters_stand_in_one_order_however_they_are_written() -> None:
    assert read('count("activity", from="2014-02-25", form=调研)') == read(WRITTEN)
    assert str(read("count(activity, from=2014-02-25, form=调研)")) == WRITTEN


def test_a_name_too_long_for_a_folder_is_cut_and_told_apart_by_a_digest() -> None:
    asked = [query(f'count("rectification", area="{"a" * 70}", unit="{"b" * 70}", lead="{end}")') for end in ("c", "d")]

    assert asked[0].slug[:120] == asked[1].slug[:120]
    assert asked[0].slug != asked[1].slug


def test_filters_are_those_fields_that_can_be_chosen_by_and_none_that_is_internal() -> None:
    assert list(filters("activity")) == ["form", "units", "groups", "programme", "fulfils", "sample", "from", "to"]
    assert {"state", "group", "area", "unit", "from", "to"} <= set(filters("rectification"))
    assert not any("internal" in filters(kind) for kind in KINDS)
    assert quantities("group").keys() == {"leaders"}
    assert "rank" not in quantities("programme")


def test_a_team_has_a_filter_to_that_is_no_date() -> None:
    asked = query('count("team", to="jiangbei")')

    assert asked.filters == (("to", Ref("unit", "jiangbei")),)


# --- what CONTRIBUTING.md says ---------------------------------------------------------------------------------------


def tables() -> list[str]:
    """The rows of the tables for editors, as they follow from what the kinds declare."""
    functions = [f"| `{one.value}` | {one.label.en} |" for one in Function]
    kinds = [
        f"| `{kind}` | {', '.join(f'`{name}`' for name in filters(kind))} | "
        f"{', '.join(f'`{name}`' for name in quantities(kind)) or '–'} |"
        for kind in KINDS
    ]
    return [*functions, *kinds]


def test_the_table_for_editors_is_true(project: Path) -> None:
    lines = (project / "CONTRIBUTING.md").read_text("utf-8").splitlines()

    assert [row for row in tables() if row not in lines] == []


def test_the_example_of_the_documents_is_a_query() -> None:
    asked = query(WRITTEN)

    assert asked.slug == "count--activity--form-field_research--from-2014-02-25"
    assert dict(asked.filters)["from"] == Period.of(date(2014, 2, 25))
