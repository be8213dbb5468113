"""Nothing private stands in what the office writes: every public file of content, its name, and config.yaml.

The files are searched as they were written, comments and all, because that is what is kept and handed on. Internal
files and fields are left out: they never leave.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from minusone.corpus import Corpus
from minusone.faults import EXCEPTION_EXPIRED, EXCEPTION_UNUSED, PRIVATE
from minusone.frontmatter import Matter
from minusone.load import Source
from minusone.privacy.findings import INSTEAD, Finding
from minusone.privacy.guard import find
from minusone.problems import Mark, Problem
from minusone.schema import Part, is_internal
from minusone.settings import Settings


def nothing_private_stands_in_a_source(corpus: Corpus) -> Iterator[Problem]:
    allowed = corpus.settings.privacy.allowed(corpus.as_of)
    for path, text, found in _findings(corpus):
        if not allowed.allows(found):
            yield PRIVATE.at(
                path,
                _mark(text, found.start),
                kind=found.kind.label,
                masked=found.masked,
                instead=INSTEAD[found.kind],
                fingerprint=found.fingerprint,
            )


def every_exception_is_in_force_and_needed(corpus: Corpus) -> Iterator[Problem]:
    exceptions = corpus.settings.privacy.exceptions
    found = {finding.fingerprint for _, _, finding in _findings(corpus)} if exceptions else set()
    for number, exception in enumerate(exceptions):
        mark = corpus.config.matter.mark(("privacy", "exceptions", number, "finding"))
        if exception.until < corpus.as_of:
            yield EXCEPTION_EXPIRED.at(corpus.config.path, mark, finding=exception.finding, until=exception.until)
        elif exception.finding not in found:
            yield EXCEPTION_UNUSED.at(corpus.config.path, mark, finding=exception.finding)


def _findings(corpus: Corpus) -> Iterator[tuple[str, str, Finding]]:
    """Everything found, with the file and the text that its place counts in."""
    for source in _public_sources(corpus):
        name = PurePosixPath(source.path).name
        for text in (name, published(source.text, source.matter, source.kind)):
            for found in find(text):
                yield source.path, "" if text == name else text, found
    config = corpus.config
    text = published(config.text, config.matter, Settings)
    for found in find(text):
        yield config.path, text, found


def _public_sources(corpus: Corpus) -> Iterator[Source]:
    internal = {item.source.path: item.record.internal for item in corpus.checked}
    for key, source in corpus.sources.zh.items():
        if not internal.get(source.path, _says_internal(source)):
            yield source
            if translation := corpus.sources.en.get(key):
                yield translation
    yield from (source for key, source in corpus.sources.en.items() if key not in corpus.sources.zh)


def _says_internal(source: Source) -> bool:
    """Of a file that has problems of its own, which stop the build: whether it is not clearly a public one."""
    said = source.matter.data.get("internal")
    return said is not None and str(said).strip().lower() not in {"false", "no", "否"}


def published(text: str, matter: Matter, model: type[Part]) -> str:
    """A file's text with spaces for its internal values, so that every other place stays."""
    lines = text.split("\n")
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line) + 1)

    def offset(mark: Mark) -> int:
        return begins[mark.line - 1] + mark.column - 1

    front = begins[matter.body_line - 2] if matter.body_line > 1 else len(text)
    marks = sorted((offset(place.key), path) for path, place in matter.places.items() if path)
    for start, path in marks:
        if is_internal(model, path):
            after = (place for place, other in marks if place > start and other[: len(path)] != path)
            end = next(after, front)
            text = text[:start] + "".join("\n" if c == "\n" else " " for c in text[start:end]) + text[end:]
    return text


def _mark(text: str, position: int) -> Mark:
    before = text[:position]
    return Mark(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
