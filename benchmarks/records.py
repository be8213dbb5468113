"""The records of the benchmark, the same whatever lays them out: a function of their number and of nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from random import Random

from benchmarks import sentences
from minusone.words import LANGS, Bilingual, Lang

BASE = "https://example.org"
PER_PAGE = 50
NEWEST = 20
SECTIONS = {"rectification": "rectifications", "activity": "activities", "visit": "visits"}

_FIRST, _LAST = date(2018, 1, 1), date(2026, 10, 31)
_KINDS = (*["rectification"] * 12, *["activity"] * 5, *["visit"] * 3)
"""60, 25 and 15 per cent, in every twenty."""


class Status(StrEnum):
    """How far a record is; in the order in which a unit's page shows them."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    VERIFIED = "verified"


@dataclass(frozen=True)
class Item:
    """One record. `text` is its body without the last paragraph, which names `links`: ids of other records."""

    id: str
    kind: str
    day: date
    due: date
    unit: int
    programme: int
    status: Status
    links: tuple[str, ...]
    title: Bilingual
    text: Bilingual
    has_table: bool

    @property
    def section(self) -> str:
        return SECTIONS[self.kind]

    def address(self, lang: Lang) -> str:
        return f"/{lang}/{self.section}/{self.id}/"

    def body(self, lang: Lang, to: Callable[[str], str]) -> str:
        """All of its Markdown; `to` says where a link to a record leads."""
        linked = sentences.AND.to(lang).join(f"[{id}]({to(id)})" for id in self.links)
        return f"{self.text.to(lang)}\n{sentences.LINKED.to(lang)}{linked}\n"


def unit_key(number: int) -> str:
    return f"unit-{number + 1:02}"


def programme_key(number: int) -> str:
    return f"prog-{number + 1:02}"


def items(number: int) -> list[Item]:
    """So many records. The text of one depends on its place alone, its links also on how many there are."""
    numbered = list(_numbered(number))
    ids = [id for id, _, _ in numbered]
    return [_item(place, *one, ids) for place, one in enumerate(numbered)]


def _numbered(number: int) -> Iterator[tuple[str, str, int]]:
    """Of each record its id, its kind and how many of that kind there are up to it."""
    order = Random("kinds")
    block: list[str] = []
    so_far = dict.fromkeys(SECTIONS, 0)
    for _ in range(number):
        if not block:
            block = order.sample(_KINDS, len(_KINDS))
        kind = block.pop()
        so_far[kind] += 1
        yield f"{kind[0]}-{so_far[kind]:06}", kind, so_far[kind]


def _item(place: int, id: str, kind: str, count: int, ids: Sequence[str]) -> Item:
    chance = Random(f"record {place}")
    day = _FIRST + timedelta(days=chance.randrange((_LAST - _FIRST).days + 1))
    unit, programme = chance.randrange(len(sentences.UNITS)), chance.randrange(len(sentences.PROGRAMMES))
    topic = chance.choice(sentences.TOPICS)
    has_table = place % 5 == 4
    return Item(
        id,
        kind,
        day,
        day + timedelta(days=chance.randrange(15, 120)),
        unit,
        programme,
        chance.choices(tuple(Status), (15, 20, 40, 25))[0],
        tuple(_links(Random(f"links {place}"), ids, place)),
        _filled(sentences.TITLES[kind], unit=sentences.UNITS[unit], topic=topic, n=count),
        _text(chance, unit, programme, topic, has_table),
        has_table,
    )


def _links(chance: Random, ids: Sequence[str], place: int) -> list[str]:
    """One to three others, each once."""
    wanted, found = chance.randrange(1, 4), dict.fromkeys([place])
    while len(found) <= min(wanted, len(ids) - 1):
        found[chance.randrange(len(ids))] = None
    return [ids[other] for other in found if other != place]


def _filled(said: Bilingual, **slots: Bilingual | int) -> Bilingual:
    def to(lang: Lang) -> str:
        return said.to(lang).format(
            **{name: slot.to(lang) if isinstance(slot, Bilingual) else slot for name, slot in slots.items()}
        )

    return Bilingual(to("zh"), to("en"))


def _text(chance: Random, unit: int, programme: int, topic: Bilingual, has_table: bool) -> Bilingual:
    """Three to five paragraphs of six to nine sentences; between them a list of two to four tasks; perhaps a table."""
    said = [
        _filled(
            sentence,
            unit=sentences.UNITS[unit],
            programme=sentences.PROGRAMMES[programme],
            topic=topic,
            n=chance.randrange(2, 40),
            yuan=chance.randrange(10, 900) * 100,
        )
        for sentence in chance.sample(sentences.SENTENCES, chance.randrange(6, 10))
    ]
    neighbour = sentences.UNITS[(unit + 3) % len(sentences.UNITS)]
    tasks = [
        _filled(task, unit=neighbour, n=chance.randrange(2, 30))
        for task in chance.sample(sentences.TASKS, chance.randrange(2, 5))
    ]
    lead = chance.choice(sentences.LEADS)
    paragraphs = chance.randrange(3, 6)
    before_list = chance.randrange(1, paragraphs + 1)
    table = _table(chance) if has_table else Bilingual("", "")

    def to(lang: Lang) -> str:
        space = "" if lang == "zh" else " "
        cuts = [number * len(said) // paragraphs for number in range(paragraphs + 1)]
        blocks = [space.join(one.to(lang) for one in said[a:b]) for a, b in pairwise(cuts)]
        blocks.insert(before_list, "\n".join([lead.to(lang), "", *(f"- {task.to(lang)}" for task in tasks)]))
        return "\n\n".join([*blocks, *filter(None, [table.to(lang)])]) + "\n"

    return Bilingual(to("zh"), to("en"))


def _table(chance: Random) -> Bilingual:
    heading = chance.choice(sentences.HEADINGS)
    rows = [
        (matter, chance.randrange(5, 200), chance.randrange(1, 200)) for matter in chance.sample(sentences.MATTERS, 3)
    ]

    def to(lang: Lang) -> str:
        lines = (f"| {matter.to(lang)} | {due} | {done} |" for matter, due, done in rows)
        return "\n".join([f"## {heading.to(lang)}", "", sentences.COLUMNS.to(lang), "| --- | --- | --- |", *lines])

    return Bilingual(to("zh"), to("en"))


def expected(made: Sequence[Item]) -> str:
    """What every site of these records shows, as JSON; only the checker may read it."""
    records = [
        {
            "id": item.id,
            "section": item.section,
            "unit": unit_key(item.unit),
            "status": item.status,
            "date": item.day.isoformat(),
            "deadline": item.due.isoformat(),
            "links": item.links,
            "title": {lang: item.title.to(lang) for lang in LANGS},
            "table": item.has_table,
        }
        for item in made
    ]
    return json.dumps({"per_page": PER_PAGE, "newest": NEWEST, "records": records}, ensure_ascii=False) + "\n"
