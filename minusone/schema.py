"""How a kind of record declares its fields, once.

A field's Python type says everything that the rest of the product needs to know of it: `Words` are translated, a `Ref`
points to another record, anything else is a fact. Its label and help, in both languages, stand beside it; validation,
scaffolds, pages and documentation are derived from there.

Values reach these models as YAML's strings, lists and mappings: nothing is guessed from how a scalar looks, so `NO`,
`12:30` and `010` mean what the editor sees. The type of the field decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from typing import Annotated, Any, ClassVar, Generic, NamedTuple, Self, TypeVar, get_args, get_origin, overload

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from minusone.words import Bilingual, Words

T = TypeVar("T")
P = TypeVar("P", bound="Part")
Key = str | int
Path = tuple[Key, ...]
"""Where a value stands in a record: field names and list positions."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
RESERVED_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(10))})
"""File names that Windows keeps for devices, with any ending."""


# --- types of values -------------------------------------------------------------------------------------------------


class Term(Enum):
    """A word from a fixed list, with its place there and its label. It may be written as its value or as a label."""

    label: Bilingual
    place: int

    def __new__(cls, value: str, zh: str, en: str) -> Self:
        term = object.__new__(cls)
        term._value_ = value
        term.label = Bilingual(zh, en)
        term.place = len(cls.__members__)
        return term

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return next((term for term in cls if value in term.label), None)


def _read_id(value: object) -> str:
    if isinstance(value, str) and len(value) <= 80 and _ID.fullmatch(value) and value not in RESERVED_NAMES:
        return value
    raise PydanticCustomError("bad-id", "")


def read_yes_no(value: object) -> bool:
    answers = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in answers:
        return answers[value.strip().lower()]
    raise PydanticCustomError("bad-yes-no", "")


def read_web_address(value: object) -> str:
    if isinstance(value, str) and re.fullmatch(r"(?i:https?)://[^\s<>\"'\\]+", value):
        return value
    raise PydanticCustomError(
        "bad-link",
        "",
        {
            "reason_zh": "网址要以 https:// 开头",
            "reason_en": "An address begins with https://",
        },
    )


def _read_list(value: object) -> object:
    """One item may be written without the dash."""
    return value if isinstance(value, list | tuple) else [value]


Id = Annotated[str, BeforeValidator(_read_id)]
YesNo = Annotated[bool, BeforeValidator(read_yes_no)]
WebAddress = Annotated[str, BeforeValidator(read_web_address)]
OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_read_list)]


# --- fields and parts ------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class About:
    """What people are told of a field, and what else holds for it.

    An `internal` field never reaches any output; a `past` date may not lie after the site's today.
    """

    label: Bilingual
    help: Bilingual
    internal: bool = False
    past: bool = False


def field(
    label: tuple[str, str], help: tuple[str, str], *, default: Any = ..., internal: bool = False, past: bool = False
) -> Any:
    """Declare one field: its label and help as (Chinese, English); without a default it must be given."""
    info: FieldInfo = Field(default)
    info.metadata.append(About(Bilingual(*label), Bilingual(*help), internal, past))
    return info


def about(info: FieldInfo) -> About:
    """The About of a declared field; a field without one is a mistake of the programmer (KeyError)."""
    for item in info.metadata:
        if isinstance(item, About):
            return item
    raise KeyError("this field was not declared with schema.field")


def classes(annotation: Any) -> Iterator[type]:
    """The classes that an annotation such as `tuple[Annotated[Step, …], ...] | None` speaks of."""
    if isinstance(annotation, type):
        yield annotation
    for inner in get_args(annotation):
        yield from classes(inner)


def pieces(info: FieldInfo) -> Iterator[Any]:
    """Everything that a field's annotation is made of: types, the types they hold, and what is said beside them."""
    return _pieces((info.annotation, *info.metadata))


def _pieces(annotations: tuple[Any, ...]) -> Iterator[Any]:
    for annotation in annotations:
        yield get_origin(annotation) or annotation
        yield from _pieces(get_args(annotation))


def has_words(info: FieldInfo) -> bool:
    """Whether there is something to translate in a field, however deep; what is internal never is."""
    said = [] if about(info).internal else list(classes(info.annotation))
    parts = (part for part in said if issubclass(part, Part))
    return Words in said or any(has_words(inner) for part in parts for inner in part.model_fields.values())


def nearest(name: str, fields: Mapping[str, FieldInfo]) -> str | None:
    """The field that a misspelt one could have been; the fields' Chinese labels count as spellings."""
    spellings = {about(info).label.zh: field for field, info in fields.items()} | {field: field for field in fields}
    near = get_close_matches(name, spellings, n=1, cutoff=0.5)
    return spellings[near[0]] if near else None


def is_internal(model: type[Part], path: Path) -> bool:
    """Whether what stands at a path is internal, or lies in something that is."""
    for name in path:
        if isinstance(name, str):
            info = model.model_fields.get(name)
            if info is None or about(info).internal:
                return info is not None
            model = next((said for said in classes(info.annotation) if issubclass(said, Part)), model)
    return False


class Part(BaseModel):
    """A group of fields. `brief` names the field that a lone string stands for."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, validate_default=False, defer_build=True
    )
    brief: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, value: object) -> object:
        """A field left blank is one that was not given, and so is an empty list."""
        match value:
            case str() if cls.brief:
                return {cls.brief: value}
            case dict() if not all(value.values()):
                return {name: item for name, item in value.items() if not cls._is_blank(name, item)}
        return value

    def __getstate__(self) -> dict[Any, Any]:
        """What is not said by default: that is most of it, in most parts."""
        default = _defaults(type(self))
        return {name: value for name, value in self.__dict__.items() if value is not default[name]}

    def __setstate__(self, said: dict[Any, Any]) -> None:
        """Set one by one, so that all parts of a class share the names of their fields: there are many."""
        for name, default in _defaults(type(self)).items():
            object.__setattr__(self, name, said.get(name, default))
        for name, value in _PYDANTICS_OWN.items():
            object.__setattr__(self, name, value)

    @classmethod
    def _is_blank(cls, name: str, item: object) -> bool:
        info = cls.model_fields.get(name)
        return info is not None and (item is None or (item == [] and get_origin(info.annotation) is tuple))


_PYDANTICS_OWN = {"__pydantic_fields_set__": set[str](), "__pydantic_extra__": None, "__pydantic_private__": None}
"""What it keeps of each model beside the fields, and nobody asks for here."""


@cache
def _defaults(model: type[Part]) -> Mapping[str, object]:
    """What each field says where nobody said anything."""
    return {name: info.get_default() for name, info in model.model_fields.items()}


class Source(Part):
    """Where a fact comes from: a document, an article, a notice."""

    brief = "text"
    text: Words = field(
        ("出处", "Source"), ("文件或文章的名称、机关、时间", "Name of the document, who issued it, when")
    )
    url: WebAddress | None = field(("网址", "Address"), ("可查阅的网址", "Where it can be read"), default=None)


class Record(Part):
    """What every record has. A subclass says what kind it is and in which folder it is kept."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    label: ClassVar[Bilingual]

    id: Id = field(
        ("编号", "Id"),
        (
            "一经公布不再更改、不再他用；也是网址的一部分",
            "Never changed and never used again once published; part of the address",
        ),
    )
    title: Words = field(("标题", "Title"), ("一句话说明", "In one line"))
    summary: Words | None = field(
        ("摘要", "Summary"), ("列表中显示的一两句话", "One or two sentences, shown in lists"), default=None
    )
    sources: OneOrMore[Source] = field(("来源", "Sources"), ("事实出自哪里", "Where the facts come from"), default=())
    sample: YesNo = field(
        ("示例", "Sample"),
        ("不是真实记录，只作演示；页面上会注明", "Not a real record but an example; every page says so"),
        default=False,
    )
    internal: YesNo = field(
        ("内部", "Internal"), ("整个文件不公开", "The whole file stays unpublished"), default=False, internal=True
    )
    memo: Words | None = field(
        ("内部备注", "Internal note"),
        ("只给办公室看，不公开", "For the office only, never published"),
        default=None,
        internal=True,
    )
    body: Words | None = field(
        ("正文", "Text"), ("第二个 --- 之后的文字", "The words after the second ---"), default=None
    )

    @property
    def ref(self) -> Ref:
        return Ref(self.kind, self.id)

    def public(self) -> Self:
        """The record without what is internal."""
        hidden = {
            name: None for name, info in type(self).model_fields.items() if about(info).internal and name != "internal"
        }
        return self.model_copy(update=hidden)


# --- references ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Another record, by kind and id; `part` is a commitment of a programme, after a #."""

    kind: str
    id: str
    part: str = ""

    @property
    def whole(self) -> Ref:
        """The record, whatever part of it is meant."""
        return Ref(self.kind, self.id) if self.part else self

    def __reduce__(self) -> tuple[type[Ref], tuple[str, ...]]:
        """Pickled as short as it is said: there are many."""
        return Ref, (self.kind, self.id, self.part) if self.part else (self.kind, self.id)

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" + (f"#{self.part}" if self.part else "")


@dataclass(frozen=True, slots=True, order=True)
class UnitClass:
    """All units of a type, below a unit or anywhere: `each:street`, `each:village@cicheng` (各街道, 慈城镇各村)."""

    type: str
    within: str = ""

    def __str__(self) -> str:
        return f"each:{self.type}" + (f"@{self.within}" if self.within else "")


@dataclass(frozen=True)
class To:
    """Says which kinds a reference may have. A bare id means the first of them.

    `parts` allows `id#part`; `classes` allows a class of units. Raises the fault `bad-reference` or `wrong-kind`.
    """

    kinds: tuple[str, ...]
    parts: bool = False
    classes: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def read(self, value: object) -> Ref | UnitClass:
        if isinstance(value, Ref | UnitClass):
            return value
        text = value.strip() if isinstance(value, str) else ""
        kind, colon, rest = text.partition(":")
        if self.classes and colon and kind == "each":
            type_, at, within = rest.partition("@")
            if _ID.fullmatch(type_.replace("_", "-")) and (not at or _ID.fullmatch(within)):
                return UnitClass(type_, within)
        name, sharp, part = (rest if colon else text).partition("#")
        if not _ID.fullmatch(name) or (sharp and not (self.parts and _ID.fullmatch(part))):
            example = f"{self.kinds[0]}:2014-003" if len(self.kinds) > 1 else "2014-003"
            raise PydanticCustomError("bad-reference", "", {"example": example})
        kind = kind if colon else self.kinds[0]
        if kind not in self.kinds:
            raise PydanticCustomError("wrong-kind", "", {"id": text[:60], "found": kind, "wanted": list(self.kinds)})
        return Ref(kind, name, part)


# --- walking ---------------------------------------------------------------------------------------------------------


class Way(NamedTuple):
    """A field of a part, in which something may be found."""

    name: str
    about: About


@cache
def ways(part: type[Part], to: type) -> tuple[Way, ...]:
    """The fields of a part whose values may be of a type, or hold such values however deep."""
    return tuple(Way(name, about(info)) for name, info in part.model_fields.items() if _holds(info.annotation, to))


def _holds(annotation: Any, wanted: type) -> bool:
    held = list(classes(annotation))
    return any(issubclass(one, wanted) or (issubclass(one, Part) and bool(ways(one, wanted))) for one in held)


def parts(value: object, of: type[P]) -> list[tuple[Path, P]]:
    """Every part of one type in a record, however deep, with its path; those around it first."""
    found: list[tuple[Path, P]] = []
    _gather_parts(value, of, (), found)
    return found


def _gather_parts(value: object, of: type, path: Path, found: list[tuple[Path, Any]]) -> None:
    if isinstance(value, Part):
        if isinstance(value, of):
            found.append((path, value))
        for name, _ in ways(type(value), of):
            _gather_parts(getattr(value, name), of, (*path, name), found)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather_parts(item, of, (*path, position), found)


def called(path: Path) -> Bilingual:
    """What an editor knows a place in a record by: `measures 2 text`; lists count from 1."""
    if path == ("body",):
        return Bilingual("正文", "text")
    name = " ".join(str(key + 1) if isinstance(key, int) else key for key in path)
    return Bilingual(name, name)


class Leaf(NamedTuple, Generic[T]):
    """One value in a record that is neither a Part nor a list."""

    path: Path
    value: T
    about: About


@overload
def leaves(part: Part) -> list[Leaf[object]]: ...
@overload
def leaves(part: Part, of: type[T]) -> list[Leaf[T]]: ...
def leaves(part: Part, of: type[Any] = object) -> list[Leaf[Any]]:
    """Every value of a type in a part, however deep, with its path; what was not given is left out."""
    found: list[Leaf[Any]] = []
    _gather(part, of, (), found)
    return found


def _gather(part: Part, of: type, path: Path, found: list[Leaf[Any]]) -> None:
    for name, said in ways(type(part), of):
        value = getattr(part, name)
        if value is not None:
            _gather_value(value, of, (*path, name), said, found)


def _gather_value(value: object, of: type, path: Path, said: About, found: list[Leaf[Any]]) -> None:
    if isinstance(value, Part):
        _gather(value, of, path, found)
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            _gather_value(item, of, (*path, position), said, found)
    elif isinstance(value, of):
        found.append(Leaf(path, value, said))
