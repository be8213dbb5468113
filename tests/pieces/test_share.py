"""100 − 1 = 0: no share is ever said without what is lacking, by name and by link."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, nodes

import minusone
from minusone.pieces.links import Link
from minusone.pieces.share import NAMED, Share
from minusone.words import LANGS, Bilingual, Lang, Words
from tests.built import TEMPLATES, read
from tests.test_interface import forms

CLOSED = Bilingual("已销号", "closed")

PACKAGE = Path(minusone.__file__).parent
COUNTING = [
    *sorted(PACKAGE.glob("reckoning/*.py")),
    *sorted(PACKAGE.glob("history/*.py")),
    *sorted(set(PACKAGE.glob("pieces/*.py")) - {PACKAGE / "pieces" / "sheets.py"}),
    *sorted(PACKAGE.glob("pages/*.py")),
    *(PACKAGE / name for name in ("answers.py", "site.py")),
]
"""Where outcomes are counted; only `sheets` divides, a list into pages."""

_PLACE = r"%\(\w+\)s"
_SHARE = re.compile(
    rf"{_PLACE}\s*(?:of|out of|/|／)\s*{_PLACE}|{_PLACE}\s*(?:%%|％|per ?cent)|百分之|{_PLACE} ?[件个次条]?[中里]"
    rf"|(?:average|平均)\W{{0,9}}{_PLACE}",
    re.IGNORECASE,
)


def share(whole: int, lacking: int, everyone: str = "/rectifications/unresolved/") -> Share:
    links = tuple(Link(f"/rectifications/{n}/", Words(f"问题 {n}", f"Problem {n}")) for n in range(lacking))
    return Share(whole, links, CLOSED, everyone=everyone)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "100 件中 99 件已销号，其余：问题 0"),
        ("en", "99 of 100 closed, the rest: Problem 0"),
    ],
)
def test_ninety_nine_of_a_hundred_names_the_one(lang: Lang, said: str) -> None:
    page = read(share(100, 1).said(lang))

    assert page.words == said
    assert [link.attributes["href"] for link in page.all("a")] == [
        "/rectifications/0/" if lang == "zh" else "/en/rectifications/0/"
    ]


def test_all_of_them_is_all_of_them() -> None:
    assert read(share(3, 0).said("zh")).words == "3 件中 3 件已销号，一件不少"
    assert read(share(3, 0).said("en")).words == "3 of 3 closed, none is lacking"


def test_of_nothing_it_is_not_said_that_none_is_lacking() -> None:
    assert read(share(0, 0).said("zh")).words == "一件也没有"
    assert share(0, 0).plain("en") == "there are none"


@given(st.integers(0, 200), st.data())
def test_every_lacking_one_is_named_or_one_link_away(whole: int, data: st.DataObject) -> None:
    lacking = data.draw(st.integers(0, whole))
    for lang in LANGS:
        links = read(share(whole, lacking).said(lang)).all("a")
        half = "/en" if lang == "en" else ""

        assert len(links) == min(lacking, NAMED) + (lacking > NAMED)
        if lacking > NAMED:
            assert links[-1].attributes["href"] == f"{half}/rectifications/unresolved/"
            assert links[-1].words == (f"等 {lacking} 件" if lang == "zh" else f"and {lacking - NAMED} more")


def test_one_whose_name_is_not_translated_or_no_longer_is_marked_so() -> None:
    names = (Words("甲"), Words("乙", "B", stale=True))
    links = tuple(Link(f"/pages/{n}/", name) for n, name in enumerate(names))
    page = read(Share(2, links, CLOSED).said("en"))

    assert [link.words for link in page.all("a")] == ["甲", "B (translation behind)"]
    assert [span.lang for span in page.all("a")[0].all("span")] == ["zh-CN"]


def test_on_a_terminal_every_lacking_one_is_named() -> None:
    assert share(9, 7).plain("zh") == "9 件中 2 件已销号，其余：" + "；".join(f"问题 {n}" for n in range(7))
    assert share(9, 0).plain("en") == "9 of 9 closed, none is lacking"


def test_one_that_hides_the_others_can_not_be_made() -> None:
    with pytest.raises(ValueError, match="others"):
        share(100, NAMED + 1, everyone="")
    with pytest.raises(ValueError, match="more are lacking"):
        share(1, 2)


def test_it_can_not_be_printed_without_its_filter() -> None:
    jinja = Environment(autoescape=True)
    for template in ("{{ s }}", "{{ s ~ '' }}", "{{ s | string }}", "{{ '%s' | format(s) }}"):
        with pytest.raises(TypeError, match="share"):
            jinja.from_string(template).render(s=share(100, 1))


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda template: template.name)
def test_no_template_divides(template: Path) -> None:
    """A template has no other way to make a share than the filter."""
    tree = Environment(extensions=["jinja2.ext.i18n", "jinja2.ext.do"]).parse(template.read_text("utf-8"))

    assert not list(tree.find_all((nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow)))
    assert not [one for one in tree.find_all(nodes.Filter) if one.name == "round"]


@pytest.mark.parametrize("module", COUNTING, ids=lambda module: module.relative_to(PACKAGE).as_posix())
def test_nothing_that_counts_divides(module: Path) -> None:
    """So there is neither a share nor an average of outcomes that a page could be given."""
    tree = ast.parse(module.read_text("utf-8"))
    operators = {type(one) for one in ast.walk(tree)}
    names = {one.id for one in ast.walk(tree) if isinstance(one, ast.Name)}
    imported = {
        name.name.partition(".")[0]
        for one in ast.walk(tree)
        if isinstance(one, ast.Import | ast.ImportFrom)
        for name in (one.names if isinstance(one, ast.Import) else [ast.alias(one.module or "")])
    }

    assert not operators & {ast.Div, ast.FloorDiv, ast.Pow}
    assert not names & {"divmod", "round", "Fraction"}
    assert not imported & {"statistics", "fractions"}


def test_the_interface_has_no_words_for_a_share() -> None:
    """“%(a)s of %(b)s” is the number of a list's page and nothing else."""
    with (TEMPLATES / "words" / "zh.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    said = [form for message in messages for form in (*forms(message.id), *forms(message.string))]
    shares = [form for form in said if _SHARE.search(form)]

    assert shares == ["Page %(number)s of %(of)s"]
    assert _SHARE.search("%(num)s%%")
    assert _SHARE.search("%(found)s 件中 %(num)s 件")
