"""What can stand in the way in the sessions room."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class SessionChangedMeanwhile(Meaning):
    """The session was changed by somebody else since it was read; `current` holds it as it is now."""

    code = "stale"


class FolderTooDeep(Meaning):
    """Folders nest at most 32 deep."""

    code = "folder_too_deep"
