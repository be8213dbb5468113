"""What ends a command though nothing is wrong with the content, in its own words: asked wrongly, or in the way."""

from __future__ import annotations

from minusone.words import Bilingual


class RefusalError(Exception):
    """Something in the way; `words` say what, and what to do."""

    @property
    def words(self) -> Bilingual:
        raise NotImplementedError


class MisuseError(RefusalError):
    """Something that was asked wrongly; the command's help says how to ask."""
