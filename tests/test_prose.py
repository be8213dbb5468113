"""Bodies that need no parser: what is made of them is what Markdown makes of them, or they are left to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minusone.markup import Converter
from minusone.prose import Prose, prose

MARKDOWN = Converter("zh")


def as_markdown(text: str) -> Prose:
    html = MARKDOWN.html(text, "units")
    assert (html.pictures, html.queries, html.astray) == ((), (), ())
    return Prose(html.html, html.links, html.anchors)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n路灯修好了。\n",
        "“一”到“十”，\n都修好了\n\n\n《通报》3 > 2",
        "为此：\n\n- 换灯\n- 补灯\n\n完。",
        "见 [路灯](rectification:2014-003#下一步)、[网](https://a.cn/b?c=1&x)",
        "[路灯](rectification:2014-003)",
        "# 进展\n\n## 进展 2！\n\n###### 进展",
        "| 项目 | 数 |\n| --- | - |\n| 路灯 > |  |\n|  | 3 |",
        "##进展\n\n| a |\n|-|\n|b|\n\n- 一",
    ],
)
def test_paragraphs_lists_and_links_are_as_markdown_makes_them(text: str) -> None:
    assert prose(text.replace("&x", ""), "zh") == as_markdown(text.replace("&x", ""))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# 标题\n字",
        "# 标题 #",
        "## ！",
        "# *一*",
        "标题\n---",
        "标题\n===",
        "1. 一",
        "    代码",
        "\t代码",
        "> 引用",
        "一  \n二",
        "- 一\n\n- 二",
        "- 一\n  二",
        "- - 一",
        "* 一",
        "---",
        "| a |\n| - |",
        "| a |\n| :- |\n| b |",
        "| a | b |\n| - | - |\n| c |",
        "a | b\n- | -\nc | d",
        "| `a` |\n| - |\n| b |",
        "词\n: 义",
        "[a]: b",
        "[^1]: 注",
        "[TOC]",
        "*一*",
        "一_二_",
        "`一`",
        "一\\*",
        "<b>一</b>",
        "一 &amp; 二",
        "![一](a.png)",
        "共 {{ count }}",
        "｛｛ count ｝｝",
        "[一](page:a 'b')",
        "[一](javascript:x)",
        "[一](a.html)",
        "[一>二](unit:a)",
        "[一](https://a.cn:99999)",
        "[一](https:1:2:3)",
        "[一](http://1.2.3.999)",
        "[一](https://xn--/)",
        "[一](unit://a:b)",
        "一\u00a0二",
        "一\u0002二",
    ],
)
def test_whatever_could_mean_more_is_left_to_markdown(text: str) -> None:
    assert prose(text, "zh") is None


COMMON = [
    "字",
    "好。",
    "abc",
    " ",
    "\n",
    "\n\n",
    "- ",
    "\n- ",
    "\n\n- ",
    "[x](unit:a-1)",
    "[网 页](https://a.cn/b?c=1#d)",
    "\n\n## ",
    "## 字\n\n",
    "| a | 字 |\n| - | --- |\n|  | b |\n\n",
    "| 字 |\n",
    "| - |\n",
]
RARE = [*"![]()>“（1#=*+|:\"'~^_`🎉@&{\\", "1.", "---", "\u0301", "[x](b)", "http://a.cn", "[TOC]"]
UNSEEN = ["  ", "\u3000", "\u00a0", "\u2028", "\ufeff", "\t"]


@given(st.lists(st.sampled_from([*COMMON * 5, *RARE, *UNSEEN]), min_size=1, max_size=14).map("".join))
def test_both_make_the_same_of_any_body(text: str) -> None:
    if found := prose(text, "zh"):
        assert found == as_markdown(text)
