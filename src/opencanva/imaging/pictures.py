"""What bytes show: size and format, a smaller picture, a placeholder. Pure functions that block."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from opencanva.imaging.formats import ends_early
from opencanva.imaging.opening import broken, guard, open_picture

log = logging.getLogger(__name__)

_QUALITY = 80
_EFFORT = 2
_TALLEST = 4
_PLACEHOLDER = 100
_PLAIN = ("srgb", "b-w", "rgb16", "grey16")


@dataclass(frozen=True, slots=True)
class Picture:
    """What the bytes are: media type, and the size in pixels as it is shown (after EXIF rotation)."""

    media_type: str
    width: int
    height: int


def probe(data: bytes) -> Picture:
    """Decode once, so that only whole pictures are taken. Raises NotAPicture, TooLarge, Truncated.

    Limits hold before a pixel is decoded: 64 MB, 100 megapixels. Of an animation the first frame counts.
    """
    image, media_type = open_picture(data)
    turned = _is_turned(image.get("orientation") if image.get_typeof("orientation") else 1)
    width, height = image.width, image.height
    try:
        image.avg()
    except guard().Error as error:
        _look_again(data, media_type, str(error))
    return Picture(media_type, height, width) if turned else Picture(media_type, width, height)


def _look_again(data: bytes, media_type: str, said: str) -> None:
    """Decode once more before a picture is called damaged: under load a decoder can want for threads or memory,
    and the picture may have been paid for. Raises NotAPicture, Truncated."""
    if ends_early(data, media_type):
        raise broken(data, media_type)
    log.warning("a picture could not be decoded and is looked at again: %s", " ".join(said.split())[:300])
    try:
        guard().Image.new_from_buffer(data, "", fail_on="truncated").avg()
    except guard().Error:
        raise broken(data, media_type) from None


def look(data: bytes, width: int) -> tuple[Picture, bytes]:
    """What `probe` tells and what `thumbnail` makes, for one decoding of the whole picture.

    Raises NotAPicture, TooLarge, Truncated.
    """
    image, media_type = open_picture(data)
    turned = _is_turned(image.get("orientation") if image.get_typeof("orientation") else 1)
    size = (image.height, image.width) if turned else (image.width, image.height)
    try:
        small = image.thumbnail_image(width, height=width * _TALLEST, size="down", **_to_srgb(image))
        return Picture(media_type, *size), _webp(small)
    except guard().Error:
        raise broken(data, media_type) from None


def thumbnail(data: bytes, width: int) -> bytes:
    """WebP at most `width` pixels wide and four times as high, never enlarged, upright, sRGB, no metadata.

    Raises NotAPicture, TooLarge, Truncated.
    """
    image, media_type = open_picture(data)
    vips = guard()
    try:
        small = vips.Image.thumbnail_buffer(
            data, width, height=width * _TALLEST, size="down", **_to_srgb(image)
        )
        return _webp(small)
    except vips.Error:
        raise broken(data, media_type) from None


def readable(data: bytes, formats: tuple[str, ...]) -> tuple[bytes, str]:
    """The picture for a reader of these media types, and its type: as it is, or as PNG.

    What is in another format, CMYK, of 16 bits, turned by EXIF (which few readers heed) or an animation becomes
    an upright sRGB picture of 8 bits, of an animation its first frame. Raises NotAPicture, TooLarge, Truncated.
    """
    image, media_type = open_picture(data)
    upright = not image.get_typeof("orientation") or image.get("orientation") in (0, 1)
    still = not image.get_typeof("n-pages") or image.get("n-pages") == 1
    if media_type in formats and image.interpretation in ("srgb", "b-w") and upright and still:
        return data, media_type
    try:
        return bytes(as_plain(data, image).pngsave_buffer(compression=3, keep="none")), "image/png"
    except guard().Error:
        raise broken(data, media_type) from None


def as_plain(data: bytes, image: Any) -> Any:
    """The opened picture as sRGB of 8 bits a channel, turned as EXIF says; its pixels flow when it is written."""
    most = image.width + image.height
    turned = guard().Image.thumbnail_buffer(data, most, height=most, size="down", **_to_srgb(image))
    return turned.colourspace("srgb").cast("uchar")


def placeholder(data: bytes) -> bytes:
    """A ThumbHash of the picture: some 25 bytes that draw a blurred likeness at once.

    Raises NotAPicture, TooLarge, Truncated.
    """
    import fast_thumbhash

    image, media_type = open_picture(data)
    vips = guard()
    try:
        small = vips.Image.thumbnail_buffer(
            data, _PLACEHOLDER, height=_PLACEHOLDER, size="down", **_to_srgb(image)
        ).colourspace("srgb")
        if not small.hasalpha():
            small = small.bandjoin(255)
        pixels = bytes(small.cast("uchar").write_to_memory())
    except vips.Error:
        raise broken(data, media_type) from None
    return bytes(fast_thumbhash.rgba_to_thumb_hash(small.width, small.height, pixels))


def _webp(image: Any) -> bytes:
    return bytes(image.webpsave_buffer(Q=_QUALITY, effort=_EFFORT, keep="none"))


def _to_srgb(image: Any) -> dict[str, str]:
    """The profile to convert to, where there is something to convert: it costs 11 ms a picture."""
    plain = image.interpretation in _PLAIN and not image.get_typeof("icc-profile-data")
    return {} if plain else {"export_profile": "srgb"}


def _is_turned(orientation: int) -> bool:
    """Whether EXIF turns the picture on its side (orientations 5 to 8, Exif 2.32 section 4.6.4)."""
    return 5 <= orientation <= 8
