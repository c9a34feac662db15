"""Rules about the lineage as people see it: the graph of a session, the way to a picture, ghosts."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from opencanva.core.work import Work
from opencanva.kit.ids import known_shape
from opencanva.rooms.batches import descent_store as store
from opencanva.rooms.batches.descent_types import Graph, Node, Path, PathStep, Tie
from opencanva.rooms.images import service as images
from opencanva.rooms.images.types import Image
from opencanva.rooms.lineage import service as lineage
from opencanva.rooms.lineage.types import Ghost, Kind, Link
from opencanva.rooms.sessions import service as sessions

MOST_NODES = 5_000
LONGEST_PROMPT = 300
_AT_ONCE = 2_000


async def graph(work: Work, session_id: str) -> Graph:
    """The newest linked pictures of a session and what they grew out of, wherever that lies. Raises NotFound."""
    await sessions.get(work, known_shape(session_id, "session"))
    standing: dict[str, bool | None] = dict(await images.lineup(work, session_id))
    standing |= dict.fromkeys(await lineage.ghosts_of(work, session_id))
    own = sorted(standing, reverse=True)
    shown: set[str] = set()
    links: list[list[Link]] = []
    more, seen = False, 0
    while seen < len(own) and not more:
        part = own[seen : seen + _AT_ONCE]
        above: dict[str, list[Link]] = {}
        for link in await lineage.parents_of(work, part):
            above.setdefault(link.child_image_id, []).append(link)
        for id in part:
            found = above.get(id, [])
            fresh = {id, *(link.parent_image_id for link in found)} - shown if found else set()
            if len(shown) + len(fresh) > MOST_NODES:
                more = True
                break
            shown |= fresh
            links.append(found)
            seen += 1
    nodes = await _nodes(work, shown)
    alone = sum(1 for id in own[:seen] if standing[id] is False and id not in shown)
    ties = [
        Tie(link.parent_image_id, link.child_image_id, link.kind)
        for found in reversed(links)
        for link in found
        if link.parent_image_id in nodes and link.child_image_id in nodes
    ]
    return Graph([nodes[id] for id in sorted(nodes)], ties, alone, more)


async def path(work: Work, image_id: str) -> Path:
    """How a picture came about, from the first one on. Raises NotFound."""
    image = await images.get(work, image_id)
    above: dict[str, list[Link]] = {}
    for link in await lineage.ancestors(work, image.id):
        above.setdefault(link.child_image_id, []).append(link)
    way = _way(image.id, above)
    beside = {link.parent_image_id for found in above.values() for link in found} - {id for id, _ in way}
    nodes = await _nodes(work, [id for id, _ in way])
    steps = [PathStep(nodes[id], kind) for id, kind in way if id in nodes]
    return Path([PathStep(steps[0].node, None), *steps[1:]], len(beside))


async def remember(work: Work, session_ids: Sequence[str], going: Sequence[Image]) -> None:
    """Before images, and all of sessions, are deleted for ever: keep ghosts of what the lineage needs."""
    linked = await lineage.linked(work, [image.id for image in going])
    await _haunt(work, [image for image in going if image.id in linked], settled=True)
    if session_ids:
        inside = await images.ids_of_sessions(work, session_ids)
        kept = await lineage.let_go(work, inside, session_ids)
        await _haunt(work, list((await images.several(work, kept)).values()), settled=False)


async def _haunt(work: Work, going: Sequence[Image], *, settled: bool) -> None:
    """Ghosts of these images; `settled` ones keep the session and batch that they lay in."""
    ghosts = [
        Ghost(
            node.id,
            node.session_id if settled else None,
            node.batch_id if settled else None,
            node.generation_id if settled else None,
            node.model,
            node.prompt,
            node.thumbhash,
            node.width,
            node.height,
            node.at,
        )
        for node in await _living(work, going)
    ]
    await lineage.remember(work, ghosts)


def _way(image_id: str, above: dict[str, list[Link]]) -> list[tuple[str, Kind | None]]:
    """The line of main parents up from an image, oldest first, and how each grew out of the one before."""
    way: list[tuple[str, Kind | None]] = []
    id, seen = image_id, {image_id}
    while True:
        link = lineage.main_parent(above.get(id, []))
        if link is None or link.parent_image_id in seen:
            return [(id, None), *reversed(way)]
        way.append((id, link.kind))
        id = link.parent_image_id
        seen.add(id)


async def _nodes(work: Work, ids: Collection[str]) -> dict[str, Node]:
    known = await images.several(work, ids)
    nodes = {node.id: node for node in await _living(work, list(known.values()))}
    for ghost in (await lineage.ghosts(work, [id for id in ids if id not in known])).values():
        nodes[ghost.image_id] = Node(
            ghost.image_id, True, None, ghost.session_id, ghost.batch_id, ghost.generation_id, ghost.model,
            ghost.prompt, ghost.thumbhash, ghost.width, ghost.height, ghost.made_at,
        )  # fmt: skip
    return nodes


async def _living(work: Work, found: Sequence[Image]) -> list[Node]:
    ids = [image.generation_id for image in found if image.generation_id is not None]
    made = await store.made(work.db, work.actor.owner, ids, LONGEST_PROMPT) if ids else {}
    nodes = []
    for image in found:
        how = made.get(image.generation_id or "")
        told: tuple[str | None, str | None, str | None, str] = (None, None, None, "")
        if how:
            told = (how.batch_id, image.generation_id, how.model, how.prompt)
        batch_id, generation_id, model, prompt = told
        nodes.append(
            Node(
                image.id,
                False,
                image,
                image.session_id,
                batch_id,
                generation_id,
                model,
                prompt,
                image.thumbhash,
                image.width,
                image.height,
                image.created_at,
            )
        )
    return nodes
