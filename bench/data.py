"""Makes the data once per seed and size and keeps it: rows in a database, tiny blobs, and what to ask for."""

from __future__ import annotations

import hashlib
import shutil
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

import orjson
from fractional_indexing import generate_n_keys_between

from bench.ids import id_at
from bench.plan import START, FolderPlan, Size, plan_batches, plan_folders, plan_sizes
from bench.rows import Maker, Standing, settings_of
from bench.sinks import Row, Sink, columns, json, open_sink
from bench.words import name_folder
from opencanva.blobs import Blobs
from opencanva.kit.text import title_from
from opencanva.migrations import known

HERE = Path(__file__).parent
STEP = 10_000
_FOLDERS = columns("id owner_id parent_id order_key name created_at")
_SESSIONS = columns("id owner_id folder_id order_key name named_by created_at modified_at opened_at")
_COUNTS = columns(
    "name settings cover_image_id cover_thumbhash batches generations images bytes unseen failed "
    "modified_at opened_at"
)
_EVENTS = 200


@dataclass(frozen=True, slots=True)
class Facts:
    """What the data holds and what the runner asks for."""

    generations: int
    batches: int
    images: int
    sessions: int
    folders: int
    prompts: int
    seconds: float
    largest: str
    """The session with 10,000 generations."""
    deep: str
    """A batch of it with nine tenths of its batches newer."""
    some_images: list[str]


async def prepare(seed: int, size: Size, database: str | None = None) -> tuple[Path, Facts]:
    """The folder with the data, made now unless it is there; with `database`, the rows go there."""
    home = HERE / "data" / f"{seed}-{size.generations}"
    facts = home / "facts.json"
    mark = _mark(database)
    if facts.exists():
        kept = orjson.loads(facts.read_bytes())
        if kept.pop("mark") == mark:
            return home, Facts(**kept)
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    made = await _make(seed, size, database or f"sqlite:///{home}/opencanva.db", home)
    facts.write_bytes(orjson.dumps(asdict(made) | {"mark": mark}))
    return home, made


def _mark(database: str | None) -> str:
    """Changes with the maker, the schema, and the place of the rows: old data is then made anew."""
    names = ("words", "pictures", "plan", "ids", "rows", "data", "sinks")
    code = b"".join((HERE / f"{name}.py").read_bytes() for name in names)
    return hashlib.sha256(code + f"{known()[-1]} {database or ''}".encode()).hexdigest()


async def _make(seed: int, size: Size, url: str, home: Path) -> Facts:
    began, random = time.perf_counter(), Random(seed)
    sink = await open_sink(url)
    owner = id_at(random, START)
    await sink.add("people", ["id", "name", "created_at"], [(owner, "You", START)])
    folders = await _add_folders(random, owner, plan_folders(random, size), sink)
    sizes = plan_sizes(random, size)
    begun, plans = plan_batches(random, sizes)
    sessions = await _add_sessions(random, owner, begun, folders, sink)
    maker = Maker(random, owner, sessions)
    for at in range(0, len(plans), STEP):
        await maker.pour(plans[at : at + STEP], sink)
    uses = [(session, prompt, count, at) for (session, prompt), (count, at) in maker.uses.items()]
    await sink.add("prompt_uses", ["session_id", "prompt_id", "count", "last_at"], uses)
    lines = [_count(random, session, begin) for session, begin in zip(sessions, begun, strict=True)]
    await sink.change("sessions", _COUNTS, lines)
    told = [
        (owner, number, "DraftSaved", json({"session_id": None, "draft": {}, "client": None}), plans[-1].at)
        for number in range(1, _EVENTS + 1)
    ]
    await sink.add("events", ["owner_id", "number", "kind", "payload", "at"], told)
    await sink.add("counters", ["owner_id", "events", "pruned"], [(owner, _EVENTS, 0)])
    await sink.finish()
    blobs = Blobs.open(f"file://{home}/blobs")
    for blob in maker.blobs:
        await blobs.put(blob)
    return Facts(
        generations=sum(sizes),
        batches=len(plans),
        images=sum(session.images for session in sessions),
        sessions=len(sessions),
        folders=len(folders),
        prompts=len(maker.known),
        seconds=round(time.perf_counter() - began, 1),
        largest=sessions[0].id,
        deep=maker.batches_of_first[len(maker.batches_of_first) // 10],
        some_images=random.sample([s.cover[0] for s in sessions if s.cover], min(2000, len(sessions) // 2)),
    )


async def _add_folders(random: Random, owner: str, plans: list[FolderPlan], sink: Sink) -> list[str]:
    ids = [id_at(random, START + number) for number in range(len(plans))]
    inside: dict[int | None, list[int]] = {}
    for number, plan in enumerate(plans):
        inside.setdefault(plan.parent, []).append(number)
    rows: dict[int, Row] = {}
    for parent, numbers in inside.items():
        for number, key in zip(numbers, generate_n_keys_between(None, None, len(numbers)), strict=True):
            above = None if parent is None else ids[parent]
            rows[number] = (ids[number], owner, above, key, name_folder(random), START + number)
    await sink.add("folders", _FOLDERS, [rows[number] for number in range(len(plans))])
    return ids


async def _add_sessions(
    random: Random, owner: str, begun: list[int], folders: list[str], sink: Sink
) -> list[Standing]:
    made = [Standing(id_at(random, at)) for at in begun]
    inside: dict[str | None, list[int]] = {}
    for number in range(len(made)):
        where = random.choice(folders) if random.random() < 0.8 else None
        inside.setdefault(where, []).append(number)
    rows: list[Row] = []
    for folder, numbers in inside.items():
        numbers.sort(key=lambda number: begun[number], reverse=True)  # new sessions come first
        for number, key in zip(numbers, generate_n_keys_between(None, None, len(numbers)), strict=True):
            at = begun[number]
            rows.append((made[number].id, owner, folder, key, "New session", "prompt", at, at, at))
    rows.sort()
    await sink.add("sessions", _SESSIONS, rows)
    return made


def _count(random: Random, session: Standing, begun: int) -> Row:
    """The counts of a session; one in twenty has not been looked at since its last batch."""
    away = random.random() < 0.05 and session.batches > 0
    last = max(session.last_at, begun)
    cover, hash = session.cover or (None, None)
    return (
        title_from(session.prompt) or "New session", json(settings_of(session)), cover, hash,
        session.batches, session.generations, session.images, session.bytes,
        session.last_made if away else 0, session.last_failed if away else 0,
        last, last - 1 if away else last + 1000, session.id,
    )  # fmt: skip
