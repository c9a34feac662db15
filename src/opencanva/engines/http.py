"""HTTP to a host of images: limits of time and size, and every way to fail as one of the contract's four."""

from __future__ import annotations

import asyncio
import ipaddress
import json
import socket
import ssl
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any

import httpx2

from opencanva.engines.contract import EngineError, Misconfigured, Refused, Unavailable
from opencanva.engines.statuses import failure_of, read_body
from opencanva.engines.steps import MOST_BYTES

MOST_ANSWER = 2 * MOST_BYTES
"""Bytes of one answer; a picture in base64 is a third larger than itself."""
_MOST_FAILURE = 1 << 16
_MOST_HOPS = 4
_CARRYING = tuple(
    map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96"))
)
"""Networks whose addresses stand for IPv4 ones: NAT64, 6to4, Teredo, IPv4-compatible."""
_SPECIAL = ipaddress.IPv4Network("192.0.0.0/24")
"""Of the protocols themselves; some clouds answer there about the machine."""


@cache
def trusted() -> ssl.SSLContext:
    """The machine's certificates, read once: every client that reads them anew holds the loop for 30 ms."""
    return httpx2.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that is right, read to its end."""

    status: int
    headers: Mapping[str, str]
    data: bytes


class Wire:
    """One host. `secrets` are kept out of every word; `key` and `address` name the settings at fault.

    `timeout` is in seconds between two bytes of an answer, `most` in bytes for a whole one. Redirects
    are not followed: they would carry the key.
    `client` is for SDKs that want one; wrap what they do in `failing`. Raises Misconfigured for no address.
    """

    def __init__(
        self,
        name: str,
        base_url: str,
        headers: Mapping[str, str] | None = None,
        secrets: Collection[str] = (),
        *,
        key: str = "api_key",
        address: str = "base_url",
        timeout: float = 300.0,
        most: int = MOST_ANSWER,
    ) -> None:
        self.name, self.key, self.address, self.most = name, key, address, most
        self.secrets = [secret for secret in secrets if secret]
        self.base = _read_address(name, base_url, address)
        self._timeout = httpx2.Timeout(timeout, connect=10.0, write=60.0, pool=30.0)
        self.client = httpx2.AsyncClient(
            base_url=self.base,
            headers=dict(headers or {}),
            timeout=self._timeout,
            verify=trusted(),
            event_hooks={"response": [self._cap]},
        )

    async def call(self, method: str, path: str, **more: Any) -> Answer:
        """One request and its whole answer. Raises the contract's four."""
        async with self.stream(method, path, **more) as answer:
            return Answer(answer.status_code, answer.headers, await self._read(answer, self.most))

    async def ask(self, method: str, path: str, **more: Any) -> Any:
        """The JSON of an answer. Raises the contract's four."""
        answer = await self.call(method, path, **more)
        try:
            return json.loads(answer.data)
        except (ValueError, RecursionError):
            raise Unavailable(
                f"{self.name} answered with something else than JSON. Is {self.base} the right address?"
            ) from None

    @asynccontextmanager
    async def stream(self, method: str, path: str, **more: Any) -> AsyncIterator[httpx2.Response]:
        """One request whose answer is right and which the caller reads. Raises the contract's four."""
        with self.failing():
            async with self.client.stream(method, path, **more) as answer:
                if not answer.is_success:
                    raise self.failure(answer, await self._read(answer, _MOST_FAILURE, cut=True))
                yield answer

    async def picture(self, url: str) -> bytes:
        """The bytes at an address that the host gave, fetched at once: such addresses expire.

        Another machine than the host is asked without the key, and only if it is on the public internet.
        """
        here = self.base.join(url)
        with self.failing():
            for _ in range(_MOST_HOPS):
                if self._own(here):
                    request = self.client.build_request("GET", here)
                    found = await self._fetch(self.client, request)
                else:
                    alone = httpx2.AsyncClient(timeout=self._timeout, verify=trusted(), trust_env=False)
                    async with alone as stranger:
                        found = await self._fetch(stranger, await self._safely(stranger, here))
                if isinstance(found, bytes):
                    return found
                here = here.join(found)
        raise Refused(f"{self.name} sends from one address to the next and gives no picture. Retry.")

    def failure(self, answer: httpx2.Response, body: bytes) -> EngineError:
        """What an answer that is not right means for the person."""
        return failure_of(
            self.name, answer.status_code, answer.headers, read_body(body), self.secrets,
            key=self.key, address=self.address,
        )  # fmt: skip

    @contextmanager
    def failing(self) -> Iterator[None]:
        """Turns what the client raises into one of the contract's four; no word of a request gets into it."""
        try:
            yield
        except (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout):
            raise Unavailable(
                f"{self.name} cannot be reached at {self.base.host}. Is it running, and is the address right?",
                unpaid=True,
            ) from None
        except httpx2.TimeoutException:
            raise Unavailable(f"{self.name} did not answer in time. Try again later.") from None
        except (httpx2.HTTPError, httpx2.StreamError) as error:
            why = type(error).__name__
            raise Unavailable(f"The connection to {self.name} broke ({why}). Try again.") from None

    async def close(self) -> None:
        """Let go of the connections."""
        await self.client.aclose()

    async def _fetch(self, client: httpx2.AsyncClient, request: httpx2.Request) -> bytes | str:
        """The bytes, or the address that is meant instead."""
        answer = await client.send(request, stream=True)
        try:
            if answer.is_redirect and "location" in answer.headers:
                return answer.headers["location"]
            if answer.status_code in (401, 403, 404, 410):
                raise Refused(
                    f"{self.name} made the picture, but its address has expired. Retry to have it made anew."
                )
            if not answer.is_success:
                raise self.failure(answer, b"")
            return await self._read(answer, MOST_BYTES)
        finally:
            await answer.aclose()

    async def _read(self, answer: httpx2.Response, most: int, cut: bool = False) -> bytes:
        data = bytearray()
        async for part in answer.aiter_bytes():
            data += part
            if len(data) > most:
                if cut:
                    break
                raise Refused(f"{self.name} sent more than {most >> 20} MB; that is not taken.")
        return bytes(data[:most])

    async def _cap(self, answer: httpx2.Response) -> None:
        """Also what an SDK reads through `client` ends at the limit."""
        if isinstance(answer.stream, httpx2.AsyncByteStream):
            answer.stream = _Capped(answer.stream, self.name, self.most)

    def _own(self, url: httpx2.URL) -> bool:
        base = self.base
        return (url.scheme, url.host, _port(url)) == (base.scheme, base.host, _port(base))

    async def _safely(self, client: httpx2.AsyncClient, url: httpx2.URL) -> httpx2.Request:
        """A request to one checked address of the name, so that it cannot turn into another one meanwhile."""
        if url.scheme not in ("http", "https") or not url.host:
            raise Refused(f"{self.name} gave an address of the picture that is none.")
        try:
            found = await asyncio.get_running_loop().getaddrinfo(
                url.host, _port(url), type=socket.SOCK_STREAM
            )
        except OSError:
            raise Unavailable(
                f"The address {url.host}, where {self.name} put the picture, is not known."
            ) from None
        numbers = [str(one[4][0]) for one in found]
        if not numbers or not all(_public(number) for number in numbers):
            raise Refused(
                f"{self.name} put the picture at {url.host}, which is inside a private network; "
                "such addresses are not opened."
            )
        pinned = url.copy_with(host=numbers[0])
        return client.build_request(
            "GET", pinned, headers={"Host": url.netloc.decode()}, extensions={"sni_hostname": url.host}
        )


class _Capped(httpx2.AsyncByteStream):
    """A stream that breaks off when it is larger than any picture."""

    def __init__(self, stream: httpx2.AsyncByteStream, name: str, most: int) -> None:
        self._stream, self._name, self._most = stream, name, most

    async def __aiter__(self) -> AsyncIterator[bytes]:
        size = 0
        async for part in self._stream:
            size += len(part)
            if size > self._most:
                raise Refused(f"{self._name} sent more than {self._most >> 20} MB; that is not taken.")
            yield part

    async def aclose(self) -> None:
        await self._stream.aclose()


def _read_address(name: str, address: str, setting: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address.strip())
    except httpx2.InvalidURL:
        url = httpx2.URL("")
    if url.scheme not in ("http", "https") or not url.host:
        raise Misconfigured(f"The address of {name} must begin with http:// or https://.", setting)
    if url.userinfo:
        raise Misconfigured(
            f"The address of {name} holds a name or password, which everybody could read. Take it out; "
            "a key has a field of its own.",
            setting,
        )
    # What is joined to an address goes below its last part only behind a slash.
    return url if url.path.endswith("/") else url.copy_with(path=f"{url.path}/")


def _port(url: httpx2.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _public(number: str) -> bool:
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.is_site_local or any(address in net for net in _CARRYING):
            return False  # what is carried inside may be any address
        address = address.ipv4_mapped or address
    return address.is_global and not address.is_multicast and address not in _SPECIAL
