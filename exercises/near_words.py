"""Which words of the deck a typed word may mean, and how near each of them is to it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import accumulate

from msgspec import Struct

from exercises.slips import almost
from exercises.synonyms import Synonyms
from exercises.wordforms import STEMMED, begin_alike, folded, root, same_word, words_of


class Likeness(StrEnum):
    """How a word that was found is like the one typed, nearest first."""

    EXACT = "exact"
    FORM = "form"
    """Another form of the word."""
    PART = "part"
    """The one is a part of the other."""
    SYNONYM = "synonym"
    SLIP = "slip"
    """Almost the same letters."""


WEIGHTS = {
    Likeness.EXACT: 1.0, Likeness.FORM: 0.92, Likeness.PART: 0.72, Likeness.SYNONYM: 0.62, Likeness.SLIP: 0.45,
}  # fmt: skip
NEAREST = tuple(Likeness)
"""In the order of nearness."""
WITHOUT_DOTS = 0.95
BEGINS_ALIKE = 0.8
"""A form that only the beginning tells, against one that has the same root."""
INSIDE = 0.85
"""A part that is not the beginning, against one that is."""
LATER_SYNONYM = 0.94
UNFINISHED = 4
"""Letters of a word with synonyms that may be all that is typed of it so far."""
PART_OF_COMPOUND = 5
SHORTEST_PART, SHORTEST_REST = 4, 3
"""Letters of a word in a compound that is looked for, and of the other, which may say little (``työ``)."""
ENDINGS = re.compile(r"mi(nen|s\w{1,4})|lli(nen|s\w{1,4})|suus|suu[dt]\w{1,4}|ning|else|ment|tion")
"""What looks like a word at the end of a longer one, and only makes a noun of it."""

_Head = tuple[str, str]
"""A word with synonyms, after its language."""


class Near(Struct, frozen=True):
    """A word of the deck that may be meant."""

    number: int
    word: str
    likeness: Likeness
    weight: float
    """How near it is: 1 for the very word."""


class Lexicon:
    """All words of what is searched, by number."""

    def __init__(self, synonyms: Synonyms, language: str) -> None:
        self._words: list[str] = []
        self._plain: list[str] = []
        """The same without diacritics."""
        self._begun: dict[str, list[int]] = {}
        """The numbers of the words that begin with three letters."""
        self._text = ""
        """All plain words, a line each, and where each begins; made at the first search."""
        self._starts: list[int] = []
        self._standing: set[str] = set()
        self._phrases: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._rooted: set[tuple[str, int]] = set()
        self._roots: dict[tuple[str, str], set[int]] = {}
        self._language = language
        self._heads = {
            (of, head): same
            for of in sorted(synonyms, key=lambda of: of != language)
            for head, same in synonyms[of].items()
        }
        self._plain_heads: dict[str, _Head] = {}
        for of, head in self._heads:
            self._plain_heads.setdefault(" ".join(words_of(folded(head))), (of, head))
        self._of_synonyms: dict[str, list[Near]] = {}
        self._head_roots: dict[_Head, _Head] = {}
        for of, head in self._heads:
            self._head_roots.setdefault((of, root(head, of)), (of, head))
        # Now and not at the first key: it takes as long as drawing one.
        import rapidfuzz.process  # noqa: F401, PLC0415 (start-up)

    def add(self, word: str, language: str) -> int:
        """The number of a word in small letters in a text of a language; all are added before any search."""
        number = self._numbers.get(word)
        if number is None:
            plain = folded(word)
            number = self._new(word, plain)
            self._standing.add(plain)
            self._begun.setdefault(plain[:3], []).append(number)
        if (language, number) not in self._rooted and language in STEMMED:
            self._rooted.add((language, number))
            self._roots.setdefault((language, root(word, language)), set()).add(number)
        return number

    def add_phrase(self, words: list[str]) -> int:
        """The number of several words that stand together: only what is typed with a space is looked for in them."""
        phrase = " ".join(words)
        number = self._numbers.get(phrase)
        if number is None:
            number = self._new(phrase, "")
            self._phrases[number] = folded(phrase)
        return number

    def _new(self, text: str, plain: str) -> int:
        number = self._numbers[text] = len(self._words)
        self._words.append(text)
        self._plain.append(plain)
        return number

    def near(self, typed: str, *, surely: bool = False) -> list[Near]:
        """The words that ``typed`` may mean, each once, as what it is most like; ``surely`` guesses at no slips."""
        best: dict[int, Near] = {}
        heads = self._heads_like(folded(typed), typed)
        if surely:
            heads = [(head, weight) for head, weight in heads if weight == 1]
        known = any(weight == 1 for _, weight in heads)
        self._keep(best, self._alike(typed, 0 if surely else BEGINS_ALIKE**2 if known else BEGINS_ALIKE))
        self._keep(best, self._compounds_of_forms(list(best.values())))
        sure = any(near.likeness in (Likeness.EXACT, Likeness.FORM) for near in best.values())
        self._keep(best, self._meaning_the_same(heads))
        if not (sure or known or surely):
            self._keep(best, self._slips(typed))
        return list(best.values())

    @staticmethod
    def _keep(best: dict[int, Near], found: Iterable[Near]) -> None:
        for near in found:
            known = best.get(near.number)
            if known is None or known.weight < near.weight:
                best[near.number] = near

    def _alike(self, typed: str, begins_alike: float = BEGINS_ALIKE) -> Iterator[Near]:
        """The word itself, its forms, and words that it is a part of."""
        plain = folded(typed)
        if " " in plain:
            for number, phrase in self._phrases.items():
                if plain in phrase:
                    yield Near(number, typed, Likeness.EXACT, WEIGHTS[Likeness.EXACT])
            return
        dotted = plain != typed
        inner = root(typed, self._language)
        for language in STEMMED:
            for number in self._roots.get((language, root(typed, language)), ()):
                if begin_alike(plain, self._plain[number]):
                    yield self._near(number, Likeness.FORM)
        begins = plain[:3]
        for number in self._candidates(plain, inner):
            word = self._plain[number]
            if plain in word:
                nearness = 1.0 if not dotted or typed in self._words[number] else WITHOUT_DOTS
                if word == plain:
                    yield self._near(number, Likeness.EXACT, nearness)
                elif word.startswith(plain):
                    yield self._near(number, Likeness.PART, nearness)
                elif len(plain) >= len(begins) == 3:
                    yield self._near(number, Likeness.PART, nearness * INSIDE)
            elif begins_alike and word.startswith(begins) and same_word(plain, word):
                yield self._near(number, Likeness.FORM, begins_alike)
            elif len(inner) >= PART_OF_COMPOUND and inner in word:
                yield self._near(number, Likeness.PART, INSIDE**2)

    def _candidates(self, plain: str, inner: str) -> Iterable[int]:
        """The numbers of the words that ``plain`` may be like, in their order."""
        if len(plain) < 3:  # most words have it in them
            return range(len(self._plain))
        found = {*self._begun.get(plain[:3], ()), *self._containing(plain)}
        if len(inner) >= PART_OF_COMPOUND:
            found.update(self._containing(inner))
        return sorted(found)

    def _containing(self, part: str) -> Iterator[int]:
        """The numbers of the words that have ``part`` in them: one look through all words as one text."""
        if len(self._starts) != len(self._plain):
            self._text = "\n".join(self._plain)
            self._starts = [0, *accumulate(len(word) + 1 for word in self._plain[:-1])]
        at = self._text.find(part)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            at = self._text.find(part, self._starts[number] + len(self._plain[number]))

    def _meaning_the_same(self, heads: Iterable[tuple[_Head, float]]) -> Iterator[Near]:
        for head, weight in heads:
            for nth, same in enumerate(self._heads[head]):
                for near in self._of_synonym(same):
                    yield self._near(near.number, Likeness.SYNONYM, near.weight * weight * LATER_SYNONYM**nth)

    def _of_synonym(self, same: str) -> list[Near]:
        """The words of the deck that a word of the table stands for; of a short one not those that only contain it."""
        if same not in self._of_synonyms:
            self._of_synonyms[same] = [
                near
                for near in self._alike(" ".join(words_of(same)))
                if near.likeness is not Likeness.PART or near.word.startswith(same) or len(same) >= PART_OF_COMPOUND
            ]
        return self._of_synonyms[same]

    def _heads_like(self, plain: str, typed: str) -> list[tuple[_Head, float]]:
        """The words with synonyms that ``typed`` may be, with how near each is."""
        if (head := self._plain_heads.get(plain)) is not None:
            return [(head, 1.0)]
        rooted = [self._head_roots.get((of, root(typed, of))) for of in STEMMED]
        if found := {head for head in rooted if head is not None}:
            return [(head, 1.0) for head in sorted(found)]
        begun = [
            head
            for word, head in self._plain_heads.items()
            if (len(plain) >= UNFINISHED and word.startswith(plain)) or same_word(plain, word)
        ]
        if begun:
            return [(head, 0.9) for head in begun]
        heads = list(self._plain_heads.values())
        return [(heads[number], 0.8) for number in almost(plain, list(self._plain_heads))]

    def _compounds_of_forms(self, found: list[Near]) -> Iterator[Near]:
        """Words that another form of the one typed is a part of: ``lopetuskierros`` for ``kierrosta``."""
        forms = [self._plain[near.number] for near in found if near.likeness is Likeness.FORM]
        shortest = min((form for form in forms if len(form) >= PART_OF_COMPOUND), key=len, default="")
        if shortest:
            for number, word in enumerate(self._plain):
                if shortest in word and word != shortest:
                    yield self._near(number, Likeness.PART, INSIDE**2)

    def parts(self, typed: str) -> tuple[str, ...]:
        """The known words that ``typed`` is made of: ``ristiriita`` and ``tilanne``; the one of two that is known.

        Empty when nothing in it is known.
        """
        best: tuple[str, ...] = ()
        for at in range(SHORTEST_REST, len(typed) - SHORTEST_REST + 1):
            left, right = (part if self._is_known(part) else "" for part in self._cut(typed, at))
            found = tuple(filter(None, (left, right)))
            # Both known is better than one; else what is known should be as much of it, and as it stands.
            if self._worth(found) > self._worth(best):
                best = found
        return best

    def _worth(self, parts: tuple[str, ...]) -> tuple[int, int, int]:
        return len(parts), sum(map(len, parts)), sum(self._stands(part) for part in parts)

    def _cut(self, typed: str, at: int) -> tuple[str, str]:
        left, right = typed[:at], typed[at:]
        linked = self._language == "sv" and left.endswith("s") and self._is_known(left[:-1])
        return (left[:-1] if linked else left), right

    def _stands(self, part: str) -> bool:
        return folded(part) in self._standing or folded(part) in self._plain_heads

    def _is_known(self, part: str) -> bool:
        """Whether a part of a compound is a word of what is searched, or one with synonyms, in any of its forms."""
        if len(part) < SHORTEST_PART or ENDINGS.fullmatch(part):
            return False
        if self._stands(part):
            return True
        of = self._language
        rooted = [self._plain[number] for number in self._roots.get((of, root(part, of)), ())]
        if (head := self._head_roots.get((of, root(part, of)))) is not None:
            rooted.append(folded(head[1]))
        return any(begin_alike(folded(part), word) for word in rooted)

    def _slips(self, typed: str) -> Iterator[Near]:
        plain = folded(typed)
        for number in almost(plain, self._plain):
            yield self._near(number, Likeness.SLIP)
        roots = [of for of in self._roots if of[0] == self._language]
        for of in almost(root(typed, self._language), [each for _, each in roots]):
            for number in self._roots[roots[of]]:
                yield self._near(number, Likeness.SLIP, WITHOUT_DOTS)

    def _near(self, number: int, likeness: Likeness, nearness: float = 1.0) -> Near:
        return Near(number, self._words[number], likeness, WEIGHTS[likeness] * nearness)
