"""What templates compile to says the same as Jinja's own code would, and is as strict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateAssertionError, UndefinedError
from markupsafe import Markup, escape

from minusone.compiled import Compiled, safe, shown
from minusone.words import Text

SAID = {"Home": Markup("首页"), "Due": Markup("期限")}


@dataclass(frozen=True)
class Named:
    name: str
    values: tuple[object, ...] = ()


def compiled(templates: dict[str, str]) -> Compiled:
    return Compiled(SAID, loader=DictLoader(templates))


def rendered(template: str, **context: object) -> str:
    return compiled({"it": template}).get_template("it").render(context)


# --- what is shown ---------------------------------------------------------------------------------------------------

VALUES = st.one_of(
    st.text(),
    st.integers(),
    st.none(),
    st.text().map(Markup),
    st.builds(Text, st.text(), st.sampled_from(["", "zh-CN"]), st.booleans()),
)


@given(VALUES)
def test_every_value_is_escaped_as_jinja_does_it(value: object) -> None:
    assert shown(value) == str(escape(value))
    assert rendered("{{ value }}", value=value) == str(escape(value))


@given(st.text())
def test_what_is_safe_is_markup_like_any_other(html: str) -> None:
    assert type(safe(html)) is Markup
    assert safe(html) == Markup(html)


# --- macros ----------------------------------------------------------------------------------------------------------

PARTS = """
{%- macro pair(first, second="<2>", third=first) -%}[{{ first }} {{ second }} {{ third }}]{%- endmacro -%}
{%- macro around(n) -%}({{ caller(n) }}){%- endmacro -%}
{%- macro each(some) -%}
{% for one in some %}{{ pair(one) }}{% if not loop.last %}, {% endif %}{% endfor %}
{%- endmacro -%}
"""
PAGE = '{% extends "base" %}{% import "parts" as parts %}{% block main %}{{ parts.CALL }}{% endblock %}'


def called(call: str, jinja: Environment, **context: Any) -> str:
    jinja.loader = DictLoader(
        {"base": "<{% block main %}{% endblock %}>", "parts": PARTS, "it": PAGE.replace("CALL", call)}
    )
    return jinja.get_template("it").render(context)


@given(
    st.sampled_from(
        [
            "pair(x)",
            "pair(x, y)",
            "pair(x, y, x)",
            "pair(x, third=y)",
            "pair(first=x, second=y)",
            "pair(third=y, first=x)",
            "each([x, y, x])",
            "each(some=(x, y))",
        ]
    ),
    st.text(),
    st.text(),
)
def test_a_macro_can_be_called_in_all_the_usual_ways(call: str, x: str, y: str) -> None:
    usual = Environment(autoescape=True, undefined=StrictUndefined)

    assert called(call, Compiled(SAID), x=x, y=y) == called(call, usual, x=x, y=y)


def test_a_block_of_words_can_be_given_to_a_macro() -> None:
    template = '{% import "parts" as parts %}{% call(n) parts.around(3) %}<b>{{ n }}{{ x }}</b>{% endcall %}'
    page = compiled({"parts": PARTS, "it": template}).get_template("it")

    assert page.render(x="<i>") == "(<b>3&lt;i&gt;</b>)"


@pytest.mark.parametrize("call", ["pair(1, 2, 3, 4)", "pair(1, fourth=4)", "pair(1, first=1)"])
def test_a_macro_refuses_what_it_has_no_parameter_for(call: str) -> None:
    with pytest.raises(TypeError):
        called(call, Compiled(SAID))


# --- strictness ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("call", ["pair()", "pair(second=2)"])
def test_a_parameter_that_is_not_given_is_an_error(call: str) -> None:
    with pytest.raises(UndefinedError):
        called(call, Compiled(SAID))


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ nothing }}", UndefinedError),
        ("{% if nothing %}{% endif %}", UndefinedError),
        ("{{ nothing() }}", UndefinedError),
        ("{{ one.nothing }}", AttributeError),
        ("{{ one.name.nothing }}", AttributeError),
        ("{{ {'a': 1}.a }}", AttributeError),
        ("{{ f(*one.values) }}", TemplateAssertionError),
        ("{{ _('What nobody says') }}", KeyError),
    ],
)
def test_what_is_not_there_is_an_error(template: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        rendered(template, one=Named("a"), f=len)


# --- words -----------------------------------------------------------------------------------------------------------


def test_a_word_of_the_interface_is_looked_up_and_a_phrase_is_asked_for() -> None:
    def phrase(english: str, /, **values: object) -> str:
        return f"{english} {values}"

    assert rendered("{{ _('Home') }} {{ _('Due', day=1) }}", _=phrase) == f"首页 {escape(phrase('Due', day=1))}"


def test_the_code_of_a_template_is_the_same_in_every_language() -> None:
    source = "{{ _('Home') }}{{ '/search/' | url }}"
    chinese, english = Compiled(SAID), Compiled({"Home": Markup("Home")})
    chinese.filters["url"], english.filters["url"] = str, "/en{}".format

    assert chinese.compile(source) == english.compile(source)
    assert chinese.from_string(source).render() == "首页/search/"
    assert english.from_string(source).render() == "Home/en/search/"
