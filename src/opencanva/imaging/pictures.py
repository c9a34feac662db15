"""Probe, thumbnail and placeholder over libvips, with every loader shut that is not needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from opencanva.imaging.errors import NotAPicture, PictureTooLarge, TruncatedPicture

MOST_BYTES = 64_000_000
MOST_PIXELS = 100_000_000
LOADERS = ("Png", "Jpeg", "Webp", "Heif", "Nsgif")


@dataclass(frozen=True, slots=True)
class Picture:
    """What the bytes of a picture are; sizes in pixels as shown, EXIF rotation applied."""

    media_type: str
    width: int
    height: int


def probe(data: bytes) -> Picture:
    """Look at bytes and decode them once, so that a damaged picture is found now and not later.

    The format is read off the bytes, never off a name. Raises NotAPicture, TruncatedPicture, PictureTooLarge.
    """
    if len(data) > MOST_BYTES:
        raise PictureTooLarge(
            f"The file has {len(data) / 1e6:.0f} MB; at most {MOST_BYTES // 1_000_000} MB are taken."
        )
    media_type = sniff(data)
    if media_type is None:
        raise NotAPicture("This is not a picture. JPEG, PNG, WebP, AVIF and GIF are read.")
    image = _open(data)
    if image.width * image.height > MOST_PIXELS:
        raise PictureTooLarge(
            f"The picture has {image.width} x {image.height} pixels; "
            f"at most {MOST_PIXELS // 1_000_000} megapixels are taken."
        )
    vips = _vips()
    try:
        image.avg()
    except vips.Error as error:
        raise TruncatedPicture("The picture is damaged or incomplete. Send the whole file again.") from error
    turned = image.get("orientation") if image.get_typeof("orientation") else 1
    width, height = (image.height, image.width) if turned in (5, 6, 7, 8) else (image.width, image.height)
    return Picture(media_type, width, height)


def thumbnail(data: bytes, width: int) -> bytes:
    """The picture as WebP at most `width` pixels wide (never enlarged), upright, without metadata.

    Call `probe` first: a truncated picture would pass here in silence. Raises NotAPicture.
    """
    vips = _vips()
    if sniff(data) is None:
        raise NotAPicture("This is not a picture. JPEG, PNG, WebP, AVIF and GIF are read.")
    try:
        small = vips.Image.thumbnail_buffer(data, width, height=10_000_000, size="down")
        made: bytes = small.webpsave_buffer(Q=80, effort=2, keep="none")
    except vips.Error as error:
        raise TruncatedPicture("The picture is damaged or incomplete.") from error
    return made


def placeholder(data: bytes) -> bytes:
    """The ThumbHash of a picture, about 25 bytes. Raises TruncatedPicture."""
    from fast_thumbhash import rgba_to_thumb_hash

    vips = _vips()
    try:
        small = vips.Image.thumbnail_buffer(data, 96, height=96, size="down").colourspace("srgb")
        if not small.hasalpha():
            small = small.bandjoin(255)
        raw = small.cast("uchar").write_to_memory()
    except vips.Error as error:
        raise TruncatedPicture("The picture is damaged or incomplete.") from error
    return bytes(rgba_to_thumb_hash(small.width, small.height, raw))


def sniff(data: bytes) -> str | None:
    """The media type that the first bytes tell, or None for anything that is not read here."""
    if data[:8] == b"\x89PNG\r\n\x1a\n":
        return "image/png"
    if data[:3] == b"\xff\xd8\xff":
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and (b"avif" in data[8:32] or b"avis" in data[8:32]):
        return "image/avif"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    return None


def _open(data: bytes) -> Any:
    vips = _vips()
    try:
        return vips.Image.new_from_buffer(data, "", access="sequential", fail_on="truncated")
    except vips.Error as error:
        raise TruncatedPicture("The picture is damaged or incomplete. Send the whole file again.") from error


@cache
def _vips() -> Any:
    """libvips, loaded on first use, reading five formats and nothing else."""
    import pyvips

    pyvips.operation_block_set("VipsForeignLoad", True)
    for loader in LOADERS:
        pyvips.operation_block_set(f"VipsForeignLoad{loader}", False)
    pyvips.cache_set_max(0)
    return pyvips
