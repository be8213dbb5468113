"""100 − 1 = 0: so many of a whole, never said without naming and linking each one that is lacking.

A template can't say a share in any other way: a `Share` has no percentage and can't be printed but by its filter, and
templates don't divide (`tests/pages/test_share.py`).
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from minusone.formats import number
from minusone.layout import localized
from minusone.pieces.links import Link
from minusone.words import Bilingual, Lang

NAMED = 5
"""How many of the lacking are named on the spot; the others are behind one link."""

_SAID = Bilingual("{whole} {unit}中 {done} {unit}{outcome}", "{done} of {whole} {outcome}")
_LACKING = Bilingual("，其余：", ", the rest: ")
_BETWEEN = Bilingual("；", "; ")
"""Titles have commas of their own."""
_AND_MORE = Bilingual("等 {n} {unit}", "and {n} more")
_NONE = Bilingual("，一{unit}不少", ", none is lacking")
_NOTHING = Bilingual("一{unit}也没有", "there are none")


@dataclass(frozen=True)
class Share:
    """What holds of some members of a whole. `lacking` are those of which it does not hold, the worst first.

    `outcome` says what holds (已销号, closed); `unit` is the Chinese measure word; all of the lacking are named at the
    address `everyone`, needed where there are more than NAMED.
    """

    whole: int
    lacking: tuple[Link, ...]
    outcome: Bilingual
    unit: str = "件"
    everyone: str = ""

    def __post_init__(self) -> None:
        if len(self.lacking) > self.whole:
            raise ValueError("more are lacking than there are")
        if len(self.lacking) > NAMED and not self.everyone:
            raise ValueError("where are the others named?")

    def __str__(self) -> str:
        raise TypeError("a share is said by the filter `share`, with what is lacking")

    def __html__(self) -> str:
        return str(self)

    def said(self, lang: Lang) -> Markup:
        """The whole sentence as HTML; addresses are those of the language's half."""
        tail = self._remainder(lang) if self.lacking else ""
        return Markup('<span class="share">{}{}</span>').format(self._head(lang), tail)

    def plain(self, lang: Lang) -> str:
        """The same for a terminal, which has no links: every one of the lacking is named."""
        names = [one.title.to(lang) for one in self.lacking]
        tail = _LACKING.to(lang) + _BETWEEN.to(lang).join(map(str, names)) if names else ""
        return self._head(lang) + tail

    def _head(self, lang: Lang) -> str:
        if not self.whole:
            return _NOTHING.to(lang).format(unit=self.unit)
        done = self.whole - len(self.lacking)
        words = {"whole": number(self.whole, lang), "done": number(done, lang), "unit": self.unit}
        none = "" if self.lacking else _NONE.to(lang).format(unit=self.unit)
        return _SAID.to(lang).format(outcome=self.outcome.to(lang), **words) + none

    def _remainder(self, lang: Lang) -> Markup:
        named = [_anchor(one.address, one.title.to(lang), lang) for one in self.lacking[:NAMED]]
        if len(self.lacking) > NAMED:
            # In Chinese 等 is followed by how many there are in all, in English “more” by how many others.
            n = number(len(self.lacking) - (NAMED if lang == "en" else 0), lang)
            more = _anchor(self.everyone, _AND_MORE.to(lang).format(n=n, unit=self.unit), lang)
            named.append(named.pop() + " " + more if lang == "zh" else more)
        return escape(_LACKING.to(lang)) + escape(_BETWEEN.to(lang)).join(named)


def _anchor(address: str, title: object, lang: Lang) -> Markup:
    return Markup('<a href="{}">{}</a>').format(localized(address, lang), escape(title))
