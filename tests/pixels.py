"""Pictures made for tests, and what a picture's file holds beside what is seen."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from PIL import Image

from minusone.pictures import FORMATS, Size

Colour = tuple[int, int, int]
RED, GREEN, BLUE, GREY = (220, 20, 20), (20, 200, 20), (20, 20, 220), (120, 120, 120)


def quartered(size: Size) -> Image.Image:
    """Red, green, blue and grey, from the upper left to the lower right: it is seen which way it lies."""
    image = Image.new("RGB", size, GREY)
    across, down = size[0] // 2, size[1] // 2
    for colour, corner in ((RED, (0, 0)), (GREEN, (across, 0)), (BLUE, (0, down))):
        image.paste(colour, (*corner, corner[0] + across, corner[1] + down))
    return image


def written(image: Image.Image, ending: str, **carried: Any) -> bytes:
    """A picture as a file with this ending, and with whatever it should carry."""
    made = BytesIO()
    image.save(made, FORMATS[ending], **carried)
    return made.getvalue()


def corners(data: bytes) -> list[Colour]:
    """The colours of the four quarters, near enough."""
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
        seen = image.convert("RGB")
        places = [(x, y) for y in (height // 4, 3 * height // 4) for x in (width // 4, 3 * width // 4)]
        return [_nearest(seen.getpixel(place)) for place in places]


def _nearest(pixel: Any) -> Colour:
    def distance(colour: Colour) -> int:
        return sum(abs(one - other) for one, other in zip(colour, pixel, strict=True))

    return min((RED, GREEN, BLUE, GREY), key=distance)


# --- what is in a file -----------------------------------------------------------------------------------------------

SEEN = {
    "PNG": {"IHDR", "PLTE", "tRNS", "IDAT", "IEND"},
    "JPEG": {"SOI", "JFIF", "DQT", "SOF", "DHT", "SOS", "EOI"},
    "WEBP": {"VP8 ", "VP8L", "VP8X", "ALPH"},
    "GIF": {"header", "graphics", "image", "end"},
}
"""The pieces that pixels, palette and transparency need, by format."""


def pieces(data: bytes) -> tuple[str, set[str]]:
    """A file's format and the names of all its pieces; bytes after the last are the piece “rest”."""
    if data.startswith(b"\x89PNG"):
        return "PNG", set(_png(data))
    if data.startswith(b"\xff\xd8"):
        return "JPEG", set(_jpeg(data))
    if data.startswith(b"RIFF"):
        return "WEBP", set(_webp(data))
    assert data.startswith(b"GIF8")
    return "GIF", set(_gif(data))


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while at < len(data):
        length, name = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8].decode("latin-1")
        yield name
        at += 12 + length
        if name == "IEND":
            break
    if at != len(data):
        yield "rest"


_JPEG = {0xD8: "SOI", 0xD9: "EOI", 0xDA: "SOS", 0xDB: "DQT", 0xC4: "DHT", 0xC0: "SOF", 0xC2: "SOF"}


def _jpeg(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        assert data[at] == 0xFF
        marker, body = data[at + 1], data[at + 4 : at + 9]
        name = "JFIF" if marker == 0xE0 and body == b"JFIF\0" else _JPEG.get(marker, hex(marker))
        yield name
        at += 2
        if name == "EOI":
            break
        if name != "SOI":
            at += int.from_bytes(data[at : at + 2])
        if name == "SOS":
            while data[at] != 0xFF or data[at + 1] in {0, *range(0xD0, 0xD8)}:
                at += 1
    if at != len(data):
        yield "rest"


def _webp(data: bytes) -> Iterator[str]:
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while at < end:
        yield data[at : at + 4].decode("latin-1")
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    if at != len(data):
        yield "rest"


_GIF_EXTENSIONS = {0xF9: "graphics", 0xFE: "comment", 0x01: "text"}


def _gif(data: bytes) -> Iterator[str]:
    def after_blocks(at: int) -> int:
        while data[at]:
            at += 1 + data[at]
        return at + 1

    def palette(flags: int) -> int:
        return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0

    yield "header"
    at = 13 + palette(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x21:
            yield _GIF_EXTENSIONS.get(data[at + 1], "application")
            at = after_blocks(at + 2)
        else:
            yield "image"
            at = after_blocks(at + 11 + palette(data[at + 9]))
    yield "end"
    if at + 1 != len(data):
        yield "rest"
