"""The words of the interface, which templates ask for with `_` and `ngettext`: gettext catalogues beside them.

A template speaks English; `<templates>/words/zh.po` says the same in Chinese. English needs no catalogue.
"""

from __future__ import annotations

from collections.abc import Mapping
from gettext import NullTranslations
from pathlib import Path

from babel.messages.pofile import read_po
from markupsafe import Markup, escape

from minusone.words import Lang


class Catalogue(NullTranslations):
    """A .po file as it stands: there is no compiled copy of it to go stale."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        with file.open("rb") as stream:
            catalogue = read_po(stream)
        self._said: dict[str, str] = {}
        for message in catalogue:
            english = message.id[0] if isinstance(message.id, list | tuple) else message.id
            chinese = message.string[0] if isinstance(message.string, list | tuple) else message.string
            if english and chinese:
                self._said[english] = chinese

    def gettext(self, message: str) -> str:
        return self._said.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Chinese has one form for any number."""
        return self._said.get(msgid1, msgid1 if n == 1 else msgid2)


def translations(templates: Path, lang: Lang) -> NullTranslations:
    return Catalogue(templates / "words" / "zh.po") if lang == "zh" else NullTranslations()


class Vocabulary(dict[str, Markup]):
    """A catalogue's words by their English, as they stand in a page."""

    def __init__(self, catalogue: NullTranslations) -> None:
        super().__init__()
        self._catalogue = catalogue

    def __missing__(self, english: str) -> Markup:
        said = self[english] = filled(self._catalogue.gettext(english), {})
        return said


def filled(said: str, values: Mapping[str, object]) -> Markup:
    """Words with what belongs into their places, `%(day)s`."""
    return Markup(said % {name: escape(value) for name, value in values.items()})  # noqa: S704 - our own words
