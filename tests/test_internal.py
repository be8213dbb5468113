"""What is internal or withheld never comes out: no word, figure or name of it is in any byte of a built site."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from minusone import rebuild
from minusone.kinds import KINDS
from minusone.schema import Part, Record, about, classes
from minusone.words import Words
from tests.built import held, places
from tests.sites import BAISHA, FOLDERS, LEAST, record
from tests.test_link import SECRET, SECRETS

pytestmark = pytest.mark.slow

MARKS = st.from_regex(r"zq[a-z0-9]{8}", fullmatch=True)
FIGURES = st.integers(7_000_001, 9_999_999)

# --- a site that says 密 or 77123 wherever it is not to be heard ----------------------------------------------------

CONFIG = """\
# 密 remark
privacy:
  exceptions:
    - {finding: abcd1234, reason: 密 reason, reviewer: 密 reviewer, until: 2015-01-01}
"""

DEEPER = {
    "activity": """
        form: diary
        people: 77123
        diary:
          entries: [{hours: 3, on: 密忙, whom: 密谁, effect: 密成效}]
          reflection: 密反思
          one: 密一
          start: 密起
        pictures: {file: 密.png, alt: 密图, caption: 密图注}
        """,
    "programme": """
        elements: [{title: 密夜, text: 密学}]
        commitments:
          - id: 密
            what: 密事
            who: baisha
            how_often: FREQ=WEEKLY
            excused: [{period: 2014-03, reason: 密由}]
        """,
    "rectification": """
        money: {planned: 77123}
        targets: [{id: 密, what: 密数, measure: 密个, planned: 77123}]
        progress:
          - {date: 2014-03-01, step: registered, note: 密说明, evidence: {text: 密佐证}}
          - {date: 2014-03-02, step: declined, reason: 密理由}
        """,
    "visit": "recommendations: [{text: 密建议, to: baisha, due: 2014-04-01}]",
    "report": "period: 2014-02",
}
"""What an internal record of a kind says below its own fields."""


def spoken(kind: type[Record], *, internal: bool) -> Iterator[str]:
    """The fields of a kind that hold words, or a part that a line of words stands for."""
    for name, info in kind.model_fields.items():
        inside = set(classes(info.annotation))
        briefly = any(issubclass(part, Part) and part.brief for part in inside)
        if about(info).internal == internal and name != "body" and (Words in inside or briefly):
            yield name


def said(kind: type[Record], *, internal: bool) -> str:
    """Those fields, each saying 密."""
    lists = {name for name, info in kind.model_fields.items() if get_origin(info.annotation) is tuple}
    return "\n".join(
        f"{name}: {f'[密 {name}]' if name in lists else f'密 {name}'}" for name in spoken(kind, internal=internal)
    )


def inside(kind: str) -> str:
    """A record that stays inside, in both languages, with a picture and links."""
    fields = "\n".join([said(KINDS[kind], internal=False), dedent(DEEPER.get(kind, "")), "internal: yes"])
    body = "密\n\n## 密\n\n[密](page:shown-page) [密](unit:密-unit) ![密](密.png)\n"
    english = f"-- content/{FOLDERS[kind]}/密-{kind}.en.md --\n---\ntitle: 密 title\n---\n密 [body](unit:密-unit)\n"
    return record(kind, f"密-{kind}", fields, body) + english + f"-- content/{FOLDERS[kind]}/密.png --\n"


def shown(kind: str) -> str:
    """A record that is published but for its internal fields and its remarks."""
    fields = f"# 密 remark\n{said(KINDS[kind], internal=True)}"
    english = f"-- content/{FOLDERS[kind]}/shown-{kind}.en.md --\n---\n# 密 remark\ntitle: Shown\n---\nShown\n"
    return record(kind, f"shown-{kind}", fields, "公开正文") + english


def whole(mark: str, figure: int) -> str:
    """The site with a mark for every 密, a figure for every 77123, also those of a withheld record."""
    needed = BAISHA + record("unit", "kongpu") + record("team", "province") + record("activity", "night")
    picture = record("page", "picture", body="![灯](lamp.png)") + "-- content/pages/密-unused.png --\n"
    kinds = "".join(shown(kind) + inside(kind) for kind in LEAST)
    text = (CONFIG + needed + picture + kinds + SECRETS).replace("77123", str(figure)).replace("66123", str(figure))
    return SECRET.sub(mark, text)


def signed(mark: str) -> bytes:
    """A public picture in whose file somebody signed."""
    carried = PngInfo()
    carried.add_text("Author", mark)
    made = BytesIO()
    Image.new("L", (3, 2)).save(made, "PNG", pnginfo=carried)
    return made.getvalue()


# --- and is not heard ------------------------------------------------------------------------------------------------


def test_every_internal_field_of_every_kind_speaks_here() -> None:
    declared = {
        (kind, name) for kind, its in KINDS.items() for name, info in its.model_fields.items() if about(info).internal
    }

    assert declared == {
        *((kind, name) for kind, its in KINDS.items() for name in spoken(its, internal=True)),
        *((kind, "internal") for kind in KINDS),
    }


@pytest.mark.slow
@settings(max_examples=5, deadline=None)
@given(MARKS, FIGURES, st.booleans())
def test_what_is_internal_is_in_no_byte_and_no_file_name(mark: str, figure: int, portable: bool) -> None:
    with TemporaryDirectory() as folder:
        here = places(Path(folder), whole(mark, figure))
        (here.content / "pages" / "lamp.png").write_bytes(signed(mark))
        rebuild.build(here, None, workers=1, portable=portable)
        files = held(here.out)

    assert {"activities/shown-activity/index.html", "pages/pictures/lamp.png"} <= set(files)
    for path, data in files.items():
        for form in (mark, str(figure), f"{figure:,}"):
            assert form.encode() not in (path.encode() + data).lower(), path
