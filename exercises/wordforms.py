"""Words as people type them: cut out of texts, without dots and rings, and in any of their forms."""

import re
import threading
import unicodedata
from functools import cache
from typing import Protocol

STEMMED = {"fi": "finnish", "sv": "swedish", "en": "english"}
SHORTEST_ROOT = 3
SURELY_SAME = 5
"""Letters that two forms of a word share when only their beginnings tell that they are the same."""
LONGEST_ENDING = 4
_A_WORD = re.compile(r"[^\W_]+")
_A_DOING = re.compile(r"(\w{4,})mi(?:nen|s\w{0,6})")
_VOWELS = "aeiouy"
_WEAKENED = (
    # What Finnish does to the last consonants of a stem (valta, vallan; tunne, tunteet; vahvuus, vahvuuden).
    ("ks", "t"), ("tt", "t"), ("lt", "l"), ("nt", "n"), ("rt", "r"), ("nk", "n"), ("mp", "m"), ("kk", "k"),
    ("pp", "p"), ("s", "t"), ("d", "t"), ("v", "p"),
)  # fmt: skip

_FUNCTION_WORDS = {
    "fi": "ja tai on oli ole se ne sen sitä niitä hän joka jotka jonka jota joita mikä mitä mihin missä miten että "
    "kun jos niin kuin sekä vai vain myös ei en et ovat olla tämä tämän tätä siitä siihen sille",
    "sv": "och eller är att det den de en ett som i på av för med till om var vad hur när så man sin sina inte har",
    "en": "and or is are the a an of to in on for with it its that this what which how when if as be not by from",
}
_FUNCTION_WORDS_OF = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}


_STEMMING = threading.Lock()
"""A stemmer works on one word at a time, while lists are made in more than one thread."""


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 (Snowball's name)


def folded(text: str) -> str:
    """``text`` in small letters without diacritics: ``Äänen`` → ``aanen``."""
    small = text.casefold()
    if small.isascii():
        return small
    return "".join(char for char in unicodedata.normalize("NFD", small) if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _A_WORD.findall(unicodedata.normalize("NFC", text.casefold()))


def tells_nothing(word: str, language: str) -> bool:
    """Whether a word only joins others: it is in every text and nobody looks for it."""
    return word in _FUNCTION_WORDS_OF.get(language, ())


@cache
def root(word: str, language: str) -> str:
    """What the forms of a word share, without diacritics; Snowball's stem, and in Finnish less than that."""
    found = folded(_stem(word, language)) if language in STEMMED else folded(word)
    return _without_gradation(found) if language == "fi" else found


def _stem(word: str, language: str) -> str:
    with _STEMMING:
        return _stemmer(language).stemWord(word)


def same_word(one: str, other: str) -> bool:
    """Whether two folded words begin so much alike that they look like forms of the same."""
    alike = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        alike += 1
    longest = max(len(one), len(other))
    if any(_is_of_verb(a, b, alike) for a, b in ((one, other), (other, one))):
        return True
    return alike >= SURELY_SAME and longest - alike <= LONGEST_ENDING and alike >= 0.6 * longest


def matches(wanted: str, text: str) -> bool:
    """Whether every word of ``wanted`` is somewhere in a short ``text``, also when one of them is inflected."""
    whole = folded(text)
    words = words_of(whole)
    return all(word in whole or any(same_word(word, each) for each in words) for word in map(folded, words_of(wanted)))


def begin_alike(one: str, other: str) -> bool:
    """Whether two folded words with the same root can be forms of the same: short roots are shared by many."""
    return one[:3] == other[:3] or min(len(one), len(other)) < SURELY_SAME


def _is_of_verb(doing: str, other: str, alike: int) -> bool:
    """Whether the one is a Finnish word for a doing, and the other a form of its verb: ``jaksaminen``, ``jaksan``."""
    found = _A_DOING.fullmatch(doing)
    return found is not None and alike >= len(found[1]) and len(other) - len(found[1]) <= LONGEST_ENDING


def _without_gradation(stem: str) -> str:
    short = stem.rstrip(_VOWELS)
    if len(short) < SHORTEST_ROOT:
        return stem
    for strong, weak in _WEAKENED:
        if short.endswith(strong) and len(short) - len(strong) + len(weak) >= SHORTEST_ROOT:
            return short.removesuffix(strong) + weak
    return short


@cache
def _stemmer(language: str) -> _Stemmer:
    import snowballstemmer  # noqa: PLC0415 (start-up)

    found: _Stemmer = snowballstemmer.stemmer(STEMMED[language])
    return found
