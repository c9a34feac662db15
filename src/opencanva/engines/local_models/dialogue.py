"""What `opencanva models` says and asks: the list, the licence before a model is fetched, and what came of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from opencanva.engines.local_models.catalogue import OFFERS, Offer
from opencanva.engines.local_models.fetching import CannotFetch, fetch, remove, state_of

Say = Callable[[str], None]
Ask = Callable[[str], str]


def show_list(models: Path, say: Say) -> int:
    """A line for each model; returns 0."""
    say(f"{'NAME':<16}{'MODEL':<25}{'LICENCE':<26}{'FETCH':<15}{'MEMORY':<14}STATE")
    for offer in OFFERS:
        size, memory = f"about {offer.size:g} GB", f"about {offer.memory} GB"
        state = state_of(models, offer.name)
        say(f"{offer.name:<16}{offer.title:<25}{offer.licence:<26}{size:<15}{memory:<14}{state}")
    say(f"They lie in {models}.")
    return 0


def fetch_one(name: str, models: Path, say: Say, ask: Ask, show: Callable[[int, int], None]) -> int:
    """Tell what it is and what its licence says, ask, then fetch. Returns 0 when it is here, else 1."""
    offer = _offer(name, say)
    if offer is None:
        return 1
    if state_of(models, name) == "here":
        say(f"{offer.title} is here already.")
        return 0
    say(f"{offer.title}, as published by {offer.maker} ({offer.repository})")
    say(f"Licence: {offer.licence}. {offer.use}")
    say(f"To fetch: about {offer.size:g} GB, into {models}. It draws with about {offer.memory} GB of memory.")
    if offer.gated:
        say(f"{offer.maker} asks you to agree to terms on its page first, and for a token in HF_TOKEN.")
    if not _agreed(ask("Fetch it? [y/N] ")):
        say("Nothing was fetched.")
        return 1
    try:
        folder = fetch(offer, models, show)
    except CannotFetch as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("Stopped. Run this again: it goes on where it stopped.")
        return 1
    say(f"{offer.title} is here, in {folder}.")
    return 0


def remove_one(name: str, models: Path, say: Say, ask: Ask) -> int:
    """Ask, then delete. Returns 0 when it is gone, else 1."""
    offer = _offer(name, say)
    if offer is None:
        return 1
    if state_of(models, name) == "not fetched":
        say(f"{offer.title} is not here.")
        return 0
    if not _agreed(ask(f"Delete {offer.title} from {models}? [y/N] ")):
        say("Nothing was deleted.")
        return 1
    try:
        remove(models, name)
    except OSError as error:
        say(f"It cannot be deleted whole ({error}). Mend that, then run this again.")
        return 1
    say(f"{offer.title} is gone.")
    return 0


def show_progress(here: int, total: int) -> None:
    """Bytes on one line of a terminal; nothing where there is none."""
    if sys.stderr.isatty():
        end = "\n" if here == total else ""
        sys.stderr.write(
            f"\r{here / 1e9:7.2f} of {total / 1e9:.2f} GB ({100 * here // max(total, 1)} %){end}"
        )
        sys.stderr.flush()


def _offer(name: str, say: Say) -> Offer | None:
    for offer in OFFERS:
        if offer.name == name:
            return offer
    say(f"There is no model “{name}”. There are: {', '.join(offer.name for offer in OFFERS)}.")
    return None


def _agreed(answer: str) -> bool:
    return answer.strip().lower() in ("y", "yes")
