"""What the records of the benchmark are made of: names and sentences, each in Chinese and English.

`{unit}`, `{programme}`, `{topic}`, `{n}` (a small number) and `{yuan}` are filled in for each record.
"""

from __future__ import annotations

from minusone.words import Bilingual

UNITS = (
    Bilingual("道路养护所", "Road Maintenance Office"),
    Bilingual("排水管理站", "Drainage Station"),
    Bilingual("公园服务中心", "Parks Centre"),
    Bilingual("图书文化馆", "Library and Culture House"),
    Bilingual("便民服务大厅", "Public Service Hall"),
    Bilingual("社区卫生站", "Community Clinic"),
    Bilingual("学校后勤处", "Schools Support Office"),
    Bilingual("市场监管所", "Market Supervision Office"),
    Bilingual("住房维修队", "Housing Repair Team"),
    Bilingual("公交调度室", "Bus Control Room"),
    Bilingual("环境清洁队", "Street Cleaning Team"),
    Bilingual("老年服务站", "Older Residents' Centre"),
)

PROGRAMMES = (
    Bilingual("积水路段整治", "Flooded Roads Programme"),
    Bilingual("老旧小区改造", "Old Estates Renewal"),
    Bilingual("一次办好行动", "Done in One Visit"),
    Bilingual("夜间公交延时", "Late Buses"),
    Bilingual("校门安全守护", "Safe School Gates"),
    Bilingual("垃圾分类推进", "Waste Sorting Drive"),
    Bilingual("家门口的公园", "Parks Next Door"),
    Bilingual("无障碍通道建设", "Step-free Access"),
    Bilingual("菜市场提升", "Better Markets"),
    Bilingual("社区食堂试点", "Community Canteens"),
)

TOPICS = (
    Bilingual("路灯损坏报修", "broken street lamps"),
    Bilingual("雨水井盖缺失", "missing drain covers"),
    Bilingual("窗口排队时间", "queues at the counters"),
    Bilingual("电梯年检公示", "lift inspection notices"),
    Bilingual("楼道杂物清理", "clutter in stairwells"),
    Bilingual("公厕开放时间", "opening hours of public toilets"),
    Bilingual("停车位划线", "markings of parking spaces"),
    Bilingual("食堂价目公开", "published canteen prices"),
    Bilingual("投诉回复时限", "the time taken to answer complaints"),
    Bilingual("健身器材检修", "repairs of exercise equipment"),
    Bilingual("噪声夜间巡查", "night patrols against noise"),
    Bilingual("绿化养护记录", "records of plant care"),
)

TITLES = {
    "rectification": Bilingual("{unit}“{topic}”问题整改（第{n}件）", "{unit}: case {n}, {topic}"),
    "activity": Bilingual("{unit}走进居民听取“{topic}”意见（第{n}场）", "{unit}: meeting {n} on {topic}"),
    "visit": Bilingual("督导{unit}“{topic}”办理情况（第{n}次）", "Visit {n} to the {unit} on {topic}"),
}

SENTENCES = (
    Bilingual(
        "{unit}收到居民反映后，当天派人到现场查看，并拍照留存以备核对。",
        "When residents wrote in, the {unit} sent somebody to the place on the same day and kept photographs.",
    ),
    Bilingual(
        "经逐项比对，{topic}一项还有{n}处与公示的标准不一致，其余各处没有发现差别。",
        "Compared item by item, {n} places still differ from the published standard on {topic}.",
    ),
    Bilingual(
        "这项工作列入{programme}，进度每月在公示栏更新一次，各单位都可以看到。",
        "The work is part of the {programme}, and its progress is posted on the notice board every month.",
    ),
    Bilingual(
        "施工安排在白天进行，避开上下学和早晚高峰时段，尽量减少对出行的影响。",
        "The work is done by day, away from the rush hours and the hours in which children walk to school.",
    ),
    Bilingual(
        "附近{n}户居民收到书面告知，知道由谁负责、何时完成，以及有意见时向谁提出。",
        "In writing, {n} households nearby were told who is responsible and when it will be done.",
    ),
    Bilingual(
        "第一次验收没有通过，原因是材料不全，已要求在规定时间以内重新提交。",
        "The first inspection was not passed because papers were lacking, and they have been asked for again.",
    ),
    Bilingual(
        "费用共计{yuan}元，从年度维护经费中列支，每一项明细都可以申请查阅。",
        "It cost {yuan} yuan from the yearly budget for upkeep, and the items are open to anybody who asks.",
    ),
    Bilingual(
        "回访时，多数人表示情况有好转，也有人认为速度还不够快，希望提前告知办理时间。",
        "Asked again, most said that things are better, and some that it still takes too long.",
    ),
    Bilingual(
        "工作人员把每一次来访都登记在册，写明时间、事由和答复，由当班负责人签字确认。",
        "Every call is entered in the register with its time, its reason and the answer that was given.",
    ),
    Bilingual(
        "对暂时不能解决的事项，说明了原因，并约定下次答复的日期，到期之前先由专人提醒。",
        "Where something can't be solved yet, the reason was given and a date for the next answer was agreed.",
    ),
    Bilingual(
        "与相邻单位商定了分工，接口处由双方共同巡查，出现问题时不再互相推托。",
        "It was settled with the neighbouring unit who does what, and both patrol the places in between.",
    ),
    Bilingual(
        "本季度共巡查{n}次，发现的小问题当场处理，没有一件拖延到第二天。",
        "This quarter there were {n} patrols, and small faults were mended on the spot, not the day after.",
    ),
    Bilingual(
        "有居民建议增设指示牌，已经采纳，并在公示栏里公布了样式和安装位置。",
        "A resident proposed more signs, which was accepted; how they look and where they stand is published.",
    ),
    Bilingual(
        "培训结束后进行了小测验，{n}人一次通过，其余的人安排补学之后再参加测验。",
        "The training ended with a short test that {n} people passed at once; the others learn and try again.",
    ),
    Bilingual(
        "对照去年同期，{topic}方面的来信有所减少，但是重复反映同一件事的情况仍然存在。",
        "Compared with last year there are fewer letters about {topic}, but some people had to write twice.",
    ),
    Bilingual(
        "下一步把这次的做法写进操作手册，请每个班组按照手册执行，遇到新的情况及时补充进去。",
        "Next, what was learnt goes into the handbook, and every shift is asked to work by it.",
    ),
)

LEADS = (
    Bilingual("接下来要做的几件事：", "What is to be done next:"),
    Bilingual("本阶段的任务是：", "The tasks of this stage are:"),
)

TASKS = (
    Bilingual("核对第{n}本登记簿", "Check register number {n}"),
    Bilingual("把结果贴到公示栏", "Post the result on the notice board"),
    Bilingual("请{unit}协助提供图纸", "Ask the {unit} for the drawings"),
    Bilingual("月底之前回复每一封来信", "Answer every letter before the month ends"),
    Bilingual("抽查{n}处已经完成的点位", "Inspect {n} of the finished places"),
    Bilingual("更换褪色的标识", "Replace the faded signs"),
    Bilingual("安排夜间再看一次", "Look at it once more by night"),
    Bilingual("收集使用者的意见", "Gather what users have to say"),
)

HEADINGS = (Bilingual("数字", "Figures"), Bilingual("核对结果", "What was checked"))
COLUMNS = Bilingual("| 事项 | 应办 | 已办 |", "| Matter | Due | Done |")
MATTERS = (
    Bilingual("巡查", "Patrols"),
    Bilingual("维修", "Repairs"),
    Bilingual("答复", "Answers"),
    Bilingual("回访", "Calls back"),
)

LINKED = Bilingual("另见：", "See also: ")
AND = Bilingual("、", ", ")
