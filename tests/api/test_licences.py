"""The licences of everything that comes with Open Canva, as a person reads them in the app."""

from __future__ import annotations

from opencanva.engines.builtin.illustrator import art
from tests.served import App


async def test_every_source_of_art_is_named_with_its_terms(lite: App) -> None:
    answer = await lite.client.get("/licences")
    assert answer.status_code == 200
    own, *others = answer.json()["credits"]
    assert own["title"] == "Open Canva"
    titles = [one["title"] for one in others]
    assert len(set(titles)) == len(titles)
    for source, credit in art.CREDITS.items():
        if source != "own":
            (held,) = [one for one in others if one["title"] == credit.split(",")[0]]
            assert art.LICENCES[source].split("-")[0] in held["text"]
    assert {"WordNet", "Real-ESRGAN", "all-MiniLM-L6-v2"} <= set(titles)
    assert all("-----" not in one["text"] for one in others)
