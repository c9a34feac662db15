"""What the references of an ask are for, by their role: colours, the picture itself, or its broad fields."""

from __future__ import annotations

from ...contract import Ask, Refused, Role
from .drawing.palette import blend_palettes, read_palette
from .drawing.restage import Given, read_source
from .scene import Scene


def read_references(ask: Ask, scene: Scene) -> tuple[Given, list[str]]:
    """What the drawing takes from them, and sentences that say so. Raises Refused for what is no picture.

    A style reference, or one without a role, gives palette and mood; a content reference is the picture (from
    strength 0.75 on nothing is put into it); a composition reference gives its broad fields of colour.
    """
    contents = sorted((r for r in ask.references if r.role == Role.CONTENT), key=lambda r: -r.strength)
    fields = sorted((r for r in ask.references if r.role == Role.COMPOSITION), key=lambda r: -r.strength)
    colours = [r for r in ask.references if r.role not in (Role.CONTENT, Role.COMPOSITION)]
    colours += contents[1:] + fields[1:]
    try:
        given = Given(
            blend_palettes([read_palette(r.data, r.strength) for r in colours]),
            read_source(contents[0].data, contents[0].strength) if contents else None,
            read_source(fields[0].data, fields[0].strength) if fields else None,
        )
    except ValueError as problem:
        raise Refused(str(problem)) from problem
    return given, _said(given, scene, crowded=len(contents) > 1 or len(fields) > 1)


def _said(given: Given, scene: Scene, crowded: bool) -> list[str]:
    words = []
    if given.base is not None and given.base.whole:
        words.append("Drew the reference itself in another hand, and put nothing into it.")
    elif given.base is not None and scene.subjects:
        words.append("Took the reference as the place, and put into it what the prompt names.")
    elif given.base is not None:
        words.append("Took the reference as the place; the prompt names nothing to put into it.")
    if given.field is not None:
        words.append("Took the broad fields of colour from the composition reference.")
    if crowded:
        words.append("Only the strongest reference of a role can be it; the others gave their colours.")
    elif given.palette is not None:
        words.append("Took palette and mood from the reference, not its shapes.")
    return words
