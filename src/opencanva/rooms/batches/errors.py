"""What can stand in the way of a batch."""

from __future__ import annotations

from opencanva.kit.errors import Meaning


class UnknownModel(Meaning):
    """No engine offers this model now."""

    code = "unknown_model"


class TooManyModels(Meaning):
    """More models in one batch than the four allowed."""

    code = "too_many_models"


class NotOffered(Meaning):
    """A chosen model lacks what was asked of it: a ratio, an option, references."""

    code = "not_offered"


class NotPossibleNow(Meaning):
    """The generation is in a state in which this act makes no sense."""

    code = "not_possible_now"
