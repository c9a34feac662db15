"""Build the Illustrator's art pack (art.zip) from openly licensed npm packages; its output is committed.

    python scripts/pack_art.py [--from FOLDER]

FOLDER may hold tarballs fetched before (`npm pack NAME@VERSION`); without it `npm pack` fetches them.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from opencanva.engines.builtin.illustrator.language.words import fold

PACKAGES = ("@iconify-json/fluent-emoji@1.2.7", "@iconify-json/noto@1.2.9", "emojibase-data@17.0.0")
HOME = Path(__file__).resolve().parents[1] / "src/opencanva/engines/builtin/illustrator"
LANGUAGES = "bn da de en es et fi fr hi hu it ja ko lt ms nb nl pl pt ru sv th uk vi zh".split()
FACE = re.compile("^(cara d[eo]|tête de|muso di|faccia di|rosto de|морда) | 얼굴$|gesicht$|の顔$|脸$|头$")
"""What some languages add to the label of an animal that is only a head in the packs."""
GROUPS = {0: "face", 1: "person", 3: "nature", 4: "food", 5: "travel", 6: "activity", 7: "object"}

FRAMED = set(
    """desert national-park foggy night-with-stars cityscape sunrise-over-mountains sunrise cityscape-at-dusk
    sunset bridge-at-night motorway railway-track metro mountain-railway shooting-star milky-way map-of-japan
    love-hotel railway-car mahjong-red-dragon flower-playing-cards moon-viewing-ceremony identification-card
    wedding stop-sign level-slider control-knobs person-in-steamy-room man-in-steamy-room woman-in-steamy-room
    no-one-under-eighteen speaking-head bust-in-silhouette busts-in-silhouette fight-cloud landslide
    fireworks sparkler x-ray elevator
    chart-increasing-with-yen joker spade-suit heart-suit diamond-suit club-suit""".split()
)
"""Scenes in a frame, cards and signs: never cut-outs, so never subjects (seen by eye)."""

GROUNDED = set(
    """sailboat canoe speedboat passenger-ship ferry motor-boat ship snow-capped-mountain mountain volcano
    mount-fuji camping beach-with-umbrella desert-island tent houses airplane-departure airplane-arrival
    spouting-whale water-wave umbrella-on-ground""".split()
)
"""Drawings that bring their own ground or water: left out, the Illustrator's own take their place."""

HEADS = set(
    """bear boar chicken fox frog hamster koala lion moose panda polar-bear raccoon unicorn wolf""".split()
)
"""Heads without a body: packed as NAME-face, because a head is not the animal."""

STAND_INS = {
    "snow-capped-mountain": "snow-mountain", "mountain": "snow-mountain", "mount-fuji": "snow-mountain",
    "passenger-ship": "ship", "ferry": "ship", "motor-boat": "sailboat", "speedboat": "sailboat",
    "camping": "tent",
    "beach-with-umbrella": "beach-umbrella", "airplane-departure": "airplane", "airplane-arrival": "airplane",
    "spouting-whale": "whale", "bridge-at-night": "suspension-bridge",
}  # fmt: skip
"""Drawings left out, and the drawing that their emoji and their labels in other languages mean instead."""

UNWANTED = set(
    """middle-finger deaf-man deaf-person deaf-woman man-climbing person-climbing woman-climbing
    teacher man-teacher woman-teacher person-mountain-biking man-mountain-biking woman-mountain-biking kaaba
    fingerprint label""".split()
)


def slug(label: str) -> str:
    """The name of a drawing from an English label ("T-Rex" → "t-rex")."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def open_packages(folder: Path) -> dict[str, tarfile.TarFile]:
    """The npm tarballs, fetched into `folder` where they are missing."""
    found = {}
    for package in PACKAGES:
        name = package.lstrip("@").replace("/", "-").replace("@", "-")
        path = folder / f"{name}.tgz"
        if not path.exists():
            subprocess.run(["npm", "pack", "-s", package], cwd=folder, check=True)
        found[package] = tarfile.open(path)  # noqa: SIM115 (open until the script ends)
    return found


def read_json(tar: tarfile.TarFile, path: str) -> Any:
    member = tar.extractfile(f"package/{path}")
    assert member is not None, path
    return json.load(member)


def draw_icon(icons: dict[str, Any], name: str) -> str | None:
    """One icon of an iconify set as a complete SVG, aliases and turns resolved; None where absent."""
    turn: dict[str, Any] = {}
    while name not in icons["icons"]:
        alias = icons.get("aliases", {}).get(name)
        if alias is None:
            return None
        turn |= {k: v for k, v in alias.items() if k != "parent"}
        name = alias["parent"]
    icon = icons["icons"][name]
    w, h = icon.get("width", icons["width"]), icon.get("height", icons["height"])
    body = icon["body"]
    if turn.get("hFlip"):
        body = f'<g transform="translate({w} 0) scale(-1 1)">{body}</g>'
    if turn.get("rotate"):
        body = f'<g transform="rotate({90 * turn["rotate"]} {w / 2} {h / 2})">{body}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}">{body}</svg>'


def collect(
    packages: dict[str, tarfile.TarFile],
) -> tuple[dict[str, str], dict[str, list[str]], dict[str, str]]:
    """Drawings by file name, the index (name → [source, label, group]), and hexcode → name."""
    fluent, noto = (read_json(packages[p], "icons.json") for p in PACKAGES[:2])
    files: dict[str, str] = {}
    index: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for entry in read_json(packages[PACKAGES[2]], "en/data.json"):
        name, group = slug(entry["label"]), entry.get("group")
        if name in FRAMED | GROUNDED and (name in STAND_INS or name in GROUNDED):
            names[entry["hexcode"]] = STAND_INS.get(name, name)
        if group not in GROUPS or name in FRAMED | GROUNDED | UNWANTED:
            continue
        if "handshake" in name or name.startswith(("kiss-", "couple-with-heart-", "family")):
            continue
        for source, icons in (("fluent", fluent), ("noto", noto)):
            svg = draw_icon(icons, name)
            if svg is not None:
                names[entry["hexcode"]] = name
                name = f"{name}-face" if name in HEADS else name
                files[f"svg/{name}.svg"] = svg
                index[name] = [source, entry["label"], GROUPS[group]]
                break
    return files, index, names


def collect_labels(tar: tarfile.TarFile, names: dict[str, str]) -> dict[str, dict[str, str]]:
    """For each language other than English: label, folded as prompts are → drawing."""
    tables = {}
    for language in LANGUAGES:
        if language == "en":
            continue
        table: dict[str, str] = {}
        for entry in read_json(tar, f"{language}/data.json"):
            name = names.get(entry["hexcode"])
            if name:
                label = " ".join(fold(entry["label"]).split())
                table.setdefault(label, name)
                if name in HEADS:
                    table.setdefault(FACE.sub("", label).strip() or label, name)
        tables[language] = table
    return tables


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--from", dest="folder", type=Path, help="folder with the npm tarballs")
    folder = parser.parse_args().folder or Path(tempfile.mkdtemp())
    packages = open_packages(folder)
    files, index, names = collect(packages)
    emoji = {
        e["emoji"].replace("\ufe0f", ""): names[e["hexcode"]]
        for e in read_json(packages[PACKAGES[2]], "en/data.json")
        if e["hexcode"] in names
    }
    tags = {
        names[e["hexcode"]]: e.get("tags", [])
        for e in read_json(packages[PACKAGES[2]], "en/data.json")
        if e["hexcode"] in names
    }
    for name, data in (
        ("index", index),
        ("emoji", emoji),
        ("tags", tags),
        ("labels", collect_labels(packages[PACKAGES[2]], names)),
    ):
        files[f"{name}.json"] = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack:
        for path in sorted(files):
            info = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            pack.writestr(info, files[path], compresslevel=9)
    (HOME / "art.zip").write_bytes(out.getvalue())
    print(f"{len(index)} drawings, {len(out.getvalue()) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
