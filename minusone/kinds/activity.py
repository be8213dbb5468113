"""An activity 活动: something done among residents; a diary 走亲日记 is one with a record of hours."""

from __future__ import annotations

from typing import Annotated, ClassVar

from minusone.figures import Count, Figure, Number
from minusone.periods import Day, Period
from minusone.schema import OneOrMore, Part, Record, Ref, Term, To, UnitClass, field
from minusone.words import Bilingual, Words


class Form(Term):
    FIELD_RESEARCH = "field_research", "调研", "field research"
    HOUSEHOLD_VISIT = "household_visit", "走亲", "household visit"
    LECTURE = "lecture", "党课", "lecture"
    DISCUSSION = "discussion", "集中讨论", "discussion"
    DIARY = "diary", "走亲日记", "visit diary"
    NIGHT_STUDY = "night_study", "夜学", "night study"
    NIGHT_SERVICE = "night_service", "便民夜办", "night service"
    DUTY_DAY = "duty_day", "轮岗", "duty day"
    VOLUNTEER_DAY = "volunteer_day", "志愿服务", "volunteer day"
    MEETING = "meeting", "会议", "meeting"


class Work(Term):
    """都在忙些什么: what an hour went on."""

    VISITS = "visits", "走访", "visits"
    CASES = "cases", "窗口与办事", "handling cases"
    ON_SITE = "on_site", "到现场", "work on site"
    MEETINGS = "meetings", "会议", "meetings"
    PAPERS = "papers", "材料报表", "papers and tables"
    RECEPTION = "reception", "接待与听汇报", "receptions and reports heard"
    ROUTINE = "routine", "日常事务", "everyday office work"
    STUDY = "study", "学习", "study"
    NOT_SAID = "not_said", "未写明", "not said"


class Served(Term):
    """在忙谁: whom an hour served."""

    RESIDENTS = "residents", "群众", "residents"
    ENTERPRISES = "enterprises", "企业", "enterprises"
    PROJECTS = "projects", "项目", "projects"
    ABOVE = "above", "上级部门", "departments above"
    OFFICES = "offices", "机关和单位内部", "the offices themselves"
    GUESTS = "guests", "来宾", "guests"
    SELF = "self", "自己", "oneself"
    NOT_SAID = "not_said", "未写明", "not said"


class Upshot(Term):
    """忙的成效如何: what came of an hour, the worst first."""

    NOTHING = "nothing", "没有结果", "nothing came of it"
    NOT_SAID = "not_said", "未写明", "not said"
    PASSED_ON = "passed_on", "转给别人", "passed on"
    PARTLY = "partly", "部分办成", "partly done"
    DONE = "done", "办成", "done"


class Entry(Part):
    """So many hours: on what, for whom, to what effect (都在忙些什么、在忙谁、忙的成效如何)."""

    hours: Number = field(("小时", "Hours"), ("花了几小时", "How many hours it took"))
    on: Words = field(("忙什么", "On what"), ("做了什么", "What was done"))
    whom: Words = field(("忙谁", "For whom"), ("为谁做", "Whom it served"))
    effect: Words | None = field(("成效", "Effect"), ("有什么结果", "What came of it"), default=None)
    work: Work = field(
        ("工作类别", "Kind of work"), ("汇总时归入哪一类", "Where it is added up"), default=Work.NOT_SAID
    )
    served: Served = field(
        ("服务对象", "Whom it served"), ("汇总时归入哪一类", "Where it is added up"), default=Served.NOT_SAID
    )
    upshot: Upshot = field(
        ("结果", "What came of it"), ("汇总时归入哪一类", "Where it is added up"), default=Upshot.NOT_SAID
    )


class Diary(Part):
    """Where did the time go 时间都去哪儿了. The writer is a post, never a private person's name."""

    entries: tuple[Entry, ...] = field(("时间去向", "Where the time went"), ("逐项记录小时数", "Hours, item by item"))
    reflection: Words | None = field(("反思", "Reflection"), ("分析查找不足", "What was found wanting"), default=None)
    one: Words | None = field(
        ("那个“1”", "The “1”"), ("我工作中不足的那个“1”在哪儿", "Where is the “1” that my work lacks"), default=None
    )
    start: Words | None = field(
        ("从哪改起", "Where to start"), ("那个“1”从哪儿改起", "Where mending it begins"), default=None
    )


class Shows(Term):
    """What a photograph is evidence of."""

    BEFORE = "before", "整改前", "before"
    AFTER = "after", "整改后", "after"


class Picture(Part):
    """A photograph beside the record, with words for those who can't see it."""

    file: str = field(("文件", "File"), ("图片文件名", "The picture's file name"))
    alt: Words = field(("文字说明", "Description"), ("图中是什么", "What it shows"))
    caption: Words | None = field(("图注", "Caption"), ("图下的说明", "The line under it"), default=None)
    shows: Shows | None = field(
        ("前后", "Before or after"),
        ("整改前或整改后；第一张“前”配第一张“后”", "Before or after; the first before stands beside the first after"),
        default=None,
    )
    date: Day | None = field(("拍摄日期", "Taken"), ("哪一天拍的", "On which day"), default=None, past=True)


class Caption(Part):
    """What the source printed under a photograph that is not published here."""

    brief = "text"
    text: Words = field(("图注", "Caption"), ("原文图注", "The caption as printed"))


class Activity(Record):
    kind: ClassVar[str] = "activity"
    folder: ClassVar[str] = "activities"
    label: ClassVar[Bilingual] = Bilingual("活动", "activity")

    form: Form = field(("形式", "Form"), ("调研、走亲、党课等", "Field research, household visit, lecture and so on"))
    date: Period = field(("时间", "When"), ("哪一天或哪一段", "The day or the period"), past=True)
    units: OneOrMore[Annotated[Ref | UnitClass, To(("unit",), classes=True)]] = field(
        ("单位", "Units"), ("由谁开展", "Who did it")
    )
    groups: OneOrMore[Annotated[Ref, To(("group", "team"))]] = field(
        ("组团或督导组", "Groups"),
        ("参加的服务组团、督导组", "Service or supervision groups that took part"),
        default=(),
    )
    who: Words | None = field(
        ("人员", "Who took part"), ("职务，不写居民姓名", "Posts, never residents' names"), default=None
    )
    programme: OneOrMore[Annotated[Ref, To(("programme",))]] = field(
        ("所属载体", "Programme"), ("属于哪项行动", "What it is part of"), default=()
    )
    fulfils: OneOrMore[Annotated[Ref, To(("programme",), parts=True)]] = field(
        ("履行承诺", "Fulfils"), ("载体编号#承诺编号", "programme#commitment"), default=()
    )
    places: OneOrMore[Words] = field(("地点", "Places"), ("街道或更粗，不写住址", "A street or coarser"), default=())
    people: Figure | None = field(("人数", "People"), ("多少人参加", "How many took part"), default=None)
    officials: Count | None = field(
        ("干部人数", "Officials"), ("其中几名干部", "How many of them were officials"), default=None
    )
    hours: Number | None = field(("时长（小时）", "Hours"), ("几小时", "How long it took"), default=None)
    diary: Diary | None = field(("日记", "Diary"), ("时间都去哪儿了", "Where did the time go"), default=None)
    pictures: OneOrMore[Picture] = field(("照片", "Pictures"), ("与记录放在一起", "Kept beside the record"), default=())
    captions: OneOrMore[Caption] = field(
        ("原文图注", "Captions"), ("来源文章的图注", "Captions printed in the source"), default=()
    )
