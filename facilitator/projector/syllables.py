"""Where a long Finnish word may be broken: before a consonant that a vowel follows (``oh-jaus``).

No library has it, and browsers have no Finnish dictionary on most computers. Vowels are never parted, which the rules
of the language allow and typographers avoid: a break may be missed but is never between ``uo``, ``ie`` or ``aa``.
"""

import re
from itertools import pairwise

SOFT_HYPHEN = "\u00ad"
LONG = 12
"""Letters from which a word gets places to break."""
LEAST = 3
"""Letters that stay together on both sides of a break."""
_VOWELS = frozenset("aeiouyåäöéü")
_ONSETS = frozenset(["pr", "tr", "kr", "br", "dr", "gr", "fr", "pl", "kl", "bl", "gl", "fl"])
"""Two consonants that begin a part when a third stands before them: ``jaus-pro``, not ``jausp-ro``."""
_WORDS = re.compile(r"[^\W\d_]+")
_COMPOUNDS = (("työn", "ohj"), ("ryhmän", "ohj"), ("itse", "arv"), ("loppu", "arv"), ("väli", "arv"))
"""Compounds whose second part begins with a vowel: the rule alone breaks them too early or not at all."""


def syllables(word: str) -> list[str]:
    """The parts of one word between which it may be broken; the word itself when there is no such place."""
    small = word.lower()
    places = set()
    for place in range(LEAST, len(word) - LEAST + 1):
        before, here, after = small[:place], small[place], small[place + 1 :]
        if here not in _VOWELS and after[:1] in _VOWELS and after and any(letter in _VOWELS for letter in before):
            cluster = place > LEAST and small[place - 2] not in _VOWELS and small[place - 1 : place + 1] in _ONSETS
            places.add(place - 1 if cluster else place)
    for first, second in _COMPOUNDS:
        at = small.find(first + second)
        if at >= 0:
            places.discard(at + len(first) - 1)
            places.add(at + len(first))
    edges = [0, *sorted(places), len(word)]
    return [word[start:end] for start, end in pairwise(edges)]


def breakable(text: str) -> str:
    """``text`` with soft hyphens in its long words: nothing is seen of them where nothing is broken."""
    return _WORDS.sub(lambda word: SOFT_HYPHEN.join(syllables(word[0])) if len(word[0]) >= LONG else word[0], text)
