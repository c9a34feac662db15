"""Organising at random, thousands of steps on each database, held to a model after every one."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from opencanva.core.actor import Actor
from opencanva.core.work import Work
from opencanva.kit.errors import Meaning
from opencanva.rooms.acts import service as acts
from opencanva.rooms.acts.types import Order
from opencanva.rooms.sessions import service as sessions
from opencanva.rooms.trash import service as trash
from tests.rooms.organise import expecting
from tests.rooms.organise.mirror import Mirror
from tests.rooms.organise.model import Done, Model
from tests.rooms.organise.stage import Stage, View, open_stage
from tests.rooms.organise.turning import see, turn, verdict

EXAMPLES, LENGTH, STEPS = 6, 80, 2_000
pick = st.integers(0, 10_000)
picks = st.lists(pick, min_size=1, max_size=4)
names = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)


class Organising(RuleBasedStateMachine):
    """One person's tree, driven at random; `stage` is set for each database."""

    stage: Stage

    def __init__(self) -> None:
        super().__init__()
        self.me: Actor = self.stage.person()
        self.model, self.mirror = Model(), Mirror()
        self.now: View = self.stage.look(self.me, 0)
        self.turnable: tuple[str, View, View] | None = None
        """The newest act when nothing came after it: what was seen before it and after it."""

    # --- rules

    @initialize(depth=st.sampled_from([0, 0, 29, 31]), count=st.integers(2, 6))
    def begin(self, depth: int, count: int) -> None:
        """A chain of folders, and some folders and sessions at the root."""
        self._chain(depth)
        for number in range(count):
            self._folder(f"Folder {number}", None, None)
            self._session(f"Session {number}", None)

    @rule(name=names, parent=pick, after=pick)
    def folder(self, name: str, parent: int, after: int) -> None:
        """Create a folder."""
        where = self._target(parent)
        self._folder(name, where, self._sibling(where, after))

    @rule(name=names, parent=pick)
    def session(self, name: str, parent: int) -> None:
        """Create a session."""
        self._session(name, self._target(parent))

    @rule(at=picks, into=pick, after=pick)
    def move(self, at: list[int], into: int, after: int) -> None:
        """Move rows, folders and sessions mixed, into a folder and between its rows."""
        where = self._target(into)
        self._act(Order("move", self._some(at), folder_id=where, after_id=self._sibling(where, after)))

    @rule(at=picks, into=pick, after=pick)
    def reorder(self, at: list[int], into: int, after: int) -> None:
        """Move rows among their siblings."""
        full = [key for key, there in self.model.lists.items() if len(there) > 1 and key in self.now.siblings]
        if full:
            where = full[into % len(full)]
            there = self.model.lists[where]
            ids = [there[number % len(there)] for number in at]
            self._act(Order("move", ids, folder_id=where, after_id=self._sibling(where, after)))

    @rule(at=pick, name=names)
    def rename(self, at: int, name: str) -> None:
        """Rename one."""
        self._act(Order("rename", self._some([at]), name=name))

    @rule(act=st.sampled_from(["pin", "unpin", "archive", "unarchive"]), at=picks)
    def flag(self, act: str, at: list[int]) -> None:
        """Pin, unpin, archive, unarchive."""
        self._act(Order(act, expecting.not_cut_off(self.model, self._some(at))))

    @rule(at=picks, looks=st.fixed_dictionaries(
        {}, optional={"colour": st.sampled_from(["red", "blue", None]), "emoji": st.sampled_from(["🦊", None])}
    ).filter(bool))  # fmt: skip
    def colour(self, at: list[int], looks: dict[str, str | None]) -> None:
        """Give a colour, an emoji, or take them off."""
        self._act(Order("colour", self._some(at), looks=looks))

    @rule(at=pick, defaults=st.sampled_from([None, {"ratio": "16:9"}, {"prefix": "ink, "}]))
    def defaults(self, at: int, defaults: dict[str, Any] | None) -> None:
        """Give a folder defaults."""
        folders = [row.id for row in self.model.rows.values() if row.kind == "folders"]
        self._act(Order("defaults", [folders[at % len(folders)]], defaults=defaults))

    @rule(at=picks, contents=st.sampled_from(["along", "along", "up"]))
    def trash(self, at: list[int], contents: Any) -> None:
        """Put into the trash, with what is in it or not."""
        ids = self._some(at)
        if contents == "up":
            ids = expecting.not_nested(self.model, ids)
        self._act(Order("trash", ids, contents=contents))

    @rule(at=picks)
    def restore(self, at: list[int]) -> None:
        """Restore, mostly what is in the trash."""
        thrown = [row.id for row in self.model.rows.values() if not row.gone and not self.model.living(row)]
        ids = [thrown[n % len(thrown)] for n in at] if thrown else self._some(at)
        self._act(Order("restore", expecting.not_cut_off(self.model, ids)))

    @rule(at=st.lists(pick, min_size=1, max_size=2), with_images=st.booleans())
    def duplicate(self, at: list[int], with_images: bool) -> None:
        """Duplicate folders and sessions."""
        if len(self.now.rows) < 60:
            self._act(Order("duplicate", self._some(at), with_images=with_images))

    @rule(at=picks)
    def delete_for_ever(self, at: list[int]) -> None:
        """Delete for ever, out of the trash or what is not in it."""
        pool = self.now.trash if at[0] % 4 else [row.id for row in self.model.rows.values()]
        if pool:
            self._delete([pool[number % len(pool)] for number in at[:2]])

    @rule()
    def undo_newest(self) -> None:
        """Ctrl-Z."""
        done = [act for act in self.model.acts if act.state == "done"]
        if done:
            self._turn(done[-1], back=True)

    @rule()
    def redo_next(self) -> None:
        """Shift-Ctrl-Z."""
        undone = [act for act in self.model.acts if act.state == "undone"]
        if undone:
            self._turn(undone[0], back=False)

    @rule(at=pick, back=st.booleans())
    def turn_any(self, at: int, back: bool) -> None:
        """Undo or redo any act, also one that the world has moved on from."""
        if self.model.acts:
            self._turn(self.model.acts[-1 - at % len(self.model.acts)], back=back)

    # --- choosing

    def _some(self, at: list[int]) -> list[str]:
        """Rows; about every eighth may be in the trash or gone."""
        seen, known = list(self.now.rows), list(self.model.rows)
        return [known[n % len(known)] if n % 8 == 7 or not seen else seen[n % len(seen)] for n in at]

    def _target(self, at: int) -> str | None:
        folders: list[str | None] = [
            None,
            *(row.id for row in self.model.rows.values() if row.kind == "folders"),
        ]
        seen = [id for id in folders if id in self.now.siblings]
        return folders[at % len(folders)] if at % 8 == 7 else seen[at % len(seen)]

    def _sibling(self, parent: str | None, at: int) -> str | None:
        there: list[str | None] = [None, *(id for id, _ in self.now.siblings.get(parent, []))]
        return there[at % len(there)]

    # --- doing, and comparing

    def _chain(self, depth: int) -> None:
        async def do(work: Work) -> list[str]:
            made: list[str] = []
            for level in range(depth):
                parent = made[-1] if made else None
                made.append((await acts.create_folder(work, f"Level {level}", parent, None)).id)
            return made

        made = self.stage.write(self.me, do)
        view = self._look()
        for level, id in enumerate(made):
            self.model.create(id, "folders", f"Level {level}", made[level - 1] if level else None, None)
            self.model.record(view.acts[-1 - level]["id"], "create", 1, f"Level {level}")
        self._compare(view)

    def _folder(self, name: str, parent: str | None, after: str | None) -> str | None:
        def do(work: Work) -> Any:
            return acts.create_folder(work, name, parent, after)

        made = self._try(do, *expecting.of_target(self.model, parent, 1))
        if made is not None:
            self.model.create(made.id, "folders", made.name, parent, after)
            self._recorded(self._look(), "create", [made.id], made.name)
        return None if made is None else made.id

    def _session(self, name: str, parent: str | None) -> None:
        def do(work: Work) -> Any:
            return sessions.create(work, name, parent)

        made = self._try(do, *expecting.of_target(self.model, parent, 0))
        if made is not None:
            self.model.create(made.id, "sessions", made.name, parent, None)
            self._compare(self._look())

    def _act(self, order: Order) -> None:
        must, may = expecting.of_act(self.model, order)
        name = self.model.rows[order.ids[0]].name

        def do(work: Work) -> Any:
            return acts.organise(work, order)

        done = self._try(do, must, may)
        if done is None:
            return
        if done.undo is None:
            assert expecting.may_be_idle(self.model, order), f"{order.act} changed nothing"
            self._unchanged()
            return
        view = self._look()
        if order.act == "duplicate":
            expecting.adopt_copies(self.model, order.ids, view.rows)
        else:
            expecting.apply(self.model, order)
        assert self.model.edits, f"{order.act} was recorded and changed nothing"
        assert done.undo == done.act.id
        self._recorded(view, order.act, order.ids, name)

    def _turn(self, act: Done, back: bool) -> None:
        expected = verdict(self.model, act, back)
        refused = {"moved_on", "not_found"}
        before = self.now

        def do(work: Work) -> Any:
            return acts.undo(work, act.id) if back else acts.redo(work, act.id)

        done = self._try(do, refused if expected == "no" else set(), refused if expected == "may" else set())
        if done is None:
            return
        turn(self.model, act, back)
        turnable, self.turnable = self.turnable, None
        self._compare(self._look(), turned=True)
        if turnable is not None and turnable[0] == act.id:
            expecting.same_lines(self.now, turnable[1] if back else turnable[2])
            self.turnable = (act.id, turnable[1], turnable[2])
        assert self.now.version > before.version

    def _delete(self, ids: list[str]) -> None:
        def do(work: Work) -> Any:
            return trash.delete(work, ids)

        wrong = {"not_in_trash"} if any(id not in self.now.trash for id in ids) else set()
        if self._try(do, wrong, set()) is not None:
            self.model.delete(ids)
            self._compare(self._look())

    def _try(self, do: Any, must: set[str], may: set[str]) -> Any:
        """What it gave; None when it was refused as it may be, and then nothing may have changed."""
        type(self).stage.steps += 1
        try:
            done = self.stage.write(self.me, do)
        except Meaning as refusal:
            expecting.refused(refusal, must | may)
            self._unchanged()
            return None
        assert not must, f"should be refused by {must}"
        return done

    def _look(self) -> View:
        return self.stage.look(self.me, self.mirror.number)

    def _unchanged(self) -> None:
        now = self._look()
        assert now == self.now, "something that was refused left a trace"

    def _recorded(self, view: View, kind: str, ids: list[str], name: str) -> None:
        before, new = self.now, view.acts[0]
        assert (new["kind"], new["count"], new["name"]) == (kind, len(set(ids)), name)
        self.model.record(new["id"], kind, new["count"], name)
        self._compare(view)
        self.turnable = (new["id"], before, self.now)

    def _compare(self, view: View, turned: bool = False) -> None:
        self.turnable = None
        expecting.sane(view)
        expecting.same_rows(self.model, view)
        see(self.model, view.siblings, turned)
        self.mirror.hear(view)
        self.now = View(view.version, view.rows, view.siblings, view.trash, view.acts, [])


def test_the_tree_stays_what_the_model_says(tmp_path: Path, database_url: str) -> None:
    with open_stage(tmp_path / "home", database_url) as stage:
        machine = type("OrganisingHere", (Organising,), {"stage": stage})
        rounds = itertools.count(1)
        while stage.steps < STEPS:  # how many steps an example takes is hypothesis' own choice
            run_state_machine_as_test(  # type: ignore[no-untyped-call]
                seed(next(rounds))(machine),
                settings=settings(
                    max_examples=EXAMPLES,
                    stateful_step_count=LENGTH,
                    deadline=None,
                    phases=[Phase.generate],
                    suppress_health_check=list(HealthCheck),
                ),
            )
