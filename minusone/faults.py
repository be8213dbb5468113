"""Every kind of problem that content can have, in the words that an editor reads.

A Fault is declared once, here, in both languages; the rule that finds it fills in the particulars. The words say what
happened, why it is a problem, and what to do; no sentence ends in a full stop, the Problem adds that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from minusone.privacy.guard import masked
from minusone.problems import Mark, Problem
from minusone.unseen import shown
from minusone.words import Bilingual


@dataclass(frozen=True)
class Fault:
    code: str
    what: Bilingual
    why: Bilingual
    fix: Bilingual
    note: bool = False

    def at(self, path: str, mark: Mark, **particulars: object) -> Problem:
        """This fault in one place. Particulars may be Bilingual; a KeyError says that one was forgotten.

        What must not be published is masked in all of them, whatever it was that had to be quoted, and nothing that
        is quoted does anything to a terminal.
        """
        said = {name: _said(value) for name, value in particulars.items()}
        zh, en = {name: value.zh for name, value in said.items()}, {name: value.en for name, value in said.items()}
        words = (self.what, self.why, self.fix)
        what, why, fix = (Bilingual(_filled(one.zh, zh), _filled(one.en, en)) for one in words)
        return Problem(_quoted(path), mark, self.code, what, why, fix, self.note)


def _filled(words: str, particulars: dict[str, str]) -> str:
    """Words without particulars are the same in every problem, and kept once."""
    return words.format(**particulars) if "{" in words else words


def _said(value: object) -> Bilingual:
    """A particular in both languages; days and small numbers say nothing of anybody."""
    if isinstance(value, Bilingual):
        return Bilingual(_quoted(value.zh), _quoted(value.en))
    plain = isinstance(value, date) or (isinstance(value, int) and value < _TELLING)
    words = str(value) if plain else _quoted(str(value))
    return Bilingual(words, words)


def _quoted(text: str) -> str:
    return shown(masked(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"))


_LONGEST = 2000
_TELLING = 10_000
"""From here on a number may be somebody's."""


def _fault(code: str, what: tuple[str, str], why: tuple[str, str], fix: tuple[str, str]) -> Fault:
    return Fault(code, Bilingual(*what), Bilingual(*why), Bilingual(*fix))


def did_you_mean(name: str) -> Bilingual:
    """What to do about a misspelt name."""
    return Bilingual(f"是不是“{name}”？", f"Did you mean “{name}”?")


# --- files -----------------------------------------------------------------------------------------------------------

EMPTY_FILE = _fault(
    "empty-file",
    ("文件是空的", "The file is empty"),
    ("没有内容就没有可公开的记录", "Without words there is no record to publish"),
    ("写上 --- 之间的栏目，或者删除这个文件", "Write the fields between two lines of ---, or delete the file"),
)
TOO_LARGE = _fault(
    "too-large",
    ("文件有 {size} 字节，超过上限 {limit} 字节", "The file has {size} bytes, more than the {limit} allowed"),
    ("这样大的文件多半不是文字记录", "A file of that size is hardly a written record"),
    (
        "把图片单独存放，或者在 config.yaml 调高 max_file_bytes",
        "Keep pictures in files of their own, or raise max_file_bytes in config.yaml",
    ),
)
SETTINGS_TOO_LARGE = _fault(
    "settings-too-large",
    ("文件有 {size} 字节，超过上限 {limit} 字节", "The file has {size} bytes, more than the {limit} allowed"),
    ("本站的设置只有几千字节", "What a site's settings take is a few thousand bytes"),
    ("找回原来的 config.yaml", "Put back the config.yaml that was there before"),
)
NOT_UTF8 = _fault(
    "not-utf8",
    ("文件不是 UTF-8 编码", "The file is not in UTF-8"),
    ("第 {byte} 个字节起无法读出", "It can't be read from byte {byte} on"),
    ("用编辑器把文件另存为 UTF-8", "Save the file again as UTF-8 in your editor"),
)
GBK = _fault(
    "gbk",
    ("文件是 GBK 编码，不是 UTF-8", "The file is in GBK, not in UTF-8"),
    ("旧版 Windows 记事本会这样保存（ANSI）", "Older Windows Notepad saves like this (ANSI)"),
    (
        "在记事本选“另存为”，编码选 UTF-8，再保存一次",
        "In Notepad choose Save as, pick UTF-8 as the encoding, and save once more",
    ),
)
UNREADABLE = _fault(
    "unreadable",
    ("“{name}”读不出来", "“{name}” can't be read"),
    ("{reason}", "{reason}"),
    (
        "检查它的权限，看它是不是被别的程序占用；不是记录就移出 content",
        "Look at its permissions and at what else has it open; if it is no record, move it out of content",
    ),
)
ONLY_A_LINK = _fault(
    "only-a-link",
    ("这是快捷方式，不是文件本身", "This is a link, not the thing itself"),
    ("只公开真正放在 content 里的东西", "Only what really lies in content is published"),
    ("把它指向的文件复制进来", "Copy what it leads to into the folder"),
)
BAD_FILE_NAME = _fault(
    "bad-file-name",
    ("文件名“{name}”不能用", "The file name “{name}” can't be used"),
    ("{reason}", "{reason}"),
    ("改用字母、数字、汉字和连字符的名字", "Rename it with letters, digits, Chinese characters and hyphens"),
)
STRAY_FILE = _fault(
    "stray-file",
    ("“{name}”不是记录文件", "“{name}” is not a record"),
    ("记录文件的名字以 .zh.md 结尾，译文以 .en.md 结尾", "A record ends in .zh.md, its translation in .en.md"),
    ("{suggestion}", "{suggestion}"),
)
UNKNOWN_FOLDER = _fault(
    "unknown-folder",
    ("没有“{name}”这类记录", "There is no kind of record called “{name}”"),
    ("content 下每个文件夹放一类记录：{known}", "Each folder in content holds one kind: {known}"),
    ("移到“{nearest}”或上面的某个文件夹", "Move it to “{nearest}” or another of these folders"),
)
LOOSE_FILE = _fault(
    "loose-file",
    ("“{name}”没有放进文件夹", "“{name}” lies in none of the folders"),
    ("content 下每个文件夹放一类记录：{known}", "Each folder in content holds one kind: {known}"),
    ("移到其中一个文件夹，或者移出 content", "Move it into one of them, or out of content"),
)
TRANSLATION_ALONE = _fault(
    "translation-alone",
    ("译文没有原文", "This translation has no source"),
    ("旁边没有“{name}”", "There is no “{name}” beside it"),
    ("补上中文原文，或者删除这份译文", "Add the Chinese source, or delete this translation"),
)

# --- front matter ----------------------------------------------------------------------------------------------------

NO_FRONT_MATTER = _fault(
    "no-front-matter",
    ("文件不是以 --- 开头", "The file does not begin with ---"),
    ("栏目要写在开头的两行 --- 之间", "The fields stand between two lines of --- at the top"),
    ("把第一行改成 ---", "Make the first line ---"),
)
UNCLOSED_FRONT_MATTER = _fault(
    "unclosed-front-matter",
    ("开头的 --- 没有对应的第二行 ---", "The opening --- has no second line of ---"),
    ("不知道栏目到哪里结束、正文从哪里开始", "Nobody can tell where the fields end and the text begins"),
    ("在最后一个栏目之后加一行 ---", "Put a line of --- after the last field"),
)
BAD_YAML = _fault(
    "bad-yaml",
    ("这里的写法读不懂：{reason}", "This can't be read: {reason}"),
    ("栏目有固定写法，缩进要对齐，引号要成对", "Fields are YAML: indents must line up and quotes must pair"),
    (
        "每行写成“栏目: 内容”，冒号后空一格；内容里有冒号时整段加双引号",
        "Write each line as “field: value” with a space after the colon; quote a value that has a colon of its own",
    ),
)
FULL_WIDTH_COLON = _fault(
    "full-width-colon",
    ("“{field}”后面是全角冒号“：”", "“{field}” is followed by a full-width colon “：”"),
    ("只有半角冒号加一个空格才能分开栏目和内容", "Only a plain colon and a space part a field from its value"),
    ("改成“{field}: ”", "Write “{field}: ”"),
)
TAB_INDENT = _fault(
    "tab-indent",
    ("这一行用制表符（Tab）缩进", "This line is indented with a tab"),
    ("YAML 只认空格", "YAML takes spaces only"),
    ("把制表符换成两个空格", "Put two spaces in place of the tab"),
)
DUPLICATE_KEY = _fault(
    "duplicate-key",
    ("“{field}”写了两次", "“{field}” is written twice"),
    ("第一次在第 {line} 行，其中一个会被悄悄丢掉", "It stands in line {line} too, and one of them would be lost"),
    ("合成一个，或者删除多余的一个", "Merge them, or delete the one too many"),
)
NO_ALIASES = _fault(
    "no-aliases",
    ("这里用了 YAML 的{what}“{name}”", "Here stands a YAML {what} “{name}”"),
    ("记录里不用这种写法，它会让内容成倍增大或执行代码", "Records don't use these: they can explode or run code"),
    (
        "直接写出内容；以 & * ! 开头的文字请加双引号",
        "Write the words out; put text that begins with & * or ! in quotes",
    ),
)
TOO_DEEP = _fault(
    "too-deep",
    ("一层套一层，套得太深了", "This is nested too deeply"),
    ("没有哪条记录需要这样写", "No record needs that"),
    ("检查括号和缩进", "Check brackets and indents"),
)
TOO_TANGLED = _fault(
    "too-tangled",
    ("正文一层套一层，或者一段里符号太多", "The text is nested too deeply, or a paragraph has too many signs"),
    ("读它要花太长时间，没有哪条记录需要这样写", "It would take too long to read, and no record needs that"),
    (
        "段落、标题、列表之间空一行，方括号要成对",
        "Put empty lines between paragraphs, headings and lists, and close every bracket",
    ),
)
UNSEEN_CHARACTER = _fault(
    "unseen-character",
    ("这里有不该有的字符 {code}", "Here stands {code}, a character that no text needs"),
    (
        "它看不见，或者遮住别的字，能让文字看起来和实际不一样",
        "Nobody sees it, or it hides what is around it: words look other than they are",
    ),
    ("删掉它，把前后几个字重新输入一遍", "Delete it, and type the words around it again"),
)
NOT_FIELDS = _fault(
    "not-fields",
    ("--- 之间不是“栏目: 内容”", "Between the lines of --- there are no “field: value” lines"),
    ("每一行应当是一个栏目", "Each line should be a field"),
    ("写成例如“title: 标题”", "Write for example “title: …”"),
)

# --- fields ----------------------------------------------------------------------------------------------------------

UNKNOWN_FIELD = _fault(
    "unknown-field",
    ("没有“{field}”这个栏目", "There is no field “{field}” here"),
    ("这里可以写：{known}", "What can stand here: {known}"),
    ("{suggestion}", "{suggestion}"),
)
MISSING_FIELD = _fault(
    "missing-field",
    ("缺少“{field}”（{label}）", "“{field}” ({label}) is missing"),
    ("{help}", "{help}"),
    ("加一行“{field}: …”", "Add a line “{field}: …”"),
)
WANT_TEXT = _fault(
    "want-text",
    ("“{field}”应当是一段文字", "“{field}” should be text"),
    ("这里是空的，或者写成了列表或栏目", "It is empty, or written as a list or as fields"),
    ("写在同一行冒号之后", "Write the words after the colon on the same line"),
)
WANT_LIST = _fault(
    "want-list",
    ("“{field}”应当是一个列表", "“{field}” should be a list"),
    ("它可以有好几项", "It can have several items"),
    ("每项另起一行，以“- ”开头", "Put each item on a line of its own that begins with “- ”"),
)
WANT_FIELDS = _fault(
    "want-fields",
    ("“{field}”里应当是栏目", "“{field}” should hold fields"),
    ("这里只有一段文字：{value}", "There is only this: {value}"),
    ("写成“{example}: …”", "Write “{example}: …”"),
)
NOT_ONE_OF = _fault(
    "not-one-of",
    ("“{field}”不能是“{value}”", "“{field}” can't be “{value}”"),
    ("可以写：{known}", "It takes one of: {known}"),
    ("{suggestion}", "{suggestion}"),
)
BAD_DATE = _fault(
    "bad-date",
    ("“{value}”不是一个日期", "“{value}” is not a date"),
    ("{reason}", "{reason}"),
    ("写成 2014-03-06 这样：四位年、两位月、两位日", "Write it like 2014-03-06: year, month, day"),
)
BAD_PERIOD = _fault(
    "bad-period",
    ("“{value}”不是日期，也不是一段时间", "“{value}” is neither a date nor a period"),
    (
        "可以是一天、一周、一月、一季、半年、一年或起止年份",
        "It may be a day, a week, a month, a quarter, a half-year, a year, or from one to another",
    ),
    (
        "写成 2014-06-30、2014-W14、2014-06、2014-Q2、2014-H1、2014 或 2014/2016",
        "Write 2014-06-30, 2014-W14, 2014-06, 2014-Q2, 2014-H1, 2014 or 2014/2016",
    ),
)
BAD_NUMBER = _fault(
    "bad-number",
    ("“{field}”不能是“{value}”", "“{field}” can't be “{value}”"),
    ("这里要一个数", "A number is wanted here"),
    ("只写阿拉伯数字，例如 60", "Write digits only, for example 60"),
)
TOO_SMALL = _fault(
    "too-small",
    ("“{field}”不能是“{value}”", "“{field}” can't be “{value}”"),
    ("至少是 {least}", "It is {least} or more"),
    ("写 {least} 或更大的整数", "Write a whole number, {least} or more"),
)
BAD_FIGURE = _fault(
    "bad-figure",
    ("“{value}”不是一个可以计数的数字", "“{value}” is not a figure"),
    ("数字可以带“万”“亿”，“20+”表示二十余", "It may carry 万 or 亿, and 20+ means more than 20"),
    ("写成 36、124.1万 或 20+", "Write 36, 124.1万 or 20+"),
)
BAD_YES_NO = _fault(
    "bad-yes-no",
    ("“{field}”不能是“{value}”", "“{field}” can't be “{value}”"),
    ("这里只问是或否", "It asks yes or no"),
    ("写 true（是）或 false（否）", "Write true or false"),
)
BAD_ID = _fault(
    "bad-id",
    ("编号“{value}”不能用", "The id “{value}” can't be used"),
    (
        "编号会成为网址，只用小写字母、数字和连字符，且不能是系统保留名",
        "It becomes an address: lower-case letters, digits and hyphens, and no name that a system reserves",
    ),
    ("写成例如 2014-003 或 baisha-visit-0306", "Write for example 2014-003 or baisha-visit-0306"),
)
BAD_REFERENCE = _fault(
    "bad-reference",
    ("“{value}”不是一个编号", "“{value}” is not a reference"),
    ("这里要写另一条记录的编号", "The id of another record belongs here"),
    ("写成例如 {example}", "Write for example {example}"),
)
BAD_RULE = _fault(
    "bad-rule",
    ("“{value}”不是可用的频次写法", "“{value}” is not a recurrence rule of RFC 5545"),
    ("要由它推算每一期", "Each period is computed from it"),
    (
        "每周二写 FREQ=WEEKLY;BYDAY=TU，每月写 FREQ=MONTHLY",
        "Write FREQ=WEEKLY;BYDAY=TU for every Tuesday, FREQ=MONTHLY for every month",
    ),
)
BAD_IMAGE = _fault(
    "bad-image",
    ("“{value}”不是这里的图片", "“{value}” is not a picture here"),
    ("{reason}", "{reason}"),
    ("{suggestion}", "{suggestion}"),
)
ENDS_BEFORE_IT_BEGINS = _fault(
    "ends-before-it-begins",
    ("“{until}”在“{since}”之前", "“{until}” comes before “{since}”"),
    ("结束不能早于开始", "Nothing ends before it begins"),
    ("对调或改正其中一个日期", "Swap the two dates or correct one"),
)

# --- translations ----------------------------------------------------------------------------------------------------

FACT_IN_TRANSLATION = _fault(
    "fact-in-translation",
    ("译文改动了“{field}”", "The translation changes “{field}”"),
    (
        "原文是“{source}”；事实只在中文原文里写一次",
        "The source says “{source}”; facts are stated once, in the Chinese file",
    ),
    ("从译文里删掉这一行", "Delete this line from the translation"),
)
NOTHING_TO_TRANSLATE = _fault(
    "nothing-to-translate",
    ("译文的“{field}”没有对应的原文", "“{field}” has no words in the source"),
    ("译文只能翻译原文里有的文字", "A translation holds only what the source says"),
    ("先在中文原文里写上，或者删掉这里", "Write it in the Chinese file first, or delete it here"),
)

TRANSLATION_STALE = replace(
    _fault(
        "translation-stale",
        (
            "“{field}”的译文落后于原文，中文改成了“{words}”",
            "The English of “{field}” is behind the Chinese, which now says “{words}”",
        ),
        (
            "英文没有跟着改，读者看到的两边不一样",
            "The English was not edited since, and its readers are told something else",
        ),
        (
            "改好英文；如果英文不用改，请运行 build.py translated {file}",
            "Edit the English; if it still fits, run build.py translated {file}",
        ),
    ),
    note=True,
)
MEMORY_BEHIND = replace(
    _fault(
        "memory-behind",
        ("有 {count} 处译文还没有记住", "Translated passages that are not remembered yet: {count}"),
        (
            "没有记住的，以后只改中文时看不出译文落后",
            "Of what is not remembered nobody will see it when only the Chinese is edited",
        ),
        ("运行一次 build，把 {file} 与记录一起提交", "Run build, and commit {file} with the records"),
    ),
    note=True,
)
MEMORY_DAMAGED = _fault(
    "memory-damaged",
    ("翻译记忆读不懂", "The translation memory can't be read"),
    (
        "它由 build 写入，多半是被手改或损坏了；没有它就不知道哪些译文落后",
        "Build writes it; it was edited by hand or damaged, and only it tells which translations are behind",
    ),
    (
        "恢复这个文件上一次提交的样子；没有旧的就删掉它，再运行 build",
        "Restore the file as it was last committed; without an old one, delete it and run build",
    ),
)
MEMORY_CONFLICT = _fault(
    "memory-conflict",
    ("翻译记忆里留着合并冲突的标记", "The translation memory holds the marks of a merge conflict"),
    ("两边都改过，要选一边才能读", "Both sides changed it, and it can be read once one is chosen"),
    (
        "留下任意一边，删掉另一边和 <<<<<<<、=======、>>>>>>> 三行，再运行 build",
        "Keep either side, delete the other and the lines <<<<<<<, ======= and >>>>>>>, then run build",
    ),
)

# --- references and names --------------------------------------------------------------------------------------------

DUPLICATE_ID = _fault(
    "duplicate-id",
    ("编号“{id}”已经用过", "The id “{id}” is taken"),
    ("{other} 用的是同一个编号，编号不得重复使用", "{other} has it, and an id is never used twice"),
    ("换一个新编号", "Choose a new id"),
)
DANGLING_REFERENCE = _fault(
    "dangling-reference",
    ("没有编号为“{id}”的{kind}", "There is no {kind} with the id “{id}”"),
    ("读者点开这里会落空", "A reader who follows it would find nothing"),
    ("{suggestion}", "{suggestion}"),
)
WRONG_KIND = _fault(
    "wrong-kind",
    ("“{id}”是{found}，不能写在这里", "“{id}” is a {found} and can't come here"),
    ("这里要的是{wanted}", "A {wanted} is wanted here"),
    ("写一个{wanted}的编号", "Write the id of a {wanted}"),
)
INTERNAL_REFERENCE = _fault(
    "internal-reference",
    ("“{id}”是内部记录", "“{id}” is an internal record"),
    ("公开的记录不能引出内部的记录", "A public record must not lead to an internal one"),
    ("删去这个引用，或者公开那条记录", "Delete the reference, or make that record public"),
)
EMPTY_CLASS = _fault(
    "empty-class",
    ("“{value}”不包括任何单位", "“{value}” names no unit at all"),
    ("没有人来负责", "Nobody would answer for it"),
    (
        "检查单位的类别（type）和上级单位（parent），或者写出单位编号",
        "Check the units' type and parent, or write the units' ids",
    ),
)
UNIT_CIRCLE = _fault(
    "unit-circle",
    ("“{id}”成了自己的上级", "“{id}” is above itself"),
    ("上级关系绕成了一圈：{circle}", "The parents form a circle: {circle}"),
    ("改正其中一个 parent", "Correct one of the parents"),
)
NO_SUCH_COMMITMENT = _fault(
    "no-such-commitment",
    ("“{programme}”没有“{id}”这项承诺", "“{programme}” has no commitment “{id}”"),
    ("它的承诺有：{known}", "Its commitments: {known}"),
    ("写成 载体编号#承诺编号", "Write programme#commitment"),
)
MERGED_CIRCLE = _fault(
    "merged-circle",
    ("“{id}”合并绕了一圈，又回到自己", "“{id}” is merged into itself by way of others"),
    ("一圈里的问题谁也看不到结果", "Nobody would ever see how it ended"),
    ("改正其中一个 into", "Correct one of the “into” fields"),
)
TWO_FOR_ONE_PATH = _fault(
    "two-for-one-path",
    ("两条记录会生成同一个网页文件“{output}”", "Two sources make the same file “{output}”"),
    (
        "另一个是 {other}；不分大小写的电脑也算同名",
        "The other is {other}; on some computers upper and lower case are the same",
    ),
    ("改其中一个的编号或文件名", "Change the id or the file name of one of them"),
)

# --- text ------------------------------------------------------------------------------------------------------------

NO_ALT = _fault(
    "no-alt",
    ("图片“{value}”没有文字说明", "The picture “{value}” has no words to stand for it"),
    ("看不见图片的人要靠它知道内容", "Who can't see it relies on them"),
    ("写成 ![图中是什么]({value})", "Write ![what it shows]({value})"),
)
MISSING_IMAGE = _fault(
    "missing-image",
    ("找不到图片“{value}”", "The picture “{value}” is not there"),
    ("图片要和记录放在同一个文件夹", "A picture lies in the same folder as its record"),
    ("把图片放到 {folder}，或者改正文件名", "Put it into {folder}, or correct the name"),
)
BAD_LINK = _fault(
    "bad-link",
    ("链接“{value}”打不开", "The link “{value}” leads nowhere"),
    ("{reason}", "{reason}"),
    (
        "连到记录写 [文字](rectification:2014-003)，连到网页写完整的 https:// 地址",
        "For a record write [text](rectification:2014-003), for a web page the whole https:// address",
    ),
)

BAD_KEY = _fault(
    "bad-key",
    ("“{value}”不是公钥", "“{value}” is no public key"),
    ("少了一个字符也不行：它里面有自己的校验", "Not one character may be lacking; it holds a check of its own"),
    (
        "照抄 build.py key 给出的第二行：名称+八位标识+Base64",
        "Copy what `build.py key` prints as the public key: name+eight characters+base64",
    ),
)
HTML_IN_TEXT = _fault(
    "html-in-text",
    ("正文里有 HTML：{value}", "There is HTML in the text: {value}"),
    ("它不起作用，会原样显示给读者，注释也一样", "It does nothing: readers would see it as it stands, remarks too"),
    ("删掉它；内部的话写在 memo 一栏", "Delete it; what is for the office alone goes into the field memo"),
)
WITHHELD_TITLE = _fault(
    "withheld-title",
    ("这里写着不予公开事项的标题", "Here stands the title of a withheld record"),
    ("{id} 的文字已经撤下，别处也不能留着", "The text of {id} has been withdrawn and must not stay elsewhere"),
    ("改成不透露内容的说法，例如“一件不予公开的事项”", "Say it without its words, for example “a withheld record”"),
)

# --- queries ---------------------------------------------------------------------------------------------------------

BAD_QUERY = _fault(
    "bad-query",
    ("“{value}”读不懂", "“{value}” can't be read"),
    ("{reason}", "{reason}"),
    (
        '写成例如 {{{{ count("activity", form="lecture") }}}}；只是文字就不用双花括号',
        'Write for example {{{{ count("activity", form="lecture") }}}}; mere words need no double braces',
    ),
)
NOT_IN_QUERIES = _fault(
    "not-in-queries",
    ("查询里没有“{value}”这个{what}", "A query has no {what} “{value}” here"),
    ("可以写：{known}", "It takes one of: {known}"),
    ("{suggestion}", "{suggestion}"),
)
QUERY_IN_LINK = _fault(
    "query-in-link",
    ("查询“{value}”写在链接或图片说明里", "The query “{value}” stands in a link or in a picture's words"),
    ("数字本身就是链接，连到它所数的记录", "The figure is a link itself, to the records that it counts"),
    ("把它移到链接外面", "Move it out of there"),
)
QUERY_IN_FIELD = _fault(
    "query-in-field",
    ("这一栏里写了双花括号", "Double braces stand in this field"),
    ("查询只能写在正文里，这里会原样显示", "Queries are for the text below; here they would be shown as they stand"),
    ("把这句话移到正文，或者不写数字", "Move the sentence into the text, or do without the figure"),
)

# --- privacy ---------------------------------------------------------------------------------------------------------

PRIVATE = _fault(
    "private",
    ("这里有不得公开的{kind}：{masked}", "Here stands what must not be published, {kind}: {masked}"),
    ("公开的是问题和整改，不是哪一个人", "The site tells of problems and of what was done, not of persons"),
    (
        "{instead}；经审核确可公开的，在 config.yaml 的 privacy.exceptions 登记 {fingerprint}",
        "{instead}; if it was decided that it may stay, enter {fingerprint} under privacy.exceptions in config.yaml",
    ),
)
PRIVATE_OUTPUT = _fault(
    "private-output",
    (
        "生成的“{output}”里有不得公开的{kind}：{masked}",
        "What must not be published stands in the file made, “{output}”, {kind}: {masked}",
    ),
    (
        "来源里没有查出，是模板或拼接带出来的",
        "It was not found in a source: a template, or joining pieces, brought it there",
    ),
    (
        "{instead}；检查生成它的记录和模板；经审核确可公开的，登记 {fingerprint}",
        "{instead}; look at the record and the template that made it; if it may stay, enter {fingerprint}",
    ),
)
EXCEPTION_EXPIRED = _fault(
    "exception-expired",
    ("隐私检查的例外 {finding} 只到 {until}", "The privacy exception {finding} ended on {until}"),
    ("过期的例外要重新审核", "What was allowed for a time has to be looked at again"),
    (
        "重新审核后改 until，或者删去例外和所指的内容",
        "Have it allowed anew and move “until”, or delete it with what it allows",
    ),
)
EXCEPTION_UNUSED = replace(
    _fault(
        "exception-unused",
        ("隐私检查的例外 {finding} 没有用到", "Nothing needs the privacy exception {finding}"),
        ("没有哪份记录里有它所指的内容", "No record holds what it allows"),
        ("从 config.yaml 删去这一项", "Delete it from config.yaml"),
    ),
    note=True,
)

# --- lifecycle -------------------------------------------------------------------------------------------------------

WRONG_STEP = _fault(
    "wrong-step",
    ("第 {number} 步“{step}”不能在这里", "Step {number}, “{step}”, can't come here"),
    ("这之前的状态是“{state}”", "The state before it is “{state}”"),
    ("这里可以是：{allowed}", "What may follow: {allowed}"),
)
STEP_NEEDS = _fault(
    "step-needs",
    ("“{step}”缺少“{field}”", "“{step}” lacks “{field}”"),
    ("{help}", "{help}"),
    ("在这一步加上“{name}: …”", "Add “{name}: …” to this step"),
)
STEP_TAKES_NOT = _fault(
    "step-takes-not",
    ("“{step}”用不到“{field}”", "“{step}” can't have “{field}”"),
    ("它属于：{owners}", "It belongs to: {owners}"),
    ("删掉它，或者改用上面的步骤", "Delete it, or use one of these steps"),
)
STEP_ORDER = _fault(
    "step-order",
    ("{date} 的步骤写在 {before} 之后", "A step of {date} stands after one of {before}"),
    ("步骤按时间先后追加，不插入也不改写", "Steps are appended in order of time, never slipped in"),
    ("改正日期，或者把它移到前面", "Correct the date, or move the step up"),
)
STEP_BEFORE_FOUND = _fault(
    "step-before-found",
    ("步骤日期 {date} 早于发现日期 {found}", "The step of {date} comes before it was found on {found}"),
    ("问题发现之前没有什么可办", "There was nothing to be done before that"),
    ("改正其中一个日期", "Correct one of the two dates"),
)
FUTURE_DATE = _fault(
    "future-date",
    ("{date} 还没有到", "{date} has not come yet"),
    (
        "本站的“今天”是 {as_of}，只写已经发生的事",
        "This site's today is {as_of}, and only what has happened is recorded",
    ),
    ("改正日期，或者更新 config.yaml 的 as_of", "Correct the date, or move as_of in config.yaml"),
)
SELF_VERIFIED = _fault(
    "self-verified",
    (
        "核查的“{by}”就是责任单位，或是它的上下级、联系它的服务组团",
        "“{by}” answers for this, or is above or below a unit that does, or a service group linked to one",
    ),
    ("自己不能核查自己", "Nobody checks their own work"),
    (
        "由没有上下级关系的单位、督导组或回访居民来核查",
        "Let a unit that is neither above nor below it, the supervision group or residents verify it",
    ),
)
SELF_APPROVED = _fault(
    "self-approved",
    (
        "批准的“{by}”就是责任单位，或是它的下级",
        "“{by}” approves a change of what it, or a unit above it, has promised",
    ),
    ("自己不能给自己延期、改计划", "Nobody moves their own deadline or plan"),
    (
        "写出真正批准的单位；还没有批准，就记为进展",
        "Name who really allowed it; until it is allowed, it is only an update",
    ),
)
NOTICE_RUNNING = _fault(
    "notice-running",
    ("公示到 {until} 才结束，{date} 就销号了", "The notice runs until {until}, yet this closes on {date}"),
    ("公示期满才能销号", "Nothing closes before its notice period is over"),
    ("把销号日期改到公示期满之后", "Close it after the notice has ended"),
)
NOTHING_TO_EXTEND = _fault(
    "nothing-to-extend",
    ("第 {number} 步要延期，可是期限还没有起算", "Step {number} extends a deadline that has not begun"),
    ("“workdays”从交办那天算起，还没有交办", "“workdays” count from the assignment, and nothing is assigned yet"),
    ("先写交办（assigned）一步", "Write the step “assigned” before it"),
)
DEADLINE_DIFFERS = _fault(
    "deadline-differs",
    (
        "期限写的是 {deadline}，{workdays} 个工作日推算的是 {counted}",
        "The deadline says {deadline}, but {workdays} working days lead to {counted}",
    ),
    ("同一个承诺不能有两个日期", "One promise can't have two dates"),
    ("只留一个：写日期，或者写工作日", "Keep one of them: the date, or the working days"),
)
CLOSED_WITHOUT_EVIDENCE = _fault(
    "closed-without-evidence",
    ("销号之前的步骤里没有任何佐证", "It closes, and none of its steps shows any evidence"),
    ("没有佐证，谁也看不出真的改了", "Without it nobody can see that it was put right"),
    ("在这一步加上“evidence: …”", "Add “evidence: …” to this step"),
)
DEADLINE_NEEDED = _fault(
    "deadline-needed",
    ("限期整改没有“deadline”", "A rectification by a deadline has no “deadline”"),
    ("没有期限，谁也说不清是否逾期", "Without one nobody can tell whether it is overdue"),
    (
        "写上第一次承诺的期限，例如 deadline: 2014-06-30，或者 workdays: 15",
        "Write the first promise, for example deadline: 2014-06-30, or workdays: 15",
    ),
)
REVIEW_NEEDED = _fault(
    "review-needed",
    ("长期整改没有“review”", "A long-term rectification has no “review”"),
    ("长期任务要有复查周期，否则会被遗忘", "What takes long is looked at again and again, or it is forgotten"),
    ("写上复查周期，例如 review: quarterly", "Write how often, for example review: quarterly"),
)
FOUND_NEEDED = _fault(
    "found-needed",
    ("问题没有“found”", "A problem has no “found”"),
    ("要说明什么时候、怎样发现的", "It should say when and how it came to light"),
    (
        "写上 found: {{date: 2014-03-06, channel: household_visit}}；承诺事项写 nature: promise",
        "Write found: {{date: 2014-03-06, channel: household_visit}}; for a promise write nature: promise",
    ),
)
NO_SUCH_TARGET = _fault(
    "no-such-target",
    ("没有“{id}”这项目标", "There is no target “{id}”"),
    ("这条记录的目标有：{known}", "The targets of this record: {known}"),
    ("写其中一个编号", "Write the id of one of them"),
)

REPORT_SPAN = _fault(
    "report-span",
    ("“{period}”不是{span}的时段", "“{period}” is not the period of a {span}"),
    (
        "周报、月报、季报各说完整的一周、一月、一季，数字才能与上一期比较",
        "Only one whole week, month or quarter can be held against the one before",
    ),
    (
        "写 period: {whole}，或者把 span 改成 campaign（专题通报）",
        "Write period: {whole}, or span: campaign for a report of any other length",
    ),
)
TWO_REPORTS = _fault(
    "two-reports",
    ("“{period}”已经有一份通报", "There is a report of “{period}” already"),
    ("它在“{other}”；同一时段的数字只在一页上说", "It is in “{other}”; the figures of a period are told on one page"),
    ("把两份并成一份，或者改正 period", "Make one report of the two, or correct the period"),
)

# --- what needs attention --------------------------------------------------------------------------------------------

OVERDUE = replace(
    _fault(
        "overdue",
        ("期限是 {due}，已经逾期 {days} 天", "It was due on {due}; days overdue: {days}"),
        ("首页和台账把它排在最前面", "It stands on top of the home page and of the ledger"),
        (
            "办完就写报验、核查、销号；批准延期的，写 extended 一步",
            "When it is done, write the steps to closing; if it was granted more time, the step “extended”",
        ),
    ),
    note=True,
)
DUE_SOON = replace(
    _fault(
        "due-soon",
        ("期限是 {due}，{left}", "It is due on {due}, {left}"),
        ("过了期限就算逾期", "After that it is overdue"),
        ("催办；有了进展就写一步", "See that it gets done, and write down what comes of it"),
    ),
    note=True,
)
SILENT = replace(
    _fault(
        "silent",
        ("{since} 以来 {days} 天没有进展", "Nothing has been recorded since {since}; days without news: {days}"),
        ("页面上会写明，暂缓和长期的也一样", "Pages say so, also of what is suspended or takes long"),
        ("写一步 update：做了什么，或者为什么没有做", "Write a step “update”: what was done, or why nothing was"),
    ),
    note=True,
)
REVIEW_OVERDUE = replace(
    _fault(
        "review-overdue",
        ("应在 {review} 复查，已经逾期 {days} 天", "It was to be reviewed by {review}; days overdue: {days}"),
        ("约定再议的事没有人再议", "Nobody has looked again as was promised"),
        ("复查后写一步 update", "Review it, and write what was found as a step “update”"),
    ),
    note=True,
)
FOLLOW_UP_MISSED = replace(
    _fault(
        "follow-up-missed",
        (
            "销号后 {after} 天的回访应在 {due}，已经逾期 {days} 天",
            "The visit {after} days after closing was due on {due}; days overdue: {days}",
        ),
        ("没有回访，就不知道改好的有没有反弹", "Without it nobody knows whether it stayed right"),
        (
            "回访后写一步 followed_up：问了几位，是否满意",
            "Visit, and write “followed_up”: how many were asked, what they say",
        ),
    ),
    note=True,
)
BEFORE_WITHOUT_AFTER = replace(
    _fault(
        "before-without-after",
        ("已经销号，有整改前的照片，没有整改后的", "It is closed, and shown as it was before, but not as it is now"),
        ("看过原来什么样的人，想看现在什么样", "Whoever saw how it was wants to see how it is"),
        (
            "拍一张放在记录旁边，在 pictures 里写上 shows: after 和 date",
            "Take a picture, put it beside the record and add it to “pictures” with “shows: after” and its date",
        ),
    ),
    note=True,
)
FOLLOW_UP_DUE_SOON = replace(
    _fault(
        "follow-up-due-soon",
        (
            "销号后 {after} 天的回访应在 {due}，{left}",
            "The visit {after} days after closing is due on {due}, {left}",
        ),
        ("过了这天就算漏了回访", "After that it counts as missed"),
        ("安排回访；问了居民就写一步 followed_up", "Plan the visit; when residents were asked, write “followed_up”"),
    ),
    note=True,
)

# --- recommendations and diaries --------------------------------------------------------------------------------------

ANSWERED_BY_ANOTHER = _fault(
    "answered-by-another",
    ("“{by}”不在这条建议的对象里", "The recommendation was not put to “{by}”"),
    ("建议是向 {asked} 提的，别人答复不算它们的", "It was put to {asked}, and another's answer is none of theirs"),
    ("写真正答复的单位，或者在 to 里补上它", "Name the unit that really answered, or add it to “to”"),
)
RECOMMENDATION_OVERDUE = replace(
    _fault(
        "recommendation-overdue",
        (
            "建议应在 {due} 前答复，已经逾期 {days} 天；还没有答复的：{who}",
            "An answer was due on {due}; days overdue: {days}; no answer from: {who}",
        ),
        ("首页和这些单位的页面都会写明", "The home page and the pages of these units say so"),
        ("催办；收到答复就写 answer", "Ask for the answer; when it comes, write it as “answer”"),
    ),
    note=True,
)
RECOMMENDATION_DUE_SOON = replace(
    _fault(
        "recommendation-due-soon",
        (
            "建议应在 {due} 前答复，{left}；还没有答复的：{who}",
            "An answer is due on {due}, {left}; no answer yet from: {who}",
        ),
        ("过了期限就算逾期", "After that it is overdue"),
        ("提醒一声；收到答复就写 answer", "Remind them; when the answer comes, write it as “answer”"),
    ),
    note=True,
)
DIARY_LACKS = replace(
    _fault(
        "diary-lacks",
        ("走亲日记没有“{field}”（{label}）", "The diary has no “{field}” ({label})"),
        (
            "时间花在哪里、那个“1”在哪儿、从哪儿改起，三样缺一样就汇总不了、跟不下去",
            "Where the time went, where the “1” is, where mending it begins: without one of them nothing can follow",
        ),
        (
            "补上“{field}: …”；照登来源的日记，在 sources 里写明出处",
            "Add “{field}: …”; of a diary that is quoted as it stands, name the source in “sources”",
        ),
    ),
    note=True,
)
ONE_NOT_TAKEN_UP = replace(
    _fault(
        "one-not-taken-up",
        ("日记里的这个“1”过了 {days} 天还没有登记整改", "No rectification has come of this “1”; days since: {days}"),
        ("找到了不去改，等于没有找", "Found and not mended is as good as never found"),
        (
            "登记一条整改，在 found 里写 by: activity:{id}",
            "Register a rectification whose “found” says by: activity:{id}",
        ),
    ),
    note=True,
)

# --- commitments -----------------------------------------------------------------------------------------------------

NOT_THEIR_COMMITMENT = _fault(
    "not-their-commitment",
    ("“{ref}”不是这里的单位作出的承诺", "“{ref}” is not a commitment of those who did this"),
    ("作出承诺的是：{who}；别人做的不能替它算数", "It was made by {who}, and what others do doesn't count for it"),
    (
        "删掉这个 fulfils，或者在 units、groups 里补上真正参加的单位、组团",
        "Delete this “fulfils”, or add to “units” or “groups” whoever really took part",
    ),
)
COMMITMENT_MISSED = replace(
    _fault(
        "commitment-missed",
        ("{who} {period}未做，欠 {lacking}：{what}", "{who}, {period}: missed, {lacking} lacking – {what}"),
        ("没有一条记录说这一期履行了它", "No record says that it was kept in this period"),
        (
            "做了就补记活动，写上 fulfils: {ref}；批准不做的，在 excused 写明哪天、为什么",
            "If it was kept, record the activity with fulfils: {ref}; if excused, say in “excused” when and why",
        ),
    ),
    note=True,
)
COMMITMENT_SHORT = replace(
    _fault(
        "commitment-short",
        ("{who} {period}不足，还差 {lacking}：{what}", "{who}, {period}: short by {lacking} – {what}"),
        ("记录下来的加在一起没有达到承诺的数量", "What is on record does not come to what was promised"),
        (
            "核对活动的日期、时长和人数（fulfils: {ref}）；确实不足就不用改",
            "Look at the dates, hours and numbers of its activities (fulfils: {ref}); if it was short, leave it",
        ),
    ),
    note=True,
)
COUNTS_FOR_NO_PERIOD = replace(
    _fault(
        "counts-for-no-period",
        ("这条记录没有算进“{ref}”的任何一期", "This counts for no period of “{ref}”"),
        (
            "它的日期不在承诺的日子里，或者跨了几期而分不出每期多少",
            "Its dates fit none of them, or several, so that nobody can tell how much belongs to which",
        ),
        ("改正日期；跨期的拆成几条，一期一条", "Correct the dates; split what covers several into one record for each"),
    ),
    note=True,
)

# --- contradictions of the source ------------------------------------------------------------------------------------

TOTAL_DIFFERS = replace(
    _fault(
        "total-differs",
        (
            "“{what}”的{which}是 {total}，各单位相加是 {sum}",
            "The {which} of “{what}” is {total}, but its units add up to {sum}",
        ),
        ("来源里的总数和分数对不上", "In the source the total and its parts don't agree"),
        (
            "照来源原样公布；如果是录入错误，请改正",
            "It is published as printed; if it is a slip of the pen, correct it",
        ),
    ),
    note=True,
)

PARTS_DIFFER = replace(
    _fault(
        "parts-differ",
        (
            "“{what}”的总数是 {total}，各部分相加是 {sum}",
            "The total of “{what}” is {total}, but its parts add up to {sum}",
        ),
        ("总数和各部分对不上", "The total and its parts don't agree"),
        (
            "照原样公布；如果是录入错误，请改正",
            "It is published as it stands; if it is a slip of the pen, correct it",
        ),
    ),
    note=True,
)
REPORTED_DIFFERS = replace(
    _fault(
        "reported-differs",
        (
            "来源的“{what}”是 {reported}，站内记录是 {recorded}",
            "“{what}” was reported as {reported}, the records say {recorded}",
        ),
        (
            "转载数字和站内记录对不上，页面上两个都写",
            "What was reported and the records don't agree; the page shows both",
        ),
        ("补齐记录，或者改正 records 里的查询", "Add the records that are missing, or correct the query in “records”"),
    ),
    note=True,
)
TYPED_TOTAL = replace(
    _fault(
        "typed-total",
        ("“{value}”是手写的总数，站内记录是 {recorded}", "“{value}” was typed, and the records say {recorded}"),
        ("手写的数字不会跟着记录变", "A figure that was typed doesn't follow the records"),
        (
            "改写成 {{{{ {query} }}}}；只数一部分，就在括号里加条件",
            "Write {{{{ {query} }}}} in its place; to count only some of them, add filters to it",
        ),
    ),
    note=True,
)
TYPED_SHARE = replace(
    _fault(
        "typed-share",
        ("“{value}”是手写的比例", "“{value}” is a share that was typed"),
        ("100-1=0：写比例，就要写出剩下的是哪几件", "100 − 1 = 0: whoever says a share names those that are left"),
        (
            '改写成 {{{{ share("rectification", state="closed") }}}}，剩下的会逐件列出',
            'Write {{{{ share("rectification", state="closed") }}}}, which names those that are left',
        ),
    ),
    note=True,
)

# --- what may not happen in silence ----------------------------------------------------------------------------------

_UNLESS_CORRECTED = (
    "恢复原样；确实要这样，就写一条更正（build.py new correction 编号）：of: {ref}，what: {correction}",
    "Put it back as it was; if it has to be so, write a correction (build.py new correction ID) with of: {ref} and"
    " what: {correction}",
)
VANISHED = _fault(
    "vanished",
    ("“{ref}”在 {day} 公布过，现在不在网站上了", "“{ref}” was published on {day} and is no longer on the site"),
    ("公布过的不能悄悄消失", "What was published does not vanish in silence"),
    _UNLESS_CORRECTED,
)
ID_REUSED = _fault(
    "id-reused",
    (
        "“{ref}”撤下过（最后一次公布是 {day}），现在又用了这个编号",
        "“{ref}” was removed (last published on {day}), and now its id is used again",
    ),
    ("同一个编号、同一个网址前后说的不是一回事", "One id and one address would first mean one thing, then another"),
    (
        "换一个新编号；确实是同一件事要恢复公布，就写一条更正（build.py new correction 编号）：of: {ref}，"
        "what: {correction}",
        "Choose a new id; if it is the same record that comes back, write a correction (build.py new correction ID)"
        " with of: {ref} and what: {correction}",
    ),
)
FIRST_PROMISE_CHANGED = _fault(
    "first-promise-changed",
    (
        "“{ref}”的首次期限：{day} 公布的是 {before}，现在是 {now}",
        "The first deadline of “{ref}” was published on {day} as {before}, and now is {now}",
    ),
    ("第一次承诺不能改；延期写在步骤里", "The first promise stays; moving it is a step of “progress”"),
    (
        "恢复原来的期限，延期就写一步 extended；录入错误要改，就写一条更正（build.py new correction 编号）："
        "of: {ref}，what: {correction}",
        "Put the deadline back, and write a step “extended” if it was moved; to mend a slip of the pen write a"
        " correction (build.py new correction ID) with of: {ref} and what: {correction}",
    ),
)
STEP_CHANGED = _fault(
    "step-changed",
    (
        "“{ref}”的第 {number} 步（{step}）在 {day} 公布过，现在改了：{differences}",
        "Step {number} of “{ref}” ({step}) was published on {day}, and has been changed: {differences}",
    ),
    ("步骤只加不改；文字错漏可以随时改正", "Steps are only ever added; slips in their words may be mended any time"),
    _UNLESS_CORRECTED,
)
STEP_GONE = _fault(
    "step-gone",
    (
        "“{ref}”的第 {number} 步（{step}）在 {day} 公布过，现在没有了",
        "Step {number} of “{ref}” ({step}) was published on {day}, and is gone",
    ),
    ("步骤只加不减", "Steps are only ever added"),
    _UNLESS_CORRECTED,
)
ITEM_CHANGED = _fault(
    "item-changed",
    (
        "“{ref}”的“{list}”第 {number} 项在 {day} 公布过，现在改了：{differences}",
        "“{list}” {number} of “{ref}” was published on {day}, and has been changed: {differences}",
    ),
    (
        "提过的要求、许下的承诺只能往下写，不能改回头；文字错漏可以随时改正",
        "What was asked for or promised is added to, never taken back; slips in its words may be mended any time",
    ),
    _UNLESS_CORRECTED,
)
ITEM_GONE = _fault(
    "item-gone",
    (
        "“{ref}”的“{list}”第 {number} 项在 {day} 公布过，现在没有了",
        "“{list}” {number} of “{ref}” was published on {day}, and is gone",
    ),
    (
        "提过的要求、许下的承诺不能悄悄消失；新的写在后面",
        "What was asked for or promised does not vanish in silence; new ones come after it",
    ),
    _UNLESS_CORRECTED,
)
CLOSED_IN_SILENCE = _fault(
    "closed-in-silence",
    (
        "“{ref}”在 {day} 公布时还没有了结，现在只凭一步 stated 就成了“{state}”",
        "“{ref}” was open when it was published on {day}, and now a mere step “stated” makes it “{state}”",
    ),
    ("报验、核查、销号的步骤都看不到了", "Nobody would see who submitted, verified and closed it"),
    (
        "恢复原来的步骤，在后面接着写；确实要这样，就写一条更正（build.py new correction 编号）：of: {ref}，"
        "what: {correction}",
        "Put its steps back and go on from there; if it has to be so, write a correction (build.py new correction ID)"
        " with of: {ref} and what: {correction}",
    ),
)
FIGURES_CHANGED = _fault(
    "figures-changed",
    (
        "“{ref}”的数字在 {day} 公布过，现在改了：{differences}",
        "The figures of “{ref}” were published on {day}, and have changed: {differences}",
    ),
    (
        "读者引用过的数字不能悄悄换掉；时段已过的通报，补记或改动当时的事也会改变它的数字",
        "Nobody exchanges in silence what readers have quoted; what is recorded late, or changed, of a period that is"
        " over changes its figures too",
    ),
    (
        "恢复原样；确实要改，就写一条更正（build.py new correction 编号）：of: {ref}，what: {correction}；"
        "of 可以一次写几个",
        "Put it back as it was; if it has to be so, write a correction (build.py new correction ID) with of: {ref} and"
        " what: {correction}; “of” may name several",
    ),
)
CORRECTED_TWICE = _fault(
    "corrected-twice",
    (
        "“{ref}”的同一件事（{correction}）已由“{other}”更正",
        "The same thing of “{ref}” ({correction}) is corrected by “{other}”",
    ),
    (
        "一件事只更正一次，否则看不出是哪一条起了作用",
        "With two corrections of one thing nobody can tell which of them counts",
    ),
    ("把两条更正并成一条", "Make one correction of the two"),
)
NOTHING_TO_ERASE = _fault(
    "nothing-to-erase",
    ("“{ref}”没有公布过第 {version} 版", "“{ref}” has no published version {version}"),
    ("没有可以删除的", "There is nothing to erase"),
    ("照页面“历次公布”里的版本号写 versions", "Write in “versions” the numbers that the history on its page shows"),
)
ERASURE_VERSIONS = _fault(
    "erasure-versions",
    ("versions 和 what: erased 要写就一起写", "“versions” and “what: erased” come together"),
    (
        "删除旧版本要说明是哪几版；别的更正不删除任何版本",
        "An erasure says which versions; no other correction erases any",
    ),
    ("写上 versions: [1, 2]，或者删去 versions", "Write versions: [1, 2], or delete “versions”"),
)

FAULTS: dict[str, Fault] = {fault.code: fault for fault in list(vars().values()) if isinstance(fault, Fault)}
"""All of them by code."""
