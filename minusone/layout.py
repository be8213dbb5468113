"""Where things are in a site: the address of a record, and the file that a page of it lies in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from minusone.kinds import FOLDERS, KINDS
from minusone.kinds.rectification import Rectification
from minusone.kinds.report import Report
from minusone.schema import Ref
from minusone.words import Lang

_LEDGERS = (
    *("unresolved", "overdue", "due-soon", "silent", "open", "declined", "withheld"),
    *("follow-up-missed", "reopened", "closed", "merged"),
)
LEDGERS = frozenset((Rectification.folder, name) for name in _LEDGERS)
"""The lists whose addresses are like those of records."""

LeadsTo = Callable[[str, str, str, Lang], str]
"""The address that a link to a record gets: of its kind, its id, a fragment (`#…` or nothing) and a language."""


def address(ref: Ref) -> str:
    return f"/{KINDS[ref.kind].folder}/{ref.id}/" + (f"#commitment:{ref.part}" if ref.part else "")


def localized(address: str, lang: Lang) -> str:
    """An address of the Chinese half, in the half of the page's language."""
    return f"/en{address}" if lang == "en" else address


def path(address: str, lang: Lang) -> PurePosixPath:
    """`/rectifications/2014-003/` → `rectifications/2014-003/index.html`, below `en/` in English."""
    file = "" if address.endswith(".html") else "index.html"
    return PurePosixPath("en" if lang == "en" else ".", address.strip("/"), file)


def shown(path: PurePosixPath) -> Ref | None:
    """The record that a file is the page of, in either language; None for a report, which may have made itself."""
    match path.parts:
        case ("en", folder, id, "index.html") | (folder, id, "index.html") if folder in FOLDERS:
            is_record = folder != Report.folder and (folder, id) not in LEDGERS
            return Ref(FOLDERS[folder].kind, id) if is_record else None
    return None


def to_its_page(kind: str, id: str, fragment: str, lang: Lang) -> str:
    """Where a record's own page is."""
    return localized(f"{address(Ref(kind, id))}{fragment}", lang)


@dataclass(frozen=True)
class Layout:
    """Where pages are, and where links to records lead; `rooted` pages say their addresses from the host's root."""

    path: Callable[[str, Lang], PurePosixPath] = path
    leads_to: LeadsTo = to_its_page
    rooted: bool = False


STANDARD = Layout()
