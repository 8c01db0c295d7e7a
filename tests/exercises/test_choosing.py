"""What fits a moment, and drawing."""

from random import Random

import pytest
from counts import CARDS

from exercises.card import LONG_ROUND
from exercises.choosing import PHASES_OF, CardFilter, about, draw, fits, for_moment, shorter, standing
from exercises.closed import Phase, Remote, Theme, Turns
from exercises.deck import Deck
from sessions.kinds import ItemKind
from sessions.values import Id


def chosen(deck: Deck, wanted: CardFilter, present: int = 5) -> set[str]:
    return {str(card.id) for card in deck.cards() if fits(card, wanted, present)}


def test_nothing_wanted_is_everything(shipped: Deck):
    assert len(chosen(shipped, CardFilter())) == CARDS


@pytest.mark.parametrize("phase", list(Phase))
def test_by_phase(shipped: Deck, phase: Phase):
    found = chosen(shipped, CardFilter(phases=(phase,)))
    assert found
    assert all(shipped.card(Id(each)).phase is phase for each in found)


def test_by_minutes_with_the_people_present(shipped: Deck):
    assert "check-in-round" in chosen(shipped, CardFilter(minutes=10), 5)
    assert "check-in-round" not in chosen(shipped, CardFilter(minutes=10), 8)


def test_by_people(shipped: Deck):
    assert "strengths-spotting" in chosen(shipped, CardFilter(people=6))
    assert "strengths-spotting" not in chosen(shipped, CardFilter(people=7))


def test_by_theme_remote_and_turn_rule(shipped: Deck):
    for each in chosen(shipped, CardFilter(theme=Theme.POWER)):
        assert Theme.POWER in shipped.card(Id(each)).themes
    for each in chosen(shipped, CardFilter(remote=True)):
        card = shipped.card(Id(each))
        assert card.remote is Remote.YES or card.remote_substitute
    for each in chosen(shipped, CardFilter(turns=Turns.PRESENTER_OUT)):
        assert shipped.card(Id(each)).turns is Turns.PRESENTER_OUT


@pytest.mark.parametrize("kind", list(ItemKind))
def test_every_moment_of_a_session_has_a_card(shipped: Deck, kind: ItemKind):
    assert kind in PHASES_OF
    assert chosen(shipped, for_moment(kind, 20, 5))


def test_never_the_same_twice_in_a_row(shipped: Deck):
    cards, chance, before = shipped.cards()[:3], Random(1), None
    for _ in range(200):
        drawn = draw(cards, chance, before)
        assert drawn is not None
        assert drawn.id != before
        before = drawn.id


def test_everything_is_drawn_sometimes_and_by_the_same_chance_the_same(shipped: Deck):
    cards = shipped.cards()
    assert {draw(cards, Random(seed), None).id for seed in range(2000)} == {card.id for card in cards}
    assert draw(cards, Random(3), None) is draw(cards, Random(3), None)


def test_what_was_used_lately_is_drawn_only_when_there_is_nothing_else(shipped: Deck):
    one, two, three = shipped.cards()[:3]
    assert draw([one, two, three], Random(1), one.id, {two.id}) is three
    assert draw([one, two], Random(1), one.id, {two.id}) is two
    assert draw([one], Random(1), one.id) is None


def test_questions_about_a_theme_else_all(shipped: Deck):
    questions = shipped.questions()
    assert {each.theme for each in about(questions, [Theme.POWER])} == {Theme.POWER}
    assert about(questions, [Theme.CASE]) == list(questions)


def test_a_question_that_goes_on_from_another_waits_for_it(shipped: Deck):
    questions = [each for each in shipped.questions() if each.theme is Theme.BOUNDARIES]
    follow_up = next(each for each in questions if each.after is not None)
    assert follow_up not in standing(questions, [])
    assert follow_up in standing(questions, [follow_up.after])
    assert standing(questions, []) == [each for each in questions if each.after is None]


def test_a_long_round_has_a_shorter_form_that_suits(shipped: Deck):
    for card in shipped.cards():
        for people in range(card.people[0], card.people[2] + 1):
            if card.longest_round(people) > LONG_ROUND:
                other = shorter(card, people, shipped)
                assert other is not None, card.id
                assert other.longest_round(people) <= LONG_ROUND
                assert other.suits(people), (card.id, people)
                assert other.minutes(people) < card.minutes(people), (card.id, people)
            else:
                assert shorter(card, people, shipped) is None
