"""Asking for the same again: what to post for a picture, a batch or a prompt, and what of it is gone."""

from __future__ import annotations

from typing import Any

from opencanva.core.work import Work
from opencanva.kit.errors import NotFound
from opencanva.kit.ids import known_shape
from opencanva.kit.values import plain
from opencanva.rooms.batches import service, store
from opencanva.rooms.batches.types import Batch, Generation, Missing, Reference
from opencanva.rooms.images import service as images
from opencanva.rooms.sessions import trashed

Recalled = tuple[dict[str, Any], list[Missing]]
"""A body for POST /batches, and what of it cannot be asked for again."""


async def generation(work: Work, id: str) -> Recalled:
    """What asks for one picture again, bit for bit: its model alone and the seed it had. Raises NotFound."""
    return await _generation(work, await service.generation(work, id))


async def image(work: Work, id: str) -> Recalled:
    """The same by the picture. Raises NotFound, also of an upload: nobody asked for it."""
    found = await images.get(work, id)
    if found.generation_id is None:
        raise NotFound(
            "This picture was uploaded: there is no prompt or setting to use again.", field="image_id"
        )
    return await generation(work, found.generation_id)


async def batch(work: Work, id: str) -> Recalled:
    """What asks for a whole batch again, with the seed only where it was locked. Raises NotFound."""
    found = await service.get(work, id)
    return await _body(work, found, found.models, found.images_per_model, dict(found.options))


async def prompt(work: Work, session_id: str, prompt_id: str) -> Recalled:
    """What asks again for the batch that used a prompt last in a session. Raises NotFound."""
    known_shape(session_id, "session")
    last = await store.last_with(work.db, work.actor.owner, session_id, known_shape(prompt_id, "prompt"))
    if last is None:
        raise NotFound("This prompt was not used in this session.", field="prompt_id")
    return await batch(work, last)


async def _generation(work: Work, made: Generation) -> Recalled:
    found = await service.get(work, made.batch_id)
    ask = await store.ask_of(work.db, work.actor.owner, made.id) or {}
    options = dict(ask.get("options", {}))
    if ask.get("negative"):
        options["negative"] = ask["negative"]
    if made.seed is not None:
        options["seed"] = made.seed
    return await _body(work, found, [made.model], 1, options)


async def _body(
    work: Work, found: Batch, models: list[str], images_per_model: int, options: dict[str, Any]
) -> Recalled:
    there, missing = await _references(work, found)
    parent = found.parent
    if parent is not None and not await images.several(work, [parent.image_id]):
        missing.append(Missing("parent", "The picture it grew out of was deleted."))
        parent = None
    body = {
        "session_id": found.session_id,
        "prompt": found.prompt,
        "models": models,
        "ratio": found.ratio,
        "images_per_model": images_per_model,
        "options": options,
        "references": [plain(one) for one in there],
        "parent": plain(parent),
    }
    return body, missing


async def _references(work: Work, found: Batch) -> tuple[list[Reference], list[Missing]]:
    known = await images.several(work, [one.image_id for one in found.references])
    homes = {image.session_id for image in known.values() if image.session_id is not None}
    thrown = await trashed.among(work, sorted(homes))
    there, missing = [], []
    for number, reference in enumerate(found.references):
        image = known.get(reference.image_id)
        if image is None:
            missing.append(Missing(f"references.{number}", "This reference image was deleted."))
        elif image.trashed_at is not None or image.session_id in thrown:
            missing.append(Missing(f"references.{number}", "This reference image is in the trash."))
        else:
            there.append(reference)
    return there, missing
