"""The own clients of fal and Replicate read what our servers of their wire answer."""

from __future__ import annotations

import time

import fal_client
import fal_client.client
import pytest
from replicate.client import Client
from replicate.exceptions import ReplicateError

from tests.contract import wire_fal, wire_replicate
from tests.contract.wire import KEY


def test_fals_client_reads_our_fal(monkeypatch: pytest.MonkeyPatch) -> None:
    with wire_fal.host() as server:
        monkeypatch.setattr(fal_client.client, "QUEUE_URL_FORMAT", f"{server.url}/")  # it speaks TLS alone
        client = fal_client.SyncClient(key=KEY)
        handle = client.submit(
            "fal-ai/flux/dev", {"prompt": "a boat", "image_size": {"width": 64, "height": 64}}
        )
        seen = [type(handle.status()).__name__ for _ in range(2)]
        assert seen == ["Queued", "Completed"]
        assert handle.get()["images"][0]["url"].startswith(f"{server.url}/files/")
        handle.cancel()
        assert [job.stopped for job in server.queue.jobs.values()] == [True]  # type: ignore[attr-defined]
        with pytest.raises(fal_client.FalClientHTTPError):
            fal_client.SyncClient(key="wrong").submit("fal-ai/flux/dev", {"prompt": "a boat"})


def test_replicates_client_reads_our_replicate() -> None:
    with wire_replicate.host() as server:
        client = Client(api_token=KEY, base_url=server.url)
        models = client.collections.get("text-to-image").models
        assert models
        assert (models[0].owner, models[0].name) == ("maker", "fast-one")
        made = client.models.predictions.create("maker/fast-one", {"prompt": "a boat"})
        states = [made.status]
        while made.status not in ("succeeded", "failed"):
            time.sleep(0.01)
            made.reload()
            states.append(made.status)
        assert (states[0], states[-1]) == ("starting", "succeeded")
        assert made.output
        assert made.output[0].startswith(f"{server.url}/files/")
        made.cancel()
        assert [job.stopped for job in server.queue.jobs.values()] == [True]  # type: ignore[attr-defined]
        with pytest.raises(ReplicateError):
            Client(api_token="wrong", base_url=server.url).collections.get("text-to-image")
