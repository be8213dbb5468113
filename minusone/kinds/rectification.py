"""A rectification 整改: a “1”, a problem found among residents or a promise made, and all that was done about it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from minusone.figures import Count, Figure
from minusone.kinds.activity import Picture
from minusone.periods import Day, Period
from minusone.schema import Id, OneOrMore, Part, Record, Ref, Term, To, UnitClass, field
from minusone.words import Bilingual, Words

Units = OneOrMore[Annotated[Ref | UnitClass, To(("unit",), classes=True)]]
Actor = Annotated[Ref, To(("unit", "team", "group"))]


class Nature(Term):
    PROBLEM = "problem", "问题", "problem"
    PROMISE = "promise", "承诺事项", "promise"


class Channel(Term):
    HOUSEHOLD_VISIT = "household_visit", "走亲", "household visit"
    FIELD_RESEARCH = "field_research", "调研", "field research"
    DISCUSSION = "discussion", "集中讨论", "discussion"
    DIARY = "diary", "走亲日记", "visit diary"
    SUPERVISION = "supervision", "督导", "supervision"
    CONTACT_POINT = "contact_point", "民情点", "residents' contact point"
    HOTLINE = "hotline", "热线", "hotline"
    LETTER = "letter", "来信来访", "letter or visit"
    SERVICE_CARD = "service_card", "民情服务卡", "resident service card"
    SELF_CHECK = "self_check", "自查", "self-check"


class Prompt(Term):
    """The four prompts of the campaign (讲一讲、谈一谈、提一提、摆一摆)."""

    UNHAPPY = "unhappy", "不开心的故事", "a story that makes one unhappy"
    UNFULFILLED = "unfulfilled", "不顺心的诉求", "a request that is going badly"
    DISSATISFIED = "dissatisfied", "不满意的问题", "a problem one is not satisfied with"
    UNSIGHTLY = "unsightly", "看不惯的现象", "something one can't bear to see"


class Finding(Term):
    """What an examined complaint was found to be."""

    SUBSTANTIATED = "substantiated", "属实", "substantiated"
    PARTLY = "partly", "部分属实", "partly substantiated"
    NOT = "not", "不属实", "not substantiated"


class Topic(Term):
    WATER = "water", "河道与治水", "rivers and water"
    STREETS = "streets", "背街小巷与市容", "streets and lanes"
    TRAFFIC = "traffic", "停车与交通", "parking and traffic"
    HOUSING = "housing", "住房与物业", "housing"
    DEMOLITION = "demolition", "拆迁安置", "demolition and resettlement"
    SERVICES = "services", "办事与服务", "public services"
    ENTERPRISE = "enterprise", "服务企业", "help for enterprises"
    SAFETY = "safety", "安全", "safety"
    COMMUNITY = "community", "社区生活", "community life"
    STYLE = "work_style", "工作作风", "conduct of officials"


class Track(Term):
    IMMEDIATE = "immediate", "立行立改", "immediate rectification"
    DEADLINE = "deadline", "限期整改", "rectification by a deadline"
    LONG_TERM = "long_term", "长期整改", "long-term rectification"


class Review(Term):
    """How often a long-term rectification is looked at again."""

    MONTHLY = "monthly", "每月复查", "every month"
    QUARTERLY = "quarterly", "每季度复查", "every quarter"
    HALF_YEARLY = "half_yearly", "每半年复查", "every half-year"
    YEARLY = "yearly", "每年复查", "every year"


class State(Term):
    """Where a rectification stands. It is computed from the steps and nowhere typed, save in `stated`."""

    REGISTERED = "registered", "已登记", "registered"
    ASSIGNED = "assigned", "已交办", "assigned"
    IN_PROGRESS = "in_progress", "整改中", "in progress"
    SUBMITTED = "submitted", "已报验", "submitted for verification"
    VERIFIED = "verified", "已核查", "verified"
    RETURNED = "returned", "退回重改", "returned"
    PUBLIC_NOTICE = "public_notice", "公示中", "on public notice"
    CLOSED = "closed", "已销号", "closed"
    REOPENED = "reopened", "反弹重开", "reopened"
    SUSPENDED = "suspended", "暂不能解决", "can't be solved yet"
    MERGED = "merged", "已合并", "merged"
    DECLINED = "declined", "不予采纳", "declined"
    WITHHELD = "withheld", "不予公开", "withheld"


class Extent(Term):
    """How far the unit says it has come. All of these are open."""

    PARTLY = "partly", "部分完成", "partly done"
    STAGE = "stage", "阶段性办结", "done for this stage"
    BASICALLY = "basically", "基本完成", "basically done"


class StepKind(Term):
    REGISTERED = "registered", "登记", "registered"
    ASSIGNED = "assigned", "交办", "assigned"
    STARTED = "started", "整改", "work begun"
    UPDATE = "update", "进展", "update"
    EXTENDED = "extended", "延期", "deadline extended"
    REPLANNED = "replanned", "调整计划", "plan changed"
    SUBMITTED = "submitted", "报验", "submitted for verification"
    VERIFIED = "verified", "核查通过", "verified"
    RETURNED = "returned", "退回重改", "returned"
    NOTICE = "notice", "公示", "public notice"
    OBJECTED = "objected", "异议", "objection"
    CLOSED = "closed", "销号", "closed"
    FOLLOWED_UP = "followed_up", "回访", "follow-up visit"
    REOPENED = "reopened", "反弹重开", "reopened"
    SUSPENDED = "suspended", "暂不能解决", "can't be solved yet"
    MERGED = "merged", "合并", "merged"
    STATED = "stated", "现状", "state as published"
    DECLINED = "declined", "不予采纳", "declined"
    WITHHELD = "withheld", "不予公开", "withheld"


class Verdict(Term):
    """What residents said when they were asked."""

    SATISFIED = "satisfied", "满意", "satisfied"
    BASICALLY = "basically", "基本满意", "basically satisfied"
    UNSATISFIED = "unsatisfied", "不满意", "not satisfied"


class Direction(Term):
    MORE = "more", "越多越好", "more is better"
    LESS = "less", "越少越好", "less is better"


class Evidence(Part):
    """Supporting evidence 佐证材料: words, and a picture beside the record where there is one."""

    brief = "text"
    text: Words = field(("佐证", "Evidence"), ("是什么材料", "What it is"))
    picture: Picture | None = field(("照片", "Picture"), ("与记录放在一起", "Kept beside the record"), default=None)


class Found(Part):
    """When and how the “1” came to light."""

    date: Period = field(("发现时间", "Found"), ("哪一天", "On which day"), past=True)
    channel: Channel | None = field(("渠道", "Channel"), ("从哪里知道的", "How it came to be known"), default=None)
    prompt: Prompt | None = field(("话题", "Prompt"), ("四句话中的哪一句", "Which of the four prompts"), default=None)
    by: Annotated[Ref, To(("activity", "visit"))] | None = field(
        ("出自", "Found by"), ("哪次活动或督导发现的", "The activity or visit that found it"), default=None
    )
    finding: Finding | None = field(("核实", "Finding"), ("投诉是否属实", "Whether a complaint held"), default=None)


class Result(Part):
    """What was counted on a day."""

    date: Day = field(("日期", "Date"), ("统计到哪一天", "As of which day"), past=True)
    value: Figure = field(("数字", "Figure"), ("到这一天累计多少", "How much in all by then"))


class UnitResult(Part):
    """One unit's share of a counted target: plan and results."""

    unit: Annotated[Ref, To(("unit",))] = field(("单位", "Unit"), ("哪个单位", "Which unit"))
    planned: Figure = field(("计划", "Plan"), ("计划多少", "How much is planned"))
    results: tuple[Result, ...] = field(("结果", "Results"), ("分时间的累计数", "Totals by date"), default=())


class Target(Part):
    """Something counted. A total of 100 % with one unit at 0 of 1 is not done."""

    id: Id = field(("编号", "Id"), ("在本条内不重复", "Unique in this record"))
    what: Words = field(("计数对象", "What is counted"), ("数什么", "What it counts"))
    measure: Words = field(("计量单位", "Unit of measure"), ("个、条、平方米", "Bays, lanes, square metres"))
    planned: Figure | None = field(("计划数", "Plan"), ("计划多少", "How much is planned"), default=None)
    planned_words: Words | None = field(
        ("计划表述", "Plan in words"), ("没有数字时，例如“应补尽补”", "Where there is no figure"), default=None
    )
    direction: Direction = field(
        ("方向", "Direction"), ("多好还是少好", "More or less is better"), default=Direction.MORE
    )
    results: tuple[Result, ...] = field(("结果", "Results"), ("分时间的累计数", "Totals by date"), default=())
    by_unit: tuple[UnitResult, ...] = field(("分单位", "By unit"), ("各单位的计划与结果", "Each unit's"), default=())


class Measure(Part):
    """One measure 整改措施, a milestone with its own deadline."""

    brief = "text"
    text: Words = field(("措施", "Measure"), ("做什么", "What is to be done"))
    due: Period | None = field(("期限", "Due"), ("何时之前", "By when"), default=None)
    done: Day | None = field(("完成", "Done"), ("哪一天完成", "When it was done"), default=None, past=True)
    units: Units = field(("承担单位", "Units"), ("由谁做", "Who does it"), default=())


class Money(Part):
    """Planned and spent, in one currency."""

    currency: str = field(("货币", "Currency"), ("例如 CNY", "For example CNY"), default="CNY")
    planned: Figure | None = field(("计划资金", "Money planned"), ("例如 320万", "For example 320万"), default=None)
    spent: Figure | None = field(("已用资金", "Money spent"), ("例如 118.5万", "For example 118.5万"), default=None)


class Wording(Part):
    """What the item was called before, and until when."""

    until: Day = field(("至", "Until"), ("用到哪一天", "The last day it was so called"), past=True)
    title: Words = field(("原标题", "Former title"), ("当时的写法", "As it then stood"))


class Step(Part):
    """One dated step. The list of them is append-only; `lifecycle` says which may follow which."""

    date: Day = field(("日期", "Date"), ("哪一天", "On which day"), past=True)
    step: StepKind = field(("步骤", "Step"), ("登记、交办、整改、报验等", "Registered, assigned, started, submitted …"))
    by: Actor | None = field(("由谁", "By"), ("单位、督导组或组团", "A unit or a group"), default=None)
    note: Words | None = field(("说明", "Note"), ("做了什么", "What was done"), default=None)
    evidence: OneOrMore[Evidence] = field(("佐证", "Evidence"), ("佐证材料", "What supports it"), default=())
    deadline: Period | None = field(
        ("新期限", "New deadline"), ("延到什么时候", "Until when it is extended"), default=None
    )
    reason: Words | None = field(("理由", "Reason"), ("为什么", "Why"), default=None)
    approved_by: Actor | None = field(("批准", "Approved by"), ("谁批准的", "Who allowed it"), default=None)
    requested: Period | None = field(
        ("申请期限", "Deadline asked for"), ("只是申请，还没有批准", "Asked for, not granted"), default=None
    )
    extent: Extent | None = field(
        ("单位自述", "The unit says"),
        ("部分、阶段性或基本完成，都还算未完成", "Partly, for this stage or basically done: all open"),
        default=None,
    )
    judged: Figure | None = field(
        ("单位自估进度", "The unit's own estimate"),
        ("单位自己估计的百分比，不参与计算", "The unit's own estimate, never computed with"),
        default=None,
    )
    target: Id | None = field(("目标", "Target"), ("调整哪项目标", "Which target is changed"), default=None)
    planned: Figure | None = field(("新计划数", "New plan"), ("调整为多少", "How much is planned now"), default=None)
    residents: Count | None = field(
        ("居民人数", "Residents"), ("请几位居民确认", "How many residents confirmed"), default=None
    )
    visit: Annotated[Ref, To(("visit", "activity"))] | None = field(
        ("依据", "Based on"), ("哪次督导或走访", "The visit or activity it rests on"), default=None
    )
    until: Day | None = field(("公示至", "Notice until"), ("公示到哪一天", "The last day of the notice"), default=None)
    verdict: Verdict | None = field(
        ("居民评价", "Residents' verdict"), ("满意、基本满意或不满意", "Satisfied or not"), default=None
    )
    asked: Count | None = field(("询问人数", "Asked"), ("问了几位居民", "How many residents were asked"), default=None)
    review: Day | None = field(("复查日期", "Review on"), ("何时再议", "When it is looked at again"), default=None)
    into: Annotated[Ref, To(("rectification",))] | None = field(
        ("并入", "Into"), ("合并到哪一条", "The one it is merged into"), default=None
    )
    state: State | None = field(("现状", "State"), ("当时的状态", "How it stood"), default=None)
    source: Words | None = field(("出处", "Source"), ("现状出自哪里", "Where that is said"), default=None)
    basis: Words | None = field(("法律依据", "Legal basis"), ("依据哪条规定", "The rule it rests on"), default=None)


class Rectification(Record):
    kind: ClassVar[str] = "rectification"
    folder: ClassVar[str] = "rectifications"
    label: ClassVar[Bilingual] = Bilingual("整改", "rectification")

    nature: Nature = field(
        ("性质", "Nature"), ("发现的问题或公布的承诺", "A problem or a promise"), default=Nature.PROBLEM
    )
    found: Found | None = field(("发现", "Found"), ("何时何处发现", "When and how it was found"), default=None)
    area: Annotated[Ref, To(("unit",))] = field(
        ("地点", "Area"), ("街道或更粗，不写住址", "A street or coarser, no address")
    )
    topic: Topic = field(("类别", "Topic"), ("治水、停车、办事等", "Water, parking, services and so on"))
    unit: Units = field(("责任单位", "Responsible unit"), ("谁负责改", "Who has to put it right"))
    lead: Units = field(("牵头单位", "Lead unit"), ("谁牵头", "Who leads"), default=())
    supporting: Units = field(("配合单位", "Supporting units"), ("谁配合", "Who helps"), default=())
    lead_leader: Words | None = field(
        ("牵头领导", "Lead official"), ("由领导牵头时写职务", "A post, where an official leads"), default=None
    )
    leader: Words | None = field(("责任领导", "Responsible leader"), ("职务", "The post"), default=None)
    programme: OneOrMore[Annotated[Ref, To(("programme",))]] = field(
        ("所属载体", "Programme"), ("属于哪项行动", "What it is part of"), default=()
    )
    track: OneOrMore[Track] = field(
        ("整改类型", "Track"), ("立行立改、限期或长期", "Immediate, by a deadline or long-term")
    )
    review: Review | None = field(
        ("复查周期", "Review"), ("长期整改多久复查一次", "How often it is reviewed"), default=None
    )
    target: Words | None = field(
        ("整改目标", "Target"), ("改到什么程度，能检验", "What will be so, testably"), default=None
    )
    targets: tuple[Target, ...] = field(
        ("量化目标", "Counted targets"), ("可以数的目标", "What can be counted"), default=()
    )
    measures: tuple[Measure, ...] = field(("整改措施", "Measures"), ("怎么改", "What is to be done"), default=())
    deadline: Period | None = field(
        ("整改时限", "Deadline"),
        ("第一次承诺，以后不改；延期写在步骤里", "The first promise; it never changes"),
        default=None,
    )
    workdays: Count | None = field(
        ("工作日时限", "Working days"),
        ("交办后几个工作日内，代替整改时限", "Within so many working days of assignment, in place of a deadline"),
        default=None,
    )
    money: Money | None = field(("资金", "Money"), ("计划与已用", "Planned and spent"), default=None)
    source_numbers: OneOrMore[Words] = field(
        ("原编号", "Numbers in the source"), ("来源清单里的序号", "What the source calls it"), default=()
    )
    wordings: tuple[Wording, ...] = field(
        ("原表述", "Former wording"), ("以前的标题", "What it was called"), default=()
    )
    pictures: OneOrMore[Picture] = field(("照片", "Pictures"), ("与记录放在一起", "Kept beside the record"), default=())
    progress: OneOrMore[Step] = field(
        ("进展", "Progress"), ("按时间追加的步骤，只加不改", "Dated steps, only ever appended")
    )

    @property
    def withheld(self) -> bool:
        """Whether its text was withdrawn, after which nothing else is recorded."""
        return any(StepKind.WITHHELD is one.step or State.WITHHELD is one.state for one in self.progress)
