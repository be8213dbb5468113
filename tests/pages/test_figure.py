"""Every query has a page of its own: in words, with every record that it counts, what is lacking first."""

from __future__ import annotations

from pathlib import Path

import pytest

from minusone.pages.figure import worded
from minusone.queries import query
from minusone.reckoning.lifecycle import Group
from tests.built import Element, built, leads_to, linked, one, read
from tests.sites import BAISHA, record, site

CONTENT = (
    BAISHA
    + "-- content/units/baisha.en.md --\n---\ntitle: Baisha Street\n---\n"
    + record("unit", "kongpu", "title: 孔浦街道")
    + record("activity", "first", "title: 第一课\nform: lecture\ndate: 2014-03-04\nhours: 1.5")
    + record("activity", "second", "title: 第二课\nform: lecture\ndate: 2014-03-11")
    + one(Group.CLOSED, "2014-001")
    + one(Group.OVERDUE, "2014-002")
    + one(Group.OPEN, "2014-003")
)


def figure(tmp_path: Path, text: str, lang: str = "") -> Element:
    """The page of a figure that a page of the site shows."""
    html = built(tmp_path, CONTENT + record("page", "about", "title: 关于", f"{{{{ {text} }}}}"))
    return read(html[f"{lang}figures/{query(text).slug}/index.html"]).all("main")[0]


def targets(page: Element, path: str) -> list[str]:
    return [leads_to(path, title.all("a")[0]).split("/")[-2] for title in page.all("p", "title")]


def test_it_lists_every_record_that_it_counts_the_worst_first(tmp_path: Path) -> None:
    text = 'share("rectification", state="closed")'
    page = figure(tmp_path, text)

    assert targets(page, f"figures/{query(text).slug}/index.html") == ["2014-002", "2014-003", "2014-001"]
    assert "3 件中 1 件已销号，其余：路灯不亮；路灯不亮" in page.words


def test_other_records_stand_the_newest_first(tmp_path: Path) -> None:
    text = 'count("activity", form="lecture")'

    assert targets(figure(tmp_path, text), f"figures/{query(text).slug}/index.html") == ["second", "first"]


def test_a_sum_names_first_what_does_not_say_it(tmp_path: Path) -> None:
    rows = figure(tmp_path, 'sum("activity", "hours")').all("tr")[1:]

    assert [row.words for row in rows] == ["第二课 2014年3月11日 没有写明", "第一课 2014年3月4日 1.5"]


def test_of_nothing_it_says_so(tmp_path: Path) -> None:
    assert "这里没有记录。" in figure(tmp_path, 'list("visit")').words


def test_it_leads_back_to_the_texts_with_the_figure(tmp_path: Path) -> None:
    section = figure(tmp_path, 'count("unit")').all("section")[-1]

    assert [link.words for link in section.all("a")] == ["关于"]


def test_one_query_has_one_page_however_often_and_however_it_is_written(tmp_path: Path) -> None:
    asked = ['count("activity", form="lecture")', "count（“activity”，form=党课）"]
    texts = "".join(record("page", f"p{n}", body=f"{{{{ {text} }}}} {{{{ {text} }}}}") for n, text in enumerate(asked))
    pages = [path for path in built(tmp_path, CONTENT + texts) if path.startswith("figures/")]

    assert pages == ["figures/count--activity--form-lecture/index.html"]


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ('count("activity")', "活动", "Activities"),
        (
            'count("activity", form="field_research", from="2014-02-25")',
            "活动（形式：调研；2014年2月25日起）",
            "Activities – form: field research; from 25 February 2014",
        ),
        (
            'sum("activity", "hours", to="2014-03")',
            "活动的时长（小时）合计（至2014年3月）",
            "Activities, hours in all – until March 2014",
        ),
        (
            'share("rectification", state="closed", unit="baisha")',
            "整改（责任或牵头单位：白沙街道；已销号）",
            "Rectifications – responsible or lead unit: Baisha Street; closed",
        ),
        (
            'list("rectification", group="overdue", sample="no")',
            "整改（非示例；逾期未完成）",
            "Rectifications – not sample; overdue",
        ),
        ('count("activity", units="kongpu")', "活动（单位：孔浦街道）", None),
    ],
)
def test_what_is_counted_is_said_in_words(text: str, zh: str, en: str | None, tmp_path: Path) -> None:
    said = worded(linked(site(tmp_path, CONTENT)), query(text))

    assert (said.zh, said.en) == (zh, en)


def test_a_report_that_is_over_asks_by_its_last_day_and_so_does_the_figures_page(tmp_path: Path) -> None:
    asked = '{{ count("rectification", group="overdue") }}'
    late = one(Group.OVERDUE, "2014-001", "deadline: 2014-04-20")
    closed = one(Group.CLOSED, "2014-002")
    text = record("report", "march", body=asked) + record("report", "april", "period: 2014-04", asked)
    text += record("page", "about", body=asked)
    pages = built(tmp_path, BAISHA + late + closed + text)
    name = "figures/count--rectification--group-overdue"

    def figures(path: str) -> list[tuple[str, str]]:
        links = read(pages[path]).all("div", "body")[0].all("a", "figure")
        return [(link.words, leads_to(path, link)) for link in links]

    assert figures("reports/march/index.html") == [("0", f"{name}--on-2014-03-31/index.html")]
    assert figures("reports/april/index.html") == figures("pages/about/index.html") == [("1", f"{name}/index.html")]
    (then,) = read(pages[f"{name}--on-2014-03-31/index.html"]).all("main")
    assert "整改（逾期未完成；2014年3月31日的情况）" in then.words
    assert "截至 2014年3月31日" in then.words
    assert [link.words for link in then.all("section")[-1].all("a")] == ["三月通报"]


REPORTED = """
figures:
  - {what: 上课, value: 3, unit: 场, parts: [{what: 白沙, value: 2}, {what: 孔浦, value: 1}],
     records: 'count("activity", form="lecture")'}
sources: 三月的报道
"""


def test_a_reported_figure_stands_beside_what_the_records_say_marked_as_reported(tmp_path: Path) -> None:
    pages = built(tmp_path, CONTENT + record("report", "march", REPORTED))
    (cell,) = (one for one in read(pages["reports/march/index.html"]).all("td") if one.all(of_class="reported"))

    assert [one.words for one in cell.all(of_class="reported")] == ["3 场 转载", "白沙：2孔浦：1"]
    assert cell.all("p")[0].words == "站内记录：2"
    assert cell.all("a", "figure")
    assert "来源：三月的报道" in read(pages["reports/march/index.html"]).words
