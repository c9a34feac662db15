"""Word differences and merges of texts, for any texts a machine can think of."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opencanva.kit.diff import diff_words, words_of
from opencanva.kit.merge import merge_texts

VOCABULARY = ("a", "fox", "an", "owl", "in", "the", "snow", "at", "night", ",", ".", "red", "blue")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=14).map(" ".join)
TEXT = st.one_of(st.text(max_size=80), WORDS)


@given(TEXT, TEXT)
def test_the_pieces_of_a_difference_make_both_texts_letter_for_letter(before: str, after: str) -> None:
    pieces = diff_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.op != "gone") == after
    assert "".join(piece.text for piece in pieces if piece.op != "new") == before
    assert all(piece.text for piece in pieces)
    if before == after:
        assert {piece.op for piece in pieces} <= {"same"}


def test_texts_of_many_equal_words_are_compared_in_no_time() -> None:
    before, after = "a b " * 10_000, "b c " * 10_000
    pieces = diff_words(before, after)
    assert "".join(piece.text for piece in pieces if piece.op != "gone") == after


@given(st.lists(st.sampled_from(VOCABULARY), min_size=100, max_size=160), st.integers(0, 99))
@settings(max_examples=40)
def test_a_long_text_keeps_what_was_not_touched(words: list[str], at: int) -> None:
    edited = " ".join([*words[:at], "brand-new", *words[at + 1 :], "end"])
    pieces = diff_words(" ".join(["start", *words]), edited)
    assert "".join(piece.text for piece in pieces if piece.op != "gone") == edited
    assert sum(len(words_of(piece.text)) for piece in pieces if piece.op == "same") >= len(words) - 2


@pytest.mark.timeout(20)
def test_two_edits_of_a_long_list_of_tags_are_merged_in_no_time() -> None:
    def tags(word: str) -> str:
        return ", ".join(f"{word}{number}" for number in range(4_000))

    merged = merge_texts(tags("q"), tags("mist"), tags("harbour")).replace(",", " ").split()
    assert set(tags("mist").split(", ")) | set(tags("harbour").split(", ")) <= set(merged)


def test_only_what_changed_is_told() -> None:
    told = [(piece.op, piece.text) for piece in diff_words("a red fox in snow", "a blue fox in snow")]
    assert told == [("same", "a "), ("gone", "red "), ("new", "blue "), ("same", "fox in snow")]


@given(TEXT, TEXT)
def test_an_edit_of_one_side_alone_is_taken_as_it_is(base: str, edited: str) -> None:
    assert merge_texts(base, base, edited) == edited
    assert merge_texts(base, edited, base) == edited
    assert merge_texts(base, edited, edited) == edited


@given(WORDS, WORDS, WORDS)
@settings(max_examples=300)
def test_no_word_that_either_side_wrote_is_lost(base: str, theirs: str, mine: str) -> None:
    merged = [word.strip() for word in words_of(merge_texts(base, theirs, mine))]
    for side in (theirs, mine):
        for piece in diff_words(f"{base} ", f"{side} "):
            if piece.op == "new":
                assert all(word.strip() in merged for word in words_of(piece.text) if word.strip())


@given(WORDS, WORDS)
def test_without_a_common_past_both_texts_are_there(theirs: str, mine: str) -> None:
    merged = merge_texts(None, theirs, mine).split()
    assert set(theirs.split()) | set(mine.split()) <= set(merged)


@given(WORDS, WORDS, WORDS)
@settings(max_examples=300)
def test_what_both_wrote_is_there_as_often_as_either_wrote_it(base: str, theirs: str, mine: str) -> None:
    merged = Counter(merge_texts(base, theirs, mine).split())
    for side in (theirs, mine):
        assert not Counter(side.split()) - Counter(base.split()) - merged


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_no_letter_that_either_side_appended_is_lost(base: str, theirs: str, mine: str) -> None:
    merged = merge_texts(base, f"{base} {theirs}", f"{mine} {base}")
    assert not Counter("".join(theirs.split())) - Counter(merged)
    assert not Counter("".join(mine.split())) - Counter(merged)


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "merged"),
    [
        ("a fox in snow", "a fox in snow, at night", "a red fox in snow", "a red fox in snow, at night"),
        ("a fox", "a fox in snow", "a fox at night", "a fox in snow at night"),
        (
            "a fox in snow",
            "a fox in snow, at night",
            "a fox in snow with trees",
            "a fox in snow, at night with trees",
        ),
        ("a fox", "a fox, red, old", "a fox, red, old", "a fox, red, old"),
        ("a fox\nin snow", "a fox\nin snow\nat night", "a red fox\nin snow", "a red fox\nin snow\nat night"),
        ("a fox, oil", "a fox", "a fox, oil, 16:9", "a fox, 16:9"),
        ("狐", "狐、雪", "狐、夜", "狐、雪、夜"),
        ("", "a fox", "an owl", "a fox an owl"),
    ],
)
def test_two_people_who_write_at_once_keep_both_sentences(
    base: str, theirs: str, mine: str, merged: str
) -> None:
    assert merge_texts(base, theirs, mine) == merged
