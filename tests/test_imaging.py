"""A published picture shows what the file showed and says nothing more."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from minusone.imaging import LONGEST, for_web, sized
from minusone.pictures import FORMATS, UnfitError
from tests.built import TEMPLATES, Element, built, held, places, read
from tests.pixels import BLUE, GREEN, GREY, RED, SEEN, corners, pieces, quartered, written
from tests.sites import BAISHA, problems, rectification, where

pytestmark = pytest.mark.slow

SECRET = "secret-9"
ENDINGS = [ending for ending in FORMATS if ending != ".jpeg"]


def exif(orientation: int = 1) -> bytes:
    """Where it was taken, by whom, when, and how the camera was held."""
    said = Image.Exif()
    said[0x0112] = orientation
    said[0x013B] = SECRET
    said[0x9003] = "2014:03-06 08:00:00"
    gps = said.get_ifd(0x8825)
    gps[1], gps[2], gps[3], gps[4] = "N", (29.0, 53.0, 12.5), "E", (121.0, 33.0, 7.5)
    return said.tobytes()


XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{SECRET}</dc:creator></x:xmpmeta>'.encode()
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def texts() -> PngInfo:
    said = PngInfo()
    said.add_text("Author", SECRET)
    said.add_text("Comment", SECRET, zip=True)
    said.add_itxt("XML:com.adobe.xmp", XMP.decode())
    return said


CARRIED: dict[str, dict[str, Any]] = {
    ".jpg": {"exif": exif(), "xmp": XMP, "icc_profile": SRGB, "comment": SECRET, "dpi": (72, 72)},
    ".png": {"exif": exif(), "pnginfo": texts(), "icc_profile": SRGB, "dpi": (72, 72)},
    ".webp": {"exif": exif(), "xmp": XMP, "icc_profile": SRGB},
    ".avif": {"exif": exif(), "xmp": XMP, "icc_profile": SRGB},
    ".gif": {"comment": SECRET},
}


@pytest.mark.parametrize("size", [(60, 40), (2000, 100)], ids=["as it is", "made smaller"])
@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_is_published_of_what_a_file_carries_beside_its_picture(ending: str, size: tuple[int, int]) -> None:
    source = written(quartered(size), ending, **CARRIED[ending]) + SECRET.encode()
    made = for_web(source)

    assert SECRET.encode() in source
    assert SECRET.encode() not in made
    with Image.open(BytesIO(made)) as image:
        assert not image.getexif()
        assert not {"exif", "xmp", "icc_profile", "comment", "Author", "Comment"} & set(image.info)
        assert image.format == FORMATS[ending]
    if ending != ".avif":
        kind, found = pieces(made)
        assert found <= SEEN[kind]
        assert not pieces(source)[1] <= SEEN[kind]


@pytest.mark.parametrize("size", [(60, 40), (40, 60), (2400, 1600)])
@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("ending", [".jpg", ".png", ".webp"])
def test_a_picture_stands_upright_in_the_size_that_is_known_beforehand(
    ending: str, orientation: int, size: tuple[int, int], tmp_path: Path
) -> None:
    held_so = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    upright = quartered(size)
    taken = upright.transpose(Image.Transpose(held_so[orientation])) if orientation > 1 else upright
    file = tmp_path / f"a{ending}"
    file.write_bytes(written(taken, ending, exif=exif(orientation)))
    made = for_web(file.read_bytes())

    assert corners(made) == [RED, GREEN, BLUE, GREY]
    with Image.open(BytesIO(made)) as image:
        assert image.size == sized(file).size
        assert max(image.size) == min(max(size), LONGEST)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 2200), st.integers(1, 2200), st.sampled_from(["1", "L", "LA", "P", "RGB", "RGBA", "I;16"]))
def test_every_size_and_kind_of_pixels_is_published_in_the_size_that_was_said(
    width: int, height: int, mode: str
) -> None:
    source = written(Image.new(mode, (width, height)), ".png")
    with Image.open(BytesIO(for_web(source))) as image:
        assert image.size == said_of(source, ".png")
        assert max(image.size) <= LONGEST
        assert min(image.size) >= 1


def said_of(data: bytes, ending: str) -> tuple[int, int]:
    with TemporaryDirectory() as folder:
        file = Path(folder, f"a{ending}")
        file.write_bytes(data)
        return sized(file).size


def test_what_is_transparent_stays_so() -> None:
    for mode, clear in (("RGBA", (1, 2, 3, 0)), ("LA", (1, 0))):
        for size in ((60, 40), (2000, 100)):
            with Image.open(BytesIO(for_web(written(Image.new(mode, size, clear), ".png")))) as image:
                assert image.convert("RGBA").getpixel((0, 0)) == pytest.approx((0, 0, 0, 0), abs=3)
    palette = Image.new("P", (2000, 100), 7)
    with Image.open(BytesIO(for_web(written(palette, ".gif", transparency=7)))) as image:
        assert image.convert("RGBA").getchannel("A").getpixel((0, 0)) == 0


@pytest.mark.parametrize("size", [(60, 40), (2000, 100)])
def test_colours_are_those_that_the_profile_means(size: tuple[int, int]) -> None:
    at = SRGB.index(b"rXYZ"), SRGB.index(b"bXYZ")
    red_for_blue = bytearray(SRGB)
    red_for_blue[at[0] : at[0] + 4], red_for_blue[at[1] : at[1] + 4] = b"bXYZ", b"rXYZ"
    for ending in (".jpg", ".png", ".webp"):
        source = written(quartered(size), ending, icc_profile=bytes(red_for_blue))
        assert corners(for_web(source)) == [BLUE, GREEN, RED, GREY]


def test_a_profile_that_is_none_does_no_harm() -> None:
    assert corners(for_web(written(quartered((60, 40)), ".jpg", icc_profile=b"none"))) == [RED, GREEN, BLUE, GREY]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_picture_makes_the_same_bytes_and_a_published_one_is_published_in_its_size(ending: str) -> None:
    source = written(quartered((1700, 900)), ending)
    made = for_web(source)

    assert made == for_web(source)
    with Image.open(BytesIO(made)) as once, Image.open(BytesIO(for_web(made))) as twice:
        assert once.size == twice.size


def test_a_phones_second_picture_behind_the_first_is_not_published() -> None:
    made = BytesIO()
    quartered((60, 40)).save(made, "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40), RED)])

    assert pieces(for_web(made.getvalue())) == ("JPEG", SEEN["JPEG"])


# --- what is none ----------------------------------------------------------------------------------------------------


def bomb() -> bytes:
    """A short file that says that it is 60000 points wide and high."""
    header = b"IHDR" + (60_000).to_bytes(4) * 2 + b"\x08\x02\0\0\0"
    start = written(Image.new("RGB", (1, 1)), ".png")
    return start[:12] + header + crc32(header).to_bytes(4) + start[33:]


def moving(ending: str) -> bytes:
    return written(
        quartered((60, 40)), ending, save_all=True, append_images=[quartered((60, 40)).rotate(90)], duration=100
    )


UNFIT = {
    "no bytes": (".png", b"", "no picture of the kind"),
    "a text": (".png", "路灯".encode(), "no picture of the kind"),
    "another kind": (".png", written(quartered((60, 40)), ".jpg"), "no picture of the kind"),
    "half of one": (".jpg", written(quartered((60, 40)), ".jpg")[:500], "cut short"),
    "half of another": (".png", written(quartered((600, 400)), ".png")[:300], "cut short"),
    "a bomb": (".png", bomb(), "so many pixels"),
    "moving": (".gif", moving(".gif"), "It moves"),
    "moving too": (".webp", moving(".webp"), "It moves"),
    "moving as well": (".png", moving(".png"), "It moves"),
}


@pytest.mark.parametrize(("ending", "data", "why"), UNFIT.values(), ids=UNFIT)
def test_what_can_not_be_published_is_a_problem_that_says_why(
    ending: str, data: bytes, why: str, tmp_path: Path
) -> None:
    name = f"lamp{ending}"
    text = BAISHA + rectification(f"pictures: {{file: {name}, alt: 灯}}")
    here = places(tmp_path, text)
    (here.content / "rectifications" / name).write_bytes(data)
    (found,) = problems(tmp_path, text)

    assert where([found]) == [f"content/rectifications/{name}:1:1 bad-image"]
    assert why in found.why.en


@pytest.mark.parametrize("ending", ENDINGS)
def test_broken_bytes_are_refused_or_published_but_never_fall(ending: str) -> None:
    whole = written(quartered((60, 40)), ending, **CARRIED[ending])

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, len(whole) - 1), st.binary(min_size=1, max_size=8)), min_size=1))
    def one(changes: list[tuple[int, bytes]]) -> None:
        broken = bytearray(whole)
        for at, data in changes:
            broken[at : at + len(data)] = data
        try:
            made = for_web(bytes(broken))
        except UnfitError:
            return
        assert SECRET.encode() not in made

    one()


# --- on pages --------------------------------------------------------------------------------------------------------


def test_every_picture_on_a_page_says_how_large_it_is(tmp_path: Path) -> None:
    shown = rectification(
        """
        pictures: {file: field.png, alt: "a > b"}
        progress:
          - {date: 2014-03-01, step: registered, evidence: {text: 照片, picture: {file: step.jpg, alt: 灯亮了}}}
        """,
        body="![路口 > 灯](body.webp)",
    )
    here = places(tmp_path, BAISHA + shown)
    sizes = {"field.png": (60, 40), "step.jpg": (2000, 1000), "body.webp": (40, 60)}
    for name, size in sizes.items():
        data = written(quartered(size), Path(name).suffix, **CARRIED[Path(name).suffix])
        (here.content / "rectifications" / name).write_bytes(data)
    pages = built(tmp_path, BAISHA + shown)

    for lang in ("", "en/"):
        images = read(pages[f"{lang}rectifications/2014-001/index.html"]).all("img")
        assert dict(map(said, images)) == sizes | {"step.jpg": (1600, 800)}
    for path, data in held(here.out).items():
        if Path(path).suffix in FORMATS:
            kind, found = pieces(data)
            assert found <= SEEN[kind]


def said(image: Element) -> tuple[str, tuple[int, int]]:
    """A picture's name, and how large its page says that it is."""
    given = image.attributes
    return given["src"].rpartition("/")[2], (int(given["width"]), int(given["height"]))


def test_the_templates_own_pictures_are_copied_as_they_are(tmp_path: Path) -> None:
    built(tmp_path, BAISHA)

    assert (tmp_path / "site/assets/icon.svg").read_bytes() == (TEMPLATES / "assets/icon.svg").read_bytes()


@pytest.mark.slow
def test_no_picture_of_the_real_site_carries_anything(built_site: Path) -> None:
    files = {path: data for path, data in held(built_site).items() if Path(path).suffix in FORMATS}

    assert files
    for path, data in files.items():
        kind, found = pieces(data)
        assert found <= SEEN[kind], path
