"""Nouns that nobody listed: the nearest drawing, said so; and odd prompts of every script that must do no harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.illustrator import fuzz
from opencanva.engines.builtin.illustrator import art, language
from opencanva.engines.builtin.illustrator.language.lexicon import english
from opencanva.engines.builtin.illustrator.language.near import ALONE, SURE, find_nearest, read_near
from opencanva.engines.builtin.illustrator.studio import notices


def test_a_noun_that_nobody_listed_is_drawn_as_the_nearest_and_says_so() -> None:
    scene = language.read("a bandage on a table")
    assert [subject.art for subject in scene.subjects] == ["adhesive-bandage", "table"]
    assert notices(scene) == ["“bandage” is drawn as an adhesive bandage, the nearest I know."]


def test_several_of_it_are_drawn() -> None:
    [subject] = language.read("three bandages").subjects
    assert (subject.art, subject.count) == ("adhesive-bandage", 3)


def test_a_weaker_likeness_counts_only_when_nothing_else_is_named() -> None:
    name, likeness = read_near()["gastropod"]
    assert ALONE <= likeness < SURE
    assert find_nearest("gastropod") is None
    assert find_nearest("gastropod", alone=True) == name
    assert [subject.art for subject in language.read("a gastropod").subjects] == [name]
    scene = language.read("a gastropod and a fox")
    assert [subject.art for subject in scene.subjects] == ["fox"]
    assert notices(scene) == ["Not in my vocabulary: gastropod."]


@pytest.mark.parametrize("prompt", ["a gizmo", "the quarterly report", "zxqv"])
def test_what_nothing_is_near_to_stays_unknown(prompt: str) -> None:
    scene = language.read(prompt)
    assert scene.subjects == ()
    assert scene.nearest == ()


def test_what_is_refused_is_not_drawn_as_its_nearest() -> None:
    assert [subject.art for subject in language.read("a fox, no bandage").subjects] == ["fox"]
    assert [subject.art for subject in language.read("a fox", "bandage").subjects] == ["fox"]


def test_the_table_names_what_can_be_drawn_for_words_that_nobody_listed() -> None:
    table = read_near()
    assert len(table) > 4_500
    assert {name for name, _ in table.values()} <= set(art.names())
    assert min(likeness for _, likeness in table.values()) >= ALONE
    assert not set(table) & set(english())


def test_nouns_that_people_type_become_what_they_name_or_are_named_themselves() -> None:
    lines = Path(__file__).with_name("words.txt").read_text(encoding="utf-8").splitlines()[1:]
    wanted = dict(entry.split() for line in lines for entry in line.split(", "))
    found = {}
    for word in wanted:
        scene = language.read(f"a {word}")
        drawn = scene.subjects[0].art if scene.subjects else "-"
        assert (drawn == "-") == (scene.unknown == (word,)), word
        found[word] = "~" * bool(scene.nearest or scene.drew_as) + drawn
    assert found == wanted
    assert len(wanted) >= 300


@pytest.mark.parametrize("word", ["oven", "ostrich", "radish", "pike"])
def test_an_english_noun_is_not_bent_into_a_foreign_one(word: str) -> None:
    assert language.read(word).subjects == ()


def test_odd_prompts_of_every_script_are_drawn_without_harm() -> None:
    seconds, failed = fuzz(12, 12, 160, 64)
    assert failed == []
    assert seconds
