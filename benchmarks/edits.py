"""What an editor changes between two builds, and where the site has to show it afterwards.

No edit is ever taken back: each is another one, so that nothing is again as it was in an earlier round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.contenders import Bench
from benchmarks.corpus import STEPS, step
from benchmarks.records import Item, Status, unit_key
from benchmarks.words import TITLE
from minusone.words import LANGS, Lang


@dataclass(frozen=True)
class Shown:
    """A file of the site, and what stands in it after an edit."""

    path: str
    text: str

    def stands(self, site: Path) -> bool:
        file = site / self.path
        return file.is_file() and self.text in file.read_text("utf-8")


@dataclass(frozen=True)
class Editor:
    """Edits the corpus of one contender, which was made of these records. Every `time` an edit is another one."""

    bench: Bench
    made: Sequence[Item]

    def whole(self) -> list[Shown]:
        """No edit: the site is there."""
        return self._everywhere("</html>")

    def word(self, time: int) -> list[Shown]:
        """One word in the English text of the middle record."""
        self._replace(self._source(self.middle, "en"), rf"\b({self._word}|changed\d+)\b", f"changed{time}")
        return [Shown(self._page(self.middle, "en"), f"changed{time}")]

    def title(self, time: int) -> list[Shown]:
        """The English title of the middle record, which other pages show too."""
        title = f"Edition {time} of what stands in the middle"
        self._replace(self._source(self.middle, "en"), r"(?m)^title: .*$", f'title: "{title}"')
        return [Shown(path, title) for path in (self._page(self.middle, "en"), *self._naming)]

    def step(self, time: int) -> list[Shown]:
        """Work begins on an open rectification: its state changes on its own page, in lists and in counts."""
        item = self._open[time]
        if self.bench.contender.layout.counts_steps:
            steps = len(STEPS[item.status])
            last = step(item, steps - 1)
            self._replace(self._source(item, "zh"), f"(?m)^{re.escape(last)}$", f"{last}\n{step(item, steps)}")
        else:
            for lang in LANGS:
                self._replace(self._source(item, lang), r"(?m)^status: open$", "status: in_progress")
        if self.bench.contender.whole:
            return [Shown(self._page(item, "en"), ", in progress</span>")]
        count = sum(item.status is Status.IN_PROGRESS for item in self.made) + time + 1
        return [
            shown
            for lang in LANGS
            for shown in (Shown(self._page(item, lang), 'class="in_progress"'), self._home(lang, f"<dd>{count}</dd>"))
        ]

    def template(self, time: int) -> list[Shown]:
        """A word at the foot of every page."""
        said = f"<p>Printed {time}</p>"
        self._replace(
            self.bench.folder / self.bench.contender.base, r"(<p>Printed \d+</p>)?</footer>", f"{said}</footer>"
        )
        return self._everywhere(said)

    def settings(self, time: int) -> list[Shown]:
        """The site's title, which every page shows."""
        title = f"{TITLE.en} {time}"
        self._replace(self.bench.folder / self.bench.contender.settings, rf"{TITLE.en}( \d+)?", title)
        return self._everywhere(title, "en")

    # --- which records ---

    @cached_property
    def middle(self) -> Item:
        """The record in the middle, or the next one that another one names."""
        return next(item for item in self._from_the_middle if item.id in self._named_by)

    @cached_property
    def _word(self) -> str:
        """The longest word that stands once in the middle record's text."""
        words: list[str] = re.findall(r"\b[a-z]+\b", self.middle.text.en)
        return max((word for word in words if words.count(word) == 1), key=len)

    @cached_property
    def _naming(self) -> list[str]:
        """Other pages that show the middle record's title: its unit's, and one of a record that is linked with it."""
        unit = self.bench.contender.path(f"units/{unit_key(self.middle.unit)}/", "en")
        linked = self._by_id[self.middle.links[0]] if self.bench.contender.whole else self._named_by[self.middle.id]
        return [unit, self._page(linked, "en")]

    @cached_property
    def _open(self) -> list[Item]:
        return [one for one in self._from_the_middle if one.kind == "rectification" and one.status is Status.OPEN]

    @property
    def _from_the_middle(self) -> list[Item]:
        half = len(self.made) // 2
        return [*self.made[half:], *self.made[:half]]

    @cached_property
    def _by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.made}

    @cached_property
    def _named_by(self) -> dict[str, Item]:
        return {id: item for item in self.made for id in item.links}

    # --- files ---

    def _source(self, item: Item, lang: Lang) -> Path:
        return self.bench.folder / self.bench.contender.layout.path(item, lang)

    def _page(self, item: Item, lang: Lang) -> str:
        return self.bench.contender.path(f"{item.section}/{item.id}/", lang)

    def _home(self, lang: Lang, text: str) -> Shown:
        return Shown(self.bench.contender.path("", lang), text)

    def _everywhere(self, text: str, *langs: Lang) -> list[Shown]:
        """On the home page and on that of the middle record, in these languages or in both."""
        return [
            shown
            for lang in langs or LANGS
            for shown in (self._home(lang, text), Shown(self._page(self.middle, lang), text))
        ]

    @staticmethod
    def _replace(file: Path, pattern: str, text: str) -> None:
        """Raises ValueError where there is nothing to be replaced."""
        edited, count = re.subn(pattern, lambda _: text, file.read_text("utf-8"), count=1)
        if not count:
            raise ValueError(f"{file} has no {pattern}")
        file.write_text(edited, "utf-8", newline="\n")
