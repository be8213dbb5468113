"""A planted number stops the build wherever an editor can write it, at its place, and is said nowhere in full."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minusone.pipeline import check_all, to_translate
from minusone.problems import ContentError, Format, Problem, written
from minusone.rebuild import build
from minusone.settings import settings
from minusone.worklist import told
from tests.built import places
from tests.sites import BAISHA, CONFIG, MARK, marked, problems, progress, record, rectification, where

ID = "330205199001011239"
PNG = "-- content/activities/lane.png --\n"


def said(problem: Problem) -> str:
    return "".join(written([problem], style, lang) for style in ("text", "json", "github") for lang in ("zh", "en"))


PLACES = {
    "a title": rectification(f"title: {MARK}{ID} 反映"),
    "a summary": rectification(f"summary: 反映人{MARK}{ID}"),
    "a body": rectification(body=f"开头\n\n由{MARK}{ID}反映"),
    "a list in a body": rectification(body=f"- 一\n- 由{MARK}{ID}反映"),
    "a step": rectification(progress(f"date: 2014-03-01, step: registered, note: {MARK}{ID}")),
    "a comment": rectification(f"# 反映人{MARK}{ID}\ntitle: 路灯"),
    "an alternative text": PNG + record("activity", "x", body=f"![{MARK}{ID}](lane.png)"),
    "a caption": PNG + record("activity", "x", f"pictures:\n  - {{file: lane.png, alt: 巷子, caption: {MARK}{ID}}}"),
    "a translation": rectification() + f"-- content/rectifications/2014-001.en.md --\n---\ntitle: {MARK}{ID}\n---\n",
    "full width": rectification(body=f"由{MARK}３３０２０５１９９００１０１１２３９反映"),
    "broken over lines": rectification(body=f"由{MARK}330205\n19900101\n1239反映"),
    "the settings": f"-- config.yaml --\n{CONFIG.replace('办公室', f'办公室{MARK}{ID}')}",
    "a file name": f"-- content/pages/{ID}.zh.md --\n{MARK}---\nid: x\ntitle: 一\n---\n",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_a_planted_number_stops_the_build_where_it_stands_and_is_not_echoed(text: str, tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + text)
    private = [problem for problem in found if problem.code == "private"]
    place = marked(BAISHA + text)[0].replace(ID, "3302************39")

    assert place in [one.partition(" ")[0] for one in where(private)]
    assert not any(ID in said(problem) for problem in found)
    with pytest.raises(ContentError):
        build(places(tmp_path, BAISHA + text), None, workers=1)
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    "text",
    [
        rectification(f"deadline: {ID}"),
        rectification(f"unit: {ID}"),
        rectification(f"topic: '{ID}'"),
        rectification(f"{ID}: 一"),
        rectification(f"id: x{ID}_"),
        rectification(body=f"<b>{ID}</b>"),
        rectification(body=f"[x](page:x{ID}) 和 [y]({ID})"),
        f"-- content/{ID}/x.zh.md --\n",
        f"-- content/{ID}.txt --\n",
        f"-- config.yaml --\n{CONFIG}per_page: {ID}\n",
    ],
)
def test_no_other_fault_echoes_it_either(text: str, tmp_path: Path) -> None:
    found = problems(tmp_path, BAISHA + text)

    assert found
    assert not any(ID in said(problem) for problem in found)


@pytest.mark.parametrize(
    "text",
    [
        rectification(f"memo: 反映人{ID}"),
        rectification(f"memo: |\n  反映人\n  {ID}\ntitle: 路灯"),
        record("page", "secret", f"internal: true\nsummary: {ID}", f"{ID}")
        + f"-- content/pages/secret.en.md --\n---\ntitle: {ID}\n---\n",
    ],
    ids=["a memo", "a long memo", "an internal file"],
)
def test_what_never_leaves_may_hold_it(text: str, tmp_path: Path) -> None:
    assert problems(tmp_path, BAISHA + text) == ()


def test_after_an_internal_field_the_search_goes_on_at_the_right_place(tmp_path: Path) -> None:
    text = BAISHA + rectification(f"memo: |\n  {ID}\n  二\nsummary: 由{MARK}{ID}反映")

    assert [place.partition(" ")[0] for place in where(problems(tmp_path, text))] == marked(text)


LISTED = CONFIG.replace("footer:", "privacy:\n  office_lines: [0574-8765 4321, office@example.com]\nfooter:")


def test_public_office_lines_are_published(tmp_path: Path) -> None:
    good = f"-- config.yaml --\n{LISTED}" + BAISHA + record("page", "x", body="（0574）87654321，office@example.com")
    other = f"-- config.yaml --\n{LISTED}" + BAISHA + record("page", "x", body="0574-87654322")

    assert problems(tmp_path / "good", good) == ()
    assert len(problems(tmp_path / "other", other)) == 1


def test_an_exception_holds_until_its_day_and_says_nothing_of_itself_on_the_site(tmp_path: Path) -> None:
    content = BAISHA + record("page", "x", body="居民张三反映")
    (found,) = problems(tmp_path, content)
    print_ = found.fix.en.partition("enter ")[2][:8]

    def excepted(until: str) -> str:
        entry = f"{{finding: {print_}, reason: 理由一二三, reviewer: 审核人四五, until: {until}}}"
        return f"-- config.yaml --\n{CONFIG}privacy:\n  exceptions:\n    - {entry}\n{content}"

    assert problems(tmp_path, excepted("2014-04-30")) == ()
    assert {problem.code for problem in problems(tmp_path, excepted("2014-04-29"))} == {"exception-expired", "private"}

    where_ = places(tmp_path, excepted("2014-12-31"))
    build(where_, None, workers=1)
    told = b"".join(file.read_bytes() for file in where_.out.rglob("*") if file.is_file()).decode("utf-8", "replace")
    assert "张三" in told
    assert not any(word in told for word in ("理由一二三", "审核人四五", print_))


def test_a_page_sees_how_many_exceptions_there_are_and_no_more(tmp_path: Path) -> None:
    entries = "".join(
        f"    - {{finding: '{n}', reason: 一, reviewer: 主任, until: {until}}}\n"
        for n, until in enumerate(("2014-04-29", "2014-04-30", "2015-01-01"))
    )
    file = tmp_path / "config.yaml"
    file.write_text(f"{CONFIG}privacy:\n  exceptions:\n{entries}", encoding="utf-8")
    said_ = settings(file)
    assert said_.as_of

    shown = said_.public(said_.as_of).privacy.exceptions
    assert [(one.finding, one.reason.zh, one.reviewer.zh) for one in shown] == [("", "", "")] * 2


def test_problems_as_data_are_masked_too(tmp_path: Path) -> None:
    found, _ = check_all(places(tmp_path, BAISHA + PLACES["a title"]), None, workers=1)
    data = json.loads(written(found, "json", "zh"))

    assert any("3302************39" in one["what"] for one in data)


@pytest.mark.parametrize("style", ["text", "json", "github"])
def test_the_list_of_what_to_translate_does_not_echo_it(style: Format, tmp_path: Path) -> None:
    where_ = places(tmp_path, BAISHA + rectification(f"title: 由{ID}反映\nsummary: 由{ID}反映"))
    _, found = to_translate(where_, None, workers=1)

    assert found.items
    assert ID not in told(found, style, "zh")
