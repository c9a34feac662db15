"""Events of the images room."""

from __future__ import annotations

from dataclasses import dataclass

from opencanva.core.events import Event
from opencanva.rooms.images.types import Image


@dataclass(frozen=True, slots=True)
class ImageUploaded(Event):
    """Somebody brought an image."""

    image: Image
