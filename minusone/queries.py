"""Figures of the records, asked for in a text: `{{ count("activity", form="field_research", from="2014-02-25") }}`.

A query is read, never run: `read` knows four functions, the kinds of record, and the filters that follow from what a
kind declares. Anything else is told as a fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import cast
from unicodedata import normalize

from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from minusone.faults import BAD_QUERY, ENDS_BEFORE_IT_BEGINS, NOT_IN_QUERIES, NOT_ONE_OF, Fault
from minusone.figures import Figure
from minusone.hints import choices, raised
from minusone.kinds import KINDS
from minusone.kinds.rectification import Rectification, State
from minusone.periods import Period
from minusone.reckoning.lifecycle import Group
from minusone.schema import Record, Ref, Term, To, about, pieces, read_yes_no
from minusone.words import Bilingual

Value = Term | Ref | Period | bool
Reads = type[Term] | type[Period] | type[bool] | To
"""What makes a value of the text of a filter."""


class Function(Term):
    COUNT = "count", "有几条", "how many there are"
    SUM = "sum", "一栏相加", "a field added up"
    LIST = "list", "逐条列出", "each by its title"
    SHARE = "share", "几件中销号了几件，没有销号的逐件列出", "how many of how many are closed, and which are not"


class Among(Term):
    """Where rectifications are counted: the groups, and those of them that are unresolved."""

    UNRESOLVED = "unresolved", "未了结", "unresolved"
    OVERDUE = "overdue", *Group.OVERDUE.label
    OPEN = "open", *Group.OPEN.label
    DECLINED = "declined", *Group.DECLINED.label
    WITHHELD = "withheld", *Group.WITHHELD.label
    CLOSED = "closed", *Group.CLOSED.label
    MERGED = "merged", *Group.MERGED.label


OUTCOMES = ("state", "group")
"""The filters that say how rectifications ended. A share has one of them, and is of what is closed: of nothing else are
those that are left the ones to be named."""


@dataclass(frozen=True)
class Filter:
    """One way of choosing among the records of a kind: what it is called, and what reads its value."""

    label: Bilingual
    reads: Reads


@dataclass(frozen=True)
class Query:
    """What is asked of the records of one `kind`; `filters` are in the order in which the kind has them.

    `of` is the field that a sum adds up.
    """

    function: Function
    kind: str
    filters: tuple[tuple[str, Value], ...] = ()
    of: str = ""

    def __str__(self) -> str:
        """The query as it would be written, one way for each: `count("activity", form="lecture")`."""
        asked = [f'"{name}"' for name in (self.kind, self.of) if name]
        given = [f'{name}="{self._written(name, value)}"' for name, value in self.filters]
        return f"{self.function.value}({', '.join([*asked, *given])})"

    @property
    def slug(self) -> str:
        """A name for its page, each query's own: `count--activity--form-lecture`.

        Neither names nor values hold two hyphens, no name holds one. One too long for a file name ends in a digest.
        """
        given = [f"{name}-{self._written(name, value).translate(_IN_PATHS)}" for name, value in self.filters]
        whole = "--".join([str(self.function.value), self.kind, *([self.of] if self.of else []), *given]).lower()
        return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}--{sha256(str(self).encode()).hexdigest()[:16]}"

    def _written(self, name: str, value: Value) -> str:
        match value:
            case Term():
                return str(value.value)
            case bool():
                return "yes" if value else "no"
            case Period():
                return value.form
            case Ref():
                reads = filters(self.kind)[name].reads
                plain = isinstance(reads, To) and reads.kinds[0] == value.kind
                return str(value).removeprefix(f"{value.kind}:") if plain else str(value)


_CLOSED = ([State.CLOSED], [Among.CLOSED])
_IN_PATHS = str.maketrans(":#/", "._~")
_LONGEST = 120


@dataclass(frozen=True)
class Misread:
    """What is wrong with a query, and the particulars of that."""

    fault: Fault
    particulars: Mapping[str, object]


# --- what may be asked -----------------------------------------------------------------------------------------------


@cache
def filters(kind: str) -> dict[str, Filter]:
    """The filters that a kind has: its fields of fixed terms, of references and of yes and no, then its dates."""
    model = KINDS[kind]
    found = {name: Filter(about(info).label, reads) for name, info in _public(model) for reads in _reads(info)}
    if model is Rectification:
        # As pages do: whoever leads answers for it too.
        found["unit"] = Filter(Bilingual("责任或牵头单位", "responsible or lead unit"), To(("unit",)))
        found["state"] = Filter(Bilingual("状态", "state"), State)
        found["group"] = Filter(Bilingual("分组", "group"), Among)
    if dated(model):
        found["from"] = Filter(Bilingual("从", "from"), Period)
        found["to"] = Filter(Bilingual("到", "to"), Period)
    return found


def dated(kind: type[Record]) -> bool:
    """Whether every record of a kind begins on some day: a rectification when it is opened, the others by a field."""
    fields = (kind.model_fields.get(name) for name in ("date", "period"))
    return kind is Rectification or any(info and info.is_required() for info in fields)


@cache
def quantities(kind: str) -> dict[str, Bilingual]:
    """The fields of a kind that can be added up. A number with a default is no quantity: nobody need have counted."""
    return {
        name: about(info).label
        for name, info in _public(KINDS[kind])
        if {Figure, Decimal, int} & set(pieces(info)) and (info.is_required() or info.default is None)
    }


def _public(kind: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """The kind's own fields, then those that every record has; what is internal is asked by nobody."""
    fields = sorted(kind.model_fields.items(), key=lambda field: field[0] in Record.model_fields)
    return ((name, info) for name, info in fields if not about(info).internal)


def _reads(info: FieldInfo) -> Iterator[Reads]:
    """What reads the values of a field that can be chosen by; a class of units is no single one to choose."""
    for piece in pieces(info):
        if isinstance(piece, To):
            yield To(piece.kinds, parts=piece.parts)
        elif piece is bool or (isinstance(piece, type) and issubclass(piece, Term)):
            yield piece


# --- reading ---------------------------------------------------------------------------------------------------------


def read(text: str) -> Query | Misread:
    """What stands between the braces, or around them too. Chinese quotes and full-width signs are read as plain ones.

    Any text is either a Query or a Misread.
    """
    try:
        return _query(_Call.read(_plain(text)))
    except _WrongError as error:
        shown = text.strip() if len(text) <= 80 else f"{text.strip()[:80]}…"
        return Misread(error.fault, {"value": shown} | error.particulars)


def query(text: str) -> Query:
    """A query that was read before without a fault. Raises ValueError for one that was not."""
    found = read(text)
    if isinstance(found, Misread):
        raise ValueError(f"not a query: {text}")
    return found


class _WrongError(Exception):
    def __init__(self, fault: Fault, **particulars: object) -> None:
        self.fault, self.particulars = fault, particulars


def _unread(zh: str, en: str) -> _WrongError:
    return _WrongError(BAD_QUERY, reason=Bilingual(zh, en))


_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»「」『』", '"') | dict.fromkeys("‘’‚‛", "'") | {"、": ","})
_BRACES = re.compile(r"\s*\{\{(.*)\}\}\s*", re.DOTALL)
_TOKEN = re.compile(r"\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<sign>[(),=])|(?P<word>[^\s\"'(),=]+))")


def _plain(text: str) -> str:
    plain = normalize("NFKC", text).translate(_QUOTES).strip()
    found = _BRACES.fullmatch(plain)
    return found[1].strip() if found else plain


@dataclass(frozen=True)
class _Call:
    """A query's bare form: `function(asked, …, name=value, …)`."""

    function: str
    asked: tuple[str, ...]
    given: tuple[tuple[str, str], ...]

    @classmethod
    def read(cls, text: str) -> _Call:
        match list(_tokens(text)):
            case [("", function), ("sign", "("), *inside, ("sign", ")")]:
                asked, given = list[str](), list[tuple[str, str]]()
                for argument in _arguments(inside):
                    match argument:
                        case [("", value)] if not given:
                            asked.append(value)
                        case [("", name), ("sign", "="), ("", value)]:
                            given.append((name, value))
                        case _:
                            raise _unread(
                                '括号里先写记录种类，再写 栏目="值"，用逗号分开',
                                'In the brackets comes the kind of record, then field="value", parted by commas',
                            )
                return cls(function, tuple(asked), tuple(given))
        raise _unread("要写成 count(…) 这样", "It should look like count(…)")


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Signs, and words with or without quotes."""
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise _unread("引号没有成对", "A quote has no partner")
        words = next(found[name] for name in ("double", "single", "sign", "word") if found[name] is not None)
        yield "sign" if found["sign"] else "", words.strip()
        position = found.end()


def _arguments(tokens: list[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    argument: list[tuple[str, str]] = []
    for token in tokens:
        if token == ("sign", ","):
            yield argument
            argument = []
        else:
            argument.append(token)
    if tokens:
        yield argument


def _query(call: _Call) -> Query:
    functions = {str(one.value): one for one in Function}
    labels = {name: one.label for name, one in functions.items()}
    function = functions[_known(call.function, labels, Bilingual("功能", "function"))]
    if not call.asked:
        raise _unread("括号里先写要数的是哪类记录", "The kind of record comes first in the brackets")
    kind = _known(
        call.asked[0], {name: kind.label for name, kind in KINDS.items()}, Bilingual("种类", "kind of record")
    )
    given = _values(kind, call.given)
    of = _summed(function, kind, call.asked[1:])
    if function is Function.SHARE and [given[name] for name in OUTCOMES if name in given] not in _CLOSED:
        raise _unread(
            'share 只说整改销号了几件、还剩哪几件，要写明 state="closed"；别的用 count 或 list',
            'A share is of the rectifications that are closed, and says state="closed"; for others write count or list',
        )
    return Query(function, kind, tuple(given.items()), of)


def _known(name: str, names: Mapping[str, Bilingual], what: Bilingual) -> str:
    if name not in names:
        raise _WrongError(NOT_IN_QUERIES, value=name[:80], what=what, **choices(name, names))
    return name


def _summed(function: Function, kind: str, rest: tuple[str, ...]) -> str:
    """The field that a sum adds up; nothing for the other functions."""
    if function is not Function.SUM:
        if rest:
            raise _unread("记录种类只写一个", "Only one kind of record is asked for")
        return ""
    if not quantities(kind):
        label = KINDS[kind].label
        raise _unread(f"{label.zh}没有可以相加的栏目", f"Nothing of a {label.en} can be added up")
    if len(rest) != 1:
        names = "、".join(quantities(kind))
        raise _unread(f"sum 要写明哪一栏相加：{names}", f"A sum says which field it adds up: {names}")
    return _known(rest[0], quantities(kind), Bilingual("可以相加的栏目", "field to add up"))


def _values(kind: str, given: tuple[tuple[str, str], ...]) -> dict[str, Value]:
    """The values by filter, in the order in which the kind has the filters."""
    known, found = filters(kind), dict[str, Value]()
    for name, text in given:
        _known(name, {each: filter.label for each, filter in known.items()}, Bilingual("条件", "filter"))
        if name in found:
            raise _unread(f"“{name}”写了两次", f"“{name}” is written twice")
        found[name] = _value(name, known[name].reads, text)
    since, until = found.get("from"), found.get("to")
    if isinstance(since, Period) and isinstance(until, Period) and until.last < since.first:
        raise _WrongError(ENDS_BEFORE_IT_BEGINS, until=until.form, since=since.form)
    return {name: found[name] for name in known if name in found}


def _value(name: str, reads: Reads, text: str) -> Value:
    try:
        return _read(name, reads, text)
    except PydanticCustomError as error:
        fault, said = raised(error.type, error.context or {})
        raise _WrongError(fault, **({"field": name, "value": text[:80]} | said)) from None


def _read(name: str, reads: Reads, text: str) -> Value:
    if isinstance(reads, To):
        return cast(Ref, reads.read(text))  # No filter takes a class of units.
    if issubclass(reads, Term):
        return _term(name, list(reads), text)
    return Period.read(text) if reads is Period else read_yes_no(text)


def _term(name: str, terms: list[Term], text: str) -> Term:
    for term in terms:
        if text in (term.value, *term.label):
            return term
    labels = {str(term.value): term.label for term in terms}
    raise _WrongError(NOT_ONE_OF, field=name, value=text[:80], **choices(text, labels))
