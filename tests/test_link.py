"""What the public may see is all that a site can show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from minusone import rebuild
from minusone.check import one as checked
from minusone.frontmatter import split
from minusone.kinds.rectification import Rectification
from minusone.link import WITHHELD
from minusone.load import Source
from minusone.schema import Part, Ref, leaves
from minusone.words import Words
from tests.built import held, linked, places
from tests.sites import BAISHA, FOLDERS, LEAST, files, problems, progress, record, rectification, site, where

# --- what is withheld or internal ------------------------------------------------------------------------------------

SECRETS = """\
-- content/rectifications/2014-001.zh.md --
---
id: 2014-001
title: 密标题
summary: 密摘要
memo: 密备注
sources: [{text: 密出处}]
found: {date: 2014-03-01, channel: hotline, prompt: unhappy, by: activity:night}
area: baisha
topic: streets
unit: baisha
leader: 密领导
lead_leader: 密牵头
track: [immediate, deadline]
deadline: 2014-06-30
target: 密目标
targets:
  - {id: a, what: 密数什么, measure: 密单位, planned_words: 密计划, by_unit: [{unit: baisha, planned: 77123}]}
measures: [{text: 密措施, due: 2014-05-31}]
money: {planned: 66123}
source_numbers: 密编号
wordings: [{until: 2014-03-03, title: 密旧题}]
pictures: {file: secret-a.png, alt: 密图, caption: 密图注}
progress:
  - {date: 2014-03-02, step: stated, state: in_progress, source: 密现状, note: 密说明}
  - date: 2014-03-03
    step: submitted
    evidence: {text: 密佐证, picture: {file: secret-b.png, alt: 密证图, caption: 密证图注}}
  - {date: 2014-03-04, step: returned, reason: 密理由}
  - {date: 2014-03-04, step: extended, deadline: 2014-07-31, reason: 密延期, approved_by: kongpu}
  - {date: 2014-03-05, step: withheld, basis: 政府信息公开条例第十五条, note: 密附言}
---
密正文 ![密文中图](secret-c.png)
-- content/rectifications/2014-001.en.md --
---
title: hush title
summary: hush summary
sources: [hush source]
leader: hush leader
lead_leader: hush lead
target: hush target
targets: [{what: hush what, measure: hush measure, planned_words: hush plan}]
measures: [hush measure]
source_numbers: [hush number]
wordings: [{title: hush wording}]
pictures: [{alt: hush alt, caption: hush caption}]
progress:
  - {source: hush said, note: hush note}
  - {evidence: [{text: hush evidence, picture: {alt: hush alternative, caption: hush line}}]}
  - {reason: hush reason}
  - {reason: hush delay}
  - {basis: Article 15 of the regulations, note: hush last}
---
hush body
-- content/rectifications/secret-a.png --
-- content/rectifications/secret-b.png --
-- content/rectifications/secret-c.png --
"""
"""A withheld record that says 密 or hush wherever it can say anything, but for the legal basis."""

NIGHT = record("unit", "kongpu") + record("activity", "night", body="走访中发现了[一件事](rectification:2014-001)。")
SECRET = re.compile(r"密|hush|secret|77123|66123|77,123|66,123")


def words_in(part: type[Part]) -> Iterator[tuple[str, ...]]:
    """The field names that lead to every place for words that a part declares."""
    for name, info in part.model_fields.items():
        for kind in _kinds(info.annotation):
            if kind is Words:
                yield (name,)
            elif issubclass(kind, Part):
                yield from ((name, *rest) for rest in words_in(kind))


def _kinds(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for inner in get_args(annotation):
        yield from _kinds(inner)


def test_the_withheld_record_of_these_tests_says_something_secret_wherever_words_may_stand() -> None:
    text = files(SECRETS)["content/rectifications/2014-001.zh.md"][2]
    secret, problems = checked(Source("a", Rectification, "a", "zh", split("a", text)))
    assert secret, problems
    said = {
        tuple(key for key in path if isinstance(key, str))
        for path, value, _ in leaves(secret)
        if isinstance(value, Words)
    }

    assert said == set(words_in(Rectification))


def test_of_a_withheld_record_the_id_and_the_legal_basis_stay_and_nothing_that_it_said(tmp_path: Path) -> None:
    here = places(tmp_path, BAISHA + SECRETS + NIGHT)
    rebuild.build(here, None, workers=1)

    for path, data in held(here.out).items():
        assert not SECRET.search(path + data.decode("utf-8", "replace")), path
    for page, basis in (("", "政府信息公开条例第十五条"), ("en/", "Article 15 of the regulations")):
        html = (here.out / f"{page}rectifications/2014-001/index.html").read_text("utf-8")
        assert "2014-001" in html
        assert basis in html


def test_a_withheld_record_is_not_in_what_templates_are_given(tmp_path: Path) -> None:
    public = linked(site(tmp_path, BAISHA + SECRETS + NIGHT))
    shown = public.records[Ref("rectification", "2014-001")]
    said = {value.zh for _, value, _ in leaves(shown) if isinstance(value, Words)}

    assert said == {WITHHELD.zh, "政府信息公开条例第十五条"}
    assert public.pictures == {}


def test_of_a_withheld_record_it_is_known_that_its_deadline_moved_but_not_the_words_that_said_why(
    tmp_path: Path,
) -> None:
    standing = linked(site(tmp_path, BAISHA + SECRETS + NIGHT)).standings["2014-001"]

    assert [(move.after.form, move.reason) for move in standing.moves] == [("2014-07-31", None)]
    assert standing.reason is None


def test_a_record_that_was_withheld_before_it_came_here_keeps_its_legal_basis_too(tmp_path: Path) -> None:
    step = "date: 2014-03-01, step: stated, state: withheld, source: 密台账, basis: 条例第十五条, note: 密说明"
    public = linked(site(tmp_path, BAISHA + rectification("title: 密标题\n" + progress(step))))
    shown = public.records[Ref("rectification", "2014-001")]

    assert {value.zh for _, value, _ in leaves(shown) if isinstance(value, Words)} == {WITHHELD.zh, "条例第十五条"}


@pytest.mark.parametrize("kind", LEAST)
def test_an_internal_record_and_an_internal_field_reach_no_byte_of_the_site(kind: str, tmp_path: Path) -> None:
    least = BAISHA + record("team", "province") + (record("unit", "kongpu", "title: 孔浦街道"))
    hidden = record(
        kind,
        "secret-9",
        "title: 密标题\nsummary: 密摘要\nsources: 密出处\nmemo: 密备注\ninternal: yes",
        "密正文 ![密](secret.png)",
    )
    shown = record(kind, "shown-9", "memo: 密备注")
    here = places(tmp_path, least + hidden + f"-- content/{FOLDERS[kind]}/secret.png --\n" + shown)
    rebuild.build(here, None, workers=1)
    files = held(here.out)

    assert f"{FOLDERS[kind]}/shown-9/index.html" in files
    assert all(public.memo is None for public in linked(here).records.values())
    for path, data in files.items():
        assert not SECRET.search(path + data.decode("utf-8", "replace")), path


def test_a_public_record_names_no_class_of_which_the_public_may_see_no_member(tmp_path: Path) -> None:
    village = record("unit", "secret-9", "title: 密村\ntype: village\ninternal: yes")
    named = {name: rectification(f"supporting: each:village\ninternal: {name}", id=name) for name in ("yes", "no")}

    assert where(problems(tmp_path, BAISHA + village + named["yes"] + named["no"])) == [
        "content/rectifications/no.zh.md:3:13 empty-class"
    ]


# --- pictures --------------------------------------------------------------------------------------------------------

PICTURES = "".join(f"-- content/rectifications/{name}.png --\n" for name in ("field", "step", "body", "nobody"))


def test_a_picture_is_published_when_a_public_record_shows_it(tmp_path: Path) -> None:
    shown = rectification(
        """
        pictures: {file: field.png, alt: 路灯}
        progress:
          - {date: 2014-03-01, step: registered, evidence: {text: 照片, picture: {file: step.png, alt: 灯亮了}}}
        """,
        body="![路口](body.png)",
    )
    here = places(tmp_path, BAISHA + shown + PICTURES)
    rebuild.build(here, None, workers=1)

    published = [path for path in held(here.out) if path.endswith(".png") and not path.startswith("assets/")]
    assert sorted(published) == [f"rectifications/pictures/{name}.png" for name in ("body", "field", "step")]


# --- backlinks -------------------------------------------------------------------------------------------------------


def test_whoever_names_a_record_in_a_field_or_in_a_body_is_known_there_once(tmp_path: Path) -> None:
    public = linked(
        site(
            tmp_path,
            BAISHA
            + rectification("found: {date: 2014-03-01, by: activity:night}", "见[夜学](activity:night#下一步)")
            + record("page", "about", body="[夜学](activity:night)、[又一次](activity:night)、[网](https://a.cn/)")
            + "-- content/pages/about.en.md --\n---\ntitle: About\n---\nOnly here: [it](rectification:2014-001)\n"
            + record("activity", "night", "units: [baisha, baisha]", "[自己](activity:night)\n\n## 下一步"),
        )
    )
    about, lamp, night = Ref("page", "about"), Ref("rectification", "2014-001"), Ref("activity", "night")

    assert public.backlinks[night] == (about, lamp)
    assert public.backlinks[lamp] == (about,)
    assert public.backlinks[Ref("unit", "baisha")] == (night, lamp)
    assert about not in public.backlinks


def test_a_commitment_that_is_fulfilled_leads_back_to_its_programme(tmp_path: Path) -> None:
    five = "commitments: [{id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY}]"
    text = BAISHA + record("programme", "five", five) + record("activity", "night", "fulfils: five#study")
    backlinks = linked(site(tmp_path, text)).backlinks

    assert backlinks[Ref("programme", "five")] == (Ref("activity", "night"),)


def test_nobody_is_led_back_by_what_is_internal_or_by_the_words_of_what_is_withheld(tmp_path: Path) -> None:
    internal = record("page", "secret-9", "internal: yes", "[关于](page:about)")
    step = "date: 2014-03-02, step: withheld, basis: 条例第十五条"
    withheld = rectification(progress("date: 2014-03-01, step: registered", step), "[关于](page:about)")
    backlinks = linked(site(tmp_path, BAISHA + record("page", "about") + internal + withheld)).backlinks

    assert backlinks == {Ref("unit", "baisha"): (Ref("rectification", "2014-001"),)}
