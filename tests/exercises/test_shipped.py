"""What is shipped: every card, plan and question file is whole, in every language, and adds up."""

import re
import tomllib
from pathlib import Path

import pytest
from offenders import of_each

from exercises.card import Card, PlanText, Text
from exercises.closed import LANGUAGES
from exercises.deck import SHIPPED, Deck
from sessions.cleaning import clean
from sessions.kinds import ItemKind
from sessions.plan import fit
from sessions.values import Id

CARDS = sorted(path.stem for path in (SHIPPED / "cards").glob("*.toml"))
PLANS = sorted(path.stem for path in (SHIPPED / "plans").glob("*.toml"))
QUESTIONS = sorted((SHIPPED / "questions").glob("*.toml"))

LONGEST_TITLE = 34
"""Signs: what an agenda has room for."""
LONG_PLAN = 75
"""Minutes: a plan that takes so long wants a break."""
BREAK_INSIDE_THE_METHOD = {"incident-90"}
"""Its method cannot be divided into two items; the note says when the break is."""


def card_of(deck: Deck, card_id: str) -> Card:
    card = deck.card(Id(card_id))
    assert card is not None, deck.faults
    return card


def plan_of(deck: Deck, plan_id: str) -> PlanText:
    text = deck.plan(Id(plan_id))
    assert text is not None, deck.faults
    return text


def whole(text: Text) -> bool:
    return bool(text.fi.strip() and text.en.strip())


def test_there_is_a_deck():
    assert len(CARDS) >= 108
    assert len(PLANS) >= 49
    assert len(QUESTIONS) >= 8


def test_no_shipped_file_has_a_fault(shipped: Deck):
    for card_id in shipped.card_ids():
        shipped.card(card_id)
    for plan_id in shipped.plan_ids():
        shipped.plan(plan_id)
    assert shipped.faults == []


def test_every_file_has_an_id_that_is_found(shipped: Deck):
    assert shipped.card_ids() == CARDS
    assert shipped.plan_ids() == PLANS


@of_each(CARDS)
def test_a_card_has_steps_and_a_theme(shipped: Deck, card_id: str):
    card = card_of(shipped, card_id)
    assert card.steps
    assert card.themes


@of_each(CARDS)
def test_a_card_takes_a_believable_time_with_any_number_it_allows(shipped: Deck, card_id: str):
    card = card_of(shipped, card_id)
    fewest, best, most = card.people
    times = [card.minutes(people) for people in (fewest, best, most)]
    assert times == sorted(times)
    assert all(1 <= minutes <= 180 for minutes in times)
    assert all(step.minutes.for_people(best) > 0 for step in card.steps)


@of_each(CARDS)
def test_a_substitute_is_a_card_that_works_remotely(shipped: Deck, card_id: str):
    substitute = card_of(shipped, card_id).remote_substitute
    if substitute is not None:
        assert card_of(shipped, substitute).remote == "yes"
        assert substitute != card_id


@of_each(PLANS)
def test_a_plan_is_whole_in_every_language(shipped: Deck, plan_id: str):
    text = plan_of(shipped, plan_id)
    assert all((text.name, text.suits, text.when, *text.titles))
    for said in (text.name, text.suits, text.when, text.bring, text.note, *text.titles):
        assert not [language for language in LANGUAGES if said.lacks(language)], said
    assert len(text.titles) == len(text.plan.items)
    assert not text.own


@of_each(PLANS)
def test_the_items_of_a_plan_come_to_its_minutes(shipped: Deck, plan_id: str):
    plan = plan_of(shipped, plan_id).plan
    told = tomllib.loads((SHIPPED / "plans" / f"{plan_id}.toml").read_text("utf-8"))["minutes"]
    assert plan.length() == told
    assert [item.slot for item in plan.items] == list(range(len(plan.items)))


@of_each(PLANS)
def test_every_exercise_of_a_plan_fits_its_slot_at_the_plans_number(shipped: Deck, plan_id: str):
    plan = plan_of(shipped, plan_id).plan
    for item in plan.items:
        if item.exercise is not None:
            card = card_of(shipped, item.exercise)
            assert card.minutes(plan.people) <= item.planned(plan.people), item.exercise
            assert item.steps == card.steps


@of_each(PLANS)
def test_a_plans_titles_are_short_enough_to_be_read_whole(shipped: Deck, plan_id: str):
    text = plan_of(shipped, plan_id)
    for said in (text.name, *text.titles):
        for language in LANGUAGES:
            assert len(said.said(language)) <= LONGEST_TITLE, said.said(language)


@of_each(PLANS)
def test_a_plan_closes_and_says_what_is_first_to_go(shipped: Deck, plan_id: str):
    items = plan_of(shipped, plan_id).plan.items
    assert any(item.kind is ItemKind.CLOSING for item in items)
    first = [item for item in items if item.first_to_go]
    assert first
    assert not any(item.is_protected for item in first)


@of_each(sorted(set(PLANS) - BREAK_INSIDE_THE_METHOD))
def test_a_long_plan_has_a_break(shipped: Deck, plan_id: str):
    plan = plan_of(shipped, plan_id).plan
    assert plan.length() < LONG_PLAN or any(item.kind is ItemKind.BREAK for item in plan.items)


@of_each(PLANS)
def test_what_is_protected_in_a_plan_never_pays(shipped: Deck, plan_id: str):
    plan = plan_of(shipped, plan_id).plan
    protected = [item for item in plan.items if item.is_protected]
    for people in (plan.people, plan.people + 3):
        takes = {item.slot: item.planned(people) for item in protected}
        after = fit(plan, people, max(10, plan.length() // 2)).items
        assert {i.slot: int(i.minutes.fixed) for i in after if i.is_protected} == takes


@of_each(PLANS)
def test_a_plan_can_be_fitted_to_any_number_of_people(shipped: Deck, plan_id: str):
    plan = plan_of(shipped, plan_id).plan
    for people in (1, 3, 12):
        fitted = fit(plan, people, plan.length())
        assert all(item.minutes.fixed >= 0 and not item.minutes.per_person for item in fitted.items), people
        assert fitted.length <= plan.length() or not fitted.fits, people


def test_the_plans_that_the_program_needs_are_there(shipped: Deck):
    from facilitator.preparing.preparation import DEFAULT_PLAN
    from facilitator.texts.names import ACUTE_PLAN

    assert plan_of(shipped, DEFAULT_PLAN).plan.length() == 90
    assert any(item.kind is ItemKind.CLOSING for item in plan_of(shipped, ACUTE_PLAN).plan.items)


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_file_is_whole_in_every_language(path: Path):
    questions = tomllib.loads(path.read_text("utf-8"))["questions"]
    assert questions
    for question in questions:
        assert {"id", "fi", "en", "sv"} <= question.keys() <= {"id", "fi", "en", "sv", "after"}
        Id(question["id"])
        assert question["fi"].strip().endswith("?")
        assert question["en"].strip().endswith("?")
        assert question["sv"].strip().endswith("?")
        assert clean(question["fi"]) == question["fi"]


def test_no_question_has_the_id_of_another():
    ids = [q["id"] for path in QUESTIONS for q in tomllib.loads(path.read_text("utf-8"))["questions"]]
    assert len(ids) == len(set(ids)) >= 120


@pytest.mark.parametrize("kind", ["cards", "plans", "questions"])
def test_nothing_shipped_shouts_or_holds_a_control_character(kind: str):
    for path in (SHIPPED / kind).glob("*.toml"):
        text = path.read_text("utf-8")
        assert clean(text, len(text) + 1, lines=True) == text.strip(), path
        assert "!" not in text, path


@of_each(CARDS)
def test_what_a_card_says_it_holds_is_in_it(shipped: Deck, card_id: str):
    card = card_of(shipped, card_id)
    texts = (card.materials, card.invitation, *card.step_texts, *card.step_invitations)
    named = [
        said
        for text in texts
        for said, words in (
            (text.fi, r"\b(tässä )?kort(in|issa|ista|illa)\b"),
            (text.sv, r"\b(på|i|ur) (det här )?kortet\b|\bkortets\b"),
            (text.en, r"\bon (this|the) card\b|\bthe card's\b"),
        )
        if re.search(words, said)
    ]
    assert card.sheet or not named, named


@of_each(CARDS)
def test_a_source_says_where_a_method_is_from_or_that_it_is_our_own(shipped: Deck, card_id: str):
    """A name with a year, a title or an address that can be looked up; else that it is common, or made for this."""
    source = card_of(shipped, card_id).source.fi
    assert re.search(r"\b(1[89]|20)\d\d\b|\w\.(fi|org|uk|de|com)\b|[Yy]lei|[Ll]aadittu|perinte", source), source
