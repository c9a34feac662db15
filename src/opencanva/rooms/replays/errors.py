"""Errors of the replays room."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class NothingToReplay(Meaning):
    """The way to this picture cannot be walked again: it was uploaded, or a part of the way is gone."""

    code = "nothing_to_replay"
