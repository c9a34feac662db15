"""Errors of the references room."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class TooManyReferences(Meaning):
    """A session keeps no more references than these."""

    code = "too_many_references"
