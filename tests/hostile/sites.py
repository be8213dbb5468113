"""A site in which every text of every kind of record, in both languages, is a handful of payloads."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from minusone.kinds import KINDS
from minusone.schema import Part, classes
from minusone.words import Words
from tests.sites import PIXEL


class _Text:
    """Stands where an editor's words stand."""


TEXT = _Text()
_SOURCES = [{"text": TEXT, "url": "https://a.cn/?a=%3Cscript%3E&b=`onclick=ran(1)`#{{c}}"}]
_PICTURES = [{"file": "lamp.png", "alt": TEXT, "caption": TEXT}]


def _progress(n: int) -> list[dict[str, Any]]:
    """One life after another, each with texts of its own."""
    evidence = [{"text": TEXT, "picture": _PICTURES[0]}]
    stated = {"date": "2014-03-01", "step": "stated", "state": "in_progress", "source": TEXT, "evidence": evidence}
    registered = {"date": "2014-03-01", "step": "registered", "note": TEXT, "evidence": evidence}
    moved = {"date": "2014-03-03", "step": "extended", "deadline": "2014-04-20", "reason": TEXT}
    ends = (
        {"step": "update", "note": TEXT},
        {"step": "declined", "reason": TEXT},
        {"step": "suspended", "reason": TEXT, "review": "2014-06-01"},
        {"step": "withheld", "basis": TEXT},
    )
    return [
        registered if n % 2 else stated,
        moved | {"approved_by": "district"},
        {"date": "2014-03-04"} | (ends[3] if n == WITHHELD else ends[n % 3]),
    ]


def _rectification(n: int) -> dict[str, Any]:
    return {
        "found": {"date": "2014-03-01"},
        "area": "unit-0",
        "topic": "streets",
        "unit": "unit-1",
        "lead_leader": TEXT,
        "leader": TEXT,
        "track": "deadline",
        "target": TEXT,
        "targets": [
            {"id": "t", "what": TEXT, "measure": TEXT, "planned": "3"},
            {"id": "u", "what": TEXT, "measure": "个", "planned_words": TEXT},
        ],
        "measures": [{"text": TEXT, "due": "2014-04-20"}],
        "deadline": "2014-03-20",
        "source_numbers": [TEXT],
        "wordings": [{"until": "2014-03-02", "title": TEXT}],
        "pictures": _PICTURES,
        "progress": _progress(n),
    }


def _recommended() -> dict[str, Any]:
    return {"text": TEXT, "to": "unit-1", "answer": [{"date": "2014-03-06", "text": TEXT}]}


FIELDS: dict[str, Callable[[int], dict[str, Any]]] = {
    "unit": lambda n: {"type": "street", "contact": TEXT},
    "group": lambda n: {
        "unit": "unit-0",
        "leaders": "3",
        "posts": [TEXT, TEXT],
        "charges": [{"text": TEXT}],
        "links": [{"text": TEXT}],
    },
    "team": lambda n: {
        "level": "province",
        "sent_by": TEXT,
        "to": "district",
        "principles": [{"title": TEXT, "text": TEXT, "shown_by": "advice"}],
    },
    "programme": lambda n: {
        "type": "scheme",
        "units": "unit-0",
        "elements": [{"title": TEXT, "text": TEXT}],
        "commitments": [
            {
                "id": "tuesdays",
                "what": TEXT,
                "who": "unit-0",
                "how_often": "FREQ=WEEKLY;BYDAY=TU",
                "since": "2014-03-01",
                "until": "2014-03-31",
                "excused": [{"period": "2014-03-04", "reason": TEXT}],
            }
        ],
    },
    "activity": lambda n: {
        "form": "diary",
        "date": "2014-03-04",
        "units": "unit-0",
        "who": TEXT,
        "places": [TEXT],
        "diary": {
            "entries": [{"hours": "1", "on": TEXT, "whom": TEXT, "effect": TEXT}],
            "reflection": TEXT,
            "one": TEXT,
            "start": TEXT,
        },
        "pictures": _PICTURES,
        "captions": [{"text": TEXT}],
    },
    "visit": lambda n: {
        "team": "team-0",
        "date": "2014-03-05",
        "methods": "individual_talks",
        "theme": TEXT,
        "units": "unit-0",
        "places": [TEXT],
        "recommendations": [_recommended()],
    },
    "rectification": _rectification,
    "report": lambda n: {
        "span": "week",
        "period": f"2014-W{n + 1:02}",
        "figures": [
            {"what": TEXT, "value": "3", "unit": TEXT, "parts": [{"what": TEXT, "value": "3"}]},
            {"what": TEXT, "said": TEXT},
        ],
        "captions": [{"text": TEXT}],
    },
    "page": lambda n: {"menu": "no"},
}
"""What a record of each kind says beside what every record does."""

EACH = 4
"""Records of each kind."""

WITHHELD = 3


@dataclass(frozen=True)
class Place:
    """One text: whose, where in it, in which language; and the word that begins it, which is found nowhere else."""

    kind: str
    number: int
    field: str
    lang: str
    token: str


HANDFUL = 24
FEW = 6
"""Payloads in a text, and in one that many pages show."""

EVERYWHERE = {"title", "tagline", "host", "contact", "site_code", "icp", "police"}


class Filling:
    """Gives each text its handful, each another, the same ones each time."""

    def __init__(self, payloads: Sequence[str], bodies: Sequence[str]) -> None:
        self.payloads, self.bodies = payloads, bodies
        self.places: dict[str, Place] = {}
        self.said: dict[str, tuple[str, ...]] = {}

    def text(self, kind: str, number: int, lang: str, field: str) -> str:
        some = self.bodies if field == "body" else self.payloads
        token = f"{lang}{len(self.places)}h"
        handful = tuple(Random(token).sample(some, FEW if field in EVERYWHERE else HANDFUL))
        self.places[token] = Place(kind, number, field, lang, token)
        self.said[token] = handful
        return ("\n\n" if field == "body" else " ").join((token, *handful))


def site(folder: Path, payloads: Sequence[str], bodies: Sequence[str]) -> Filling:
    """Write it: config.yaml and content."""
    filling = Filling(payloads, bodies)
    content = folder / "content"
    for kind, fields in FIELDS.items():
        (content / KINDS[kind].folder).mkdir(parents=True)
        for number in range(EACH):
            data = {"title": TEXT, "summary": TEXT, "sources": _SOURCES, "memo": TEXT, **fields(number)}
            for lang in ("zh", "en"):
                if lang == "en":
                    del data["memo"]
                said = _filled(data, partial(filling.text, kind, number, lang), (), lang)
                head = {"id": f"{kind}-{number}", **said} if lang == "zh" else said
                body = filling.text(kind, number, lang, "body")
                file = content / KINDS[kind].folder / f"{kind}-{number}.{lang}.md"
                file.write_text(_written(head) + body + "\n", "utf-8", newline="\n")
    (content / "units" / "district.zh.md").write_text("---\nid: district\ntitle: 江北区\ntype: district\n---\n")
    for shown in ("activities", "rectifications"):
        (content / shown / "lamp.png").write_bytes(PIXEL)
    (folder / "config.yaml").write_text(_config(filling), "utf-8")
    return filling


def _config(filling: Filling) -> str:
    def both(field: str) -> dict[str, str]:
        return {lang: filling.text("config", 0, lang, field) for lang in ("zh", "en")}

    footer: dict[str, Any] = {"host": both("host"), "contact": both("contact")}
    footer |= {name: filling.text("config", 0, "zh", name) for name in ("site_code", "icp", "police")}
    said = {"title": both("title"), "tagline": both("tagline"), "footer": footer}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in said.items()]
    return "".join([*lines, "as_of: 2014-04-30\naddress: https://jiangbei.invalid/a/\nper_page: 50\n"])


def _written(fields: dict[str, Any]) -> str:
    """As front matter: JSON is YAML."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items() if value]
    return "".join(["---\n", *lines, "---\n"])


def _filled(value: Any, say: Callable[[str], str], path: tuple[str, ...], lang: str) -> Any:
    """With texts where they belong; in a translation with nothing else."""
    match value:
        case _Text():
            return say(".".join(path))
        case dict():
            made = {name: _filled(item, say, (*path, name), lang) for name, item in value.items()}
            return {name: item for name, item in made.items() if item is not None} or None
        case list():
            return [_filled(item, say, path, lang) for item in value]
    return value if lang == "zh" else None


# --- what there is to be filled --------------------------------------------------------------------------------------


def texts_of_the_schema() -> set[tuple[str, str]]:
    """Every field of every part of every kind that holds an editor's words: the part's class, and the field."""
    return {found for kind in KINDS.values() for found in _texts_of(kind)}


def _texts_of(part: type[Part]) -> Iterator[tuple[str, str]]:
    for name, info in part.model_fields.items():
        said = list(classes(info.annotation))
        if Words in said:
            yield next(one.__name__ for one in reversed(part.__mro__) if name in getattr(one, "model_fields", ())), name
        for inner in said:
            if issubclass(inner, Part):
                yield from _texts_of(inner)
