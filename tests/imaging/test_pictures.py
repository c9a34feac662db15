"""Pictures are looked at safely, whatever the bytes claim."""

from __future__ import annotations

import base64
import io
import subprocess
import sys

import numpy
import pytest
from fast_thumbhash import thumb_hash_to_average_rgba
from PIL import Image

from opencanva import imaging
from opencanva.engines.fake import png_of

FORMATS = {"PNG": "png", "JPEG": "jpeg", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}


def picture(kind: str, size: tuple[int, int] = (96, 64), mode: str = "RGB", **more: object) -> bytes:
    pixels = numpy.random.default_rng(1).integers(0, 255, (size[1], size[0], 3), dtype=numpy.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).convert(mode).save(file, kind, **more)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@pytest.mark.parametrize("kind", FORMATS)
def test_tells_what_a_picture_is(kind: str) -> None:
    seen = imaging.probe(picture(kind))
    assert seen == imaging.Picture(f"image/{FORMATS[kind]}", 96, 64)


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_refuses_a_picture_that_ends_early(kind: str, share: float) -> None:
    data = picture(kind)
    with pytest.raises(imaging.Truncated, match="ends early"):
        imaging.probe(data[: int(len(data) * share)])


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("share", [0.6, 0.95, 1.0])
def test_one_look_tells_what_two_would(kind: str, share: float) -> None:
    data = picture(kind, (700, 500))
    data = data[: int(len(data) * share)]
    if share < 1:
        with pytest.raises(imaging.Truncated, match="ends early"):
            imaging.look(data, 320)
        return
    seen, small = imaging.look(data, 320)
    assert seen == imaging.probe(data)
    assert opened(small).size == opened(imaging.thumbnail(data, 320)).size == (320, 229)


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4",
     b"\x89PNG\r\n\x1a\n" + b"junk" * 9 + b"IEND",
     picture("TIFF"), picture("BMP"), b"\0\0\0\x18ftypheic" + bytes(200), b"P6 1 1 255 abc"],
)  # fmt: skip
def test_refuses_what_is_no_picture(data: bytes) -> None:
    for look in (
        imaging.probe, imaging.placeholder, lambda data: imaging.thumbnail(data, 320),
        lambda data: imaging.look(data, 320),
    ):  # fmt: skip
        with pytest.raises(imaging.NotAPicture):
            look(data)


def test_limits_hold_before_a_pixel_is_decoded() -> None:
    with pytest.raises(imaging.TooLarge, match="40,000 × 40,000"):
        imaging.probe(png_of(40_000, 40_000, b"", b"\0\0\0"))
    with pytest.raises(imaging.TooLarge, match="64 MB"):
        imaging.probe(bytes((64 << 20) + 1))


def test_a_damaged_middle_is_noticed() -> None:
    data = bytearray(picture("PNG"))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(imaging.NotAPicture, match="damaged"):
        imaging.probe(bytes(data))


def test_a_turned_photograph_is_shown_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = picture("JPEG", exif=exif)
    assert imaging.probe(data) == imaging.Picture("image/jpeg", 64, 96)
    assert opened(imaging.thumbnail(data, 32)).size == (32, 48)
    assert opened(imaging.look(data, 32)[1]).size == (32, 48)


@pytest.mark.parametrize(
    ("size", "small"), [((1000, 500), (320, 160)), ((100, 50), (100, 50)), ((8, 4000), (3, 1280))]
)
def test_thumbnails_keep_the_shape_and_never_enlarge(size: tuple[int, int], small: tuple[int, int]) -> None:
    made = opened(imaging.thumbnail(picture("PNG", size), 320))
    assert (made.format, made.size) == ("WEBP", small)


def test_thumbnails_carry_no_metadata() -> None:
    exif = Image.Exif()
    exif[0x010E] = "where I live"
    made = imaging.thumbnail(picture("JPEG", exif=exif, comment=b"my key"), 64)
    assert b"where I live" not in made
    assert b"EXIF" not in made
    assert b"ICCP" not in made


@pytest.mark.parametrize("mode", ["L", "RGBA", "P", "1", "I;16", "CMYK"])
def test_every_kind_of_pixel_is_shown(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    data = picture(kind, mode="L" if mode == "I;16" else mode)
    if mode == "I;16":
        file = io.BytesIO()
        Image.fromarray(numpy.full((64, 96), 40_000, dtype=numpy.uint16)).save(file, "PNG")
        data = file.getvalue()
    assert opened(imaging.thumbnail(data, 48)).size == (48, 32)
    assert 5 <= len(imaging.placeholder(data)) <= 40


def test_a_placeholder_has_the_colour_of_its_picture() -> None:
    file = io.BytesIO()
    Image.new("RGB", (50, 50), (250, 10, 10)).save(file, "PNG")
    hash = imaging.placeholder(file.getvalue())
    red, green, blue, alpha = thumb_hash_to_average_rgba(hash)
    assert len(base64.b64encode(hash)) < 50
    assert red > 0.85
    assert max(green, blue) < 0.15
    assert alpha == 1


def test_one_pixel_is_a_picture() -> None:
    data = picture("PNG", (1, 1))
    assert imaging.probe(data).width == 1
    assert opened(imaging.thumbnail(data, 320)).size == (1, 1)
    assert imaging.placeholder(data)


def test_the_library_is_loaded_on_first_need() -> None:
    script = "import sys, opencanva.imaging, opencanva.blobs; from opencanva.engines.catalog import Catalog; "
    script += (
        "Catalog.discover({}); print([m for m in ('pyvips', 'obstore', 'numpy', 'PIL') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_a_reader_does_not_take_becomes_an_upright_png_of_eight_bits() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (24, 16), "red").save(out, "JPEG", exif=exif.tobytes())
    data, media_type = imaging.readable(out.getvalue(), ("image/jpeg",))
    with Image.open(io.BytesIO(data)) as found:
        assert (media_type, found.format, found.size, found.mode) == ("image/png", "PNG", (16, 24), "RGB")
