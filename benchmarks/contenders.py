"""Who is measured: the others, the product with the same minimal pages, and the product as it is."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import LAYOUTS, Layout, write
from benchmarks.measuring import Command
from benchmarks.records import Item
from benchmarks.tools import ELEVENTY, HUGO
from minusone.words import Lang

ROOT = Path(__file__).parents[1]
_OWN = ("--config=config.yaml", "--content=content", "--templates=templates", "--out=site")


@dataclass(frozen=True)
class Contender:
    """Its commands are run in the folder that holds its corpus; `{port}` is where its server is to listen.

    `site` is the folder that it builds there, `base` the template around every page, `settings` the file that has the
    site's title. `templates` are copied into the corpus. `whole` says that it builds the product's pages.
    """

    name: str
    label: str
    layout: Layout
    site: str
    build: tuple[str, ...]
    serve: tuple[str, ...]
    base: str
    settings: str
    templates: Path | None = None
    whole: bool = False

    def path(self, address: str, lang: Lang) -> str:
        """The file of a page in the site; its address without the part that is the language's."""
        half = "" if self.whole and lang == "zh" else f"{lang}/"
        return f"{half}{address}index.html"


_HUGO = (str(HUGO), "--noBuildLock")
_ELEVENTY = ("node", str(ELEVENTY))
_MINIMAL = (sys.executable, "-m", "benchmarks.minimal")
_PRODUCT = (sys.executable, "-m", "minusone")

CONTENDERS = {
    one.name: one
    for one in (
        Contender(
            "hugo",
            "Hugo",
            LAYOUTS["hugo"],
            "public",
            (*_HUGO, "--quiet"),
            (*_HUGO, "server", "--bind=127.0.0.1", "--port={port}", "--disableLiveReload", "--renderToMemory"),
            "layouts/baseof.html",
            "hugo.toml",
        ),
        Contender(
            "eleventy",
            "Eleventy",
            LAYOUTS["eleventy"],
            "_site",
            (*_ELEVENTY, "--quiet"),
            (*_ELEVENTY, "--serve", "--incremental", "--quiet", "--port={port}"),
            "src/_includes/base.njk",
            "src/_data/site.json",
        ),
        Contender(
            "minimal",
            "minusone, the same pages",
            LAYOUTS["minusone"],
            "site",
            (*_MINIMAL, "build", *_OWN),
            (*_MINIMAL, "serve", *_OWN, "--port={port}"),
            "templates/base.html",
            "config.yaml",
            ROOT / "benchmarks" / "minimal" / "templates",
        ),
        Contender(
            "product",
            "minusone, its own pages",
            LAYOUTS["minusone"],
            "site",
            (*_PRODUCT, "build", "--no-search", *_OWN),
            (*_PRODUCT, "serve", *_OWN, "--port={port}"),
            "templates/base.html",
            "config.yaml",
            ROOT / "templates",
            whole=True,
        ),
        Contender(
            "search",
            "minusone, its own pages and their search index",
            LAYOUTS["minusone"],
            "site",
            (*_PRODUCT, "build", *_OWN),
            (),
            "templates/base.html",
            "config.yaml",
            ROOT / "templates",
            whole=True,
        ),
    )
}


@dataclass(frozen=True)
class Bench:
    """One contender with its corpus in a folder, and the files that the folder held before anything was built."""

    contender: Contender
    folder: Path
    given: frozenset[Path]

    @classmethod
    def prepared(cls, contender: Contender, made: Sequence[Item], folder: Path) -> Bench:
        """The corpus is written anew."""
        shutil.rmtree(folder, ignore_errors=True)
        write(made, contender.layout, folder)
        if contender.templates:
            shutil.copytree(contender.templates, folder / "templates")
        return cls(contender, folder, frozenset(_files(folder)))

    @property
    def site(self) -> Path:
        return self.folder / self.contender.site

    def command(self, words: Sequence[str]) -> Command:
        """Whatever it caches, it caches in its own folder."""
        cache = str(self.folder / ".cache")
        environment = {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": cache, "HUGO_CACHEDIR": cache, "LANGUAGE": "en"}
        # As on any computer, also where Python was told to compile the same files every time.
        environment["PYTHONDONTWRITEBYTECODE"] = ""
        return Command(words, self.folder, environment)

    def build(self) -> Command:
        return self.command(self.contender.build)

    def serve(self, port: int) -> Command:
        return self.command([word.format(port=port) for word in self.contender.serve])

    def cool(self) -> None:
        """Whatever was built or remembered is gone."""
        for file in _files(self.folder):
            if file not in self.given:
                file.unlink()
        for folder, _, _ in os.walk(self.folder, topdown=False):
            if not any(Path(folder).iterdir()):
                Path(folder).rmdir()


def _files(folder: Path) -> Iterator[Path]:
    return (Path(inside, name) for inside, _, names in os.walk(folder) for name in names)
