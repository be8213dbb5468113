"""What readers see of histories: none in a preview; versions, corrections and tombstones in a published site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from minusone import plan
from minusone.layout import STANDARD
from minusone.pages.context import Page
from minusone.pages.gone import Gone
from minusone.pages.short import Short
from minusone.pages.trust import Trust
from minusone.pieces.published import Published
from minusone.pieces.settled import figures
from minusone.plain import Plain
from minusone.plan import Output
from minusone.publication.versions import Version
from minusone.render import Renderer
from minusone.schema import Ref
from minusone.site import Site
from minusone.words import Lang
from tests.built import REGISTERED, TEMPLATES, Element, context, linked, planned, read
from tests.e2e.test_golden import as_before, main
from tests.publication.histories import FIRST_DAY, published
from tests.publication.histories import history as history_of
from tests.sites import BAISHA, progress, record, rectification, site

ASSIGNED = "date: 2014-03-02, step: assigned"
LAMP = rectification(f"title: 路灯不亮\ndeadline: 2014-04-20\n{progress(REGISTERED)}")
MOVED = rectification(f"title: 路灯还不亮\ndeadline: 2014-05-30\n{progress(REGISTERED, ASSIGNED)}")
CORRECTED = record("correction", "c1", "of: rectification:2014-001\nwhat: deadline\nreason: 抄错日期")
VISIT = record("team", "province") + record("visit", "look", "title: 察看暗巷")
TEAM = record("team", "province")
TAKEN = record("correction", "c2", "of: visit:look\nwhat: removed\nreason: 重复登记")
ADDRESS = "/rectifications/2014-001/"


def pages(public: Site) -> dict[str, Page]:
    return {page.address: page for page in plan.pages(public)}


def html(page: Page, lang: Lang) -> str:
    _, data = Renderer(TEMPLATES)(Output(STANDARD.path(page.address, lang), lang, page))
    return data.decode()


def shown(page: Page, lang: Lang = "en") -> Element:
    return read(html(page, lang))


def history(page: Page, lang: Lang = "en") -> Element:
    (section,) = shown(page, lang).all("section", "published")
    return section


def versions(page: Page, lang: Lang = "en") -> list[str]:
    (listed,) = history(page, lang).all("ol", "versions")
    return [one.words for one in listed.holds if one.tag == "li"]


def test_a_preview_has_none_of_it(tmp_path: Path) -> None:
    made = planned(tmp_path, BAISHA + MOVED + CORRECTED)

    assert not any(page.published for page in made.values())
    assert "/trust/" not in made
    assert not shown(made[ADDRESS]).all("section", "published")


def test_versions_stand_newest_first_with_what_changed_in_words(tmp_path: Path) -> None:
    page = pages(published(tmp_path, BAISHA + LAMP, BAISHA + MOVED))[ADDRESS]

    assert versions(page) == [
        "Version 2 · 2 April 2014 "
        "Title (the Chinese): text changed, 1 character added, 0 removed 路灯[added] 还 [end]不亮 "
        "Deadline: changed from 20 April 2014 to 30 May 2014, no reason given "
        "Progress: added: 2 March 2014, assigned",
        "Version 1 · 1 April 2014 First published.",
    ]
    assert versions(page, "zh") == [
        "第 2 版 · 2014年4月2日 "
        "标题：文字有改动，增 1 字，删 0 路灯［新增］ 还 ［止］不亮 "
        "整改时限：由 2014年4月20日 改为 2014年5月30日，未写明理由 "
        "进展：新增：2014年3月2日，交办",
        "第 1 版 · 2014年4月1日 首次公布。",
    ]


def test_it_is_folded_and_leads_to_how_to_check(tmp_path: Path) -> None:
    section = history(pages(published(tmp_path, BAISHA + LAMP, BAISHA + MOVED))[ADDRESS])
    (details,) = section.all("details")

    assert "open" not in details.attributes
    assert details.all("summary")[0].words == "2 versions, the last on 2 April 2014"
    assert [link.attributes["href"] for link in section.all("a")] == ["../../trust/"]


def test_a_change_with_a_correction_has_a_reason_and_leads_there(tmp_path: Path) -> None:
    page = pages(published(tmp_path, BAISHA + LAMP, BAISHA + MOVED + CORRECTED))[ADDRESS]
    second = history(page).all("ol", "versions")[0].all("li")[0]

    assert "no reason given" not in second.words
    assert "Correction: 更正一项 (first deadline changed); reason: 抄错日期" in second.words
    assert "../../corrections/c1/" in [link.attributes["href"] for link in second.all("a")]


def test_every_kind_of_record_has_its_history(tmp_path: Path) -> None:
    made = pages(published(tmp_path, BAISHA + VISIT + CORRECTED))

    assert [len(made[address].published) for address in ("/units/baisha/", "/visits/look/", "/corrections/c1/")] == [
        1
    ] * 3


def test_an_erased_version_says_so_and_by_what(tmp_path: Path) -> None:
    erasing = record("correction", "c9", "of: rectification:2014-001\nwhat: erased\nversions: [1]\nreason: 隐私")
    public = published(tmp_path, BAISHA + LAMP, BAISHA + MOVED + erasing)
    ref = Ref("rectification", "2014-001")
    left = (Version(1, FIRST_DAY, None), *public.histories[ref][1:])
    page = pages(replace(public, histories={**public.histories, ref: left}))[ADDRESS]

    assert versions(page) == [
        "Version 2 · 2 April 2014 What changed can't be shown: the words of a former version are gone.",
        "Version 1 · 1 April 2014 This version has been erased. Correction: 更正一项",
    ]


def test_of_what_is_withheld_no_version_says_a_word(tmp_path: Path) -> None:
    withheld = rectification(
        "title: 路灯不亮\n" + progress(REGISTERED, "date: 2014-03-09, step: withheld, basis: 条例")
    )
    page = pages(published(tmp_path, BAISHA + LAMP, BAISHA + withheld))[ADDRESS]

    assert "路灯" not in shown(page, "zh").words
    assert versions(page)[0].endswith("the words of a former version are gone.")


def test_a_removed_record_leaves_a_page_without_its_words(tmp_path: Path) -> None:
    made = pages(published(tmp_path, BAISHA + VISIT, BAISHA + TEAM + TAKEN))
    page = made["/visits/look/"]
    told = context(made, "/visits/look/", Gone)
    words = {lang: shown(page, lang).words for lang in ("zh", "en")}

    assert page.unlisted
    assert [one.day for one in told.versions] == [FIRST_DAY]
    assert "重复登记" in words["zh"]
    assert "Removed: supervision visit look" in words["en"]
    assert "重复登记" in words["en"]
    assert "察看暗巷" not in "".join(words.values())


WALK = record("activity", "walk", "date: 2014-03-05")
MONTH = Ref("figures", "2014-03")


def with_figures(folder: Path, *texts: str) -> Site:
    """As it was published, with the computed figures of its reports."""
    before = linked(site(folder / "before", texts[0]))
    histories = {ref: history_of(said) for ref, said in figures(before).items()}
    return replace(linked(site(folder / "after", texts[-1])), histories=histories)


def test_a_report_that_made_itself_and_has_nothing_left_to_say_leaves_a_page(tmp_path: Path) -> None:
    public = with_figures(tmp_path, BAISHA + WALK, BAISHA + record("correction", "c4", f"of: {MONTH}\nwhat: figures"))
    made = pages(public)

    assert {f"/reports/{form}/" for form in ("2014-03", "2014-W10", "2014-Q1")} <= made.keys()
    assert shown(made["/reports/2014-03/"]).all("h1")[0].words == "Removed: progress report 2014-03"
    assert [one.link.address for one in context(made, "/reports/2014-03/", Gone).corrections] == ["/corrections/c4/"]
    (of,) = shown(made["/corrections/c4/"]).all("dd")[0].all("a")
    assert of.attributes["href"] == "../../reports/2014-03/"


def test_a_report_that_made_itself_leads_to_the_one_that_the_office_wrote(tmp_path: Path) -> None:
    own = record("report", "march", "title: 三月\nspan: month\nperiod: 2014-03")
    made = pages(with_figures(tmp_path, BAISHA + WALK, BAISHA + WALK + own))
    (link,) = shown(made["/reports/2014-03/"]).all("a")

    assert (link.attributes["href"], link.words) == ("../march/", "三月")
    assert not isinstance(made["/reports/2014-W10/"].context, Gone | Short)


def test_a_campaigns_report_is_where_its_programme_is_called(tmp_path: Path) -> None:
    campaign = record("programme", "2014-h1", "type: campaign\nperiod: 2014-02/2014-03")
    made = pages(with_figures(tmp_path, BAISHA + campaign, BAISHA))

    assert isinstance(made["/reports/2014-h1/"].context, Gone)


def test_without_a_correction_it_says_that_there_is_no_reason(tmp_path: Path) -> None:
    made = pages(published(tmp_path, BAISHA + VISIT, BAISHA + TEAM))

    assert "No reason was given." in shown(made["/visits/look/"]).words


def test_the_short_address_of_a_removed_rectification_leads_to_what_is_left(tmp_path: Path) -> None:
    made = pages(published(tmp_path, BAISHA + LAMP, BAISHA))
    (link,) = shown(made["/r/2014-001/"]).all("a")

    assert link.attributes["href"] == "../../rectifications/2014-001/"


def test_a_correction_leads_to_what_it_is_of_if_anything_is_left(tmp_path: Path) -> None:
    never = record("correction", "c3", "of: [visit:never, rectification:2014-001]\nwhat: steps")
    made = pages(published(tmp_path, BAISHA + VISIT + LAMP, BAISHA + LAMP + TEAM + TAKEN + never))

    def of(address: str) -> list[tuple[str, str]]:
        first = shown(made[address]).all("dd")[0]
        return [(one.tag, one.words) for one in first.all() if one.tag in ("a", "code")]

    assert of("/corrections/c2/") == [("a", "Removed: supervision visit look")]
    assert of("/corrections/c3/") == [("code", "visit:never"), ("a", "路灯不亮")]


def test_corrections_are_listed_in_the_menu_only_where_there_are_any(tmp_path: Path) -> None:
    some, none = pages(published(tmp_path / "a", BAISHA + TAKEN)), pages(published(tmp_path / "b", BAISHA))

    assert "/corrections/" in [link.address for link in some["/"].frame.menu]
    assert "/corrections/" not in [link.address for link in none["/"].frame.menu]
    assert "/corrections/" not in none
    assert "更正一项" in shown(some["/corrections/"]).words


def test_how_to_check_is_told_in_both_languages_with_three_commands(tmp_path: Path) -> None:
    made = pages(published(tmp_path, "address: https://small.example/\n" + BAISHA + LAMP, BAISHA + MOVED + CORRECTED))
    told = context(made, "/trust/", Trust)

    assert (told.records, told.versions, told.erased, len(told.corrections)) == (3, 4, 0, 1)
    for lang in ("zh", "en"):
        commands = [code.words for code in shown(made["/trust/"], lang).all("pre")]
        assert [command.split()[0] for command in commands] == ["curl", "python", "python"]
    assert "/trust/" in [link.address for link in made["/"].frame.footer]


def test_the_figures_of_a_report_have_a_history_too(tmp_path: Path) -> None:
    public = linked(site(tmp_path, BAISHA + LAMP))
    figures = Ref("figures", "2014-03")
    before: dict[str, Plain] = {"kind": "figures", "stood": {"overdue": 1}, "happened": {"entered": 1}}
    after: dict[str, Plain] = {"kind": "figures", "stood": {"overdue": 2}, "happened": {"entered": 1}}
    made = pages(replace(public, histories={figures: history_of(before, after)}))
    found: Published = made["/reports/2014-03/"].published[0]

    assert found.figures
    assert versions(made["/reports/2014-03/"])[0] == (
        "Version 2 · 2 April 2014 How it stood at the end › Overdue: changed from 1 to 2, no reason given"
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_reader_who_hears_a_page_hears_what_was_removed_and_added(lang: Lang, tmp_path: Path) -> None:
    page = pages(published(tmp_path, BAISHA + LAMP, BAISHA + MOVED))[ADDRESS]
    (edited,) = history(page, lang).all("p", "edits")
    spoken = {"zh": "［新增］ 还 ［止］", "en": "[added] 还 [end]"}

    assert edited.lang.startswith("zh")
    assert [one.words for one in edited.all("ins")] == [spoken[lang]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_record_with_a_history_is_as_somebody_last_looked_at_it(lang: Lang, project: Path, tmp_path: Path) -> None:
    public = published(tmp_path, BAISHA + LAMP, BAISHA + MOVED + CORRECTED)
    as_before(project, f"history.{lang}.html", main(html(pages(public)[ADDRESS], lang)))
