"""Records as plain JSON."""

from __future__ import annotations

import json
from pathlib import Path

from minusone.plain import plain
from minusone.schema import Ref
from minusone.transparency.canonical import canonical
from tests.built import linked
from tests.sites import BAISHA, rectification, site


def said(folder: Path, text: str, ref: Ref) -> object:
    return json.loads(canonical(plain(linked(site(folder, text)).records[ref])))


def test_it_says_what_the_file_says_and_nothing_by_default(tmp_path: Path) -> None:
    text = rectification("title: 路灯\nmemo: 只给办公室\ndeadline: 2014-Q2", "灯**亮**了") + BAISHA

    assert said(tmp_path, text, Ref("rectification", "2014-001")) == {
        "kind": "rectification",
        "id": "2014-001",
        "title": {"zh": "路灯"},
        "found": {"date": "2014-03-01"},
        "area": "unit:baisha",
        "topic": "streets",
        "unit": ["unit:baisha"],
        "track": ["immediate"],
        "deadline": "2014-Q2",
        "progress": [{"date": "2014-04-01", "step": "registered"}],
        "body": {"zh": "灯**亮**了\n"},
    }


def test_a_translation_stands_beside_its_source(tmp_path: Path) -> None:
    text = BAISHA + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"

    assert said(tmp_path, text, Ref("unit", "baisha")) == {
        "kind": "unit",
        "id": "baisha",
        "title": {"zh": "白沙街道", "en": "Baisha Street"},
        "type": "street",
    }
