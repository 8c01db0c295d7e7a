"""What the group sees: only what is allowed, and nothing of what is not shown just now."""

import pytest
from msgspec import Struct

from exercises.deck import Deck
from facilitator.projector.view import Shown, View, ViewSettings
from facilitator.projector.view_of_session import view_of
from sessions import events as e
from sessions.kinds import CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, TurnOrder
from sessions.ledger import Ledger
from sessions.people import Person
from sessions.plan import fit
from sessions.values import MINUTE, Id, Instant, Seat
from sessions.words import Words

START = Instant(1_773_230_400_000)


class Room:
    """A session with a word in every place that can have one."""

    def __init__(self, deck: Deck, plan: str = "ordinary-90", people: int = 5) -> None:
        text = deck.plan(Id(plan))
        assert text is not None
        self.deck = deck
        items = fit(text.plan, people).items
        opened = e.Opened(START, 1, 1, items, people, text.plan.length(people), text.plan.id)
        self.ledger = Ledger.open(opened)
        self.now = START
        self.words = Words()
        for seat in range(1, people + 1):
            self.words.label(Person(seat), f"seatword{seat}")
        for item in self.session.items:
            self.words.title(item.uid, f"titleword{item.uid}")

    @property
    def session(self):
        return self.ledger.session

    def do(self, kind: type[e.Event], *what, **named) -> "Room":
        self.ledger = self.ledger.after(kind(self.now, *what, **named))
        return self

    def wait(self, minutes: float) -> "Room":
        self.now = Instant(self.now + int(minutes * MINUTE))
        return self

    def goals(self) -> "Room":
        self.do(e.GoalAdded, CodeWord.MAJAKKA).do(e.GoalAdded, CodeWord.SILTA)
        for goal in self.session.goals:
            self.words.goal(goal.uid, f"goalword{goal.slot}")
            self.words.value(goal.uid, 7)
        return self

    def view(self, shown: Shown = Shown.FOLLOW) -> View:
        wanted = ViewSettings(shown, released=frozenset(goal.uid for goal in self.session.goals))
        return view_of(self.session, self.words, self.deck, wanted, self.now)


@pytest.fixture
def room(shipped: Deck) -> Room:
    return Room(shipped)


@pytest.fixture
def begun(room: Room) -> Room:
    return room.do(e.Begun)


def names(kind: type[Struct]) -> list[str]:
    return list(kind.__struct_fields__)


def words_in(view: View) -> set[str]:
    """The canaries in a view."""
    import re

    return set(re.findall(r"(?:seat|title|goal)word\w*", repr(view)))


def test_a_round_shows_the_speaker_and_the_next_and_nobody_else(begun: Room):
    begun.goals().do(e.Next)
    for speaker in range(1, 6):
        allowed = {f"seatword{speaker}", f"seatword{speaker + 1}", "titleword1"} - {"seatword6"}
        assert words_in(begun.view(Shown.ROUND)) == allowed
        begun.do(e.Next)


def test_who_passed_and_who_is_away_is_not_shown(begun: Room):
    begun.do(e.Next).do(e.TurnPassed).do(e.WentAway, Seat(4))
    assert words_in(begun.view(Shown.ROUND)) == {"seatword2", "seatword3", "titleword1"}


def test_those_who_passed_are_asked_all_together_without_a_name(begun: Room):
    begun.do(e.Next).do(e.TurnPassed)
    for _turn in range(4):
        begun.do(e.Next)
    view = begun.view(Shown.ROUND)
    assert view.next_up == ""
    assert words_in(view) == {"titleword1"}


def test_the_presenter_is_shown_as_listening_and_not_as_next(begun: Room):
    begun.do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1), Seat(2))
    view = begun.view(Shown.ROUND)
    assert view.speaker == "seatword1"
    assert "seatword3" in view.next_up
    assert "seatword2" in view.presenter


def test_goals_show_no_seat_and_no_item(begun: Room):
    begun.goals().do(e.GoalMarked, GoalSlot.A, GoalStatus.REACHED).do(e.Next)
    view = begun.view(Shown.GOALS)
    assert words_in(view) == {"goalwordA", "goalwordB"}
    assert (view.goals[0].slot, view.goals[0].code, view.goals[0].status) == ("A", "lighthouse", "reached")
    assert view.clock is None


def test_the_programme_shows_titles_without_minutes(begun: Room):
    begun.goals().do(e.Next)
    view = begun.view(Shown.PROGRAMME)
    assert words_in(view) == {f"titleword{uid}" for uid in range(1, 9)}
    assert view.clock is None
    assert all(isinstance(state, ItemState) for _title, state in view.programme)


def test_the_programme_leaves_out_what_was_put_off_and_the_buffer(begun: Room):
    begun.do(e.PutOff, 3, ItemState.NEXT_TIME).do(e.PutOff, 5, ItemState.LEFT_OUT)
    assert not {"titleword3", "titleword5", "titleword9"} & words_in(begun.view(Shown.PROGRAMME))
    assert begun.session.item(9).kind is ItemKind.BUFFER


def test_what_was_parked_for_an_acute_matter_is_not_shown(begun: Room, shipped: Deck):
    from facilitator.preparing.preparation import acute_items

    begun.wait(5).do(e.AcuteBegun, acute_items(shipped, 5))
    assert "titleword2" not in words_in(begun.view(Shown.PROGRAMME))
    assert begun.view(Shown.CLOCK).clock is None
