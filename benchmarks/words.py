"""The words that every contender's pages show around the records, and the names of what records are in."""

from __future__ import annotations

from benchmarks.records import SECTIONS, Status, programme_key, unit_key
from benchmarks.sentences import PROGRAMMES, UNITS
from minusone.words import LANGS, Bilingual

TITLE = Bilingual("办事进展公开", "Progress in Public")
FOOTER = Bilingual("本站记录由各单位填报，欢迎监督。", "These records are kept by the units; look closely.")

SECTION = {
    "rectifications": Bilingual("整改", "Rectifications"),
    "activities": Bilingual("活动", "Activities"),
    "visits": Bilingual("督导", "Visits"),
}
KIND = {
    "rectification": Bilingual("整改事项", "rectification"),
    "activity": Bilingual("公开活动", "activity"),
    "visit": Bilingual("督导走访", "supervision visit"),
}
STATUS = {
    Status.OPEN: Bilingual("待办", "open"),
    Status.IN_PROGRESS: Bilingual("在办", "in progress"),
    Status.DONE: Bilingual("办结", "done"),
    Status.VERIFIED: Bilingual("已核实", "verified"),
}
SAID = {
    "home": Bilingual("首页", "Home"),
    "units": Bilingual("单位", "Units"),
    "number": Bilingual("编号", "Number"),
    "kind": Bilingual("种类", "Kind"),
    "date": Bilingual("日期", "Date"),
    "unit": Bilingual("责任单位", "Unit"),
    "programme": Bilingual("所属行动", "Programme"),
    "status": Bilingual("进展", "Status"),
    "deadline": Bilingual("期限", "Deadline"),
    "linked": Bilingual("相关记录", "Linked records"),
    "newest": Bilingual("最新记录", "Newest records"),
    "counts": Bilingual("各项数量", "How many there are"),
    "before": Bilingual("上一页", "Previous page"),
    "after": Bilingual("下一页", "Next page"),
    "menu": Bilingual("主菜单", "Main menu"),
    "skip": Bilingual("跳到正文", "Skip to the content"),
    "feed": Bilingual("订阅", "Feed"),
}
"""Minimal says the same in its templates and their words/zh.po; a test compares them."""


def data() -> dict[str, object]:
    """All of it, as the peers' templates read it."""
    return {
        "languages": list(LANGS),
        "sections": list(SECTIONS.values()),
        "section_of": {kind[0]: section for kind, section in SECTIONS.items()},
        "statuses": [str(status) for status in Status],
        "footer": FOOTER._asdict(),
        "section": {name: said._asdict() for name, said in SECTION.items()},
        "kind": {name: said._asdict() for name, said in KIND.items()},
        "status": {str(name): said._asdict() for name, said in STATUS.items()},
        "said": {name: said._asdict() for name, said in SAID.items()},
        "units": {unit_key(number): name._asdict() for number, name in enumerate(UNITS)},
        "programmes": {programme_key(number): name._asdict() for number, name in enumerate(PROGRAMMES)},
        "other": dict(zip(LANGS, reversed(LANGS), strict=True)),
        "tag": {"zh": "zh-CN", "en": "en"},
        "name": {"zh": "中文", "en": "English"},
    }
