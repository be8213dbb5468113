"""Every file of a site, planned, made and searched: what readers wait for first, then what takes its time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from minusone import digests, plan
from minusone.cache import Made
from minusone.guarded import Guard
from minusone.indexing import index, is_index
from minusone.layout import Layout
from minusone.pages.context import Page
from minusone.paper import PAPERS_WORTH_A_WORKER, Paper
from minusone.places import Extras
from minusone.plan import Copy, Output, Plan
from minusone.privacy.guard import Allowed
from minusone.problems import ContentError, Problem
from minusone.progress import Progress
from minusone.publish import Written
from minusone.remaking import Planned, Remade, Remaker
from minusone.site import Site
from minusone.words import LANGS
from minusone.work import WORTH_A_WORKER, Hands, each, here

if TYPE_CHECKING:
    from minusone.render import Renderer


class Named(NamedTuple):
    """What is kept of a file that was planned: enough to see that two would have one path."""

    path: PurePosixPath
    source: str


@dataclass
class Making:
    """Makes the files of a site, but for those that are `known` and made of the same.

    In the folder `compiled` the templates' code is kept. `shown` are the pages without their contexts, `to_print` those
    that go on paper, whole.
    """

    plan: Plan
    layout: Layout
    site: Site
    templates: Path
    portable: bool
    extras: Extras
    allowed: Allowed
    known: Mapping[str, Made]
    compiled: Path
    hands: Hands
    progress: Progress
    named: list[Named] = field(default_factory=list)
    shown: list[Page] = field(default_factory=list)
    to_print: list[Page] = field(default_factory=list)

    def readable(self) -> Iterator[Remade]:
        """Pages, pictures, styles, feeds: all that has to be there for a page to be right.

        Raises ContentError at the end if two of them would have one path.
        """
        yield from self._pages()
        yield from self._each(Guard(plan.copied, self.allowed), self.copies, "files", here(self.hands))
        documents = self.plan.documents(self.site, self.shown)
        yield from self._each(Guard(plan.documented, self.allowed), documents, "documents", self.hands)
        if clashes := list(plan.clashes(self.named)):
            raise ContentError(clashes)

    def printable(self) -> Iterator[Remade]:
        """What goes on paper; the HTML that it is made from is searched like that of every page."""
        # Paper leads to the published site, not to a disk.
        searched = Guard(replace(self.renderer, portable=False), self.allowed)
        press = Paper(searched, self.site.settings.address, self.templates / "paper", tuple(self.copies))
        papers = plan.papers(self.site, self.to_print)
        yield from self._each(press, papers, "PDFs", here(self.hands), PAPERS_WORTH_A_WORKER)

    def searchable(self, site: Path, now: Mapping[str, Made]) -> Iterator[Remade]:
        """The index of the finished pages in a folder; `now` are the files there."""
        return index(site, now, self.known, self.progress) if self.extras.search else iter(())

    @staticmethod
    def is_printable(path: str) -> bool:
        return path.endswith(".pdf")

    def is_readable(self, path: str) -> bool:
        return not is_index(path) and not self.is_printable(path)

    @property
    def pages(self) -> int:
        """How many pages were made or stayed."""
        return len(self.shown) * len(LANGS)

    @cached_property
    def copies(self) -> list[Copy]:
        return plan.copies(self.site, self.templates / "assets")

    @cached_property
    def renderer(self) -> Renderer:
        from minusone.render import Renderer  # Templates are for who renders; `check` comes here for none.

        sizes = plan.sizes(self.copies)
        return Renderer(self.templates.resolve(), self.portable, sizes, self.layout.leads_to, self.compiled)

    @cached_property
    def salt(self) -> bytes:
        """What all files have in common."""
        common = (self.portable, self.renderer.sizes, sorted(self.allowed.lines), sorted(self.allowed.exceptions))
        return digests.digest(self.renderer.version, digests.of(common))

    def _pages(self) -> Iterator[Remade]:
        self.renderer.prepare()
        yield from self._each(Guard(self.renderer, self.allowed), self._outputs(), "pages", self.hands)

    def _outputs(self) -> Iterator[Output]:
        """Both languages of a page together; when they are made their context goes."""
        for page in self.plan.pages(self.site, self.extras):
            self.shown.append(replace(page, context=None))
            if page.paper and self.extras.papers:
                self.to_print.append(page)
            yield from plan.outputs([page], self.layout)

    def _each(
        self,
        make: Callable[..., tuple[Written, tuple[Problem, ...]]],
        planned: Iterable[Planned],
        name: str,
        hands: Hands,
        worth: int = WORTH_A_WORKER,
    ) -> Iterator[Remade]:
        remaker = Remaker(make, self.salt, self.known)
        yield from each(remaker, map(self._noted, planned), hands, self.progress, name, worth)

    def _noted(self, planned: Planned) -> Planned:
        self.named.append(Named(planned.path, planned.source))
        return planned
