"""What the commands do: start the parts and stop them well, bring the schema up, look at everything."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import shutil
import signal
import socket
import sys
import threading
import webbrowser
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import uvloop

from opencanva.settings import Settings

log = logging.getLogger("opencanva")


class CannotStart(Exception):
    """Something that a person must mend first; the message says what."""


def run(settings: Settings, environ: Mapping[str, str], part: str) -> int:
    """Start the parts and serve until SIGINT or SIGTERM; 0 after a clean stop.

    Raises CannotStart, and the Meanings of `open_house`.
    """
    _log(settings)
    if part != "all" and settings.database_url.startswith("sqlite"):
        raise CannotStart(
            "Separate parts need PostgreSQL, because SQLite serves one process. "
            "Set OPENCANVA_DATABASE=postgresql://…, or start everything with `opencanva run`."
        )
    bound = None
    if part != "worker":
        from opencanva.api.server import CannotListen, bind

        try:
            bound = bind(settings.host, settings.port)
        except CannotListen as error:
            raise CannotStart(str(error)) from error
    return uvloop.run(_run(settings, environ, part, bound))


async def _run(settings: Settings, environ: Mapping[str, str], part: str, bound: socket.socket | None) -> int:
    from opencanva.core.db import DriverError
    from opencanva.house import open_house

    try:
        house = await open_house(settings, environ)
    except (ValueError, OSError) as error:
        raise CannotStart(f"Open Canva cannot start: {error}") from error
    except DriverError as error:
        await asyncio.sleep(0.2)  # the driver's thread says goodbye to a loop that still runs
        raise CannotStart(
            f"Open Canva cannot start: its database cannot be used ({error.orig}). Check that "
            f"{settings.home} may be written, and OPENCANVA_DATABASE if you set it."
        ) from error
    tasks: list[asyncio.Task[None]] = []
    try:
        if part != "api":
            tasks.append(asyncio.create_task(house.work_off(), name="worker"))
        if bound is not None:
            from opencanva.api.app import create_app
            from opencanva.api.deps import Ground
            from opencanva.api.server import Server

            parts = (house.works, house.blobs, house.engines, house.hub)
            ground = Ground(*parts, house.owner.id, house.vault, settings.trash_days)
            server = Server(
                create_app(ground), bound, on_stop=house.hub.close, on_start=lambda at: _greet(settings, at)
            )
            tasks.append(asyncio.create_task(server.serve(), name="api"))
        else:
            print("Open Canva's worker is running (Ctrl-C stops it)", flush=True)
            tasks.append(asyncio.create_task(_until_told(), name="signals"))
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await house.close()
    return 0


async def _until_told() -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, told.set)
    await told.wait()


def _greet(settings: Settings, address: str) -> None:
    print(f"Open Canva is at {address} (Ctrl-C stops it)", flush=True)
    if settings.open_browser:
        threading.Thread(target=_open, args=(address,), daemon=True).start()


def _open(address: str) -> None:
    with contextlib.suppress(webbrowser.Error, OSError):
        webbrowser.open(address)


def _log(settings: Settings) -> None:
    logging.basicConfig(
        level=settings.log_level.upper(),
        stream=sys.stderr,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
    )
    for chatty in ("asyncio", "alembic", "httpx2", "pyvips", "PIL", "pgqueuer"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def migrate(settings: Settings) -> int:
    """Bring the schema up to this version's. Raises NewerDatabase."""

    async def bring() -> bool:
        from opencanva.core.db import Database
        from opencanva.migrations import bring_up

        database = Database.open(settings.database_url)
        try:
            return await bring_up(database)
        finally:
            await database.close()

    done = asyncio.run(bring())
    print("The database is at this version now." if done else "The database was at this version already.")
    return 0


def doctor(settings: Settings, environ: Mapping[str, str]) -> int:
    """Look at everything; prints a line each and returns 1 when something is wrong."""
    lines = asyncio.run(_look(settings, environ))
    for well, words in lines:
        print(("ok    " if well else "WRONG ") + words)
    return 0 if all(well for well, _ in lines) else 1


def models(settings: Settings, act: str, name: str, yes: bool) -> int:
    """List, fetch or remove models in the data folder; 0 when it is as asked, else 1. `yes` asks nothing."""
    from opencanva.engines.local_models import dialogue

    folder = settings.home / "models"

    def ask(question: str) -> str:
        try:
            return "yes" if yes else input(question)
        except (EOFError, KeyboardInterrupt):
            return ""

    if act == "list":
        return dialogue.show_list(folder, print)
    if act == "remove":
        return dialogue.remove_one(name, folder, print, ask)
    return dialogue.fetch_one(name, folder, print, ask, dialogue.show_progress)


async def _look(settings: Settings, environ: Mapping[str, str]) -> list[tuple[bool, str]]:
    from opencanva.blobs import Blobs
    from opencanva.core.db import Database
    from opencanva.core.secrets import Vault
    from opencanva.engines.catalog import Catalog, read_environment
    from opencanva.kit.errors import Meaning
    from opencanva.migrations import current, known
    from opencanva.rooms.engines import following

    lines = [_folder(settings.home)]
    engines = Catalog.discover(partial(read_environment, environ))
    database = None
    try:
        database = Database.open(settings.database_url)
        async with database.read() as db:
            at = await current(db)
        newest = known()[-1]
        words = "empty; the first start makes its tables" if at is None else f"revision {at}"
        lines.append((at in (None, *known()), f"database: {words} (this version's is {newest})"))
        if at == newest:  # an older one has no place for what is asked of it; the first start brings it up
            secret = settings.secret.get_secret_value() if settings.secret else None
            vault = Vault(settings.home / "secret.key", secret)
            engines.follow(partial(following.follow, database, vault))
    except Exception as error:
        lines.append((False, f"database: {type(error).__name__}: {error}"))
    try:
        blobs = Blobs.open(settings.blobs_url)
        await blobs.put_derived("previews/doctor", b"doctor")
        await blobs.drop_derived("previews/doctor")
        lines.append((True, "blobs: can be written and deleted"))
    except Meaning as error:
        lines.append((False, f"blobs: {error.words}"))
    except Exception as error:
        lines.append((False, f"blobs: {type(error).__name__}: {error}"))
    for engine in await engines.engines():
        wrong = engine.state not in ("ready", "hidden")
        stands = f"{engine.models} model(s)" if engine.state == "ready" else engine.state
        lines.append((not wrong, f"engine {engine.id}: {stands}{f': {engine.reason}' if wrong else ''}"))
    await engines.close()
    if database is not None:
        await database.close()
    web = Path(__file__).parent / "_web" / "index.html"
    lines.append((web.exists(), "web app: built" if web.exists() else "web app: not built; use `make run`"))
    return lines


def _folder(home: Path) -> tuple[bool, str]:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return False, f"data folder {home}: {error.strerror}"
    free = shutil.disk_usage(home).free / 1e9
    well = os.access(home, os.W_OK) and free > 1
    return well, f"data folder {home}: {free:.1f} GB free"
