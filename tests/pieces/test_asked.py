"""Recommendations: those without an answer first, the longest overdue on top, then those still at work."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.pages.home import Home
from minusone.pages.lists import Listing
from minusone.pages.recommendations import Recommendations
from minusone.pages.team import TeamPage
from minusone.pages.unit import UnitPage
from minusone.pages.visit import VisitPage
from minusone.pieces.asked import Asked
from minusone.reckoning.lifecycle import Group
from minusone.reckoning.recommendations import Stage
from tests.built import context, leads_to, one, planned, published, read
from tests.sites import BAISHA, record

VISIT = """
date: 2014-03-05
units: baisha
recommendations:
  - {text: 已答, to: baisha, due: 2014-03-10, answer: {date: 2014-03-20, text: 已改, rectification: 2014-002}}
  - {text: 无期限, to: baisha}
  - {text: 逾期十天, to: baisha, due: 2014-04-20}
  - {text: 逾期三十天, to: baisha, due: 2014-03}
  - {text: 未到期, to: baisha, due: 2014}
  - {text: 快到期, to: baisha, due: 2014-05-01}
  - {text: 转了整改, to: baisha, answer: {date: 2014-03-20, text: 已登记, rectification: 2014-001}}
  - {text: 并入未了结, to: baisha, answer: {date: 2014-03-20, text: 已登记, rectification: 2014-003}}
"""
ORDER = ["逾期三十天", "逾期十天", "快到期", "未到期", "无期限", "转了整改", "并入未了结", "已答"]
AROUND = BAISHA + record("unit", "kongpu", "title: 孔浦街道") + record("team", "province")
LEDGER = one(Group.OPEN) + one(Group.CLOSED, "2014-002") + one(Group.MERGED, "2014-003")
TEXT = AROUND + LEDGER + record("visit", "look", VISIT)


def said(some: tuple[Asked, ...]) -> list[str]:
    return [one.recommendation.text.zh for one in some]


def test_what_was_not_answered_comes_first_the_longest_overdue_on_top(tmp_path: Path) -> None:
    asked = context(planned(tmp_path, TEXT), "/visits/look/", VisitPage).asked

    assert said(asked) == ORDER
    assert [(one.stage, one.overdue_days, one.due_soon_in) for one in asked][:4] == [
        (Stage.OVERDUE, 30, None),
        (Stage.OVERDUE, 10, None),
        (Stage.WAITING, 0, 1),
        (Stage.WAITING, 0, None),
    ]


def test_an_answer_is_not_the_end_while_what_it_became_is_open(tmp_path: Path) -> None:
    pages = planned(tmp_path, TEXT)
    asked = context(pages, "/visits/look/", VisitPage).asked
    became = [(one.stage, view.became.id) for one in asked for view in one.answers if view.became]

    assert became == [(Stage.AT_WORK, "2014-001"), (Stage.AT_WORK, "2014-003"), (Stage.DONE, "2014-002")]
    assert context(pages, "/", Home).at_work == 2


def test_the_same_is_told_everywhere_it_counts(tmp_path: Path) -> None:
    pages = planned(tmp_path, TEXT)
    team, unit = context(pages, "/teams/province/", TeamPage), context(pages, "/units/baisha/", UnitPage)

    assert said(context(pages, "/recommendations/", Recommendations).asked) == ORDER
    assert said(unit.asked) == said(team.waiting + team.at_work + team.done) == ORDER
    assert said(context(pages, "/", Home).unanswered) == said(team.waiting) == ORDER[:5]
    assert said(context(pages, "/visits/", Listing).overdue) == ORDER[:2]
    assert (unit.count.unanswered, unit.count.overdue, unit.count.at_work) == (5, 2, 2)


@pytest.mark.parametrize(
    ("list_", "members"),
    [("overdue", ORDER[:2]), ("unanswered", ORDER[2:5]), ("at-work", ORDER[5:7]), ("done", ORDER[7:])],
)
def test_each_stage_has_a_list_of_its_own(list_: str, members: list[str], tmp_path: Path) -> None:
    page = context(planned(tmp_path, TEXT), f"/recommendations/{list_}/", Recommendations)

    assert said(page.asked) == members
    assert [tab.size for tab in page.tabs] == [8, 2, 3, 2, 1]
    assert (page.tally.made, page.tally.done, page.tally.left) == (8, 1, 7)


def test_a_long_list_goes_on_over_several_pages(tmp_path: Path) -> None:
    pages = planned(tmp_path, "per_page: 3\n" + TEXT)
    sheets = [context(pages, f"/recommendations/{page}", Recommendations) for page in ("", "page/2/", "page/3/")]
    home = context(pages, "/", Home)

    assert [text for sheet in sheets for text in said(sheet.asked)] == ORDER
    assert (said(home.unanswered), home.more_unanswered) == (ORDER[:3], 2)


def test_a_site_without_recommendations_has_no_list_of_them(tmp_path: Path) -> None:
    pages = planned(tmp_path, AROUND + record("visit", "look"))

    assert not [address for address in pages if address.startswith("/recommendations/")]
    assert context(pages, "/visits/", Listing).beside == ()


CLASS = """
recommendations:
  - text: 补灯
    to: each:street
    due: 2014-04-20
    answer: {date: 2014-04-01, by: baisha, text: 已补}
"""


def test_of_several_each_answers_for_itself(tmp_path: Path) -> None:
    pages = planned(tmp_path, AROUND + record("visit", "look", CLASS))
    whole = context(pages, "/visits/look/", VisitPage).asked[0]
    baisha, kongpu = (context(pages, f"/units/{id_}/", UnitPage) for id_ in ("baisha", "kongpu"))

    assert (whole.stage, [link.address for link in whole.waiting]) == (Stage.OVERDUE, ["/units/kongpu/"])
    assert (baisha.asked[0].stage, baisha.count.unanswered) == (Stage.DONE, 0)
    assert (kongpu.asked[0].stage, kongpu.count.overdue) == (Stage.OVERDUE, 1)


def test_visits_with_something_unanswered_stand_on_top_of_their_list(tmp_path: Path) -> None:
    answered = "{date: 2014-03-20, text: 已改}"
    asked = {
        "new": "",
        "done": f"recommendations: {{text: 改, to: baisha, answer: {answered}}}",
        "at-work": f"recommendations: {{text: 改, to: baisha, answer: {answered[:-1]}, rectification: 2014-001}}}}",
        "waiting": "recommendations: {text: 改, to: baisha}",
        "overdue": f"recommendations: [{{text: 补, to: baisha, answer: {answered}}}, "
        "{text: 改, to: baisha, due: 2014-03}]",
    }
    visits = "".join(
        record("visit", id_, f"date: 2014-03-{20 - n}\n{more}") for n, (id_, more) in enumerate(asked.items())
    )
    listing = context(planned(tmp_path, AROUND + one(Group.OPEN) + visits), "/visits/", Listing)

    assert [item.link.address for item in listing.parts[0].items] == [
        f"/visits/{id_}/" for id_ in ("overdue", "waiting", "at-work", "new", "done")
    ]


def test_every_recommendation_can_be_linked_to_where_its_visit_made_it() -> None:
    pages = published(TEXT)

    for half in ("", "en/"):
        listed = read(pages[f"{half}recommendations/index.html"]).all("ol", "asked")[0]
        links = [link.attributes["href"] for link in listed.all("a") if "#" in link.attributes["href"]]
        visit = read(pages[f"{half}visits/look/index.html"]).all("ol", "asked")[0]
        ids = [item.attributes["id"] for item in visit.all("li")]
        assert sorted(link.partition("#")[2] for link in links) == sorted(ids)
        assert len(ids) == len(ORDER)
        assert {link.partition("#")[0] for link in links} == {"../visits/look/"}


def test_an_answer_that_came_late_says_by_how_much(tmp_path: Path) -> None:
    pages = planned(tmp_path, TEXT)
    late = {one.recommendation.text.zh: one.answers for one in context(pages, "/visits/look/", VisitPage).asked}

    assert [view.late_days for view in late["已答"]] == [10]
    assert [view.late_days for view in late["转了整改"]] == [0]
    assert "晚于期限 10 天" in read(published(TEXT)["visits/look/index.html"]).words


def test_who_has_not_answered_and_what_became_of_it_are_said_in_words() -> None:
    pages = published(TEXT + record("visit", "again", CLASS))
    english = read(pages["en/visits/again/index.html"]).words

    assert "No answer, overdue by 10 days" in english
    assert "No answer from: 孔浦街道" in english
    assert "未答复的：孔浦街道" in read(pages["visits/again/index.html"]).words
    assert "Answered, rectification unresolved" in read(pages["en/visits/look/index.html"]).words


def test_what_is_not_done_is_never_only_counted() -> None:
    pages = published(TEXT)

    for half in ("", "en/"):
        path = f"{half}recommendations/done/index.html"
        said = read(pages[path]).all("p", "tally")[0]
        assert [link.words[-1] for link in said.all("a")] == ["2", "3", "2"]
        for link in said.all("a"):
            assert len(read(pages[leads_to(path, link)]).all("ol", "asked")[0].all("li")) == int(link.words[-1])
    assert "8 made − 1 answered and done = 7 not done" in read(pages["en/recommendations/index.html"]).words
