"""Text that comes in: nothing in it acts on a terminal, and cleaning twice is cleaning once."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from sessions.cleaning import LINE, clean, harmless

ALLOWED = {"\u200d", "\ufe0f"}
ANY = st.text(st.characters(exclude_categories=()), max_size=400)


@given(ANY, st.booleans())
@example("\x1b[2J\x9b31m\u202eabc\u2066", False)
@example("a\r\nb\u2028c\td", True)
def test_nothing_is_left_that_acts(text: str, lines: bool):
    for char in clean(text, 300, lines=lines):
        category = unicodedata.category(char)
        assert category not in ("Cc", "Cf", "Cs", "Co", "Cn") or char in ALLOWED or (lines and char == "\n")
        assert category not in ("Zl", "Zp")


@given(ANY, st.booleans())
@example("👩\u200d" * 30, False)
@example("a" * 199 + " b", False)
@example("e" + "\u0301" * 9, False)
def test_cleaning_twice_is_cleaning_once(text: str, lines: bool):
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once


@given(ANY, st.integers(1, 300))
def test_it_is_never_longer_than_allowed(text: str, most: int):
    assert len(clean(text, most)) <= most
    assert len(clean(text)) <= LINE


@given(ANY)
def test_one_line_is_one_line(text: str):
    assert "\n" not in clean(text)
    assert clean(text) == " ".join(clean(text).split())


@given(st.text("abcdefghijklmnopqrstuvwxyzåäöÅÄÖ .,?-–’”", max_size=150))
def test_finnish_stays_as_it_is(text: str):
    assert clean(text) == " ".join(text.split())
    assert harmless(text) == text


def test_composed_and_decomposed_letters_become_the_same():
    assert clean("a\u0308iti") == clean("äiti") == "äiti"


def test_an_emoji_of_several_keeps_its_joiners_and_a_word_gets_none():
    assert clean("👩\u200d👧") == "👩\u200d👧"
    assert clean("a\u200db") == "ab"


def test_marks_do_not_pile_up():
    assert len(clean("a" + "\u0316" * 100)) == 3


def test_colours_copied_along_with_a_text_leave_nothing():
    assert clean("\x1b[1;31mMaija\x1b[0m \x9b2Jja\x1b]0;title\x07 Matti\x1b]52;c;aGVp\x1b\\") == "Maija ja Matti"
    assert clean("\x1b]never ended") == "]never ended"
