"""A page's card: what is said of it elsewhere, by search engines and by whoever shares it; in one language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from minusone.kinds.report import Report
from minusone.layout import localized
from minusone.pages.context import Page
from minusone.pieces.links import whole
from minusone.words import Bilingual, Lang, Words

SAMPLE = Bilingual("[示例] ", "[Sample] ")
"""Stands before the title of what is made up, since a card is seen without its page."""


@dataclass(frozen=True)
class Card:
    """A page in one language."""

    page: Page
    lang: Lang

    @property
    def base(self) -> str:
        """The site's own address; empty if it has none."""
        return self.page.frame.settings.address

    def at(self, address: str, lang: Lang | None = None) -> str:
        """An address of the Chinese half, in this or another language: whole, or a path of a site without address."""
        lang = lang or self.lang
        return whole(self.base, address, lang) if self.base else localized(address, lang)

    @property
    def listed(self) -> bool:
        """Whether search engines are to find it: not if it is none in this language."""
        return not self.page.unlisted and not (self.lang == "en" and self.page.stub)

    @cached_property
    def url(self) -> str:
        """Where it is to be found; where it has no English, in Chinese."""
        return self.at(self.page.address, "zh" if self.page.stub else self.lang)

    @property
    def is_home(self) -> bool:
        return self.page.address == "/"

    @property
    def is_article(self) -> bool:
        """Whether it tells of one thing; otherwise it lists several."""
        return self.page.subject is not None or self.page.updated is not None

    @cached_property
    def title(self) -> str:
        sample = self.page.subject is not None and self.page.subject.sample
        return (SAMPLE.to(self.lang) if sample else "") + self.say(self.page.title)

    @cached_property
    def description(self) -> str:
        """Its own, or as long as that is not there in this language, its title with the site's tagline."""
        own, tagline = self.page.description, self.page.frame.settings.tagline.to(self.lang)
        if own and not (self.lang == "en" and isinstance(own, Words) and own.en is None):
            return self.say(own)
        return f"{self.say(self.page.title)}{': ' if self.lang == 'en' else '：'}{tagline}"

    @cached_property
    def site(self) -> str:
        return self.page.frame.settings.title.to(self.lang)

    @cached_property
    def host(self) -> str:
        return self.page.frame.settings.footer.host.to(self.lang)

    @property
    def published(self) -> date | None:
        """The day on which it came out, where a record says so."""
        return self.page.subject.published if isinstance(self.page.subject, Report) else None

    def say(self, words: Words | Bilingual) -> str:
        """On one line."""
        return " ".join(str(words.to(self.lang)).split())
