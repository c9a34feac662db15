"""A chat model as OpenAI's chat API and Ollama's imitation of it speak: parts of an answer as events."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.contract.wire import KEY, Asked, Reply, WireServer, as_events, as_json, fault
from tests.contract.wire import serving as listening

MODEL = "llama3.2"
WRITTEN = ["A lighthouse", " in a storm", ", dramatic light"]


def _chunk(delta: dict[str, object], finish: str | None = None) -> dict[str, object]:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return {"id": "c", "object": "chat.completion.chunk", "created": 1, "model": MODEL, "choices": [choice]}


def answer(asked: Asked) -> Reply:
    """What the host says."""
    if asked.headers.get("authorization") != f"Bearer {KEY}":
        return as_json({"error": {"message": f"Incorrect API key: {KEY}", "code": "invalid_api_key"}}, 401)
    if asked.path != "/v1/chat/completions":
        return as_json({"error": {"message": "not found"}}, 404)
    if asked.fields["model"] != MODEL:
        return as_json({"error": {"message": f"model '{asked.fields['model']}' not found"}}, 404)
    faults = asked.faults
    if "status" in faults:
        return as_json({"error": {"message": f"status for {KEY}"}}, int(faults["status"]))
    if (wrong := fault(asked)) is not None:
        return wrong
    parts = list(WRITTEN)
    if "think" in faults:
        parts = ["<th", "ink>They want a", " lighthouse.</think>\n\n", *parts]
    if "silent" in faults:
        parts = []
    if "endless" in faults:
        parts = ["word " * 1000] * 30
    events: list[tuple[str, object]] = [("", _chunk({"role": "assistant", "content": ""}))]
    events += [("", _chunk({"content": part})) for part in parts]
    if "refuse" in faults:
        events.append(("", _chunk({"refusal": "I cannot help with that."})))
    if "late" in faults:
        events.append(("", {"error": {"message": "out of memory"}}))
    if "cut" in faults:
        return as_events(events, drop=True)
    events.append(("", _chunk({}, "stop")))
    reply = as_events(events)
    assert not isinstance(reply.body, bytes)
    return Reply(200, [*reply.body, b"data: [DONE]\n\n"], reply.headers)


@contextmanager
def chat() -> Iterator[WireServer]:
    """The running host."""
    with listening(answer) as server:
        yield server
