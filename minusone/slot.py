"""The one place of a page that a record's text has: a body as HTML in the words of a page, its links resolved.

Nothing else of a page depends on the prose of a body, so that an edit of prose is an edit of this place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from markupsafe import Markup

from minusone.kinds import KINDS
from minusone.layout import LeadsTo, localized
from minusone.markup import PLACE
from minusone.words import TAGS, Lang

_RECORD = re.compile(rf'href="({"|".join(KINDS)}):([a-z0-9-]+)((?:#[^"]*)?)"')
_TAG = re.compile(r"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>")
_STALE = "The Chinese of this text has changed since it was translated."


class Answer(Protocol):
    """What a query is answered with, in the words of a language."""

    def said(self, lang: Lang) -> object: ...


@dataclass(frozen=True)
class Body:
    """A body's HTML in each language that has it; `stale` as the words that it was made from.

    `answers` are those to its queries, in the order of their numbers in the HTML.
    """

    html: Mapping[Lang, str]
    stale: bool = False
    answers: Mapping[Lang, tuple[Answer, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.html)


def slot(lang: Lang, body: Body, leads_to: LeadsTo) -> Markup:
    """A body with its links to records resolved; in Chinese, or below a word that it is stale, and marked so."""
    own = lang if lang in body.html else "zh"

    def record_url(found: re.Match[str]) -> str:
        return f'href="{leads_to(found[1], found[2], found[3], lang)}"'

    linked = _TAG.sub(lambda tag: _RECORD.sub(record_url, tag[0]), body.html[own])
    answered = PLACE.sub(lambda place: _answer(lang, own, body.answers[own][int(place[1])], place[2]), linked)
    mark = "" if own == lang else f' lang="{TAGS[own]}"'
    stale = f'<p class="notice">{_STALE}</p>' if body.stale and lang == "en" else ""
    # The body is sanitised HTML (markup.to_html).
    return Markup(f'<div class="body"{mark}>{stale}{answered}</div>')  # noqa: S704


def _answer(lang: Lang, own: Lang, answer: Answer, space: str) -> str:
    """A query's answer in the words of the text, its links in the half of the page."""
    said = str(answer.said(own))
    linked = said if own == lang else said.replace(' href="/', f' href="{localized("/", lang)}')
    # After a full-width bracket no space is needed.
    return linked + ("" if said.endswith("）</small>") else space)
