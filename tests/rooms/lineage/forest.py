"""Plants pictures that grew out of one another, thousands at a time, by the rooms' own front doors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from opencanva.core.work import Work
from opencanva.kit.ids import new_id
from opencanva.rooms.batches import moving_store
from opencanva.rooms.batches.types import place_of
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image, ImageId
from opencanva.rooms.lineage import service as lineage
from opencanva.rooms.lineage.types import Link
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.sessions import service as sessions

PROMPT = "a lighthouse on a cliff in a storm, watercolour, seen from the sea, with the last light on it, " * 3


async def plant(work: Work, parents: Sequence[Sequence[int]]) -> tuple[str, list[str]]:
    """A session with a picture for each entry, grown out of the pictures with these numbers.

    The first parent is the one varied, others are references. Returns the ids of session and pictures.
    """
    session = await sessions.create(work, "a forest")
    prompt_id = await prompts.record(work, session.id, PROMPT)
    now, owner = work.clock.now(), work.actor.owner
    found: list[Image] = []
    asked: list[dict[str, Any]] = []
    made: list[dict[str, Any]] = []
    for number in range(len(parents)):
        batch, generation, image = new_id(), new_id(), new_id()
        asked.append({
            "id": batch, "owner_id": owner, "session_id": session.id, "prompt_id": prompt_id,
            "prompt": f"{number} {PROMPT}", "models": ["fake/quick"], "ratio": "1:1", "images_per_model": 1,
            "options": {}, "references": [], "parent_image_id": None, "parent_kind": None, "created_at": now,
        })  # fmt: skip
        made.append({
            "id": generation, "owner_id": owner, "batch_id": batch, "session_id": session.id, "position": 0,
            "model": "fake/quick", "engine": "fake", "status": "complete", "seed": number, "width": 256,
            "height": 256, "notices": [], "queued_at": now, "ask": {},
        })  # fmt: skip
        found.append(
            Image(
                id=ImageId(image),
                sha256=f"{number:064x}",
                media_type="image/png",
                width=256,
                height=256,
                bytes=1000,
                thumbhash="1QcSHQRnh493V4dIh4eXh1h4kJUI",
                session_id=session.id,
                generation_id=generation,
                origin="made",
                file_name=None,
                created_at=now + number,
                tags=[],
                place=place_of(batch, 0),
            )
        )
    await moving_store.insert(work.db, "batches", asked)
    await moving_store.insert(work.db, "generations", made)
    await images.keep_many(work, found)
    await moving_store.point(work.db, {image.generation_id or "": image.id for image in found})
    links = [
        Link(found[parent].id, found[child].id, "vary" if place == 0 else "reference")
        for child, above in enumerate(parents)
        for place, parent in enumerate(above)
    ]
    await lineage.link(work, links)
    return session.id, [image.id for image in found]
