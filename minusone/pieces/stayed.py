"""Recurrence 反弹: of the records that were ever closed, those that stayed closed."""

from __future__ import annotations

from collections.abc import Iterable

from minusone.kinds.rectification import Rectification
from minusone.pieces.links import links, list_address
from minusone.pieces.share import Share
from minusone.site import Site
from minusone.words import Bilingual

EVER_REOPENED = f"{list_address(Rectification)}reopened/"
_STAYED = Bilingual("销号后没有反弹", "stayed closed")


def stayed_closed(site: Site, records: Iterable[Rectification]) -> Share | None:
    """Lacking are those that came back, though they may be closed again; None where nothing was ever closed."""
    closed = [record for record in records if site.standings[record.id].ever_closed]
    back = (record.ref for record in closed if site.standings[record.id].reopenings)
    return Share(len(closed), links(site, back), _STAYED, everyone=EVER_REOPENED) if closed else None
