"""A file that calls itself a picture is one, is small, and holds nothing else when published; or it is refused."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from minusone.imaging import LONGEST, for_web
from minusone.pictures import UnfitError
from tests.hostile.limited import checked, limited
from tests.pixels import quartered, written
from tests.sites import BAISHA, site

pytestmark = pytest.mark.slow

SCRIPT = b"<script>ran(1000)</script>"


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes, data: bytes = b"", bits: int = 1, colours: int = 0) -> bytes:
    """A PNG that says that it is so large, in one bit a point or more, with chunks between its head and its points."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colours, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def nothing(width: int, height: int) -> bytes:
    """So many black points, in a few bytes."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    return b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])


def gif(width: int, height: int, frames: int = 1) -> bytes:
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, width, height, 0) + b"\x02\x02\x44\x01\x00"
    return b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6) + frame * frames + b"\x3b"


WEBP_HUGE = b"RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0" + b"\xff\xff\xff" * 2 + b"ALPH\0\0\0\0"
TIFF_HUGE = b"II*\0\x08\0\0\0\x02\0" + struct.pack("<HHII", 256, 4, 1, 60_000) + struct.pack("<HHII", 257, 4, 1, 60_000)


def unfit() -> dict[str, bytes]:
    """What is none, or would take the memory of a machine."""
    zeros = zlib.compress(bytes(200_000_000))
    return {
        "50000 points.png": png(50_000, 50_000, data=nothing(50_000, 2000)),
        "four thousand million.png": png(2**31 - 1, 2**31 - 1),
        "a line.png": png(89_000_000, 1, data=nothing(89_000_000, 1)),
        "a comment of 200 MB.png": png(8, 8, chunk(b"zTXt", b"Comment\0\0" + zeros), data=nothing(8, 8)),
        "a profile of 200 MB.png": png(8, 8, chunk(b"iCCP", b"icc\0\0" + zeros), data=nothing(8, 8)),
        "frames.gif": gif(100, 100, 100_000),
        "frames of APNG.png": png(8, 8, chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)), data=nothing(8, 8)),
        "65535 points.gif": gif(65_535, 65_535),
        "16777216 points.webp": WEBP_HUGE,
        "a TIFF.png": TIFF_HUGE,
        "an SVG.png": b"<svg xmlns='http://www.w3.org/2000/svg' onload='ran(1000)'/>",
        "a page.jpg": b"<!doctype html>" + SCRIPT,
        "a PDF.png": b"%PDF-1.7\n",
        "a program.png": b"MZ" + bytes(100),
        "a PostScript.jpg": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        "an icon.png": b"\0\0\1\0\1\0\0\0",
        "a JPEG.png": written(quartered((60, 40)), ".jpg"),
        "half.png": written(quartered((900, 900)), ".png")[:400],
        "head.jpg": b"\xff\xd8\xff\xe0",
        "zeros.png": bytes(1_000_000),
        "nothing.png": b"",
    }


def test_what_is_no_picture_or_a_bomb_is_refused_in_words_and_little_memory(
    tmp_path: Path, record_property: Callable[[str, int], None]
) -> None:
    units = site(tmp_path, BAISHA).content / "units"
    names = {name.replace(" ", "-"): data for name, data in unfit().items()}
    for name, data in names.items():
        (units / name).write_bytes(data)
    (units / "script.svg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'><script>ran(1)</script></svg>")
    found = {
        path.removeprefix("content/units/"): {code for _, code in some} for path, some in checked(tmp_path).items()
    }
    record_property("pictures", len(found))

    assert found.pop("script.svg") == {"stray-file"}
    assert found == {name: {"bad-image"} for name in names}


LARGEST = 9459
"""Points in the width and the height of the largest picture that is read: of more, Pillow warns."""

LARGE = {
    "colours": {"width": LARGEST, "height": LARGEST, "bits": 8, "colours": 6},
    "sixteen bits": {"width": LARGEST, "height": LARGEST, "bits": 16, "colours": 2},
    "black and white": {"width": LARGEST, "height": LARGEST, "bits": 1, "colours": 0},
    "wide": {"width": 65_535, "height": 1365, "bits": 8, "colours": 6},
}
SAMPLES = {0: 1, 2: 3, 6: 4}
PUBLISHED = """
import sys
from pathlib import Path
from minusone.imaging import for_web
Path(sys.argv[2]).write_bytes(for_web(Path(sys.argv[1]).read_bytes()))
"""


@pytest.mark.parametrize("form", LARGE.values(), ids=LARGE)
def test_the_largest_picture_that_is_read_takes_no_machine(form: dict[str, int], tmp_path: Path) -> None:
    data = nothing(form["width"] * form["bits"] * SAMPLES[form["colours"]], form["height"])
    (tmp_path / "large.png").write_bytes(png(**form, data=data))
    ran = limited("-c", PUBLISHED, str(tmp_path / "large.png"), str(tmp_path / "small.png"), memory=3 << 29)

    assert (ran.returncode, ran.stderr) == (0, "")
    with Image.open(tmp_path / "small.png") as image:
        assert max(image.size) == LONGEST


@pytest.mark.parametrize(("width", "height"), [(89_000_000, 1), (1, 89_000_000)])
def test_a_line_is_no_picture(width: int, height: int) -> None:
    """To make it small would take some fifty times its points."""
    with pytest.raises(UnfitError, match="so many pixels"):
        for_web(png(width, height))


@pytest.mark.parametrize("ending", [".png", ".jpg", ".webp", ".gif", ".avif"])
def test_a_picture_that_is_a_page_too_is_only_a_picture_when_it_is_published(ending: str) -> None:
    whole = written(quartered((60, 40)), ending)
    for both in (whole + SCRIPT, whole + b"PK\x05\x06" + SCRIPT):
        made = for_web(both)
        assert SCRIPT not in made
        with Image.open(BytesIO(made)) as image:
            assert image.size == (60, 40)


def test_what_a_picture_says_of_itself_is_no_text_of_the_site() -> None:
    said = Image.Exif()
    said[0x010E] = SCRIPT.decode()
    said[0x0112] = 99
    for ending in (".jpg", ".png", ".webp"):
        made = for_web(written(quartered((60, 40)), ending, exif=said.tobytes()))
        assert SCRIPT not in made
    with pytest.raises(UnfitError):
        for_web(b"GIF89a/*" + SCRIPT)
