"""The own clients of fal and Replicate read what our servers of their wire answer."""

from __future__ import annotations

import time

import fal_client
import httpx
import pytest
from replicate.client import Client
from replicate.exceptions import ReplicateError

from tests.contract import wire_fal, wire_replicate
from tests.contract.wire import KEY


def test_fals_client_reads_our_fal() -> None:
    with wire_fal.host() as server, httpx.Client(headers={"Authorization": f"Key {KEY}"}) as client:
        # Its own submit knows no host but fal's; what is answered to one it reads all the same.
        body = {"prompt": "a boat", "image_size": {"width": 64, "height": 64}}
        told = client.post(f"{server.url}/fal-ai/flux/dev", json=body).json()
        addresses = {name: told[name] for name in ("request_id", "response_url", "status_url", "cancel_url")}
        handle = fal_client.SyncRequestHandle(**addresses, client=client)
        assert isinstance(handle.status(), fal_client.Queued)
        assert handle.get()["images"][0]["url"].startswith(f"{server.url}/files/")
        assert isinstance(handle.status(), fal_client.Completed)
        handle.cancel()
        assert [job.stopped for job in server.queue.jobs.values()] == [True]  # type: ignore[attr-defined]
    with wire_fal.host() as server, httpx.Client() as client:
        lost = dict.fromkeys(addresses, f"{server.url}/fal-ai/flux/requests/none")
        with pytest.raises(fal_client.FalClientHTTPError):
            fal_client.SyncRequestHandle(**lost, client=client).get()


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
