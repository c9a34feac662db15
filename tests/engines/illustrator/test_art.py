"""The drawings: every one opens, renders, fits its sheet, and comes with a licence that NOTICE names."""

from __future__ import annotations

import io
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import resvg_py
from PIL import Image

from opencanva.engines.builtin.illustrator import art
from opencanva.engines.builtin.illustrator.own import SUBJECTS

ROOT = Path(__file__).resolve().parents[3]
HEADS = (
    "fox",
    "wolf",
    "bear",
    "polar-bear",
    "lion",
    "unicorn",
    "panda",
    "raccoon",
    "moose",
    "boar",
    "koala",
    "hamster",
    "frog",
    "chicken",
)


def render(name: str, px: int = 96) -> Image.Image:
    data = resvg_py.svg_to_bytes(svg_string=art.svg(name), width=px, dpi=96.0, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(data))).convert("RGBA")


@pytest.mark.parametrize("name", sorted(SUBJECTS))
def test_own_drawings_fill_a_good_part_of_their_sheet_on_clear_ground_and_stand_on_one_line(
    name: str,
) -> None:
    alpha = render(name).getchannel("A")
    box = alpha.getbbox()
    assert box is not None
    assert max(box[2] - box[0], box[3] - box[1]) > 40
    assert alpha.getpixel((1, 1)) == 0
    covered = sum(alpha.histogram()[128:]) / (96 * 96)
    assert 0.04 < covered < 0.9
    solid = alpha.point(lambda a: 255 if a > 100 else 0).getbbox()
    assert SUBJECTS[name].pose != "stand" or (solid is not None and 88 <= solid[3] <= 96)


def test_packed_drawings_render() -> None:
    packed = sorted(art.names() - SUBJECTS.keys())
    for name in packed[::25]:
        assert render(name, 48).getchannel("A").getbbox(), name


def test_heads_are_not_bodies() -> None:
    for name in HEADS:
        assert art.facts(name).source == "own"
        assert art.has(f"{name}-face")


def test_framed_scenes_and_drawings_with_their_own_ground_are_left_out() -> None:
    for name in (
        "desert",
        "national-park",
        "cityscape",
        "sunset",
        "camping",
        "desert-island",
        "mountain",
        "ferry",
    ):
        assert not art.has(name), name
    for name in ("sailboat", "tent", "volcano", "houses"):
        assert art.facts(name).source == "own"


def test_every_drawing_has_facts_and_a_licence_in_the_notice() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    for name in art.names():
        facts = art.facts(name)
        assert facts.licence == art.LICENCES[facts.source]
        assert facts.pose in ("stand", "fly", "swim", "float", "hang")
        assert facts.height > 0
    assert len(SUBJECTS) >= 60
    for words in (
        "Fluent Emoji",
        "Copyright (c) Microsoft Corporation",
        "MIT License",
        "Noto Emoji",
        "Apache License",
        "emojibase",
        "Miles Johnson",
        "changed",
    ):
        assert words in notice, words


def test_an_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        art.svg("no-such-thing")
    assert not art.has("no-such-thing")


def test_many_threads_read_the_pack_at_once() -> None:
    names = sorted(art.names())[::9]
    with ThreadPoolExecutor(8) as pool:
        many = list(pool.map(art.svg, names * 3))
    assert many == [art.svg(name) for name in names] * 3


def test_the_art_is_not_loaded_at_import() -> None:
    code = (
        "import sys; from opencanva.engines.builtin.illustrator import art, language;"
        "own = 'opencanva.engines.builtin.illustrator.own';"
        "print(art._pack.cache_info().currsize, 'numpy' in sys.modules, own in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert out.stdout.split() == ["0", "False", "False"]


def test_the_pack_is_small() -> None:
    assert art.PACK.stat().st_size < 8_000_000
