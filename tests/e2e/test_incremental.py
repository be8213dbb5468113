"""Incremental is never wrong: after any edits, what a build left is what a build from nothing makes, byte for byte."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from minusone import rebuild
from minusone.places import Places
from minusone.problems import ContentError
from tests.built import DONE, TEMPLATES, held
from tests.sites import BAISHA, PIXEL, progress, record, rectification, site

SITE = (
    "address: https://small.example/\n"
    + BAISHA
    + record("team", "province")
    + record("programme", "nights", body="# 一\n\n夜学。")
    + record("activity", "study", "programme: nights", body="讲了[路灯](rectification:2014-001)。")
    + record("visit", "look", "recommendations: [{text: 修好, to: baisha, due: 2014-04-10}]")
    + rectification("deadline: 2014-04-20", body="共有 {{ count('activity') }} 次。")
    + rectification(progress(*DONE), id="2014-002", body="路灯修好了。\n\n![灯](lamp.png)")
    + record("report", "march", body="三月。")
    + record("page", "about", "menu: true", body="本站说明。")
    + "-- content/rectifications/lamp.png --\n"
    + "-- content/activities/study.en.md --\n---\ntitle: Night study\n---\nAbout the [lamp](rectification:2014-001).\n"
    + "-- content/rectifications/2014-002.en.md --\n---\ntitle: Lamp\n---\nThe lamp works again.\n\n![Lamp](lamp.png)\n"
    + "-- content/pages/about.en.md --\n---\ntitle: About\n---\nAbout this site.\n"
)
WORDS = ("灯亮了", "共 3 件整改", "新的词", "**重**", "第二段\n\n第三段", "a word", "{{ count('visit') }}", "# 小标题")
LINKS = (
    "[它](rectification:2014-001)",
    "[它](unit:baisha)",
    "[它](page:gone)",
    "![灯](lamp.png)",
    "[远](https://a.example/)",
)

MEMORY = Path("/dev/shm")
"""Where there is such a place: a thousand sites are made and removed, which a disk would be slow to keep."""

Outcome = dict[str, bytes] | tuple[str, ...]
"""Each file's digest, as many sites are kept, by its path."""


def digests(folder: Path) -> dict[str, bytes]:
    return {path: sha256(data).digest() for path, data in held(folder).items()}


def outcome(places: Places, today: date, *, portable: bool) -> Outcome:
    """The site that is there after a build, or what is said to be wrong."""
    try:
        rebuild.build(places, today, 1, portable)
    except ContentError as error:
        return tuple(sorted(map(repr, error.problems)))
    return digests(places.out)


class Edits(RuleBasedStateMachine):
    """An office at work, with a build after each save."""

    from_nothing: dict[bytes, Outcome]
    """By the digest of all that a build goes by: what is made of it is always the same, and made once."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="minusone-", dir=MEMORY if MEMORY.is_dir() else None))
        self.places = site(self.folder / "office", SITE)
        shutil.copytree(TEMPLATES, self.places.templates)
        self.today, self.portable, self.number = date(2014, 4, 30), False, 0
        self.undo: tuple[Path, bytes] | None = None
        self.compare()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def compare(self) -> None:
        """Build from nothing what a build after the last one is to make; the sources are the same for both."""
        sources = self.sources()
        if sources not in self.from_nothing:
            self.from_nothing[sources] = self.made_from_nothing()
        wanted = self.from_nothing[sources]
        made = outcome(self.places, self.today, portable=self.portable)
        if isinstance(wanted, tuple) or isinstance(made, tuple):
            assert made == wanted
        else:
            assert made.keys() == wanted.keys()
            assert [path for path in wanted if made[path] != wanted[path]] == []

    def sources(self) -> bytes:
        said = [sorted(digests(folder).items()) for folder in (self.places.content, self.places.templates)]
        return sha256(repr((said, self.places.config.read_bytes(), self.today, self.portable)).encode()).digest()

    def made_from_nothing(self) -> Outcome:
        content = self.folder / "content"
        shutil.copytree(self.places.content, content)
        fresh = replace(self.places, content=content, out=self.folder / "fresh")
        made = outcome(fresh, self.today, portable=self.portable)
        for left in (content, fresh.out, self.folder / ".fresh.cache"):
            shutil.rmtree(left, ignore_errors=True)
        return made

    # --- what the office does ---

    def texts(self, ends: str = ".md") -> list[Path]:
        return sorted(self.places.content.rglob(f"*{ends}"))

    def has_texts(self) -> bool:
        """An office may delete its last record; then there is none to edit."""
        return bool(self.texts())

    def has_records(self) -> bool:
        return bool(self.texts(".zh.md"))

    def write(self, file: Path, data: bytes) -> None:
        self.undo = (file, file.read_bytes()) if file.exists() else None
        file.write_bytes(data)

    def edit(self, which: int, change: Callable[[str], str]) -> None:
        files = self.texts()
        file = files[which % len(files)]
        self.write(file, change(file.read_text("utf-8")).encode())

    @precondition(has_texts)
    @rule(which=st.integers(0, 50), word=st.sampled_from(WORDS + LINKS))
    def add_to_a_text(self, which: int, word: str) -> None:
        self.edit(which, lambda text: f"{text}\n{word}\n")
        self.compare()

    @precondition(has_texts)
    @rule(which=st.integers(0, 50), word=st.sampled_from(("灯亮了", "路灯", "word", "Lamp")))
    def change_the_end_of_a_text(self, which: int, word: str) -> None:
        self.edit(which, lambda text: text.rstrip()[:-1] + word + "\n" if "---\n\n" not in text else text + word)
        self.compare()

    @precondition(has_texts)
    @rule(which=st.integers(0, 50), title=st.sampled_from(("新标题", "“引号”", "A & B", "路灯")))
    def change_a_title(self, which: int, title: str) -> None:
        def titled(text: str) -> str:
            return "\n".join(f"title: {title}" if line.startswith("title:") else line for line in text.split("\n"))

        self.edit(which, titled)
        self.compare()

    @rule(
        step=st.sampled_from(
            (*DONE[1:], "date: 2014-04-02, step: extended, deadline: 2014-05-30, reason: 雨, approved_by: baisha")
        )
    )
    def add_a_step(self, step: str) -> None:
        file = self.places.content / "rectifications" / "2014-001.zh.md"
        if file.exists():
            text = file.read_text("utf-8")
            self.write(file, text.replace("step: registered}]", f"step: registered}}, {{{step}}}]", 1).encode())
        self.compare()

    @rule(kind=st.sampled_from(("activity", "rectification", "page", "unit")), body=st.sampled_from(("", *WORDS)))
    def add_a_record(self, kind: str, body: str) -> None:
        self.number += 1
        site(self.places.config.parent / "new", record(kind, f"new-{self.number}", body=body))
        added = self.places.config.parent / "new"
        shutil.copytree(added / "content", self.places.content, dirs_exist_ok=True)
        shutil.rmtree(added)
        self.compare()

    @precondition(has_records)
    @rule(which=st.integers(0, 50))
    def delete_a_record(self, which: int) -> None:
        files = self.texts(".zh.md")
        chosen = files[which % len(files)]
        for file in (chosen, chosen.with_name(chosen.name.replace(".zh.", ".en."))):
            file.unlink(missing_ok=True)
        self.compare()

    @precondition(has_records)
    @rule(which=st.integers(0, 50), id=st.booleans())
    def rename_a_record(self, which: int, id: bool) -> None:
        files = self.texts(".zh.md")
        chosen = files[which % len(files)]
        self.number += 1
        name = f"renamed-{self.number}"
        if id:
            text = chosen.read_text("utf-8")
            lines = [f"id: {name}" if line.startswith("id:") else line for line in text.split("\n")]
            chosen.write_text("\n".join(lines), "utf-8")
        else:
            for lang in ("zh", "en"):
                file = chosen.with_name(chosen.name.replace(".zh.", f".{lang}."))
                if file.exists():
                    file.rename(file.with_name(f"{name}.{lang}.md"))
        self.compare()

    @rule(template=st.sampled_from(("page.html", "rectification.html", "parts.html", "base.html", "short.html")))
    def edit_a_template(self, template: str) -> None:
        file = self.places.templates / template
        self.number += 1
        text = file.read_text("utf-8")
        first, second = ("</h1>", f"</h1><!-- {self.number} -->") if "</h1>" in text else ("</a>", "</a> ")
        self.write(file, text.replace(first, second, 1).encode())
        self.compare()

    @rule()
    def edit_a_word_of_the_interface(self) -> None:
        file = self.places.templates / "words" / "zh.po"
        self.number += 1
        text = file.read_text("utf-8")
        self.write(file, text.replace('msgstr "首页', f'msgstr "首页{self.number}', 1).encode())
        self.compare()

    @rule(data=st.binary(max_size=5))
    def edit_an_asset(self, data: bytes) -> None:
        self.write(self.places.templates / "assets" / "added.txt", data.hex().encode())
        self.compare()

    @rule(
        lines=st.sampled_from(
            ("per_page: 1\n", "due_soon_days: 3\n", "silence_days: 9\n", "tagline: {zh: 新}\n", "bad: 1\n")
        )
    )
    def edit_the_settings(self, lines: str) -> None:
        name = lines.partition(":")[0]
        text = self.places.config.read_text("utf-8")
        kept = [line for line in text.splitlines(keepends=True) if not line.startswith(f"{name}:")]
        self.write(self.places.config, "".join([*kept, lines] if len(kept) == text.count("\n") else kept).encode())
        self.compare()

    @rule(days=st.integers(-3, 40))
    def look_on_another_day(self, days: int) -> None:
        self.today = date(2014, 4, 30) + timedelta(days)
        self.compare()

    @rule()
    def make_it_portable_or_not(self) -> None:
        self.portable = not self.portable
        self.compare()

    @rule(name=st.sampled_from(("lamp.png", "other.png")), there=st.booleans())
    def put_or_take_a_picture(self, name: str, there: bool) -> None:
        file = self.places.content / "rectifications" / name
        file.write_bytes(PIXEL) if there else file.unlink(missing_ok=True)
        self.compare()

    @rule()
    def undo_the_last_edit(self) -> None:
        if self.undo and self.undo[0].exists():
            self.undo[0].write_bytes(self.undo[1])
        self.compare()

    # --- what else happens ---

    @precondition(has_texts)
    @rule(which=st.integers(0, 50))
    def an_edit_keeps_time_and_size(self, which: int) -> None:
        """As a restored copy or a careless tool does."""
        files = self.texts()
        file = files[which % len(files)]
        found, text = file.stat(), file.read_text("utf-8")
        file.write_text(
            text.replace("灯", "火").replace("t", "d") if "---\n\n" not in text else text.replace("灯", "火"), "utf-8"
        )
        os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))
        self.compare()

    @rule(keep=st.integers(0, 40_000), byte=st.integers(0, 255), at=st.integers(0, 200_000))
    def the_cache_is_damaged(self, keep: int, byte: int, at: int) -> None:
        cache = self.places.out.with_name(f".{self.places.out.name}.cache") / "cache.sqlite"
        if cache.exists():
            data = bytearray(cache.read_bytes())
            if keep % 2:
                data = data[:keep]
            elif data:
                data[at % len(data)] = byte
            cache.write_bytes(data)
        self.compare()

    @rule()
    def a_page_is_taken_away(self) -> None:
        shutil.rmtree(self.places.out / "units", ignore_errors=True)
        self.compare()

    @rule()
    def the_translation_memory_is_lost(self) -> None:
        (self.places.content / "translations.json").unlink(missing_ok=True)
        self.compare()


@pytest.mark.slow
@pytest.mark.parametrize("office", ["North", "East", "South", "West"])
def test_what_is_built_after_any_edits_is_what_is_built_from_nothing(office: str) -> None:
    """Together 504 edits. Each office makes others, also where chance is fixed, as it goes by the office's name."""
    some = settings(max_examples=7, stateful_step_count=18, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(type(office, (Edits,), {"from_nothing": {}}), settings=some)
