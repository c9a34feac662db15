"""Rules about files that leave the house: what goes into an archive, under which name, and what a picture tells."""

from __future__ import annotations

import json
import re
from typing import Any

from opencanva.core.work import Work
from opencanva.imaging import Note
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.text import clean_line, title_from
from opencanva.kit.values import plain
from opencanva.rooms.batches import packing
from opencanva.rooms.batches.packing import Made
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.transfer import store
from opencanva.rooms.transfer.types import Entry, Ticket, Wish

DAY = 86_400_000
MOST = 100_000
AT_ONCE = 200
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_DEVICES = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)


async def order(work: Work, wish: Wish) -> Ticket:
    """A ticket for an archive. Raises NotFound, and Invalid when there is nothing to put in."""
    ids = await _wanted(work, wish)
    if not ids:
        raise Invalid("There is no picture to download here.", field="image_ids")
    if len(ids) > MOST:
        raise Invalid(f"An archive takes at most {MOST:,} pictures.", field="image_ids", limit=MOST)
    name = await _name(work, wish, ids)
    id = new_id()
    await store.forget(work.db, work.clock.now() - DAY)
    request = plain(wish) | {"image_ids": ids, "name": name}
    await store.insert(work.db, work.actor.owner, id, request, work.clock.now())
    return Ticket(id, len(ids), name)


async def ordered(work: Work, id: str) -> dict[str, Any]:
    """What a ticket is for: `image_ids`, `format`, `metadata`, `name`. Raises NotFound."""
    since = work.clock.now() - DAY
    found = await store.get(work.db, work.actor.owner, known_shape(id, "download"), since)
    if found is None:
        raise NotFound("This download is over. Ask for it anew.", field="id")
    return found


async def entries(work: Work, ids: list[str], first: int) -> list[tuple[Entry, Made | None]]:
    """Those of these images that are still here, with names that are numbered from `first` on."""
    known = await images.several(work, ids)
    made = await packing.made(work, list(known.values()))
    return [
        (Entry(known[id], file_name(known[id], made.get(id), first + at)), made.get(id))
        for at, id in enumerate(ids)
        if id in known
    ]


async def described(work: Work, image: Image) -> Note | None:
    """What a picture tells of how it was made; None of an upload."""
    made = (await packing.made(work, [image])).get(image.id)
    return None if made is None else note(image, made)


def note(image: Image, made: Made) -> Note:
    """The two notes of a picture."""
    ask = made.ask
    own = {
        "version": 1,
        "program": "Open Canva",
        "prompt": made.prompt,
        "negative": ask.get("negative", ""),
        "model": made.model,
        "ratio": ask.get("ratio"),
        "width": image.width,
        "height": image.height,
        "seed": made.seed,
        "options": ask.get("options", {}),
        "references": [
            {name: one.get(name) for name in ("sha256", "role", "strength")}
            for one in ask.get("references", [])
        ],
        "image_id": image.id,
        "batch_id": made.batch_id,
        "generation_id": image.generation_id,
        "created_at": image.created_at,
    }
    return Note(own, parameters(image, made))


def parameters(image: Image, made: Made) -> str:
    """The text that A1111's web UI reads back: prompt, negative prompt, and a line of settings."""
    settings: dict[str, Any] = {}
    options = made.ask.get("options", {})
    for name, label in (("steps", "Steps"), ("sampler", "Sampler"), ("guidance", "CFG scale")):
        if options.get(name) is not None:
            settings[label] = options[name]
    if made.seed is not None:
        settings["Seed"] = made.seed
    settings |= {"Size": f"{image.width}x{image.height}", "Model": made.model, "Version": "Open Canva"}
    lines = [made.prompt.strip()]
    if made.ask.get("negative"):
        lines.append(f"Negative prompt: {made.ask['negative'].strip()}")
    lines.append(", ".join(f"{label}: {_quoted(value)}" for label, value in settings.items()))
    return "\n".join(lines)


def _quoted(value: Any) -> str:
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if re.search(r"[,:\n]", text) else text


def file_name(image: Image, made: Made | None, number: int) -> str:
    """A name that every file system takes, without an ending: "001 a lighthouse (quick, 41923)"."""
    if made is None:
        stem = (image.file_name or "upload").rpartition(".")[0] or image.file_name or "upload"
    else:
        model = made.model.rpartition("/")[2]
        seed = "" if made.seed is None else f", {made.seed}"
        stem = f"{title_from(made.prompt, 60) or 'picture'} ({model}{seed})"
    return safe(f"{number:03d} {stem}")


def safe(text: str) -> str:
    """A file name for Windows, macOS and Linux: nothing forbidden, no device, no dots or spaces at its ends."""
    cleaned = _FORBIDDEN.sub("_", clean_line(text)).strip(" .")
    cleaned = cleaned.encode()[:160].decode(errors="ignore").strip(" .")
    return f"_{cleaned}" if _DEVICES.match(cleaned) else cleaned or "picture"


async def _wanted(work: Work, wish: Wish) -> list[str]:
    if (wish.session_id is not None) + bool(wish.batch_ids) + bool(wish.image_ids) != 1:
        raise Invalid("Name pictures, batches or a session: exactly one of the three.", field="image_ids")
    if wish.session_id is not None:
        await sessions.get(work, known_shape(wish.session_id, "session"))
        found = await packing.of_session(work, wish.session_id)
        shown = (await images.several(work, found)).values()
        return [one.id for one in shown if one.trashed_at is None and one.verdict != "rejected"]
    if wish.batch_ids:
        found = await packing.of_batches(work, [known_shape(id, "batch") for id in wish.batch_ids])
        return [one.id for one in (await images.several(work, found)).values() if one.trashed_at is None]
    wanted = list(dict.fromkeys(known_shape(id, "image") for id in wish.image_ids))
    known = await images.several(work, wanted)
    if len(known) < len(wanted):
        raise NotFound("One of these pictures is not here (any more).", field="image_ids")
    return wanted


async def _name(work: Work, wish: Wish, ids: list[str]) -> str:
    if wish.session_id is not None:
        name = (await sessions.get(work, wish.session_id)).name
    else:
        first = (await entries(work, ids[:1], 1))[0][1]
        name = "" if first is None else title_from(first.prompt, 40)
    return f"{safe(name or 'Open Canva')}.zip"
