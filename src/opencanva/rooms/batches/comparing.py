"""Rules about comparing pictures: what differs between them, and which one somebody preferred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from opencanva.core.work import Work
from opencanva.kit.diff import diff_words
from opencanva.kit.errors import Invalid, NotFound
from opencanva.kit.ids import known_shape, new_id
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.rooms.batches import comparing_store as store
from opencanva.rooms.batches.comparing_types import Compared, Comparison, Field, Judged, Tally
from opencanva.rooms.batches.messages import ComparisonJudged
from opencanva.rooms.batches.store import as_generation
from opencanva.rooms.batches.types import Generation
from opencanva.rooms.images import service as images
from opencanva.rooms.sessions import service as sessions

FEWEST, MOST = 2, 4
TALLIED = 1_000
"""Newest comparisons of a session that are counted."""
_ASKED = (("ratio", "Ratio"), ("seed", "Seed"), ("negative", "Negative prompt"))


async def compare(work: Work, ids: Sequence[str]) -> Comparison:
    """What 2..4 pictures were asked with, side by side. Raises Invalid, NotFound."""
    items, asks = await _look(work, ids)
    prompts = [item.prompt for item in items]
    first = prompts[0]
    diffs = [None if text == first else diff_words(first, text) for text in prompts]
    return Comparison(items, _fields(items, asks), diffs)


async def judge(work: Work, ids: Sequence[str], winner: str, session_id: str | None, blind: bool) -> Judged:
    """Write down which picture somebody preferred. Raises Invalid, NotFound."""
    items, _ = await _look(work, ids)
    if winner not in ids:
        raise Invalid("The winner is one of the pictures that were compared.", field="winner")
    if session_id is not None:
        await sessions.get(work, session_id)
    models: dict[str, str] = {
        item.image.id: "" if item.generation is None else item.generation.model for item in items
    }
    judged = Judged(
        new_id(),
        session_id,
        list(models),
        list(models.values()),
        winner,
        models[winner],
        blind,
        work.clock.now(),
    )
    await store.insert(work.db, work.actor.owner, judged)
    work.emit(ComparisonJudged(judged))
    return judged


async def of_session(
    work: Work, session_id: str, cursor: str | None, limit: int
) -> tuple[list[Judged], str | None]:
    """Comparisons of a session, newest first, and the next cursor. Raises NotFound, WrongCursor."""
    key = read_cursor(cursor, str)
    await sessions.get(work, session_id)
    before = None if key is None else key[0]
    found = await store.of_session(work.db, work.actor.owner, session_id, before, limit + 1)
    return found[:limit], write_cursor(found[limit - 1].id) if len(found) > limit else None


async def tally(work: Work, session_id: str) -> list[Tally]:
    """How the models fared against others in a session, the most often preferred first."""
    await sessions.get(work, session_id)
    shown: Counter[str] = Counter()
    won: Counter[str] = Counter()
    for one in await store.of_session(work.db, work.actor.owner, session_id, None, TALLIED):
        rivals = {model for model in one.models if model}
        if len(rivals) > 1:  # a model does not win against itself
            shown.update(rivals)
            won[one.winner_model] += 1
    return [
        Tally(model, shown[model], won[model])
        for model in sorted(shown, key=lambda m: (-won[m], shown[m], m))
    ]


async def erase(work: Work, session_ids: Sequence[str]) -> None:
    """Forget the comparisons of sessions that are deleted for ever."""
    await store.erase(work.db, session_ids)


async def _look(work: Work, ids: Sequence[str]) -> tuple[list[Compared], list[dict[str, Any]]]:
    wanted = list(dict.fromkeys(known_shape(id, "image") for id in ids))
    if not FEWEST <= len(wanted) <= MOST or len(wanted) < len(ids):
        raise Invalid(f"Compare {FEWEST} to {MOST} different pictures.", field="ids", limit=MOST)
    found = await images.several(work, wanted)
    if len(found) < len(wanted):
        raise NotFound("One of these pictures is not here (any more).", field="ids")
    owner = work.actor.owner
    ids_made = [one.generation_id for one in found.values() if one.generation_id]
    rows = await store.made(work.db, owner, ids_made)
    asks = await store.asks(work.db, owner, ids_made)
    shown = {one.generation_id: one for one in found.values()}
    made: dict[str, Generation] = {row.id: as_generation(row, shown.get(row.id)) for row in rows}
    prompts = await store.prompts(work.db, owner, [one.batch_id for one in made.values()])
    items = []
    for image in found.values():
        generation = made.get(image.generation_id or "")
        batch_id = None if generation is None else generation.batch_id
        ask = asks.get(image.generation_id or "", {})
        items.append(
            Compared(image, generation, prompts.get(batch_id or "", ""), ask.get("negative"), batch_id)
        )
    return items, [asks.get(image.generation_id or "", {}) for image in found.values()]


def _fields(items: Sequence[Compared], asks: Sequence[dict[str, Any]]) -> list[Field]:
    def of(name: str, words: str, values: list[Any]) -> Field:
        return Field(name, words, values, all(value == values[0] for value in values))

    models = [None if item.generation is None else item.generation.model for item in items]
    found = [of("model", "Model", models)]
    found += [of(name, words, [ask.get(name) or None for ask in asks]) for name, words in _ASKED]
    found.append(of("size", "Size", [f"{item.image.width} × {item.image.height}" for item in items]))
    options = dict.fromkeys(name for ask in asks for name in ask.get("options", {}))
    for name in options:
        values = [ask.get("options", {}).get(name) for ask in asks]
        found.append(of(f"options.{name}", name.replace("_", " ").capitalize(), values))
    found.append(of("references", "References", [len(ask.get("references", [])) for ask in asks]))
    return found
