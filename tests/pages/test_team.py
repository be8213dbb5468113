"""A supervision group's page: each principle beside what the records say of it, whoever was never looked at first."""

from __future__ import annotations

from pathlib import Path

from minusone.kinds.team import Aspect
from minusone.pages.team import TeamPage
from tests.built import built, context, planned, read
from tests.sites import BAISHA, record

TEXT = (
    record("unit", "jiangbei", "title: 江北区\ntype: district")
    + BAISHA.replace("type: street", "type: street\nparent: jiangbei")
    + record("unit", "kongpu", "title: 孔浦街道\nparent: jiangbei")
    + record("unit", "gongyi", "title: 公益村\ntype: village\nparent: kongpu")
    + record("unit", "cicheng", "title: 慈城镇\ntype: town\nparent: jiangbei")
    + record(
        "team",
        "province",
        """
        to: jiangbei
        principles:
          - {title: 坚持提建议, shown_by: advice}
          - {title: 坚持学习}
          - {title: 常走, shown_by: 深入一线了解情况}
        """,
    )
    + record("team", "city", "title: 市督导组\nto: jiangbei")
    + record("visit", "first", "units: gongyi\nplaces: [公益村, 渡口]")
    + record(
        "visit",
        "second",
        "units: [jiangbei, kongpu]\nmethods: [reading_files, field_research]\nplaces: 渡口\ndate: 2014-04-01",
    )
    + record("visit", "others", "team: city\nunits: cicheng\nrecommendations: {text: 改, to: baisha}")
)


def test_units_that_no_visit_named_are_told_by_name(tmp_path: Path) -> None:
    looked = context(planned(tmp_path, TEXT), "/teams/province/", TeamPage).looked

    assert [link.address for link in looked.never] == ["/units/baisha/", "/units/cicheng/"]
    assert [(link.address, times) for link, times in looked.units] == [("/units/kongpu/", 2), ("/units/gongyi/", 1)]


def test_a_place_is_named_once_with_every_visit_there(tmp_path: Path) -> None:
    places = context(planned(tmp_path, TEXT), "/teams/province/", TeamPage).looked.places

    assert [(place.zh, [link.address for link in visits]) for place, visits in places] == [
        ("渡口", ["/visits/second/", "/visits/first/"]),
        ("公益村", ["/visits/first/"]),
    ]


def test_each_principle_stands_with_the_records_that_show_it_and_no_aspect_is_left_out(tmp_path: Path) -> None:
    page = context(planned(tmp_path, TEXT), "/teams/province/", TeamPage)

    assert [(aspect, principle and principle.title.zh) for aspect, principle in page.principles] == [
        (Aspect.FRONT_LINE, "常走"),
        (Aspect.CONTACT, None),
        (Aspect.ADVICE, "坚持提建议"),
    ]
    assert [principle.title.zh for principle in page.others] == ["坚持学习"]


def test_a_group_is_told_by_its_own_recommendations_alone(tmp_path: Path) -> None:
    pages = planned(tmp_path, TEXT)
    province, city = (context(pages, f"/teams/{id_}/", TeamPage) for id_ in ("province", "city"))

    assert (province.tally.made, province.waiting, province.at_work, province.done) == (0, (), (), ())
    assert (city.tally.made, city.tally.left, len(city.waiting)) == (1, 1, 1)


def test_what_was_never_looked_at_is_read_before_what_was(tmp_path: Path) -> None:
    page = read(built(tmp_path, TEXT)["en/teams/province/index.html"])
    section = next(one for one in page.all("section") if one.attributes.get("id") == "front-line")

    assert [heading.words for heading in section.all("h3")] == [
        "Units with no visit on record 2",
        "Units visited 2",
        "Places visited",
        "Methods",
    ]
    assert section.all("ul")[-1].all("li")[0].words.endswith("not on record")
