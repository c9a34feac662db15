"""Pictures inside JSON: base64 and data addresses, written and read."""

from __future__ import annotations

import base64
import binascii

from opencanva.engines.contract import Preview, Reference, Refused
from opencanva.engines.steps import MOST_BYTES, MOST_PREVIEW


def write_data_url(reference: Reference) -> str:
    """The reference as `data:image/png;base64,…`."""
    return f"data:{reference.media_type};base64,{base64.b64encode(reference.data).decode()}"


def read_picture(name: str, text: str) -> bytes:
    """The bytes of base64 or of a data address. Raises Refused, naming the host, for what is none."""
    text = text.partition(",")[2] if text.startswith("data:") else text
    if len(text) > MOST_BYTES * 4 // 3 + 4:
        raise Refused(f"{name} sent a picture of more than {MOST_BYTES >> 20} MB; that is not taken.")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused(f"{name} sent something that is no picture. Retry, or choose another model.") from None


def read_preview(text: object) -> Preview | None:
    """A preview from base64; None for what is none, or too large."""
    if not isinstance(text, str) or len(text) > MOST_PREVIEW * 4 // 3 + 4:
        return None
    try:
        return Preview(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return None
