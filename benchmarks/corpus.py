"""The records of the benchmark as files, laid out for one generator: `python -m benchmarks.corpus 500 OUT`.

The text of a record is the same in all layouts but for the addresses in its last paragraph.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import click

from benchmarks import words
from benchmarks.records import BASE, PER_PAGE, SECTIONS, Item, Status, expected, items, programme_key, unit_key
from benchmarks.sentences import PROGRAMMES, UNITS
from minusone.words import LANGS, Bilingual, Lang

HERE = Path(__file__).parent
AS_OF = "2027-06-30"
"""After every date in a record."""

STEPS = {
    Status.OPEN: ("registered", "assigned"),
    Status.IN_PROGRESS: ("registered", "assigned", "started"),
    Status.DONE: ("registered", "assigned", "started", "submitted"),
    Status.VERIFIED: ("registered", "assigned", "started", "submitted", "verified"),
}
"""What was done in a rectification that is so far; nobody may type a state."""

FORMS = {
    Status.OPEN: "field_research",
    Status.IN_PROGRESS: "lecture",
    Status.DONE: "discussion",
    Status.VERIFIED: "meeting",
}
METHODS = {
    Status.OPEN: "individual_talks",
    Status.IN_PROGRESS: "reading_files",
    Status.DONE: "field_research",
    Status.VERIFIED: "on_site_inspection",
}
"""Activities and visits have no state; in their place stands a field that has as many values."""

_STEP_EVERY = timedelta(days=3)
_KIND = {kind[0]: kind for kind in SECTIONS}


@dataclass(frozen=True)
class Layout:
    """Where a generator expects a record, and how it wants it written; `around` are the files beside the records.

    `counts_steps` says that the status of a record follows from its steps; the others have it typed.
    """

    path: Callable[[Item, Lang], str]
    text: Callable[[Item, Lang], str]
    around: Callable[[], Iterator[tuple[str, str]]]
    skeleton: Path | None = None
    counts_steps: bool = False


def write(made: Sequence[Item], layout: Layout, out: Path) -> None:
    """Write the records, and what else the generator needs, into a folder that is empty or isn't there yet."""
    if layout.skeleton:
        shutil.copytree(layout.skeleton, out, dirs_exist_ok=True)
    for path, text in layout.around():
        _put(out / path, text)
    for item in made:
        for lang in LANGS:
            _put(out / layout.path(item, lang), layout.text(item, lang))
    _put(out / "expected.json", expected(made))


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")


def _matter(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", "", ""])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# --- minusone --------------------------------------------------------------------------------------------------------


def _own_path(item: Item, lang: Lang) -> str:
    return f"content/{item.section}/{item.id}.{lang}.md"


def _own_text(item: Item, lang: Lang) -> str:
    title = f"title: {_quoted(item.title.to(lang))}"
    lines = (f"id: {item.id}", title, "sample: true", *_facts(item)) if lang == "zh" else (title,)
    return _matter(*lines) + item.body(lang, lambda id: f"{_KIND[id[0]]}:{id}")


def _facts(item: Item) -> Iterator[str]:
    """The fields of each kind that say what a page of the benchmark shows."""
    unit = unit_key(item.unit)
    yield f"programme: {programme_key(item.programme)}"
    match item.kind:
        case "rectification":
            yield f"found: {{date: {item.day}, channel: hotline}}"
            yield f"area: {unit}"
            yield "topic: services"
            yield f"unit: {unit}"
            yield "track: deadline"
            yield f"deadline: {item.due}"
            yield "progress:"
            yield from (step(item, number) for number in range(len(STEPS[item.status])))
        case "activity":
            yield f"form: {FORMS[item.status]}"
            yield f"date: {item.day}/{item.due}"
            yield f"units: {unit}"
        case "visit":
            yield "team: team-01"
            yield f"date: {item.day}"
            yield f"methods: {METHODS[item.status]}"
            yield f"units: {unit}"
            yield "recommendations:"
            yield f"  - {{text: 按期办结并书面回复, to: {unit}, due: {item.due}}}"


def step(item: Item, number: int) -> str:
    """The line of a rectification's step, counted from 0."""
    name = STEPS[Status.VERIFIED][number]
    more = {
        "started": f", by: {unit_key(item.unit)}",
        "submitted": f", by: {unit_key(item.unit)}, evidence: [{{text: 现场记录}}]",
        "verified": ', by: "team:team-01"',
    }
    return f"  - {{date: {item.day + number * _STEP_EVERY}, step: {name}{more.get(name, '')}}}"


def _own_around() -> Iterator[tuple[str, str]]:
    for number, name in enumerate(UNITS):
        yield from _pair(f"content/units/{unit_key(number)}", name, "type: department")
    for number, name in enumerate(PROGRAMMES):
        yield from _pair(f"content/programmes/{programme_key(number)}", name, "type: scheme", "units: unit-01")
    team = "sent_by: 区委", "level: district", "to: unit-01"
    yield from _pair("content/teams/team-01", Bilingual("第一督导组", "First Supervision Group"), *team)
    yield (
        "config.yaml",
        f"""title: {{zh: {words.TITLE.zh}, en: {words.TITLE.en}}}
tagline: {{zh: {words.FOOTER.zh}, en: {words.FOOTER.en}}}
address: {BASE}/
as_of: {AS_OF}
per_page: {PER_PAGE}
footer:
  host: {{zh: {words.FOOTER.zh}, en: {words.FOOTER.en}}}
""",
    )


def _pair(file: str, title: Bilingual, *facts: str) -> Iterator[tuple[str, str]]:
    id = file.rpartition("/")[2]
    yield f"{file}.zh.md", _matter(f"id: {id}", f"title: {title.zh}", *facts, "sample: true")
    yield f"{file}.en.md", _matter(f"title: {_quoted(title.en)}")


# --- the peers -------------------------------------------------------------------------------------------------------


def _peer_lines(item: Item, lang: Lang) -> tuple[str, ...]:
    return (
        f"title: {_quoted(item.title.to(lang))}",
        f"date: {item.day}",
        f"number: {item.id}",
        f"sort: {item.kind}",
        f"programme: {programme_key(item.programme)}",
        f"status: {item.status}",
        f"deadline: {item.due}",
        f"links: [{', '.join(item.links)}]",
    )


def _hugo_path(item: Item, lang: Lang) -> str:
    return f"content/{lang}/{item.section}/{item.id}.md"


def _hugo_text(item: Item, lang: Lang) -> str:
    """Units are a taxonomy; the language is in the folder's name."""
    return _matter(*_peer_lines(item, lang), f"units: [{unit_key(item.unit)}]") + item.body(lang, "#{}".format)


def _hugo_around() -> Iterator[tuple[str, str]]:
    yield "data/site.json", _json(words.data())
    for lang in LANGS:
        for section, name in words.SECTION.items():
            yield f"content/{lang}/{section}/_index.md", _matter(f"title: {_quoted(name.to(lang))}")
        for number, name in enumerate(UNITS):
            yield f"content/{lang}/units/{unit_key(number)}/_index.md", _matter(f"title: {_quoted(name.to(lang))}")


def _eleventy_path(item: Item, lang: Lang) -> str:
    return f"src/records/{lang}/{item.section}/{item.id}.md"


def _eleventy_text(item: Item, lang: Lang) -> str:
    lines = _peer_lines(item, lang)
    return _matter(*lines, f"lang: {lang}", f"unit: {unit_key(item.unit)}") + item.body(lang, "#{}".format)


def _eleventy_around() -> Iterator[tuple[str, str]]:
    yield "src/_data/words.json", _json(words.data())
    yield "src/_data/site.json", _json({"base": BASE, "title": words.TITLE._asdict()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


LAYOUTS = {
    "minusone": Layout(_own_path, _own_text, _own_around, counts_steps=True),
    "hugo": Layout(_hugo_path, _hugo_text, _hugo_around, HERE / "hugo"),
    "eleventy": Layout(_eleventy_path, _eleventy_text, _eleventy_around, HERE / "eleventy"),
}


@click.command(help="Write NUMBER records, and what a generator needs beside them, into the folder OUT.")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--layout", type=click.Choice(list(LAYOUTS)), default="minusone", show_default=True)
def main(number: int, out: Path, layout: str) -> None:
    if out.exists() and any(out.iterdir()):
        raise click.UsageError(f"{out} is not empty")
    write(items(number), LAYOUTS[layout], out)


if __name__ == "__main__":
    main()
