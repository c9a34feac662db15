"""What can stand in the way in the sessions room."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class SessionChangedMeanwhile(Meaning):
    """The session was changed by somebody else since it was read; `current` holds it as it is now."""

    code = "stale"


class FolderTooDeep(Meaning):
    """Folders nest at most 32 deep."""

    code = "folder_too_deep"


class FolderMovedIntoItself(Meaning):
    """A folder cannot lie in itself or in a folder that lies in it."""

    code = "into_itself"


class InTrash(Meaning):
    """What is in the trash is not worked on; it can be restored."""

    code = "in_trash"


class MovedOn(Meaning):
    """What an act left has been changed since, so it cannot be taken back or done again."""

    code = "moved_on"
