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
from opencanva.imaging.opening import broken, guard, open_picture
from opencanva.imaging.pictures import as_plain
from opencanva.imaging.tagging import with_exif, with_segments, with_texts

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
    image, media_type = open_picture(data)
    longest = max(image.width, image.height)
    if longest > _LONGEST_SIDE.get(kind, longest):
        raise TooLarge(
            f"{longest:,} pixels are too long for {kind.upper()}, which takes {_LONGEST_SIDE[kind]:,}. Choose PNG.",
            field="format",
            limit=_LONGEST_SIDE[kind],
        )
    try:
        plain = as_plain(data, image)
        if kind == "png":
            return with_texts(
                bytes(plain.pngsave_buffer(compression=6, filter="all", keep="none")), _texts(note)
            )
        exif, comments = _fields(note, kind)
        if kind == "jpeg":
            # JPEG knows no transparency.
            ground = plain.flatten(background=255) if plain.hasalpha() else plain
            made = bytes(ground.jpegsave_buffer(Q=_JPEG_QUALITY, subsample_mode="off", keep="none"))
            return with_segments(made, exif, comments)
        made = bytes(plain.webpsave_buffer(Q=_WEBP_QUALITY, effort=4, keep="none"))
        return made if exif is None else with_exif(made, exif, plain.width, plain.height)
    except guard().Error:
        raise broken(data, media_type) from None


def _texts(note: Note | None) -> dict[str, str]:
    if note is None:
        return {}
    return {PARAMETERS: note.parameters, OWN: json.dumps(note.own, ensure_ascii=False)}


def _fields(note: Note | None, kind: Kind) -> tuple[bytes | None, list[bytes]]:
    """EXIF with our own JSON in ASCII as description and the text as user comment, and comments of a JPEG."""
    from PIL import Image

    if note is None:
        return None, []
    own: str | None = json.dumps({OWN: note.own})
    comment, comments = _UNICODE + note.parameters.encode("utf-16-be"), list[bytes]()
    if kind == "jpeg" and own is not None and len(own) + len(comment) > _SEGMENT:
        parts = [own[at : at + _SEGMENT].encode() for at in range(0, len(own), _SEGMENT)]
        comments = [_COMMENT_MARK + part for part in parts]
        own, comment = None, comment if len(comment) <= _SEGMENT else b""
    if own is None and not comment:
        return None, comments
    exif = Image.Exif()
    if own is not None:
        exif[_DESCRIPTION] = own
    if comment:
        exif.get_ifd(_EXIF)[_USER_COMMENT] = comment
    return exif.tobytes(), comments


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
