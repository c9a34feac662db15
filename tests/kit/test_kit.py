"""The small pure things, for any input a machine can think of."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opencanva.kit.errors import WrongCursor
from opencanva.kit.ids import new_id
from opencanva.kit.order import key_between
from opencanva.kit.pages import read_cursor, write_cursor
from opencanva.kit.text import clean_json, clean_line, clean_text, fold, title_from

ANY_TEXT = st.text(st.characters(codec=None), max_size=300)  # type: ignore[arg-type]


@given(st.integers(0, 2**53), st.text("0123456789abcdef-", max_size=36))
def test_a_cursor_gives_back_its_key(number: int, text: str) -> None:
    assert read_cursor(write_cursor(number, text), int, str) == (number, text)


@given(st.text(max_size=80))
def test_anything_else_is_no_cursor(text: str) -> None:
    try:
        key = read_cursor(text, int, str)
    except WrongCursor:
        return
    assert key is not None
    assert write_cursor(*key)  # only what reads as a key of this shape passes


@given(ANY_TEXT)
def test_a_clean_line_is_one_line_without_controls_and_stays_as_it_is(text: str) -> None:
    line = clean_line(text)
    assert not any(unicodedata.category(char) in ("Cc", "Cs") for char in line)
    assert clean_line(line) == line
    line.encode()


@given(ANY_TEXT)
def test_clean_text_keeps_every_visible_letter(text: str) -> None:
    kept = clean_text(text)
    assert [c for c in text if unicodedata.category(c) not in ("Cc", "Cs")] == [
        c for c in kept if c not in "\n\t"
    ]
    kept.encode()


@given(
    st.recursive(
        ANY_TEXT | st.integers() | st.none(), lambda inner: st.lists(inner, max_size=4), max_leaves=8
    )
)
def test_clean_json_can_be_stored(value: object) -> None:
    assert "\x00" not in repr(clean_json(value)).encode("utf-8").decode()


@given(ANY_TEXT)
def test_a_title_is_short_and_one_line(text: str) -> None:
    title = title_from(text)
    assert len(title) <= 50
    assert "\n" not in title


@pytest.mark.parametrize(
    ("prompt", "title"),
    [
        ("a lighthouse in a storm, watercolour", "Lighthouse in a storm"),
        ("Please draw me a picture of the sea at night", "Sea at night"),
        ("夜の城、水彩", "夜の城"),
        ("قطة صغيرة، ألوان مائية", "قطة صغيرة"),
        ("   ", ""),
        ("x" * 300, "X" * 1 + "x" * 47 + "…"),
    ],
)
def test_a_session_is_called_what_its_prompt_is_about(prompt: str, title: str) -> None:
    assert title_from(prompt) == title


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=60))
def test_order_keys_fit_between_any_neighbours(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = place % (len(keys) + 1)
        made = key_between(keys[at - 1] if at else None, keys[at] if at < len(keys) else None)
        keys.insert(at, made)
    assert keys == sorted(keys, key=str.encode)
    assert len(set(keys)) == len(keys)


def test_ids_sort_by_the_order_of_making() -> None:
    ids = [new_id() for _ in range(500)]
    assert ids == sorted(ids)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Émile", "emile", True), ("STRASSE", "straße", True), ("ﬁne", "fine", True), ("か", "が", False)],
)
def test_search_folds_case_and_accents_but_no_letters(one: str, other: str, same: bool) -> None:
    assert (fold(one) == fold(other)) is same
