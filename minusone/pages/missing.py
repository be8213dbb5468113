"""The page for an address that leads nowhere: in both languages, since whoever lands there may read either."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from minusone.kinds.rectification import Rectification
from minusone.pages.context import Frame, Page
from minusone.pieces.links import SEARCH, Link, list_address
from minusone.site import Site
from minusone.words import Bilingual

ADDRESS = "/404.html"
"""Where servers look for it."""

SORRY = Bilingual(
    "网址可能抄错了，或者这一页已经改名。整改事项的编号从不更改，台账里一定找得到。",
    "The address may have been miscopied, or the page has another name now. A rectification never changes its number: "
    "the ledger has it.",
)


@dataclass(frozen=True)
class Missing:
    """What it says, and where one may go on."""

    title: Bilingual
    sorry: Bilingual
    ways: tuple[Link, ...]


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    title = Bilingual("没有这个页面", "There is no such page")
    ledger = (link for link in frame.menu if link.address == list_address(Rectification))
    ways = (Link("/", Bilingual("首页", "Home")), *ledger, SEARCH)
    context = Missing(title, SORRY, ways)
    yield Page(ADDRESS, "missing.html", frame, title, context, unlisted=True, anywhere=True)
