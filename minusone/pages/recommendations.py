"""All recommendations 督导建议: those without an answer first, and a list of its own for each stage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from minusone.kinds.visit import Visit
from minusone.pages.context import Frame, Page
from minusone.pieces.asked import Asked, Tally, asked, tally
from minusone.pieces.links import Link, trail
from minusone.pieces.sheets import Sheet, Tab, numbered, sheets
from minusone.reckoning.recommendations import Stage
from minusone.site import Site
from minusone.words import Bilingual


@dataclass(frozen=True)
class Recommendations:
    """One sheet of the list at the address `here`; `lists` are the addresses of each stage's own."""

    lists: Mapping[Stage, str]
    tabs: tuple[Tab, ...]
    here: str
    tally: Tally
    asked: tuple[Asked, ...]
    sheet: Sheet


BASE = "/recommendations/"
NAME = Bilingual("督导建议", "Recommendations")
LINK = Link(BASE, NAME)
OF_STAGE = {
    Stage.OVERDUE: f"{BASE}overdue/",
    Stage.WAITING: f"{BASE}unanswered/",
    Stage.AT_WORK: f"{BASE}at-work/",
    Stage.DONE: f"{BASE}done/",
}
_LISTS: dict[str, tuple[Bilingual, tuple[Stage, ...]]] = {
    BASE: (Bilingual("全部", "All"), tuple(Stage)),
    **{where: (stage.label, (stage,)) for stage, where in OF_STAGE.items()},
}


def pages(site: Site, frame: Frame) -> Iterator[Page]:
    everything = site.recommendations
    if not everything:
        return
    whole = tally(everything)
    lists = {where: [one for one in everything if one.stage in stages] for where, (_, stages) in _LISTS.items()}
    tabs = tuple(Tab(where, _LISTS[where][0], len(members)) for where, members in lists.items())
    for base, members in lists.items():
        for where, sheet, some in sheets(members, site.settings.per_page, base):
            context = Recommendations(OF_STAGE, tabs, base, whole, asked(site, some), sheet)
            way = trail(Visit) if where == BASE else (*trail(Visit), LINK)
            yield Page(where, "recommendations.html", frame, numbered(_title(base), sheet), context, trail=way)


def _title(base: str) -> Bilingual:
    which = _LISTS[base][0]
    return NAME if base == BASE else Bilingual(f"{NAME.zh}：{which.zh}", f"{NAME.en}: {which.en}")
