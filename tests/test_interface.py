"""Every word of the interface stands in the catalogue, in Chinese, and nothing else does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from minusone.interface import translations
from tests.built import TEMPLATES

CONFIG = Path(__file__).parents[1] / "babel.cfg"


def forms(said: object) -> tuple[str, ...]:
    """One text, or the forms of one that counts."""
    return tuple(str(form) for form in said) if isinstance(said, list | tuple) else (str(said),)


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    with (TEMPLATES / "words" / "zh.po").open("rb") as file:
        return read_po(file)


@pytest.fixture(scope="module")
def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def test_the_catalogue_holds_what_templates_say_and_nothing_else(catalogue: Catalog, messages: list[Message]) -> None:
    with CONFIG.open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(TEMPLATES, methods, options, DEFAULT_KEYWORDS)
    asked = {forms(words) for _, _, words, _, _ in found}

    assert len(asked) > 50
    assert {forms(message.id) for message in messages} == asked
    assert not catalogue.obsolete


def test_every_word_has_its_chinese_with_the_same_places_to_fill(messages: list[Message]) -> None:
    """“Moved once” needs no number; the form for many is the one to compare with."""
    for message in messages:
        english, chinese = forms(message.id), forms(message.string)
        places = [set(re.findall(r"%\((\w+)\)s", form)) for form in (english[-1], *chinese)]

        assert not message.fuzzy, english
        assert all(re.search(r"[\u3000-\u9fff\uff00-\uffef]", form) for form in chinese), english
        assert all(place == places[0] for place in places), english
        assert not any(re.search(r"%(?!\(\w+\)s)", form) for form in (*english, *chinese)), english


def test_chinese_has_one_form_for_any_number_and_english_two() -> None:
    chinese, english = translations(TEMPLATES, "zh"), translations(TEMPLATES, "en")

    assert [chinese.ngettext("%(num)s day", "%(num)s days", n) for n in (0, 1, 2)] == ["%(num)s 天"] * 3
    assert [english.ngettext("%(num)s day", "%(num)s days", n) for n in (1, 2)] == ["%(num)s day", "%(num)s days"]
    assert (chinese.gettext("Home"), english.gettext("Home")) == ("首页", "Home")


def test_what_the_catalogue_lacks_is_said_in_english() -> None:
    assert translations(TEMPLATES, "zh").gettext("No such words") == "No such words"
    assert translations(TEMPLATES, "zh").ngettext("a thing", "things", 2) == "things"
