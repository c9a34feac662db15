"""What can be wrong with a picture."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class NotAPicture(Meaning):
    """The bytes are none of the formats that are read here."""

    code = "not_a_picture"


class TruncatedPicture(Meaning):
    """The bytes begin like a picture and end too early, or are damaged."""

    code = "truncated_picture"


class PictureTooLarge(Meaning):
    """More bytes or pixels than are taken."""

    code = "picture_too_large"
