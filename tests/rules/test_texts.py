"""A body can be read, what it leads to opens, and what it shows is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import BAISHA, problems, record, where

NIGHTS = record("programme", "nights", "commitments: [{id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY}]")


def said(folder: Path, body: str, more: str = "") -> list[str]:
    return [problem.code for problem in problems(folder, BAISHA + record("page", "about", body=body) + more)]


@pytest.mark.parametrize(
    "link",
    [
        "https://www.nbjb.gov.cn/a?b=1#c",
        "http://a.cn",
        "HTTPS://a.cn/x",
        "#下一步",
        "#%E4%B8%8B%E4%B8%80%E6%AD%A5",
        "page:about#下一步",
        "unit:baisha",
        "page:about",
        "programme:nights#commitment:study",
    ],
)
def test_a_link_to_a_record_to_the_web_or_to_a_heading_opens(link: str, tmp_path: Path) -> None:
    assert said(tmp_path, f"[这里]({link})\n\n## 下一步\n", NIGHTS) == []


@pytest.mark.parametrize(
    "link", ["#nowhere", "#", "page:about#nowhere", "unit:baisha#下一步", "programme:nights#commitment:duty"]
)
def test_a_link_to_a_heading_that_is_not_there_leads_nowhere(link: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, BAISHA + NIGHTS + record("page", "about", body=f"[这里]({link})\n\n## 下一步\n"))

    assert found.code == "bad-link"
    assert f"No “#{link.partition('#')[2]}” is there" in found.why.en


def test_what_can_be_led_to_is_told_beside_what_can_not(tmp_path: Path) -> None:
    body = "[这里](#下一)\n\n## 现状\n\n## 下一步\n"
    (found,) = problems(tmp_path, BAISHA + record("page", "about", body=body))

    assert found.why.zh == "那里没有“#下一”，有的是：#现状、#下一步"


def test_a_translation_leads_to_its_own_headings_and_to_chinese_ones_where_there_are_no_others(tmp_path: Path) -> None:
    more = record("page", "more", body="## 后面") + record("page", "about", body="## 现状")
    english = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n## Now\n"

    def found(link: str) -> list[str]:
        every = problems(tmp_path / link, BAISHA + more + english + f"[x]({link})\n")
        return [problem.code for problem in every if not problem.note]

    assert found("#now") == found("page:about#now") == found("page:more#后面") == []
    assert found("#现状") == found("page:about#现状") == ["bad-link"]


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
        ("mailto:office", "bad-link"),
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


def test_a_picture_that_is_none_is_not_missing_too(tmp_path: Path) -> None:
    text = BAISHA + record("page", "about", body="![灯](lamp.png)") + "-- content/pages/lamp.png --\nBM\n"

    assert where(problems(tmp_path, text)) == ["content/pages/lamp.png:1:1 bad-image"]


def test_a_text_nested_without_end_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    english = "-- content/pages/about.en.md --\n---\ntitle: About\n---\n" + "- " * 3000 + "lamps\n"

    assert where(problems(tmp_path, BAISHA + record("page", "about", body="[此](page:gone)") + english)) == [
        "content/pages/about.en.md:4:1 too-tangled",
        "content/pages/about.zh.md:5:5 dangling-reference",
    ]


@pytest.mark.parametrize("body", ["见<!-- 内部 -->", "<b>重要</b>", "a<br>b", "<script>x</script>"])
def test_html_in_a_text_would_be_shown_as_it_stands_and_is_refused(body: str, tmp_path: Path) -> None:
    assert set(said(tmp_path, body)) == {"html-in-text"}


@pytest.mark.parametrize("body", ["3 < 5 且 7 > 6", "`<b>`", "```\n<b>\n```", "<https://a.cn/x>", "a <- b"])
def test_what_only_looks_like_html_is_words(body: str, tmp_path: Path) -> None:
    assert said(tmp_path, body) == []
