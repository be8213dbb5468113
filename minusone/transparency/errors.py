"""What a log is refused for: one kind of error, whatever bytes were read."""

from __future__ import annotations

from minusone.refusals import RefusalError
from minusone.words import Bilingual


class LogError(RefusalError):
    """What was read is not what the formats say, or not the log that its checkpoint vouches for; says where."""

    def __init__(self, zh: str, en: str) -> None:
        self._words = Bilingual(zh, en)
        super().__init__(zh, en)

    def __str__(self) -> str:
        return self._words.en

    def about(self, name: object) -> LogError:
        """The same, of something that has a name."""
        return LogError(f"“{name}”：{self._words.zh}", f"“{name}”: {self._words.en}")

    @property
    def words(self) -> Bilingual:
        return self._words
