"""An engine that does what it is told, for trying the house: scripted latency, previews, failures, payment.

Words in square brackets in the prompt are its script, `[word]`, `[word:value]`, or `[word:value:model]`:
latency, previews, notice, raise, leak, hang, refuse, limited, unavailable, garbage, empty, truncated, huge,
wrong, nothing, expired. `[refuse:quick]` holds for that model only.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import zlib
from collections import Counter
from collections.abc import AsyncIterator
from typing import Any, ClassVar

from pydantic import Field, SecretStr

from opencanva.engines.contract import (
    RATIOS,
    Ask,
    EngineConfig,
    Limited,
    Memo,
    Misconfigured,
    Model,
    ModelOptions,
    Notice,
    Output,
    Preview,
    Price,
    Progress,
    Refused,
    Role,
    Step,
    Unavailable,
)

SIZES = dict(
    zip(
        RATIOS,
        [(256, 256), (256, 192), (192, 256), (256, 144), (144, 256), (176, 264), (264, 176)],
        strict=True,
    )
)
_WORD = re.compile(r"\[([a-z]+)(?::([^\]:]*))?(?::([^\]]*))?\]")
_NUMBER = re.compile(r"\d+(\.\d+)?\Z")


class FakeConfig(EngineConfig):
    """What the fake engine can be told."""

    enabled: bool = Field(False, description="Offer this engine.")
    secret: SecretStr = Field(SecretStr(""), description="A key that must never be seen again.")
    ledger: str = Field("", description="A file to which each payment adds one line with the key of the ask.")
    latency: float = Field(0.0, ge=0, description="Seconds each picture takes.")
    untold: bool = Field(False, description="Tell nobody what the paid model costs.")


class FakeOptions(ModelOptions):
    """What the fake models can be asked for."""

    stripes: int = Field(4, ge=1, le=64, title="Stripes", description="How many stripes the picture has.")
    bold: bool = Field(False, title="Bold", description="Use the brightest colours.")


class Fake:
    """Draws coloured stripes, the same for the same words and seed; remembers what it was asked."""

    id: ClassVar[str] = "fake"
    name: ClassVar[str] = "Fake"
    Config: ClassVar[type[EngineConfig]] = FakeConfig

    def __init__(self, config: FakeConfig) -> None:
        self._config = config
        self._tries: Counter[str] = Counter()
        self.asked: list[Ask] = []
        self.paid: list[str] = []
        self.left: list[str] = []

    async def models(self) -> list[Model]:
        """Models that differ in their abilities. Raises Misconfigured for the key “wrong”."""
        if self._config.secret.get_secret_value() == "wrong":
            raise Misconfigured("The fake host does not know this key. Enter another one.", "secret")
        able: dict[str, Any] = {
            "sizes": SIZES, "options": FakeOptions, "seed": True, "negative": True, "neural": False
        }  # fmt: skip
        square = {"1:1": SIZES["1:1"]}
        return [
            Model(
                "quick", "Fake quick", references=3, roles=(Role.CONTENT, Role.STYLE), strength=True, **able
            ),
            Model("slow", "Fake slow", **able),
            Model("picky", "Fake picky", square, "Knows squares and nothing else.", neural=False),
            Model("paid", "Fake paid", references=1, price=self._price(), **able),
        ]

    async def generate(self, ask: Ask, memo: Memo) -> AsyncIterator[Step]:
        """One picture, after whatever the prompt's script says."""
        self.asked.append(ask)
        script = _read_script(ask.prompt, ask.model)
        try:
            await self._fail_first(ask, script)
            if ask.model == "paid":
                async for step in self._pay(ask, memo, script):
                    yield step
            async for step in self._work(ask, script):
                yield step
            yield self._output(ask, script)
        finally:
            self.left.append(ask.key)

    async def _fail_first(self, ask: Ask, script: dict[str, float]) -> None:
        self._tries[ask.key] += 1
        if "raise" in script:
            raise RuntimeError("the fake engine was told to fail")
        if "leak" in script:
            key = self._config.secret.get_secret_value()
            try:
                raise ValueError(f"key {key}")
            except ValueError as error:
                raise RuntimeError(f"GET https://fake.example/?api_key={key} failed") from error
        if "refuse" in script:
            raise Refused("The fake engine will not draw this. Say it in other words.")
        if self._tries[ask.key] <= script.get("limited", 0):
            raise Limited("The fake engine is busy.", 1.0)
        if self._tries[ask.key] <= script.get("unavailable", 0):
            raise Unavailable("The fake engine is away. Try again later.")

    async def _pay(self, ask: Ask, memo: Memo, script: dict[str, float]) -> AsyncIterator[Step]:
        """A remote job as paying hosts have it: pay, keep the handle, ask for the result."""
        if memo.value is not None:
            if "expired" in script:
                raise Refused("The host no longer has this picture. Retry to pay for a new one.")
            yield Progress(0.1, "resuming")
            return
        await memo.about_to_pay()
        self.paid.append(ask.key)
        if self._config.ledger:
            _add_line(self._config.ledger, ask.key)
        if "lost" in script:
            raise Unavailable("The connection to the fake host broke after paying.")
        await memo.put(f"job-{ask.key}")
        yield Progress(0.1, "paid")

    async def _work(self, ask: Ask, script: dict[str, float]) -> AsyncIterator[Step]:
        previews = int(script.get("previews", 0))
        slow = 0.5 if ask.model == "slow" else 0.0
        pause = max(script.get("latency", 0.0), self._config.latency, slow) / (previews + 4)
        if "hang" in script:
            yield Progress(0.2, "hanging")
            await asyncio.Event().wait()
        for text in range(int(script.get("notice", 0))):
            yield Notice(f"Fake notice {text + 1}.")
        for number in range(previews + 4):
            yield Progress(number / (previews + 4), "drawing")
            await asyncio.sleep(pause)
            if number < previews:
                yield Preview(draw(64, 64, f"{ask.prompt} {number}", 4))
        if "wrong" in script:
            yield "this is no step"  # type: ignore[misc]

    def _output(self, ask: Ask, script: dict[str, float]) -> Output:
        if "nothing" in script:
            raise StopIteration  # becomes a RuntimeError inside a generator (PEP 479)
        words = f"{ask.model}\0{ask.prompt}\0{ask.negative}\0{ask.seed}\0{ask.options.get('bold', False)}"
        for reference in ask.references:
            words += hashlib.sha256(reference.data).hexdigest()
        data = draw(ask.width, ask.height, words, int(ask.options.get("stripes", 4)))
        if "garbage" in script:
            data = b"<html>502 Bad Gateway</html>"
        if "empty" in script:
            data = b""
        if "truncated" in script:
            data = data[: len(data) // 2]
        if "huge" in script:
            data = png_of(40_000, 40_000, b"", b"\0\0\0")
        cost = self._price() if ask.model == "paid" else None
        return Output(data, seed=ask.seed, cost=cost, facts={"words": len(ask.prompt.split())})

    def _price(self) -> Price:
        untold = self._config.untold
        return Price(known=False) if untold else Price(0.04, "USD", "made up")


def draw(width: int, height: int, words: str, stripes: int) -> bytes:
    """A PNG of slanted stripes coloured by `words`, always the same for the same input."""
    digest = hashlib.sha512(words.encode()).digest()
    palette = (digest * (stripes * 3 // len(digest) + 1))[: stripes * 3]
    row = bytes((x * stripes // width) % stripes for x in range(width)) * 2
    rows = b"".join(b"\0" + row[y % width : y % width + width] for y in range(height))
    return png_of(width, height, rows, palette)


def png_of(width: int, height: int, rows: bytes, palette: bytes) -> bytes:
    """A palette PNG (W3C PNG, section 5); `rows` are filter byte and one index per pixel."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x03\0\0\0"
    chunks = [(b"IHDR", header), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 1)), (b"IEND", b"")]
    written = (
        len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
        for kind, body in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(written)


def _read_script(prompt: str, model: str) -> dict[str, float]:
    """The words that hold for this model, each with its number (1 when none is given)."""
    script = {}
    for word, value, only in _WORD.findall(prompt):
        number = float(value) if _NUMBER.match(value) else 1.0
        target = only or ("" if not value or _NUMBER.match(value) else value)
        if target in ("", model):
            script[word] = number
    return script


def _add_line(path: str, text: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(handle, f"{text}\n".encode())
    finally:
        os.close(handle)
