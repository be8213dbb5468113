"""What a body leads to opens, and what it shows is there and has words for those who can't see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minusone.check import Checked
from minusone.corpus import Corpus
from minusone.faults import BAD_IMAGE, BAD_LINK, DANGLING_REFERENCE, INTERNAL_REFERENCE, MISSING_IMAGE, NO_ALT, Fault
from minusone.kinds import KINDS
from minusone.kinds.activity import Picture
from minusone.load import PICTURES, Source
from minusone.problems import Mark, Problem
from minusone.rules.references import nearest
from minusone.schema import Ref, parts
from minusone.words import Bilingual, Lang

_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+")
_NAME = re.compile(r"[^/\\:]+")


def every_link_opens(corpus: Corpus) -> Iterator[Problem]:
    """A link is to a record (`kind:id`), to an anchor on the page, or to a whole web address."""
    for item, lang, source in _written(corpus):
        for link in corpus.texts[item.record.ref, lang].links:
            if link.startswith("#") or _WEB.fullmatch(link):
                continue
            yield from _leads_astray(corpus, item, source, link)


def _leads_astray(corpus: Corpus, item: Checked, source: Source, link: str) -> Iterator[Problem]:
    kind, colon, rest = link.partition(":")
    ref = Ref(kind, rest.partition("#")[0])
    if not colon or kind not in KINDS:
        reason = Bilingual("它不是记录，也不是完整的网址", "It is neither a record nor a whole web address")
        yield _in_body(source, BAD_LINK, link, reason=reason)
    elif ref not in corpus.by_ref and ref not in corpus.unread:
        yield _in_body(
            source, DANGLING_REFERENCE, link, id=ref.id, kind=KINDS[kind].label, suggestion=nearest(corpus, ref)
        )
    elif ref in corpus.by_ref and corpus.by_ref[ref].record.internal and not item.record.internal:
        yield _in_body(source, INTERNAL_REFERENCE, link, id=ref.id)


def every_picture_is_there(corpus: Corpus) -> Iterator[Problem]:
    for item, lang, source in _written(corpus):
        for name, alt in corpus.texts[item.record.ref, lang].pictures:
            if not alt:
                yield _in_body(source, NO_ALT, name)
            if fault := _unfit(corpus, item, name):
                yield _in_body(source, fault[0], name, **fault[1])
    for item in corpus.checked:
        for path, picture in parts(item.record, Picture):
            if fault := _unfit(corpus, item, picture.file):
                yield item.at(fault[0], (*path, "file"), value=picture.file, **fault[1])


def _unfit(corpus: Corpus, item: Checked, name: str) -> tuple[Fault, dict[str, object]] | None:
    """Why a picture can't be shown; None when it can."""
    if not _NAME.fullmatch(name):
        return BAD_IMAGE, {
            "reason": Bilingual("只用同一文件夹里的图片", "Only pictures from the same folder are shown")
        }
    if not name.lower().endswith(tuple(PICTURES)):
        kinds = "、".join(sorted(PICTURES))
        return BAD_IMAGE, {"reason": Bilingual(f"图片是 {kinds}", f"A picture is one of {kinds}")}
    if f"{item.source.folder}/{name}" not in corpus.pictures:
        return MISSING_IMAGE, {"folder": item.source.folder}
    return None


def _written(corpus: Corpus) -> Iterator[tuple[Checked, Lang, Source]]:
    """Every body with the file it stands in."""
    for item in corpus.checked:
        for lang, source in (("zh", item.source), ("en", item.translation)):
            if source and (item.record.ref, lang) in corpus.texts:
                yield item, "zh" if lang == "zh" else "en", source


def _in_body(source: Source, fault: Fault, value: str, **particulars: object) -> Problem:
    """The fault where the body first says the thing."""
    found = re.search(rf"\]\(<?({re.escape(value)})[)>\s]", source.matter.body)
    before = source.matter.body[: found.start(1)] if found else ""
    line = source.matter.body_line + before.count("\n")
    column = len(before.rpartition("\n")[2]) + 1
    return fault.at(source.path, Mark(line, column), **({"value": value} | particulars))
