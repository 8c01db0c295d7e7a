"""Lists are in the order that readers know."""

import pytest

from exercises.deck import Deck
from exercises.ordering import in_order


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("fi", "Akvaario ei Ei-sana Esine Vasa waste Zorro åke Äiti Öljy"),
        ("sv", "Akvaario ei Ei-sana Esine Vasa waste Zorro åke Äiti Öljy"),
        ("en", "Äiti åke Akvaario ei Ei-sana Esine Öljy Vasa waste Zorro"),
    ],
)
def test_the_alphabet_of_each_language(language: str, ordered: str):
    words = ordered.split()
    assert in_order(sorted(words, reverse=True), str, language) == words


def test_a_decomposed_letter_is_the_same_letter():
    assert in_order(["z", "A\u0308iti", "Aika"], str, "fi") == ["Aika", "z", "A\u0308iti"]


def test_cards_and_plans_by_name(shipped: Deck):
    names = [card.name.fi for card in shipped.cards_by_name("fi")]
    assert len(names) == len(shipped.cards())
    assert names[-1] == "Ylösalaisin"
    assert names.index("Tunnesanat") < names.index("Työni kuvana") < names.index("Työsää")
    assert len(shipped.plans_by_name("sv")) == len(shipped.plans())
