"""Our own drawings, under this project's licence: what the art packs lack, as parametric SVG."""

from __future__ import annotations

from .beasts import BEASTS
from .buildings import BUILDINGS
from .critters import CRITTERS
from .kit import Own
from .landmarks import LANDMARKS
from .nature import NATURE
from .people import PEOPLE
from .things import THINGS
from .trades import TRADESPEOPLE
from .vessels import VESSELS

SUBJECTS: dict[str, Own] = {own.name: own for own in (*LANDMARKS, *BEASTS, *PEOPLE, *TRADESPEOPLE, *VESSELS, *NATURE, *BUILDINGS, *THINGS, *CRITTERS)}
"""Every own drawing by name."""
