"""What is left to translate, by what there is to do, and never as a bare number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minusone.pipeline import to_translate
from minusone.problems import Format
from minusone.rebuild import build
from minusone.words import Lang
from minusone.worklist import Worklist, told
from tests.built import places
from tests.sites import BAISHA, record, site

FRESH = record("page", "about") + "-- content/pages/about.en.md --\n---\ntitle: About\n---\n"
PART = (
    record("page", "part", "title: 部分\nsummary: 只译了标题")
    + "-- content/pages/part.en.md --\n---\ntitle: In part\n---\n"
)
ALONE = "-- content/pages/alone.en.md --\n---\ntitle: Alone\n---\n"
HIDDEN = record("page", "hidden", "internal: true")
SITE = BAISHA + FRESH + PART + HIDDEN


def found(folder: Path, text: str = SITE.replace("关于本站", "本站"), alone: str = ALONE) -> Worklist:
    """The list once `about` was edited in Chinese alone."""
    build(places(folder, SITE), None, workers=1)
    site(folder, text + alone)
    return to_translate(places(folder, ""), None, workers=1)[1]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "zh",
            """\
译文落后：改好英文；不用改的，运行 build.py translated 文件 [1]
  content/pages/about.en.md:2:8: title “本站”

译文没有原文：补上中文，或者删除译文 [1]
  content/pages/alone.en.md:1:1

没有译文：写一份 .en.md [1]
  content/units/baisha.zh.md:3:8: title “白沙街道”

部分未译：在 .en.md 里补上 [1]
  content/pages/part.zh.md:4:10: summary “只译了标题”

说明：2 条中 0 条译文齐全且不落后，其余：本站；部分
单位：1 条中 0 条译文齐全且不落后，其余：白沙街道""",
        ),
        (
            "en",
            """\
Translation behind: edit the English; where it still fits, run build.py translated FILE [1]
  content/pages/about.en.md:2:8: title “本站”

No source: add the Chinese, or delete the translation [1]
  content/pages/alone.en.md:1:1

Not translated: write an .en.md [1]
  content/units/baisha.zh.md:3:8: title “白沙街道”

Partly translated: add what is lacking to the .en.md [1]
  content/pages/part.zh.md:4:10: summary “只译了标题”

About and help: 0 of 2 fully translated and up to date, the rest: About; In part
Units: 0 of 1 fully translated and up to date, the rest: 白沙街道""",
        ),
    ],
)
def test_the_list_goes_by_what_there_is_to_do_and_names_what_each_kind_lacks(
    lang: Lang, said: str, tmp_path: Path
) -> None:
    assert told(found(tmp_path), "text", lang) == said


def test_for_programs_it_is_one_json_document(tmp_path: Path) -> None:
    data = json.loads(told(found(tmp_path), "json", "en"))

    assert [item["state"] for item in data["items"]] == ["stale", "orphan", "missing", "partial"]
    assert data["items"][0] | {"path": "content/pages/about.en.md", "line": 2, "words": "本站"} == data["items"][0]
    assert data["kinds"]["page"] == {
        "records": 2,
        "lacking": [{"address": "/pages/about/", "state": "stale"}, {"address": "/pages/part/", "state": "partial"}],
    }


def test_for_a_pull_request_it_is_notices(tmp_path: Path) -> None:
    lines = told(found(tmp_path), "github", "en").splitlines()

    assert len(lines) == 4
    assert lines[0].startswith("::notice file=content/pages/about.en.md,line=2,col=8,title=translation-stale::")


@pytest.mark.parametrize(
    ("style", "said"), [("text", "There is nothing to translate.\n"), ("json", '{\n  "items": [],'), ("github", "")]
)
def test_nothing_to_do_is_said_too(style: Format, said: str, tmp_path: Path) -> None:
    nothing = to_translate(places(tmp_path, FRESH), None, workers=1)[1]

    assert told(nothing, style, "en").startswith(said)
    assert (told(nothing, style, "en") == "") == (style == "github")
