"""Vehicle plates, e-mail addresses, messaging accounts and the numbers of other papers: told by their form or a cue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minusone.expressions import Expression
from minusone.privacy.findings import Hit, Kind
from minusone.privacy.normal import Normal, digit_class
from minusone.privacy.signs import Detector, anywhere, chinese, opening

_DIGIT = digit_class()


# --- plates ----------------------------------------------------------------------------------------------------------

_S = r"[ ·.•・\-_*`]{0,2}"
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PINYIN = (
    "Jing|Jin|Hu|Yu|Ji|Yun|Liao|Hei|Xiang|Wan|Lu|Xin|Su|Zhe|Gan|E|Gui|Meng|Shan|Shaan|Min|Yue|Qing|Zang|Chuan|Ning|"
    "Qiong"
)
_C = "[A-HJ-NP-Z0-9]"
_BODY = rf"(?:{_C}{_S}){{4}}(?:{_C}{_S}{_C}|{_C}|[警学港澳挂试超领])(?![A-Z0-9])"
_PLATE = Expression(
    rf"[{_PROVINCES}]\s?[A-HJ-NP-Z]{_S}(?P<body>{_BODY})"
    rf"|(?<![A-Z0-9])WJ{_S}[{_PROVINCES}]?{_S}[0-9]{{4,5}}{_C}?(?![A-Z0-9])"
    rf"|(?:车|牌)[^0-9\n]{{0,6}}?(?:使{_S}[0-9]{{3}}{_S}[0-9]{{3}}|[A-Z]{_S}[A-Z]?{_S}[0-9]{{5}})(?![0-9])"
    rf"|(?<![A-Z])(?:plates?|car|licen[cs]e)[^0-9.\n]{{0,24}}?\b(?:{_PINYIN})[ -]?[A-HJ-NP-Z]{_S}{_C}{{5,6}}\b",
    re.IGNORECASE | re.ASCII,
)


def plates(text: Normal) -> Iterator[Hit]:
    """GA 36 plates of all provinces, of new-energy cars, the police, learners, Hong Kong and Macao, and embassies."""
    for found in _PLATE.compiled.finditer(text.digits):
        if not found["body"] or sum(character.isdigit() for character in found["body"]) >= 2:
            yield Hit(Kind.PLATE, *found.span())


_LETTER = "[A-HJ-NP-Za-hj-np-z]"
_WITH_DIGITS = rf"(?:{_LETTER}|{_DIGIT})"
_ENGLISH_CAR = (
    r"(?i:plate|car|licen[cs]e)[^0-9.\n]{0,25}?(?<![A-Za-z0-9])"
    rf"(?i:{_PINYIN})[ -]?{_LETTER}{_S}(?:{_WITH_DIGITS}{_S}){{5}}"
)
PLATES = Detector(
    plates,
    (
        chinese(
            rf"[{_PROVINCES}车牌](?:\s?{_LETTER}{_S}{_WITH_DIGITS}"
            rf"|(?<=[车牌])[^0-9\n]{{0,6}}?(?:使{_S}{_DIGIT}|[A-Za-z]{_S}[A-Za-z]?{_S}{_DIGIT}))"
        ),
        anywhere(rf"(?i:wj){_S}[{_PROVINCES}]?{_S}{_DIGIT}", "wj"),
        anywhere(opening("PpCcLl", _ENGLISH_CAR), "plate", "car", "licen"),
    ),
)


# --- e-mail ----------------------------------------------------------------------------------------------------------

_MAILERS = (
    "qq|foxmail|163|126|yeah|sina|sohu|139|189|wo|21cn|tom|aliyun|"
    "gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud"
)
_DOT = r"(?:\s?\.\s?|\s?[(\[{]\s?(?:dot|点)\s?[)\]}]\s?|\s+dot\s+|\s?点\s?)"
_LOCAL = r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}"
_TOP = r"(?!(?:png|jpe?g|gif|svg|webp|avif|css|js|html?|md)\b)[a-z]{2,6}\b"
_MAIL = Expression(
    rf"{_LOCAL}\s?@\s?(?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,4}}{_TOP}"
    rf"|{_LOCAL}\s?[(\[{{<]\s?(?:at|@|艾特)\s?[)\]}}>]\s?(?:[A-Za-z0-9-]{{1,63}}{_DOT}){{1,4}}{_TOP}"
    rf"|{_LOCAL}\s?(?:#|\$|＃|艾特|小老鼠|\s+at\s+|[-_]at[-_])\s?(?:{_MAILERS}){_DOT}{_TOP}"
    rf"|{_LOCAL}#(?:[A-Za-z0-9-]{{1,63}}\.){{1,3}}(?:com|cn|net|org)\b"
    rf"|{_LOCAL}\s+at\s+(?:[A-Za-z0-9-]{{1,63}}\s+dot\s+){{1,4}}{_TOP}",
    re.IGNORECASE | re.ASCII,
)
_MAY_BE_MAIL = re.compile(r"@|艾特|小老鼠|[#$][A-Za-z0-9]|(?i:\bat\b|[-_]at[-_])", re.ASCII)


def mails(text: Normal) -> Iterator[Hit]:
    """Also with words in place of @ and dot."""
    words = text.text
    for start, end in _around(_MAY_BE_MAIL.finditer(words)):
        for found in _MAIL.compiled.finditer(words, start, min(len(words), end)):
            if _MAY_BE_MAIL.search(words, found.start(), found.end() + 1):
                yield Hit(Kind.EMAIL, *found.span())


def _around(signs: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """From where to where an address may go that has one of some signs; each place once, however many are near it."""
    start = end = 0
    for sign in signs:
        if sign.start() - 70 > end:
            yield start, end
            start = sign.start() - 70
        end = sign.end() + 90
    yield start, end


_BEFORE_AT = "[A-Za-z0-9._%+-]"
_AT_MAILER = rf"(?i:{_MAILERS})(?:\s?[.(\[{{点]|\s+(?i:dot))"
MAILS = Detector(
    mails,
    (
        anywhere(rf"@(?:(?<={_BEFORE_AT}.)|(?<={_BEFORE_AT}\s.)|\s?[)\]}}>])"),
        anywhere(rf"#(?<={_BEFORE_AT}.)[A-Za-z0-9-]{{1,63}}\."),
        anywhere(rf"#\s?{_AT_MAILER}"),
        anywhere(rf"\$\s?{_AT_MAILER}"),
        chinese(rf"(?:艾特|小老鼠)\s?(?:{_AT_MAILER}|[)\]}}>])"),
        anywhere(rf"[Tt](?<=[Aa].)(?:(?<=[\s_-]..)[\s_-]+{_AT_MAILER}|\s?[)\]}}>])"),
        anywhere(r"(?i:at)\s+[A-Za-z0-9-]{1,63}\s+(?i:dot)\s", "dot"),
    ),
)


# --- messaging -------------------------------------------------------------------------------------------------------

_APP = (
    r"(?<!官方)(?<!政务)(?:微\s?信|薇信|威信|徽信|[Vv]\s?信)|"
    r"(?i:(?<![a-z0-9])(?:wechat|weixin|vx|wx|wei\s?xin|telegram|whatsapp|skype|line\sid))"
)
_NUMBERED = r"(?<![A-Za-z0-9])Q\s?Q|扣扣|抠抠|企鹅号?|(?<![A-Za-z0-9])qq"
_SAID = r"(?:账号|帐号|名片|昵称|号码|号|群号|群|ID|id|Id|account|number|is|同号|加我?|为|是|[:=,\s「“\"'(]){0,6}?"
_CHAT = Expression(
    rf"(?:{_APP})(?P<said>{_SAID})(?P<id>[A-Za-z][A-Za-z0-9_-]{{5,19}}|[0-9][0-9 -]{{4,12}}[0-9])(?![A-Za-z0-9])"
    rf"|(?:{_NUMBERED}){_SAID}(?P<number>[1-9](?:[ \-.·]?[0-9]){{4,10}})(?![0-9])"
    rf"|(?:加[Vv➕微]信?|\+[Vv]|钉钉号?|抖音号|快手号|飞书号?)[:=\s]{{0,3}}(?P<other>[A-Za-z0-9][A-Za-z0-9_-]{{5,19}})"
    r"|(?i:\bwxid_[a-z0-9]{6,20})",
    re.ASCII,
)
_MAY_BE_CHAT = re.compile(
    r"信|扣|抠|企鹅|钉|抖音|快手|飞书|[Vv➕]|[Qq]\s?[Qq]|(?i:w[ei]|wx|telegram|whatsapp|skype|line)"
)


def chats(text: Normal) -> Iterator[Hit]:
    """An account after the name of the service; a public account (公众号) is no person's."""
    if not _MAY_BE_CHAT.search(text.text):
        return
    for found in _CHAT.compiled.finditer(text.digits):
        # In English a word may follow, which is no account.
        named = re.search(r"号|ID|id|[:=]", found["said"] or "")
        if not found["id"] or named or re.search(r"[0-9_]", found["id"]):
            yield Hit(Kind.CHAT, *found.span())


_ACCOUNT = rf"{_SAID}(?:[A-Za-z]|{_DIGIT})"
CHATS = Detector(
    chats,
    (
        chinese(rf"信(?:(?<=[微薇威徽Vv].)|(?<=[微Vv]\s.)){_ACCOUNT}"),
        chinese(
            r"[扣抠鹅钉音手书➕加微](?:(?<=扣扣)|(?<=抠抠)|(?<=企鹅)|(?<=[钉➕加])|(?<=抖音)|(?<=快手)|(?<=飞书)|(?<=加微))"
            + _ACCOUNT
        ),
        anywhere(rf"Q\s?Q{_ACCOUNT}"),
        anywhere(f"qq{_ACCOUNT}"),
        anywhere(rf"\+[Vv]{_ACCOUNT}"),
        anywhere(
            rf"(?i:wechat|weixin|vx|wx|wei\s?xin|telegram|whatsapp|skype){_ACCOUNT}",
            *("wechat", "xin", "vx", "wx", "telegram", "whatsapp", "skype"),
        ),
        anywhere(opening("Ll", rf"(?i:line\sid){_ACCOUNT}"), "line"),
        anywhere("(?i:wxid_)", "wxid_"),
    ),
)


# --- other papers ----------------------------------------------------------------------------------------------------

_PAPERS = (
    "护照|通行证|居留证|军官证|士兵证|驾驶证|驾照|社保卡|社会保障卡|医保卡|残疾人?证|低保证|学籍|学生证|"
    "准考证|病历|住院|门诊|居住证"
)
_ENGLISH_PAPERS = r"passport|travel\spermit|driving\slicen[cs]e"
_PAPER = Expression(
    rf"(?:{_PAPERS}|(?i:{_ENGLISH_PAPERS}))"
    r"(?:件|号码|号|编号|(?i:\s?(?:no\.?|number)))?[:\s为是]{0,4}(?:[A-Z]{1,3}\s?)?[0-9](?:[ \-]?[0-9]){5,19}",
    re.ASCII,
)


def papers(text: Normal) -> Iterator[Hit]:
    """A number that something says to be that of a passport, a licence, a patient or a pupil."""
    for found in _PAPER.compiled.finditer(text.digits):
        yield Hit(Kind.IDENTITY, *found.span())


_NUMBER = rf"(?:件|号码|号|编号|(?i:\s?(?:no\.?|number)))?[:\s为是]{{0,4}}(?:[A-Z]{{1,3}}\s?)?{_DIGIT}"
PAPERS = Detector(
    papers,
    (
        chinese(rf"(?:{_PAPERS}){_NUMBER}"),
        anywhere(rf"(?i:{_ENGLISH_PAPERS}){_NUMBER}", "passport", "permit", "driving"),
    ),
)
