"""What a build is asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from minusone.places import PAGES_ALONE, Extras, Places


@dataclass(frozen=True)
class Planned:
    """What the site consists of and where its pages are, by name, as either is imported only where it is needed."""

    plan: str = "minusone.plan:PRODUCT"
    layout: str = "minusone.layout:STANDARD"


DISCLOSURE = Planned()
"""The disclosure website."""


@dataclass(frozen=True)
class Request:
    """All that the bytes of a site follow from beside its sources."""

    places: Places
    given: date | None = None
    portable: bool = False
    extras: Extras = PAGES_ALONE
    planned: Planned = DISCLOSURE

    @property
    def asked(self) -> tuple[str, ...]:
        """The same in words, by which another process knows it again."""
        places = (self.places.config, self.places.content, self.places.templates, self.places.out)
        how = (self.given, self.portable, self.extras, self.planned)
        return (*(str(path.resolve()) for path in places), *map(str, how))


@dataclass(frozen=True)
class Built:
    """What a build made; `remembered` says whether the translation memory could be kept."""

    pages: int
    files: int
    remembered: bool = True
