"""PDFs: the same bytes for the same page, nothing from elsewhere, links that lead to the published site."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path, PurePosixPath

import pytest
from pikepdf import Pdf

from minusone import plan, press
from minusone.guarded import Guard
from minusone.paper import Paper
from minusone.places import Extras
from minusone.privacy.guard import Allowed
from minusone.rebuild import build
from minusone.render import Renderer
from minusone.words import Bilingual
from tests.built import DONE, TEMPLATES, held, linked, places
from tests.sites import BAISHA, PIXEL, progress, record, rectification
from tests.test_site import LEDGER

pytestmark = pytest.mark.slow

ADDRESS = "address: https://small.example/\n"
TEXT = (
    BAISHA
    + rectification(progress(*DONE))
    + record("report", "march", "published: 2014-04-02", "见[单位](unit:baisha)。")
)
BUILD = Path(__file__).parents[1] / "build.py"
PAGE = (
    '<html lang="zh-CN"><title>台账</title><h1>整改台账</h1><p class="badge open">办理中</p>'
    '<svg viewBox="0 0 9 9"><title>图</title><rect width="9" height="9"/></svg>'
)
STYLES = '.badge::before { content: "◐" }'


def nothing(url: str) -> bytes:
    raise ValueError(url)


def made(folder: Path, text: str, *names: str) -> list[Pdf]:
    """Some of a site's PDFs."""
    where = places(folder, text)
    build(where, None, workers=1, extras=Extras(papers=True))
    return [Pdf.open(where.out / name) for name in names]


def targets(pdf: Pdf) -> set[str]:
    """Where its links lead that leave it."""
    annotations = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
    return {str(one.A.URI) for one in annotations if "/A" in one}


def test_the_same_page_makes_the_same_bytes() -> None:
    first, second = (press.pdf(PAGE, STYLES, "", "http://site.invalid/x.html", nothing) for _ in range(2))

    assert first == second


def test_other_processes_make_the_same_bytes_too() -> None:
    code = """
import sys; from hashlib import sha256; from minusone import press
print(sha256(press.pdf(*sys.argv[1:], "", "http://site.invalid/x.html", None)).hexdigest())"""
    said = [
        subprocess.run(
            [sys.executable, "-c", code, PAGE, STYLES],
            cwd=BUILD.parent,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            check=True,
            text=True,
        ).stdout.strip()
        for seed, zone in (("1", "Asia/Shanghai"), ("2", "America/Los_Angeles"))
    ]

    assert said == [sha256(press.pdf(PAGE, STYLES, "", "http://site.invalid/x.html", nothing)).hexdigest()] * 2


def test_only_the_sites_own_pictures_are_shown_and_nothing_else_is_read() -> None:
    asked = []

    def picture(url: str) -> bytes:
        asked.append(url)
        if url != "https://small.example/pictures/lane.png":
            raise ValueError("unknown")
        return PIXEL

    sources = ("../pictures/lane.png", "https://elsewhere.example/x.png", "file:///etc/hostname", BUILD.as_uri())
    shown = "".join(f'<img src="{source}" alt="巷">' for source in sources)
    data = press.pdf(f'<html lang="zh-CN"><title>x</title>{shown}', "", "", "https://small.example/en/x.html", picture)

    assert set(asked) == {"https://small.example/pictures/lane.png", *sources[1:]}
    with Pdf.open(BytesIO(data)) as pdf:
        assert [len(page.get_images()) for page in pdf.pages] == [1]


def test_links_lead_to_the_published_site(tmp_path: Path) -> None:
    zh, en = made(tmp_path, ADDRESS + TEXT, "reports/march/report.pdf", "en/reports/march/report.pdf")

    assert {"https://small.example/units/baisha/", "https://small.example/rectifications/2014-001/"} <= targets(zh)
    assert {"https://small.example/en/units/baisha/"} <= targets(en)
    assert all(target.startswith("https://small.example/") for target in targets(zh) | targets(en))


def test_without_an_address_only_links_out_of_the_site_remain(tmp_path: Path) -> None:
    text = TEXT.replace("见[", "见[条例](https://law.example/)、[")

    (report,) = made(tmp_path, text, "reports/march/report.pdf")

    assert targets(report) == {"https://law.example/"}


def test_the_styles_are_all_understood(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "weasyprint"):
        made(tmp_path, ADDRESS + BAISHA + LEDGER, "rectifications/ledger.pdf")

    assert [record.getMessage() for record in caplog.records if record.name == "weasyprint"] == []


def test_a_long_address_leaves_room_beside_it_for_the_day_and_the_number(tmp_path: Path) -> None:
    where = places(tmp_path, ADDRESS + BAISHA + record("report", "spring-campaign-of-the-district"))
    site = linked(where)
    paper = next(one for one in plan.papers(site, plan.pages(site)) if one.path.match("reports/spring-*/*"))
    guard, styles = Guard(Renderer(where.templates), Allowed()), where.templates / "paper"
    (_, data), _ = Paper(guard, site.settings.address, styles, ())(paper)
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    foot = done.stdout.decode().split("\f")[0].strip().split("\n")[-1]

    assert foot.startswith("https://small.example/reports/spring-campaign-of-the-district/")
    assert "2014年4月30日" in foot
    assert foot.endswith("页")


def shapes(styles: Path) -> dict[str, str]:
    """What stands before the words of each state."""
    rules = re.findall(r'([^{}]+)\{ content: "(.)"', styles.read_text("utf-8"))
    return {name: shape for selectors, shape in rules for name in re.findall(r"\.badge\.(\w+)::before", selectors)}


def test_a_state_has_the_same_shape_on_paper_as_on_screen() -> None:
    screen = shapes(TEMPLATES / "assets" / "style.css")

    assert len(screen) > 10
    assert shapes(TEMPLATES / "paper" / "paper.css") == screen
    assert set("".join(screen.values())) <= {*press.SIGNS, *"!…–"}


def test_the_pages_lead_to_the_pdfs_only_where_there_are_some(tmp_path: Path) -> None:
    for papers in (False, True):
        where = places(tmp_path / str(papers), TEXT)
        build(where, None, workers=1, extras=Extras(papers=papers))
        files = held(where.out)
        leading = {path for path, data in files.items() if path.endswith(".html") and b"report.pdf" in data}
        leading |= {path for path, data in files.items() if path.endswith(".html") and b"ledger.pdf" in data}
        pdfs = {path for path in files if path.endswith(".pdf")}

        assert {PurePosixPath(path).parent for path in leading} == {PurePosixPath(path).parent for path in pdfs}
        assert bool(pdfs) == papers
        assert not [path for path in files if path.endswith(("report.html", "ledger.html"))]


def test_what_must_not_be_published_is_found_in_what_a_pdf_is_made_of(tmp_path: Path) -> None:
    where = places(tmp_path, TEXT)
    site = linked(where)
    paper, *_ = plan.papers(site, plan.pages(site))
    private = replace(paper, page=replace(paper.page, title=Bilingual("电话13812345678", "13812345678")))
    press_ = Paper(Guard(Renderer(where.templates), Allowed()), "", where.templates / "paper", ())

    assert press_(paper)[1] == ()
    assert [found.code for found in press_(private)[1]] == ["private-output"]


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, str(BUILD), *arguments, "--templates", str(TEMPLATES), "--no-search"]
    return subprocess.run(command, cwd=folder, env=os.environ | {"LANGUAGE": "en", **environment}, capture_output=True)


def test_without_pango_there_are_pages_and_pdfs_are_refused_and_the_old_site_stays(tmp_path: Path) -> None:
    where = places(tmp_path, TEXT)
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "weasyprint.py").write_text("raise OSError('no library called pango')", encoding="utf-8")
    lacking = str(tmp_path / "lib")

    assert run(tmp_path, "build", PYTHONPATH=lacking).returncode == 0
    before = held(where.out)
    refused = run(tmp_path, "build", "--pdf", PYTHONPATH=lacking)
    assert refused.returncode == 2
    assert b"libpangoft2-1.0-0" in refused.stderr
    assert b"Traceback" not in refused.stderr
    assert held(where.out) == before


def test_without_a_chinese_font_pdfs_are_refused(tmp_path: Path) -> None:
    places(tmp_path, TEXT)
    fonts = tmp_path / "fonts.conf"
    fonts.write_text(f"<fontconfig><cachedir>{tmp_path}</cachedir></fontconfig>", encoding="utf-8")
    refused = run(tmp_path, "build", "--pdf", FONTCONFIG_FILE=str(fonts))

    assert (refused.returncode, b"fonts-noto-cjk" in refused.stderr) == (2, True)
    assert not (tmp_path / "site").exists()


def test_the_command_line_makes_the_pdfs_and_several_workers_the_same(tmp_path: Path) -> None:
    made = []
    for workers in ("1", "2"):
        where = places(tmp_path / workers, ADDRESS + TEXT)
        done = run(tmp_path / workers, "build", "--pdf", "--workers", workers)
        made.append({path: data for path, data in held(where.out).items() if path.endswith(".pdf")})

        assert done.returncode == 0, done.stderr
        assert f"PDFs: {len(made[0])}\n".encode() in done.stderr
    assert made[0] == made[1]
    assert {"rectifications/ledger.pdf", "en/reports/march/report.pdf"} <= made[0].keys()
