"""What a log was at some size, in three lines that can be signed, by c2sp.org/tlog-checkpoint."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minusone.transparency import merkle
from minusone.transparency.errors import LogError
from minusone.transparency.notes import Note, decoded, encoded, is_text

LARGEST = 2**63 - 1
"""Entries of a log: what a size has room for elsewhere."""

_SIZE = re.compile("0|[1-9][0-9]{0,18}")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`origin` is the log's name for ever, `size` its entries, `root` the hash over them; extensions are only kept."""

    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Checkpoint:
        """Raises LogError."""
        *lines, after = text.split("\n")
        if after or len(lines) < 3 or not all(lines) or not is_text(text):
            raise _refused()
        origin, size, root, *extensions = lines
        hash = decoded(root)
        if not _SIZE.fullmatch(size) or int(size) > LARGEST or hash is None or len(hash) != merkle.HASH:
            raise _refused()
        return cls(origin, int(size), hash, tuple(extensions))

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in (self.origin, self.size, encoded(self.root), *self.extensions))


def note(data: bytes) -> Note:
    """What a log serves as its checkpoint: signed or, having no blank line, a text that nobody vouches for.

    Raises LogError for what is neither.
    """
    return Note.parse(data) if b"\n\n" in data else Note.unsigned(data)


def _refused() -> LogError:
    return LogError(
        "这不是检查点：应有名称、条数、散列值各一行，都不空",
        "This is no checkpoint: a line each for origin, size and root, none of them empty",
    )
