"""Pictures as bytes: what they are, smaller ones, placeholders. All of it blocks; call it in a thread."""

from opencanva.imaging.errors import NotAPicture, TooLarge, Truncated
from opencanva.imaging.formats import sniff
from opencanva.imaging.metadata import MEDIA_TYPES, Note, convert, read_note
from opencanva.imaging.opening import MOST_BYTES, MOST_PIXELS, guard
from opencanva.imaging.pictures import Picture, look, placeholder, probe, readable, thumbnail

__all__ = [
    "MEDIA_TYPES",
    "MOST_BYTES",
    "MOST_PIXELS",
    "NotAPicture",
    "Note",
    "Picture",
    "TooLarge",
    "Truncated",
    "convert",
    "guard",
    "look",
    "placeholder",
    "probe",
    "read_note",
    "readable",
    "sniff",
    "thumbnail",
]
