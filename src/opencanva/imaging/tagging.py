"""Puts texts and EXIF into pictures that are written already: PNG chunks, JPEG segments, WebP chunks.

What an encoder streams is not decoded again for it. PNG: W3C PNG section 11.3.4; JPEG: ITU T.81 annex B, T.871
(JFIF); WebP: RFC 9649.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

_AFTER_HEADER = 33
"""Bytes of a PNG's signature and IHDR, after which other chunks may stand."""
_JFIF = b"\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
_HAS_EXIF, _HAS_ALPHA = 0x08, 0x10


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """The PNG with these texts (iTXt, UTF-8) under their keywords."""
    chunks = []
    for keyword, text in texts.items():
        body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
        chunks.append((len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big"))
    return b"".join([png[:_AFTER_HEADER], *chunks, png[_AFTER_HEADER:]]) if chunks else png


def with_segments(jpeg: bytes, exif: bytes | None, comments: Sequence[bytes]) -> bytes:
    """The JPEG with EXIF and comments, each below 64 KB, after a JFIF header, which has to stand first."""
    if jpeg[2:4] != _JFIF[:2]:
        jpeg = jpeg[:2] + _JFIF + jpeg[2:]  # libvips leaves it out with the metadata
    at = 4 + int.from_bytes(jpeg[4:6], "big")
    found = [(b"\xff\xe1", exif)] if exif is not None else []
    found += [(b"\xff\xfe", comment) for comment in comments]
    segments = [mark + (len(body) + 2).to_bytes(2, "big") + body for mark, body in found]
    return b"".join([jpeg[:at], *segments, jpeg[at:]]) if segments else jpeg


def with_exif(webp: bytes, exif: bytes, width: int, height: int) -> bytes:
    """The WebP of this size in pixels with EXIF, in the extended form that can hold it."""
    body = webp[12:]
    if body[:4] == b"VP8X":
        flags, body = body[8] | _HAS_EXIF, body[18:]
    else:
        # Only VP8L may have alpha in the simple form: bit 4 of the fifth byte of its header.
        flags = _HAS_EXIF | (_HAS_ALPHA if body[:4] == b"VP8L" and body[12] & 0x10 else 0)
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    exif = exif.removeprefix(b"Exif\0\0")
    parts = [
        b"VP8X" + (10).to_bytes(4, "little") + bytes([flags, 0, 0, 0]) + size,
        body,
        b"EXIF" + len(exif).to_bytes(4, "little") + exif + b"\0" * (len(exif) % 2),
    ]
    total = 4 + sum(map(len, parts))
    return b"".join([b"RIFF" + total.to_bytes(4, "little") + b"WEBP", *parts])
