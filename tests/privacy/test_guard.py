"""What must not be published is found however it is written, and figures that only look like it are left alone."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import datetime
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.cn import uscc

from minusone.privacy.findings import Finding, Kind
from minusone.privacy.guard import Allowed, find, line_key, masked
from tests.privacy.made import CARDS, DISGUISES, IDENTITIES, MOBILES, Pieces

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def kinds(text: str) -> set[Kind]:
    return {found.kind for found in find(text)}


# --- found -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("disguise", DISGUISES.values(), ids=DISGUISES)
@pytest.mark.parametrize(
    ("numbers", "kind", "cue"),
    [(IDENTITIES, Kind.IDENTITY, ""), (MOBILES, Kind.PHONE, ""), (CARDS, Kind.CARD, "卡号：")],
    ids=["identity", "mobile", "card"],
)
def test_a_number_is_found_in_every_disguise_and_never_said_in_full(
    numbers: st.SearchStrategy[Pieces], kind: Kind, cue: str, disguise: Callable[[Pieces], str]
) -> None:
    @given(numbers)
    def check(pieces: Pieces) -> None:
        written = disguise(pieces)
        said = f"此事由住户反映，{cue}{written}。"
        found = [one for one in find(said) if one.kind is kind]

        assert len(found) == 1
        assert set(said[found[0].start : found[0].end]) >= {written[0], written[-1]} - set("%&#;<>b/*")
        hidden = masked(said)
        assert "".join(pieces) not in hidden
        assert find(hidden) == ()

    check()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("老证 330205 720314 123", Kind.IDENTITY),
        ("身份证号：330205199001011230", Kind.IDENTITY),
        ("护照号 E12345678", Kind.IDENTITY),
        ("+86 138 0013 8000", Kind.PHONE),
        ("幺三八零零幺三八零零零", Kind.PHONE),
        ("（0574）8765 4321", Kind.PHONE),
        ("宅电：87654321", Kind.PHONE),
        ("浙B·12345", Kind.PLATE),
        ("粤Z1234港", Kind.PLATE),
        ("浙 B D 1 2 3 4 5", Kind.PLATE),
        ("浙B1234警", Kind.PLATE),
        ("zhang.san＠163．com", Kind.EMAIL),
        ("zhangsan at qq dot com", Kind.EMAIL),
        ("zhangsan(at)example(dot)com", Kind.EMAIL),
        ("微信号：zhangsan_88", Kind.CHAT),
        ("加QQ 1234 5678", Kind.CHAT),
        ("白沙新村12幢302室", Kind.ADDRESS),
        ("十二幢三单元五〇一", Kind.ADDRESS),
        ("大庆南路88弄12号", Kind.ADDRESS),
        ("鞍山村12号", Kind.ADDRESS),
        ("家住白沙路15号", Kind.ADDRESS),
        ("Room 302, Unit 2, Building 12", Kind.ADDRESS),
        ("张某某反映", Kind.PERSON),
        ("陈××说", Kind.PERSON),
        ("王大爷家的水管", Kind.PERSON),
        ("居民张三反映", Kind.PERSON),
        ("户主：  欧阳建国", Kind.PERSON),
        ("住户林 小 明的电表", Kind.PERSON),
        ("Mrs Zhang complained", Kind.PERSON),
        ("学生王小明", Kind.MINOR),
        ("9岁的小明", Kind.MINOR),
        ("the 9-year-old boy", Kind.MINOR),
        ("低保户张某某", Kind.SENSITIVE),
        ("王姓居民患有精神病", Kind.SENSITIVE),
        ("12幢一名吸毒人员", Kind.SENSITIVE),
        ("秘密★5年", Kind.SECRECY),
        ("内部资料，注意保存", Kind.SECRECY),
        ("举报人：张三", Kind.SECRECY),
        ("For internal use only; internal use only", Kind.SECRECY),
    ],
)
def test_each_family_is_found(text: str, kind: Kind) -> None:
    assert kind in kinds(text)


# --- left alone ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "甬政发〔2014〕12号",
        "订单号 20140312000123456",
        "2014-03-06 至 2014-04-30，2014-05-31 12:30",
        "共投资13,800,138,000元",
        "供水 13800138000 升",
        "拆迁拆违面积124.1万平方米，1,241,000 平方米",
        "ISBN 978-7-5080-1234-5，ISSN 1002-1234",
        "统一社会信用代码 91330205144055512A",
        "热线 12345，报警 110，客服 400-800-1234、95598",
        "记录 2014-003，1998-2014 年",
        "位于某街道，某些村，张某村，在某单位",
        "王书记、李主任、张局长",
        "省委常委、组织部长胡和平率市委副秘书长、人大常委主任王勇",
        "王姓居民反映",
        "第12幢楼的电梯，12幢电梯加装，12幢、13幢、15幢屋顶",
        "行政服务中心3号楼302室，3号楼402会议室",
        "国庆村3号桥，该村于12号开会，12幢30户居民",
        "居民楼道、居民方便、居民高度评价、群众马上来办",
        "关于老人的规定，对于老人，任何老人",
        "上周大妈们跳舞，周师傅志愿服务队",
        "低保政策，信访制度，残疾人坡道，国家秘密，依法保守商业秘密",
        "6至12岁儿童，3岁以下儿童免票",
        "微信公众号：jiangbeifabu，WeChat service desk",
        "公交车车牌更新，京A股上市，新A2014年",
        "见 www.example.gov.cn，look at example.com，@media print，a@2x.png",
        "标有密级或写明不得公开的材料",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert find(text) == ()


_YEARS = st.datetimes(datetime(1950, 1, 1), datetime(2049, 12, 31))
_FIGURES = st.one_of(
    _YEARS.map("{:%Y-%m-%d}".format),
    _YEARS.map("{:%Y年%m月%d日}".format),
    _YEARS.map("{:%Y-%m-%d %H:%M}".format),
    st.integers(0, 10**13).map("{:,} 元".format),
    st.integers(0, 10**12).map("{}元".format),
    st.decimals(0, 10**8, places=2).map("{} 万平方米".format),
    st.integers(0, 999).map("2014-{:03}".format),
    st.integers(1, 200).map("甬政发〔2014〕{}号".format),
    st.tuples(st.integers(1950, 2013), st.integers(2014, 2049)).map("{0[0]}-{0[1]} 年".format),
)


@given(st.lists(_FIGURES, max_size=12), st.sampled_from(("，", "；", "\n- ", "。")))
def test_figures_dates_and_amounts_are_left_alone(figures: list[str], between: str) -> None:
    assert find(between.join(figures)) == ()


@given(st.sampled_from(("91", "92", "12", "52")), st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=9, max_size=9))
def test_credit_codes_are_left_alone(type_: str, organisation: str) -> None:
    code = f"{type_}330205{organisation}"
    assert find(f"统一社会信用代码：{code}{uscc.calc_check_digit(code + '0')}") == ()


# --- what holds for every text ---------------------------------------------------------------------------------------

_TOUCHY = (
    "0123456789Xx一二三〇张王李某大爷岁幢室号村弄居民住微信QQ@#.-—★机密内部低保举报人：（）<b>&%\u200b \n\t浙AB省￥元at"
)


@given(st.text() | st.text(_TOUCHY))
@example("張" * 30)
@example("<b" * 30)
def test_any_text_can_be_searched_and_its_findings_lie_in_it(text: str) -> None:
    found = find(text)

    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)
    masked(text)


def _steps(text: str) -> int:
    """How many lines of Python a search takes: what it costs, by no clock."""
    count = 0

    def count_lines(frame: FrameType, event: str, arg: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return count_lines

    before = sys.gettrace()
    sys.settrace(count_lines)
    try:
        find(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "13800138000 ",
        "2014-03-06 ",
        "a@",
        "张某",
        "居民张三",
        "低保张某某，",
        "举报人系",
        "12幢",
        "&#49;",
        "<b>1</b>",
        "张 ",
    ],
)
def test_a_search_takes_time_linear_in_the_length(piece: str) -> None:
    short, long = (_steps(piece * (length // len(piece))) for length in (2_000, 8_000))

    assert long < 5 * short + 1_000


# --- what is said of a finding ---------------------------------------------------------------------------------------


def one(text: str) -> Finding:
    (found,) = find(text)
    return found


def test_a_finding_is_masked_and_hides_itself_from_printing() -> None:
    assert one("请致电13800138000").masked == "138******00"
    assert one("居民张三丰反映").masked == "张**"
    assert one("住白沙新村12幢3单元302室").masked == "**幢*单元***室"
    assert "张三丰" not in repr(one("居民张三丰反映"))


def test_a_fingerprint_is_that_of_the_thing_however_it_is_written() -> None:
    prints = {one(text).fingerprint for text in ("0574-87654321", "（0574）8765 4321", "０５７４　８７６５４３２１")}

    assert len(prints) == 1
    assert prints != {one("0574-87654322").fingerprint}


def test_a_fingerprint_does_not_give_away_what_the_mask_hides() -> None:
    alike = [one(f"请致电138{hidden:06}00") for hidden in range(3000)]

    assert len({found.masked for found in alike}) == 1
    assert len({found.fingerprint for found in alike}) <= 256  # So a dozen or more numbers share each of them.


def test_what_the_office_lists_is_allowed_and_only_that() -> None:
    allowed = Allowed(lines=frozenset(map(line_key, ("0574-8765 4321", "Office@Example.com"))))

    assert allowed.refused(find("电话（0574）87654321，信箱 office@example.com")) == []
    assert len(allowed.refused(find("电话0574-87654322"))) == 1
    # A line that looks like one is no leave to publish an identity number.
    number = "330205199001011239"
    assert len(Allowed(lines=frozenset({number})).refused(find(number))) == 1


def test_an_exception_allows_the_one_finding() -> None:
    allowed = Allowed(exceptions=frozenset({one("居民张三").fingerprint}))

    assert allowed.refused(find("居民张三反映")) == []
    assert len(allowed.refused(find("居民张四反映"))) == 1
