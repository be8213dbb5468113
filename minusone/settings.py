"""config.yaml: what one site is called, who answers for it, and what its “today” is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import BeforeValidator, ValidationError
from pydantic_core import PydanticCustomError

from minusone.check import explained
from minusone.faults import EMPTY_FILE, SETTINGS_TOO_LARGE
from minusone.figures import Count, read_count
from minusone.frontmatter import MOST, Matter, read
from minusone.load import undecodable
from minusone.periods import Day
from minusone.privacy.guard import Allowed, line_key
from minusone.problems import ContentError, Mark
from minusone.refusals import MisuseError
from minusone.schema import OneOrMore, Part, read_web_address
from minusone.schema import field as declare
from minusone.transparency.errors import LogError
from minusone.transparency.notes import Verifier
from minusone.words import Bilingual, Words


def _read_length(value: object) -> int:
    """How many stand on a page: at least one."""
    if length := read_count(value):
        return length
    raise PydanticCustomError("too-small", "", {"least": 1})


def _read_site_address(value: object) -> str:
    """A folder on the web: it ends with a slash, and nothing comes after it."""
    address = read_web_address(value)
    if "?" in address or "#" in address:
        reasons = {
            "reason_zh": "网站地址到文件夹为止，不带 ? 和 #",
            "reason_en": "A site's address ends with a folder: no ? or #",
        }
        raise PydanticCustomError("bad-link", "", reasons)
    return address.removesuffix("/") + "/"


SiteAddress = Annotated[str, BeforeValidator(_read_site_address)]


def _read_contact(value: object) -> str:
    """A page on the web, never without TLS, or a mailbox: what RFC 9116 takes, but telephone numbers."""
    if isinstance(value, str) and re.fullmatch(r"mailto:[^\s@]+@[^\s@]+", value):
        return value
    address = read_web_address(value)
    if not address.lower().startswith("https:"):
        reasons = {
            "reason_zh": "安全联系方式的网址要以 https:// 开头",
            "reason_en": "The address of a security contact begins with https://",
        }
        raise PydanticCustomError("bad-link", "", reasons)
    return address


Contact = Annotated[str, BeforeValidator(_read_contact)]

_MOST_BYTES = 1_000_000
"""Of config.yaml, which can't say it of itself; and of any record, unless it says otherwise."""


def _read_verifier_key(value: object) -> str:
    """A public key by c2sp.org/signed-note, as `key` prints it."""
    try:
        return Verifier.parse(value if isinstance(value, str) else "").text
    except LogError:
        raise PydanticCustomError("bad-key", "") from None


VerifierKey = Annotated[str, BeforeValidator(_read_verifier_key)]


class Footer(Part):
    """What Chinese public sites carry at the foot of every page; what is empty is left out."""

    host: Bilingual = declare(("主办单位", "Run by"), ("谁主办本站", "Who runs this site"))
    contact: Bilingual | None = declare(
        ("联系方式", "Contact"), ("公开的办公联系方式", "The office's contact"), default=None
    )
    site_code: str = declare(
        ("网站标识码", "Site code"), ("政府网站标识码", "Government site identification"), default=""
    )
    icp: str = declare(("ICP 备案号", "ICP record"), ("工信部备案号", "Registration with the ministry"), default="")
    police: str = declare(
        ("公安备案号", "Police record"), ("公安机关备案号", "Registration with the police"), default=""
    )


class PrivacyException(Part):
    """One finding of the privacy guard that is published all the same. Why, and who allowed it, never leaves."""

    finding: str = declare(
        ("检出编号", "Finding"), ("检查时报出的八位编号", "The eight characters that the check printed")
    )
    reason: Words = declare(("理由", "Reason"), ("为什么可以公开", "Why it may be published"), internal=True)
    reviewer: Words = declare(
        ("审核人", "Reviewer"), ("谁审核的，写职务", "Who allowed it: a post, no name"), internal=True
    )
    until: Day = declare(("有效期至", "Until"), ("过了这一天要重新审核", "After this day it has to be looked at again"))


class Privacy(Part):
    """What may be published although the privacy guard would refuse it."""

    office_lines: OneOrMore[str] = declare(
        ("公开的办公电话和邮箱", "Public office lines"),
        ("公开的办公电话、邮箱，逐个写出", "Telephone numbers and mailboxes of the office that are public"),
        default=(),
    )
    exceptions: OneOrMore[PrivacyException] = declare(
        ("例外", "Exceptions"),
        ("经审核可以公开的检出；网站只公布有几个", "Findings that were allowed; the site only says how many"),
        default=(),
    )

    def allowed(self, as_of: date) -> Allowed:
        return Allowed(
            frozenset(line_key(line) for line in self.office_lines),
            frozenset(exception.finding for exception in self.in_force(as_of)),
        )

    def in_force(self, as_of: date) -> tuple[PrivacyException, ...]:
        return tuple(exception for exception in self.exceptions if as_of <= exception.until)

    def public(self, as_of: date) -> Privacy:
        """As a page may see it: how many exceptions there are, and nothing of them."""
        blank = {"finding": "", "reason": Words(""), "reviewer": Words("")}
        return self.model_copy(
            update={"exceptions": tuple(one.model_copy(update=blank) for one in self.in_force(as_of))}
        )


class Settings(Part):
    title: Bilingual = declare(("网站名称", "Title"), ("每页顶部的名称", "The name at the top of every page"))
    address: SiteAddress = declare(
        ("网站地址", "Address"),
        (
            "网站公开后的网址；订阅、二维码、网站地图都要用它",
            "Where the site is published; feeds, QR codes, sitemap need it",
        ),
        default="",
    )
    tagline: Bilingual = declare(
        ("副题", "Tagline"), ("首页名称下的一句话", "The line under the name on the home page")
    )
    as_of: Day | None = declare(
        ("截至日期", "As of"),
        ("本站的“今天”，逾期由它推算", "This site's today; what is overdue follows from it"),
        default=None,
    )
    per_page: Annotated[int, BeforeValidator(_read_length)] = declare(
        ("每页条数", "Per page"), ("列表一页几条", "Records on one page of a list"), default=20
    )
    max_file_bytes: Count = declare(
        ("文件上限", "Largest file"), ("一份记录最多几个字节", "Most bytes that a record may have"), default=_MOST_BYTES
    )
    due_soon_days: Count = declare(
        ("临近期限", "Due soon"), ("期限前几天算临近", "Days before a deadline in which it is due soon"), default=14
    )
    silence_days: Count = declare(
        ("多久无进展", "Silence"), ("最后一步之后几天算无进展", "Days without news that are too many"), default=45
    )
    follow_up_days: OneOrMore[Count] = declare(
        ("回访", "Follow-up visits"),
        ("销号后第几天回访", "Days after closing on which follow-up visits are due"),
        default=(30, 90),
    )
    security_contact: Contact = declare(
        ("安全联系方式", "Security contact"),
        (
            "发现网站漏洞报给谁：https:// 网页，或 mailto: 邮箱（邮箱也要写进 office_lines）",
            "Where to report a hole in the site: https://…, or mailto:… (the mailbox in office_lines too)",
        ),
        default="",
    )
    verifier_key: VerifierKey = declare(
        ("公钥", "Public key"),
        (
            "核对本站签名的公钥，由 key 命令给出；写上之后只有这把钥匙能发布",
            "By which the site's signature is verified, as the command key prints it; no other key can publish then",
        ),
        default="",
    )
    footer: Footer = declare(("页脚", "Footer"), ("主办单位与备案信息", "Who runs the site, and its registrations"))
    privacy: Privacy = declare(
        ("隐私检查", "Privacy guard"),
        ("公开的办公电话，经审核的例外", "Public office lines, and exceptions that were allowed"),
        default=Privacy(),
    )

    @property
    def path(self) -> str:
        """Where the site lies on its host, as far as it is known: `/`, or `/ledger/`."""
        return urlsplit(self.address).path or "/"

    def public(self, as_of: date) -> Settings:
        """Without what is internal."""
        return self.model_copy(update={"privacy": self.privacy.public(as_of)})


@dataclass(frozen=True)
class Config:
    """config.yaml as it was written."""

    path: str
    text: str = ""
    matter: Matter = field(default_factory=Matter)


class NoTodayError(MisuseError):
    """Neither config.yaml nor the command line says what day it is."""

    @property
    def words(self) -> Bilingual:
        return Bilingual(
            "不知道今天是哪天：请写 --today 2014-04-30，或在 config.yaml 写 as_of",
            "What day is it? Give --today 2014-04-30, or as_of in config.yaml",
        )


def settings(file: Path) -> Settings:
    """Read config.yaml. Raises ContentError with every problem in it, FileNotFoundError without it."""
    written = config(file)
    try:
        return Settings.model_validate(written.matter.data)
    except ValidationError as error:
        raise ContentError(
            explained(file.name, Settings, written.matter, detail) for detail in error.errors()[:MOST]
        ) from None


def config(file: Path) -> Config:
    """The file with its fields, not yet judged. Raises as `settings` does."""
    size = file.stat().st_size
    if size > _MOST_BYTES:
        raise ContentError([SETTINGS_TOO_LARGE.at(file.name, Mark(), size=size, limit=_MOST_BYTES)])
    data = file.read_bytes()
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise ContentError([undecodable(file.name, data, error)]) from None
    if not text.strip():
        raise ContentError([EMPTY_FILE.at(file.name, Mark())])
    matter = read(file.name, text)
    if matter.problems:
        raise ContentError(matter.problems)
    return Config(file.name, text, matter)


def today(settings: Settings, given: date | None) -> date:
    """The site's today: what the command line says, else config.yaml; never the clock."""
    day = given or settings.as_of
    if day is None:
        raise NoTodayError
    return day
