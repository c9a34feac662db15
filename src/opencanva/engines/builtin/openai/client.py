"""The official SDK, held to our limits: one call a picture, no retries of its own, failures of the contract."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from opencanva.engines.builtin.openai.sending import Request
from opencanva.engines.contract import Unavailable
from opencanva.engines.http import Wire
from opencanva.engines.statuses import codes_of, failure_of

try:
    import openai
    from openai import AsyncOpenAI, AsyncStream
    from openai.types import ImageEditStreamEvent, ImageGenStreamEvent, ImagesResponse
except ImportError:
    raise Unavailable("The package openai is missing. Install it: pip install 'opencanva[openai]'.") from None


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the way, or the final answer, as plain JSON."""

    value: dict[str, Any]
    final: bool


class Client:
    """Sends requests of the dialect through the SDK."""

    def __init__(self, wire: Wire, key: str) -> None:
        self._wire = wire
        # The SDK wants some key; hosts without one take any.
        self._sdk = AsyncOpenAI(
            api_key=key or "none", base_url=str(wire.base), http_client=wire.client, max_retries=0,
            timeout=wire.client.timeout,
        )  # fmt: skip

    async def send(self, request: Request) -> AsyncIterator[Part]:
        """Parts as they come, the final one last. Raises the contract's four."""
        call: dict[str, Any] = {"body": request.fields, "cast_to": ImagesResponse}
        if request.files:
            call |= {"files": request.files, "options": {"headers": {"Content-Type": "multipart/form-data"}}}
        with self._failing():
            if not request.streaming:
                answer = await self._sdk.post(request.path, **call)
                yield Part(self._plain(answer), True)
                return
            kind: Any = (
                AsyncStream[ImageEditStreamEvent] if request.files else AsyncStream[ImageGenStreamEvent]
            )
            stream = await self._sdk.post(request.path, **call, stream=True, stream_cls=kind)
            heard = False
            async with stream:
                async for event in stream:
                    value, heard = self._plain(event), True
                    yield Part(value, str(value.get("type", "")).endswith(".completed"))
            if not heard:
                raise self._strange()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        wire = self._wire
        try:
            with wire.failing():
                yield
        except openai.APIStatusError as error:
            headers: Mapping[str, str] = error.response.headers
            raise self._failure(error.status_code, headers, error.body) from None
        except openai.APIConnectionError as error:
            with wire.failing():
                raise (error.__cause__ or error) from None
        except openai.APIError as error:
            kind = codes_of(error.body)
            status = 500 if "server_error" in kind else 429 if "rate_limit" in kind else 400
            raise self._failure(status, {}, error.body or error.message) from None

    def _failure(self, status: int, headers: Mapping[str, str], body: Any) -> Exception:
        wire = self._wire
        return failure_of(wire.name, status, headers, body, wire.secrets, key=wire.key, address=wire.address)

    def _plain(self, answer: Any) -> dict[str, Any]:
        """What the SDK read, as JSON; hosts that answer with something else are out of order."""
        if not hasattr(answer, "model_dump"):
            raise self._strange()
        told: dict[str, Any] = answer.model_dump(mode="json", warnings=False)
        return told

    def _strange(self) -> Unavailable:
        wire = self._wire
        return Unavailable(
            f"{wire.name} answered with something that cannot be read. Is {wire.base} the right address?"
        )
