"""A body can be read, what it leads to opens, and what it shows is there and has words for those who can't see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from urllib.parse import unquote

from minusone.check import Checked
from minusone.corpus import Alone, Corpus, bodies
from minusone.faults import (
    BAD_IMAGE,
    BAD_LINK,
    DANGLING_REFERENCE,
    HTML_IN_TEXT,
    INTERNAL_REFERENCE,
    MISSING_IMAGE,
    NO_ALT,
    TOO_TANGLED,
    UNSEEN_CHARACTER,
    Fault,
)
from minusone.frontmatter import MOST
from minusone.kinds import KINDS
from minusone.kinds.activity import Picture
from minusone.kinds.programme import Programme
from minusone.load import Source
from minusone.markup import Html
from minusone.pictures import FORMATS
from minusone.problems import Mark, Problem
from minusone.rules.references import nearest
from minusone.schema import Ref, parts
from minusone.unseen import UNSEEN, code
from minusone.words import Bilingual, Lang

_WEB = re.compile(r"(?i:https?)://[^\s/]+\.[^\s]+")
_NAME = re.compile(r"[^/\\:]+")


def every_text_can_be_read(one: Alone) -> Iterator[Problem]:
    """Lists in lists in lists are left unrendered from some depth on, and so is what is all signs."""
    sources = dict(one.item.sources)
    for _, lang, *_ in bodies([one.item.record]):
        if lang in sources and lang not in one.texts:
            yield TOO_TANGLED.at(sources[lang].path, Mark(sources[lang].matter.body_line, 1))


def every_link_opens(corpus: Corpus) -> Iterator[Problem]:
    """A link is to a record (`kind:id`), to an anchor in it or in this very text, or to a whole web address."""
    for one in corpus.each:
        for lang, source, html in one.written:
            yield from islice(_links_astray(corpus, one.item, lang, source, html), MOST)


def _links_astray(corpus: Corpus, item: Checked, lang: Lang, source: Source, html: Html) -> Iterator[Problem]:
    for link in dict.fromkeys(html.links):
        if not _WEB.fullmatch(link):
            yield from _leads_astray(corpus, item, lang, source, link)


def _leads_astray(corpus: Corpus, item: Checked, lang: Lang, source: Source, link: str) -> Iterator[Problem]:
    to, sharp, fragment = link.partition("#")
    kind, colon, id_ = to.partition(":")
    ref = Ref(kind, id_) if to else item.record.ref
    if (to or not sharp) and (not colon or kind not in KINDS):
        reason = Bilingual("它不是记录，也不是完整的网址", "It is neither a record nor a whole web address")
        yield _in_body(source, BAD_LINK, link, reason=reason)
    elif ref not in corpus.by_ref and ref not in corpus.unread:
        yield _in_body(
            source, DANGLING_REFERENCE, link, id=ref.id, kind=KINDS[kind].label, suggestion=nearest(corpus, ref)
        )
    elif ref in corpus.by_ref and corpus.by_ref[ref].record.internal and not item.record.internal:
        yield _in_body(source, INTERNAL_REFERENCE, link, id=ref.id)
    elif sharp and ref in corpus.by_ref:
        anchors = _anchors(corpus, ref, lang)
        if unquote(fragment) not in anchors:
            yield _in_body(source, BAD_LINK, link, reason=_not_there(fragment, anchors))


def _not_there(fragment: str, anchors: list[str]) -> Bilingual:
    if not anchors:
        return Bilingual(f"那里没有“#{fragment}”，也没有别的标题", f"No “#{fragment}” is there, nor any heading")
    listed = [f"#{anchor}" for anchor in anchors]
    return Bilingual(
        f"那里没有“#{fragment}”，有的是：{'、'.join(listed)}", f"No “#{fragment}” is there, but: {', '.join(listed)}"
    )


def _anchors(corpus: Corpus, ref: Ref, lang: Lang) -> list[str]:
    """What can be led to in a record's text, in its Chinese one where there is no other, and a programme's promises."""
    html = corpus.texts.get((ref, lang)) or corpus.texts.get((ref, "zh"))
    record = corpus.by_ref[ref].record
    promises = record.commitments if isinstance(record, Programme) else ()
    return [*(html.anchors if html else ()), *(f"commitment:{promise.id}" for promise in promises)]


def every_picture_is_there(corpus: Corpus) -> Iterator[Problem]:
    for one in corpus.each:
        item = one.item
        for _, source, html in one.written:
            yield from islice(_not_shown(corpus, item, source, html), MOST)
        for path, picture in parts(item.record, Picture):
            if fault := _unfit(corpus, item, picture.file):
                yield item.at(fault[0], (*path, "file"), value=picture.file, **fault[1])


def _not_shown(corpus: Corpus, item: Checked, source: Source, html: Html) -> Iterator[Problem]:
    for name, alt in dict.fromkeys(html.pictures):
        if not alt:
            yield _in_body(source, NO_ALT, name)
        if fault := _unfit(corpus, item, name):
            yield _in_body(source, fault[0], name, **fault[1])


_BESIDE = Bilingual(
    "把图片放在记录旁边，写它的文件名，例如 photo.jpg",
    "Put the picture beside the record and write its file name, for example photo.jpg",
)


def _unfit(corpus: Corpus, item: Checked, name: str) -> tuple[Fault, dict[str, object]] | None:
    """Why a picture can't be shown; None when it can."""
    if not _NAME.fullmatch(name):
        reason = Bilingual("只用同一文件夹里的图片", "Only pictures from the same folder are shown")
        return BAD_IMAGE, {"reason": reason, "suggestion": _BESIDE}
    if not name.lower().endswith(tuple(FORMATS)):
        kinds = "、".join(sorted(FORMATS))
        reason = Bilingual(f"图片是 {kinds}", f"A picture is one of {kinds}")
        return BAD_IMAGE, {"reason": reason, "suggestion": _BESIDE}
    if f"{item.source.folder}/{name}" not in corpus.pictures:
        return MISSING_IMAGE, {"folder": item.source.folder}
    return None


def _in_body(source: Source, fault: Fault, value: str, **particulars: object) -> Problem:
    """The fault where the body first says the thing."""
    found = re.search(rf"\]\(<?({re.escape(value)})[)>\s]", source.matter.body)
    return fault.at(source.path, mark(source, found.start(1) if found else 0), **({"value": value} | particulars))


_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`|<https?://[^<>\s]+>", re.DOTALL | re.MULTILINE)
_HTML = re.compile(r"<!--|</?[a-zA-Z][^<>\n]*>")


def no_html_stands_in_a_text(one: Alone) -> Iterator[Problem]:
    """Tags and remarks outside code would be shown as they stand."""
    for _, source, _ in one.written:
        for found in _HTML.finditer(without_code(source.matter.body)):
            yield HTML_IN_TEXT.at(source.path, mark(source, found.start()), value=found[0][:60])


_ENTITY = re.compile(r"&#?\w{1,32};")


def nothing_unseen_is_spelt_out(one: Alone) -> Iterator[Problem]:
    """By entities such as `&#x202e;` come characters that the text itself doesn't hold."""
    for _, source, html in one.written:
        if spelt := UNSEEN.search(html.html):
            entities = _ENTITY.finditer(without_code(source.matter.body))
            places = (one.start() for one in entities if UNSEEN.search(unescape(one[0])))
            yield UNSEEN_CHARACTER.at(source.path, mark(source, next(places, 0)), code=code(spelt[0]))


def without_code(body: str) -> str:
    """A body with spaces for its code, every other character where it was."""
    if not any(sign in body for sign in ("`", "~~~", "<")):
        return body
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body)


def mark(source: Source, position: int) -> Mark:
    """Where a position of the body stands in its file."""
    body = source.matter.body
    return Mark(source.matter.body_line + body.count("\n", 0, position), position - body.rfind("\n", 0, position))
