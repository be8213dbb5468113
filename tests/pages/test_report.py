"""Reports: of every period in which something happened, the unresolved first; the office's own words where it wrote."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from minusone.history.accounts import What
from minusone.pages.context import Page
from minusone.pages.report import PeriodPage, ReportPage, Reports
from minusone.pieces.account import SHOWN, AccountView
from minusone.reckoning.lifecycle import Group
from tests.built import DONE, Element, context, leads_to, one, planned, published, read
from tests.sites import BAISHA, progress, record, rectification

REGISTERED = "date: 2014-02-20, step: registered"
LEDGER = (
    rectification("deadline: 2014-03-10\n" + progress(REGISTERED))
    + rectification(progress(*DONE), id="2014-002")
    + rectification(
        progress(*DONE, "date: 2014-04-02, step: reopened, reason: 又灭了", "date: 2014-04-03, step: started"),
        id="2014-003",
    )
    + rectification(
        "deadline: 2014-03-31\n"
        + progress(
            "date: 2014-03-20, step: registered",
            "date: 2014-03-28, step: extended, deadline: 2014-04-20, reason: 雨, approved_by: office",
        ),
        id="2014-004",
    )
    + rectification(progress("date: 2014-04-28, step: registered"), id="2014-005")
).replace("found: {date: 2014-03-01}", "found: {date: 2014-02-20}")
UNITS = (
    record("unit", "district", "type: district")
    + record("unit", "baisha", "parent: district")
    + record("unit", "office", "type: department")
)
SITE = UNITS + LEDGER + record("activity", "night", "date: 2014-04-01")


def account(pages: Mapping[str, Page], form: str) -> AccountView:
    return context(pages, f"/reports/{form}/", PeriodPage).account


def happened(view: AccountView) -> dict[What, list[str]]:
    return {flow.what: [one.row.id for one in flow.happened] for flow in (*view.worse, *view.flows)}


# --- computed --------------------------------------------------------------------------------------------------------


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    return planned(tmp_path, SITE)


def test_every_period_with_events_has_a_page_and_no_other(pages: Mapping[str, Page]) -> None:
    forms = {address.split("/")[2] for address in pages if address.startswith("/reports/")} - {""}

    assert {form for form in forms if "W" not in form} == {"2014-02", "2014-03", "2014-04", "2014-Q1", "2014-Q2"}
    assert {form for form in forms if "W" in form} == {f"2014-W{week:02}" for week in (8, 9, 10, 12, 13, 14, 18)}


def test_what_was_unresolved_at_the_end_is_named_as_it_stood_then_the_overdue_first(
    pages: Mapping[str, Page],
) -> None:
    march = account(pages, "2014-03")

    assert [(row.id, row.overdue_days) for row in march.unresolved] == [("2014-001", 21), ("2014-004", 0)]
    assert (march.count.found, march.count.closed, march.count.unresolved) == (4, 2, 2)
    assert not march.running
    assert (march.carried, march.came, march.went) == (1, 3, 2)


def test_what_happened_is_told_by_name_what_got_worse_before_what_came_and_went(pages: Mapping[str, Page]) -> None:
    march, april = account(pages, "2014-03"), account(pages, "2014-04")

    assert happened(march) == {
        What.EXTENDED: ["2014-004"],
        What.ENTERED: ["2014-002", "2014-003", "2014-004"],
        What.CLOSED: ["2014-002", "2014-003"],
    }
    assert [flow.what for flow in march.worse] == [What.EXTENDED]
    assert march.worse[0].happened[0].event.days == 20
    assert happened(april) == {What.REOPENED: ["2014-003"], What.ENTERED: ["2014-005"]}
    assert [row.id for row in april.lapsed] == ["2014-002"]


def test_the_numbers_stand_beside_those_of_the_period_before(pages: Mapping[str, Page]) -> None:
    told = {one.part: (one.before, one.now, one.difference) for one in account(pages, "2014-03").compared}

    assert told["unresolved"] == (1, 2, 1)
    assert told["entered"] == (1, 3, 2)
    assert told["closed"] == (0, 2, 2)
    assert account(pages, "2014-02").preceding is None
    assert {one.before for one in account(pages, "2014-02").compared} == {None}


def test_units_and_programmes_come_the_worst_first_with_what_happened_to_theirs(pages: Mapping[str, Page]) -> None:
    units = account(pages, "2014-03").units

    assert [(one.item.link.address, one.happened) for one in units] == [
        (
            "/units/baisha/",
            (
                ((What.EXTENDED.label, "extended"), 1),
                ((What.ENTERED.label, "entered"), 3),
                ((What.CLOSED.label, "closed"), 2),
            ),
        )
    ]


def test_commitments_kept_and_missed_are_told_of_each_unit_and_programme(tmp_path: Path) -> None:
    nights = record(
        "programme",
        "nights",
        "commitments: [{id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY, since: 2014-03-31}]",
    )
    kept = record("activity", "first", "date: 2014-04-01\nfulfils: nights#study")
    april = account(planned(tmp_path, UNITS + nights + kept), "2014-04")

    for division in (*april.units, *april.programmes):
        assert [(part, n) for (_, part), n in division.happened] == [("gaps", 3), ("kept", 1)]
    assert [one.item.link.address for one in (*april.units, *april.programmes)] == [
        "/units/baisha/",
        "/programmes/nights/",
    ]


def test_nothing_is_due_today_or_soon_in_a_report_of_what_is_over(tmp_path: Path) -> None:
    due = "found: {date: 2014-02-20}\ndeadline: 2014-03-31\n" + progress(REGISTERED)
    asked = "date: 2014-03-20\nrecommendations: {text: 改, to: baisha, due: 2014-04-02}"
    visit = record("team", "province") + record("visit", "look", asked)
    pages = planned(tmp_path, UNITS + visit + rectification(due))
    march = account(pages, "2014-03")

    assert [(row.id, row.due_soon_in) for row in march.unresolved] == [("2014-001", None)]
    assert [one.due_soon_in for one in march.waiting] == [None]


def test_what_was_asked_for_over_the_end_of_a_quarter_is_in_the_report_of_the_next(tmp_path: Path) -> None:
    asked = "date: 2014-03-29/2014-04-02\nrecommendations: {text: 改, to: baisha}"
    pages = planned(tmp_path, UNITS + record("team", "province") + record("visit", "look", asked))

    for form in ("2014-W14", "2014-04", "2014-Q2"):
        assert [one.recommendation.text.zh for one in account(pages, form).put] == ["改"]
    assert {"/reports/2014-W13/", "/reports/2014-03/", "/reports/2014-Q1/"}.isdisjoint(pages)


def test_a_running_period_says_so() -> None:
    html = published(SITE)
    running, over = (read(html[f"reports/2014-Q{n}/index.html"]).words for n in (2, 1))
    in_english = read(html["en/reports/2014-Q2/index.html"]).words

    assert "截至 2014年4月30日，本期尚未结束" in running
    assert "本期尚未结束" not in over
    assert "So far, as of 30 April 2014" in in_english


def test_the_reports_before_and_after_are_those_that_there_are(pages: Mapping[str, Page]) -> None:
    beside = context(pages, "/reports/2014-W12/", PeriodPage).beside

    assert beside.before
    assert beside.after
    assert (beside.before.address, beside.after.address) == ("/reports/2014-W10/", "/reports/2014-W13/")


def test_the_list_has_campaigns_quarters_months_and_weeks_the_newest_first(pages: Mapping[str, Page]) -> None:
    parts = context(pages, "/reports/", Reports).parts

    assert [span.value for span, _ in parts] == ["quarter", "month", "week"]
    assert [entry.link.address for entry in parts[1][1]] == [f"/reports/2014-0{month}/" for month in (4, 3, 2)]
    assert [entry.count.unresolved for entry in parts[1][1]] == [4, 2, 1]


def test_without_anything_to_report_on_there_is_no_list_and_no_entry_in_the_menu(tmp_path: Path) -> None:
    pages = planned(tmp_path, BAISHA)

    assert "/reports/" not in pages
    assert [link.address for link in pages["/"].frame.menu] == ["/units/"]


def test_a_campaign_with_a_period_has_a_report_of_its_programmes_that_says_what_it_leaves_out(tmp_path: Path) -> None:
    campaign = record("programme", "spring", "type: campaign\nperiod: 2014-02/2014-04") + record(
        "programme", "lamps", "parent: spring"
    )
    part = LEDGER.replace("id: 2014-001", "id: 2014-001\nprogramme: lamps")
    pages = planned(tmp_path, UNITS + campaign + part)
    spring = context(pages, "/reports/spring/", PeriodPage)

    assert spring.programme
    assert spring.programme.address == "/programmes/spring/"
    assert [row.id for row in spring.account.unresolved] == ["2014-001"]
    assert spring.account.outside == 3


@pytest.mark.slow
def test_of_more_than_a_hundred_the_worst_are_named_and_all_are_counted(tmp_path: Path) -> None:
    late = [29 - n % 20 for n in range(SHOWN + 1)]
    many = "".join(
        one(Group.OVERDUE, f"2014-{n:03}", f"deadline: 2014-04-{30 - days:02}\ntitle: 第 {n} 件")
        for n, days in enumerate(late)
    )
    asked = "".join(f"  - {{text: 第 {n} 条, to: baisha, due: 2014-04-20}}\n" for n in range(SHOWN + 2))
    visit = record("team", "province") + record("visit", "april", f"date: 2014-04-01\nrecommendations:\n{asked}")
    account = context(planned(tmp_path / "a", UNITS + many + visit), "/reports/2014-04/", PeriodPage).account

    assert (len(account.unresolved), account.more, account.count.unresolved) == (SHOWN, 1, SHOWN + 1)
    assert [row.overdue_days for row in account.unresolved] == sorted(late, reverse=True)[:SHOWN]
    assert (len(account.waiting), account.more_waiting, account.count.unanswered) == (SHOWN, 2, SHOWN + 2)
    pages = published(UNITS + many + visit)
    assert "另有 1 件未了结，现状见台账" in read(pages["reports/2014-04/index.html"]).words
    english = read(pages["en/reports/2014-04/index.html"])
    (more,) = [link for link in english.all("a") if "1 more was unresolved" in link.words]
    assert leads_to("en/reports/2014-04/index.html", more) == "en/rectifications/unresolved/index.html"
    assert "2 more had no answer" in english.words


# --- written by the office -------------------------------------------------------------------------------------------

MARCH = record(
    "report",
    "march",
    """
    figures:
      - {what: 拆违, value: 124.1万, unit: 平方米}
      - {what: 销号, value: 98.7%}
      - {what: 党课, value: 20+, unit: 场}
      - {what: 河道, said: 全面启动}
    """,
    "三月的话。",
)


def test_the_offices_report_is_the_page_of_its_period_and_there_is_no_second(tmp_path: Path) -> None:
    pages = planned(tmp_path, SITE + MARCH.replace("period: 2014-03", "period: 2014-03-01/2014-03-31"))
    march = context(pages, "/reports/march/", ReportPage)

    assert "/reports/2014-03/" not in pages
    assert [row.id for row in march.account.unresolved] == ["2014-001", "2014-004"]
    april = context(pages, "/reports/2014-04/", PeriodPage).beside
    assert april.before
    assert april.before.address == "/reports/march/"


def test_the_offices_words_come_after_the_unresolved_and_before_everything_else() -> None:
    html = published(SITE + MARCH)["reports/march/index.html"]
    parts = ("unresolved", "extended", "numbers", "closed")
    order = [f'id="report:{part}"' for part in parts]
    order.insert(1, "三月的话")

    assert sorted(order, key=html.index) == order


def test_reported_figures_are_as_printed_each_marked_as_reported() -> None:
    pages = published(BAISHA + MARCH)
    cells = {
        half: [row.all("td")[0].words for row in read(pages[f"{half}reports/march/index.html"]).all("tr")[1:]]
        for half in ("", "en/")
    }

    assert cells[""] == ["124.1 万 平方米 转载", "98.7% 转载", "20 余 场 转载", "全面启动 转载"]
    assert cells["en/"] == [
        "1.241 million 平方米 reported",
        "98.7% reported",
        "over 20 场 reported",
        "全面启动 reported",
    ]


# --- as readers see them ---------------------------------------------------------------------------------------------


def test_every_number_leads_to_the_list_of_what_it_counts() -> None:
    page = read(published(SITE)["reports/2014-03/index.html"])
    ids = {one.attributes["id"]: one for one in page.all() if "id" in one.attributes}
    numbers = [link for link in page.all("a") if link.attributes["href"].startswith("#report:")]

    assert numbers
    assert all(link.attributes["href"][1:] in ids for link in numbers)
    rows = {row.all("th")[0].words: row.all("td") for row in page.all("table", "compared")[0].all("tr")[1:]}
    listed = ids["report:closed"]
    assert rows["销号"][0].words == listed.all(of_class="size")[0].words == "2"
    assert [cell.words for cell in rows["期末未了结"]] == ["2", "1", "多 1"]


@pytest.mark.parametrize("half", ["", "en/"])
def test_a_chart_has_words_a_description_and_the_same_numbers_in_a_table(half: str) -> None:
    path = f"{half}reports/2014-03/index.html"
    page = read(published(SITE)[path])
    ids = [one.attributes["id"] for one in page.all() if "id" in one.attributes]

    assert len(ids) == len(set(ids))
    for chart in page.all("figure", "chart"):
        for drawn in drawings(chart):
            title, description = drawn.all("title")[0], drawn.all("desc")[0]
            assert drawn.attributes["aria-labelledby"].split() == [title.attributes["id"], description.attributes["id"]]
            assert title.words
            assert description.words
        assert not any("style" in one.attributes for one in chart.all())
        by_period = zip(*map(numbers, drawings(chart)), strict=True)
        assert [number for row in by_period for number in row] == [cell.words for cell in chart.all("td")]


def drawings(chart: Element) -> list[Element]:
    return [svg for svg in chart.all("svg") if svg.attributes.get("role") == "img"]


def numbers(drawn: Element) -> list[str]:
    return [text.words for text in drawn.all("text", "count")]


def test_a_report_of_the_past_draws_the_ledger_as_it_stood_then(tmp_path: Path) -> None:
    pages = planned(tmp_path, SITE)
    march, april = (context(pages, f"/reports/2014-{month}/", PeriodPage).account for month in ("03", "04"))

    for account in (march, april):
        assert account.course
        assert account.course.left == account.count.unresolved
        assert (account.course.stretches[-1].came, account.course.stretches[-1].went) == (account.came, account.went)
    assert april.course
    assert [one.period.form for one in april.course.stretches][-2:] == ["2014-03", "2014-04"]


def test_every_unit_in_a_picture_of_units_can_be_gone_to() -> None:
    other = record("unit", "cicheng", "type: town\nparent: district") + rectification("unit: cicheng", id="2014-009")
    path = "reports/2014-04/index.html"
    html = published(SITE + other)
    chart = next(one for one in read(html[path]).all("figure", "chart") if one.all("table")[0].all("a"))

    assert [leads_to(path, link) for link in chart.all("a")] == ["units/baisha/index.html", "units/cicheng/index.html"]
    assert numbers(chart.all("svg")[-1]) == ["4", "1"]
    assert [cell.words for cell in chart.all("td")] == ["2", "2", "0", "1"]
