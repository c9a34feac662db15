"""One content-addressed store of bytes over a local folder, memory or S3."""

from opencanva.blobs.errors import Missing, StoreFailed
from opencanva.blobs.store import Blobs

__all__ = ["Blobs", "Missing", "StoreFailed"]
