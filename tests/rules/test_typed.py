"""A total that was typed is held against the records; a share that was typed leaves somebody unnamed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.rules.typed import SHARES, TOTALS
from minusone.words import LANGS, Lang
from tests.sites import BAISHA, problems, record, rectification

ACTIVITIES = record("activity", "a", "form: lecture") + record("activity", "b", "form: field_research")
ENGLISH = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n{}\n"


def noted(folder: Path, zh: str, en: str = "Here", fields: str = "") -> list[str]:
    """What is noted of a page of a site with one rectification and two activities."""
    text = BAISHA + rectification() + ACTIVITIES + record("page", "about", fields, zh) + ENGLISH.format(en)
    found = [problem for problem in problems(folder, text) if problem.code.startswith("typed-")]
    assert all(problem.note for problem in found)
    return [f"{problem.code}: {problem.to('zh')}" for problem in found]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("共 37 件整改。", 'count("rectification")'),
        ("本站一共有 **37** 件整改事项", 'count("rectification")'),
        ("截至四月底，累计登记整改 37 件。", 'count("rectification")'),
        ("整改共 37 件", 'count("rectification")'),
        ("累计 12 次活动", 'count("activity")'),
        ("累计开展活动 1,200 次", 'count("activity")'),
        ("共开展 3 次党课", 'count("activity", form="lecture")'),
        ("合计走亲日记 8 份", 'count("activity", form="diary")'),
        ("总共 5 次督导", 'count("visit")'),
    ],
)
def test_a_typed_total_is_noted_with_the_query_to_write(text: str, query: str, tmp_path: Path) -> None:
    (found,) = noted(tmp_path, text)

    assert found.startswith("typed-total: ")
    assert f"改写成 {{{{ {query} }}}}" in found


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("37 rectifications in all", 'count("rectification")'),
        ("A total of 12 activities was held", 'count("activity")'),
        ("There were 3 lectures so far.", 'count("activity", form="lecture")'),
        ("5 supervision visits altogether", 'count("visit")'),
    ],
)
def test_a_typed_total_is_noted_in_english_too(text: str, query: str, tmp_path: Path) -> None:
    (found,) = noted(tmp_path, "见此", text)

    assert found.startswith("typed-total: ")
    assert "about.en.md:4:" in found
    assert f"{{{{ {query} }}}}" in found


@pytest.mark.parametrize(
    "text",
    [
        "共 1 件整改",
        "累计 2 次活动，共 1 次党课",
        "共 37 件",
        "37 件整改",
        "共 37 件整改措施",
        "共 20 余次活动",
        "共 20 多次活动",
        '共 {{ count("rectification") }} 件整改',
        "`共 37 件整改`",
        "共同努力，整改在 3 月完成",
        "共 3 个单位",
    ],
)
def test_what_is_true_or_says_no_total_of_a_kind_is_left_alone(text: str, tmp_path: Path) -> None:
    assert noted(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "销号率 90%",
        "销号率达到 90％",
        "整改完成百分之九十",
        "90% 已办结",
        "100 件中 99 件已办结",
        "100 件里 99 件整改到位",
        "100 件里有 99 件整改到位",
        "100 件问题已整改 99 件",
        "99/100 件已办结",
        "九成以上的问题已经解决",
    ],
)
def test_a_typed_share_is_noted(text: str, tmp_path: Path) -> None:
    (found,) = noted(tmp_path, text)

    assert found.startswith("typed-share: ")
    assert 'share("rectification", state="closed")' in found


@pytest.mark.parametrize(
    "text",
    [
        "90% closed",
        "90 per cent of them are closed",
        "99 of 100 resolved",
        "The closure rate is 90%",
        "9 out of 10 done",
        "nine in ten closed",
        "99/100 resolved",
    ],
)
def test_a_typed_share_is_noted_in_english_too(text: str, tmp_path: Path) -> None:
    (found,) = noted(tmp_path, "见此", text)

    assert found.startswith("typed-share: ")


@pytest.mark.parametrize(
    "text",
    [
        "水质提升 30%",
        "办结后 3 个月回访",
        "4/30 前完成",
        "完成 5 件，还有 1 件",
        "成立三成员小组，完成登记",
        '{{ share("rectification", state="closed") }}',
        "完成。投诉少了 20%",
        "`销号率 90%`",
    ],
)
def test_other_percentages_are_left_alone(text: str, tmp_path: Path) -> None:
    assert noted(tmp_path, text) == []


def test_the_words_of_a_source_are_left_alone(tmp_path: Path) -> None:
    assert noted(tmp_path, "共 37 件整改，销号率 90%", "37 rectifications in all", "sources: 三月的报道") == []


def test_what_is_not_published_is_left_alone(tmp_path: Path) -> None:
    assert noted(tmp_path, "共 37 件整改，销号率 90%", fields="internal: yes") == []


WORDS: dict[Lang, list[str]] = {
    "zh": [
        *(
            "共",
            "一共",
            "累计",
            "合计",
            "总",
            "计",
            "整改",
            "活动",
            "督导",
            "党课",
            "走亲日记",
            "单位",
            "事项",
            "了",
            "的",
            "率",
        ),
        *(
            "销号",
            "办结",
            "完成",
            "解决",
            "结案",
            "落实",
            "百分之",
            "三",
            "成",
            "一",
            "十",
            "中",
            "里",
            "件",
            "次",
            "项",
            "字",
        ),
        *(
            "37",
            "1,200",
            "9",
            "90",
            "%",
            "％",
            "/",
            "余",
            "+",
            "\n",
            " ",
            "，",
            "。",
            "、",
            "**",
            "_",
            "{{ a }}",
            "`x`",
        ),
    ],
    "en": [
        *(
            "in all",
            "In all",
            "in total",
            "altogether",
            "so far",
            "to date",
            "A total of",
            "a total of",
            "over ",
            "than ",
        ),
        *(
            "rectifications",
            "activities",
            "activity",
            "lectures",
            "supervision visit",
            "closed",
            "closure",
            "resolved",
            "s",
        ),
        *(
            "done",
            "completed",
            "solved",
            "nine",
            "in ten",
            "out of",
            "of",
            "the",
            "ten",
            "often",
            "percent",
            "per cent",
            "and",
        ),
        *("37", "1,200", "9", "90", "%", "/", ",", ".", " ", " ", " ", " ", "\n", "_", "*", "{{ b }}", "`y`"),
    ],
}


@pytest.mark.parametrize("lang", LANGS)
@given(data=st.data())
def test_what_is_tried_in_few_places_is_what_would_be_found_in_all(lang: Lang, data: st.DataObject) -> None:
    between = st.sampled_from(["", " "])
    text = "".join(data.draw(st.lists(st.tuples(st.sampled_from(WORDS[lang]), between).map("".join), max_size=14)))

    for sought in (*TOTALS[lang], SHARES[lang]):
        every = [found.span() for found in sought.whole.compiled.finditer(text)]
        assert [found.span() for found in sought.each(text, text.lower())] == every
