"""Pictures for the web: what is seen in them and nothing else, no larger than a page can use.

A photograph says more than it shows: when and where it was taken, with whose camera, sometimes by whom. None of that
is published. Sizes are known beforehand, so that a page does not jump while its pictures arrive.

All that knows Pillow; imported where the first picture is read.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from PIL import Image, ImageCms, ImageFile, UnidentifiedImageError

from minusone.pictures import FORMATS, Size, Sized, UnfitError
from minusone.words import Bilingual

LONGEST = 1600
"""Pixels on the longer side of a published picture, at most."""

_LONGEST_SIDE = 65_535
"""Pixels, as many as a JPEG can have. To make a picture small takes memory by its longer side too."""

_SAVED: dict[str, dict[str, Any]] = {
    "PNG": {"optimize": True},
    "JPEG": {"quality": 82, "optimize": True, "progressive": True},
    "WEBP": {"quality": 82, "method": 4},
    "GIF": {},
    "AVIF": {"quality": 70, "max_threads": 1},
}
_MODES = {"JPEG": ("RGB", "L"), "WEBP": ("RGB", "RGBA"), "AVIF": ("RGB", "RGBA")}
"""What a format can hold, where that is not whatever is asked of it."""

_ORIENTATION = 0x0112
_TURNED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By EXIF orientation, what puts a picture upright; from 5 on it lies on its side."""


def sized(file: Path) -> Sized:
    """A whole picture of the kind that its name says. Raises UnfitError, OSError if the file can't be opened."""
    with file.open("rb") as opened, _opened(opened, FORMATS[file.suffix.lower()]) as image:
        width, height = image.size
        on_its_side = image.getexif().get(_ORIENTATION) in range(5, 9)
        image.draft(None, (1, 1))
        image.load()
    return Sized(file, _fitted((height, width) if on_its_side else (width, height)))


def for_web(data: bytes) -> bytes:
    """The same picture in the same format, upright, in sRGB, no larger than LONGEST, with no word of metadata.

    The same bytes give the same bytes. Raises UnfitError.
    """
    with _opened(BytesIO(data), *_SAVED) as image:
        kind = _kind(image)
        seen = _in_mode(_in_srgb(_upright(_small(image))), kind)
        # What a picture carries beside its pixels, a saver may write of its own accord.
        seen.info = {name: value for name, value in seen.info.items() if name == "transparency"}
        made = BytesIO()
        seen.save(made, kind, **_SAVED[kind])
    return made.getvalue()


@contextmanager
def _opened(file: IO[bytes], *formats: str) -> Iterator[ImageFile.ImageFile]:
    """A still picture. Whatever goes wrong while it is read, in any of the ways that broken bytes can go wrong."""
    try:
        with warnings.catch_warnings(action="ignore"):
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=formats) as image:
                if max(image.size) > _LONGEST_SIDE:
                    raise UnfitError(_HUGE, _SMALLER)
                if _kind(image) != "JPEG" and getattr(image, "is_animated", False):
                    raise UnfitError(_MOVES, _STILL)
                yield image
    except UnfitError:
        raise
    except UnidentifiedImageError:
        raise UnfitError(_OTHER, _ANEW) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise UnfitError(_HUGE, _SMALLER) from None
    except Exception:
        raise UnfitError(_BROKEN, _ANEW) from None


_ANEW = Bilingual(
    "用看图软件打开，另存为同一格式；只改后缀名没有用",
    "Open it in an image program and save it anew; changing the ending of its name is not enough",
)
_OTHER = Bilingual("文件里不是后缀名所说的那种图片", "What is in it is no picture of the kind that its name says")
_BROKEN = Bilingual("文件不完整或已损坏", "The file is cut short or damaged")
_HUGE = Bilingual("它的像素太多，打开会耗尽内存", "It has so many pixels that opening it could exhaust a computer")
_SMALLER = Bilingual("缩小后再放进来，长边 4000 像素足够", "Make it smaller; 4000 pixels on the longer side are plenty")
_MOVES = Bilingual("它是动图，读者不能让它停下", "It moves, and a reader can't make it stop")
_STILL = Bilingual("换成一张静止的图片", "Use a still picture instead")


def _kind(image: Image.Image) -> str:
    """A phone's JPEG may have a second, smaller picture behind the first."""
    return "JPEG" if image.format == "MPO" else str(image.format)


def _fitted(size: Size) -> Size:
    scale = min(1, LONGEST / max(size))
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def _small(image: ImageFile.ImageFile) -> Image.Image:
    """No larger than is published; a JPEG is only decoded as finely as that needs."""
    size = _fitted(image.size)
    if size == image.size:
        return image
    image.draft(None, (2 * size[0], 2 * size[1]))
    return _full_tones(image).resize(size, Image.Resampling.LANCZOS)


def _full_tones(image: Image.Image) -> Image.Image:
    """Without a palette or a colour that stands for none, so that colours can be mixed."""
    if image.mode == "1":
        return image.convert("L")
    if "transparency" in image.info or image.mode == "PA":
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode == "P" else image


def _upright(image: Image.Image) -> Image.Image:
    turned = _TURNED.get(image.getexif().get(_ORIENTATION, 1))
    return image if turned is None else image.transpose(turned)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The colours that its profile means, in the one that every screen is taken to have."""
    profile = image.info.get("icc_profile")
    if not profile:
        return image
    full = _full_tones(image)
    mode = "RGBA" if full.mode == "RGBA" else "RGB"
    try:
        theirs = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(full, theirs, ImageCms.createProfile("sRGB"), outputMode=mode) or full
    except (ImageCms.PyCMSError, OSError):
        return image


def _in_mode(image: Image.Image, kind: str) -> Image.Image:
    modes = _MODES.get(kind, ())
    if not modes or image.mode in modes:
        return image
    return image.convert(modes[-1] if image.has_transparency_data and "RGBA" in modes else modes[0])
