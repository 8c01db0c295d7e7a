"""Looking through all words as one text finds what looking into each word would."""

from random import Random

import pytest

from exercises.near_words import Lexicon


@pytest.fixture
def lexicon() -> Lexicon:
    """Made-up words of few letters, so that many hold each other, and phrases, which hold nothing for a single word."""
    chance = Random(5)
    made = Lexicon({}, "fi")
    for nth in range(400):
        made.add("".join(chance.choices("abcö", k=chance.randint(1, 9))), "fi")
        if nth % 50 == 0:
            made.add_phrase(["abc", "bca"])
    return made


@pytest.mark.parametrize("part", ["abc", "bca", "aaaa", "cab", "abcabc", "zzz", "bb"])
def test_every_word_that_holds_the_letters_is_found_once(lexicon: Lexicon, part: str):
    found = list(lexicon._containing(part))
    assert found == [number for number, word in enumerate(lexicon._plain) if part in word]


def test_a_word_added_after_a_search_is_found_too(lexicon: Lexicon):
    assert not list(lexicon._containing("xyz"))
    number = lexicon.add("axyzb", "fi")
    assert list(lexicon._containing("xyz")) == [number]
    assert [near.number for near in lexicon.near("axyzb")] == [number]
