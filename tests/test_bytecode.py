"""Templates' code is kept for the next build, and what is not that code is not run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader
from markupsafe import Markup

from minusone.bytecode import Bytecode
from minusone.compiled import Compiled


class Counting(Compiled):
    """Counts how often a template is compiled."""

    def __init__(self, code: Bytecode, source: str = "{{ 1 }}") -> None:
        super().__init__({}, loader=DictLoader({"it": source}), bytecode_cache=code)
        self.times = 0

    def _generate(self, *args: object, **named: object) -> str:
        self.times += 1
        return super()._generate(*args, **named)  # type: ignore[arg-type]

    def said(self) -> str:
        return self.get_template("it").render()


def test_a_template_is_compiled_once_for_all_languages_and_once_for_all_builds(tmp_path: Path) -> None:
    code = Bytecode(tmp_path)
    first, second, next_build = Counting(code), Counting(code), Counting(Bytecode(tmp_path))

    assert [one.said() for one in (first, second, next_build)] == ["1"] * 3
    assert [one.times for one in (first, second, next_build)] == [1, 0, 0]


def test_without_a_folder_it_is_kept_as_long_as_the_build_lasts() -> None:
    code = Bytecode(None)
    first, second, next_build = Counting(code), Counting(code), Counting(Bytecode(None))

    assert [one.said() for one in (first, second, next_build)] == ["1"] * 3
    assert [one.times for one in (first, second, next_build)] == [1, 0, 1]


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    Counting(Bytecode(tmp_path)).said()
    changed = Counting(Bytecode(tmp_path), "{{ 2 }}")

    assert changed.said() == "2"
    assert changed.times == 1


def test_another_compiler_believes_nothing_that_this_one_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Counting(Bytecode(tmp_path)).said()
    monkeypatch.setattr("minusone.bytecode._COMPILER", bytes(32))
    other = Counting(Bytecode(tmp_path))

    assert (other.said(), other.times) == ("1", 1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_as_good_as_none(data: st.DataObject, tmp_path: Path) -> None:
    Counting(Bytecode(tmp_path)).said()
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from([b"", bytes([whole[at] ^ 1]), b"\x00" * 99]))
    file.write_bytes(whole[:at] + other + data.draw(st.sampled_from([b"", whole[at + 1 :]])))
    again = Counting(Bytecode(tmp_path))

    assert (again.said(), again.times) == ("1", 1)
    assert file.read_bytes() == whole


def test_where_nothing_can_be_kept_everything_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert Counting(Bytecode(tmp_path / "file")).said() == "1"
    assert Counting(Bytecode(tmp_path / "no" / "such" / "place")).said() == "1"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_words_are_no_part_of_the_code(tmp_path: Path) -> None:
    for said in ("首页", "Home"):
        jinja = Compiled(
            {"Home": Markup(said)}, loader=DictLoader({"it": "{{ _('Home') }}"}), bytecode_cache=Bytecode(tmp_path)
        )
        assert jinja.get_template("it").render() == said
