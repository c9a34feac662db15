"""kill -9 while every host is at work: what was submitted is fetched or given up, and never paid for twice."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.contract import (
    wire_a1111,
    wire_bfl,
    wire_comfyui,
    wire_fal,
    wire_gemini,
    wire_openai,
    wire_openrouter,
    wire_replicate,
)
from tests.contract.wire import KEY, WireServer
from tests.contract.wire_queue import Job
from tests.e2e.program import Program

QUEUES = {
    "fal": (wire_fal.host, "", "fal-ai/flux/dev"),
    "bfl": (wire_bfl.host, "/v1", "flux-pro-1.1"),
    "replicate": (wire_replicate.host, "/v1", "maker/fast-one"),
}


@dataclass
class Case:
    """An engine in the middle of a picture: how often it was paid for, and how the picture ends after the kill."""

    model: str
    prompt: str
    environ: dict[str, str]
    submits: Callable[[], int]
    go_on: Callable[[], object]
    under_way: Callable[[], bool] = lambda: True
    ends: str = "complete"


def posts(server: WireServer) -> Callable[[], int]:
    """How many pictures a server was asked for."""
    return lambda: sum(one.method == "POST" for one in list(server.asked))


@pytest.fixture
def cases() -> Iterator[list[Case]]:
    """Every engine of the network, each with its server; a picture of it ends only when it is told to go on."""
    with ExitStack() as open_servers:
        begin = open_servers.enter_context
        told: list[Case] = []
        for id, (host, base, model) in QUEUES.items():
            server = begin(host())
            jobs = server.queue.jobs  # type: ignore[attr-defined]
            environ = {"BASE_URL": server.url + base, "API_KEY": KEY}
            told.append(Case(f"{id}/{model}", "a boat [endless]", environ, posts(server), *_hands_on(jobs)))
        comfy = begin(wire_comfyui.host())
        told.append(
            Case(
                "comfyui/dream-shaper",
                "a boat [long]",
                {"BASE_URL": comfy.url, "TOKEN": KEY},
                lambda: len(comfy.jobs),
                lambda: [job.update(text="a boat") for job in comfy.jobs.values()],
                lambda: all(job["looks"] for job in list(comfy.jobs.values())),
            )
        )
        server, routes = begin(wire_openai.images())
        routes.answers_urls, server.holding = True, "/files/"
        told.append(
            Case(
                "openai/gpt-image-2",
                "a boat",
                {"BASE_URL": f"{server.url}/v1", "API_KEY": KEY, "HOST": "xai"},
                posts(server),
                server.held.set,
                lambda server=server: any(one.path.startswith("/files/") for one in list(server.asked)),
            )
        )
        for id, model, host_of, base in (
            ("gemini", "gemini-2.5-flash-image", wire_gemini.google, ""),
            ("openrouter", "google/gemini-image", wire_openrouter.router, "/api/v1"),
        ):
            one = begin(host_of())
            environ = {"BASE_URL": one.url + base, "API_KEY": KEY}
            told.append(
                Case(f"{id}/{model}", "a boat [held]", environ, posts(one), one.held.set, ends="interrupted")
            )
        web = begin(wire_a1111.host())
        program = web.program  # type: ignore[attr-defined]
        told.append(
            Case(
                "a1111/paint.safetensors",
                "a boat [long]",
                {"BASE_URL": web.url, "USER": "me", "PASSWORD": KEY},
                lambda: program.begun,
                program.stop.set,
            )
        )
        yield told
        for case in told:
            case.go_on()


def _hands_on(jobs: dict[str, Job]) -> tuple[Callable[[], object], Callable[[], bool]]:
    """Lets the jobs of a host end; whether they were looked at, and so their handles are kept."""
    return (
        lambda: [job.faults.clear() for job in jobs.values()],
        lambda: all(job.looks for job in list(jobs.values())),
    )


def test_no_engine_is_paid_twice_for_what_a_kill_cut_off(tmp_path: Path, cases: list[Case]) -> None:
    environ = {
        f"OPENCANVA_ENGINE_{case.model.partition('/')[0].upper()}_{name}": value
        for case in cases
        for name, value in case.environ.items()
    }
    first = Program(tmp_path / "home", **environ).start()
    second = None
    try:
        known = [one["id"] for one in first.call("GET", "/models")]
        made = {}
        for case in cases:
            model = next(id for id in known if id.startswith(case.model))
            made[case.model] = first.generate(case.prompt, model)["id"]
        deadline = time.monotonic() + 20
        while not all(case.submits() and case.under_way() for case in cases):
            assert time.monotonic() < deadline, {case.model: case.submits() for case in cases}
            time.sleep(0.02)
        first.kill()
        second = Program(tmp_path / "home", **environ)
        for case in cases:
            case.go_on()
        second.start()
        ended = {}
        for case in cases:
            (one,) = second.finished(made[case.model], 30)["generations"]
            ended[case.model] = (one["status"], one["problem"] and one["problem"]["code"])
        submits = {case.model: case.submits() for case in cases}
        wanted = {
            case.model: (case.ends, "interrupted" if case.ends == "interrupted" else None) for case in cases
        }
        assert ended == wanted
        # A WebUI costs nothing and keeps no jobs, so it is asked again; whoever is paid is asked once.
        assert submits == {case.model: 2 if case.model.startswith("a1111") else 1 for case in cases}
    finally:
        for program in (first, second):
            if program is not None and program.process is not None and program.process.poll() is None:
                program.kill()
