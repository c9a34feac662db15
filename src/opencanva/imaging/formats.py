"""Tells a picture's format from its first bytes, never from its name."""

from __future__ import annotations

NAMES = "PNG, JPEG, WebP, AVIF or GIF"


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


def _has_av1_brand(data: bytes) -> bool:
    """An ISO media file whose brands name AVIF (AV1 Image File Format, section 9.1); HEIC does not."""
    length = min(int.from_bytes(data[:4], "big"), 512)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, length, 4)}
    return bool(brands & {b"avif", b"avis"})
