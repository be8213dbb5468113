"""Nothing that is written into content runs in a reader's browser: a real one, with no policy to help."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from pikepdf import Dictionary, Pdf
from playwright.sync_api import Browser

from minusone import plan
from minusone.corpus import body_html
from minusone.guarded import Guard
from minusone.paper import Paper
from minusone.places import Places
from minusone.privacy.guard import Allowed
from minusone.problems import Problem
from minusone.render import Renderer
from minusone.schema import Ref
from minusone.serve import Outcome, failure_page
from minusone.words import LANGS, Lang
from tests.built import TEMPLATES, Element, linked, read
from tests.e2e.serving import served
from tests.hostile.payloads import MARK, PAYLOADS, SORTS, careless
from tests.hostile.sites import WITHHELD, Filling, site, texts_of_the_schema
from tests.hostile.watching import CARELESS, watching
from tests.sites import problems, record

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Judged:
    """By payload: the problems that stop it in a field, and in a body; none where it is taken as words."""

    fields: dict[int, tuple[Problem, ...]]
    bodies: dict[int, tuple[Problem, ...]]

    def taken(self, where: str) -> list[str]:
        found = self.fields if where == "fields" else self.bodies
        return [payload.text for payload in PAYLOADS if not found[payload.number]]


def judged(folder: Path, where: str) -> dict[int, tuple[Problem, ...]]:
    """One page for each payload, which has it in its title and summary, or in its text."""
    content = []
    for payload in PAYLOADS:
        said = json.dumps(payload.text, ensure_ascii=False)
        fields = f"title: {said}\nsummary: {said}" if where == "fields" else "title: 路灯"
        content.append(record("page", f"p{payload.number}", fields, payload.text if where == "bodies" else ""))
    found: dict[int, list[Problem]] = {payload.number: [] for payload in PAYLOADS}
    for problem in problems(folder, "".join(content)):
        if not problem.note:
            found[int(problem.path.rpartition("/p")[2].removesuffix(".zh.md"))].append(problem)
    return {number: tuple(some) for number, some in found.items()}


@pytest.fixture(scope="module")
def judgement(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    folder = tmp_path_factory.mktemp("judged")
    return Judged(judged(folder / "fields", "fields"), judged(folder / "bodies", "bodies"))


@dataclass(frozen=True)
class Hostile:
    """The site that was built of all that was taken."""

    places: Places
    filling: Filling

    @property
    def out(self) -> Path:
        return self.places.out

    @property
    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.out).as_posix() for path in self.out.rglob("*.html"))


@pytest.fixture(scope="module")
def hostile(judgement: Judged, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    return built(judgement, project, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def carried(judgement: Judged, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """The same for a memory stick."""
    return built(judgement, project, tmp_path_factory.mktemp("carried"), "--portable", "--no-search")


def built(judgement: Judged, project: Path, folder: Path, *options: str) -> Hostile:
    filling = site(folder, judgement.taken("fields"), judgement.taken("bodies"))
    places = Places(folder / "config.yaml", folder / "content", TEMPLATES, folder / "site")
    said = [f"--{name}={getattr(places, name)}" for name in ("config", "content", "templates", "out")]
    command = [sys.executable, str(project / "build.py"), "build", *said, *options]
    ran = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-3000:]
    assert "Traceback" not in ran.stderr
    return Hostile(places, filling)


# --- the detector ----------------------------------------------------------------------------------------------------


def test_the_detector_sees_payloads_of_every_sort_run_in_careless_pages(
    browser: Browser, record_property: Callable[[str, int], None]
) -> None:
    texts = [careless(payload) for payload in PAYLOADS]
    with watching(browser, CARELESS, texts) as watch:
        watch.open(page := watch.context.new_page(), CARELESS)
        for _ in range(60):  # Some run when something that there is not could not be fetched.
            page.wait_for_timeout(1000)
            if len(ran := watch.seen.numbers) >= 300:
                break
    alive = Counter(payload.sort for payload in PAYLOADS if payload.number in ran)
    record_property("payloads", len(PAYLOADS))
    record_property("alive", alive.total())

    assert len(PAYLOADS) >= 300
    assert set(alive) == set(SORTS)
    assert len(ran) >= 300


# --- refused, or words -----------------------------------------------------------------------------------------------


def test_every_payload_is_refused_with_its_place_or_taken(judgement: Judged) -> None:
    for found in (judgement.fields, judgement.bodies):
        for some in found.values():
            for problem in some:
                assert problem.mark.line > 1
                assert problem.what.zh
                assert problem.what.en


def test_every_text_of_the_schema_is_filled(hostile: Hostile, record_property: Callable[[str, int], None]) -> None:
    filled = {(place.kind, place.field.rpartition(".")[2]) for place in hostile.filling.places.values()}
    names = {field for _, field in filled}
    record_property("texts", len(hostile.filling.places))

    assert {field for _, field in texts_of_the_schema()} <= names


def test_what_was_taken_is_shown_as_it_was_written(hostile: Hostile) -> None:
    """Letter for letter, but that the first letter of a line may be a capital."""
    pages = [read((hostile.out / path).read_text("utf-8")) for path in hostile.pages]
    shown = "\n".join(one for page in pages for one in (page.words, *attributes(page))).lower()
    never = set()
    for token, place in hostile.filling.places.items():
        whole = " ".join(" ".join((token, *hostile.filling.said[token])).split()).lower()
        if token not in shown:
            never.add((place.kind, place.number, place.field))
        elif place.field != "body":
            assert whole in shown, place

    assert {field for kind, number, field in never if (kind, number) != ("rectification", WITHHELD)} == {"memo"}


def attributes(page: Element) -> Iterator[str]:
    """What is said in attributes, with single spaces."""
    for element in page.all():
        yield from (" ".join(value.split()) for value in element.attributes.values())


# --- in the browser --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("policy", [False, True], ids=["no policy", "policy"])
def test_nothing_runs_in_the_built_pages(
    policy: bool, hostile: Hostile, browser: Browser, record_property: Callable[[str, int], None]
) -> None:
    paths = [path for path in hostile.pages[:: 3 if policy else 1] if not path.startswith(("r/", "en/r/"))]
    with served(hostile.out) as address, watching(browser, address, policy=policy) as watch:
        page = watch.context.new_page()
        for path in paths:
            watch.open(page, address + path.removesuffix("index.html"))
    seen = watch.seen
    record_property("pages", len(paths))
    record_property("ran", len(seen.ran))

    assert seen.ran == []
    assert seen.found == []
    assert seen.violations == []
    assert seen.asked == set()


def test_nothing_runs_in_pages_that_are_opened_from_a_disk(carried: Hostile, browser: Browser) -> None:
    """Where there is no server to send a policy, and no origin to keep pages apart."""
    with watching(browser, f"{carried.out.as_uri()}/") as watch:
        page = watch.context.new_page()
        for path in carried.pages[::5]:
            if not path.startswith(("r/", "en/r/")):
                watch.open(page, (carried.out / path).as_uri())
    seen = watch.seen

    assert seen.ran == []
    assert seen.found == []
    assert seen.asked == set()


@pytest.mark.parametrize("lang", LANGS)
def test_nothing_runs_in_a_body_though_nobody_had_refused_it(
    lang: Lang, browser: Browser, record_property: Callable[[str, int], None]
) -> None:
    bodies = [body_html((Ref("page", "a"), lang, "pages", one.text)) for one in PAYLOADS]
    together = "".join(f"<div class=body>{html.html}</div>" for html in bodies if html)
    with watching(browser, CARELESS, [f"<!doctype html><main>{together}</main>"]) as watch:
        watch.open(page := watch.context.new_page(), CARELESS)
        page.wait_for_timeout(500)
    seen = watch.seen
    record_property("ran", len(seen.ran))

    assert all(bodies)
    assert seen.ran == []
    assert [one for one in seen.found if "iframe" not in one[1]] == []


def test_nothing_runs_where_the_preview_tells_of_problems(
    judgement: Judged, browser: Browser, record_property: Callable[[str, int], None]
) -> None:
    told = [one for found in (judgement.fields, judgement.bodies) for some in found.values() for one in some]
    page = failure_page(Outcome(problems=tuple(one.to(lang) for one in told for lang in LANGS)))
    with watching(browser, CARELESS, [page.decode()]) as watch:
        watch.open(watch.context.new_page(), CARELESS)
    seen = watch.seen
    record_property("ran", len(seen.ran))

    assert told
    assert seen.ran == []
    assert [one for one in seen.found if "iframe" not in one[1]] == []


# --- what programs read ----------------------------------------------------------------------------------------------


def test_feeds_and_the_sitemap_are_well_formed_and_their_html_is_words(
    hostile: Hostile, browser: Browser, record_property: Callable[[str, int], None]
) -> None:
    htmls = []
    for path in [*hostile.out.rglob("*.atom"), *hostile.out.rglob("*.xml")]:
        root = ElementTree.fromstring(path.read_bytes())
        htmls += [one.text or "" for one in root.iter() if one.get("type") == "html"]
        for link in root.iter("{http://www.w3.org/2005/Atom}link"):
            assert link.get("href", "").startswith("https://jiangbei.invalid/a/")
    with watching(browser, CARELESS, [f"<!doctype html>{''.join(htmls)}"]) as watch:
        watch.open(watch.context.new_page(), CARELESS)
    tags = {found for html in htmls for found in re.findall(r"</?([^\s>/]+)", html)}
    record_property("ran", len(watch.seen.ran))

    assert any(MARK in html for html in htmls)
    assert tags <= {"p", "span"}
    assert watch.seen.ran == []


def test_calendars_hold_only_what_calendars_hold(hostile: Hostile) -> None:
    names = set()
    said = ""
    for path in hostile.out.rglob("*.ics"):
        text = path.read_bytes().decode().replace("\r\n ", "")
        names |= {line.partition(":")[0].partition(";")[0] for line in text.split("\r\n") if line}
        Calendar.from_ical(text)
        said += text

    assert MARK in said
    assert names <= {
        *("BEGIN", "END", "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "DESCRIPTION", "SOURCE", "REFRESH-INTERVAL"),
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CATEGORIES", "URL", "TRANSP"),
    }


@pytest.mark.parametrize("name", ["rectifications/ledger.pdf", "en/reports/2014-03/report.pdf"])
def test_nothing_in_a_pdf_acts_but_links_to_pages(name: str, hostile: Hostile) -> None:
    """Of two sheets that say all sorts of texts: a hundred of them take minutes."""
    public = linked(hostile.places)
    (sheet,) = (one for one in plan.papers(public, plan.pages(public)) if str(one.path) == name)
    made, problems = Paper(Guard(Renderer(TEMPLATES), Allowed()), "https://small.example/", TEMPLATES / "paper", ())(
        sheet
    )
    assert not problems
    acts, schemes = set(), set()
    with Pdf.open(BytesIO(made[1])) as pdf:
        assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
        for one in pdf.objects:
            if isinstance(one, Dictionary):
                assert not {"/JS", "/JavaScript", "/AA"} & set(one.keys())
                if "/A" in one and "/Subtype" in one:
                    acts.add(str(one.A.S))
                    schemes.add(str(one.A.URI).partition(":")[0])

    assert acts == {"/URI"}
    assert schemes <= {"http", "https"}


def test_linked_data_is_data(hostile: Hostile) -> None:
    found = 0
    for path in hostile.pages:
        text = (hostile.out / path).read_text("utf-8")
        for said in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL):
            assert "<" not in said
            found += MARK in json.dumps(json.loads(said))

    assert found


def test_the_search_shows_words(
    hostile: Hostile, browser: Browser, record_property: Callable[[str, int], None]
) -> None:
    with served(hostile.out) as address, watching(browser, address) as watch:
        page = watch.context.new_page()
        page.goto(f"{address}search/?q={MARK}")
        page.wait_for_selector("main ol li a")
        found = page.inner_text("main")
    record_property("ran", len(watch.seen.ran))

    assert MARK in found
    assert "onerror=" in found
    assert watch.seen.ran == []
    assert watch.seen.asked == set()
