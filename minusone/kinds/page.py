"""A page 页面: anything else, such as about, how to raise a problem, glossary, privacy."""

from __future__ import annotations

from typing import ClassVar

from minusone.figures import Count
from minusone.schema import Record, YesNo, field
from minusone.words import Bilingual


class Page(Record):
    kind: ClassVar[str] = "page"
    folder: ClassVar[str] = "pages"
    label: ClassVar[Bilingual] = Bilingual("页面", "page")

    menu: YesNo = field(("进入导航", "In the menu"), ("是否列在页脚导航", "Whether the footer lists it"), default=True)
    rank: Count = field(("排序", "Order"), ("导航次序，小的在前", "Order, smallest first"), default=999)
