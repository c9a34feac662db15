"""One content-addressed store for bytes: a local directory, memory, or anything that speaks S3."""

from __future__ import annotations

from opencanva.blobs.errors import Missing, OutOfSpace, Unreachable
from opencanva.blobs.store import Blobs

__all__ = ["Blobs", "Missing", "OutOfSpace", "Unreachable"]
