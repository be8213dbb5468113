"""At a glance: the pictures say what the records say, the unresolved first, each beside the same in words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minusone.drawing.charts import WIDTH
from minusone.pages.home import Home
from minusone.pages.pictures import SHOWN, Deadlines, Pictures
from minusone.pieces.strips import Strip, Strips
from minusone.reckoning.lifecycle import Group
from tests.built import DONE, REGISTERED, Element, context, leads_to, one, planned, published, read
from tests.sites import BAISHA, progress, record, rectification

LATE = [step.replace("2014-03-0", "2014-04-1") if "closed" in step else step for step in DONE]
MOVED = "date: 2014-03-02, step: extended, deadline: 2014-04-25, reason: 等管线, approved_by: kongpu"
DECLINED = "date: 2014-03-02, step: declined, reason: 不属本区"
AGAIN = "date: 2014-03-05, step: extended, deadline: 2014-05-20, reason: 管线未到, approved_by: kongpu"
TEXT = (
    BAISHA
    + record("unit", "kongpu", "title: 孔浦街道")
    + rectification("deadline: 2014-03-31\n" + progress(*DONE), id="2014-001")
    + rectification("deadline: 2014-03-31\n" + progress(*LATE), id="2014-002")
    + rectification("deadline: 2014-03-31\n" + progress(REGISTERED, MOVED, AGAIN), id="2014-003")
    + rectification("deadline: 2014-04-10\n" + progress(REGISTERED), id="2014-004")
    + rectification(progress(REGISTERED), id="2014-005")
    + rectification("deadline: 2014-05-01\n" + progress(REGISTERED, DECLINED), id="2014-006")
)


def pictures(folder: Path, text: str = TEXT) -> Pictures:
    return context(planned(folder, text), "/pictures/", Pictures)


def drawn(shown: Strips | None) -> dict[str, Strip]:
    assert shown
    return {strip.row.id[-3:]: strip for strip in shown.strips}


# --- deadlines -------------------------------------------------------------------------------------------------------


def test_what_is_not_done_is_drawn_first_then_what_was_closed_late(tmp_path: Path) -> None:
    page = pictures(tmp_path)

    assert list(drawn(page.deadlines)) == ["004", "003", "006", "002", "001"]
    assert (page.without, page.more) == (1, 0)
    assert page.deadlines
    assert page.deadlines.late == 3


def test_a_strip_goes_from_the_first_promise_by_its_moves_to_the_end_or_to_today(tmp_path: Path) -> None:
    shown = pictures(tmp_path).deadlines
    strips = drawn(shown)
    assert shown and shown.today

    moved, late, kept = strips["003"], strips["002"], strips["001"]
    assert moved.first < moved.moves[0] < shown.today < moved.due
    assert (moved.end, moved.overtime) == (shown.today, False)
    assert (late.first, late.moves) == (late.due, ())
    assert late.due < late.end < shown.today
    assert (late.overtime, late.late_days) == (True, 16)
    assert kept.end < kept.due
    assert (kept.overtime, kept.late_days) == (False, 0)
    assert (strips["004"].overtime, strips["004"].end) == (True, shown.today)
    assert all(0 <= x <= WIDTH for one in strips.values() for x in (one.first, *one.moves, one.due, one.end))


def test_today_is_not_drawn_on_a_line_that_ended_before_it(tmp_path: Path) -> None:
    old = rectification("deadline: 2014-03-31\n" + progress(*DONE)).replace("2014-03", "2013-03")
    shown = pictures(tmp_path, BAISHA + old).deadlines
    (main,) = read(published(BAISHA + old)["en/pictures/index.html"]).all("main")

    assert shown
    assert shown.today is None
    assert main.all("path", "today") == []
    assert "today" not in main.all("figure", "deadlines")[0].words


def test_what_was_withheld_after_it_closed_late_is_not_drawn_as_late_until_then(tmp_path: Path) -> None:
    hidden = progress(*LATE, "date: 2014-04-20, step: withheld, basis: 条例第十五条")
    (strip,) = drawn(pictures(tmp_path, BAISHA + rectification("deadline: 2014-03-31\n" + hidden)).deadlines).values()

    assert (strip.late_days, strip.overtime) == (0, False)


def test_what_has_no_deadline_is_told_where_nothing_can_be_drawn() -> None:
    words = read(published(BAISHA + rectification(progress(REGISTERED)))["en/pictures/index.html"]).words

    assert "1 has no deadline yet and is not drawn." in words


EXPECTED = [
    "Overdue by 20 days",
    "Extended by 50 days",
    "Declined.*First deadline: 1 May 2014$",
    "Closed 16 days after the first deadline",
    "Closed First deadline: 31 March 2014$",
]


def test_the_words_beside_a_strip_say_what_it_draws() -> None:
    main = read(published(TEXT)["en/pictures/index.html"]).all("main")[0]
    (figure,) = main.all("figure", "deadlines")
    said = [item.words for item in figure.all("ol")[0].all("li")]

    assert all(re.search(words, item) for words, item in zip(EXPECTED, said, strict=True))
    (table,) = figure.all("table")
    assert [cell.words for cell in table.all("tr")[2].all("td")][:2] == ["31 March 2014", "20 May 2014"]


def test_those_for_which_there_is_no_room_are_drawn_on_pages_of_their_own(tmp_path: Path) -> None:
    many = "".join(one(Group.OVERDUE, f"2014-{n:03}") for n in range(1, SHOWN + 3))
    pages = planned(tmp_path, "per_page: 10\n" + BAISHA + many)
    page = context(pages, "/pictures/", Pictures)
    sheets = [context(pages, f"/pictures/deadlines/{of}", Deadlines) for of in ("", "page/2/")]

    assert (len(drawn(page.deadlines)), page.more) == (SHOWN, 2)
    assert [id for sheet in sheets for id in drawn(sheet.deadlines)] == [f"{n:03}" for n in range(1, SHOWN + 3)]


# --- the ledger over time --------------------------------------------------------------------------------------------


def test_the_course_ends_with_the_count_on_the_home_page(tmp_path: Path) -> None:
    home = context(planned(tmp_path, TEXT), "/", Home)

    assert home.course
    assert (home.course.carried, home.course.came, home.course.went) == (0, 6, 2)
    assert home.course.left == home.count.unresolved == 4


def test_every_period_of_the_course_leads_to_its_report() -> None:
    own = record("report", "march", "span: month\nperiod: 2014-03")
    files = published(TEXT.replace("2014-03-01", "2014-02-01") + own)
    main = read(files["en/pictures/index.html"]).all("main")[0]
    links = main.all("figure")[0].all("table")[0].all("a")

    assert [leads_to("en/pictures/index.html", link) for link in links] == [
        "en/reports/2014-02/index.html",
        "en/reports/march/index.html",
        "en/reports/2014-04/index.html",
    ]
    assert all(leads_to("en/pictures/index.html", link) in files for link in links)


@pytest.mark.parametrize(("lang", "colon", "semicolon"), [("", "：", "；"), ("en/", ": ", "; ")])
def test_every_drawing_is_titled_and_described_by_the_numbers_of_the_table_below(
    lang: str, colon: str, semicolon: str
) -> None:
    main = read(published(TEXT)[f"{lang}index.html"]).all("main")[0]
    (figure,) = main.all("figure")
    rows = [[cell.words for cell in row.holds if cell.words] for row in figure.all("tbody")[0].all("tr")]
    drawings = [svg for svg in figure.all("svg") if svg.attributes.get("role") == "img"]

    for number, svg in enumerate(drawings, 1):
        title, desc = (one for one in svg.all() if one.attributes.get("id", "-") in svg.attributes["aria-labelledby"])
        assert (title.tag, desc.tag) == ("title", "desc")
        assert title.words == figure.all("thead")[0].all("th")[number].words
        assert desc.words == semicolon.join(f"{row[0]}{colon}{row[number]}" for row in rows)
    assert len(drawings) == len(rows[0]) - 1


@pytest.mark.parametrize("lang", ["", "en/"])
def test_what_the_course_shows_is_told_in_a_sentence_that_adds_up(lang: str) -> None:
    main = read(published(TEXT)[f"{lang}index.html"]).all("main")[0]

    assert re.search(r"\b4\b", main.all("figcaption")[0].words)
    assert any(re.search(r"\b6\b.*−.*\b2\b.*=.*\b4\b", one.words) for one in main.all("p", "quiet"))


# --- units -----------------------------------------------------------------------------------------------------------


def test_units_stand_side_by_side_the_worst_first_with_the_unresolved_before_the_closed(tmp_path: Path) -> None:
    page = pictures(tmp_path)

    assert [(mark.datum.address, mark.datum.counts) for mark in page.by_unit.marks] == [
        ("/units/baisha/", (1, 3, 2)),
        ("/units/kongpu/", (0, 0, 0)),
    ]
    assert [unit.link.address for unit in page.units] == [mark.datum.address for mark in page.by_unit.marks]


# --- the page --------------------------------------------------------------------------------------------------------


def test_a_site_without_a_ledger_has_the_page_too(tmp_path: Path) -> None:
    page = pictures(tmp_path, record("page", "about"))

    assert (page.course, page.deadlines, page.units, page.others) == (None, None, (), ())


def test_home_ledger_and_every_footer_lead_there() -> None:
    files = published(TEXT)

    def links(root: Element, path: str) -> list[str]:
        return [leads_to(path, link) for link in root.all("a")]

    for path in ("index.html", "rectifications/index.html"):
        assert "pictures/index.html" in links(read(files[path]).all("main")[0], path)
    assert "pictures/index.html" in links(read(files["units/index.html"]).all("footer")[0], "units/index.html")


def test_no_picture_tells_a_share() -> None:
    files = published(TEXT)

    for path in ("pictures/index.html", "en/pictures/index.html"):
        words = read(files[path]).all("main")[0].words
        assert not re.search(r"%|％|\d+ of \d+|\d+/\d+|百分", words)
