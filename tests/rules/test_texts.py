"""What a body leads to opens, and what it shows is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, record, where


def said(folder: Path, body: str, more: str = "") -> list[str]:
    return [problem.code for problem in problems(folder, BAISHA + record("page", "about", body=body) + more)]


@pytest.mark.parametrize(
    "link",
    ["https://www.nbjb.gov.cn/a?b=1#c", "http://a.cn", "#下一步", "unit:baisha", "unit:baisha#下一步", "page:about"],
)
def test_a_link_to_a_record_to_the_web_or_to_a_heading_opens(link: str, tmp_path: Path) -> None:
    assert said(tmp_path, f"[这里]({link})") == []


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("unit:gone", "dangling-reference"),
        ("page:baisha", "dangling-reference"),
        ("about.zh.md", "bad-link"),
        ("/units/baisha/", "bad-link"),
        ("//a.cn/x", "bad-link"),
        ("https://nowhere", "bad-link"),
        ("ftp://a.cn/x", "bad-link"),
        ("mailto:a@b.cn", "bad-link"),
        ("javascript:alert(1)", "bad-link"),
        ("street:baisha", "bad-link"),
        ("", "bad-link"),
    ],
)
def test_any_other_link_leads_nowhere(link: str, code: str, tmp_path: Path) -> None:
    assert said(tmp_path, f"[这里]({link})") == [code]


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        ("![灯](lamp.png)", []),
        ("![](lamp.png)", ["no-alt"]),
        ("![灯](gone.png)", ["missing-image"]),
        ("![](gone.png)", ["missing-image", "no-alt"]),
        ("![灯](lamp.bmp)", ["bad-image"]),
        ("![灯](/lamp.png)", ["bad-image"]),
        ("![灯](https://a.cn/lamp.png)", ["bad-image"]),
        ("![灯](data:image/png,x)", ["bad-image"]),
    ],
)
def test_a_picture_lies_beside_its_record_and_has_words_for_who_can_not_see_it(
    picture: str, code: list[str], tmp_path: Path
) -> None:
    assert said(tmp_path, picture, "-- content/pages/lamp.png --\n") == code


def test_a_link_is_found_where_it_is_even_after_a_longer_one_that_begins_alike(tmp_path: Path) -> None:
    text = BAISHA + record("page", "about", body="[一](unit:baisha-1)\n[二](unit:baisha-1 '题') [三](unit:bai)")

    assert where(problems(tmp_path, text)) == [
        "content/pages/about.zh.md:5:5 dangling-reference",
        "content/pages/about.zh.md:6:28 dangling-reference",
    ]


def test_pictures_of_fields_are_looked_for_too_wherever_they_stand(tmp_path: Path) -> None:
    text = BAISHA + record("activity", "talk", "pictures: [{file: lamp.png, alt: 灯}, {file: gone.png, alt: 灯}]")

    assert where(problems(tmp_path, text + "-- content/activities/lamp.png --\n")) == [
        "content/activities/talk.zh.md:3:45 missing-image"
    ]


def test_a_problem_in_a_translated_body_is_said_of_the_translation(tmp_path: Path) -> None:
    english = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n\nSee\n[here](page:gone).\n"

    assert where(problems(tmp_path, BAISHA + record("page", "about", body="见此") + english)) == [
        "content/pages/about.en.md:6:8 dangling-reference"
    ]
