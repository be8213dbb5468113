"""Nothing private stands in what the office writes: every public file of content, its name, and config.yaml.

The files are searched as they were written, comments and all, because that is what is kept and handed on. Internal
files and fields are left out: they never leave.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple

from minusone.corpus import Alone, Corpus
from minusone.faults import EXCEPTION_EXPIRED, EXCEPTION_UNUSED, PRIVATE
from minusone.frontmatter import Matter
from minusone.load import Source
from minusone.privacy.findings import INSTEAD, Finding
from minusone.privacy.guard import Allowed, find, suspects
from minusone.problems import Mark, Problem
from minusone.schema import Part, about, classes, is_internal
from minusone.settings import Config, Settings


class Found(NamedTuple):
    """A finding, with the file that it is in and its place there."""

    path: str
    mark: Mark
    finding: Finding


def nothing_private_stands_in_its_files(one: Alone) -> Iterator[Problem]:
    """What is found in a public record's files and not allowed."""
    if not one.item.record.internal:
        allowed = one.settings.privacy.allowed(one.as_of)
        found = (found for _, source in one.item.sources for found in findings(source))
        yield from _refused(found, allowed)


def nothing_private_stands_elsewhere(corpus: Corpus) -> Iterator[Problem]:
    """The same of files that could not be made records, and of the settings; and exceptions that are over or unused."""
    read = {source.path for item in corpus.checked for _, source in item.sources}
    left = [found for source in _public_sources(corpus) if source.path not in read for found in findings(source)]
    left += _findings_in_config(corpus.config)
    yield from _refused(left, corpus.settings.privacy.allowed(corpus.as_of))
    if corpus.settings.privacy.exceptions:
        found = [*left, *(found for source in _public_sources(corpus) for found in findings(source))]
        yield from _exceptions(corpus, {one.finding.fingerprint for one in found})


def _refused(found: Iterable[Found], allowed: Allowed) -> Iterator[Problem]:
    for path, mark, finding in found:
        if not allowed.allows(finding):
            yield PRIVATE.at(
                path,
                mark,
                kind=finding.kind.label,
                masked=finding.masked,
                instead=INSTEAD[finding.kind],
                fingerprint=finding.fingerprint,
            )


def _exceptions(corpus: Corpus, found: set[str]) -> Iterator[Problem]:
    """Every exception is in force and needed."""
    for number, exception in enumerate(corpus.settings.privacy.exceptions):
        mark = corpus.config.matter.mark(("privacy", "exceptions", number, "finding"))
        if exception.until < corpus.as_of:
            yield EXCEPTION_EXPIRED.at(corpus.config.path, mark, finding=exception.finding, until=exception.until)
        elif exception.finding not in found:
            yield EXCEPTION_UNUSED.at(corpus.config.path, mark, finding=exception.finding)


def findings(source: Source) -> tuple[Found, ...]:
    """What is found in a public file and its name. It depends on nothing but the file, its path and its kind."""
    name = PurePosixPath(source.path).name
    text = published(source.text, source.matter, source.kind)
    suspected = {*suspects((name, text))}
    in_name = [Found(source.path, Mark(), finding) for finding in find(name)] if name in suspected else []
    return (*in_name, *(_placed(source.path, text) if text in suspected else ()))


def _findings_in_config(config: Config) -> Iterator[Found]:
    return _placed(config.path, published(config.text, config.matter, Settings))


def _placed(path: str, text: str) -> Iterator[Found]:
    """What is found in a file's text, in order, so that its lines are counted once."""
    line, begin, seen = 1, 0, 0
    for finding in find(text):
        line += text.count("\n", seen, finding.start)
        begin = max(begin, text.rfind("\n", seen, finding.start) + 1)
        seen = finding.start
        yield Found(path, Mark(line, seen - begin + 1), finding)


def _public_sources(corpus: Corpus) -> Iterator[Source]:
    internal = {item.source.path: item.record.internal for item in corpus.checked}
    for key, source in corpus.sources.zh.items():
        if not (internal[source.path] if source.path in internal else _says_internal(source)):
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
    if not any(name in text for name in _internal_names(model)):
        return text  # Where each value stands is not asked for in vain.
    lines = text.split("\n")
    begins = [0]
    for line in lines:
        begins.append(begins[-1] + len(line) + 1)

    def offset(mark: Mark) -> int:
        return begins[mark.line - 1] + mark.column - 1

    front = begins[matter.body_line - 2] if matter.body_line > 1 else len(text)
    marks = sorted((offset(place.key), path) for path, place in matter.places.items() if path)
    parts: list[str] = []
    done, inside = 0, None
    for start, path in [*marks, (front, ())]:
        if inside and path[: len(inside)] != inside:
            parts.append(_NOT_LINE_END.sub(" ", text[done:start]))
            done, inside = start, None
        if path and not inside and is_internal(model, path):
            parts.append(text[done:start])
            done, inside = start, path
    return "".join([*parts, text[done:]])


_NOT_LINE_END = re.compile(r"[^\n]")


@lru_cache(maxsize=64)
def _internal_names(model: type[Part]) -> frozenset[str]:
    """What internal fields are called, the model's own and those of its parts."""
    names: set[str] = set()
    models = [model]
    for one in models:
        for name, info in one.model_fields.items():
            if about(info).internal:
                names.add(name)
            parts = (said for said in classes(info.annotation) if issubclass(said, Part))
            models += (part for part in parts if part not in models)
    return frozenset(names)
