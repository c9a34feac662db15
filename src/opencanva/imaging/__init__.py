"""Pictures as bytes: what they are, smaller ones, placeholders. All of it blocks; call it in a thread."""

from opencanva.imaging.errors import NotAPicture, TooLarge, Truncated
from opencanva.imaging.formats import sniff
from opencanva.imaging.opening import MOST_BYTES, MOST_PIXELS, guard
from opencanva.imaging.pictures import Picture, look, placeholder, probe, readable, thumbnail

__all__ = [
    "MOST_BYTES",
    "MOST_PIXELS",
    "NotAPicture",
    "Picture",
    "TooLarge",
    "Truncated",
    "guard",
    "look",
    "placeholder",
    "probe",
    "readable",
    "sniff",
    "thumbnail",
]
