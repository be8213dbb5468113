"""Residents' names: a surname with 某, with kinship or courtesy, or a full name that something says to be one.

Posts are no names: 王书记 is who holds an office, and the captions of a source name leaders without a cue. A surname
alone (王姓居民) tells nobody from their neighbours, and passes; with a sensitive fact it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minusone.expressions import Expression
from minusone.privacy.findings import Hit, Kind
from minusone.privacy.names import COMMON_SURNAME, ENDS, GIVEN_NAME, HAN, NAME, SURNAME, is_unsure, name_at, surname_at
from minusone.privacy.normal import Normal
from minusone.privacy.signs import Detector, anywhere, chinese
from minusone.privacy.surnames import COMMON, COMPOUND, GIVEN, ORDINARY, PINYIN, SURNAMES

_WHO = (
    "居民|村民|住户|业主|租户|租客|房东|户主|机主|市民|党员|困难户|低保户|五保户|特困户|贫困户|残疾人|当事人|投诉人|信访人|上访人|上访户|"
    "来访人|来信人|报修人|反映人|求助人|申请人|产权人|被拆迁人|拆迁户|联系人|经办人|患者|病人|死者|伤者|逝者|家属|亲属|监护人|家长|学生|"
    "小学生|初中生|高中生|幼儿|儿子|女儿|孙子|孙女|外孙女?|妻子|丈夫|母亲|父亲|老伴|配偶|老人|名叫|叫做?|户名|举报人|受害人|嫌疑人|"
    "吸毒人员|刑释人员|服刑人员|矫正对象|供养对象|救助对象|帮扶对象|结对对象|慰问对象|照护对象|个体户|店主|摊主|商户|车主|司机|保洁员|农户|养殖户|种植户|本人|邻居|孕妇|"
    "孩子|男孩|女孩|男童|女童|儿童|其子|其女|其妻|其夫|其母|其父|之子|之女|姓名|收件人|受访人|签名|签字人?|房主|承租人|受益人|受助人|"
    "群众|职工|工人|受访者|受益者|受助者|求助者|居住者|租住者|举报者|投诉者|反映者|来访者|遇难者|志愿者"
)


def persons(text: Normal) -> Iterator[Hit]:
    for detect in (_hidden, _addressed, _cued, _labelled, _nicknamed, _english):
        for start, end in detect(text.text):
            yield Hit(Kind.PERSON, start, end)


Span = tuple[int, int]

# --- 张某 ------------------------------------------------------------------------------------------------------------

_PLACE = "(?:[街镇村社桥河区县市省乡厂店]|路(?!过)|小区|公司|企业|单位|部门|学校)"
_THING = Expression(
    "(?:[些个种一项类处地日月年时条户家位次天方局商人段楼栋幢级科所院件份岗片场]|"
    "网格|工程|工地|行业|领域|机关|负责|领导|干部|同志|物业)"
)
_HIDDEN = Expression(
    rf"某{{1,3}}(?!某)(?!{_PLACE})|[×✕╳xX]{{2}}(?![A-Za-z0-9×])|[×✕╳](?![0-9A-Za-z×])|\*{{1,2}}(?=[等的家说反住要申诉称来,，、。])"
)
_BEGINNING = Expression(rf"(?:\A|[^{HAN}*]|[民户员人者生的子女为是由对与和及]|[业户机车房]主)\Z")


def _hidden(words: str) -> Iterator[Span]:
    """A name of which only the surname is told is still a certain person's."""
    for sign in _HIDDEN.compiled.finditer(words):
        compound = sign.start() > 1 and words[sign.start() - 2 : sign.start()] in COMPOUND
        place = sign.start() - (2 if compound else 1)
        if place < 0 or not surname_at(words, place):
            continue
        if sign[0][0] == "*" and words[place] in _PARTICLES:
            continue  # Bold words: 于**4 月**.
        begins = bool(_BEGINNING.compiled.search(words, max(0, place - 2), place))
        goes_on = sign[0] == "某" and not ENDS.compiled.match(words, sign.end())
        thing = goes_on or _THING.compiled.match(words, sign.end())
        unsure = is_unsure(words, place)
        if (begins and not thing) if unsure else (begins or sign[0][0] != "*"):
            yield place, sign.end()


# --- 王大爷 ----------------------------------------------------------------------------------------------------------

_KIN = (
    "大爷|大妈|大娘|大伯|大叔|大姐|大哥|大嫂|阿姨|阿婆|阿公|阿伯|奶奶|爷爷|伯伯|叔叔|婶婶|大婶|婶|婆婆|老伯|老太太?|老汉|老爷子|"
    "老奶奶|老大爷|老先生|外婆|外公|师母|师傅|老师傅|先生|女士|小姐|太太|老人家?|姆妈|阿娘|阿爷|同学|小朋友|阿妹|嫂子?|伯母|老板娘?"
)
_ADDRESSED = Expression(f"(?:{_KIN})(?!志愿|服务|工作室|品牌|牌|调解|方便面|超市|食堂|面馆|热线)")
_LOOSE = frozenset(("老人", "老人家", "小姐", "太太", "同学", "师傅", "嫂", "婶", "小朋友", "老板", "老板娘", "阿妹"))
"""Words that follow others too: 安置老人. The rest, 女士 or 大爷, follow names or one of the particles."""

_PARTICLES = frozenset("于和向时从经都任何")
_NEVER = frozenset("和向时从经都")
"""Particles that are hardly ever surnames: 和老师傅学手艺."""


def _addressed(words: str) -> Iterator[Span]:
    """A surname, or a full name, with a word of kinship or courtesy."""
    for kin in _ADDRESSED.compiled.finditer(words):
        for length in (3, 2, 1):
            place = kin.start() - length
            if place >= 0 and _is_addressed(words, place, kin):
                yield place, kin.end()
                break


def _is_addressed(words: str, place: int, kin: re.Match[str]) -> bool:
    surname = 0 if words[place] in _NEVER else surname_at(words, place)
    given = words[place + surname : kin.start()]
    loose = is_unsure(words, place) and (kin[0] in _LOOSE or words[place] in _PARTICLES)
    if not surname or len(given) > 2:
        return False
    if given:
        often = all(character in GIVEN for character in given)
        return often and words[place : place + 2] not in ORDINARY and not loose
    return not loose or bool(_BEGINNING.compiled.search(words, max(0, place - 2), place))


# --- 居民张三 --------------------------------------------------------------------------------------------------------

_CUED = Expression(rf"(?:{_WHO})(?:代表|之一|姓名|名叫|叫做?|[是为系])?[\s\"“‘'「（(《:]{{0,2}}(?=[{HAN}])")
_SAID_AFTER = Expression(rf"(?<=[{HAN}]{{2}})(?:\s?\((?:{_WHO})|[,、(]\s?[男女](?=[,、)]))")
_AND = frozenset("、和与及")


def _cued(words: str) -> Iterator[Span]:
    """A full name beside a word for who it is, and those that are told in the same breath."""
    for cue in _CUED.compiled.finditer(words):
        place = cue.end()
        while length := name_at(words, place):
            yield place, place + length
            place += length
            if words[place : place + 1] not in _AND or words[place + 1 : place + 2] not in COMMON:
                break
            place += 1
    for cue in _SAID_AFTER.compiled.finditer(words):
        for length in (3, 2):
            place = cue.start() - length
            if place >= 0 and words[place] in COMMON and name_at(words, place) == length:
                yield place, cue.start()
                break


# --- 姓名：张三 ------------------------------------------------------------------------------------------------------

_FIELD = "走访户|被访[户人]|寄件人|曾用名|家庭成员"
_LABELLED = Expression(
    rf"(?:{_WHO}|{_FIELD})(?:姓名|签名|签字)?\s{{0,3}}[:|]\s{{0,3}}(?P<name>[{HAN}]{{2,4}})(?![{HAN}])"
)
_NO_NAME = re.compile(
    "[办局科处组室部委所员会站队无不略待]|中心|[长人户家]$|书记|主任|单位|街道|社区|干部|公司|公开|保密|居民|村民|同上"
)


def _labelled(words: str) -> Iterator[Span]:
    """Whatever could be a name in the field for one."""
    for found in _LABELLED.compiled.finditer(words):
        if surname_at(words, found.start("name")) and not _NO_NAME.search(found["name"]):
            yield found.span("name")


# --- 老王 ------------------------------------------------------------------------------------------------------------

_CALLED = "".join(sorted(COMMON - frozenset("楼林雷汤兰柴桂章庄钱葛童段毛黄马鲁付")))
_AFTER_FAMILIES = "村庄自弄桥河巷渡堰漕塘岙山埠浦宅"
"""What is named after families: 老徐家漕."""

_NICKNAMED = Expression(
    rf"(?:{_WHO}|为|是|由)[“\"]?(?P<called>[老阿小][{_CALLED}]|阿[{''.join(sorted(GIVEN))}])"
    rf"(?=[^{HAN}]|\Z|[的家反来说称提在因今被住患等一夫])"
    rf"|(?<![{HAN}])[老小][{_CALLED}](?=[刚说反住租讲也]|家(?![具电{_AFTER_FAMILIES}])|夫[妇妻]|两口子)"
    rf"|老[{_CALLED}葛]头(?=[家的说反住、,，。]|\Z)"
    rf"|[{''.join(sorted(COMMON))}]阿[{''.join(sorted(GIVEN))}](?=[家的说反住、,，。]|\Z)"
)


def _nicknamed(words: str) -> Iterator[Span]:
    """As neighbours say it: 居民老王; or at the beginning of a sentence 老杨家的水表."""
    for found in _NICKNAMED.compiled.finditer(words):
        yield found.span("called" if found["called"] else 0)


# --- English ---------------------------------------------------------------------------------------------------------

_CAPITAL = "[A-Z][a-z]{1,11}"
_NO_PLACE = (
    r"(?!\s(?:Street|Town|Village|Road|District|Lane|Community|River|Park|Bridge|Plaza|Hospital|School|Temple|"
    r"Market)\b)"
)
_ROLE = (
    "residents?|villagers?|householders?|tenants?|owners?|complainants?|petitioners?|patients?|pupils?|students?|named|"
    "called|neighbours?|widow|widower|contact|person|name|informant|applicant|whistleblower|child|daughter|son|boy|girl"
)
_TITLED = Expression(
    r"\b(?:Mr|Mrs|Ms|Miss|Madam|Granny|Grandma|Grandpa|Grandmother|Grandfather|Uncle|Aunt|Auntie|Aunty|Old|Little)\.?\s"
    rf"(?:{PINYIN})\b{_NO_PLACE}"
    rf"|\b(?i:{_ROLE})(?:\s?[:,]\s?|\s(?:is|was)\s|\s)(?:{PINYIN})\s{_CAPITAL}\b{_NO_PLACE}"
    rf"|\b(?i:residents?|villagers?|householders?|complainants?|petitioners?|pupils?)\s{_CAPITAL}\s(?:{PINYIN})\b",
    re.ASCII,
)


def _english(words: str) -> Iterator[Span]:
    for found in _TITLED.compiled.finditer(words):
        yield found.span()


# --- all of them -----------------------------------------------------------------------------------------------------

_ENDS_SURNAME = f"[{''.join(sorted(SURNAMES | {name[1] for name in COMPOUND}))}]"
_AFTER_NAME = "|".join(f"(?<={_ENDS_SURNAME}{GIVEN_NAME}{{{given}}}.)" for given in (0, 1, 2))
_AFTER_FULL_NAME = "|".join(
    rf"(?<={COMMON_SURNAME}[{HAN}]{{{given}}}{space}.)" for given in (1, 2) for space in ("", r"\s")
)
_HAS_NAME = rf"(?:[\s\"“‘'「（(《:]{{0,2}}{NAME}|\s{{0,3}}[:|]\s{{0,3}}{SURNAME})"
_KIN_FIRSTS = "".join(sorted({word[0] for word in _KIN.split("|")}))


def _by_initials(names: str) -> str:
    """An expression for some names that passes by quickly what begins with none of their initials."""
    initials = sorted({name[0] for name in names.split("|")})
    of = {initial: [name[1:] for name in names.split("|") if name[0] == initial] for initial in initials}
    return "|".join(f"{initial}(?:{'|'.join(rests)})" for initial, rests in of.items())


PERSONS = Detector(
    persons,
    (
        chinese(f"[某×✕╳xX*](?<={_ENDS_SURNAME}.)"),
        chinese(
            f"[{_KIN_FIRSTS}](?:(?:{_AFTER_NAME})(?<=(?=(?:{_KIN})).)"
            f"|(?<=[老阿小]){COMMON_SURNAME}|(?<=阿){GIVEN_NAME})"
        ),
        chinese(rf"(?:{_WHO}|{_FIELD})(?:代表|之一|姓名|名叫|叫做?|[是为系]|签名|签字)?{_HAS_NAME}"),
        chinese(rf"[(,、](?:{_AFTER_FULL_NAME})(?:\s?[男女]|{_WHO})"),
        anywhere(f"(?:{_by_initials(PINYIN)})(?![a-z])"),
    ),
)
