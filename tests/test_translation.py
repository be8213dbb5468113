"""A translation holds words only, laid over its source in the source's own order."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.check import one
from minusone.frontmatter import split
from minusone.kinds.rectification import Rectification
from minusone.load import Source
from minusone.problems import Problem
from minusone.translation import translated, untranslated
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

    assert untranslated(item) == (
        ("summary",),
        ("sources", 0, "text"),
        ("body",),
        ("measures", 1, "text"),
        ("measures", 2, "text"),
        ("progress", 1, "note"),
    )


@pytest.mark.parametrize(
    "same", ["id: 2014-001", "deadline: 2014-06-30", "track: deadline", "sample: true", "track: [deadline]"]
)
def test_a_fact_may_be_repeated_as_the_source_has_it(same: str) -> None:
    assert layered(front(f"title: Lamps\n{same}"))[1] == []


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("deadline: 2014-07-31", "fact-in-translation", (3, 1)),
        ("track: long_term", "fact-in-translation", (3, 1)),
        ("sample: false", "fact-in-translation", (3, 1)),
        ("measures: [{text: New lamps, due: 2014-06-01}]", "fact-in-translation", (3, 30)),
        ("progress: [{date: 2014-03-02}]", "fact-in-translation", (3, 13)),
        ("leader: Party secretary", "nothing-to-translate", (3, 1)),
        ("measures: [a, b, c, d]", "nothing-to-translate", (3, 21)),
        ("progress: [{note: On the spot}]", "nothing-to-translate", (3, 13)),
        ("titel: Lamps", "unknown-field", (3, 1)),
        ("body: Text", "unknown-field", (3, 1)),
        ("measures: [{txt: New lamps}]", "unknown-field", (3, 13)),
        ("summary: [Three]", "want-text", (3, 10)),
    ],
)
def test_what_is_no_translation_is_refused_where_it_stands(line: str, code: str, place: tuple[int, int]) -> None:
    item, found = layered(front(f"title: Lamps\n{line}"))

    assert [(problem.code, problem.mark) for problem in found] == [(code, place)]
    assert item.title.en == "Lamps"
    assert str(item.deadline and item.deadline.form) == "2014-06-30"


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
