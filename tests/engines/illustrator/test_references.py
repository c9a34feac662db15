"""What the Illustrator makes of references by their role, and how near a variation stays."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from opencanva.engines.contract import Notice, Reference, Role, Step
from tests.engines.illustrator.test_engine import ask, picture, run

Pixels = NDArray[np.floating[Any]]


def pixels(steps: list[Step]) -> Pixels:
    return np.asarray(Image.open(io.BytesIO(picture(steps).data)).convert("RGB"), np.float32)


def said(steps: list[Step]) -> str:
    return " ".join(step.text for step in steps if isinstance(step, Notice))


def halves(role: Role, strength: float, size: tuple[int, int] = (300, 200)) -> Reference:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, (210, 40, 40))
    image.paste((40, 60, 210), (size[0] // 2, 0, *size))
    out = io.BytesIO()
    image.save(out, "PNG")
    return Reference(out.getvalue(), "image/png", role, strength)


def redness(part: Pixels) -> float:
    return float((part[..., 0] - part[..., 2]).mean())


@pytest.mark.parametrize("style", ["none", "oil", "watercolour", "low poly", "stained glass"])
async def test_a_strong_content_reference_is_the_picture_in_another_hand(style: str) -> None:
    made = await run(ask("a cat", 128, options={"style": style}, references=(halves(Role.CONTENT, 1.0),)))
    shown = pixels(made)
    assert redness(shown[30:98, 20:56]) > 60
    assert redness(shown[30:98, 72:108]) < -60
    assert "put nothing into it" in said(made)


async def test_a_weaker_content_reference_is_the_place_where_the_subjects_stand() -> None:
    given = (halves(Role.CONTENT, 0.6),)
    filled = await run(ask("a yellow duck", 160, references=given))
    away, there = pixels(await run(ask("daylight", 160, references=given))), pixels(filled)
    changed = np.abs(away - there).max(-1) > 60
    assert 0.02 < changed.mean() < 0.6
    assert redness(there[:30, :60]) > 40
    assert "put into it what the prompt names" in said(filled)


async def test_a_composition_reference_gives_its_broad_fields_and_no_edges() -> None:
    plain = await run(ask("a meadow", 128))
    composed = await run(ask("a meadow", 128, references=(halves(Role.COMPOSITION, 0.9),)))
    lean = redness(pixels(composed)[:, :40]) - redness(pixels(composed)[:, 88:])
    assert lean > redness(pixels(plain)[:, :40]) - redness(pixels(plain)[:, 88:]) + 60
    assert "broad fields" in said(composed)


async def test_a_reference_is_cut_to_the_shape_of_the_picture_and_not_squeezed() -> None:
    made = await run(
        ask(
            "x", ratio="9:16", width=90, height=160, options={"style": "none"},
            references=(halves(Role.CONTENT, 1.0, (800, 100)),),
        )
    )  # fmt: skip
    shown = pixels(made)
    assert redness(shown[:, :40]) > 60
    assert redness(shown[:, 50:]) < -60


async def test_only_one_reference_can_be_the_picture_and_that_is_said() -> None:
    two = (halves(Role.CONTENT, 1.0), halves(Role.CONTENT, 0.8))
    assert "Only the strongest" in said(await run(ask("a cat", 96, references=two)))


async def test_a_variation_stays_the_nearer_the_weaker_it_is_and_none_is_the_picture_itself() -> None:
    async def varied(variation: int, strength: float) -> Pixels:
        options = {"variation": variation, "variation_strength": strength}
        return pixels(await run(ask("a forest with a deer in the fog", 160, options=options)))

    itself = await varied(0, 0.5)
    assert np.array_equal(itself, await varied(7, 0.0))
    far = [float(np.abs(itself - await varied(number, 1.0)).mean()) for number in (7, 8, 9)]
    near = [float(np.abs(itself - await varied(number, 0.15)).mean()) for number in (7, 8, 9)]
    assert sum(near) < sum(far)
    assert min(far) > 1
