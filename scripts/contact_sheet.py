"""Render a list of prompts into one labelled sheet to look at: `python scripts/contact_sheet.py OUT.png
[--size N] [PROMPT ...]`.
"""

from __future__ import annotations

import argparse
import sys
import time
from math import ceil
from pathlib import Path

from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from opencanva.engines.builtin.illustrator.drawing.render import render
from opencanva.engines.builtin.illustrator.scene import Scene, Subject


def read_scene(line: str) -> Scene:
    """A prompt by the engine's own reader, or a scene by hand: `key=value ... art[:count[:colour[:pose]]]`
    after "@".
    """
    if not line.startswith("@"):
        from opencanva.engines.builtin.illustrator.language import read

        return read(line)
    fields: dict[str, str] = {}
    subjects = []
    for word in map(str.strip, line[1:].replace("_", " ").split(";")):
        if "=" in word:
            key, value = word.split("=", 1)
            fields[key] = value
        elif word:
            art, *rest = word.split(":")
            rest += [""] * 5
            subjects.append(
                Subject(
                    art,
                    art,
                    int(rest[0] or 1),
                    rest[1] or None,
                    "normal",
                    rest[3] or None,
                    0 if rest[3] else None,
                    rest[2] or "stand",
                )
            )  # type: ignore[arg-type]
    fields.setdefault("place", "studio")
    return Scene(subjects=tuple(subjects), **fields)  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("prompts", nargs="*")
    parser.add_argument("--file", help="a file with one prompt a line")
    parser.add_argument("--size", type=int, default=384)
    parser.add_argument("--ratio", default="1:1")
    parser.add_argument("--columns", type=int, default=4)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_intermixed_args()
    prompts = args.prompts + (Path(args.file).read_text().splitlines() if args.file else [])
    prompts = [p.split("|")[0].strip() for p in prompts if p.strip() and not p.startswith("#")]
    a, b = map(int, args.ratio.split(":"))
    width, height = round(args.size * (a / b) ** 0.5), round(args.size * (b / a) ** 0.5)
    columns = min(args.columns, len(prompts))
    sheet = Image.new(
        "RGB", (columns * (width + 8) + 8, ceil(len(prompts) / columns) * (height + 24) + 8), "white"
    )
    pen = ImageDraw.Draw(sheet)
    for i, line in enumerate(prompts):
        start = time.perf_counter()
        picture = render(read_scene(line), width, height, args.seed + i)
        took = time.perf_counter() - start
        x, y = 8 + i % columns * (width + 8), 8 + i // columns * (height + 24)
        sheet.paste(picture, (x, y))
        pen.text((x, y + height + 4), f"{line[: width // 7]}  {took:.2f}s", fill="black")
    sheet.save(args.out)


if __name__ == "__main__":
    main()
