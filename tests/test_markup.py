"""A body becomes plain HTML that a strict page can hold, and says what it leads to."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.kinds import KINDS
from minusone.markup import PLACE, Converter, Html, TangledError, to_html
from minusone.words import Lang


def made(text: str, lang: Lang = "zh") -> str:
    return to_html(text, "units", lang).html


class Tags(HTMLParser):
    """Every tag of a text with its attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def ids(html: str) -> list[str]:
    return [id_ for _, attributes in Tags(html).found if (id_ := attributes.get("id"))]


def test_headings_are_one_level_down_at_the_top_and_have_anchors_that_can_be_read() -> None:
    html = made("# 整改情况\n\n## 下一步（四月）\n\n### Next steps\n")

    assert '<h2 id="整改情况">整改情况</h2>' in html
    assert '<h2 id="下一步四月">' in html
    assert '<h3 id="next-steps">' in html
    assert "<h1" not in html


def test_equal_headings_have_anchors_of_their_own() -> None:
    found = ids(made("## 一\n\n## 一\n\n## 一_1\n\n## ！\n\n## ？\n"))

    assert len(set(found)) == len(found) == 5


def test_tables_say_their_alignment_by_class_and_their_headings_scope() -> None:
    html = made("| 日期 | 数 |\n| :-- | --: |\n| 3 月 | 19 |\n")

    assert '<th class="align-left" scope="col">日期</th>' in html
    assert '<td class="align-right">19</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(("lang", "label"), [("zh", "表格"), ("en", "Table")])
def test_a_wide_table_scrolls_in_a_box_that_the_keyboard_reaches(lang: Lang, label: str) -> None:
    html = made("前\n\n| a |\n| - |\n| b |\n\n后", lang)
    (box,) = (tag for tag in Tags(html).found if tag[0] == "div")

    assert (box[1]["tabindex"], box[1]["role"], box[1]["aria-label"]) == ("0", "region", label)


def test_what_stands_after_a_table_stays_after_it() -> None:
    assert re.search(r"前.*<table>.*</table></div>\s*<p>后", made("前\n\n| a |\n| - |\n| b |\n\n后"), re.DOTALL)


@pytest.mark.parametrize(("lang", "back"), [("zh", "回到正文（注 1）"), ("en", "Back to the text (note 1)")])
def test_footnotes_lead_there_and_back_and_are_no_links_of_the_body(lang: Lang, back: str) -> None:
    html = to_html("据通报[^a]。\n\n[^a]: 三月通报", "units", lang)

    assert 'href="#fn:a"' in html.html
    assert 'id="fn:a"' in html.html
    assert 'href="#fnref:a"' in html.html
    assert f'title="{back}"' in html.html
    assert html.links == ()


def test_definition_lists_and_long_lists_are_lists() -> None:
    assert "<dt>销号</dt>\n<dd>验收后结束</dd>" in made("销号\n: 验收后结束")
    assert '<ol start="3">' in made("3. 三\n4. 四")


def test_a_link_to_a_record_keeps_its_kind_and_id_until_a_page_knows_where_that_is() -> None:
    html = to_html("[停车](rectification:2014-003#下一步) [网](https://a.cn/)", "units", "zh")

    assert html.links == ("rectification:2014-003#下一步", "https://a.cn/")
    assert 'href="rectification:2014-003#' in html.html


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_linked_to(kind: str) -> None:
    assert f'href="{kind}:a-1"' in made(f"[x]({kind}:a-1)")


def test_a_picture_is_shown_from_where_its_kinds_pictures_are_published() -> None:
    html = to_html("![路灯](lamp.png)\n\n![ ](dark.png)", "units", "zh")

    assert '<img alt="路灯" src="/units/pictures/lamp.png">' in html.html
    assert html.pictures == (("lamp.png", "路灯"), ("dark.png", ""))


DANGEROUS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<p style='position:fixed' onclick='alert(1)'>x</p>",
    "<a href='javascript:alert(1)'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](data:text/html,y)",
    "<iframe src='https://a.cn'></iframe>",
    "<style>p { display: none }</style>",
    "<form action='https://a.cn'><input name=q></form>",
    "<base href='https://a.cn'>",
    "<meta http-equiv=refresh content='0;url=https://a.cn'>",
    "<object data=x></object><embed src=x>",
    "<!-- <script> --><script>alert(1)</script -->",
    "<<script>script>alert(1)<</script>/script>",
    "[^x]\n\n[^x]: <script>alert(1)</script>",
    "| <script>x</script> |\n| - |\n| <b onclick=x>y</b> |",
    "`<script>alert(1)</script>`",
)
FORBIDDEN_TAGS = {"script", "style", "iframe", "form", "input", "base", "meta", "object", "embed", "svg", "link", "h1"}


def assert_harmless(html: Html) -> None:
    for tag, attributes in Tags(html.html).found:
        assert tag not in FORBIDDEN_TAGS
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        for address in (attributes.get("href"), attributes.get("src")):
            scheme = re.match(r"\s*([a-z]+):", (address or "").lower())
            assert scheme is None or scheme[1] in {"http", "https", *KINDS}


@pytest.mark.parametrize("text", DANGEROUS)
def test_nothing_that_runs_or_styles_or_calls_out_survives(text: str) -> None:
    assert_harmless(to_html(text, "units", "zh"))
    assert_harmless(to_html(f"前\n\n> {text}\n\n- {text}\n\n后", "units", "zh"))


@given(
    st.lists(
        st.sampled_from([*DANGEROUS, "# 一", "\n\n", "*", "> ", "<", "[", "](", "![", "|", "&#x6a;", "\t", "\\"]),
        max_size=8,
    ).map("".join)
)
def test_no_mixture_of_them_survives_either(text: str) -> None:
    html = to_html(text, "units", "zh")

    assert_harmless(html)
    assert len(ids(html.html)) == len(set(ids(html.html)))


def test_html_is_only_words_so_that_nothing_is_shown_or_linked_unseen() -> None:
    html = to_html('<img src="https://a.cn/x.png" alt="x"> <a href="gone.html">x</a> <a@b.cn>', "units", "zh")

    assert [tag for tag, _ in Tags(html.html).found] == ["p"]
    assert (html.links, html.pictures) == ((), ())


@pytest.mark.parametrize(
    ("text", "queries", "astray"),
    [
        ("共 {{ count(a) }} 件", ["{{ count(a) }}"], []),
        ("## 共 {{ a }} 件\n\n| **{{ b }}** |\n| - |\n| {{ c }} |", ["{{ a }}", "{{ b }}", "{{ c }}"], []),
        ("｛｛ count（“a”） ｝｝", ["｛｛ count（“a”） ｝｝"], []),
        ("{{ a_b, c_d }} *{{ x*y }}*", ["{{ a_b, c_d }}", "{{ x*y }}"], []),
        ("[{{ a }} 件](page:x) ![{{ b }}](c.png)", ["{{ a }}", "{{ b }}"], ["{{ a }}", "{{ b }}"]),
        ("没有写完 {{ count(a\n\n下一段", ["{{ count(a"], []),
        ("`{{ a }}`\n\n    {{ b }}\n\n\\{\\{ c }}", [], []),
    ],
)
def test_what_stands_between_double_braces_is_noted_and_its_place_held_but_not_in_code(
    text: str, queries: list[str], astray: list[str]
) -> None:
    html = to_html(text, "units", "zh")
    held = [int(place[1]) for place in PLACE.finditer(html.html)]

    assert sorted(html.queries) == sorted(queries)
    assert list(html.astray) == astray
    assert len(set(held)) == len(held)
    assert {html.queries[number] for number in held} | set(astray) >= set(queries)


FORGED = (
    "<data value='0'></data>",
    '<data value="0"></data>',
    '[x](unit:a "<data value=\\"0\\"></data>")',
    '&lt;data value="0">',
)


@given(
    st.lists(st.sampled_from([*FORGED, *DANGEROUS, "{{ a }}", "{{", "}}", "`", "[", "](", "\n\n"]), max_size=8).map(
        "".join
    )
)
def test_no_text_can_forge_a_querys_place(text: str) -> None:
    html = to_html(text, "units", "zh")
    held = [int(place[1]) for place in PLACE.finditer(html.html)]

    assert len(set(held)) == len(held)
    assert all(number < len(html.queries) for number in held)
    assert html.html.count("<data") == len(held)


def test_html_characters_that_were_only_words_stay_words() -> None:
    assert made("3 < 5 & 7 > 6") == "<p>3 &lt; 5 &amp; 7 &gt; 6</p>"


# --- one text after another -------------------------------------------------------------------------------------------

BODIES = (
    "# 一\n\n## 一\n\n[x](#一)",
    "据[^a]。\n\n[^a]: 三月",
    "[b]\n\n[b]: page:c",
    "| a |\n| - |\n| **b** |",
    "3. 三\n4. 四",
    "{{ a }} ![x](a.png)",
    "[{{ a }}](page:b)",
    "[TOC]\n\n# 二",
    "词\n: 义",
    "- 一\n\n    - 二",
    "一 *二* __三__ `四` \\* &amp; <http://a.cn>  \n五",
    "- a\n- b_c_d\n\n见 [网](https://a.cn)",
)
TOO_DEEP = "- " * 600 + "深"
SIGNS = [*"一a*_`[]()!<>&{\\|#-", "{{", "｛｛", "}}"]


@cache
def fresh(text: str) -> Html | None:
    try:
        return Converter("zh").html(text, "units")
    except TangledError:
        return None


@given(st.lists(st.sampled_from([*BODIES, TOO_DEEP]), min_size=1, max_size=5))
def test_what_came_before_leaves_no_trace(texts: list[str]) -> None:
    again = Converter("zh")
    for text in texts:
        try:
            found = again.html(text, "units")
        except TangledError:
            found = None
        assert found == fresh(text)


@given(st.lists(st.sampled_from([*BODIES, *SIGNS, "\n", "\n\n", "  \n"]), max_size=12).map("".join))
def test_text_without_markup_is_passed_over_only_where_nothing_would_be_found(text: str) -> None:
    searching = Converter("zh")
    searching.md.treeprocessors.deregister("plain")

    assert Converter("zh").html(text, "units") == searching.html(text, "units")
