"""Signals wake the readers of a live stream; they carry ids and small passing facts, never the truth."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any, Protocol

import orjson
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

Passing = dict[str, Any]
"""A message that may be lost: progress, the news of a preview. At most 7,000 bytes as JSON."""


class Reader:
    """One live stream: wakes when its owner has news, and collects passing messages meanwhile."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.passing: list[Passing] = []
        self.ended = False
        self._news = asyncio.Event()

    def wake(self, passing: Passing | None = None) -> None:
        """Tell the reader; past 256 waiting messages the oldest passing ones are dropped."""
        if passing is not None:
            self.passing.append(passing)
            del self.passing[:-256]
        self._news.set()

    def end(self) -> None:
        """Make the stream finish."""
        self.ended = True
        self._news.set()

    async def wait(self, seconds: float) -> bool:
        """Wait for news at most so many seconds; False when nothing came."""
        try:
            await asyncio.wait_for(self._news.wait(), seconds)
        except TimeoutError:
            return False
        self._news.clear()
        return True

    def take(self) -> list[Passing]:
        """The passing messages since the last call."""
        taken, self.passing = self.passing, []
        return taken


class Hub:
    """All readers of this process."""

    def __init__(self) -> None:
        self._readers: dict[str, set[Reader]] = defaultdict(set)
        self.closed = False

    def join(self, owner: str) -> Reader:
        """A new reader of the owner's news."""
        reader = Reader(owner)
        if self.closed:
            reader.end()
        self._readers[owner].add(reader)
        return reader

    def leave(self, reader: Reader) -> None:
        """Forget a reader."""
        self._readers[reader.owner].discard(reader)

    def wake(self, owner: str, passing: Passing | None = None) -> None:
        """Wake the owner's readers."""
        for reader in self._readers.get(owner, ()):
            reader.wake(passing)

    def wake_all(self) -> None:
        """Wake everybody, after news may have been missed."""
        for owner in list(self._readers):
            self.wake(owner)

    def close(self) -> None:
        """End every stream, so that the server can stop."""
        self.closed = True
        for readers in self._readers.values():
            for reader in readers:
                reader.end()


class Signals(Protocol):
    """How news travels from the process that wrote to the processes that tell."""

    async def stage(self, db: AsyncConnection, owner: str) -> None:
        """Inside the transaction: announce that the owner has new events."""
        ...

    def release(self, owner: str) -> None:
        """After commit: the same, for signals that know no transactions."""
        ...

    async def pass_on(self, owner: str, message: Passing) -> None:
        """Send a message that may be lost."""
        ...

    async def start(self) -> None:
        """Begin to listen."""
        ...

    async def stop(self) -> None:
        """Stop listening."""
        ...


class NearSignals:
    """Within one process: straight to the hub."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def stage(self, db: AsyncConnection, owner: str) -> None:
        """Nothing to do before commit."""

    def release(self, owner: str) -> None:
        """Wake the readers."""
        self.hub.wake(owner)

    async def pass_on(self, owner: str, message: Passing) -> None:
        """Hand the message to the readers."""
        self.hub.wake(owner, message)

    async def start(self) -> None:
        """Nothing to start."""

    async def stop(self) -> None:
        """Nothing to stop."""


class FarSignals:
    """Between processes: PostgreSQL's LISTEN and NOTIFY on a connection of its own.

    `address` is a plain postgresql:// address; behind pgbouncer it must be the direct one.
    """

    CHANNEL = "opencanva_news"

    def __init__(self, hub: Hub, address: str) -> None:
        self.hub = hub
        self.address = address
        self._task: asyncio.Task[None] | None = None
        self._connection: Any = None

    async def stage(self, db: AsyncConnection, owner: str) -> None:
        """NOTIFY within the transaction: it is delivered if and when that commits."""
        await db.execute(
            text("select pg_notify(:channel, :body)"),
            {"channel": self.CHANNEL, "body": orjson.dumps({"owner": owner}).decode()},
        )

    def release(self, owner: str) -> None:
        """Nothing to do: the commit has announced it."""

    async def pass_on(self, owner: str, message: Passing) -> None:
        """NOTIFY with the message inside; dropped when the connection is away or the message too large."""
        body = orjson.dumps({"owner": owner, "passing": message}).decode()
        connection = self._connection
        if connection is None or connection.is_closed() or len(body) > 7000:
            return
        try:
            await connection.execute("select pg_notify($1, $2)", self.CHANNEL, body)
        except OSError:
            return
        except (
            Exception
        ) as error:  # asyncpg raises many kinds for "busy" or "gone"; a lost message is allowed
            if "asyncpg" not in type(error).__module__:
                raise

    async def start(self) -> None:
        """Connect and listen; reconnects by itself, waking everybody after a gap."""
        await self._connect()
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Stop listening and close the connection."""
        if self._task is not None:
            self._task.cancel()
        if self._connection is not None and not self._connection.is_closed():
            await self._connection.close()

    async def _connect(self) -> None:
        import asyncpg

        self._connection = await asyncpg.connect(self.address)
        await self._connection.add_listener(self.CHANNEL, self._heard)

    def _heard(self, _connection: object, _pid: int, _channel: str, body: str) -> None:
        news = orjson.loads(body)
        self.hub.wake(news["owner"], news.get("passing"))

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(1)
            if not self._connection.is_closed():
                continue
            try:
                await self._connect()
            except Exception:  # noqa: S112  the next second tries again
                continue
            self.hub.wake_all()
