"""Pictures carry how they were made, whatever it says and however long, or tell nothing at all."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from opencanva import imaging
from opencanva.imaging import Note
from opencanva.imaging.metadata import Kind

KINDS: list[Kind] = ["png", "jpeg", "webp"]
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=60)
OWN = st.dictionaries(
    TEXT, TEXT | st.integers(-(2**53), 2**53) | st.booleans() | st.none(), min_size=1, max_size=4
)


def drawn(size: tuple[int, int] = (24, 16), mode: str = "RGB", kind: str = "PNG", **more: Any) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 200 if mode in ("L", "P", "1") else None).save(out, kind, **more)
    return out.getvalue()


@settings(max_examples=40, deadline=None, database=None)
@given(OWN, TEXT, st.sampled_from(KINDS))
def test_what_is_written_is_read_back_letter_for_letter(own: Any, text: str, kind: Kind) -> None:
    note = Note(own, f"{text}\nSteps: 4, Seed: 0, Size: 24x16")
    assert imaging.read_note(imaging.convert(drawn(), kind, note)) == note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("letter", ["x", "狐", "🦊"])
def test_the_longest_prompt_is_kept_whole_in_every_format(kind: Kind, letter: str) -> None:
    prompt = letter * 20_000
    written = imaging.convert(drawn(), kind, Note({"prompt": prompt}, prompt))
    assert imaging.probe(written).media_type == f"image/{kind}"
    note = imaging.read_note(written)
    assert note is not None
    assert note.own == {"prompt": prompt}
    fits = kind != "jpeg" or len(prompt.encode("utf-16-be")) < 65_000
    assert note.parameters == (prompt if fits else "")


def test_a_long_note_stands_behind_the_header_of_a_jpeg() -> None:
    written = imaging.convert(drawn(), "jpeg", Note({"prompt": "狐" * 20_000}, "a fox"))
    assert written[:4] == b"\xff\xd8\xff\xe0"
    assert written[6:10] == b"JFIF"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGB", "RGBA", "I;16"])
def test_pictures_of_every_kind_of_pixels_are_converted(kind: Kind, mode: str) -> None:
    with Image.open(io.BytesIO(imaging.convert(drawn(mode=mode), kind, None))) as found:
        found.load()
        assert found.size == (24, 16)
        assert found.mode == ("RGBA" if mode.endswith("A") and kind != "jpeg" else "RGB")


@pytest.mark.parametrize("kind", KINDS)
def test_clean_takes_out_what_a_camera_wrote_and_turns_the_picture_upright(kind: Kind) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x010E] = 6, "A camera of mine", "at home"
    found = imaging.convert(drawn(kind="JPEG", exif=exif, comment=b"secret"), kind, None)
    assert imaging.read_note(found) is None
    with Image.open(io.BytesIO(found)) as opened:
        assert opened.size == (16, 24)
        assert not opened.getexif()
        assert not {"comment", "exif", "xmp", "icc_profile"} & set(opened.info)
    assert not any(word in found for word in (b"camera", b"home", b"secret"))


def test_a_picture_too_long_for_a_format_is_refused_with_the_way_out() -> None:
    with pytest.raises(imaging.TooLarge, match="Choose PNG") as refused:
        imaging.convert(drawn((16_384, 2)), "webp", None)
    assert (refused.value.field, refused.value.extras) == ("format", {"limit": 16_383})
    assert imaging.probe(imaging.convert(drawn((16_384, 2)), "png", None)).width == 16_384


def test_notes_of_other_programs_are_read_and_broken_ones_do_no_harm() -> None:
    from PIL import PngImagePlugin

    words = PngImagePlugin.PngInfo()
    words.add_text("parameters", "a fox\nSteps: 20, Sampler: Euler, Seed: 7")
    words.add_text("opencanva", "{not json")
    note = imaging.read_note(drawn(pnginfo=words))
    assert note == Note({}, "a fox\nSteps: 20, Sampler: Euler, Seed: 7")
    exif = Image.Exif()
    exif[0x010E] = "[1, 2]"
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0\xd8"
    found = imaging.read_note(drawn(kind="JPEG", exif=exif))
    assert found is None or found.own == {}
    with pytest.raises(imaging.NotAPicture):
        imaging.read_note(b"<html>")
