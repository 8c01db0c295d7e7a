"""Alphabetical order as readers know it: å, ä and ö last in Finnish and Swedish, with a and o in English."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
LATIN = Path(__file__).parent / "latin-order.txt"
"""The Latin part of Unicode's table (``tools/latin_order.py``): all of it would take 0.2 s to read."""
NORDIC = ("fi", "sv")
_AFTER_Z = (("a\u030a",), ("a\u0308", "æ"), ("o\u0308", "ø"))
"""The last letters of the Nordic alphabet, each with the Danish one that stands in its place; decomposed."""
_FIRST_FREE = 0x3000
"""A primary weight after every Latin letter, before those of other alphabets."""
_SECOND, _SMALL, _CAPITAL = 0x0020, 0x0002, 0x0008
"""Weights of the second and third level, as the table has them."""

_Key = tuple[int, ...]


def in_order(each: Iterable[T], name: Callable[[T], str], language: str) -> list[T]:
    """Things in the alphabetical order of their names for readers of a language."""
    key = order_key(language)
    return sorted(each, key=lambda one: key(name(one)))


def order_key(language: str) -> Callable[[str], _Key]:
    """What to sort names by."""
    return _collated(nordic=language in NORDIC)


@cache
def _collated(*, nordic: bool) -> Callable[[str], _Key]:
    from pyuca.collator import Collator_10_0_0  # noqa: PLC0415 (start-up)

    collator = Collator_10_0_0(str(LATIN))
    for place, letters in enumerate(_AFTER_Z if nordic else ()):
        for second, letter in enumerate(letters):
            for written, third in ((letter, _SMALL), (letter.upper(), _CAPITAL)):
                weights = [_FIRST_FREE + place, _SECOND + second, third]
                collator.table.add([ord(char) for char in written], [weights])

    @cache
    def key(text: str) -> _Key:
        found: _Key = collator.sort_key(text)
        return found

    return key
