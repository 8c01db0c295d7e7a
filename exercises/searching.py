"""Searching as people type: parts of words, inflected words, without dots and rings, with slips, by synonyms.

What is found comes best first, and says why it was found: where, by which word, and how near that is to what was typed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from math import log

from msgspec import Struct
from msgspec.structs import replace

from exercises.card import Card, PlanText, Question, Text
from exercises.closed import LANGUAGES
from exercises.near_words import NEAREST, Lexicon, Likeness
from exercises.synonyms import Synonyms
from exercises.wordforms import folded, tells_nothing, words_of


class Field(IntEnum):
    """Where a word stands, the weightiest first."""

    NAME = 0
    PURPOSE = 1
    THEME = 2
    STEPS = 3
    INVITATION = 4
    """What the group reads: invitations, and what the exercise needs in hand."""


WEIGHTS = {Field.NAME: 100.0, Field.PURPOSE: 60.0, Field.THEME: 48.0, Field.STEPS: 26.0, Field.INVITATION: 18.0}
LATER_THEME = 0.9
"""Each further theme of a card counts for so much of the one before it."""
ANOTHER_LANGUAGE = 0.8
AGAIN = 0.15
"""What a word counts for where it stands once more."""
WHOLE_NAME, BEGINNING_OF_NAME = 60.0, 20.0
PARTLY = 0.6
"""What has only one of the words, but in its name, when all of them are only in steps and invitations."""
OF_COMPOUND = 0.8
"""What a part of the typed compound counts for at most, against a word that was typed by itself."""
SURE = frozenset((Likeness.EXACT, Likeness.FORM, Likeness.SYNONYM))
MOST_REMEMBERED = 200
"""Typed words."""
COMMON = 0.7
"""How much less a word counts beside another when everything has it."""
LONGEST_SEARCH = 12
"""Words; more is pasted, not typed."""


class Passage(Struct, frozen=True):
    """A piece of what is searched."""

    field: Field
    text: str
    language: str
    weight: float = 1.0
    """1 in full; less for what counts for less."""


class Why(Struct, frozen=True):
    """Why something was found."""

    field: Field
    word: str
    """The word as it stands there, in small letters."""
    likeness: Likeness
    typed: str
    """The word that was typed."""


class Hit(Struct, frozen=True):
    """Something found."""

    place: int
    """Its place among what is searched, from 0."""
    why: Why | None
    """None when nothing was wanted."""


class _Found(Struct):
    """How well one typed word suits one place."""

    best: float
    rest: float
    why: Why

    @property
    def score(self) -> float:
        return self.best + AGAIN * self.rest


class Index:
    """Passages made ready for searching: each is cut into words once, not at every key."""

    def __init__(
        self, searched: Sequence[Iterable[Passage]], language: str = LANGUAGES[0], synonyms: Synonyms | None = None
    ) -> None:
        """``language`` is the reader's: what is in it counts for more."""
        self._count = len(searched)
        self._language = language
        self._names: list[str] = []
        self._lexicon = Lexicon(synonyms or {}, language)
        standing: dict[int, dict[tuple[int, Field], float]] = defaultdict(dict)
        for place, passages in enumerate(searched):
            name = ""
            for passage in passages:
                if passage.field is Field.NAME and not name:
                    name = folded(passage.text)
                weight = WEIGHTS[passage.field] * passage.weight
                weight *= 1.0 if passage.language == language else ANOTHER_LANGUAGE
                words = words_of(passage.text)
                numbers = [
                    self._lexicon.add(word, passage.language)
                    for word in words
                    if passage.field is Field.NAME or not tells_nothing(word, passage.language)
                ]
                if len(words) > 1 and passage.field <= Field.THEME:
                    numbers.append(self._lexicon.add_phrase(words))
                for number in numbers:
                    known = standing[number]
                    at = (place, passage.field)
                    known[at] = max(weight, known.get(at, 0.0))
            self._names.append(name)
        self._standing = [[(*at, weight) for at, weight in standing[number].items()] for number in range(len(standing))]
        self._found: dict[str, Mapping[int, _Found]] = {}
        """What was found by each word before: while one types, only the last word is another."""

    def find(self, wanted: str) -> list[Hit]:
        """What has every wanted word, best first; where that is little, also what is about one of them."""
        words = _telling(words_of(wanted), self._language)[:LONGEST_SEARCH]
        if not words:
            return [Hit(place, None) for place in range(self._count)]
        whole = " ".join(words)
        found = [self._by_word(word) for word in words]
        scores = self._with_all(found, folded(whole))
        if len(words) > 1:
            for other in {whole, "".join(words)}:
                for place, together in self._by_word(other, surely=True).items():
                    if place not in scores or scores[place][0] < together.score:
                        scores[place] = (together.score, together.why)
            if not any(_is_about(each[place] for each in found if place in each) for place in scores):
                self._add_partly(scores, found)
        ranked = sorted(scores.items(), key=lambda each: (-each[1][0], each[0]))
        return [Hit(place, why) for place, (_, why) in ranked]

    def _with_all(self, found: Sequence[Mapping[int, _Found]], whole: str) -> dict[int, tuple[float, Why]]:
        scores: dict[int, tuple[float, Why]] = {}
        alone = len(found) == 1
        telling = [1.0 if alone else 1.0 - COMMON * len(each) / max(1, self._count) for each in found]
        for place in min(found, key=len):
            here = [each[place] for each in found if place in each]
            if len(here) < len(found):
                continue
            score = sum(each.score * share for each, share in zip(here, telling, strict=True))
            if self._names[place].startswith(whole):
                score += WHOLE_NAME if self._names[place] == whole else BEGINNING_OF_NAME
            scores[place] = (score, max(here, key=lambda each: each.best).why)
        return scores

    @staticmethod
    def _add_partly(scores: dict[int, tuple[float, Why]], found: Sequence[Mapping[int, _Found]]) -> None:
        """Add what has one of the words in its name, or the very word in its purpose."""
        for by_word in found:
            for place, one in by_word.items():
                score = one.score * PARTLY
                if _is_surely_about(one.why) and (place not in scores or scores[place][0] < score):
                    scores[place] = (score, one.why)

    def _by_word(self, typed: str, *, surely: bool = False) -> Mapping[int, _Found]:
        if typed in self._found:
            return self._found[typed]
        found: dict[int, _Found] = {}
        names_only = len(typed) < 3  # so short a beginning is in every text
        for near in self._lexicon.near(typed, surely=surely):
            for place, field, weight in self._standing[near.number]:
                if names_only and field is not Field.NAME:
                    continue
                score = weight * near.weight
                known = found.get(place)
                if known is None:
                    found[place] = _Found(score, 0.0, Why(field, near.word, near.likeness, typed))
                elif score > known.best:
                    known.rest += known.best
                    known.best, known.why = score, Why(field, near.word, near.likeness, typed)
                else:
                    known.rest += score
        if not surely:
            self._add_of_parts(found, typed)
        if len(self._found) > MOST_REMEMBERED:
            self._found.clear()
        if not surely:
            self._found[typed] = found
        return found

    def _add_of_parts(self, found: dict[int, _Found], typed: str) -> None:
        """Add what the parts of a compound find; the rarer part tells more (``arvo`` in ``arvokeskustelu``)."""
        if any(each.why.likeness in SURE for each in found.values()):
            return
        for part in self._lexicon.parts(typed):
            of_part = self._by_word(part)
            rarity = OF_COMPOUND * log(self._count / max(1, len(of_part)) + 1) / log(self._count + 1)
            for place, one in of_part.items():
                why = replace(one.why, likeness=max(one.why.likeness, Likeness.PART, key=NEAREST.index), typed=typed)
                known = found.setdefault(place, _Found(0.0, 0.0, why))
                known.best += rarity * one.score


def _is_about(found: Iterable[_Found]) -> bool:
    """Whether the words are what a card is about, and not only something said on the way."""
    return all(each.why.field <= Field.THEME for each in found)


def _is_surely_about(why: Why) -> bool:
    return why.field is Field.NAME or (why.field is Field.PURPOSE and why.likeness is Likeness.EXACT)


def _telling(words: list[str], language: str) -> list[str]:
    """The words that tell something; all of them when none does, and the last one, which may be unfinished."""
    told = [word for word in words[:-1] if not tells_nothing(word, language)] + words[-1:]
    return told if len(words) > 1 else words


def card_passages(card: Card, language: str, themes: Sequence[str]) -> list[Passage]:
    """What is searched of a card; ``themes`` are the names of its themes and its phase in the reader's language."""
    found = [*_said(Field.NAME, card.name, language, LANGUAGES), Passage(Field.NAME, card.id, "", 0.5)]
    found += _said(Field.PURPOSE, card.purpose, language, LANGUAGES)
    found += [Passage(Field.THEME, name, language, LATER_THEME**nth) for nth, name in enumerate(themes)]
    for step in card.step_texts:
        found += _said(Field.STEPS, step, language)
    for text in (card.invitation, *card.step_invitations, card.sheet, card.materials):
        found += _said(Field.INVITATION, text, language)
    return found


def question_passages(question: Question, language: str, theme: str) -> list[Passage]:
    """What is searched of a question; ``theme`` is the name of its theme."""
    return [*_said(Field.NAME, question.text, language, LANGUAGES), Passage(Field.THEME, theme, language)]


def plan_passages(plan: PlanText, language: str) -> list[Passage]:
    """What is searched of a plan."""
    found = [*_said(Field.NAME, plan.name, language, LANGUAGES), Passage(Field.NAME, plan.plan.id, "", 0.5)]
    for text in (plan.suits, plan.when):
        found += _said(Field.PURPOSE, text, language, LANGUAGES)
    for title in plan.titles:
        found += _said(Field.STEPS, title, language)
    return found


def _said(field: Field, text: Text, language: str, others: Iterable[str] = ()) -> list[Passage]:
    if not text:
        return []
    own = language if getattr(text, language, "") else next(each for each in LANGUAGES if getattr(text, each))
    rest = [(each, said) for each in others if each != own and (said := getattr(text, each))]
    return [Passage(field, each_said, each) for each, each_said in [(own, getattr(text, own)), *rest]]
