"""Every member of every closed list has a name, and every refusal, trouble and fault a sentence."""

from enum import StrEnum
from pathlib import Path

import pytest

from exercises.closed import Phase
from exercises.deck import Deck
from exercises.languages import LANGUAGES
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

LISTS = [k for k in vars(kinds).values() if isinstance(k, type) and issubclass(k, StrEnum) and k is not StrEnum]
NAMED = [k for k in LISTS if k.__name__ != "GoalSlot"]
MEMBERS = [member for kind in NAMED for member in kind]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("member", MEMBERS, ids=lambda m: f"{type(m).__name__}.{m.name}")
def test_a_member_has_a_name(member: StrEnum, language: str):
    languages.use(language)
    assert name_of(member).strip()


@pytest.mark.parametrize("kind", [k for k in NAMED if k.__name__ != "Speaking"], ids=lambda k: k.__name__)
def test_no_two_members_of_a_list_have_the_same_name(kind: type[StrEnum]):
    for language in LANGUAGES:
        languages.use(language)
        names = [name_of(member) for member in kind]
        assert len(names) == len(set(names)), language


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("why", Reason)
def test_a_refusal_has_a_sentence(why: Reason, language: str):
    languages.use(language)
    assert reason(why).endswith((".", "?"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", Trouble)
@pytest.mark.parametrize("aside", [None, Path("/x/aside")])
def test_a_trouble_has_a_sentence_with_everything_filled_in(kind: Trouble, language: str, aside: Path | None):
    languages.use(language)
    said = trouble(StoreProblem(kind, Path("/x/file"), aside))
    assert said.endswith(".")
    assert "{" not in said
    assert "None" not in said or kind is Trouble.RESTORED


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", FaultKind)
def test_a_fault_has_a_sentence_with_its_place(kind: FaultKind, language: str):
    languages.use(language)
    said = fault(Fault(Path("/x/card.toml"), 7, kind, "avain", "oikea"))
    assert said.startswith("/x/card.toml:7: ")
    assert "{" not in said
    assert len(said) > 25


def test_a_seat_is_known_by_what_is_written_on_it_else_by_its_number():
    words, people = Words(), People(5)
    assert seat_name(Seat(3), words, people) == seat_name(Seat(3)) == "seat 3"
    words.label(people.person(Seat(3)), "ikkuna")
    assert seat_name(Seat(3), words, people) == "ikkuna"


def test_what_is_gone_is_called_by_its_id_and_what_is_special_by_nothing_else(shipped: Deck):
    gone = Id("gone")
    assert plan_name(gone, shipped) == exercise_name(gone, shipped) == "gone"
    assert "special" in plan_name(SPECIAL, shipped)
    assert "special" in exercise_name(SPECIAL, shipped)
    assert plan_name(None, shipped)


def test_a_kept_item_is_called_by_its_plan_else_its_exercise_else_its_kind(shipped: Deck):
    item = KeptItem(ItemKind.CHECK_IN, 10, 10, Id("check-in-round"), 0)
    assert kept_title(item, Id("ordinary-90"), shipped) == "Opening round"
    card = shipped.card(Id("check-in-round"))
    assert card is not None
    assert kept_title(item, None, shipped) == card.name.en
    assert kept_title(KeptItem(ItemKind.BREAK, 5, 5), None, shipped) == "Break"
    assert kept_title(KeptItem(ItemKind.BREAK, 5, 5, None, 99), Id("ordinary-90"), shipped) == "Break"
    assert "special" in kept_title(KeptItem(None, 5, 5, SPECIAL), SPECIAL, shipped)


def test_phases_have_their_own_names():
    assert len(set(Phase)) == 8
