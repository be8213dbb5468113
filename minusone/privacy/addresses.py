"""Home addresses: a door, or a stairwell of few doors.

A building alone (第 12 幢的电梯) is no home, and works on its stairs are told too (12 幢 1 单元加装电梯). Nor is a
street's number, unless somebody lives there. A room in an office building (行政服务中心 3 号楼 302 室) is
where an office works.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minusone.expressions import Expression
from minusone.privacy.findings import Hit, Kind
from minusone.privacy.normal import Normal
from minusone.privacy.signs import Detector, anywhere, chinese, opening

_N = r"(?:[0-9]{1,4}|[一二三四五六七八九十百〇零两]{1,5})"
_S = r"[\s,，、·\-]{0,2}"
_BUILDING = rf"(?:(?:第?{_N}|[A-Ha-h甲乙丙丁])\s?(?:幢|栋|座|棟|号楼)|{_N}\s?(?:#楼?|弄))"
_BLOCK = rf"(?:{_BUILDING}|第?{_N}\s?号)"
_ENTRY = rf"(?:(?:{_N}|[甲乙丙丁东西南北中A-Da-d])\s?(?:单元|梯位|门洞|门))"
_ROOM = rf"(?:[A-Za-z]?{_N}\s?室)"
_BARE_DOOR = (
    r"(?:[A-Za-z]?[0-9]{3,4}"
    r"(?![0-9A-Za-z]|\s?(?:[多余]?[平立]|元|万|亿|米|人|户|年|月|日|个|家|台|部|次|辆|盏|项|件|[会办教活阅接]))室?)"
)
_READ_OUT = r"(?:[一二三四五六七八九][〇零一二三四五六七八九]{2,3}(?![〇零一二三四五六七八九十百千年]))"
_DOOR = rf"(?:{_ROOM}|{_BARE_DOOR})"
_ESTATE = "(?:小区|新村|花园|家园|公寓|[苑坊里府庭湾城园居])"
_NO_HOUSE = (
    r"(?!\s?(?:[楼幢栋]|地块|[桥线路点泵闸井池河渠塘厂仓库车站变机门区标船坝台]|工程|项目|公告|文件|通知|令|高速|议案|提案|上午|下午|"
    r"[早晚前后起至到]|开始|以[前后内]|召开|会议|整改|问题|公厕|电梯|设备|箱|杆|灯))"
)
_NO_WORKS = r"(?!\s?(?:楼道|门厅|外墙|屋面)?(?:加装|改造|粉刷|维修|翻修|更换|更新|整治|施工|至))"
_FROM_VILLAGE = r"[^0-9，。、；;:\s月日第于在自从到至定年文发字令有共计约等]{0,6}"
_LIVES = (
    r"(?:家住|现住|暂住|居住|租住|住在|住于|家在|(?<=[人户位])住|(?<=家)在|"
    r"住址|户籍地址?|户籍所在地|户口所在地|家庭住址|家庭地址|居住地址?)"
)

_HOME = Expression(
    rf"{_BLOCK}{_S}{_ENTRY}(?:{_S}{_DOOR}|{_NO_WORKS})"
    rf"|(?:{_BLOCK}|{_ENTRY}){_S}(?:[东西南北]侧?)?{_ROOM}"
    rf"|(?:{_BUILDING}|{_ENTRY})[\s\-]?{_BARE_DOOR}"
    rf"|(?:{_ESTATE}|[路街巷弄村])\s?{_N}\s?号[\s\-]?(?:{_BARE_DOOR}|{_READ_OUT})"
    rf"|{_N}\s?弄{_S}{_N}\s?(?:号{_NO_HOUSE}|[\-–—][0-9]{{3,4}})"
    rf"|(?<![0-9\-])[0-9]{{1,3}}[\-–—][0-9]{{1,3}}[\-–—][0-9]{{3,4}}(?=\s?室)"
    rf"|{_ESTATE}\s?[0-9]{{1,3}}[\-–—](?:[0-9]{{1,2}}[\-–—])?[0-9]{{3,4}}(?![0-9\-–—])"
    rf"|(?:村|村民小组|组|弄|屯)\s?{_FROM_VILLAGE}{_N}\s?号{_NO_HOUSE}"
    rf"|{_LIVES}[:\s]{{0,2}}[^，。；;\n]{{0,30}}?{_N}\s?(?:号|幢|栋|室|单元|弄|组)"
)
_ENGLISH = Expression(
    r"\b(?:room|rm\.?|flat|apartment|apt\.?|unit|door)\s?(?:no\.?\s?)?[0-9]{1,4}\b[^.;\n]{0,40}?\b(?:building|block|unit|lane|"
    r"estate|village|gardens?)\b"
    r"|\b(?:building|block|stairwell|staircase|lane)\s?(?:no\.?\s?)?[0-9]{1,4}\b[^.;\n]{0,20}?\b(?:unit|room|rm|flat|apartment|apt|"
    r"door|no)\.?\s?[0-9]{1,4}\b"
    r"|\bno\.?\s?[0-9]{1,4},?\s(?:of\s)?lane\s[0-9]{1,4}\b"
    r"|\b(?:no\.?|house|number)\s?(?:no\.?\s?)?[0-9]{1,4},?\s(?:in\s|of\s)?(?:[a-z']+\s){1,2}village\b"
    r"|\bvillage,?\s(?:no\.?|house|number)\s?(?:no\.?\s?)?[0-9]{1,4}\b"
    r"|\b(?:lives?|lived|living|resides?|residing|home\saddress|her\shome|his\shome)\b[^.;\n]{0,30}?\b(?:no\.?\s?|number\s|house\s|"
    r"building\s|room\s|flat\s|at\s|is\s)[0-9]{1,4}\b(?!\s?(?:years?|per|%))",
    re.IGNORECASE | re.ASCII,
)
_MAY_BE_HOME = Expression("[幢栋座棟楼号室弄#村住籍单元]|[0-9][-–—][0-9]")
_OFFICE = Expression(
    "(?:中心|大楼|大厦|政府|机关|办公|办事处|委员会|[局院所社]|学校|[大中小]学|广场|商场|宾馆|酒店|会议|服务站|管委会|党校|"
    r"(?i:office|centre|center|hall|bureau|plaza))[^，。；;\n]{0,6}\Z"
)


def addresses(text: Normal) -> Iterator[Hit]:
    words = text.text
    if _MAY_BE_HOME.compiled.search(words):
        for found in _HOME.compiled.finditer(words):
            lives = re.match(_LIVES, found[0])
            if lives or not _OFFICE.compiled.search(words, max(0, found.start() - 16), found.start()):
                yield Hit(Kind.ADDRESS, *found.span())
    for found in _ENGLISH.compiled.finditer(words):
        if not _OFFICE.compiled.search(words, max(0, found.start() - 30), found.start()):
            yield Hit(Kind.ADDRESS, *found.span())


_NUMERAL = "[0-9一二三四五六七八九十百〇零两]"
_SIDE = "[A-Da-d甲乙丙丁东西南北中]"
_LETTERED_OR_SIDE = "[A-Ha-h甲乙丙丁东西南北中]"


def _after(characters: str) -> str:
    """Behind a unit's first character: what numbers it."""
    return rf"(?:(?<={characters}.)|(?<={characters}\s.))"


_ROOMS = [
    "rm",
    "apt",
    "room",
    "flat",
    "unit",
    "door",
    "lane",
    "block",
    "building",
    "apartment",
    "stairwell",
    "staircase",
]


def _numbered(between: str) -> str:
    """Behind a number's first character, or that of its “no.”: a word for part of a building."""
    words = "|".join(f"(?<={word}{between}.)(?<![a-z]{word}{between}.)" for word in _ROOMS)
    return f"(?<=[{''.join(sorted({word[-1] for word in _ROOMS}))}]{between}.)(?:{words})"


_BEHIND_ROOM = "|".join(map(_numbered, ("", r"\s", r"\.", r"\.\s")))
ADDRESSES = Detector(
    addresses,
    (
        chinese(rf"室{_after(_NUMERAL)}"),
        anywhere(rf"#{_after('[0-9]')}[\s\-]?[A-Za-z]?[0-9]{{3}}"),
        chinese(
            rf"[幢栋座棟弄号#单梯门](?:{_after(_NUMERAL)}|{_after(_LETTERED_OR_SIDE)})"
            rf"(?:楼?{_S}(?:{_NUMERAL}|[A-Za-z][0-9]|{_SIDE}\s?(?:单元|梯位|门))|[元位洞]?[\s\-]?[A-Za-z]?[0-9]{{3}})"
        ),
        chinese(rf"[区村园寓苑坊里府庭湾城居组弄屯]\s?(?:{_FROM_VILLAGE}{_N}\s?号|[0-9]{{1,3}}[-–—])"),
        chinese(rf"[住在籍址][^，。；;\n]{{0,4}}[:\s]{{0,2}}[^，。；;\n]{{0,30}}?{_N}\s?[号幢栋室单弄组]"),
        anywhere(r"[0-9Nn](?<=[A-Za-z.\s].)(?:(?<=[0-9])|(?=[Oo]\.?\s?[0-9]))" + rf"(?i:{_BEHIND_ROOM})"),
        anywhere(r"(?i:village),?\s(?i:no|house|number)", "village"),
        anywhere(r"[0-9],?\s(?:in\s|of\s)?(?:[A-Za-z']+\s){1,2}(?i:village)", "village"),
        anywhere(
            opening("LlRrHh", r"(?i:live[sd]?|living|reside[sd]?|residing|home\saddress|(?:her|his)\shome)(?![A-Za-z])")
            + r"[^.;\n]{0,60}?\.?\s?[0-9]",
            *("live", "living", "resid", "home"),
        ),
    ),
)
