"""Characters that no text needs and that deceive: nobody sees them, or they make others look other than they are.

Refused are controls, whatever turns the direction of writing or breaks a line unseen (the “Trojan Source” characters),
fillers, tags and annotations without a width, code points that are no characters, and more than five marks over one
letter. Variants of Chinese characters and what joins emoji stay; so do letters of other scripts that look alike, which
are words in their own languages: ids and addresses have none of them anyway.
"""

from __future__ import annotations

import re

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb"
_DIRECTIONS = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_FILLERS = r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"
_TAGS = r"\U000e0000-\U000e007f"
_NO_CHARACTERS = r"\ud800-\udfff\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
_JOINER = r"\u200d(?![\u2190-\u2bff\U0001f000-\U0001faff])"
_MARKS = (
    r"[\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)

UNSEEN = re.compile(rf"[{_CONTROLS}{_DIRECTIONS}{_FILLERS}{_TAGS}{_NO_CHARACTERS}]|{_JOINER}|{_MARKS}{{6,}}")


def code(found: str) -> str:
    """The number by which Unicode knows what was found, of a heap its first: `U+202E`."""
    return f"U+{ord(found[0]):04X}"


def shown(text: str) -> str:
    """A text that can be quoted anywhere, on a terminal too: what nobody sees is told by its number."""
    return UNSEEN.sub(lambda found: "".join(f"<{code(one)}>" for one in found[0]), text)
