"""Makes the rows of a planned history, in the order of time, a few thousand batches at a time."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bench.ids import id_at
from bench.pictures import placeholder
from bench.plan import BatchPlan
from bench.sinks import Row, Sink, columns, json
from bench.words import change_prompt, write_prompt
from opencanva.kit.text import fold
from opencanva.rooms.batches.types import place_of
from opencanva.rooms.prompts.service import identity

BATCHES = columns(
    "id owner_id session_id prompt_id prompt models ratio images_per_model options references "
    "parent_image_id parent_kind created_at"
)
GENERATIONS = columns(
    "id owner_id batch_id session_id position model engine status progress seed width height "
    "notices problem_code problem_words attempt queued_at started_at finished_at image_id ask "
    "facts"
)
IMAGES = columns(
    "id owner_id session_id generation_id sha256 media_type width height bytes thumbhash origin created_at place"
)
PROMPTS = columns("id owner_id identity text folded created_at")
LINKS = columns("id owner_id parent_image_id child_image_id kind at")
SPENDINGS = columns(
    "id owner_id session_id generation_id attempt engine model status amount currency source seconds at"
)
COLUMNS = {
    "prompts": PROMPTS, "batches": BATCHES, "images": IMAGES, "generations": GENERATIONS, "links": LINKS,
    "spendings": SPENDINGS,
}  # fmt: skip
_MODELS = ("illustrator/illustrator", "openai/gpt-image-1", "comfyui/sdxl", "replicate/flux-dev")
_SIZES = {"1:1": (1024, 1024), "3:2": (1536, 1024), "2:3": (1024, 1536), "16:9": (1344, 768)}
_SHARED = 6


@dataclass(slots=True)
class Standing:
    """What a session has so far."""

    id: str
    prompt: str = ""
    ratio: str = "1:1"
    models: list[str] = field(default_factory=list)
    cover: tuple[str, str] | None = None
    batches: int = 0
    generations: int = 0
    images: int = 0
    bytes: int = 0
    last_at: int = 0
    last_made: int = 0
    last_failed: int = 0


class Maker:
    """Turns batch plans into rows and counts what each session holds."""

    def __init__(self, random: Random, owner: str, sessions: list[Standing]) -> None:
        self.random, self.owner, self.sessions = random, owner, sessions
        self.blobs = [placeholder(number) for number in range(_SHARED)]
        self._addresses = [hashlib.sha256(blob).hexdigest() for blob in self.blobs]
        self._hashes = [hashlib.sha256(b"hash" + blob).hexdigest()[:33] for blob in self.blobs]
        self.known: dict[str, str] = {}
        self.batches_of_first: list[str] = []
        self.uses: dict[tuple[str, str], list[int]] = {}
        self._rows: dict[str, list[Row]] = defaultdict(list)

    async def pour(self, plans: list[BatchPlan], sink: Sink) -> None:
        """Make the rows of these batches and hand them on."""
        for plan in plans:
            self._batch(plan)
        for table, names in COLUMNS.items():
            if self._rows[table]:
                await sink.add(table, names, self._rows[table])
        self._rows.clear()

    def _batch(self, plan: BatchPlan) -> None:
        random, session = self.random, self.sessions[plan.session]
        chance = random.random()
        if not session.prompt or chance < 0.2:
            session.prompt = write_prompt(random)
            session.ratio = random.choice(tuple(_SIZES))
        elif chance < 0.6:
            session.prompt = change_prompt(random, session.prompt)
        parent = session.cover[0] if session.cover and random.random() < 0.08 else None
        several = plan.count in (2, 4) and random.random() < 0.3
        models = random.sample(_MODELS, 2) if several else [_MODELS[int(4 * random.random() ** 3)]]
        session.models = models
        id = id_at(random, plan.at)
        self._rows["batches"].append((
            id, self.owner, session.id, self._prompt(session, plan.at), session.prompt, json(models),
            session.ratio, plan.count // len(models), "{}", "[]", parent, "vary" if parent else None, plan.at,
        ))  # fmt: skip
        session.batches += 1
        if plan.session == 0:
            self.batches_of_first.append(id)
        session.last_at, session.last_made, session.last_failed = plan.at, 0, 0
        for position in range(plan.count):
            model = models[position * len(models) // plan.count]
            self._generation(plan, session, id, position, model, parent)

    def _generation(
        self, plan: BatchPlan, session: Standing, batch: str, position: int, model: str, parent: str | None
    ) -> None:
        random, owner = self.random, self.owner
        engine, name = model.split("/")
        id, seed, chance = id_at(random, plan.at), random.getrandbits(32), random.random()
        began, ended = plan.at + 20, plan.at + 20 + int(random.expovariate(1 / 4000)) + 300
        width, height = _SIZES[session.ratio]
        status = "complete" if chance < 0.96 else "failed" if chance < 0.985 else "cancelled"
        image: str | None = None
        if status == "complete":
            image = id_at(random, ended)
            which = int(random.random() * _SHARED)
            size, hash = len(self.blobs[which]), self._hashes[which]
            self._rows["images"].append((
                image, owner, session.id, id, self._addresses[which], "image/png", 16, 16, size, hash, "made",
                ended, place_of(batch, position),
            ))  # fmt: skip
            session.images += 1
            session.bytes += size
            session.last_made += 1
            session.cover = (image, hash)
            if parent:
                self._rows["links"].append((id_at(random, ended), owner, parent, image, "vary", ended))
        session.generations += 1
        session.last_failed += status == "failed"
        ask = {
            "key": id, "model": name, "prompt": session.prompt, "ratio": session.ratio, "width": width,
            "height": height, "seed": seed, "negative": "", "options": {}, "references": [],
        }  # fmt: skip
        failed = status == "failed"
        self._rows["generations"].append((
            id, owner, batch, session.id, position, model, engine, status, 1.0 if image else 0.4, seed, width,
            height, "[]", "unavailable" if failed else None, "The engine did not answer." if failed else None,
            1, plan.at, began, ended, image, json(ask), "{}" if image else None,
        ))  # fmt: skip
        self._rows["spendings"].append((
            id_at(random, ended), owner, session.id, id, 1, engine, model, status, 0.0, "USD", "estimate",
            (ended - began) / 1000, ended,
        ))  # fmt: skip

    def _prompt(self, session: Standing, at: int) -> str:
        mark = identity(session.prompt)
        id = self.known.get(mark)
        if id is None:
            id = self.known[mark] = id_at(self.random, at)
            self._rows["prompts"].append((id, self.owner, mark, session.prompt, fold(session.prompt), at))
        use = self.uses.setdefault((session.id, id), [0, 0])
        use[0] += 1
        use[1] = at
        return id


def settings_of(session: Standing) -> dict[str, Any]:
    """The settings a session remembers of its last batch."""
    return {"models": session.models, "ratio": session.ratio, "images_per_model": 1, "options": {}}
