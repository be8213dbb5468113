"""A translation holds words only, laid over its source in the source's own order."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.check import one
from minusone.freshness import completeness
from minusone.frontmatter import split
from minusone.kinds.rectification import Rectification
from minusone.load import Source
from minusone.problems import Problem, parted
from minusone.translation import translated
from tests.sites import BAISHA, problems, record, rectification, where

ZH = rectification(
    """
    title: 路灯不亮
    summary: 三盏
    track: deadline
    deadline: 2014-06-30
    sample: true
    sources: 宁波日报
    measures:
      - {text: 换灯, due: 2014-05-31}
      - 补灯
      - 清线
    progress:
      - {date: 2014-03-01, step: registered}
      - {date: 2014-03-02, step: assigned, note: 当天交办}
    money: {planned: 3200000}
    memo: 只给办公室
    """,
    "正文",
).partition("\n")[2]


def layered(en: str, zh: str = ZH) -> tuple[Rectification, list[Problem]]:
    source, translation = (
        Source(f"a.{lang}.md", Rectification, "a", "zh", split("", text)) for lang, text in (("zh", zh), ("en", en))
    )
    record, wrong = one(source)
    assert wrong == []
    assert isinstance(record, Rectification)
    laid, found = translated(record, source, translation)
    assert isinstance(laid, Rectification)
    return laid, found


def front(fields: str, body: str = "") -> str:
    return f"---\n{fields}\n---\n{body}"


def test_words_are_laid_over_the_source_and_facts_stay_its_own() -> None:
    item, found = layered(
        front(
            "title: Street lamps are out\nmeasures: [New lamps, {text: More lamps}]\nprogress: [{}, {note: At once}]",
            "Text",
        )
    )

    assert found == []
    assert item.title.en == "Street lamps are out"
    assert [measure.text.en for measure in item.measures] == ["New lamps", "More lamps", None]
    assert item.measures[0].due is not None
    assert item.progress[1].note is not None
    assert item.progress[1].note.en == "At once"
    assert item.body is not None
    assert item.body.en == "Text"


def test_every_public_word_without_english_is_known_by_its_place() -> None:
    item, _ = layered(front("title: Street lamps are out\nmeasures: [New lamps, '', ~]"))

    assert completeness(item).missing == (
        ("summary",),
        ("sources", 0, "text"),
        ("body",),
        ("measures", 1, "text"),
        ("measures", 2, "text"),
        ("progress", 1, "note"),
    )


@pytest.mark.parametrize(
    "same",
    [
        "id: 2014-001",
        "deadline: 2014-06-30",
        "track: deadline",
        "track: [限期整改]",
        "sample: yes",
        "nature: problem",
        "area: unit:baisha",
        "unit: [baisha]",
        "money: {currency: CNY, planned: 3200000}",
        "progress: [{date: 2014-03-01, step: 登记}]",
        "measures: [{text: New lamps, due: 2014-05-31}]",
    ],
)
def test_a_fact_may_be_repeated_however_it_is_written(same: str) -> None:
    assert layered(front(f"title: Lamps\n{same}"))[1] == []


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("deadline: 2014-07-31", "fact-in-translation", (3, 1)),
        ("track: long_term", "fact-in-translation", (3, 1)),
        ("sample: false", "fact-in-translation", (3, 1)),
        ("measures: [{text: New lamps, due: 2014-06-01}]", "fact-in-translation", (3, 30)),
        ("progress: [{date: 2014-03-02}]", "fact-in-translation", (3, 13)),
        ("nature: promise", "fact-in-translation", (3, 1)),
        ("track: [deadline, long_term]", "fact-in-translation", (3, 1)),
        ("money: {planned: 320万}", "fact-in-translation", (3, 1)),
        ("memo: For the office", "fact-in-translation", (3, 1)),
        ("lead: baisha", "nothing-to-translate", (3, 1)),
        ("leader: Party secretary", "nothing-to-translate", (3, 1)),
        ("measures: [a, b, c, d]", "nothing-to-translate", (3, 21)),
        ("progress: [{note: On the spot}]", "nothing-to-translate", (3, 13)),
        ("titel: Lamps", "unknown-field", (3, 1)),
        ("body: Text", "unknown-field", (3, 1)),
        ("measures: [{txt: New lamps}]", "unknown-field", (3, 13)),
        ("summary: [Three]", "want-text", (3, 10)),
        ("progress: [On the spot]", "want-fields", (3, 12)),
        ("progress: On the spot", "want-fields", (3, 11)),
        ("measures: [[New lamps]]", "want-fields", (3, 12)),
    ],
)
def test_what_is_no_translation_is_refused_where_it_stands(line: str, code: str, place: tuple[int, int]) -> None:
    item, found = layered(front(f"title: Lamps\n{line}"))

    assert [(problem.code, problem.mark) for problem in found] == [(code, place)]
    assert item.title.en == "Lamps"
    assert str(item.deadline and item.deadline.form) == "2014-06-30"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nature: promise", "The source says “problem”"),
        ("sample: false", "The source says “true”"),
        ("nature: promise", "The source says “problem”"),
        ("internal: yes", "The source says “false”"),
        ("track: long_term", "The source says “deadline”"),
        ("unit: [baisha, north]", "The source says “baisha”"),
    ],
)
def test_a_changed_fact_is_told_with_what_the_source_says(line: str, said: str) -> None:
    (problem,) = layered(front(f"title: Lamps\n{line}"))[1]

    assert problem.why.en.startswith(said)


def test_of_an_unknown_field_only_what_can_be_translated_is_told(tmp_path: Path) -> None:
    titel, deadlin, txt = layered(front("titel: Lamps\ndeadlin: 2014-06\nmeasures: [{txt: New lamps}]"))[1]

    assert titel.fix.en == "Did you mean “title”?"
    assert deadlin.fix.en == "A translation holds only words to be translated"
    assert txt.why.en == "What can stand here: text"
    known = titel.why.en.partition(": ")[2].split(", ")
    assert {"title", "summary", "target", "measures", "progress"} <= set(known)
    assert not {"id", "memo", "deadline", "track", "area", "body"} & set(known)


def test_where_fields_belong_one_that_can_be_translated_is_shown() -> None:
    (problem,) = layered(front("progress: [On the spot]"))[1]

    assert problem.to("en").endswith("should hold fields. There is only this: On the spot. Write “note: …”.")


@pytest.mark.parametrize("nothing", ["", "{}", "# to be done"])
def test_a_text_may_be_all_that_is_translated(nothing: str, tmp_path: Path) -> None:
    english = f"-- content/pages/about.en.md --\n---\n{nothing}\n---\n\nAbout us\n"

    assert parted(problems(tmp_path, BAISHA + record("page", "about", body="关于我们") + english))[0] == ()


def test_a_body_that_the_source_lacks_has_nothing_to_translate() -> None:
    _, found = layered(front("title: Lamps", "Text"), ZH.replace("正文", ""))

    assert [problem.code for problem in found] == ["nothing-to-translate"]


def test_both_files_tell_their_own_problems(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        BAISHA
        + record("page", "about", body="[x](page:gone)")
        + "-- content/pages/about.en.md --\n---\ntitle: About\nrank: 1\n---\n\n[x](page:lost)\n",
    )

    assert where(found) == [
        "content/pages/about.en.md:3:1 fact-in-translation",
        "content/pages/about.en.md:6:5 dangling-reference",
        "content/pages/about.zh.md:5:5 dangling-reference",
    ]


@pytest.mark.parametrize("same", ["换灯", " 换灯 "])
def test_chinese_that_was_copied_and_left_standing_is_no_translation(same: str) -> None:
    item, found = layered(front(f"title: 路灯不亮\nmeasures: ['{same}', New lamps]", "\n正文\n"))

    assert found == []
    assert item.title.en is None
    assert item.body
    assert item.body.en is None
    assert [measure.text.en for measure in item.measures] == [None, "New lamps", None]


def test_a_name_that_is_the_same_in_both_languages_is_a_translation() -> None:
    item, _ = layered(front("title: GB 3838"), ZH.replace("title: 路灯不亮", "title: GB 3838"))

    assert item.title.en == "GB 3838"
