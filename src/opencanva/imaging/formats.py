"""Tells a picture's format, and whether its end is missing, from its bytes, never from its name."""

from __future__ import annotations

NAMES = "PNG, JPEG, WebP, AVIF or GIF"
_TAIL = 64 * 1024


def sniff(data: bytes) -> str | None:
    """The media type of the five formats we open, or None."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    if data[:6] in (b"GIF87a", b"GIF89a"):
        return "image/gif"
    if data[4:8] == b"ftyp" and _has_av1_brand(data):
        return "image/avif"
    return None


def ends_early(data: bytes, media_type: str) -> bool:
    """Whether the file's own structure says that bytes are missing at its end."""
    if media_type == "image/png":
        return b"IEND" not in data[-_TAIL:]
    if media_type == "image/webp":
        return len(data) < 8 + int.from_bytes(data[4:8], "little")
    if media_type == "image/jpeg":
        return b"\xff\xd9" not in data[-_TAIL:]
    if media_type == "image/gif":
        return not data.rstrip(b"\0").endswith(b";")
    return _boxes_end_early(data)


def _has_av1_brand(data: bytes) -> bool:
    """An ISO media file whose brands name AVIF (AV1 Image File Format, section 9.1); HEIC does not."""
    length = min(int.from_bytes(data[:4], "big"), 512)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, length, 4)}
    return bool(brands & {b"avif", b"avis"})


def _boxes_end_early(data: bytes) -> bool:
    """Whether a top-level box of an ISO media file (ISO/IEC 14496-12, section 4.2) reaches past the end."""
    at = 0
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        if size == 1:
            size = int.from_bytes(data[at + 8 : at + 16], "big")
        if size == 0:
            return False
        if size < 8 or at + size > len(data):
            return True
        at += size
    return False
