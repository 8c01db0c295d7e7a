"""What is shipped: every plan's sum, every card's fit to its slot, every text by the house rules."""

import re

from offenders import of_each

from exercises.card import LONG_ROUND
from exercises.deck import SHIPPED, Deck
from sessions.plan import fit

MINUTES = {
    # id: minutes with the fewest, the best number and the most people, as domain.md has them
    "check-in-round": (5, 10, 17), "check-in-one-word": (3, 4, 9), "check-in-work-weather": (4, 7, 12),
    "check-in-scale": (4, 7, 12), "check-in-picture": (6, 11, 15), "arrive-in-silence": (3, 3, 3),
    "what-is-better": (5, 11, 18), "topic-bids": (6, 9, 14), "appreciative-interview": (24, 28, 62),
    "values-dilemma": (21, 24, 31),
}  # fmt: skip
CARDS = [path.stem for path in sorted((SHIPPED / "cards").glob("*.toml"))]
PLANS = [path.stem for path in sorted((SHIPPED / "plans").glob("*.toml"))]


def test_all_are_there_and_none_is_broken(shipped: Deck):
    assert (len(shipped.cards()), len(shipped.questions()), len(shipped.plans())) == (108, 131, 49)
    assert shipped.faults == []


@of_each(PLANS)
def test_a_plan_comes_to_its_length_and_every_card_fits_its_slot(shipped: Deck, plan):
    found = shipped.plan(plan).plan
    stated = re.search(r"(?m)^minutes = (\d+)", (SHIPPED / f"plans/{plan}.toml").read_text(encoding="utf-8"))
    assert found.length() == int(stated[1])
    for item in found.items:
        if item.exercise is not None:
            card = shipped.card(item.exercise)
            assert card.minutes(found.people) <= item.planned(found.people), item.exercise
            assert card.suits(found.people), item.exercise


@of_each(PLANS)
def test_a_plan_fits_any_group(shipped: Deck, plan):
    found = shipped.plan(plan).plan
    for people in (1, 3, 8, 12):
        fitted = fit(found, people, found.length())
        assert all(item.minutes.fixed >= 0 for item in fitted.items)


@of_each(CARDS)
def test_the_minutes_are_reckoned_from_the_steps(shipped: Deck, card):
    found = shipped.card(card)
    few, best, most = (found.minutes(people) for people in found.people)
    assert 1 <= few <= best <= most
    assert (few, best, most) == MINUTES.get(card, (few, best, most))
    assert all(found.minutes(n) <= found.minutes(n + 1) for n in range(found.people[0], found.people[2]))
    assert found.longest_round(found.people[1]) <= LONG_ROUND or found.shorter


@of_each(CARDS)
def test_a_card_that_a_card_names_is_there_and_the_advice_has_three_lines(shipped: Deck, card):
    found = shipped.card(card)
    assert found.remote_substitute is None or shipped.card(found.remote_substitute)
    assert found.shorter is None or shipped.card(found.shorter)
    assert len(found.advice.fi.splitlines()) == 3
    assert found.advice.fi.splitlines()[-1].startswith("Ilman korttia: ")


def every_text(deck: Deck):
    for card in deck.cards():
        texts = (card.name, card.purpose, card.invitation, card.advice, card.caution, card.materials, card.sheet)
        yield from ((str(card.id), text) for text in (*texts, *card.step_texts, *card.step_invitations))
    for plan in deck.plans():
        yield from ((str(plan.plan.id), text) for text in (plan.name, plan.suits, plan.note, *plan.titles))
    for question in deck.questions():
        yield str(question.id), question.text


def test_the_house_rules_of_finnish(shipped: Deck):
    for where, text in every_text(shipped):
        for said in (text.fi, text.en):
            assert "!" not in said, where
            assert "  " not in said, where
        assert '"' not in text.fi, where
        assert "“" not in text.fi, where
        assert not re.search(r"\d+\.\d+ (?:min|h)", text.fi), where
        assert not re.search(r"\d-\d", text.fi), where
        assert " ," not in text.fi, where
