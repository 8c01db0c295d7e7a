"""Searching as people type: parts of words, with or without dots and rings."""

import unicodedata


def folded(text: str) -> str:
    """``text`` in small letters without diacritics: ``Äänen`` → ``aanen``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def matches(wanted: str, text: str) -> bool:
    """Whether every word of ``wanted`` is somewhere in ``text``."""
    within = folded(text)
    return all(word in within for word in folded(wanted).split())
