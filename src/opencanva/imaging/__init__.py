"""Pictures as pure functions of bytes: probe, thumbnail, placeholder. They block; callers use threads."""

from __future__ import annotations

from opencanva.imaging.errors import NotAPicture, PictureTooLarge, TruncatedPicture
from opencanva.imaging.pictures import Picture, placeholder, probe, thumbnail

__all__ = [
    "NotAPicture",
    "Picture",
    "PictureTooLarge",
    "TruncatedPicture",
    "placeholder",
    "probe",
    "thumbnail",
]
