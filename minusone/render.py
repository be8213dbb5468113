"""Output → bytes: the page's template speaks its language, and every address becomes relative to the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from pathlib import Path, PurePosixPath
from traceback import extract_tb
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup

from minusone import formats
from minusone.data.codes import svg
from minusone.head.elements import head
from minusone.interface import translations
from minusone.pictures import Size
from minusone.pieces.links import localized, whole
from minusone.pieces.share import Share
from minusone.plan import Output
from minusone.privacy.guard import masked
from minusone.refusals import RefusalError
from minusone.schema import Part, Term, about
from minusone.slot import LeadsTo, slot, to_its_page
from minusone.words import TAGS, Bilingual, Lang, Text, Words


@dataclass(frozen=True)
class Renderer:
    """Renders any output. `portable` writes file names into links, so that pages open from a disk.

    `sizes` are those of the published pictures, by address; `leads_to` says where links to records lead.
    """

    templates: Path
    portable: bool = False
    sizes: Mapping[str, Size] = field(default_factory=dict)
    leads_to: LeadsTo = to_its_page

    def __call__(self, output: Output) -> tuple[PurePosixPath, bytes]:
        name = output.page.template
        try:
            template = environment(self.templates, output.lang, self.leads_to).get_template(name)
            html = template.render(page=output.page, here=output.page.context, portable=self.portable)
        except Exception as error:  # A template can fail in any way that Python can; say where, in the template.
            raise BrokenTemplateError(f"{_place(error, self.templates, name)}: {masked(str(error))}") from error
        sized = with_sizes(html, self.sizes)
        if output.page.anywhere and not self.portable:
            return output.path, rooted(sized, output.page.frame.settings.path).encode()
        return output.path, relative(sized, output.path, portable=self.portable).encode()


def _place(error: Exception, templates: Path, name: str) -> str:
    """The file and line of a template in which it failed."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}:{error.lineno}"
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(templates)]
    return f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else name


class BrokenTemplateError(RefusalError):
    """A template can't be read or asks for what isn't there; says which, and where."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(f"模板有错：{self}", f"A template is broken: {self}")


@cache
def environment(templates: Path, lang: Lang, leads_to: LeadsTo = to_its_page) -> Environment:
    """Jinja for one language. What a template may use beside the page is all here."""
    jinja = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
    )
    words = translations(templates, lang)
    jinja.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    jinja.globals |= {"lang": lang, "tag": TAGS[lang], "separator": "、" if lang == "zh" else ", "}
    filters: dict[str, Callable[..., Any]] = {
        "words": partial(_words, lang),
        "name": partial(_name, lang),
        "field": partial(_field, lang),
        "day": partial(_day, lang),
        "iso": date.isoformat,
        "period": lambda value: formats.period(value, lang),
        "dated": lambda value: formats.dated(value, lang),
        "due": lambda value: formats.due(value, lang),
        "number": lambda value: formats.number(value, lang),
        "figure": lambda value: formats.figure(value, lang),
        "money": lambda value, currency: formats.money(value, currency, lang),
        "quantity": lambda value, of: formats.quantity(value, of, lang),
        "capital": _capital,
        "how_often": lambda value: formats.how_often(value, lang),
        "head": lambda page: head(page, lang),
        "url": lambda address: localized(address, lang),
        "qr": _qr,
        "whole": lambda address, base: whole(base, address, lang),
        "share": partial(_share, lang),
        "answer": lambda value: value.said(lang),
        "body": lambda body: slot(lang, body, leads_to),
    }
    jinja.filters |= filters
    return jinja


def _capital(text: str | Text) -> str | Text:
    """A word that stands by itself begins with a capital."""
    if isinstance(text, Text):
        return replace(text, plain=text.plain[:1].upper() + text.plain[1:])
    return text[:1].upper() + text[1:]


def _words(lang: Lang, value: Words | Bilingual | None) -> Text:
    """Somebody's words in this language, or in Chinese and marked so."""
    if value is None:
        return Text("")
    return Text(value.to(lang)) if isinstance(value, Bilingual) else value.to(lang)


def _name(lang: Lang, value: Term) -> str:
    return value.label.to(lang)


def _field(lang: Lang, record: Part, name: str) -> str:
    """What a field is called."""
    return about(type(record).model_fields[name]).label.to(lang)


def _day(lang: Lang, value: date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), formats.day(value, lang))


def _qr(address: str) -> Markup:
    """An address as a drawing in the page, which is segno's own."""
    return Markup(svg(address).decode().partition("?>")[2])  # noqa: S704


def _share(lang: Lang, value: Share) -> Markup:
    return value.said(lang)


# --- addresses -------------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_ADDRESS = re.compile(r'(?<=\s)((?:href|src|action)="|content="0; url=)(/[^"]*)"')


_PICTURE = re.compile(r'<img(?=(?:[^">]|"[^"]*")*? src="(/[^"]*)")')


def with_sizes(html: str, sizes: Mapping[str, Size]) -> str:
    """Every picture with a size says so, that a page does not jump when it arrives."""

    def one(found: re.Match[str]) -> str:
        size = sizes.get(found[1])
        return f'<img width="{size[0]}" height="{size[1]}"' if size else found[0]

    return _PICTURE.sub(one, html)


def relative(html: str, path: PurePosixPath, *, portable: bool) -> str:
    """Every address of the site, `href="/…"` and the like, made relative to the page: it works below any base path."""
    depth = len(path.parts) - 1

    def one(found: re.Match[str]) -> str:
        return f'{found[1]}{_relative(found[2], path.parts[:depth], portable=portable)}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(one, tag[0]), html)


def rooted(html: str, root: str) -> str:
    """The same addresses from the root of the host, for a page that is shown at any; `root` is the site's own path."""
    return _TAG.sub(lambda tag: _ADDRESS.sub(lambda found: f'{found[1]}{root}{found[2][1:]}"', tag[0]), html)


def _relative(address: str, here: tuple[str, ...], *, portable: bool) -> str:
    whole, hash_, fragment = address.partition("#")
    is_page = whole.endswith("/")
    target = tuple(part for part in whole.split("/") if part)
    shared = 0
    while shared < min(len(target), len(here)) and target[shared] == here[shared]:
        shared += 1
    parts = [".."] * (len(here) - shared) + list(target[shared:])
    said = "/".join(parts)
    if is_page:
        said = "/".join([*parts, "index.html"]) if portable else (f"{said}/" if said else "./")
    return said + hash_ + fragment
