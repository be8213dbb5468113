"""The sample's PDFs as whoever opens, prints or hears them finds them.

The ledger in both languages, the office's report of a month, and of a week the report that nobody wrote: all that a
PDF can have is in these, and they are made in a few seconds.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Object, Pdf, Stream

from minusone import link, pipeline, plan, settings
from minusone.guarded import Guard
from minusone.paper import Paper
from minusone.places import Extras, Places
from minusone.render import Renderer
from minusone.site import Site

pytestmark = pytest.mark.slow

CHOSEN = (
    "rectifications/ledger.pdf",
    "en/rectifications/ledger.pdf",
    "reports/month-2014-03/report.pdf",
    "en/reports/2014-W09/report.pdf",
)


@pytest.fixture(scope="module")
def sample(project: Path) -> Site:
    said = settings.settings(project / "config.yaml")
    places = Places(project / "config.yaml", project / "content", project / "templates")
    whole, _ = pipeline.corpus(places, said, settings.today(said, None), workers=1)
    return link.site(whole)


@pytest.fixture(scope="module")
def folder(sample: Site, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chosen PDFs, made as a build makes them."""
    out = tmp_path_factory.mktemp("pdf")
    templates = project / "templates"
    copies = plan.copies(sample, templates / "assets")
    guard = Guard(Renderer(templates, sizes=plan.sizes(copies)), sample.settings.privacy.allowed(sample.as_of))
    press = Paper(guard, sample.settings.address, templates / "paper", tuple(copies))
    for paper in plan.papers(sample, plan.pages(sample, Extras(papers=True))):
        if str(paper.path.with_suffix(".pdf")) in CHOSEN:
            (path, data), found = press(paper)
            assert found == ()
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(data)
    return out


def sheets(file: Path) -> list[str]:
    """The text of each page, as a reader that did not write it finds it."""
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return done.stdout.decode().removesuffix("\f").split("\f")


def elements(pdf: Pdf) -> Iterator[Dictionary]:
    """Every element of the structure, from the root down."""
    waiting: list[Object] = [pdf.Root.StructTreeRoot]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += reversed(list(one))
        elif isinstance(one, Dictionary):
            if "/S" in one:
                yield one
            if "/K" in one:
                waiting.append(one.K)


@pytest.mark.parametrize("name", CHOSEN)
def test_every_sheet_says_its_number_the_day_and_the_address(name: str, folder: Path) -> None:
    found = sheets(folder / name)
    english = name.startswith("en/")
    address = f"https://minusone.example/{name.rpartition('/')[0]}/"
    number = "Page {} of {}" if english else "第 {} 页，共 {} 页"

    for at, text in enumerate(found, 1):
        assert number.format(at, len(found)) in text
        assert ("As of 30 April 2014" if english else "截至2014年4月30日") in re.sub(r"截至\s+", "截至", text)
        assert address in text


@pytest.mark.parametrize("name", CHOSEN)
def test_it_is_tagged_and_speaks_its_language_and_names_itself(name: str, folder: Path) -> None:
    with Pdf.open(folder / name) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == ("en" if name.startswith("en/") else "zh-CN")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert all(str(pdf.docinfo[f"/{key}"]) for key in ("Title", "Author", "Subject"))
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        found = [(str(one.S), one) for one in elements(pdf)]
        tags = [tag for tag, _ in found]
        assert {"/H1", "/H2", "/P", "/Link"} <= set(tags)
        assert tags.count("/H1") == 1
        assert all("/Alt" in one for tag, one in found if tag == "/Figure")
        with pdf.open_outline() as outline:
            assert [top.title for top in outline.root] != []
            assert all(top.children for top in outline.root)


@pytest.mark.parametrize("name", CHOSEN)
def test_all_fonts_are_in_it_and_no_script_and_nothing_of_this_computer(name: str, folder: Path, project: Path) -> None:
    with Pdf.open(folder / name) as pdf:
        fonts = [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/Type") == "/FontDescriptor"]
        assert fonts
        assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()) for one in fonts)
        links = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
        assert all(str(one.A.URI).startswith("https://minusone.example/") for one in links if "/A" in one)
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        whole = b"".join(one.read_bytes() for one in pdf.objects if isinstance(one, Stream))
    data = (folder / name).read_bytes()
    for said in (b"/JavaScript", b"file://", str(project).encode(), str(folder).encode()):
        assert said not in data
        assert said not in whole


@pytest.mark.parametrize("half", ["", "en/"])
def test_the_ledger_names_every_rectification_in_the_ledgers_order(half: str, folder: Path, sample: Site) -> None:
    text = "\n".join(sheets(folder / half / "rectifications/ledger.pdf"))

    said = re.findall(r"^\s*(20\d\d-\d{3})\b", text, re.MULTILINE)
    assert said == [record.id for record in sample.ledger()]


def test_the_words_can_be_taken_out_of_it(folder: Path, sample: Site) -> None:
    """Also where a line ends in the middle of them."""
    text = re.sub(r"\s", "", "".join(sheets(folder / "reports/month-2014-03/report.pdf")))
    report = next(record for record in sample.records.values() if record.id == "month-2014-03")

    assert re.sub(r"\s", "", report.title.zh) in text
    assert "未了结" in text
