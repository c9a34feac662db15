"""The HTTP application: rooms' routes, the live stream, the web app, and the gate before them."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI

from opencanva import __version__
from opencanva.api import (
    assist,
    batches,
    compare,
    downloads,
    engine_settings,
    engines,
    files,
    history,
    licences,
    lineage,
    live,
    organise,
    problems,
    prompts,
    references,
    replays,
    reuse,
    sessions,
    spa,
)
from opencanva.api.deps import PREFIX, Ground
from opencanva.api.security import Gate


def create_app(ground: Ground | None, hosts: tuple[str, ...] = ()) -> FastAPI:
    """The application over an open house; without one it can only be described."""
    app = FastAPI(
        title="Open Canva",
        version=__version__,
        description="Sessions, batches, generations and images. Times are milliseconds since 1970 UTC.",
        openapi_url=f"{PREFIX}/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry={"tracing": False},
        redirect_slashes=False,
    )
    app.state.ground = ground
    for part in (
        sessions, organise, batches, history, files, references, lineage, replays, reuse,
        prompts, compare, downloads, assist, engines, engine_settings, licences, live,
    ):  # fmt: skip
        app.router.routes.extend(part.router.routes)

    @app.get(f"{PREFIX}/livez", tags=["live"], summary="Is the server up?")
    async def livez() -> dict[str, str]:
        """Answers as soon as requests are answered at all."""
        return {"status": "ok", "version": __version__}

    problems.install(app)
    spa.install(app)
    describe_plainly = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = problems.document(describe_plainly())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
    app.add_middleware(Gate, hosts=hosts, uploads=(f"{PREFIX}/images", "/references/files"))
    return app


def describe() -> dict[str, Any]:
    """The OpenAPI description."""
    return create_app(None).openapi()
