"""Searching in real cards, by words as people type them."""

import pytest

from exercises.deck import Deck
from exercises.searching import Index, matches
from exercises.wordforms import same_word
from facilitator.desk.screens.card_list import Listed
from facilitator.texts import languages


@pytest.fixture
def finnish(shipped: Deck):
    languages.use("fi")
    return Listed(shipped, bare=True)


def ids(listed: Listed, wanted: str) -> list[str]:
    return [str(each.id) for each in listed.found(wanted, questions=False) if each is not None]


@pytest.mark.parametrize(
    ("wanted", "card"),
    [
        ("jaksamisen", "load-and-resources"),
        ("jaksamisesta", "check-in-scale"),
        ("aanen", "check-in-round"),
        ("ääni", "closing-round"),
        ("kierroksen", "check-in-round"),
        ("kierrosta", "closing-round"),
        ("vahvuuksien", "strengths-spotting"),
        ("vahvuuksia", "strengths-spotting"),
        ("vallan", "power-map"),
        ("rajojen", "three-boundary-circles"),
        ("tavoitteista", "goal-crafting"),
        ("tunteiden", "emotion-words"),
        ("muutoksesta", "change-phases"),
        ("kuvia", "check-in-picture"),
        ("voimavaroja", "load-and-resources"),
        ("ristiriidan", "layers-of-conflict"),
        ("tyoroolin", "role-map"),
        ("PARIPORINA", "pair-buzz"),
        ("pelisaannot", "agreements-workshop"),
    ],
)
def test_inflected_and_without_dots(finnish: Listed, wanted: str, card: str):
    assert card in ids(finnish, wanted)


def test_the_name_comes_first(finnish: Listed):
    assert ids(finnish, "pariporina")[0] == "pair-buzz"
    assert ids(finnish, "ihmekysymyksen")[0] == "miracle-question"


@pytest.mark.parametrize("wanted", ["tavallinen jono", "xyzzy", "kvanttifysiikka"])
def test_what_is_not_there_is_not_found(finnish: Listed, wanted: str):
    assert ids(finnish, wanted) == []


def test_a_search_narrows(finnish: Listed):
    found = ids(finnish, "jaksamisen")
    assert 0 < len(found) < 30
    assert set(ids(finnish, "jaksamisen kierros")) <= set(found)


def test_english_and_questions(shipped: Deck):
    listed = Listed(shipped, bare=True)
    assert "strengths-spotting" in ids(listed, "strengths")
    assert all(each is not None for each in listed.found("boundary", questions=True))
    assert listed.found("boundary", questions=True)


@pytest.mark.parametrize(("one", "other"), [("tavoite", "tavallinen"), ("kokous", "kokeilu"), ("raha", "raja")])
def test_other_words_are_not_forms_of_the_same(one: str, other: str):
    assert not same_word(one, other)


def test_no_words_find_everything():
    assert [hit.place for hit in Index([[], []]).find("  ")] == [0, 1]
    assert matches("", "anything")
