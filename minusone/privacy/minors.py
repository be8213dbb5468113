"""Children with a name, or with an age and whose they are. Ages in general (6 至 12 岁儿童) pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minusone.expressions import Expression
from minusone.privacy.findings import Hit, Kind
from minusone.privacy.names import HAN, NAME, name_at
from minusone.privacy.normal import Normal
from minusone.privacy.signs import Detector, anywhere, chinese
from minusone.privacy.surnames import COMMON, PINYIN

_YEARS = (
    r"(?:1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九])\s?(?:个?半)?(?:周岁|岁)半?(?!以|及|至|到|左右|[-~—])"
)
_AGE = rf"(?<![0-9至到~\-–—.一二三四五六七八九十]){_YEARS}"
_KIN = "儿子|女儿|孙子|孙女|外孙女?|侄子|侄女|侄儿|外甥女?"
_CHILD = f"{_KIN}|男孩|女孩|男童|女童|男生|女生|男婴|女婴|小孩子?(?!们)|孩子(?!们)"
_LITTLE = f"小(?![学组区时型朋心孩吃店路事河公广额微康院巷桥车道板故课百伙家摊贩于到班队幅范])[{HAN}]"
_LITTLE_ONE = rf"{_LITTLE}(?=[^{HAN}]|\Z|[的在因被说反放上今与和及同家患读住])"
_PUPIL_WORDS = (
    f"小学生|初中生|高中生|中学生|学生|幼儿|孩童|儿童|女童|男童|男孩|女孩|孩子|少年|少女|未成年人|其子|其女|{_KIN}"
)
_PUPIL = rf"{_PUPIL_WORDS}|(?:年级|[0-9一二三四五六][)）]?班)(?:学生|同学|的)?"
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
)
_YOUNG = f"(?:1[0-7]|[1-9]|(?i:{_NUMBER_WORDS}))"
_ENGLISH_CHILD = "(?:boy|girl|pupil|son|daughter|grandson|granddaughter|nephew|niece)"
_MINOR = (
    Expression(rf"{_AGE}的?(?:小)?(?:{_CHILD}|{_LITTLE_ONE})"),
    Expression(rf"(?:{_CHILD})[,，]?(?:今年|现年|年仅|才){_YEARS}"),
    Expression(rf"(?:{_PUPIL})[\s“\"‘'「（(:]{{0,2}}(?:{_LITTLE_ONE})"),
    Expression(rf"{_LITTLE}(?:同学|小朋友|宝宝)(?!们)"),
    Expression(rf"\b{_YOUNG}[- ]year[- ]old\s(?:{_ENGLISH_CHILD}|{PINYIN})\b", re.ASCII),
    Expression(rf"\b(?:{PINYIN})\s[A-Z][a-z]+,?\s\(?{_YOUNG}\)?,\s(?:an?\s)?{_ENGLISH_CHILD}\b", re.ASCII),
    Expression(rf"\b(?:{_ENGLISH_CHILD}|child|(?:{PINYIN})\s[A-Z][a-z]+),?\s(?:aged?)\s{_YOUNG}\b", re.ASCII),
)
_BEFORE_NAME = Expression(rf"(?:{_AGE}的?(?:{_CHILD}|学生|小学生)?|(?:{_PUPIL})[\s“\"‘'「（(:]{{0,2}})(?=[{HAN}])")
_HAN = re.compile(f"[{HAN}]")
_AGED = re.compile(rf"[,(、]\s?(?:[男女]\s?[,、]\s?)?(?:今?年|现?年|年仅|才)?{_YEARS}")
_MAY_BE_MINOR = re.compile(
    r"岁|学|孩|童|幼|年级|班|少[年女]|未成年|[子女儿孙]|(?i:year|aged?\b|pupil|boy|girl|son|daughter|child)", re.ASCII
)


def minors(text: Normal) -> Iterator[Hit]:
    words = text.text
    if not _MAY_BE_MINOR.search(words):
        return
    for pattern in _MINOR:
        for found in pattern.compiled.finditer(words):
            yield Hit(Kind.MINOR, *found.span())
    for cue in _BEFORE_NAME.compiled.finditer(words):
        if length := name_at(words, cue.end()):
            yield Hit(Kind.MINOR, cue.start(), cue.end() + length)
    for age in _AGED.finditer(words):
        for length in (3, 2):
            place = age.start() - length
            if place >= 0 and _stands_alone(words, place) and name_at(words, place) == length:
                yield Hit(Kind.MINOR, place, age.end())
                break


def _stands_alone(words: str, place: int) -> bool:
    """Whether a name begins there without a cue: surely a surname, or the first word."""
    return words[place] in COMMON or place == 0 or not _HAN.match(words, place - 1)


MINORS = Detector(
    minors,
    (
        chinese(r"岁(?<=[0-9一二三四五六七八九十半个周\s].)"),
        chinese(
            rf"(?:{_PUPIL_WORDS}|年级(?:学生|同学|的)?|班(?:学生|同学|的)?)[\s\"“‘'「（(:]{{0,2}}(?:{_LITTLE}|{NAME})"
        ),
        chinese(f"{_LITTLE}(?:同学|小朋友|宝宝)"),
        anywhere("year[- ]old"),
        anywhere(rf",\s\(?(?:an?\s)?{_ENGLISH_CHILD}"),
        anywhere(rf"age(?<=\sage)d?\s{_YOUNG}"),
    ),
)
