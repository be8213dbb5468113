"""From where a search begins, and the words that it may put in: what is ours, for each target."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from minusone.kinds import KINDS
from minusone.pictures import FORMATS
from minusone.publication import versions
from minusone.publication.events import Entry, Event
from minusone.publication.versions import Saying, Version
from minusone.schema import Part, Ref, Term, classes
from minusone.settings import Settings
from minusone.transparency.log import CHECKPOINT
from tests.fuzz.odd import PLACES, SCALARS, documents
from tests.fuzz.targets import LISTED, LOG, LOGS, NOTE, PUBLISHED, SUFFIXES, TRANSLATION
from tests.pixels import quartered, written
from tests.privacy.corpus import negatives, positives
from tests.sites import CONFIG, TODAY, record
from tests.test_markup import BODIES, DANGEROUS, FORGED
from tests.test_prose import COMMON, RARE
from tests.test_queries import WRITTEN
from tests.transparency.made import ORIGIN
from tests.transparency.parsers import SEEDS

ROOT = Path(__file__).parents[2]
CORPUS = Path(__file__).parent / "corpus"
FOLDERS = [kind.folder for kind in KINDS.values()]


def kept(target: str) -> list[Path]:
    """What is kept of earlier searches: inputs that reach far, and each in which a defect was found."""
    return sorted((CORPUS / target).iterdir()) if (CORPUS / target).is_dir() else []


def seeds(target: str) -> Iterator[bytes]:
    """What a search begins with beside what is kept."""
    return iter([SEEDS[LOGS[target]]]) if target in LOGS else _BEGINNINGS[target]()


def _records() -> Iterator[bytes]:
    """The project's own records, each with its translation; and odd YAML in the place of a field."""
    for number, folder in enumerate(FOLDERS):
        for file in sorted((ROOT / "content" / folder).glob("*.zh.md")):
            en = file.with_name(file.name.replace(".zh.", ".en."))
            parted = [file.read_bytes(), *([en.read_bytes()] if en.exists() else [])]
            yield bytes([number]) + TRANSLATION.join(parted)
        least = record(list(KINDS)[number], "a", body='共 {{ count("unit") }} 处，见[街](unit:baisha)。')
        yield bytes([number]) + least.partition("\n")[2].encode()
    unit = bytes([FOLDERS.index("units")])
    yield from (
        unit + f"---\nid: a\ntype: street\n{place.format('a').replace('k', 'title', 1)}\n---\na\n".encode()
        for place in PLACES
    )


def _settings() -> Iterator[bytes]:
    yield from (CONFIG.encode(), (ROOT / "config.yaml").read_bytes())
    yield from (f"{CONFIG}privacy:\n  office_lines: {scalar}\n".encode() for scalar in SCALARS)


def _memory() -> Iterator[bytes]:
    yield json.dumps({"about": "", "pieces": {"unit:a/title": "0123456789 9876543210"}}).encode()


def _front_matter() -> Iterator[bytes]:
    return (f"---\n{document}\n---\n".encode() for document in documents())


def _bodies() -> Iterator[bytes]:
    return map(str.encode, (*BODIES, *DANGEROUS, *FORGED, *COMMON, *RARE))


def _private() -> Iterator[bytes]:
    return (snippet.text.encode() for snippet in (*positives(), *negatives()))


def _texts() -> Iterator[bytes]:
    return (bytes([n]) + text.encode() for n in range(len(SUFFIXES)) for text in (*DANGEROUS, '{"a": "b"}'))


def _pictures() -> Iterator[bytes]:
    return (bytes([n]) + written(quartered((4, 4)), ending) for n, ending in enumerate(FORMATS))


def _history() -> Iterator[bytes]:
    said = Saying({"title": {"zh": "路灯"}}, bytes(32))
    yield versions.written((Version(1, TODAY, said), Version(2, TODAY, None)))


def _entry() -> Iterator[bytes]:
    yield Entry(Event.PUBLISHED, Ref("rectification", "2014-001"), 1, TODAY, bytes(32), "c-1").data


def _register() -> Iterator[bytes]:
    lamp = Ref("rectification", "2014-001")
    first, second = (Entry(Event.PUBLISHED, lamp, number, TODAY, bytes([number]) * 32) for number in (1, 2))
    removed, erased = Entry(Event.REMOVED, lamp, 2, TODAY, why="c-1"), Entry(Event.ERASED, lamp, 1, TODAY, why="c-2")
    yield b"\n".join(entry.data for entry in (first, second, erased, removed))
    yield b"\n".join(entry.data for entry in (first, second, removed, replace(first, number=3), erased))


def _published() -> Iterator[bytes]:
    yield from (bytes([number]) + PUBLISHED[name] for number, name in enumerate(sorted(PUBLISHED)))


_BEGINNINGS: dict[str, Callable[[], Iterator[bytes]]] = {
    "record": _records,
    "site": _records,
    "settings": _settings,
    "memory": _memory,
    "front-matter": _front_matter,
    "markdown": _bodies,
    "prose": _bodies,
    "query": lambda: iter([WRITTEN.encode()]),
    "private": _private,
    "texts": _texts,
    "picture": _pictures,
    "log-history": _history,
    "log-entry": _entry,
    "log-manifest": lambda: iter([LISTED]),
    "log-manifest-note": lambda: iter([NOTE]),
    "log-register": _register,
    "log-key": lambda: iter([ORIGIN.encode()]),
    "log-continued": lambda: iter([LOG[CHECKPOINT], LOG[CHECKPOINT].partition(b"\n\n")[0] + b"\n"]),
    "log-site": _published,
}


# --- words -----------------------------------------------------------------------------------------------------------


def words() -> list[str]:
    """What means something to one reader or another: names, terms, signs."""
    models: list[type[Part]] = [*KINDS.values(), Settings]
    declared = {word for model in models for word in _declared(model)}
    return sorted({*KINDS, *declared, *_VALUES, *SCALARS, *PLACES, *COMMON, *RARE, *DANGEROUS})


_VALUES = (
    *("2014-Q2", "2014-W14", "2014-H1", "9999-12-31", "0001-01-01", "124.1万", "20+", "each:street", "unit:a", "/en/"),
    *("https://a.cn", "http://[::1]", "https:", "://", ":99999", "xn--", "%2e%2e", "@a", "javascript:", "Infinity"),
)


def _declared(model: type[Part]) -> Iterator[str]:
    """A part's fields, and the terms that they may have, however deep."""
    for name, info in model.model_fields.items():
        yield f"{name}: "
        for said in classes(info.annotation):
            if issubclass(said, Term):
                yield from (str(term.value) for term in said)
            elif issubclass(said, Part):
                yield from _declared(said)
