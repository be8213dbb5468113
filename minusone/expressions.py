"""Regular expressions that are compiled when they are first needed.

They are long, a run of Chinese characters alone takes Python a millisecond, and few texts need all of them.
"""

from __future__ import annotations

import re
from functools import cached_property


class Expression:
    """`pattern` as `re` knows it."""

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)
