"""What can stand in the way in the trash room."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class NotInTrash(Meaning):
    """Only what was put into the trash is deleted for ever."""

    code = "not_in_trash"
