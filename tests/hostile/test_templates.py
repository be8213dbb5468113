"""What looks like a template in content is words: only the project's own files are ever compiled."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest

from minusone.compiled import Compiled
from tests.built import TEMPLATES, built, read
from tests.hostile.payloads import TEMPLATES as JINJA
from tests.sites import BAISHA, problems, record, rectification

STATEMENTS = (
    "{% set a = 7191 %}",
    "{%- raw -%}",
    "{# 7191 #}",
    "{%print(7191)%}",
    "${7191}",
    "#{7191}",
    "<%= 7191 %>",
    "%s %(a)s",
)
"""Signs of templates that are no query of ours."""


def test_only_the_projects_own_files_are_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[tuple[str, str | None]] = []
    compile_ = Compiled.compile

    def compile(self: Compiled, source: str, name: str | None = None, filename: str | None = None) -> object:
        compiled.append((source, name))
        return compile_(self, source, name, filename)

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a template made of a text")

    monkeypatch.setattr(Compiled, "compile", compile)
    monkeypatch.setattr(jinja2.Environment, "from_string", refuse)
    monkeypatch.setattr(jinja2.Environment, "compile_expression", refuse)
    pages = built(tmp_path, BAISHA + rectification(f"summary: '{' '.join(STATEMENTS)}'", body="`{{ 7 * 1027 }}`"))
    own = {file.relative_to(TEMPLATES).as_posix(): file.read_text("utf-8") for file in TEMPLATES.rglob("*.html")}

    assert compiled
    assert all(own[name or ""] == source for source, name in compiled)
    page = read(pages["rectifications/2014-001/index.html"]).words
    assert " ".join(STATEMENTS) in page
    assert "{{ 7 * 1027 }}" in page
    assert "7189" not in page


@pytest.mark.parametrize("text", JINJA)
def test_what_would_be_an_expression_is_no_query_either(text: str, tmp_path: Path) -> None:
    said = text.format(plain="ran(1000)")
    in_field = {
        p.code
        for p in problems(tmp_path / "field", record("page", "a", f"title: '{said.replace(chr(39), chr(39) * 2)}'"))
    }
    in_body = {p.code for p in problems(tmp_path / "body", record("page", "a", body=said))}

    assert in_field == (set() if "{{" not in said else {"query-in-field"})
    assert in_body >= {"html-in-text"}
