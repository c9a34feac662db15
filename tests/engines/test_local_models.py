"""Models are fetched whole from a hub on a real socket, with the real client, or it is said why not."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote

import pytest

from opencanva.engines.local_models import dialogue
from opencanva.engines.local_models.catalogue import OFFERS, Offer
from opencanva.engines.local_models.fetching import CannotFetch, fetch, remove, state_of

SHA = "0123456789abcdef0123456789abcdef01234567"
OFFER = replace(OFFERS[0], name="tiny", repository="makers/tiny", parts=("unet", "vae"))
WEIGHTS = bytes(range(256)) * 90_000
"""The client writes 10 MiB at a time: this is three of them."""
FILES = {
    "model_index.json": b'{"_class_name": "Tiny"}',
    "unet/config.json": b"{}",
    "unet/weights.fp16.safetensors": WEIGHTS,
    "unet/weights.safetensors": b"twice as wide",
    "unet/weights.bin": b"pickled",
    "vae/weights.fp16.safetensors": b"small",
    "README.md": b"read me",
}
WANTED = {name for name in FILES if name.endswith((".json", ".fp16.safetensors"))}


class Hub(ThreadingHTTPServer):
    """The hub's routes; `cut` breaks a connection off after so many bytes, once."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Routes)
        self.gets: list[tuple[str, str]] = []
        self.cut = 0
        self.gated = False
        self.damaged = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Routes(BaseHTTPRequestHandler):
    server: Hub

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0])
        if self.server.gated:
            self._send(403, b'{"error": "gated"}', {"X-Error-Code": "GatedRepo"})
        elif path == "/api/models/makers/tiny/revision/main":
            self._send(200, json.dumps({"id": "makers/tiny", "sha": SHA, "siblings": []}).encode())
        elif path == f"/api/models/makers/tiny/tree/{SHA}":
            self._send(200, json.dumps([_entry(name, data) for name, data in FILES.items()]).encode())
        elif path.startswith(f"/makers/tiny/resolve/{SHA}/"):
            self._file(path.removeprefix(f"/makers/tiny/resolve/{SHA}/"))
        else:
            self._send(404, b'{"error": "no"}', {"X-Error-Code": "RepoNotFound"})

    def _file(self, name: str) -> None:
        span = self.headers.get("Range", "")
        self.server.gets.append((name, span))
        start = int(span.removeprefix("bytes=").rstrip("-") or 0)
        data = FILES[name][start:]
        if self.server.damaged:
            data = data[::-1]
        cut, self.server.cut = (self.server.cut, 0) if len(data) > self.server.cut else (0, self.server.cut)
        more = {"ETag": '"x"', "X-Repo-Commit": SHA}
        if span:
            more["Content-Range"] = f"bytes {start}-{len(FILES[name]) - 1}/{len(FILES[name])}"
        self._send(206 if span else 200, data, more, cut)

    def _send(self, status: int, data: bytes, more: dict[str, str] | None = None, cut: int = 0) -> None:
        self.send_response(status)
        for key, value in {"Content-Length": str(len(data)), **(more or {})}.items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(data[: cut or len(data)])
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def _entry(name: str, data: bytes) -> dict[str, object]:
    git = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
    entry = {"type": "file", "path": name, "size": len(data), "oid": git}
    if name.endswith(".safetensors"):
        lfs = {"oid": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 130}
        return entry | {"oid": "0" * 40, "lfs": lfs}
    return entry


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def _fetch(hub: Hub, models: Path, offer: Offer = OFFER, free: int = 10**12) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    fetch(offer, models, lambda *one: told.append(one), endpoint=hub.url, free=lambda folder: free)
    return told


def _files(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_a_model_comes_whole_with_its_wanted_files_alone_and_goes(hub: Hub, tmp_path: Path) -> None:
    told = _fetch(hub, tmp_path)
    assert _files(tmp_path / "tiny") == {name: FILES[name] for name in WANTED}
    assert {name for name, _ in hub.gets} == WANTED
    total = sum(len(FILES[name]) for name in WANTED)
    assert told[-1] == (total, total)
    assert told == sorted(told)
    assert state_of(tmp_path, "tiny") == "here"
    remove(tmp_path, "tiny")
    assert state_of(tmp_path, "tiny") == "not fetched"
    assert _files(tmp_path) == {}


def test_after_a_kill_it_goes_on_where_it_stopped(hub: Hub, tmp_path: Path) -> None:
    def killed(here: int, total: int) -> None:
        if here > 100_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(OFFER, tmp_path, killed, endpoint=hub.url)
    assert state_of(tmp_path, "tiny") == "part"
    assert list(tmp_path.glob("*/model_index.json")) == []  # what the engine takes for a model
    (begun,) = tmp_path.rglob("*.begun")
    size = begun.stat().st_size
    assert 0 < size < len(WEIGHTS)
    hub.gets.clear()
    _fetch(hub, tmp_path)
    assert ("unet/weights.fp16.safetensors", f"bytes={size}-") in hub.gets
    assert "model_index.json" not in dict(hub.gets)
    assert _files(tmp_path / "tiny") == {name: FILES[name] for name in WANTED}


def test_a_line_that_breaks_is_taken_up_again(hub: Hub, tmp_path: Path) -> None:
    hub.cut = 12_000_000
    _fetch(hub, tmp_path)
    spans = [span for name, span in hub.gets if name == "unet/weights.fp16.safetensors"]
    assert spans == ["", f"bytes={10 << 20}-"]
    assert (tmp_path / "tiny/unet/weights.fp16.safetensors").read_bytes() == WEIGHTS


def test_it_says_what_is_wrong_and_no_half_model_looks_whole(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(CannotFetch, match="too little room"):
        _fetch(hub, tmp_path, free=1_000_000_500)
    assert hub.gets == []
    assert state_of(tmp_path, "tiny") == "not fetched"
    hub.damaged = True
    with pytest.raises(CannotFetch, match="damaged"):
        _fetch(hub, tmp_path)
    with pytest.raises(CannotFetch, match="has no makers/other"):
        _fetch(hub, tmp_path, replace(OFFER, name="other", repository="makers/other"))
    hub.gated = True
    with pytest.raises(CannotFetch, match="agreed to its terms"):
        _fetch(hub, tmp_path, replace(OFFER, name="gated"))
    with pytest.raises(CannotFetch, match="cannot be reached"):
        fetch(replace(OFFER, name="far"), tmp_path, lambda *one: None, endpoint="http://127.0.0.1:9")
    assert list(tmp_path.glob("*/model_index.json")) == []


def test_the_licence_is_told_before_it_asks_and_no_is_no(tmp_path: Path) -> None:
    said: list[str] = []

    def ask(question: str) -> str:
        said.append(question)
        return ""

    assert dialogue.fetch_one("sdxl-turbo", tmp_path, said.append, ask, lambda *one: None) == 1
    assert said[-2:] == ["Fetch it? [y/N] ", "Nothing was fetched."]
    assert "Commercial use only as" in said[1]
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "sd-turbo").mkdir()
    assert dialogue.remove_one("sd-turbo", tmp_path, said.append, ask) == 1
    assert (tmp_path / "sd-turbo").is_dir()
    assert dialogue.remove_one("sd-turbo", tmp_path, said.append, lambda question: "y") == 0
    said.clear()
    dialogue.show_list(tmp_path, said.append)
    assert [line.split()[0] for line in said[1:-1]] == [offer.name for offer in OFFERS]
    assert all(line.endswith("not fetched") for line in said[1:-1])


def test_nothing_pickled_is_ever_wanted() -> None:
    assert all(
        pattern.endswith((".json", ".txt", ".safetensors")) for offer in OFFERS for pattern in offer.patterns
    )
    assert len({offer.name for offer in OFFERS}) == len(OFFERS)
