"""What the terminal sends as a paste acts as nothing but text, in whatever pieces it comes."""

import pytest
from textual import events

from facilitator.desk.pasting import PASTE, PASTED, HarmlessParser

ACTING = "a\x1b[99;5~n\x1b[1;2;3;4;5;6;7;8;9;10;11;12;13;14E\x1bOqu\x1b\x1b\x1b[<0;1;1Mb"


def read(*pieces: str) -> list[events.Event]:
    parser = HarmlessParser()
    return [token for piece in pieces for token in parser.feed(piece)]


def keys(tokens: list[events.Event]) -> list[str]:
    return [token.key for token in tokens if isinstance(token, events.Key)]


def pasted(tokens: list[events.Event]) -> list[str]:
    return [token.text for token in tokens if isinstance(token, events.Paste)]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 1000])
def test_a_paste_with_escapes_is_one_text_and_no_key(size: int):
    sent = "x" + PASTE + ACTING + PASTED + "y"
    tokens = read(*(sent[at : at + size] for at in range(0, len(sent), size)))
    assert keys(tokens) == ["x", "y"]
    assert pasted(tokens) == [ACTING.replace("\x1b", "")]
    assert len(tokens) == 3


def test_what_only_looks_like_the_end_is_part_of_the_paste():
    tokens = read(PASTE + "a\x1b[20", "0~b\x1b[2", "01", "~", "c")
    assert pasted(tokens) == ["a[200~b"]
    assert keys(tokens) == ["c"]


def test_two_pastes_and_keys_between_them():
    tokens = read(f"{PASTE}one\x1bEn{PASTED}p{PASTE}two{PASTED}\x1b[A")
    assert pasted(tokens) == ["oneEn", "two"]
    assert keys(tokens) == ["p", "up"]


def test_keys_and_escape_sequences_outside_a_paste_are_read_at_once():
    assert keys(read("a", "\x1b[A", "\x1b[6~", "ö")) == ["a", "up", "pagedown", "ö"]
