"""Searching as people type: parts of words, inflected words, with or without dots and rings.

Finnish words change at their ends, and often in the last letters of the stem as well (``ääni``, ``äänen``;
``tavoite``, ``tavoitteista``). So two words count as the same when they begin alike and little is left of either.
"""

import unicodedata
from collections.abc import Sequence

ROOT = 3
"""Letters that two forms of a word always share."""
LONGEST_ENDING = 6
LONG_WORD, USUAL_ENDING = 8, 4
"""Of a long word the beginning is looked for inside compounds as well: ``kierroksen`` in ``aloituskierros``."""


def folded(text: str) -> str:
    """``text`` in small letters without diacritics: ``Äänen`` → ``aanen``."""
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def matches(wanted: str, text: str) -> bool:
    """Whether every word of ``wanted`` is somewhere in ``text``, also when one of them is inflected."""
    return bool(Index([("", text)]).find(wanted))


def same_word(one: str, other: str) -> bool:
    """Whether two folded words look like forms of the same."""
    alike = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        alike += 1
    longest = max(len(one), len(other))
    return (
        alike >= ROOT and longest - alike <= min(LONGEST_ENDING, alike + 1) and alike >= 0.6 * min(len(one), len(other))
    )


class Index:
    """Texts made ready for searching: each is folded and cut into words once, not at every key."""

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        """Each text is its name and the rest; what is found by its name comes first."""
        self._names = [folded(name) for name, _ in texts]
        self._wholes = [folded(f"{name} {rest}") for name, rest in texts]
        self._words: dict[str, dict[str, set[int]]] = {}
        """By the first letters of each word: the word, and the places of the texts that have it."""
        for place, whole in enumerate(self._wholes):
            for word in set(_words(whole)):
                self._words.setdefault(word[:ROOT], {}).setdefault(word, set()).add(place)

    def find(self, wanted: str) -> list[int]:
        """The places of the texts that have every wanted word: by name, by part of a word, then by another form."""
        words = folded(wanted).split()
        forms = [self._with_form_of(word) for word in words]
        ranked: list[tuple[int, int]] = []
        for place, (name, whole) in enumerate(zip(self._names, self._wholes, strict=True)):
            if all(word in name for word in words):
                ranked.append((0, place))
            elif all(word in whole for word in words):
                ranked.append((1, place))
            elif all(_within(word, whole) or place in found for word, found in zip(words, forms, strict=True)):
                ranked.append((2, place))
        return [place for _, place in sorted(ranked)]

    def _with_form_of(self, word: str) -> set[int]:
        listed = self._words.get(word[:ROOT], {})
        return {place for known, places in listed.items() if same_word(word, known) for place in places}


def _within(word: str, whole: str) -> bool:
    return word in whole or (len(word) >= LONG_WORD and word[:-USUAL_ENDING] in whole)


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() else " " for char in text).split()
