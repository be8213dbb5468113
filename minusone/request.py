"""What a build is asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from minusone.places import PAGES_ALONE, Extras, Places

if TYPE_CHECKING:
    from minusone.plan import Plan


@dataclass(frozen=True)
class Request:
    """All that the bytes of a site follow from beside its sources. Without a plan it is the disclosure website."""

    places: Places
    given: date | None = None
    portable: bool = False
    extras: Extras = PAGES_ALONE
    plan: Plan | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """The same in words, by which another process knows it again."""
        places = (self.places.config, self.places.content, self.places.templates, self.places.out)
        plan = self.plan.pages.__module__ if self.plan else ""
        return (*(str(path.resolve()) for path in places), str(self.given), str(self.portable), repr(self.extras), plan)


@dataclass(frozen=True)
class Built:
    """What a build made; `remembered` says whether the translation memory could be kept."""

    pages: int
    files: int
    remembered: bool = True
