"""Pictures that tell how they were made, and pictures that tell nothing: PNG, JPEG and WebP, read and written.

Two notes are written: our own JSON, and the text "parameters" as AUTOMATIC1111's web UI writes and reads it (its
`modules/infotext_utils.py`): in PNG as text chunks, in JPEG and WebP as EXIF fields. EXIF in a JPEG ends at 64 KB:
there a longer note of ours goes into comment segments, and a longer text "parameters" is left out.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any, Literal

from opencanva.imaging.errors import TooLarge
from opencanva.imaging.opening import open_picture
from opencanva.imaging.pictures import readable

Kind = Literal["png", "jpeg", "webp"]
MEDIA_TYPES: dict[Kind, str] = {"png": "image/png", "jpeg": "image/jpeg", "webp": "image/webp"}
OWN, PARAMETERS = "opencanva", "parameters"
_EXIF, _USER_COMMENT, _DESCRIPTION = 0x8769, 0x9286, 0x010E
_UNICODE = b"UNICODE\0"
_JPEG_QUALITY, _WEBP_QUALITY = 93, 92
_LONGEST_SIDE: dict[Kind, int] = {"jpeg": 65_500, "webp": 16_383}
"""Pixels that the formats and their encoders take along a side."""
_SEGMENT = 65_000
_COMMENT_MARK = b"opencanva:"


@dataclass(frozen=True, slots=True)
class Note:
    """How a picture was made: our own JSON, and the same as A1111 text."""

    own: dict[str, Any]
    parameters: str


def convert(data: bytes, kind: Kind, note: Note | None) -> bytes:
    """The picture in another format, upright and in sRGB, with the note or with no metadata at all.

    Raises NotAPicture, Truncated, and TooLarge also of a picture that is too long for the format.
    """
    from PIL import Image, PngImagePlugin

    plain, _ = readable(data, ())
    with Image.open(io.BytesIO(plain)) as opened:
        picture = opened.convert(
            "RGBA" if "A" in opened.getbands() or "transparency" in opened.info else "RGB"
        )
    longest = max(picture.size)
    if longest > _LONGEST_SIDE.get(kind, longest):
        raise TooLarge(
            f"{longest:,} pixels are too long for {kind.upper()}, which takes {_LONGEST_SIDE[kind]:,}. Choose PNG.",
            field="format",
            limit=_LONGEST_SIDE[kind],
        )
    out = io.BytesIO()
    if kind == "png":
        words = PngImagePlugin.PngInfo()
        if note is not None:
            words.add_itxt(PARAMETERS, note.parameters)
            words.add_itxt(OWN, json.dumps(note.own, ensure_ascii=False))
        picture.save(out, "PNG", pnginfo=words, compress_level=6)
        return out.getvalue()
    own, comment = _fields(note)
    comments: list[bytes] = []
    if kind == "jpeg" and own is not None and len(own) + len(comment) > _SEGMENT:
        comments = [own[at : at + _SEGMENT].encode() for at in range(0, len(own), _SEGMENT)]
        own, comment = None, comment if len(comment) <= _SEGMENT else b""
    exif = Image.Exif()
    if own is not None:
        exif[_DESCRIPTION] = own
    if comment:
        exif.get_ifd(_EXIF)[_USER_COMMENT] = comment
    more: dict[str, Any] = {"exif": exif.tobytes()} if own is not None or comment else {}
    if kind == "jpeg":
        ground = Image.new("RGB", picture.size, "white")  # JPEG knows no transparency
        ground.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
        ground.save(out, "JPEG", quality=_JPEG_QUALITY, subsampling=0, **more)
        return _with_comments(out.getvalue(), comments)
    picture.save(out, "WEBP", quality=_WEBP_QUALITY, method=4, **more)
    return out.getvalue()


def _fields(note: Note | None) -> tuple[str | None, bytes]:
    """What goes into the description, in ASCII, and what into the user comment."""
    if note is None:
        return None, b""
    return json.dumps({OWN: note.own}), _UNICODE + note.parameters.encode("utf-16-be")


def _with_comments(jpeg: bytes, comments: list[bytes]) -> bytes:
    """The comments as segments after the JFIF header, which has to stand first."""
    at = 4 + int.from_bytes(jpeg[4:6], "big")
    segments = [_COMMENT_MARK + one for one in comments]
    packed = b"".join(b"\xff\xfe" + (len(one) + 2).to_bytes(2, "big") + one for one in segments)
    return jpeg[:at] + packed + jpeg[at:]


def read_note(data: bytes) -> Note | None:
    """What a picture tells of how it was made, by us or by others; None when it tells nothing.

    Raises NotAPicture, TooLarge, Truncated.
    """
    from PIL import Image

    open_picture(data)
    with Image.open(io.BytesIO(data)) as opened:
        text = dict(getattr(opened, "text", None) or {})
        exif = opened.getexif()
        told = b"".join(
            data.removeprefix(_COMMENT_MARK)
            for name, data in getattr(opened, "applist", ())
            if name == "COM" and data.startswith(_COMMENT_MARK)
        )
    own: Any = text.get(OWN)
    parameters = str(text.get(PARAMETERS) or "")
    comment = exif.get_ifd(_EXIF).get(_USER_COMMENT, b"")
    if isinstance(comment, bytes) and comment.startswith(_UNICODE):
        parameters = parameters or comment[len(_UNICODE) :].decode("utf-16-be", "replace")
    if own is None:
        own = _json(told.decode("ascii", "replace") or exif.get(_DESCRIPTION)).get(OWN)
    found = own if isinstance(own, dict) else _json(own)
    return Note(found, parameters) if found or parameters else None


def _json(text: Any) -> dict[str, Any]:
    try:
        found = json.loads(text) if isinstance(text, str) else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
