"""What is sensitive near a person or an address (health, poverty, petitions, the law), and marks of secrecy.

As a topic (低保政策, 信访制度, 国家秘密) it passes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from minusone.expressions import Expression
from minusone.privacy.findings import Hit, Kind
from minusone.privacy.names import BARE, COMMON_SURNAME, bare_names
from minusone.privacy.normal import Normal
from minusone.privacy.signs import anywhere, chinese, opening
from minusone.privacy.surnames import COMMON

_REACH = 40
"""Characters within which a fact is about somebody, if the sentence does not end before."""

_FACT = Expression(
    r"精神病|精神障碍|精神分裂|智力障碍|残疾|智障|[患确]?[肝肺胃肠乳]癌|癌症|肿瘤|尿毒症|艾滋病?|(?i:\bHIV\b)|乙肝|结核|梅毒|白血病|抑郁症?|自闭症|癫痫|糖尿病|瘫痪|"
    r"中风|脑梗|重病|大病|透析|化疗|流产|低保|贫困|特困|五保|困难家庭|困难户|信访|上访|缠访|闹访|刑释|刑满|社区矫正|吸毒|戒毒|涉毒|服刑|前科|犯罪|家暴|"
    r"失独|孤儿|邪教|(?i:\b(?:schizophreni\w*|mental\s(?:illness|disorder)|disab(?:led|ility)|cancer|tumou?r|hepatitis|tuberculosis|"
    r"AIDS|leuk(?:a?emia)|depression|diabet\w+|dialysis|subsistence\sallowance|low-income|poverty|petition(?:er|s|ed|ing)?|"
    r"drug\s(?:user|addict\w*|rehabilitation)|ex-convict|released\sfrom\sprison|probation|convict(?:ed|ion)|paralys\w+|autis\w+)\b)",
    re.ASCII,
)
_WHO_HAS_IT = (
    r"(?:低保户|贫困户|困难户|特困户|五保户|残疾人(?![坡通设车厕专联无就康事证])|残疾(?:居民|老人|住户)|精神(?:病|障碍)(?:人|患者)|患(?:有|了|上)?[^，。；\n]{0,8}(?:病|癌|瘤|症)|"
    r"癌症|尿毒症|吸毒|戒毒(?:人员|者)|刑释|刑满|矫正对象|上访[户人者]|信访[户人]|(?i:HIV)|艾滋|瘫痪|失独)"
)
_COUNT = "[0-9一二三四五六七八九十百]"
_N = r"(?:[0-9]{1,4}|[一二三四五六七八九十百]{1,4})"
_NEAR_A_DOOR = Expression(
    rf"{_N}\s?(?:[幢栋](?!楼)|号楼|单元|弄|室|号)[^，。；;\n]{{0,12}}?{_WHO_HAS_IT}"
    rf"|{_WHO_HAS_IT}[^，。；;\n]{{0,8}}?(?:住|居住|家在|在)[^，。；;\n]{{0,12}}?{_N}\s?(?:幢|栋|号楼|单元|弄|室|号)"
)
_SOMEBODY = Expression(
    rf"[{''.join(sorted(COMMON))}]姓(?:居民|村民|老人|男子|女子|住户|妇女|夫妇|老太|老汉|青年|业主|男|女)"
    rf"|(?<![不古衰养敬助])[老][{''.join(sorted(COMMON))}](?=[^\u3400-\u9fff]|\Z|[的家患因是有长曾反夫一系被])"
)


def sensitive(text: Normal, near: Iterable[Hit]) -> Iterator[Hit]:
    """Facts near what else was found of a person or an address, or near as little as tells somebody from others."""
    words = text.text
    people = [hit for hit in near if hit.kind in (Kind.PERSON, Kind.ADDRESS, Kind.MINOR, Kind.IDENTITY, Kind.PHONE)]
    facts = list(_FACT.compiled.finditer(words))
    if not facts:
        return
    whole = [(hit.start, hit.end) for hit in people] + [found.span() for found in _SOMEBODY.compiled.finditer(words)]
    whole = sorted({*whole, *bare_names(words)})
    first = 0
    for fact in facts:
        while first < len(whole) and whole[first][1] < fact.start() - _REACH:
            first += 1
        near_by = (place for place in whole[first : first + 8] if place[0] <= fact.end() + _REACH)
        if about := next((place for place in near_by if not _parted(words, fact.span(), place)), None):
            yield Hit(Kind.SENSITIVE, min(fact.start(), about[0]), max(fact.end(), about[1]))
    for found in _NEAR_A_DOOR.compiled.finditer(words):
        yield Hit(Kind.SENSITIVE, *found.span())


SIGNS_OF_SOMEBODY = (
    chinese(BARE),
    chinese(f"姓(?<={COMMON_SURNAME}.)"),
    chinese(f"老{COMMON_SURNAME}"),
    chinese(rf"[幢栋号单弄室](?:(?<={_COUNT}.)|(?<={_COUNT}\s.))[^，。；;\n]{{0,14}}?{_WHO_HAS_IT}"),
)
"""Beside those of other detectors, as of where somebody lives: nothing is sensitive without somebody or a door near."""

_END = re.compile(r"[。！!？?；;\n\x1e]|\.\s")


def _parted(words: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a sentence ends between the two."""
    (_, end), (start, _) = sorted((one, other))
    return bool(_END.search(words, end, max(end, start)))


# --- secrecy ---------------------------------------------------------------------------------------------------------

_EDGE = r"(?:\A|\n[^\S\n]*|[\x1e【\[（(《〈\"'“「#*>|:：。]\s*)"
_ENDING = r"(?=[ \t]|\s*(?:\Z|[\n\x1e】\]）)》〉\"'”」*|，,。！!；;]))"
_ENGLISH_MARK = (
    r"internal\suse\sonly|internal\sdocument|internal\smaterial|for\sofficial\suse\sonly|not\sfor\s(?:public\s)?"
    r"(?:release|distribution|circulation|publication|disclosure)|do\snot\s(?:circulate|distribute|disclose|forward)|"
    r"restricted\scirculation"
)
_MARK = Expression(
    r"(?:绝\s?密|机\s?密|秘\s?密|内\s?部)\s?[★☆※]"
    r"|[★☆]\s?(?:长期|[0-9一二三四五六七八九十]{1,3}\s?(?:年|个月))"
    r"|密\s?级\s?[:为]?\s?(?:绝密|机密|秘密|内部)"
    rf"|{_EDGE}(?:绝\s?密|机\s?密|秘\s?密)级?(?:文件|材料|资料|件)?{_ENDING}"
    r"|此件不(?:予)?公开"
    r"|(?:绝密|机密|秘密)(?:级)?(?:文件|材料|资料)[,:，：\s]{0,2}(?:请|不得|严禁|注意|妥善|仅)"
    r"|内部(?:资料|文件|材料|情况|通报|刊物|传阅|掌握|使用|参考)?[,:，：!\s]{0,3}(?:注意保[存密管]|请勿|切勿|不得|严禁|禁止|勿|妥善保|仅供|仅限|阅后|不予公开|不对外)"
    rf"|{_EDGE}内\s?部\s?(?:资\s?料|文\s?件|材\s?料|掌握|使用|参考|传阅){_ENDING}"
    r"|(?:仅供|仅限|只供)(?:系统|单位|局|区|街道|机关|领导)?内部(?:参考|使用|掌握|传阅|参阅|工作)(?!的)"
    r"|(?:此|本|该)(?:件|文|材料|资料|文件|表|名单)[^，。；\n]{0,8}(?:不得|请勿|严禁|禁止|不宜|不予)(?:对外|向外)?(?:外传|公开|扩散|传播|泄露|复印|翻印)"
    r"|(?:请勿|严禁|切勿|不得|禁止|勿)(?:外传|外泄|扩散|对外公开|对外提供|转发外传)"
    rf"|{_EDGE}(?:不得|不宜|暂不)公开{_ENDING}"
    r"|未经[^，。；\n]{2,10}(?:不得|严禁|禁止|不可)(?:对外)?(?:公开|外传|传播|复制|扩散|泄露)(?![\u3400-\u9fff])"
    r"|(?:仅供|只供)[^，。；\n]{0,3}(?:领导|工作人员|常委|党组)[^，。；\n]{0,3}(?:参[阅考]|传阅|审阅|掌握)"
    r"|阅后(?:即焚|销毁|收回|即毁)|注意保[存密](?=[。！!\s)）】]|\Z)"
    r"|(?-i:\b(?:TOP\sSECRET|STRICTLY\sCONFIDENTIAL|CONFIDENTIAL|SECRET)\b)"
    rf"|(?i:\b(?:{_ENGLISH_MARK})\b)",
    re.ASCII,
)
_MAY_BE_MARK = re.compile(
    r"密|内\s?部|仅供|只供|[★☆]|外传|外泄|扩散|公开|阅后|注意保|对外|(?i:secret|confidential|internal|official\suse|not\s)"
)
_NEXT = 12
_TELLS = "举报人|检举人|控告人|线人"
_INFORMER = Expression(
    rf"(?:{_TELLS}|(?i:informant|whistleblower))(?:系|为|是|叫|身份(?:为|是)|[:：]|住|电话|手机|姓名|联系|\s(?:is|was)\b)",
    re.ASCII,
)


def secrecy(text: Normal, near: Iterable[Hit]) -> Iterator[Hit]:
    """Marks as papers carry them, and who reported something."""
    words = text.text
    if _MAY_BE_MARK.search(words):
        for found in _MARK.compiled.finditer(words):
            yield Hit(Kind.SECRECY, *found.span())
    people = sorted(hit.start for hit in near)
    for found in _INFORMER.compiled.finditer(words):
        told = bisect_left(people, found.start()) < bisect_right(people, found.end() + _NEXT)
        if told or found[0][-1] in "系住":
            yield Hit(Kind.SECRECY, *found.span())


_NOT = "[得勿禁止宜予可不]"
_TELL = "(?:公开|外传|外泄|扩散|传播|泄露|复印|翻印|复制|提供)"
SIGNS_OF_SECRECY = (
    chinese(r"密(?:(?<=[绝机秘].)|(?<=[绝机秘]\s.)|\s?级)"),
    chinese("★"),
    chinese("☆"),
    chinese("※"),
    chinese(
        r"内\s?部\s?(?:资\s?料|文\s?件|材\s?料|情况|通报|刊物|传阅|掌握|使用|参[考阅]|工作|[,:，：!\s]{0,3}"
        r"(?:注意保|请勿|切勿|不得|严禁|禁止|勿|妥善保|仅供|仅限|阅后|不予公开|不对外))"
    ),
    chinese(rf"{_NOT}(?:对外|向外|转发)?{_TELL}"),
    chinese("供(?<=[仅只].)"),
    chinese("阅后(?:即焚|销毁|收回|即毁)"),
    chinese("注意保"),
    chinese(f"(?:{_TELLS})", *_TELLS.split("|")),
    anywhere("SECRET"),
    anywhere("CONFIDENTIAL"),
    anywhere(
        opening("IiFfNnDdRr", f"(?i:{_ENGLISH_MARK})"),
        *("internal", "official", "release", "distribut", "circulat", "publication", "disclos", "forward"),
    ),
    anywhere("(?i:informant|whistleblower)", "informant", "whistleblower"),
)
"""Of marks, and of who reported something."""
