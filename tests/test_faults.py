"""Every fault happens to somebody: a tiny site for each, the place where it is said, the words in both languages."""

from __future__ import annotations

from pathlib import Path
from string import Formatter
from typing import NamedTuple

import pytest

from minusone.faults import FAULTS, MISSING_FIELD, Fault
from minusone.memory import digest
from minusone.problems import Mark
from minusone.words import Bilingual
from tests.sites import BAISHA, CONFIG, marked, problems, progress, record, rectification, where


class Case(NamedTuple):
    """A site with a mark where the fault is; some of what is said of it, in Chinese and in English."""

    code: str
    site: str
    zh: str
    en: str


def unit(fields: str) -> str:
    return record("unit", "north", fields)


def page(fields: str = "", body: str = "") -> str:
    return BAISHA + record("page", "about", fields, body)


def item(fields: str) -> str:
    return BAISHA + rectification(fields)


def steps(*lines: str) -> str:
    return item(progress("date: 2014-03-01, step: registered", *lines))


def commitment(fields: str) -> str:
    return BAISHA + record("programme", "nights", f"commitments:\n  - {{id: study, what: 夜学, who: baisha, {fields}}}")


def promised(mark: str = "") -> str:
    """A commitment of which one Tuesday is over, with a mark where it is written."""
    said = "id: study, what: 夜学, who: baisha, how_often: FREQ=WEEKLY;BYDAY=TU, amount: {at_least: 1, of: hours}"
    tuesday = "since: 2014-04-22, until: 2014-04-28"
    return BAISHA + record("programme", "nights", f"commitments:\n  - {mark}{{{said}, {tuesday}}}")


def translated(source: str, translation: str) -> str:
    return page(source) + f"-- content/pages/about.en.md --\n---\n{translation}\n---\n"


def remembered(key: str, zh: str, en: str) -> str:
    return f'-- content/translations.json --\n{{"pieces": {{"{key}": "{digest(zh)} {digest(en)}"}}}}\n'


def asked(fields: str) -> str:
    visit = record("visit", "look", f"recommendations:\n  - {{text: 补灯, to: baisha, {fields}}}")
    return BAISHA + record("team", "province") + visit


def exception(finding: str, until: str) -> str:
    fields = f"finding: {finding}, reason: 值班电话, reviewer: 办公室主任, until: {until}"
    return f"-- config.yaml --\n{CONFIG}privacy:\n  exceptions:\n    - {{{fields}}}\n" + BAISHA


SILENCE = (
    "vanished",
    "id-reused",
    "first-promise-changed",
    "step-changed",
    "step-gone",
    "item-changed",
    "item-gone",
    "closed-in-silence",
    "figures-changed",
    "corrected-twice",
    "nothing-to-erase",
)
WEEKLY = "how_often: FREQ=WEEKLY"
ASSIGNED = "date: 2014-03-02, step: assigned"
DONE = (ASSIGNED, "date: 2014-03-03, step: started", "date: 2014-03-04, step: submitted, evidence: 照片")
VERIFIED = (*DONE, "date: 2014-03-05, step: verified, residents: 5")

CASES = (
    # files
    Case("empty-file", "-- content/units/north.zh.md --\n▸", "文件是空的", "The file is empty"),
    Case(
        "too-large",
        "-- content/units/north.zh.md --\n▸---\n" + "#" * 1_000_000,
        "1000004 字节，超过上限 1000000 字节",
        "has 1000004 bytes, more than the 1000000 allowed",
    ),
    Case(
        "settings-too-large",
        "-- config.yaml --\n▸" + "#" * 1_000_001,
        "1000001 字节，超过上限 1000000 字节",
        "has 1000001 bytes, more than the 1000000 allowed",
    ),
    Case(
        "not-utf8",
        "-- content/units/north.zh.md in latin-1 --\n---\n▸title: café\n---\n",
        "第 15 个字节起无法读出",
        "can't be read from byte 15 on",
    ),
    Case(
        "gbk",
        unit("▸title: 北街").replace(".md --", ".md in gbk --"),
        "文件是 GBK 编码",
        "Notepad choose Save as, pick UTF-8",
    ),
    Case(
        "only-a-link",
        "-- content/units/north.zh.md -> ../../config.yaml --\n▸",
        "这是快捷方式，不是文件本身",
        "This is a link, not the thing itself",
    ),
    Case(
        "bad-file-name", "-- content/units/con.zh.md --\n▸", "Windows 把这个名字留给设备", "“con.zh.md” can't be used"
    ),
    Case("stray-file", "-- content/units/north.md --\n▸", "改成 north.zh.md", "Rename it to north.zh.md"),
    Case("unknown-folder", "-- content/unit/north.zh.md --\n▸", "移到“units”", "no kind of record called “unit”"),
    Case("loose-file", "-- content/north.zh.md --\n▸", "没有放进文件夹", "“north.zh.md” lies in none of the folders"),
    Case(
        "translation-alone", "-- content/units/north.en.md --\n▸---\ntitle: N\n---\n", "north.zh.md", "no “north.zh.md”"
    ),
    # front matter
    Case(
        "no-front-matter",
        "-- content/units/north.zh.md --\n▸title: 北街\n",
        "不是以 --- 开头",
        "does not begin with ---",
    ),
    Case(
        "unclosed-front-matter",
        "-- content/units/north.zh.md --\n▸---\ntitle: 北街\n",
        "没有对应的第二行 ---",
        "no second line of ---",
    ),
    Case("bad-yaml", unit("title: 北街▸: 南段"), "同一行有两个“: ”", "two “: ” in one line"),
    Case("full-width-colon", unit("title▸：北街"), "改成“title: ”", "“title” is followed by a full-width colon"),
    Case("tab-indent", page("summary:\n▸\tabout"), "用制表符（Tab）缩进", "indented with a tab"),
    Case("duplicate-key", unit("rank: 1\ntype: town\n▸rank: 2"), "第一次在第 3 行", "“rank” is written twice"),
    Case("no-aliases", unit("title: ▸&t 北街"), "锚点“&t”", "anchor “&t”"),
    Case("too-deep", unit("summary: " + "[" * 12 + "▸" + "[" * 5 + "]" * 17), "套得太深了", "nested too deeply"),
    Case("too-tangled", page(body="▸" + "> " * 30 + "深"), "一层套一层", "too many signs"),
    Case("unseen-character", unit('title: ▸"北\\u202e街"'), "字符 U+202E", "Here stands U+202E"),
    Case(
        "not-fields",
        "-- content/units/north.zh.md --\n---\n▸- 北街\n---\n",
        "不是“栏目: 内容”",
        "no “field: value” lines",
    ),
    # fields
    Case("unknown-field", unit("▸tpye: town\ntype: town"), "是不是“type”", "There is no field “tpye” here"),
    Case(
        "missing-field",
        "-- content/units/north.zh.md --\n---\n▸id: north\ntype: town\n---\n",
        "缺少“title”（标题）",
        "“title” (Title) is missing. In one line",
    ),
    Case("want-text", unit("title: ▸[北街]"), "“title（标题）”应当是一段文字", "“title” should be text"),
    Case("want-list", item("measures: ▸补种行道树"), "“measures（整改措施）”应当是一个列表", "should be a list"),
    Case("want-fields", item("found: ▸走亲时"), "这里只有一段文字：走亲时", "Write “date: …”"),
    Case("not-one-of", unit("type: ▸towm"), "是不是“town”", "It takes one of: district, street, town"),
    Case("bad-date", steps("date: ▸2014-02-30, step: assigned"), "2014 年 2 月没有 30 日", "2014-02 has no day 30"),
    Case("bad-period", item("deadline: ▸六月底"), "“六月底”不是日期", "Write 2014-06-30, 2014-W14, 2014-06, 2014-Q2"),
    Case("bad-number", unit("rank: ▸第一"), "只写阿拉伯数字", "“rank” can't be “第一”"),
    Case(
        "too-small",
        f"-- config.yaml --\n{CONFIG}per_page: ▸0\n",
        "“per_page（每页条数）”不能是“0”。至少是 1",
        "“per_page” can't be “0”. It is 1 or more",
    ),
    Case(
        "bad-figure",
        BAISHA + record("activity", "talk", "people: ▸约三十人"),
        "“约三十人”不是一个可以计数的数字",
        "Write 36, 124.1万 or 20+",
    ),
    Case("bad-yes-no", unit("sample: ▸大概"), "写 true（是）或 false（否）", "“sample” can't be “大概”"),
    Case("bad-id", unit("id: ▸North_1"), "编号“North_1”不能用", "lower-case letters, digits and hyphens"),
    Case("bad-reference", unit("parent: ▸江北区"), "“江北区”不是一个编号", "Write for example 2014-003"),
    Case(
        "bad-rule",
        commitment("how_often: ▸每周二"),
        "每周二写 FREQ=WEEKLY;BYDAY=TU",
        "not a recurrence rule of RFC 5545",
    ),
    Case(
        "ends-before-it-begins",
        item("deadline: ▸2016/2014"),
        "“2014”在“2016”之前",
        "“2014” comes before “2016”",
    ),
    # translations
    Case(
        "fact-in-translation",
        translated("rank: 1", "title: About\n▸rank: 2"),
        "原文是“1”",
        "The translation changes “rank”",
    ),
    Case(
        "nothing-to-translate",
        translated("title: 关于", "title: About\n▸summary: In short"),
        "译文的“summary”没有对应的原文",
        "“summary” has no words in the source",
    ),
    Case(
        "translation-stale",
        translated("title: 关于", "title: ▸About") + remembered("page:about/title", "从前", "About"),
        "“title”的译文落后于原文，中文改成了“关于”",
        "if it still fits, run build.py translated content/pages/about.en.md",
    ),
    Case(
        "memory-behind",
        translated("title: 关于", "title: About") + '-- content/translations.json --\n▸{"pieces": {}}',
        "有 1 处译文还没有记住",
        "Run build, and commit content/translations.json with the records",
    ),
    Case(
        "memory-damaged",
        BAISHA + "-- content/translations.json --\n{\n▸pieces: {}}",
        "翻译记忆读不懂",
        "Restore the file as it was last committed",
    ),
    Case(
        "memory-conflict",
        BAISHA + "-- content/translations.json --\n{\n▸<<<<<<< HEAD\n",
        "留下任意一边",
        "Keep either side, delete the other",
    ),
    # references and names
    Case(
        "duplicate-id",
        BAISHA + unit("id: ▸baisha"),
        "content/units/baisha.zh.md 用的是同一个编号",
        "The id “baisha” is taken",
    ),
    Case(
        "dangling-reference",
        BAISHA + unit("parent: ▸baishan"),
        "没有编号为“baishan”的单位",
        "no unit with the id “baishan”. A reader who follows it would find nothing. Did you mean “baisha”",
    ),
    Case(
        "wrong-kind",
        page() + unit("parent: ▸about"),
        "“about”是页面，不能写在这里。这里要的是单位",
        "“about” is a page and can't come here. A unit is wanted here",
    ),
    Case(
        "internal-reference",
        record("unit", "baisha", "internal: true") + unit("parent: ▸baisha"),
        "“baisha”是内部记录",
        "“baisha” is an internal record",
    ),
    Case("empty-class", item("supporting: ▸each:village"), "“each:village”不包括任何单位", "names no unit at all"),
    Case(
        "unit-circle",
        unit("parent: ▸north"),
        "上级关系绕成了一圈：north → north",
        "“north” is above itself",
    ),
    Case(
        "no-such-commitment",
        commitment(WEEKLY) + record("activity", "talk", "fulfils: ▸nights#duty"),
        "“nights”没有“duty”这项承诺",
        "Its commitments: study",
    ),
    Case(
        "merged-circle",
        steps("date: 2014-03-02, step: merged, into: ▸2014-001"),
        "又回到自己",
        "“2014-001” is merged into itself by way of others",
    ),
    Case(
        "two-for-one-path",
        record("unit", "baisha", "", "![树](tree.png)").replace("units/", "units/a/")
        + record("unit", "north", "", "![树](tree.png)").replace("units/", "units/b/")
        + "-- content/units/a/tree.png --\n▸\n-- content/units/b/tree.png --\n",
        "另一个是 content/units/b/tree.png",
        "make the same file “units/pictures/tree.png”",
    ),
    # text
    Case(
        "no-alt",
        page(body="![](▸a.png)") + "-- content/pages/a.png --\n",
        "“a.png”没有文字说明",
        "Write ![what it shows](a.png)",
    ),
    Case(
        "missing-image", page(body="开头\n\n见![树](▸a.png)"), "把图片放到 content/pages", "Put it into content/pages"
    ),
    Case("bad-image", page(body="![树](▸../a.png)"), "只用同一文件夹里的图片", "Only pictures from the same folder"),
    Case(
        "bad-link",
        page(body="[这里](▸about.html)"),
        "链接“about.html”打不开",
        "neither a record nor a whole web address",
    ),
    Case(
        "bad-key",
        f"-- config.yaml --\n{CONFIG}verifier_key: ▸small.example\n",
        "“small.example”不是公钥",
        "what `build.py key` prints as the public key",
    ),
    # lifecycle
    Case(
        "wrong-step",
        steps("date: 2014-03-02, step: ▸closed"),
        "第 2 步“销号”不能在这里。这之前的状态是“已登记”。这里可以是：assigned（交办）、update（进展）",
        "Step 2, “closed”, can't come here. The state before it is “registered”. What may follow: assigned, update",
    ),
    Case(
        "step-needs",
        steps("date: 2014-03-02, step: suspended, reason: 等规划").replace("{date: 2014-03-02", "▸{date: 2014-03-02"),
        "“暂不能解决”缺少“review（复查日期）”。何时再议",
        "“can't be solved yet” lacks “review”. When it is looked at again",
    ),
    Case(
        "step-takes-not",
        steps("date: 2014-03-02, step: assigned, verdict: ▸satisfied"),
        "它属于：followed_up（回访）",
        "“assigned” can't have “verdict”. It belongs to: followed_up",
    ),
    Case(
        "step-order",
        steps("date: 2014-03-09, step: assigned", "date: ▸2014-03-08, step: started"),
        "2014-03-08 的步骤写在 2014-03-09 之后",
        "A step of 2014-03-08 stands after one of 2014-03-09",
    ),
    Case(
        "step-before-found",
        item(progress("date: ▸2014-02-28, step: registered")),
        "步骤日期 2014-02-28 早于发现日期 2014-03-01",
        "comes before it was found on 2014-03-01",
    ),
    Case(
        "future-date",
        steps("date: ▸2014-05-01, step: assigned"),
        "本站的“今天”是 2014-04-30",
        "2014-05-01 has not come yet",
    ),
    Case(
        "self-verified",
        steps(*DONE, "date: 2014-03-05, step: verified, by: ▸baisha"),
        "自己不能核查自己",
        "“baisha” answers for this, or is above or below a unit that does",
    ),
    Case(
        "self-approved",
        steps("date: 2014-03-02, step: extended, deadline: 2014-07, reason: 等管线, approved_by: ▸baisha"),
        "自己不能给自己延期",
        "Nobody moves their own deadline or plan",
    ),
    Case(
        "notice-running",
        steps(
            *VERIFIED,
            "date: 2014-03-06, step: notice, until: 2014-03-12",
            "date: ▸2014-03-12, step: closed",
        ),
        "公示到 2014-03-12 才结束，2014-03-12 就销号了",
        "The notice runs until 2014-03-12, yet this closes on 2014-03-12",
    ),
    Case(
        "nothing-to-extend",
        item(
            "workdays: 15\n"
            + progress(
                "date: 2014-03-01, step: registered",
                "date: 2014-03-02, step: ▸extended, deadline: 2014-07, reason: 等管线, approved_by: group:first",
            )
        ),
        "第 2 步要延期，可是期限还没有起算",
        "Step 2 extends a deadline that has not begun",
    ),
    Case(
        "deadline-differs",
        item("deadline: 2014-03-31\nworkdays: ▸15\n" + progress("date: 2014-03-01, step: registered", ASSIGNED)),
        "期限写的是 2014-03-31，15 个工作日推算的是 2014-03-21",
        "The deadline says 2014-03-31, but 15 working days lead to 2014-03-21",
    ),
    Case(
        "closed-without-evidence",
        item(
            progress("date: 2014-03-01, step: stated, state: verified, source: 清单", "date: 2014-03-02, step: closed")
        ).replace("{date: 2014-03-02", "▸{date: 2014-03-02"),
        "销号之前的步骤里没有任何佐证",
        "It closes, and none of its steps shows any evidence",
    ),
    Case(
        "overdue",
        item("deadline: ▸2014-04-20"),
        "期限是 2014-04-20，已经逾期 10 天",
        "It was due on 2014-04-20; days overdue: 10",
    ),
    Case("due-soon", item("deadline: ▸2014-05-10"), "期限是 2014-05-10，还有 10 天", "due on 2014-05-10, 10 days left"),
    Case(
        "silent",
        item(progress("date: ▸2014-03-01, step: registered")),
        "2014-03-01 以来 60 天没有进展",
        "Nothing has been recorded since 2014-03-01; days without news: 60",
    ),
    Case(
        "review-overdue",
        steps("date: 2014-03-02, step: suspended, reason: 等规划, review: ▸2014-04-20"),
        "应在 2014-04-20 复查，已经逾期 10 天",
        "It was to be reviewed by 2014-04-20; days overdue: 10",
    ),
    Case(
        "follow-up-missed",
        steps(*VERIFIED, "date: ▸2014-03-06, step: closed"),
        "销号后 30 天的回访应在 2014-04-05，已经逾期 25 天",
        "The visit 30 days after closing was due on 2014-04-05; days overdue: 25",
    ),
    Case(
        "follow-up-due-soon",
        steps(*VERIFIED, "date: ▸2014-04-10, step: closed"),
        "销号后 30 天的回访应在 2014-05-10，还有 10 天",
        "The visit 30 days after closing is due on 2014-05-10, 10 days left",
    ),
    Case(
        "before-without-after",
        item(
            "pictures: [{file: lane.png, alt: 积水, shows: ▸before}]\n"
            + progress("date: 2014-03-01, step: registered", *VERIFIED, "date: 2014-04-25, step: closed")
        )
        + "-- content/rectifications/lane.png --\n",
        "有整改前的照片，没有整改后的",
        "shown as it was before, but not as it is now",
    ),
    Case("deadline-needed", item("track: ▸deadline"), "限期整改没有“deadline”", "Write the first promise, for example"),
    Case("review-needed", item("track: ▸long_term"), "长期整改没有“review”", "for example review: quarterly"),
    Case(
        "found-needed",
        item("").replace("id: 2014", "▸id: 2014").replace("found: {date: 2014-03-01}\n", ""),
        "写上 found: {date: 2014-03-06, channel: household_visit}",
        "for a promise write nature: promise",
    ),
    Case(
        "no-such-target",
        steps("date: 2014-03-02, step: replanned, target: ▸lamps, planned: 9, reason: 加装, approved_by: baisha"),
        "没有“lamps”这项目标",
        "There is no target “lamps”",
    ),
    Case(
        "report-span",
        record("report", "march", "period: ▸2014-03-01/2014-03-10"),
        "“2014-03-01/2014-03-10”不是月报的时段",
        "Write period: 2014-03, or span: campaign",
    ),
    Case(
        "two-reports",
        record("report", "a", "period: 2014-03") + record("report", "b", "period: ▸2014-03-01/2014-03-31"),
        "它在“content/reports/a.zh.md”",
        "There is a report of “2014-03-01/2014-03-31” already",
    ),
    Case(
        "html-in-text",
        page(body="见\n\n请看▸<!-- 内部的话 -->"),
        "正文里有 HTML：<!--",
        "There is HTML in the text: <!--",
    ),
    Case(
        "withheld-title",
        item(
            "title: 不能说的事\n"
            + progress("date: 2014-03-01, step: registered", "date: 2014-03-02, step: withheld, basis: 条例第十五条")
        )
        + page(body="开头\n\n▸原来写作“不能说的事”"),
        "2014-001 的文字已经撤下",
        "The text of 2014-001 has been withdrawn",
    ),
    # commitments
    Case(
        "not-their-commitment",
        promised() + record("unit", "kongpu") + record("activity", "one", "units: kongpu\nfulfils: ▸nights#study"),
        "作出承诺的是：baisha；别人做的不能替它算数",
        "It was made by baisha, and what others do doesn't count for it",
    ),
    Case(
        "commitment-missed",
        promised("▸"),
        "白沙街道 2014年4月22日（星期二）未做，欠 1 小时：夜学",
        "白沙街道, Tuesday 22 April 2014: missed, 1 hour lacking – 夜学",
    ),
    Case(
        "commitment-short",
        promised("▸") + record("activity", "one", "date: 2014-04-22\nhours: 0.5\nfulfils: nights#study"),
        "白沙街道 2014年4月22日（星期二）不足，还差 30 分钟：夜学",
        "Tuesday 22 April 2014: short by 30 minutes",
    ),
    Case(
        "counts-for-no-period",
        promised() + record("activity", "one", "date: 2014-04-23\nhours: 1\nfulfils: ▸nights#study"),
        "这条记录没有算进“nights#study”的任何一期",
        "This counts for no period of “nights#study”",
    ),
    Case(
        "answered-by-another",
        asked("answer: {date: 2014-03-06, text: 已补, by: ▸north}") + unit("title: 北街"),
        "“north”不在这条建议的对象里。建议是向 baisha 提的",
        "The recommendation was not put to “north”. It was put to baisha",
    ),
    Case(
        "recommendation-overdue",
        asked("due: ▸2014-04-20"),
        "建议应在 2014-04-20 前答复，已经逾期 10 天；还没有答复的：baisha",
        "days overdue: 10; no answer from: baisha",
    ),
    Case(
        "recommendation-due-soon",
        asked("due: ▸2014-05-01"),
        "建议应在 2014-05-01 前答复，还有 1 天",
        "An answer is due on 2014-05-01, 1 day left; no answer yet from: baisha",
    ),
    Case(
        "diary-lacks",
        BAISHA + record("activity", "day", "form: ▸diary"),
        "走亲日记没有“diary”（日记）",
        "of a diary that is quoted as it stands, name the source",
    ),
    Case(
        "one-not-taken-up",
        BAISHA
        + record("activity", "day", "diary: {entries: [{hours: 1, on: 走访, whom: 居民}], one: ▸听得少, start: 多听}"),
        "过了 57 天还没有登记整改",
        "Register a rectification whose “found” says by: activity:day",
    ),
    Case("bad-query", page(body="现在是 ▸{{ now }}"), "要写成 count(…) 这样", "It should look like count(…)"),
    Case(
        "not-in-queries",
        page(body="共 ▸{{ count(“activty”) }} 次"),
        "查询里没有“activty”这个种类",
        "Did you mean “activity”?",
    ),
    Case(
        "query-in-link",
        page(body="[共 ▸{{ count(unit) }} 个](unit:baisha)"),
        "写在链接或图片说明里",
        "Move it out of there",
    ),
    Case(
        "query-in-field",
        page("summary: ▸共 {{ count(unit) }} 个"),
        "这一栏里写了双花括号",
        "Queries are for the text below",
    ),
    Case(
        "parts-differ",
        BAISHA + record("report", "march", "figures:\n  - {what: 灯, value: 9, parts: ▸[{what: 东, value: 8}]}"),
        "“灯”的总数是 9，各部分相加是 8",
        "The total of “灯” is 9, but its parts add up to 8",
    ),
    Case(
        "reported-differs",
        BAISHA + record("report", "march", "figures:\n  - {what: 街道, value: 9, records: ▸count(unit)}"),
        "来源的“街道”是 9，站内记录是 1",
        "“街道” was reported as 9, the records say 1",
    ),
    Case(
        "typed-total",
        page(body="本站▸共 37 件整改。"),
        '改写成 {{ count("rectification") }}',
        "“共 37 件整改” was typed, and the records say 0",
    ),
    Case(
        "typed-share",
        page(body="▸销号率 90%。"),
        "写比例，就要写出剩下的是哪几件",
        "whoever says a share names those that are left",
    ),
    # privacy
    Case(
        "private",
        page(body="开头\n\n请致电▸13800138000"),
        "不得公开的电话号码：138******00",
        "Here stands what must not be published, telephone number: 138******00",
    ),
    Case(
        "exception-expired",
        exception("▸0a1b2c3d", "2014-04-29"),
        "例外 0a1b2c3d 只到 2014-04-29",
        "The privacy exception 0a1b2c3d ended on 2014-04-29",
    ),
    Case(
        "exception-unused",
        exception("▸0a1b2c3d", "2014-12-31"),
        "例外 0a1b2c3d 没有用到",
        "Nothing needs the privacy exception 0a1b2c3d",
    ),
    Case(
        "erasure-versions",
        BAISHA + record("correction", "c1", "what: ▸erased"),
        "versions 和 what: erased 要写就一起写",
        "“versions” and “what: erased” come together",
    ),
    Case(
        "total-differs",
        item("targets:\n  - ▸{id: lamps, what: 路灯, measure: 盏, planned: 10, by_unit: [{unit: baisha, planned: 8}]}"),
        "“路灯”的计划数是 10，各单位相加是 8",
        "The plan of “路灯” is 10, but its units add up to 8",
    ),
)


def test_every_fault_has_a_case_here_or_where_a_text_cannot_show_it() -> None:
    """What the machine can't read, in test_load; what only a template leaks, in privacy/test_outputs.

    What may not become of what was published before, in publication/test_silence.
    """
    elsewhere = {"unreadable", "private-output", *SILENCE}
    assert sorted([*elsewhere, *(case.code for case in CASES)]) == sorted(FAULTS)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_fault_is_said_where_it_is_in_both_languages(case: Case, tmp_path: Path) -> None:
    found = [problem for problem in problems(tmp_path, case.site) if problem.code == case.code]

    assert [place.partition(" ")[0] for place in where(found)] == marked(case.site)
    assert case.zh in found[0].to("zh")
    assert case.en in found[0].to("en")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=lambda fault: fault.code)
def test_a_fault_says_what_why_and_what_to_do_with_the_same_particulars_in_both_languages(fault: Fault) -> None:
    for words in (fault.what, fault.why, fault.fix):
        zh, en = ({name for _, name, _, _ in Formatter().parse(side) if name} for side in words)
        assert words.zh
        assert words.en
        assert zh == en
        assert not words.zh.endswith("。")
        assert not words.en.endswith(".")


def test_particulars_are_told_in_the_language_of_the_sentence() -> None:
    said = MISSING_FIELD.at(
        "a.md", Mark(), field="title", label=Bilingual("标题", "Title"), help=Bilingual("一句", "A line")
    )

    assert said.what == ("缺少“title”（标题）", "“title” (Title) is missing")


def test_a_particular_that_was_forgotten_is_the_programmers_mistake() -> None:
    with pytest.raises(KeyError):
        MISSING_FIELD.at("a.md", Mark(), field="title")


def test_what_an_editor_wrote_is_never_taken_for_a_placeholder(tmp_path: Path) -> None:
    found = problems(tmp_path, unit("type: '{help}'"))

    assert "“type” can't be “{help}”" in found[0].to("en")
