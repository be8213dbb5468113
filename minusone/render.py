"""Output → bytes: the page's template speaks its language, and every address becomes relative to the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache, partial
from gettext import NullTranslations
from pathlib import Path, PurePosixPath
from traceback import extract_tb
from typing import Any

from jinja2 import FileSystemLoader, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from minusone import digests, formats
from minusone.addresses import relative, rooted, with_sizes
from minusone.bytecode import Bytecode
from minusone.compiled import Compiled, safe
from minusone.data.codes import svg
from minusone.head.elements import head
from minusone.interface import Vocabulary, filled, translations
from minusone.layout import LeadsTo, localized, to_its_page
from minusone.pictures import Size
from minusone.pieces.links import whole
from minusone.pieces.share import Share
from minusone.plan import Output
from minusone.privacy.guard import masked
from minusone.refusals import RefusalError
from minusone.schema import Part, Term, about
from minusone.slot import slot
from minusone.words import LANGS, TAGS, Bilingual, Lang, Text, Words


@dataclass(frozen=True)
class Renderer:
    """Renders any output. `portable` writes file names into links, so that pages open from a disk.

    `sizes` are those of the published pictures, by address; `leads_to` says where links to records lead. In the folder
    `compiled`, if there is one, the templates' code is kept for the next build.
    """

    templates: Path
    portable: bool = False
    sizes: Mapping[str, Size] = field(default_factory=dict)
    leads_to: LeadsTo = to_its_page
    compiled: Path | None = None

    @cached_property
    def version(self) -> bytes:
        """The digest of all templates and the interface's words: who builds again sees them as they are now."""
        return digests.of_folder(self.templates)

    def prepare(self) -> None:
        """Load every template that can be, so that processes which are forked have them all."""
        for environment in self._environments.values():
            for name in environment.list_templates(["html"]):
                with suppress(TemplateError):  # Who asks for it will be told.
                    environment.get_template(name)

    @property
    def _environments(self) -> dict[Lang, Compiled]:
        return _environments(self.templates, self.version, self.leads_to, self.compiled)

    def __call__(self, output: Output) -> tuple[PurePosixPath, bytes]:
        name = output.page.template
        try:
            template = self._environments[output.lang].get_template(name)
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


@lru_cache(4)
def _environments(templates: Path, version: bytes, leads_to: LeadsTo, compiled: Path | None) -> dict[Lang, Compiled]:
    """Jinja for each language, both with the same code, of one `version` of the templates."""
    code = Bytecode(compiled)
    return {lang: _environment(templates, lang, leads_to, code) for lang in LANGS}


def _environment(templates: Path, lang: Lang, leads_to: LeadsTo, code: Bytecode) -> Compiled:
    """Jinja for one language. What a template may use beside the page is all here."""
    catalogue = translations(templates, lang)
    jinja = Compiled(Vocabulary(catalogue), loader=FileSystemLoader(templates), bytecode_cache=code)
    jinja.globals |= {"_": partial(_phrase, catalogue), "ngettext": lru_cache(4096)(partial(_counted, catalogue))}
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


def _phrase(catalogue: NullTranslations, english: str, /, **values: object) -> Markup:
    return filled(catalogue.gettext(english), values)


def _counted(catalogue: NullTranslations, one: str, many: str, number: int, /, **values: object) -> Markup:
    return filled(catalogue.ngettext(one, many, number), {"num": number, **values})


def _capital(text: str | Text) -> str | Text:
    """A word that stands by itself begins with a capital."""
    if isinstance(text, Text):
        return replace(text, plain=_capitalised(text.plain))
    return safe(_capitalised(str(text))) if isinstance(text, Markup) else _capitalised(text)


def _capitalised(text: str) -> str:
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


@lru_cache(4096)
def _day(lang: Lang, value: date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), formats.day(value, lang))


def _qr(address: str) -> Markup:
    """An address as a drawing in the page, which is segno's own."""
    return Markup(svg(address).decode().partition("?>")[2])  # noqa: S704


def _share(lang: Lang, value: Share) -> Markup:
    return value.said(lang)
