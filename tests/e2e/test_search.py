"""The search as its readers use it: words of either language, filters, addresses to share, the keyboard, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from minusone import rebuild
from minusone.places import Extras
from minusone.reckoning.lifecycle import Group
from tests.built import one, places
from tests.e2e.serving import served
from tests.sites import BAISHA, rectification

pytestmark = pytest.mark.slow

BASE = "/below/here/"


@pytest.fixture(scope="module")
def address(built_site: Path) -> Iterator[str]:
    with served(built_site, BASE) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone, on which nothing may go wrong unseen."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(error.message))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield page
    context.close()
    assert wrong == []


def outcome(page: Page) -> str:
    """What a screen reader announces, when the search has ended."""
    said = page.locator("main [role=status]").first
    expect(said).to_have_text(re.compile(r"[。.]$"))
    return said.inner_text()


def titles(page: Page, part: str = "") -> list[str]:
    """What is found, in order; in one of the two parts."""
    region = page.locator(f"[data-part={part}]" if part else "[data-part]")
    return region.locator("li .title a").all_inner_texts()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("search/?q=停车", "老小区停车难"),
        ("search/?q=路灯", "背街巷子路灯不亮，晚上走路靠手机照"),
        ("search/?q=办证", "住进安置房三年，两证还没有拿到"),
        ("search/?q=五水共治", "五水共治"),
        ("search/?q=2014-003", "老小区停车难"),
        ("search/?q=满意率", "名词解释"),
        ("search/?q=61", "楼道堆满旧家具，消防通道只能侧身过"),
        ("en/search/?q=parking", "Nowhere to park in an old estate"),
        ("en/search/?q=certificates", "Three years in the new flat and still no title deeds"),
        ("en/search/?q=night+study", "Night study: how to read a water report"),
    ],
)
def test_a_record_is_found_by_words_of_its_language(asked: str, found: str, page: Page, address: str) -> None:
    page.goto(address + asked)
    outcome(page)

    assert found in titles(page)
    assert page.locator("li mark").count()
    page.get_by_role("link", name=found, exact=True).first.click()
    assert page.locator("h1").inner_text() == found


@pytest.mark.parametrize("asked", ["search/?q=停车", "search/?unit=baisha", "en/search/?q=river"])
def test_the_unresolved_come_first_and_say_their_state_in_words_and_shape(asked: str, page: Page, address: str) -> None:
    page.goto(address + asked)
    said = outcome(page)

    (first, *_) = page.locator("[data-part]:visible h2").all_inner_texts()
    assert re.fullmatch(r"(未了结|Unresolved) \d+", first)
    states = page.locator("[data-part=open] li .badge")
    assert {found for badge in states.all() for found in (badge.get_attribute("class") or "").split()} <= {
        "badge",
        *(group.value for group in (Group.OVERDUE, Group.OPEN, Group.DECLINED, Group.WITHHELD)),
    }
    assert states.count() == len(titles(page, "open"))
    numbers = re.findall(r"\d+", said)
    assert first.endswith(f" {numbers[1]}")


def test_without_words_the_filters_list_all_that_they_leave_in_the_ledgers_order(page: Page, address: str) -> None:
    page.goto(f"{address}rectifications/unit/baisha/")
    listed = page.locator("main li.row .title a").all_inner_texts()
    page.goto(f"{address}search/?kind=rectification&unit=baisha")
    outcome(page)
    for more in page.locator("[data-part]:visible button").all():
        while more.is_visible():
            more.click()

    assert titles(page) == listed


def test_an_address_is_made_that_others_can_open_and_the_way_back_is_open(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    page.get_by_label("要找的词").fill("停车")
    page.get_by_role("button", name="搜索").first.click()
    expect(page).to_have_url(re.compile("search/.q=%E5%81%9C%E8%BD%A6$"))
    outcome(page)
    all_found = titles(page)
    page.get_by_text("筛选", exact=True).first.click()
    page.get_by_label("整改状态").select_option("declined")
    page.get_by_role("button", name="搜索").last.click()
    expect(page).to_have_url(re.compile("&state=declined$"))
    expect(page.locator("[data-part] li")).to_have_count(1)
    declined = titles(page)

    shared = page.url
    page.go_back()
    expect(page.locator("[data-part] li")).to_have_count(len(all_found))
    assert titles(page) == all_found
    page.goto(shared)
    outcome(page)
    assert titles(page) == declined
    assert page.get_by_label("整改状态").input_value() == "declined"
    page.get_by_role("link", name="重新开始").click()
    assert page.get_by_label("要找的词").input_value() == ""


def test_what_no_field_offers_is_not_asked_and_nothing_found_says_what_to_do(page: Page, address: str) -> None:
    page.goto(f"{address}en/search/?q=zzzz&unit=nowhere&x=1")

    assert outcome(page).startswith("Nothing was found.")
    assert page.get_by_label("Unit").input_value() == ""
    assert page.get_by_role("link", name="Ledger", exact=True).last.is_visible()


def test_a_number_is_not_found_by_its_first_digits(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=12345")

    assert outcome(page).startswith("没有找到")


def test_more_come_in_batches_and_the_focus_goes_to_the_first_of_them(page: Page, address: str) -> None:
    page.goto(f"{address}search/?kind=rectification&state=unresolved")
    outcome(page)
    before = titles(page, "open")
    page.get_by_role("button", name="再显示一些").click()

    expect(page.locator("[data-part=open] li").nth(len(before)).locator("a")).to_be_focused()
    assert titles(page, "open")[: len(before)] == before


def test_it_is_used_by_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}en/search/")
    page.get_by_label("Words to look for").focus()
    page.keyboard.type("parking")
    page.keyboard.press("Enter")
    outcome(page)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('[data-part]') !== null"):
            break
    first = titles(page)[0]
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text(first)


@pytest.mark.parametrize("half", ["", "en/"])
def test_without_scripts_it_leads_to_the_lists_and_their_filters(half: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{half}search/")

    assert "JavaScript" in page.locator("noscript p").inner_text()
    assert not page.locator("main form").is_visible()
    page.locator("main section details summary").first.click()
    link = page.locator("main section details dd a").first
    name = link.inner_text()
    link.click()
    assert name.casefold() in page.locator("h1").inner_text().casefold()
    assert page.locator("main li.row").count()
    context.close()


def test_a_list_leads_to_the_search_with_its_filter(page: Page, address: str) -> None:
    page.goto(f"{address}en/rectifications/unit/baisha/")
    page.get_by_text("Change the filter").click()
    page.get_by_label("Words in this list").fill("parking")
    page.get_by_role("button", name="Search, or combine filters").click()
    outcome(page)

    assert page.get_by_label("Unit").input_value() == "baisha"
    assert page.get_by_label("Kind").input_value() == "rectification"
    assert titles(page) == ["Nowhere to park in an old estate"]


@pytest.mark.parametrize("lacking", ["pagefind.js", "fragment"])
def test_where_the_index_is_lacking_it_says_so_and_the_lists_remain(
    lacking: str, browser: Browser, built_site: Path
) -> None:
    """Also where only half of it can be loaded: nothing stands above an empty list."""
    page = browser.new_page()
    page.route(f"**/pagefind/{lacking}**", lambda route: route.abort())
    with served(built_site) as address:
        page.goto(f"{address}en/search/?q=parking")

        assert outcome(page).startswith("The search could not be loaded.")
        assert page.locator("[data-part]:visible").count() == 0
        assert page.get_by_role("link", name="Ledger", exact=True).last.is_visible()
    page.close()


def test_nothing_that_a_record_says_becomes_markup(page: Page, tmp_path: Path) -> None:
    """Titles and texts are shown as they are written, marks included."""
    hostile = "<img src=x onerror=alert(1)> <mark>路灯</mark> &lt;b&gt;"
    text = BAISHA + rectification(f"title: '{hostile}'\nsummary: '路灯 <script>alert(2)</script> 不亮'")
    where = places(tmp_path, text + one(Group.CLOSED, "2014-002"))
    rebuild.build(where, None, workers=1, extras=Extras(search=True))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    with served(where.out) as address:
        page.goto(f"{address}search/?q=路灯")
        outcome(page)

        assert hostile in titles(page, "open")
        assert page.locator("[data-part] :is(img, script)").count() == 0
        assert "<script>alert" in page.locator("[data-part=open] .summary").first.inner_text()
        assert titles(page, "rest") == ["路灯不亮"]
