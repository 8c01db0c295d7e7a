"""Searching in real cards, by words as people type them."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from exercises.deck import Deck
from exercises.searching import Index
from exercises.wordforms import matches, root, same_word, words_of
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


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("muutosvastarinta", {"change-phases", "plus-change", "force-field"}),
        ("palautetaidot", {"giving-feedback", "receiving-feedback"}),
        ("roolikonflikti", {"role-map", "layers-of-conflict"}),
    ],
)
def test_a_compound_is_found_by_its_parts_the_rarer_first(finnish: Listed, wanted: str, first: set[str]):
    found = ids(finnish, wanted)
    assert found[0] in first
    assert len(first & set(found[:5])) >= len(first) - 1


def test_a_doing_is_found_by_its_verb(finnish: Listed):
    assert same_word("jaksaminen", "jaksan")
    assert same_word("jaksoimme", "jaksamisesta") is False
    assert not same_word("jasen", "jaksan")


def test_words_that_only_share_a_short_root_are_not_forms_of_each_other(finnish: Listed):
    assert not {"member-joins", "member-leaves"} & set(ids(finnish, "jaksan")[:3])


def test_an_ending_is_no_part_of_a_compound(finnish: Listed):
    from exercises.near_words import ENDINGS

    assert ENDINGS.fullmatch("minen")
    assert ids(finnish, "xyzzyminen") == []


def test_lists_made_in_several_threads_find_the_same(shipped: Deck):
    texts = " ".join(card.purpose.said("fi") for card in shipped.cards())
    words = sorted(set(words_of(texts)))
    alone = [root.__wrapped__(word, "fi") for word in words]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            each = list(threads.map(lambda _one: [root.__wrapped__(word, "fi") for word in words], range(4)))
    finally:
        sys.setswitchinterval(before)
    assert each == [alone] * 4
