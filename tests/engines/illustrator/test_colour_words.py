"""Every colour word the Illustrator understands has a paint of its own."""

from __future__ import annotations

import numpy as np
import pytest

from opencanva.engines.builtin.illustrator.drawing.colours import paint
from opencanva.engines.builtin.illustrator.language import COLOURS


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_a_colour_word_is_painted_near_what_it_means(name: str) -> None:
    meant = np.array([int(COLOURS[name][i : i + 2], 16) / 255 for i in (1, 3, 5)])
    assert np.abs(np.asarray(paint(name)) - meant).max() < 0.25
