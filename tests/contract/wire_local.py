"""A folder with one tiny model, for the engine that draws on this computer itself."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.contract.tiny_models import LACKING, unpack_tiny


@contextmanager
def serving() -> Iterator[dict[str, str]]:
    """Settings that lead to the model; its process draws with one core. Skips where the libraries are absent."""
    if LACKING:
        pytest.skip(LACKING)
    with tempfile.TemporaryDirectory() as place, pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        unpack_tiny(Path(place, "tiny"))
        yield {"folder": place}
