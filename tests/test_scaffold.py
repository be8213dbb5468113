"""`new`: an editor gets a file in which every field is explained, and nothing that was there is touched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from minusone import check, load, scaffold
from minusone.cli import main
from minusone.frontmatter import split
from minusone.kinds import KINDS
from minusone.pipeline import check_all
from minusone.places import Places
from minusone.scaffold import RefusedError
from minusone.schema import Record, Term, about
from minusone.words import LANGS, Lang, Words
from tests.sites import BAISHA, LEAST, TODAY, record, rectification, site

ALL_KINDS = pytest.mark.parametrize("kind", KINDS)
BOTH_LANGUAGES = pytest.mark.parametrize("lang", LANGS)


def created(folder: Path, kind: str, lang: Lang = "zh", text: str = "") -> tuple[Places, str, str]:
    """A site with a new record `new-1`: its places, and what stands in the two files."""
    places = site(folder, text)
    chinese, english = scaffold.create(places, None, kind, "new-1", lang)
    return places, chinese.read_text("utf-8"), english.read_text("utf-8")


def uncommented(text: str) -> str:
    """The file with every field that may be left out put in."""
    return re.sub(r"^#(?! \S)", "", text, flags=re.MULTILINE)


def filled_in(text: str, kind: str) -> str:
    """The file with something in every field that stood there blank."""
    for name, value in LEAST[kind].items():
        text = re.sub(rf"^{name}:$(?!\n )", f"{name}: {value}", text, flags=re.MULTILINE)
    return text


def wrong_with(kind: type[Record], text: str) -> set[str]:
    """The codes of what is wrong with a Chinese file, looked at alone."""
    matter = split("new-1.zh.md", text)
    _, problems = check.one(load.Source("new-1.zh.md", kind, "new-1", "zh", matter))
    return {problem.code for problem in [*matter.problems, *problems]}


# --- the Chinese file ------------------------------------------------------------------------------------------------


@ALL_KINDS
@BOTH_LANGUAGES
def test_check_says_only_what_is_still_to_be_written(tmp_path: Path, kind: str, lang: Lang) -> None:
    places, chinese, _ = created(tmp_path, kind, lang)
    problems, _ = check_all(places, None, workers=1)
    assert problems
    assert {(problem.path, problem.code) for problem in problems} == {
        (f"content/{KINDS[kind].folder}/new-1.zh.md", "missing-field")
    }
    lines = chinese.split("\n")
    assert all(re.fullmatch(r"\w+:", lines[problem.mark.line - 1]) for problem in problems)


@ALL_KINDS
def test_once_filled_in_the_record_is_good(tmp_path: Path, kind: str) -> None:
    _, chinese, _ = created(tmp_path, kind)
    assert wrong_with(KINDS[kind], filled_in(chinese, kind)) == set()


@ALL_KINDS
@BOTH_LANGUAGES
def test_the_fields_that_may_be_left_out_are_only_a_hash_away(tmp_path: Path, kind: str, lang: Lang) -> None:
    _, chinese, _ = created(tmp_path, kind, lang)
    whole = uncommented(filled_in(chinese, kind))
    assert wrong_with(KINDS[kind], whole) <= {"missing-field"}
    assert set(split("new-1.zh.md", whole).data) == set(KINDS[kind].model_fields) - {"body"}


@ALL_KINDS
@BOTH_LANGUAGES
def test_every_field_is_explained(tmp_path: Path, kind: str, lang: Lang) -> None:
    _, chinese, _ = created(tmp_path, kind, lang)
    for info in KINDS[kind].model_fields.values():
        said = about(info)
        assert f"# {said.label.to(lang)}" in chinese
        assert said.help.to(lang) in chinese


@ALL_KINDS
def test_what_must_be_filled_in_comes_first(tmp_path: Path, kind: str) -> None:
    _, chinese, _ = created(tmp_path, kind)
    named = re.findall(r"^#?(\w+):", chinese, re.MULTILINE)
    required = [KINDS[kind].model_fields[name].is_required() for name in named]
    assert required == sorted(required, reverse=True)


def test_terms_are_listed_with_their_meanings(tmp_path: Path) -> None:
    _, chinese, _ = created(tmp_path / "zh", "activity", "zh")
    _, english, _ = created(tmp_path / "en", "activity", "en")
    forms = KINDS["activity"].model_fields["form"].annotation
    assert isinstance(forms, type)
    assert issubclass(forms, Term)
    for form in forms:
        assert f"{form.value} {form.label.zh}" in chinese
        assert f"{form.value} {form.label.en}" in english


def test_a_reference_says_whose_id_it_takes(tmp_path: Path) -> None:
    _, chinese, _ = created(tmp_path, "visit")
    assert "# 填督导组的编号\nteam:\n" in chinese


def test_a_rectification_begins_with_its_registration_today(tmp_path: Path) -> None:
    _, chinese, _ = created(tmp_path, "rectification")
    assert split("x.zh.md", chinese).data["progress"] == [{"date": "2014-04-30", "step": "registered"}]


def test_the_day_that_is_given_counts_as_today(tmp_path: Path) -> None:
    chinese, _ = scaffold.create(site(tmp_path, ""), TODAY.replace(day=1), "activity", "night-1", "zh")
    assert "\ndate: 2014-04-01\n" in chinese.read_text("utf-8")


# --- the translation -------------------------------------------------------------------------------------------------


@ALL_KINDS
def test_a_translation_not_yet_begun_is_no_problem(tmp_path: Path, kind: str) -> None:
    _, _, english = created(tmp_path / "new", kind)
    text = record(kind, "new-1") + f"-- content/{KINDS[kind].folder}/new-1.en.md --\n" + english
    problems = check_all(site(tmp_path / "old", text), None, workers=1)[0]
    assert [problem for problem in problems if problem.path.endswith(".en.md")] == []


@ALL_KINDS
def test_a_translation_asks_for_words_and_never_for_facts(tmp_path: Path, kind: str) -> None:
    _, _, english = created(tmp_path, kind)
    data = split("new-1.en.md", uncommented(english)).data
    fields = KINDS[kind].model_fields
    words = {name for name, info in fields.items() if info.annotation in (Words, Words | None)}
    assert words - {"memo", "body"} <= set(data)
    assert not {"id", "memo", "sample", "date", "type", "unit", "units", "deadline"} & set(data)
    assert data["title"] is None


def test_a_translation_asks_for_the_words_of_steps_and_measures(tmp_path: Path) -> None:
    _, _, english = created(tmp_path, "rectification")
    data = split("new-1.en.md", uncommented(english)).data
    assert data["measures"] == [{"text": None}]
    assert data["progress"] == [dict.fromkeys(["note", "evidence", "reason", "source", "basis"])]


# --- the files -------------------------------------------------------------------------------------------------------


@ALL_KINDS
def test_files_are_utf8_with_plain_line_ends(tmp_path: Path, kind: str) -> None:
    for file in scaffold.create(site(tmp_path, ""), None, kind, "new-1", "zh"):
        data = file.read_bytes()
        assert b"\r" not in data
        assert data.endswith(b"\n---\n")
        data.decode("utf-8")


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    places = site(tmp_path, "-- content/units/wenjiao.en.md --\nmine\n")
    with pytest.raises(RefusedError, match="there already"):
        scaffold.create(places, None, "unit", "wenjiao", "zh")
    assert [file.name for file in (places.content / "units").iterdir()] == ["wenjiao.en.md"]
    assert (places.content / "units/wenjiao.en.md").read_text("utf-8") == "mine\n"


# --- what it is called -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["rectification", "rectifications", "整改"])
def test_a_kind_may_be_named_by_name_by_folder_or_in_chinese(tmp_path: Path, word: str) -> None:
    files = scaffold.create(site(tmp_path, ""), None, word, "2014-007", "zh")
    folder = tmp_path / "content/rectifications"
    assert files == [folder / "2014-007.zh.md", folder / "2014-007.en.md"]


@pytest.mark.parametrize(("word", "nearest"), [("activty", "activity"), ("进展", "进展通报")])
def test_an_unknown_kind_is_answered_with_the_nearest(tmp_path: Path, word: str, nearest: str) -> None:
    with pytest.raises(RefusedError) as refused:
        scaffold.create(site(tmp_path, ""), None, word, "x", "zh")
    assert f"是不是“{nearest}”" in refused.value.words.zh
    assert f"Did you mean “{nearest}”" in refused.value.words.en


def test_a_rectification_without_a_name_gets_the_next_number_of_the_year(tmp_path: Path) -> None:
    """A gap may be a number that was used once; one in a file that can't be read counts too."""
    text = rectification(id="2014-002") + rectification(id="2013-040")
    places = site(tmp_path, text + "-- content/rectifications/2014-004-parking.zh.md --\nnot yet\n")
    assert scaffold.create(places, None, "整改", None, "zh")[0].name == "2014-005.zh.md"


def test_the_first_rectification_of_a_year_is_number_one(tmp_path: Path) -> None:
    assert scaffold.create(site(tmp_path, ""), None, "整改", None, "zh")[0].name == "2014-001.zh.md"


def test_any_other_kind_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="Give an id"):
        scaffold.create(site(tmp_path, ""), None, "activity", None, "zh")


@pytest.mark.parametrize("name", ["Baisha", "白沙", "../baisha", "con", "a b"])
def test_an_id_that_can_not_be_used_is_refused_in_the_words_of_the_check(tmp_path: Path, name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        scaffold.create(site(tmp_path, ""), None, "unit", name, "zh")
    assert refused.value.words.zh.startswith(f"编号“{name}”不能用")
    assert refused.value.words.en.startswith(f"The id “{name}” can't be used")


def test_an_id_that_another_file_has_is_refused(tmp_path: Path) -> None:
    places = site(tmp_path, BAISHA.replace("units/baisha", "units/white-sand"))
    with pytest.raises(RefusedError, match="white-sand"):
        scaffold.create(places, None, "unit", "baisha", "zh")


# --- the command -----------------------------------------------------------------------------------------------------


def test_the_command_says_which_files_it_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    made = CliRunner().invoke(main, ["new", "unit", "wenjiao"])
    assert made.exit_code == 0
    files = [Path("content/units/wenjiao.zh.md"), Path("content/units/wenjiao.en.md")]
    assert made.stdout.splitlines() == [f"Made {file}" for file in files]


def test_the_command_ends_with_2_when_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "zh")
    made = CliRunner().invoke(main, ["new", "unit"])
    assert made.exit_code == 2
    assert "请在种类后面写上编号" in made.stderr
