"""A plan in words: what the supervisor should know before it."""

import pytest

from exercises.deck import Deck
from facilitator.preparing.preparation import Preparation
from facilitator.texts import languages, plans
from sessions.values import Id


def of(deck: Deck, plan_id: str) -> Preparation:
    found = deck.plan(Id(plan_id))
    assert found is not None
    return Preparation.of(found.plan)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ("For whom: group", "At which point: when", "Good to know: In danger to life call 112", "Bring: contacts"),
        ),
        ("fi", ("Kenelle: ryhmä", "Missä vaiheessa: kun", "Hyvä tietää: Hengenvaarassa soita 112", "Mukaan: esi")),
        ("sv", ("För vem: grupp", "I vilket skede: när", "Bra att veta: Vid livsfara, ring 112", "Ta med: kontakt")),
    ],
)
def test_a_plan_says_for_whom_when_with_what_and_what_else_to_know(shipped: Deck, language: str, said: tuple[str, ...]):
    with languages.speaking(language):
        for text in (plans.plain(of(shipped, "acute-60"), shipped), plans.markdown(of(shipped, "acute-60"), shipped)):
            assert all(each in text for each in said)


def test_a_plan_says_what_is_first_to_go(shipped: Deck):
    with languages.speaking("en"):
        assert "First to go: Balint case work 2" in plans.plain(of(shipped, "balint-90"), shipped)
