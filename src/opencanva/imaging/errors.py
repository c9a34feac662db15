"""Why bytes are not taken as a picture."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class NotAPicture(Meaning):
    """The bytes are none of the five formats, or damaged."""

    code = "not_a_picture"


class TooLarge(Meaning):
    """More bytes or more pixels than are taken."""

    code = "too_large"


class Truncated(Meaning):
    """The picture ends early."""

    code = "truncated"
