"""One picture from an ask: read the prompt, draw it rough, then fine, say what could not be drawn."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from dataclasses import replace

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from ...contract import Ask, Notice, Output, Preview, Progress, Refused, Step
from . import art, language
from .drawing.frame import Variation
from .drawing.render import render
from .drawing.restage import read_source
from .engine import Stopped
from .enlarging import enlarge
from .references import read_references
from .scene import Scene

LARGEST = 4096
"""The longest side of an enlarged picture, in pixels."""
PREVIEWS = (160, 320)
"""Long sides of the two previews, in pixels."""


def draw(
    ask: Ask,
    style: str,
    variation: Variation,
    large: bool,
    tell: Callable[[Step], None],
    stopped: Callable[[], bool],
) -> None:
    """Tell every step of one picture, its Output last; a `large` one is twice as wide and high as asked.

    Raises `Stopped` soon after `stopped()` is true, ImportError where `large` needs a net that is not here.
    """
    done, share, from_ = 0.0, 0.04, 0.0

    def check(word: str) -> None:
        nonlocal done
        if stopped():
            raise Stopped
        if not word:
            return
        done = min(1.0, done + (0.16 if word != "Enlarging" else 0.03))
        tell(Progress(round(from_ + share * done, 3), word))

    check("Reading")
    scene = language.read(ask.prompt, ask.negative)
    if style != "auto":
        scene = replace(scene, style=style)
    width, height = ask.width, ask.height
    seed = mix_seed(ask)
    given, said = read_references(ask, scene)
    given = replace(given, variation=variation)
    for text in (*said, *notices(scene)):
        tell(Notice(text))
    for side, start, part in ((PREVIEWS[0], 0.04, 0.06), (PREVIEWS[1], 0.1, 0.15)):
        scale = side / max(width, height)
        if scale >= 0.8:
            continue
        from_, share, done = start, part, 0.0
        small = render(
            scene,
            max(1, round(width * scale)),
            max(1, round(height * scale)),
            seed,
            full=(width, height),
            given=given,
            check=check,
        )
        tell(Preview(_encode(small, "WEBP")))
    from_, share, done = 0.25, 0.7, 0.0
    if large:
        small = render(scene, width // 2, height // 2, seed, full=(width, height), given=given, check=check)
        picture = enlarge(small, check)
    else:
        picture = render(scene, width, height, seed, given=given, check=check)
    check("Saving")
    facts = describe(scene, ask)
    tell(Output(_encode(picture, "PNG", facts), seed=ask.seed, facts=facts))


def upscale(ask: Ask, tell: Callable[[Step], None], stopped: Callable[[], bool]) -> None:
    """Tell every step of enlarging the ask's reference, its Output last.

    Raises Refused without one, or when it is large already; `Stopped`, ImportError as `draw` does.
    """
    if not ask.references:
        raise Refused("Add the picture to enlarge as a reference.")
    try:
        given = Image.fromarray(
            (read_source(ask.references[0].data, 1.0, LARGEST).pixels * 255).astype("uint8")
        )
    except ValueError as problem:
        raise Refused(str(problem)) from problem
    if max(given.size) > LARGEST // 2:
        raise Refused(
            f"This picture is {given.width} × {given.height} already; at most 2048 pixels are enlarged."
        )
    done = 0

    def check(word: str) -> None:
        nonlocal done
        if stopped():
            raise Stopped
        done += 1
        tell(Progress(round(done / (done + 4), 3), word))

    made = enlarge(given, check)
    if max(made.size) > LARGEST:
        made.thumbnail((LARGEST, LARGEST), Image.Resampling.LANCZOS)
    check("Saving")
    facts: dict[str, object] = {"engine": "illustrator", "neural": True, "net": "realesr-animevideov3 x4"}
    tell(Output(_encode(made, "PNG", facts), facts=facts))


def mix_seed(ask: Ask) -> int:
    """One number from everything that may change the picture, so that the same ask gives the same bytes.

    The style is left out: the same scene can be tried in several hands.
    """
    canonical = json.dumps([ask.prompt.strip(), ask.negative.strip(), ask.seed or 0], ensure_ascii=False)
    return int.from_bytes(hashlib.sha256(canonical.encode()).digest()[:8], "big")


def notices(scene: Scene) -> list[str]:
    """What a person should know about this picture."""
    said = []
    wanted = [word for word in dict.fromkeys(scene.unknown) if not word.startswith("not ")]
    unwanted = [word[4:] for word in dict.fromkeys(scene.unknown) if word.startswith("not ")]
    if wanted:
        said.append("Not in my vocabulary: " + ", ".join(wanted) + ".")
    if unwanted:
        said.append("Nothing I could leave out for: " + ", ".join(unwanted) + ".")
    said += [f"Drew {_name(drawn)} for “{word}”." for word, drawn in scene.drew_as]
    said += [f"“{word}” is drawn as {_name(drawn)}, the nearest I know." for word, drawn in scene.nearest]
    return said


def _name(drawn: str) -> str:
    if drawn.endswith("s") and not drawn.endswith("ss"):
        return drawn
    return f"{'an' if drawn[:1] in 'aeiou' else 'a'} {drawn}"


def describe(scene: Scene, ask: Ask) -> dict[str, object]:
    """The facts kept with the picture: who drew it, from what, and whose art it holds."""
    sources = {}
    for subject in scene.subjects:
        facts = art.facts(subject.art)
        sources[subject.art] = {"credit": art.CREDITS[facts.source], "licence": facts.licence}
    return {
        "engine": "illustrator",
        "neural": False,
        "seed": ask.seed,
        "scene": scene.facts(),
        "unknown": list(scene.unknown),
        "art": sources,
    }


def _encode(picture: Image.Image, kind: str, facts: dict[str, object] | None = None) -> bytes:
    out = io.BytesIO()
    if kind == "PNG":
        words = PngInfo()
        if facts is not None:
            words.add_itxt("opencanva", json.dumps(facts, ensure_ascii=False, sort_keys=True))
        picture.save(out, "PNG", compress_level=1, pnginfo=words)
    else:
        picture.save(out, kind, quality=72, method=1)
    return out.getvalue()
