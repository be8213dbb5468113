"""security.txt (RFC 9116): whom to tell of a hole in the site."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from dateutil.relativedelta import relativedelta

from minusone.data.document import Document
from minusone.pages.context import Page
from minusone.site import Site

FILE = PurePosixPath(".well-known/security.txt")


def documents(site: Site, made: Sequence[Page]) -> Iterable[Document]:
    """Only where the settings name somebody; it holds for a year from the day of which the site speaks."""
    contact, base = site.settings.security_contact, site.settings.address
    if not contact:
        return
    expires = site.as_of + relativedelta(years=1)
    lines = [f"Contact: {contact}", f"Expires: {expires}T00:00:00+08:00", "Preferred-Languages: zh, en"]
    if base.lower().startswith("https:"):  # The RFC takes no other.
        lines.append(f"Canonical: {base}{FILE}")
    yield Document(FILE, ("\n".join(lines) + "\n").encode, FILE.name)
