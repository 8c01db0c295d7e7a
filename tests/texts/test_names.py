"""Every member of every closed list has a name, and every refusal, trouble and fault a sentence."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from exercises import closed
from exercises.closed import Phase
from exercises.deck import Deck, Origin
from exercises.tables import Fault, FaultKind
from facilitator.texts import languages
from facilitator.texts.names import exercise_name, kept_title, name_of, plan_name, seat_name
from facilitator.texts.reasons import fault, reason, trouble
from sessions import kinds
from sessions.kinds import ItemKind
from sessions.people import People
from sessions.record import KeptItem
from sessions.refusal import Reason
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import SPECIAL, Id, Seat
from sessions.words import Words

LISTS = [
    k
    for k in {**vars(kinds), **vars(closed), "Origin": Origin}.values()
    if isinstance(k, type) and issubclass(k, StrEnum) and k is not StrEnum
]
NAMED = [k for k in LISTS if k.__name__ != "GoalSlot"]


def test_every_member_has_a_name_of_its_own_in_every_language():
    nameless, alike = [], []
    for language in languages.LANGUAGES:
        languages.use(language)
        for kind in NAMED:
            names = [name_of(member) for member in kind]
            nameless += [(language, member) for member, name in zip(kind, names, strict=True) if not name.strip()]
            if kind is not kinds.Speaking and len(set(names)) < len(names):
                alike.append((language, kind))
    assert nameless == alike == []


def test_the_lists_of_the_deck_are_among_them():
    assert {"Phase", "Form", "Theme", "Turns", "Remote", "Origin"} <= {kind.__name__ for kind in NAMED}


def in_every_language(say: Callable[[Any], str], things: Iterable[Any]) -> dict[tuple[str, str], str]:
    """What is said of each thing, by language and thing."""
    said = {}
    for language in languages.LANGUAGES:
        languages.use(language)
        said |= {(language, str(thing)): say(thing) for thing in things}
    assert said
    return said


def test_a_refusal_has_a_sentence():
    said = in_every_language(reason, list(Reason))
    assert {key: text for key, text in said.items() if not text.endswith((".", "?"))} == {}


@pytest.mark.parametrize("aside", [None, Path("/x/aside")])
def test_a_trouble_has_a_sentence_with_everything_filled_in(aside: Path | None):
    said = in_every_language(lambda kind: trouble(StoreProblem(kind, Path("/x/file"), aside)), list(Trouble))
    assert {key: text for key, text in said.items() if not text.endswith(".") or "{" in text} == {}
    # A file is only said to be restored when the damaged one was moved aside.
    assert {key for key, text in said.items() if "None" in text} <= {(at, "restored") for at in languages.LANGUAGES}


def test_a_fault_has_a_sentence_with_its_place():
    said = in_every_language(
        lambda kind: fault(Fault(Path("/x/card.toml"), 7, kind, "avain", "oikea")), list(FaultKind)
    )
    assert {
        key: text
        for key, text in said.items()
        if not text.startswith("/x/card.toml:7: ") or "{" in text or len(text) <= 25
    } == {}


def test_a_seat_is_known_by_what_is_written_on_it_else_by_its_number():
    words, people = Words(), People(5)
    assert seat_name(Seat(3), words, people) == seat_name(Seat(3)) == "seat 3"
    words.label(people.person(Seat(3)), "ikkuna")
    assert seat_name(Seat(3), words, people) == "ikkuna"


def test_what_is_gone_is_called_by_its_id(shipped: Deck):
    gone = Id("gone")
    assert plan_name(gone, shipped) == exercise_name(gone, shipped) == "gone"
    assert plan_name(None, shipped) == "own agenda"


def test_a_sensitive_plan_or_card_is_not_told_from_one_that_is_not(shipped: Deck):
    assert plan_name(SPECIAL, shipped) == plan_name(None, shipped)
    one_of_the_others = kept_title(KeptItem(ItemKind.EXERCISE, 20, 19), None, shipped)
    assert kept_title(KeptItem(ItemKind.EXERCISE, 20, 19, SPECIAL), None, shipped) == one_of_the_others


def test_a_kept_item_is_called_by_its_plan_else_its_exercise_else_its_kind(shipped: Deck):
    item = KeptItem(ItemKind.CHECK_IN, 10, 10, Id("check-in-round"), 0)
    assert kept_title(item, Id("ordinary-90"), shipped) == "Opening round"
    card = shipped.card(Id("check-in-round"))
    assert card is not None
    assert kept_title(item, None, shipped) == card.name.en
    assert kept_title(KeptItem(ItemKind.BREAK, 5, 5), None, shipped) == "Break"
    assert kept_title(KeptItem(ItemKind.BREAK, 5, 5, None, 99), Id("ordinary-90"), shipped) == "Break"
    assert kept_title(KeptItem(None, 5, 5, SPECIAL), SPECIAL, shipped) == "own agenda"


def test_a_past_title_does_not_follow_a_plan_that_has_another_form_today(shipped: Deck):
    plan = Id("ordinary-90")
    text = shipped.plan(plan)
    assert text is not None
    item = KeptItem(ItemKind.CASE, 10, 10, None, 2)
    assert kept_title(item, plan, shipped, text.plan.form) == text.titles[2].en
    assert kept_title(item, plan, shipped, text.plan.form + 1) == name_of(ItemKind.CASE)


def test_a_card_taken_in_place_of_what_the_plan_proposed_is_said(shipped: Deck):
    taken = KeptItem(ItemKind.CASE, 25, 25, Id("questions-only"), 2)
    card, text = shipped.card(Id("questions-only")), shipped.plan(Id("ordinary-90"))
    assert card is not None
    assert text is not None
    assert kept_title(taken, Id("ordinary-90"), shipped) == f"{text.titles[2].en} · {card.name.en}"


def test_phases_have_their_own_names():
    assert len(set(Phase)) == 8
