"""The assistant that asks a chat model, against a server that speaks the dialect the official SDK reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from openai import AsyncOpenAI

from opencanva.engines.assistants.chat import LONGEST, Chat, ChatConfig
from opencanva.engines.assistants.contract import AssistantFailed, Delta, Remark, Said
from opencanva.engines.assistants.finding import Assistants
from tests.contract.wire import KEY, WireServer
from tests.contract.wire_chat import MODEL, WRITTEN, chat

WHOLE = "".join(WRITTEN)


@pytest.fixture
def host() -> Iterator[WireServer]:
    with chat() as server:
        yield server


def environment(host: WireServer, **more: str) -> dict[str, str]:
    given = {"BASE_URL": f"{host.url}/v1", "MODEL": MODEL, "API_KEY": KEY} | more
    return {f"OPENCANVA_ASSISTANT_{name}": value for name, value in given.items()}


async def said(host: WireServer, prompt: str, **more: str) -> list[Said]:
    config = ChatConfig.read(environment(host, **more))
    assert config is not None
    return [one async for one in Chat(config).enhance(prompt)]


async def test_the_official_client_reads_what_the_test_server_says(host: WireServer) -> None:
    client = AsyncOpenAI(api_key=KEY, base_url=f"{host.url}/v1", max_retries=0)
    stream = await client.chat.completions.create(
        model=MODEL, messages=[{"role": "user", "content": "a lighthouse"}], stream=True
    )
    written = [chunk.choices[0].delta.content or "" async for chunk in stream]
    assert "".join(written) == WHOLE
    await client.close()


async def test_it_writes_part_by_part_and_sends_the_prompt_as_text(host: WireServer) -> None:
    assert await said(host, "a lighthouse") == [Delta(part) for part in WRITTEN]
    sent = host.asked[0].fields
    assert sent["messages"][1] == {"role": "user", "content": "a lighthouse"}
    assert sent["stream"] is True
    assert set(sent) == {"model", "messages", "stream"}


async def test_an_address_without_a_path_means_v1(host: WireServer) -> None:
    assert (
        "".join(one.text for one in await said(host, "a", BASE_URL=host.url) if isinstance(one, Delta))
        == WHOLE
    )


async def test_thoughts_are_left_out(host: WireServer) -> None:
    assert await said(host, "[think]") == [Delta(part) for part in WRITTEN]


async def test_an_answer_without_end_is_cut(host: WireServer) -> None:
    found = await said(host, "[endless]")
    assert sum(len(one.text) for one in found if isinstance(one, Delta)) == LONGEST
    assert isinstance(found[-1], Remark)


@pytest.mark.parametrize(
    ("prompt", "more", "words"),
    [("a", {"API_KEY": "wrong"}, "does not accept the key.*OPENCANVA_ASSISTANT_"),
     ("a", {"MODEL": "gone"}, "does not know this model.*'gone' not found"),
     ("[status:429]", {}, "too busy.*rules still work"), ("[status:500]", {}, "out of order"),
     ("[refuse]", {}, "cannot help"), ("[late]", {}, "out of memory"), ("[silent]", {}, "wrote nothing"),
     ("[cut]", {}, "broke"), ("[html]", {}, "no chat model at this address"),
     ("a", {"BASE_URL": "http://127.0.0.1:9/v1"}, "cannot be reached")],
)  # fmt: skip
async def test_every_failure_has_words_and_never_the_key(
    host: WireServer, prompt: str, more: dict[str, str], words: str
) -> None:
    with pytest.raises(AssistantFailed, match=words) as failed:
        await said(host, prompt, **more)
    assert KEY not in failed.value.reason


def test_it_comes_first_when_it_is_set_and_says_which_model(host: WireServer) -> None:
    found = Assistants.discover(environment(host))
    assert [(one.id, one.state) for one in found.all()] == [("chat", "ready"), ("rules", "ready")]
    assert found.all()[0].name == f"Chat model {MODEL}"
    assert found.all()[0].local
    first = found.find(None)
    assert first is not None
    assert first.id == "chat"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"BASE_URL": "http://localhost:11434"}, "MODEL is not set"),
        ({"MODEL": "m", "BASE_URL": "here"}, "BASE_URL is no"),
    ],
)
def test_a_setting_that_is_wrong_is_named_and_the_rules_stay(given: dict[str, str], words: str) -> None:
    found = Assistants.discover({f"OPENCANVA_ASSISTANT_{name}": value for name, value in given.items()})
    assert found.all()[0].state == "unavailable"
    assert words in (found.all()[0].reason or "")
    first = found.find(None)
    assert first is not None
    assert first.id == "rules"


def test_elsewhere_is_not_local_and_the_key_is_never_shown() -> None:
    config = ChatConfig.read({"OPENCANVA_ASSISTANT_MODEL": "m", "OPENCANVA_ASSISTANT_API_KEY": KEY})
    assert config is not None
    assert not Chat(config).local
    assert KEY not in repr(config)
