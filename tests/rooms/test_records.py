"""What a batch leaves behind besides pictures: prompts with identity, and what was spent."""

from __future__ import annotations

from opencanva.core.actor import Actor
from opencanva.rooms.prompts import service as prompts
from opencanva.rooms.usage import service as usage
from tests.served import App


async def test_the_same_text_is_one_prompt_whatever_its_space_and_form(app: App) -> None:
    first = await app.made("a café  by the sea")
    session = first["session_id"]
    await app.made(" a cafe\u0301 by the\nsea ", session_id=session)
    await app.made("a Café by the sea", session_id=session)
    async with app.house.works.reading(Actor(app.house.owner.id)) as work:
        used = await prompts.used_in(work, session)
    assert [(use.text, use.count) for use in used] == [("a Café by the sea", 1), ("a café  by the sea", 2)]


async def test_what_was_made_is_written_down_with_its_cost(app: App) -> None:
    await app.made("a fox", models=["fake/quick", "fake/paid"], images_per_model=2)
    await app.made("a fox [refuse]", models=["fake/paid"])
    async with app.house.works.reading(Actor(app.house.owner.id)) as work:
        assert round(await usage.spent(work), 6) == 0.08
