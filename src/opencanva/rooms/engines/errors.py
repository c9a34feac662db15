"""What may stand in the way of setting up an engine."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class EngineTaken(Meaning):
    """There is an engine with this id already."""

    code = "engine_taken"


class EngineFixed(Meaning):
    """The engine, or a setting of it, is not the settings page's to change."""

    code = "engine_fixed"
