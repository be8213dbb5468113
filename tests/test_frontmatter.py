"""Front matter means what an editor sees: no scalar is guessed at, nothing is lost, nothing explodes."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.fields import Data
from minusone.frontmatter import Matter, read, split
from minusone.problems import Mark


def codes(matter: Matter) -> list[str]:
    return [problem.code for problem in matter.problems]


def places(matter: Matter) -> list[tuple[int, int, str]]:
    return [(*problem.mark, problem.code) for problem in matter.problems]


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "on",
        "yes",
        "12:30",
        "010",
        "0x1F",
        "1_000",
        "1e3",
        "2014-02-30",
        "2014-03-06",
        ".inf",
        "=",
        "1.10",
        "True",
    ],
)
def test_a_scalar_is_what_it_looks_like(written: str) -> None:
    assert read("a.md", f"field: {written}").data == {"field": written}
    assert read("a.md", f"field: [{written}]").data == {"field": [written]}
    assert read("a.md", f"{written}: field").data == {written: "field"}


@pytest.mark.parametrize("blank", ["", "~", "null"])
def test_a_blank_value_is_none_and_a_quoted_one_is_text(blank: str) -> None:
    assert read("a.md", f"field: {blank}\nlist: [{{}}, {blank or '~'}]").data == {"field": None, "list": [{}, None]}
    assert read("a.md", f"field: '{blank}'").data == {"field": blank}


def test_every_name_and_value_knows_its_place_also_after_chinese_words() -> None:
    matter = read("a.md", "标题: 路灯\nfound: {date: 2014-03-01, 渠道: 走亲}\nsteps:\n  - step: closed\n", first_line=2)

    assert matter.mark(("标题",)) == Mark(2, 5)
    assert matter.mark(("found", "渠道")) == Mark(3, 31)
    assert matter.mark(("steps", 0, "step"), key=True) == Mark(5, 5)
    assert matter.mark(("steps", 0, "step")) == Mark(5, 11)


def test_what_is_not_there_has_the_place_of_what_should_hold_it() -> None:
    matter = read("a.md", "title: 路灯\nsteps:\n  - step: closed\nunit: baisha\n")

    assert matter.mark(("steps", 0, "date")) == Mark(3, 5)
    assert matter.mark(("steps", 7)) == Mark(2, 1)
    assert matter.mark(("unit", 0)) == matter.mark(("unit",)) == Mark(4, 7)
    assert matter.mark(("nowhere",)) == matter.mark(()) == Mark(1, 1)


def test_the_text_below_keeps_its_rules_and_knows_its_first_line() -> None:
    matter = split("a.md", "---\ntitle: 路灯\n---  \n正文\n\n---\n\n后记")

    assert matter.data == {"title": "路灯"}
    assert matter.body == "正文\n\n---\n\n后记"
    assert matter.body_line == 4


def test_equal_keys_are_all_found_at_any_depth_and_the_first_one_stays() -> None:
    matter = read("a.md", "a: 1\nb:\n  - {c: {d: 1, d: [2, {e: 3}]}}\na: {f: 4}\na: 5\n")

    assert places(matter) == [(3, 16, "duplicate-key"), (4, 1, "duplicate-key"), (5, 1, "duplicate-key")]
    assert matter.data == {"a": "1", "b": [{"c": {"d": "1"}}]}


BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(
    ("trick", "said"),
    [
        ("a: !!python/object/apply:os.system [id]", "tag:yaml.org,2002:python/object/apply:os.system"),
        ("a: !local x", "!local"),
        ("a: !!int 3", "tag:yaml.org,2002:int"),
        ("!!str a: x", "tag:yaml.org,2002:str"),
        ("a: &x 1\nb: {<<: *x}", "&x"),
        ("a: &x [*x]", "*x"),
        (BOMB, "*h"),
    ],
)
def test_tags_anchors_and_aliases_are_refused_where_they_stand(trick: str, said: str) -> None:
    matter = read("a.md", trick)

    assert set(codes(matter)) == {"no-aliases"}
    assert any(f"“{said}”" in problem.what.en for problem in matter.problems)


def test_an_alias_bomb_stays_small() -> None:
    data = read("a.md", BOMB).data

    assert data["i"] == [None, None]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "- - [{a: ["])
def test_a_hundred_kilobytes_of_openings_are_one_problem(opening: str) -> None:
    matter = read("a.md", "a: 1\nb:\n  " + opening * (100_000 // len(opening)))

    assert codes(matter) in (["too-deep"], ["bad-yaml"], ["not-fields"])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("title：路灯", (1, 6, "full-width-colon")),
        ("id: a\ntitle：路灯\nrank: 1", (2, 6, "full-width-colon")),
        ("steps:\n  - date：2014-03-01\n    step: closed", (2, 9, "full-width-colon")),
        ("found:\n\tdate: 2014", (2, 1, "tab-indent")),
        ("found:\n  \tdate: 2014", (2, 3, "tab-indent")),
        ("title: 路灯\nsummary: 第一\x07段", (2, 12, "unseen-character")),
        ("title: 路灯\nsummary: 第一\u2028段", (2, 12, "unseen-character")),
        ("title: 路灯\n rank: 1", (2, 6, "bad-yaml")),
        ("title: @路灯", (1, 8, "bad-yaml")),
        ("{}", (1, 1, "not-fields")),
        ("路灯", (1, 1, "not-fields")),
        ("title: 路灯\n...\n---\nrank: 1", (1, 1, "not-fields")),
        ("[a]: 1", (1, 1, "not-fields")),
    ],
)
def test_a_slip_is_said_once_and_where_it_is(text: str, problem: tuple[int, int, str]) -> None:
    assert places(read("a.md", text)) == [problem]


def test_a_full_width_colon_inside_a_value_is_only_punctuation() -> None:
    matter = read("a.md", "measures:\n  - PPP：公私合作\n  - wifi：全覆盖\nsummary: |\n  note：说明\n")

    assert matter.problems == []
    assert matter.data["measures"] == ["PPP：公私合作", "wifi：全覆盖"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "no-front-matter"),
        ("\n---\ntitle: 路灯\n---\n", "no-front-matter"),
        ("----\ntitle: 路灯\n---\n", "no-front-matter"),
        ("---\ntitle: 路灯\n", "unclosed-front-matter"),
        ("---", "unclosed-front-matter"),
        ("---\n---\n正文", "not-fields"),
        ("---\n# 一句注释\n---\n", "not-fields"),
    ],
)
def test_fences_must_stand_at_the_top_and_hold_something(text: str, code: str) -> None:
    assert codes(split("a.md", text)) == [code]


@pytest.mark.parametrize("code", [0x00, 0x1F, 0x7F, 0x85, 0x202A, 0x202E, 0x2066, 0x2069, 0xFFFE, 0xFFFF])
def test_what_nobody_sees_is_found_in_a_value_in_an_escape_in_a_name_and_in_the_text(code: int) -> None:
    unseen, escape = chr(code), f"\\u{code:04x}"
    found = split("a.md", f'---\nsummary: "路{escape}灯"\n"a{escape}": 1\n---\n正文\n路{unseen}灯\n')

    assert places(found) == [(2, 10, "unseen-character"), (3, 1, "unseen-character"), (6, 2, "unseen-character")]
    assert f"U+{code:04X}" in found.problems[0].what.en
    assert places(read("a.md", f"# 路{unseen}灯\nrank: 1")) == [(1, 4, "unseen-character")]


def test_half_a_character_is_no_character() -> None:
    assert places(read("a.md", r'title: "路\ud83d"')) == [(1, 12, "bad-yaml")]


def test_line_ends_and_tabs_are_no_secret() -> None:
    found = split("a.md", '---\nsummary: "第一行\\n\\t第二行"\n---\n\t第一行\n第二行')

    assert (found.problems, found.data) == ([], {"summary": "第一行\n\t第二行"})


@pytest.mark.parametrize("front", ["", "{}", "# 一句注释", "\n\n"])
def test_a_bare_file_may_have_nothing_but_a_text(front: str) -> None:
    matter = split("a.en.md", f"---\n{front}\n---\nText", bare=True)

    assert (matter.data, matter.body, matter.problems) == ({}, "Text", [])


@pytest.mark.parametrize(("front", "code"), [("Lamps", "not-fields"), ("- Lamps", "not-fields"), ("a: [", "bad-yaml")])
def test_what_stands_in_a_bare_file_is_fields_all_the_same(front: str, code: str) -> None:
    assert codes(split("a.en.md", f"---\n{front}\n---\nText", bare=True)) == [code]


SCALARS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=8)
TREES: st.SearchStrategy[Data] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4),
    max_leaves=12,
)


def flow(data: Data) -> str:
    """Data in YAML's one-line form, every scalar in single quotes."""
    match data:
        case dict():
            return "{" + ", ".join(f"{flow(key)}: {flow(value)}" for key, value in data.items()) + "}"
        case list():
            return "[" + ", ".join(map(flow, data)) + "]"
    return "'" + str(data).replace("'", "''") + "'"


@given(st.dictionaries(SCALARS, TREES, min_size=1, max_size=4))
def test_what_is_written_is_what_is_read(data: dict[str, Data]) -> None:
    matter = read("a.md", flow(dict(data)))

    assert (matter.data, matter.problems) == (data, [])


@given(st.text(st.sampled_from("ab: -[]{}&*!|>'\"#%@`,?\n\t：—路\x00\x85"), max_size=60))
def test_no_text_whatever_is_a_crash_and_none_is_dropped_in_silence(text: str) -> None:
    matter = split("a.md", f"---\n{text}\n---\n")

    assert matter.data or matter.problems


@pytest.mark.parametrize(
    "front", ["title: 路灯\nsteps:\n  - step: closed", "title: >\n  路灯\nsteps: [{step: closed}]"]
)
def test_what_is_kept_are_the_words_alone_and_it_says_the_same_elsewhere(front: str) -> None:
    text = f"---\n{front}\n---\n正文"
    matter = split("a.md", text)
    elsewhere = pickle.loads(pickle.dumps(matter))

    assert len(pickle.dumps(matter)) < len(text.encode()) + 200
    assert (elsewhere.data, elsewhere.places, elsewhere.body) == (matter.data, matter.places, "正文")
    assert elsewhere.mark(("steps", 0, "step")).line == 4
