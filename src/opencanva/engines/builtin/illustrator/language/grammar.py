"""Meanings to facts: who stands where, in which colour, how many; the order of the words decides."""

from __future__ import annotations

from dataclasses import dataclass, field

from .. import art
from ..scene import Relation
from .function_words import HEADCOUNTS
from .homes import KINDS, PROPER, WEARABLE
from .lexicon import Meaning, english, read_nouns
from .words import singulars

MOST_SUBJECTS = 8
PLURAL = 3
SKY = frozenset("stars clouds moon sun rainbow birds meteors planets fireworks sparkles smoke".split())
_AFTER_UNKNOWN = ("ing", "ed", "ly")


@dataclass
class Draft:
    """One subject while it is being read; fields as in `scene.Subject`."""

    art: str
    word: str
    count: int = 1
    colour: str | None = None
    size: str = "normal"
    relation: Relation | None = None
    target: int | None = None
    pose: str = ""


@dataclass
class Reading:
    """Everything read so far: subjects in order and the scene's words by kind."""

    subjects: list[Draft] = field(default_factory=list)
    scene: dict[str, list[str]] = field(default_factory=dict)
    avoid: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    drew_as: list[tuple[str, str]] = field(default_factory=list)
    nearest: list[tuple[str, str]] = field(default_factory=list)
    loose_details: list[tuple[str, str]] = field(default_factory=list)


class Reader:
    """Walks over the meanings of one text; `words` are the tokens each meaning took, for the notices."""

    def __init__(self) -> None:
        self.out = Reading()
        self._count: int | None = None
        self._colours: list[str] = []
        self._size: str | None = None
        self._pose: str | None = None
        self._relation: str | None = None
        self._sources: list[int] = []
        self._chain: list[int] = []
        self._lead: tuple[str, int] | None = None
        self._last = "stop"
        self._negated = False
        self._loose = False

    def read(self, meanings: list[Meaning], words: list[str]) -> Reading:
        """All meanings in order."""
        for meaning, word in zip(meanings, words, strict=True):
            if self._negated and meaning.kind not in ("stop", "relation", "not"):
                self._avoid(meaning)
            else:
                getattr(self, f"on_{meaning.kind}", self.on_word_of_scene)(meaning, word)
            self._last = meaning.kind if meaning.kind != "filler" or self._last != "subject" else "pause"
            if meaning.emoji:
                self._last = "pause"
        self._drop_adjectives()
        return self.out

    def _avoid(self, m: Meaning) -> None:
        if m.kind in ("and", "filler", "count", "it", "size", "pose"):
            return
        known = m.kind != "unknown" or m.value in KINDS
        (self.out.avoid if known else self.out.unknown).append(m.value)

    def on_stop(self, m: Meaning, word: str) -> None:
        self._drop_adjectives()
        self._relation, self._negated = None, False
        targets = {s.target for s in self.out.subjects}
        self._chain = [i for i in self._chain if i not in targets]

    def on_not(self, m: Meaning, word: str) -> None:
        self._drop_adjectives()
        self._negated = True

    def on_and(self, m: Meaning, word: str) -> None:
        if not self._colours:
            self._drop_adjectives()
        if self._relation and self._last in ("subject", "place"):
            self._relation = None

    def on_filler(self, m: Meaning, word: str) -> None:
        return

    def on_count(self, m: Meaning, word: str) -> None:
        self._count = int(m.value)

    def on_colour(self, m: Meaning, word: str) -> None:
        after = self._relation in ("in", "wearing")
        if after and self.out.subjects and not self.out.subjects[-1].colour and self._last == "relation":
            self.out.subjects[-1].colour = m.value
            self._relation = None
            return
        self._colours.append(m.value)

    def on_size(self, m: Meaning, word: str) -> None:
        self._size = m.value

    def on_pose(self, m: Meaning, word: str) -> None:
        if self._last in ("subject", "pause") and self.out.subjects:
            self.out.subjects[-1].pose = m.value
        else:
            self._pose = m.value

    def on_it(self, m: Meaning, word: str) -> None:
        """A pronoun after a relation means the last subject that is not itself being placed."""
        others = [i for i in range(len(self.out.subjects)) if i not in self._sources]
        if self._relation and self._sources and others:
            for source in self._sources:
                self._relate(source, self._relation, others[-1])
        self._relation = None

    def on_relation(self, m: Meaning, word: str) -> None:
        self._drop_adjectives()
        self._negated = False
        airborne = word.startswith(("flying", "soaring", "hovering", "gliding", "flies"))
        if airborne and self.out.subjects and word not in ("flying a", "flying the"):
            self.out.subjects[-1].pose = "fly"
        free = [i for i in self._chain if self.out.subjects[i].relation is None]
        self._loose = m.value in ("with", "of") and self._last in ("place", "detail")
        if self._loose:
            free = self._chain[:1] if m.value == "with" else []
        elif not free and self._chain and self.out.subjects[self._chain[0]].relation == "holding":
            free = self._chain[:1]
            if m.value == "above":
                self.out.subjects[free[0]].pose = "fly"
        elif not free and self.out.subjects and m.value != "with":
            free = [len(self.out.subjects) - 1]
        elif not free and self.out.subjects:
            free = [self._chain[0]] if self._chain else []
        self._sources, self._relation = free, m.value

    def on_unknown(self, m: Meaning, word: str) -> None:
        subjects = self.out.subjects
        if self._colours:
            word = " ".join([*self._colours, word])
            self._colours = []
        if (
            self._last == "subject"
            and subjects
            and not word.endswith(_AFTER_UNKNOWN)
            and word.isalpha()
            and word.isascii()
        ):
            self.out.drew_as.append((f"{subjects[-1].word} {word}", subjects[-1].word))
        elif self._last == "unknown" and self.out.unknown:
            self.out.unknown[-1] += f" {word}"
        else:
            self.out.unknown.append(word)

    def on_detail(self, m: Meaning, word: str) -> None:
        bound = self._relation in (
            "on",
            "under",
            "behind",
            "beside",
            "in front of",
            "holding",
            "wearing",
            "of",
        )
        name = drawing_of(word)
        if bound and m.value not in SKY and name and self._sources:
            self.on_subject(Meaning("subject", name, m.size, word.endswith("s")), word)
            return
        self.out.loose_details.append((m.value, word))
        self._count, self._size = None, None
        self._colours.clear()

    def on_word_of_scene(self, m: Meaning, word: str) -> None:
        """Place, time, weather, style, mood, light and framing."""
        if m.kind == "place":
            for i in self._sources if self._relation else ():
                subject = self.out.subjects[i]
                if subject.relation is None and self._relation in (
                    "on",
                    "under",
                    "above",
                    "behind",
                    "in front of",
                    "in",
                ):
                    subject.relation = self._relation  # type: ignore[assignment]
            self._sources = []
        if m.kind in ("place", "time", "weather", "light"):
            self._relation = None
            self.out.scene.setdefault("colours", []).extend(self._colours)
            self._colours.clear()
            self._count, self._size = None, None
        self.out.scene.setdefault(m.kind, []).append(m.value)
        if word in ("christmas", "xmas"):
            self.out.scene.setdefault("weather", []).append("snow")
        if "autumn" in word or word.startswith("fall"):
            self.out.loose_details.append(("leaves", word))
        if m.kind == "place" and word in PROPER:
            self.out.drew_as.append((word, m.value))

    def on_subject(self, m: Meaning, word: str) -> None:
        subjects = self.out.subjects
        modifier = None
        if (
            self._last == "subject"
            and self._count is None
            and subjects
            and not m.emoji
            and self._relation is None
            and subjects[-1].count == 1
        ):
            modifier = subjects.pop()
            self._chain = [i for i in self._chain if i < len(subjects)]
            if modifier.art != m.value:
                self.out.drew_as.append((f"{modifier.word} {word}", word))
            self._count, self._size = modifier.count, self._size or modifier.size
            self._colours = self._colours or ([modifier.colour] if modifier.colour else [])
        if len(subjects) >= MOST_SUBJECTS:
            self.out.unknown.append(word)
            return
        count = self._count if self._count is not None else PLURAL if m.plural else 1
        if m.plural and count == 1:
            count = PLURAL
        if word in HEADCOUNTS and count == 1:
            count = HEADCOUNTS[word]
        if self._relation == "of" and self._last == "relation" and subjects and subjects[-1].art == m.value:
            self._relation = None
            return
        if "haunted" in word:
            self.out.scene.setdefault("mood", []).append("scary")
        if m.near:
            self.out.nearest.append((word, art.facts(m.value).label))
        elif is_near(word):
            self.out.drew_as.append((word, art.facts(m.value).label))
        new = len(subjects)
        subjects.append(
            Draft(m.value, word, min(count, 24), next(iter(self._colours), None), self._size or "normal")
        )
        self.out.unknown += self._colours[1:]
        subjects[new].pose = self._pose or ""
        self._count, self._size, self._pose = None, None, None
        self._colours = []
        if modifier and modifier.target is not None:
            subjects[new].relation, subjects[new].target = modifier.relation, modifier.target
            return
        self._bind(new)

    def _bind(self, new: int) -> None:
        """Ties the new subject to what the words before it said."""
        relation, sources = self._relation, [i for i in self._sources if i != new]
        if relation and sources:
            for source in sources:
                self._relate(source, relation, new)
            self._relation, self._chain = (
                None,
                [new] if relation not in ("with", "holding", "wearing", "of") else self._chain,
            )
            if relation in ("with", "holding", "wearing", "of"):
                self._sources = []
            return
        if relation and relation not in ("with", "of", "in", "holding", "wearing"):
            self._lead = (relation, new)
            self._relation = None
            self._chain = []
            return
        self._relation = None
        if self._lead and self._lead[1] != new:
            relation, target = self._lead
            self._lead = None
            self._relate(new, relation, target)
        self._chain.append(new)

    def _relate(self, source: int, relation: str, target: int) -> None:
        a, b = self.out.subjects[source], self.out.subjects[target]
        if relation == "between" and b.count == PLURAL:
            b.count = 2
        if relation == "in" and b.art == "vase":
            b.art = "empty-vase"
        if b.art in WEARABLE and relation in ("in", "with", "wearing"):
            relation = "wearing"
        if relation == "with" and self._loose:
            if b.count > 1 or not _can_hold(a.art, b.art):
                return
            a.relation = None
        if relation in ("with", "wearing", "of"):
            if relation == "with" and b.count == 1 and _can_hold(a.art, b.art) and a.relation is None:
                a.relation, a.target = "holding", target
            elif relation == "wearing" and b.art not in WEARABLE:
                self.out.unknown.append(f"wearing {b.word}")
                b.relation, b.target = "beside", source
            elif b.relation is None:
                how = "in" if b.art == "door" else {"with": "beside", "wearing": "on", "of": "in"}[relation]
                b.relation = how  # type: ignore[assignment]
                b.target = source
        elif a.relation is None:
            a.relation, a.target = relation, target  # type: ignore[assignment]
        elif a.relation == "holding" and a.target is not None:
            held = self.out.subjects[a.target]
            if held.relation is None:
                held.relation, held.target = "beside", source
            a.relation, a.target = relation, target  # type: ignore[assignment]

    def _drop_adjectives(self) -> None:
        """Words that waited for a noun that never came: colours go to the scene as a whole."""
        self.out.scene.setdefault("colours", []).extend(self._colours)
        self._colours = []
        self._count = self._size = self._pose = None


def is_near(word: str) -> bool:
    """Whether the alias file says that the drawing for this word is only a relative."""
    near = read_nouns()[1]
    head, _, last = word.rpartition(" ")
    return word in near or any(f"{head} {form}".strip() in near for form in singulars(last))


def drawing_of(word: str) -> str | None:
    """The drawing for a detail's word ("rocks" → rock), or None where there is none."""
    for candidate in (word, *singulars(word)):
        name = english().get(candidate, {}).get("subject")
        if name:
            return name
    return None


def _can_hold(holder: str, thing: str) -> bool:
    """Whether "A with B" reads as A holding B: someone alive, and a thing that fits a hand."""
    a, b = art.facts(holder), art.facts(thing)
    alive = a.group == "person" or (a.group == "nature" and holder not in _PLANTS) or holder == "robot"
    fits = b.group in ("food", "object", "activity") or thing in ("umbrella", "closed-umbrella")
    return alive and fits and b.height <= 0.6


_PLANTS = frozenset(
    """deciduous-tree evergreen-tree palm-tree pine cactus rose tulip sunflower blossom hibiscus mushroom
    potted-plant oak birch bush rose-bush cherry-tree apple-tree orange-tree autumn-tree snowy-pine reeds
    seedling herb bouquet leafless-tree lotus hyacinth cherry-blossom""".split()
)
