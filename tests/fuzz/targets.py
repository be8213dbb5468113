"""All that reads what other people write, by name: each takes any bytes, and raises only for a defect."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from html.parser import HTMLParser
from itertools import product
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import yaml

from minusone import link, memory, pipeline, queries, settings
from minusone.corpus import Alone, body_html
from minusone.entries import Entry, Pair, entry
from minusone.fields import Data
from minusone.frontmatter import split
from minusone.imaging import for_web, sized
from minusone.kinds import KINDS
from minusone.load import File
from minusone.markup import PLACE, Html
from minusone.pictures import FORMATS, UnfitError
from minusone.plain import plain
from minusone.plan import clashes, documents, outputs, pages
from minusone.privacy.guard import find, masked, suspects
from minusone.privacy.texts import texts
from minusone.problems import ContentError, Mark, Problem, parted, written
from minusone.prose import prose
from minusone.publication import events, keys, manifest, versions
from minusone.publication.past import FOLDER, Past
from minusone.publication.register import Course, register
from minusone.publication.verifying import Asked, verified
from minusone.render import Renderer
from minusone.rules import broken_alone
from minusone.schema import Record, Ref
from minusone.transparency.canonical import canonical
from minusone.transparency.errors import LogError
from minusone.transparency.log import CHECKPOINT, Log
from minusone.transparency.notes import Verifier
from minusone.words import LANGS
from tests.built import TEMPLATES, read
from tests.publication.made import editions
from tests.sites import BAISHA, CONFIG, TODAY, record, site
from tests.test_fields import assert_read_alike
from tests.test_prose import as_markdown
from tests.transparency.made import ORIGIN, OTHER, SIGNER, continued, made, reader
from tests.transparency.parsers import PARSERS

Target = Callable[[bytes], None]
"""A RecursionError is a defect too, and so is whatever takes seconds."""

TRANSLATION = b"\x1e"
"""Parts a record's file from its translation's. No text may hold it."""

LIMIT = 100_000


# --- what is asked of all --------------------------------------------------------------------------------------------


def told(problems: Iterable[Problem]) -> None:
    """Each can be said in every style and language, on a line of its own, and stands in a place that there may be."""
    found = list(problems)
    for problem in found:
        assert problem.mark.line > 0
        assert problem.mark.column > 0
    for lang in LANGS:
        assert len(written(found, "text", lang).encode().splitlines()) == len(found)
        assert len(written(found, "github", lang).encode().splitlines()) == len(found)
        assert len(json.loads(written(found, "json", lang).encode())) == len(found)


def text(data: bytes) -> str:
    """Words as a file's reader hands them on."""
    return data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")


# --- records ---------------------------------------------------------------------------------------------------------


def a_record(data: bytes) -> None:
    """The first byte says of which kind; checked, laid under its translation, judged by itself, made plain."""
    with TemporaryDirectory() as folder:
        found = entry(_pair(Path(folder), data), LIMIT)
    told(found.problems)
    assert found.record or found.problems
    assert pickle.loads(pickle.dumps(found)).record == found.record
    if found.checked:
        _judged(found)


def _pair(folder: Path, data: bytes) -> Pair:
    zh, parted, en = data[1:].partition(TRANSLATION)
    kind = _kind(data)
    (folder / "a.zh.md").write_bytes(zh)
    (folder / "a.en.md").write_bytes(en)
    files = [File(f"content/{kind.folder}/a.{lang}.md", f"{folder}/a.{lang}.md", kind, "a", lang) for lang in LANGS]
    return Pair(files[0], files[1] if parted else None)


def _kind(data: bytes) -> type[Record]:
    return list(KINDS.values())[(data or b"0")[0] % len(KINDS)]


def _judged(found: Entry) -> None:
    assert found.checked
    every = {lang: html for lang, html in found.texts.items() if html}
    told(broken_alone(Alone(found.checked, every, TODAY, SETTINGS)))
    canonical(plain(found.checked.record.public()))


OFFICE = "".join(
    [
        BAISHA,
        record("programme", "five"),
        record("team", "province"),
        record("rectification", "2014-001"),
        "-- content/units/lamp.png --\n",
    ]
)
"""What a record can speak of."""


def a_site(data: bytes) -> None:
    """A record among others: the rules of all, and every page that speaks of it."""
    folder = _kind(data).folder
    with TemporaryDirectory() as where:
        places = site(Path(where), OFFICE)
        zh, parted_, en = data[1:].partition(TRANSLATION)
        (places.content / folder).mkdir(exist_ok=True)
        (places.content / folder / "a.zh.md").write_bytes(zh)
        if parted_:
            (places.content / folder / "a.en.md").write_bytes(en)
        whole, problems = pipeline.corpus(places, SETTINGS, TODAY, workers=1)
        told(problems)
        if not parted(problems)[0]:
            made = list(pages(linked := link.site(whole, problems)))
            told(clashes(outputs(made)))
            for document in documents(linked, made):
                assert isinstance(document.data, bytes)
            for output in outputs(made):
                if output.page.source == f"content/{folder}/a.zh.md":
                    read(RENDERER(output)[1].decode())


def the_settings(data: bytes) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "config.yaml"
        file.write_bytes(data)
        try:
            found = settings.settings(file)
        except ContentError as error:
            told(error.problems)
            assert error.problems
        else:
            found.public(TODAY)
            found.privacy.allowed(TODAY)
            assert found.path.startswith("/")


def the_memory(data: bytes) -> None:
    """What was remembered of translations."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "translations.json").write_bytes(data)
        found, problems = memory.read(Path(folder))
    told(problems)
    assert memory.renewed(found, found) == found


# --- what they consist of --------------------------------------------------------------------------------------------


def front_matter(data: bytes) -> None:
    """YAML as PyYAML reads it, every scalar a string; and the same without a parser, where none is needed."""
    matter = split("a.md", text(data))
    told(matter.problems)
    front = matter.text[slice(*matter.front)]
    assert_read_alike(front)
    try:
        theirs = yaml.load(front, Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        assert matter.problems
    else:
        assert matter.problems or _alike(matter.data, theirs)
    for path in matter.places:
        assert matter.mark(path).line <= matter.text.count("\n") + 1


def _alike(ours: Data, theirs: object) -> bool:
    match ours, theirs:
        case None, None | "" | "~" | "null":
            return True
        case dict(), dict():
            return ours.keys() == theirs.keys() and all(_alike(ours[name], theirs[name]) for name in ours)
        case list(), list():
            return len(ours) == len(theirs) and all(map(_alike, ours, theirs))
    return ours == theirs


def markdown(data: bytes) -> None:
    for lang in LANGS:
        if made := body_html((Ref("unit", "a"), lang, "units", text(data))):
            _is_safe(made)


TAGS = {
    *("h2", "h3", "h4", "h5", "h6", "p", "div", "span", "br", "hr", "blockquote", "pre", "code", "ul", "ol", "li"),
    *("dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "a", "img", "abbr", "b"),
    *("del", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "strong", "sub", "sup", "data"),
}
ATTRIBUTES = {
    *("id", "class", "lang", "title", "href", "rel", "src", "alt", "start", "value", "colspan", "rowspan", "scope"),
    *("tabindex", "role", "aria-label"),
}
_SCHEME = re.compile(r"[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):")


class _Safe(HTMLParser):
    """Nothing that runs, styles, or calls out: whatever it is, it is not on the list."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            if name in {"href", "src"} and (scheme := _SCHEME.match(value or "")):
                assert scheme[1].lower() in {"http", "https", *KINDS}, value
            if name == "id":
                self.ids.append(value or "")

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")


def _is_safe(made: Html) -> None:
    reader = _Safe()
    reader.feed(made.html)
    reader.close()
    read(made.html)
    assert len(reader.ids) == len(set(reader.ids))
    assert set(made.anchors) == set(reader.ids)
    held = [int(place[1]) for place in PLACE.finditer(made.html)]
    assert len(held) == len(set(held)) == made.html.count("<data")
    assert all(number < len(made.queries) for number in held)


def plain_prose(data: bytes) -> None:
    """A body without a parser is what Markdown makes of it."""
    if found := prose(text(data), "zh"):
        assert found == as_markdown(text(data))


def a_query(data: bytes) -> None:
    found = queries.read(text(data))
    if isinstance(found, queries.Misread):
        told([found.fault.at("a.md", Mark(), **found.particulars)])
    else:
        assert queries.read(str(found)) == found
        assert re.fullmatch(r"[\w.~-]+", found.slug, re.ASCII), found.slug
        assert len(f"{found.slug}.html") < 255


def private(data: bytes) -> None:
    """The search for what must not be published."""
    said = text(data)
    found = find(said)
    for one in found:
        assert 0 <= one.start < one.end <= len(said)
    assert masked(said) == said or found
    assert said in suspects([said]) or not found


SUFFIXES = (".html", ".svg", ".json", ".ics", ".csv", ".tsv", ".js", ".css", ".txt")


def texts_of_a_file(data: bytes) -> None:
    """The first byte says of which format."""
    suffix = SUFFIXES[(data or b"0")[0] % len(SUFFIXES)]
    assert all(isinstance(one, str) for one in texts(PurePosixPath(f"a{suffix}"), data[1:]))


def a_picture(data: bytes) -> None:
    """The first byte says of which format."""
    suffix = list(FORMATS)[(data or b"0")[0] % len(FORMATS)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"a{suffix}"
        file.write_bytes(data[1:])
        try:
            sized(file)
            for_web(data[1:])
        except UnfitError as unfit:
            assert all((*unfit.reason, *unfit.fix))


# --- the log ---------------------------------------------------------------------------------------------------------


def _log(parse: Callable[[bytes], bytes]) -> Target:
    """What is read is written again as the same bytes; all else is refused in words."""

    def target(data: bytes) -> None:
        try:
            assert parse(data) == data
        except LogError as error:
            assert all(error.words)

    return target


def _history(data: bytes) -> bytes:
    """Whatever was said can be held against the log."""
    read_ = versions.read(data)
    for version in read_:
        if version.said:
            assert len(version.said.digest) == 32
    return versions.written(read_)


def _manifest(data: bytes) -> bytes:
    """No name leads out of the site."""
    files = manifest.read(data)
    assert all(PurePosixPath(name).parts and not {"/", ".."} & {*PurePosixPath(name).parts} for name in files)
    return manifest.written(files)


def _is_signed(data: bytes, genuine: bytes) -> bool:
    """Whether a note has every line of a genuine one; others may have signed it too."""
    return {*genuine.split(b"\n")} <= {*data.split(b"\n")}


def a_manifest_note(data: bytes) -> None:
    """Nobody else's is believed."""
    try:
        manifest.refuse_another(LISTED, data, ORIGIN, [SIGNER.verifier])
    except LogError as error:
        assert all(error.words)
    else:
        assert _is_signed(data, NOTE)


def a_register(data: bytes) -> None:
    """An entry a line: what they tell is one story, and so was what they told before the last."""
    entries = data.split(b"\n")
    try:
        courses = _told(entries)
    except LogError as error:
        assert all(error.words)
        return
    _told(entries[:-1])
    assert sum(len(one.published) + len(one.losses) for one in courses) == len(entries)
    for one in courses:
        numbers = {*range(1, len(one.published) + 1)}
        assert [entry.number for entry in one.published.values()] == sorted(numbers)
        assert all(entries[place] == entry.data for place, entry in one.published.items())
        assert one.erased <= (numbers if one.removed else numbers - {max(numbers)})


def _told(entries: Sequence[bytes]) -> Collection[Course]:
    return register(Log.open(reader(continued({}, entries)))).values()


def a_key(data: bytes) -> None:
    """A name that a key can have is one that a log can have; the key is read as it was written."""
    name = data.decode("utf-8", "surrogateescape")
    try:
        key = keys.made(name)
    except LogError as error:
        assert all(error.words)
    else:
        assert keys.signer({keys.VARIABLE: f"{key.text}\n"}) == key
        assert Verifier.parse(key.verifier.text) == key.verifier
        assert Log.begun(name).checkpoint.origin == name


def a_log_to_continue(data: bytes) -> None:
    """With these bytes as its checkpoint: who signs it does so in its name, and has seen that they did before."""
    try:
        log = Log.open(reader(LOG | {CHECKPOINT: data}))
    except LogError as error:
        assert all(error.words)
        return
    said = any(one.name == log.checkpoint.origin for one in log.note.signatures)
    for signer, verifier in product((SIGNER, OTHER, None), (SIGNER.verifier, None)):
        try:
            keys.refuse_unvouched(log, signer, verifier)
        except LogError as error:
            assert all(error.words)
        else:
            assert _is_signed(data, LOG[CHECKPOINT]) or not (said or verifier)
            assert signer is None or signer.name == log.checkpoint.origin


def a_published_site(data: bytes) -> None:
    """The first byte says which of its files has changed into the rest: whatever it says, nothing else is believed."""
    name, changed = sorted(PUBLISHED)[(data or b"0")[0] % len(PUBLISHED)], data[1:]
    files = PUBLISHED | {name: changed}
    is_same = changed == PUBLISHED[name]
    is_signed = name == manifest.NOTE and _is_signed(changed, PUBLISHED[name])
    verdict = verified(Asked(reader(files), lambda: {*map(str, files)}, LOG_BEFORE, SIGNER.verifier))
    assert is_same or is_signed or verdict.wrong
    assert not (is_same and verdict.wrong)
    assert all(all(words) for words in (*verdict.checked, *verdict.wrong))
    try:
        past = Past.read(reader(files))
    except LogError as error:
        assert all(error.words)
    else:
        assert past.histories == Past.read(reader(PUBLISHED)).histories
        assert all(PUBLISHED.get(path, file) == file for path, file in past.files(past.log).items() if path != name)


LISTED = manifest.written({"index.html": manifest.digest(b"1"), "路灯/a b.png": manifest.digest(b"2")})
NOTE = manifest.signed(LISTED, ORIGIN, SIGNER).data
LOG = made(3)
BEFORE, PUBLISHED = editions()
LOG_BEFORE = BEFORE[FOLDER / CHECKPOINT]
SETTINGS = settings.Settings.model_validate(yaml.load(CONFIG, Loader=yaml.CBaseLoader))
RENDERER = Renderer(TEMPLATES)

LOGS = {f"log-{re.sub('[^a-z]+', '-', name)}": name for name in PARSERS}
"""The log's parsers, by the names of their targets."""

TARGETS: dict[str, Target] = {
    "record": a_record,
    "site": a_site,
    "settings": the_settings,
    "memory": the_memory,
    "front-matter": front_matter,
    "markdown": markdown,
    "prose": plain_prose,
    "query": a_query,
    "private": private,
    "texts": texts_of_a_file,
    "picture": a_picture,
    "log-history": _log(_history),
    "log-entry": _log(lambda data: events.Entry.parse(data).data),
    "log-manifest": _log(_manifest),
    "log-manifest-note": a_manifest_note,
    "log-register": a_register,
    "log-key": a_key,
    "log-continued": a_log_to_continue,
    "log-site": a_published_site,
    **{target: _log(PARSERS[name]) for target, name in LOGS.items()},
}
