"""Words in two languages. Chinese is the source; English follows it or falls back to it, visibly."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

# What reads no record has words too: so pydantic is imported only where a field is declared or read.
if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
TAGS: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
"""The BCP 47 tag of each language, as it stands in an HTML `lang` attribute."""

STALE = "translation behind"
"""What is said of a stale translation where there is room for no more. Only English pages say it."""


class Bilingual(NamedTuple):
    """The product's own words (labels, help, problems): always there in both languages."""

    zh: str
    en: str

    def to(self, lang: Lang) -> str:
        return self.zh if lang == "zh" else self.en

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def _read(cls, value: object) -> Bilingual:
        """From `{zh: …, en: …}`, as config.yaml has it."""
        match value:
            case Bilingual():
                return value
            case {"zh": str(zh), "en": str(en), **rest} if not rest and zh.strip() and en.strip():
                return cls(zh.strip(), en.strip())
        from pydantic_core import PydanticCustomError

        lacking = "en" if isinstance(value, dict) and value.get("zh") else "zh"
        raise PydanticCustomError("want-fields", "", {"example": lacking})


@dataclass(frozen=True, slots=True)
class Text:
    """Words as one page shows them: `lang` is empty, or the language they fell back to.

    A template that prints a Text gets it escaped, and marked with its language where that is not the page's own, or as
    `stale` where the Chinese has changed since.
    """

    plain: str
    lang: str = ""
    stale: bool = False

    def __html__(self) -> str:
        words = escape(self.plain)
        if self.stale:
            return f'<span class="stale">{words}<span class="unseen"> ({STALE})</span></span>'
        return f'<span lang="{self.lang}">{words}</span>' if self.lang else words

    def __str__(self) -> str:
        return self.plain


@dataclass(frozen=True, slots=True)
class Words:
    """What an editor wrote: the Chinese, and its translation if there is one.

    `stale` says that the Chinese was changed since it was translated.
    """

    zh: str
    en: str | None = None
    stale: bool = False

    def to(self, lang: Lang) -> Text:
        if lang == "zh":
            return Text(self.zh)
        return Text(self.zh, TAGS["zh"]) if self.en is None else Text(self.en, stale=self.stale)

    def __reduce__(self) -> tuple[type[Words], tuple[object, ...]]:
        """Pickled as short as it is said: there are many."""
        return Words, (self.zh, self.en, self.stale) if self.stale else (self.zh, self.en)

    @property
    def begun(self) -> str:
        """The first words of the Chinese, on one line, by which an editor knows it."""
        line = " ".join(self.zh.split())
        return line if len(line) <= 24 else f"{line[:24]}……"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def _read(cls, value: object) -> Words:
        match value:
            case Words():
                return value
            case str() if value.strip():
                return cls(value.strip())
        from pydantic_core import PydanticCustomError

        raise PydanticCustomError("want-text", "")
