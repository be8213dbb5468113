"""QR codes: one for each rectification and language, black on white, and nothing in them that looks private."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as Xml

from hypothesis import given
from hypothesis import strategies as st

from minusone.data import codes
from minusone.privacy.guard import find
from minusone.privacy.texts import texts
from tests.built import linked
from tests.sites import BAISHA, rectification, site

SVG = "{http://www.w3.org/2000/svg}"


def test_each_rectification_has_one_in_each_language_if_the_sites_address_is_known(tmp_path: Path) -> None:
    addressed = linked(site(tmp_path / "a", "address: https://small.example/\n" + BAISHA + rectification()))
    nowhere = linked(site(tmp_path / "b", BAISHA + rectification()))
    found = {one.path.as_posix(): Xml.fromstring(one.data) for one in codes.documents(addressed, ())}

    assert {path: root.findtext(f"{SVG}title") for path, root in found.items()} == {
        "rectifications/2014-001/qr.svg": "https://small.example/r/2014-001/",
        "en/rectifications/2014-001/qr.svg": "https://small.example/en/r/2014-001/",
    }
    assert list(codes.documents(nowhere, ())) == []


def test_it_is_black_on_a_white_ground_that_reaches_four_modules_beyond_it() -> None:
    root = Xml.fromstring(codes.svg("https://small.example/r/2014-001/"))
    ground, drawn = root.findall(f"{SVG}path")
    size = root.attrib["viewBox"].split()[2]

    assert root.attrib["viewBox"] == f"0 0 {size} {size}"
    assert (ground.attrib["fill"], ground.attrib["d"]) == ("#fff", f"M0 0h{size}v{size}h-{size}z")
    assert (drawn.attrib["stroke"], drawn.attrib["d"][:4]) == ("#000", "M4 4")


@given(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}", fullmatch=True))
def test_how_a_code_is_drawn_is_never_taken_for_something_private(id: str) -> None:
    drawn = codes.svg(f"https://small.example/r/{id}/").split(b"</title>")[1]

    assert [hit for text in texts(PurePosixPath("qr.svg"), b"<svg>" + drawn) for hit in find(text)] == []
