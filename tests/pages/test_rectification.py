"""A rectification's page: the problem, who answers for it, every step, and three voices that are never mixed."""

from __future__ import annotations

import re
from pathlib import Path

from minusone.pages.rectification import RectificationPage
from minusone.reckoning.lifecycle import Group
from tests.built import DONE, REGISTERED, Element, built, context, one, planned, read
from tests.sites import BAISHA, progress, record, rectification

PATH = "rectifications/2014-001/index.html"


def page(tmp_path: Path, text: str) -> RectificationPage:
    return context(planned(tmp_path, BAISHA + text), "/rectifications/2014-001/", RectificationPage)


def shown(tmp_path: Path, text: str, path: str = PATH) -> Element:
    (main,) = read(built(tmp_path, BAISHA + text)[path]).all("main")
    return main


def test_a_moved_deadline_shows_the_first_promise_and_the_one_that_holds_now(tmp_path: Path) -> None:
    moved = "date: 2014-03-02, step: extended, deadline: 2014-07, reason: 等管线, approved_by: kongpu"
    text = record("unit", "kongpu") + rectification("deadline: 2014-06-30\n" + progress(REGISTERED, moved))
    main = shown(tmp_path, text, "en/" + PATH)
    (standing,) = main.all("div", "standing")

    assert re.search("30 June 2014.*by the end of July 2014.*31 days.*once", standing.words, re.IGNORECASE)


def test_every_move_is_listed_with_its_days_reason_and_approval_below_the_first_promise(tmp_path: Path) -> None:
    moves = [
        "date: 2014-03-02, step: extended, deadline: 2014-07-10, reason: 等管线, approved_by: kongpu",
        "date: 2014-03-05, step: extended, deadline: 2014-07-05, reason: 管线提前, approved_by: kongpu",
    ]
    unit = record("unit", "kongpu", "title: 孔浦街道")
    main = shown(tmp_path, unit + rectification("deadline: 2014-06-30\n" + progress(REGISTERED, *moves)), "en/" + PATH)
    (listed,) = main.all("ol", "moves")
    promise, *moved = (item.words for item in listed.all("li"))

    assert promise == "First deadline: 30 June 2014"
    assert [re.findall("(?:extended|forward) by [0-9]+|等管线|管线提前|孔浦街道", words) for words in moved] == [
        ["extended by 10", "等管线", "孔浦街道"],
        ["forward by 5", "管线提前", "孔浦街道"],
    ]
    assert main.all("p", "total")[0].words == "Moved 2 times, in all: extended by 5 days"


def test_a_first_deadline_that_a_step_gives_is_a_promise_that_has_not_been_moved(tmp_path: Path) -> None:
    given = "date: 2014-03-02, step: extended, deadline: 2014-07-10, reason: 等管线, approved_by: kongpu"
    main = shown(tmp_path, record("unit", "kongpu") + rectification(progress(REGISTERED, given)), "en/" + PATH)

    assert [item.words for item in main.all("ol", "moves")[0].all("li")] == ["First deadline: 10 July 2014"]
    assert main.all("p", "total")[0].words == "It has not been moved."


def test_a_deadline_in_working_days_shows_what_was_promised_and_the_day_once_it_is_known(tmp_path: Path) -> None:
    assigned = "date: 2014-04-10, step: assigned"
    known = rectification("workdays: 15\n" + progress(REGISTERED, assigned))
    before = shown(tmp_path / "1", rectification("workdays: 15"), "en/" + PATH)
    after = shown(tmp_path / "2", known, "en/" + PATH)

    assert "within 15 working days of assignment, not assigned yet" in before.all("ol", "moves")[0].words
    assert "within 15 working days of assignment, 4 May 2014" in after.all("ol", "moves")[0].words
    assert "Counted from 10 April 2014" in after.all("ol", "moves")[0].words
    assert after.all(of_class="soon")[0].words == "Due in 4 days"
    chinese = shown(tmp_path / "3", known).all("ol", "moves")[0].words
    assert "交办后 15 个工作日内，2014年5月4日" in chinese


def test_what_is_open_says_how_long_nothing_was_heard(tmp_path: Path) -> None:
    silent = shown(tmp_path / "1", rectification(progress(REGISTERED)), "en/" + PATH)
    told = shown(tmp_path / "2", rectification(progress(REGISTERED, "date: 2014-04-20, step: update")), "en/" + PATH)

    assert [badge.words for badge in silent.all(of_class="silent")] == ["No news for 60 days"]
    assert not told.all(of_class="silent")


def test_a_closing_shows_who_verified_it_the_notice_the_evidence_and_every_follow_up_visit(tmp_path: Path) -> None:
    notice = "date: 2014-03-06, step: notice, until: 2014-03-08"
    visit = "date: 2014-03-30, step: followed_up, verdict: basically, asked: 12"
    steps = progress(*DONE[:-1], notice, "date: 2014-03-09, step: closed", visit)
    text = f"follow_up_days: [10, 30, 90]\n{BAISHA}{rectification(steps)}"
    closing = context(planned(tmp_path / "1", text), "/rectifications/2014-001/", RectificationPage).closing

    assert closing
    assert closing.verified
    assert closing.notice
    assert (closing.verified.step.residents, str(closing.notice.until)) == (3, "2014-03-08")
    assert (closing.evidence, closing.objections) == (1, 0)
    assert [visit.state.value for visit in closing.follow_ups] == ["done", "missed", "due"]
    page = read(built(tmp_path / "2", text)["en/" + PATH])
    assert page.all("div", "standing")[0].all("p")[0].words == "Closed Follow-up visit missed"
    (listed,) = page.all("ul", "follow-ups")
    assert [re.findall("late|Missed|To come|Basically", item.words) for item in listed.all("li")] == [
        ["late", "Basically"],
        ["Missed"],
        ["To come"],
    ]


def test_only_what_is_closed_has_a_closing_and_an_unknown_day_makes_no_visit_due(tmp_path: Path) -> None:
    stated = "date: 2014-03-01, step: stated, state: closed, source: 台账"
    main = shown(tmp_path / "1", rectification(progress(stated)), "en/" + PATH)

    assert "The day of the closing is not known" in main.words
    assert not main.all("ul", "follow-ups")
    reopened = progress(*DONE, "date: 2014-03-09, step: reopened, reason: 又灭")
    assert page(tmp_path / "2", rectification(reopened)).closing is None


def test_what_came_before_a_ledger_began_to_tell_is_not_said_to_be_missing(tmp_path: Path) -> None:
    stated = "date: 2014-03-01, step: stated, state: public_notice, source: 台账"
    closed = progress(stated, "date: 2014-03-05, step: closed, evidence: 照片")
    main = shown(tmp_path, rectification(closed), "en/" + PATH)

    assert [fact.words for fact in main.all("dd") if "not published" in fact.words] == [
        "Earlier steps were not published",
        "Earlier steps were not published",
    ]


def test_a_merged_record_shows_what_it_went_into_and_that_one_shows_it(tmp_path: Path) -> None:
    text = rectification("title: 主件") + one(Group.MERGED, "2014-002", "title: 并件")
    merged = shown(tmp_path, text, "rectifications/2014-002/index.html")
    (standing,) = merged.all("div", "standing")

    assert [link.words for link in standing.all("a")] == ["主件"]
    assert [row.link.title.zh for row in page(tmp_path, text).related.rows] == ["并件"]


def test_the_three_voices_are_never_mixed(tmp_path: Path) -> None:
    verdict = "date: 2014-03-10, step: followed_up, verdict: satisfied, asked: 12"
    judged = "date: 2014-03-03, step: update, judged: 55%, extent: basically"
    objected = [
        "date: 2014-03-06, step: notice, until: 2014-03-20",
        "date: 2014-03-07, step: objected, reason: 夜里不亮",
    ]
    closed = page(tmp_path / "1", rectification(progress(*DONE, verdict))).voices
    disputed = page(tmp_path / "2", rectification(progress(*DONE[:3], judged, *DONE[3:5], *objected))).voices

    def kinds(*voices: object) -> list[list[str]]:
        return [[view.step.step.value for view in voice] for voice in voices if isinstance(voice, tuple)]

    assert kinds(closed.unit, closed.verified, closed.residents) == [
        ["submitted"],
        ["verified"],
        ["verified", "followed_up"],
    ]
    assert kinds(disputed.unit, disputed.residents) == [["update", "submitted"], ["verified", "objected"]]


def test_what_nobody_said_is_said_to_be_missing(tmp_path: Path) -> None:
    (voices,) = shown(tmp_path, rectification(), "en/" + PATH).all("section", "voices")

    assert [(voice.all("li"), len(voice.all("p", "quiet"))) for voice in voices.all("div", "voice")] == [([], 1)] * 3


def test_a_judged_percentage_is_the_units_word_and_leaves_the_record_open(tmp_path: Path) -> None:
    judged = "date: 2014-03-03, step: update, judged: 100%, extent: basically, by: baisha"
    text = rectification(progress(REGISTERED, judged))
    found = page(tmp_path, text)

    assert found.standing.group is Group.OPEN
    assert [str(view.step.judged and view.step.judged.value) for view in found.voices.unit] == ["100"]


def test_a_target_reached_by_all_but_one_unit_names_and_links_that_unit(tmp_path: Path) -> None:
    target = """
    targets:
      - id: lamps
        what: 路灯
        measure: 盏
        planned: 100
        results: [{date: 2014-04-01, value: 100}]
        by_unit:
          - {unit: baisha, planned: 99, results: [{date: 2014-04-01, value: 100}]}
          - {unit: kongpu, planned: 1, results: [{date: 2014-04-01, value: 0}]}
    """
    main = shown(tmp_path, record("unit", "kongpu", "title: 孔浦街道") + rectification(target), "en/" + PATH)
    (state,) = main.all("p", "target")

    assert state.words == "Not reached by: 孔浦街道"
    assert state.all("a")[0].attributes["href"] == "../../units/kongpu/"


def test_a_record_whose_first_step_is_how_things_stood_says_that_earlier_steps_are_unknown(tmp_path: Path) -> None:
    stated = "date: 2014-03-01, step: stated, state: in_progress, source: 台账"
    main = shown(tmp_path, rectification(progress(stated)), "en/" + PATH)

    assert "Earlier steps were not published" in main.words


def test_a_measure_has_its_own_deadline_as_long_as_the_whole_is_open(tmp_path: Path) -> None:
    measures = "measures: [{text: 换灯, due: 2014-04-20}, {text: 拉线, due: 2014-04-01, done: 2014-04-15}, 巡查]\n"
    late = page(tmp_path / "1", rectification(measures))
    done = page(tmp_path / "2", rectification(measures + progress(*DONE)))

    assert [view.overdue_days for view in late.measures] == [10, 0, 0]
    assert [view.overdue_days for view in done.measures] == [0, 0, 0]
