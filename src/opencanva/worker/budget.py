"""The budget of an engine, looked at before anything is spent: what was spent, what runs, what would come."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from opencanva.core.work import Work
from opencanva.engines.contract import Price
from opencanva.engines.instances import Terms
from opencanva.rooms.batches import job_store
from opencanva.rooms.batches.jobs import Verdict
from opencanva.rooms.batches.types import Problem
from opencanva.rooms.usage import service as usage

_CENT_OF_A_CENT = 0.0001
"""Sums of floats may be off by less than this."""
_UNKNOWN = (
    "Nobody tells the price of this model, so the engine's budget cannot be kept. Nothing was asked for or paid. "
    "In the settings, say what a picture of unknown price counts for, or take the budget off."
)


def within(terms: Terms) -> Callable[[Work, job_store.Waiting], Coroutine[Any, Any, Verdict]]:
    """Whether a generation may start under these terms; call it while the engine's gate is held.

    While others run that may use up the rest it waits, because they may cost less than expected.
    """

    async def afford(work: Work, waiting: job_store.Waiting) -> Verdict:
        if waiting.paid_for:
            return Verdict()
        assumed = None
        if waiting.cost_unknown and terms.assumed is not None:
            assumed = Price(terms.assumed, terms.currency, "your own amount")
        if terms.budget is None:
            return Verdict(assumed=assumed)
        if waiting.cost_unknown and assumed is None:
            return Verdict(problem=Problem("price_unknown", _UNKNOWN))
        if assumed is None and not waiting.cost:
            return Verdict()  # free, so also when all is spent
        cost = waiting.cost if assumed is None else assumed.amount
        if assumed is None and waiting.currency != terms.currency:
            words = (
                f"This model costs {waiting.currency} and the engine's budget is in {terms.currency}, so it "
                "cannot be kept. Set the budget in the same currency in the settings."
            )
            return Verdict(problem=Problem("budget_spent", words))
        # What runs before what was spent: one that ends between the two counts twice, never not at all.
        running = await job_store.reserved(work.db, waiting.engine, terms.currency, waiting.id)
        spent = await usage.engine_this_month(work, waiting.engine, terms.currency)
        if _exceeds(terms.budget, spent, cost):
            return Verdict(problem=Problem("budget_spent", _words(terms, spent)))
        if running and _exceeds(terms.budget, spent + running, cost):
            return Verdict(stage="waiting: what runs may use up the budget")
        return Verdict(assumed=assumed)

    return afford


def _exceeds(budget: float, spent: float, cost: float) -> bool:
    """Whether `cost` goes beyond; an unknown one that counts for nothing does once something and all is spent."""
    if spent + cost > budget + _CENT_OF_A_CENT:
        return True
    return spent > 0 and spent >= budget - _CENT_OF_A_CENT


def _words(terms: Terms, spent: float) -> str:
    return (
        f"This engine's budget of {terms.budget:.2f} {terms.currency} a month has no room for this picture: "
        f"{spent:.2f} is spent. Nothing was asked for or paid. Raise the budget in the settings, choose another "
        "model, or wait for the next month."
    )
