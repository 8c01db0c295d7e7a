"""What the group sees: only what is allowed, and nothing of what is not shown just now."""

from dataclasses import fields

import pytest

from exercises.deck import Deck
from facilitator.projector.showing import Showing
from facilitator.projector.view import BLACK, SOFT_STEPS, ClockView, GoalView, Shown, View, view_of
from sessions import events as e
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, TurnOrder
from sessions.ledger import Ledger
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
            self.words.label(Seat(seat), f"seatword{seat}")
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
        for slot in (GoalSlot.A, GoalSlot.B):
            self.words.goal(slot, f"goalword{slot}")
            self.words.value(slot, 7)
        return self

    def view(self, shown: Shown = Shown.FOLLOW) -> View:
        return view_of(self.session, self.words, self.deck, shown, self.now)


@pytest.fixture
def room(shipped: Deck) -> Room:
    return Room(shipped)


@pytest.fixture
def begun(room: Room) -> Room:
    return room.do(e.Begun)


def names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def test_the_fields_are_exactly_those_that_are_allowed():
    assert names(View) == [
        "shown",
        "title",
        "clock",
        "programme",
        "speaker",
        "next_up",
        "presenter",
        "offering",
        "goals",
    ]
    assert names(ClockView) == ["left_ms", "parts_left", "paused"]
    assert names(GoalView) == ["slot", "code", "status", "text", "value"]


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
    assert view.offering
    assert (view.speaker, view.next_up) == ("", "")
    assert words_in(view) == {"titleword1"}


def test_the_presenter_is_shown_as_listening_and_not_as_next(begun: Room):
    begun.do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(1), Seat(2))
    view = begun.view(Shown.ROUND)
    assert (view.speaker, view.next_up, view.presenter) == ("seatword1", "seatword3", "seatword2")


@pytest.mark.parametrize("shown", [Shown.CLOCK, Shown.ROUND])
def test_without_a_round_there_is_the_present_title_and_the_clock_only(begun: Room, shown: Shown):
    begun.goals()
    view = begun.view(shown)
    assert view.shown is Shown.CLOCK
    assert words_in(view) == {"titleword1"}
    assert view.clock is not None
    assert not view.programme
    assert not view.goals


def test_goals_show_no_seat_and_no_item(begun: Room):
    begun.goals().do(e.GoalMarked, GoalSlot.A, GoalStatus.REACHED).do(e.Next)
    view = begun.view(Shown.GOALS)
    assert words_in(view) == {"goalwordA", "goalwordB"}
    assert view.goals[0] == GoalView("A", "lighthouse", "reached", "goalwordA", 7)
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
    from facilitator.opening import acute_items

    begun.wait(5).do(e.AcuteBegun, acute_items(shipped, 5))
    assert "titleword2" not in words_in(begun.view(Shown.PROGRAMME))
    assert begun.view(Shown.CLOCK).clock is None


@pytest.mark.parametrize("shown", Shown)
def test_what_is_for_the_supervisor_is_in_no_view(begun: Room, shown: Shown):
    begun.do(e.Next)
    card = begun.deck.card(begun.session.current.exercise)
    assert card is not None
    seen = repr(begun.view(shown))
    for text in (card.advice, card.source, card.purpose, *card.step_texts):
        for said in (text.fi, text.en):
            assert said[:20] not in seen or not said


@pytest.mark.parametrize("shown", Shown)
def test_after_the_end_it_is_black(begun: Room, shown: Shown):
    begun.goals().wait(3).do(e.Ended)
    assert begun.view(shown) == BLACK == View(Shown.BLACK)


def test_black_holds_nothing(begun: Room):
    assert begun.goals().view(Shown.BLACK) == BLACK


def test_an_exact_clock_has_what_is_left(begun: Room):
    begun.wait(4)
    assert begun.view(Shown.CLOCK).clock == ClockView(6 * MINUTE, 8, paused=False)
    begun.do(e.Paused).wait(1)
    assert begun.view(Shown.CLOCK).clock == ClockView(6 * MINUTE, 8, paused=True)


@pytest.mark.parametrize(("gone", "parts"), [(0, SOFT_STEPS), (0.1, SOFT_STEPS), (5, 6), (9.99, 1), (10, 0), (30, 0)])
def test_a_soft_clock_is_a_shape_without_digits(begun: Room, gone: float, parts: int):
    begun.do(e.ClockChosen, 1, ClockShown.SOFT).wait(gone)
    clock = begun.view(Shown.CLOCK).clock
    assert clock == ClockView(None, parts, paused=False)


def test_no_clock_is_no_clock(begun: Room):
    begun.do(e.ClockChosen, 1, ClockShown.NONE).do(e.Next)
    assert begun.view(Shown.CLOCK).clock is None
    assert begun.view(Shown.ROUND).clock is None


def test_follow_shows_what_fits(room: Room):
    room.goals()
    assert room.view().shown is Shown.PROGRAMME
    room.do(e.Begun)
    assert room.view().shown is Shown.CLOCK
    room.do(e.Next)
    assert room.view().shown is Shown.ROUND
    while room.session.current.kind is not ItemKind.GOALS:
        room.do(e.ItemEnded)
    assert room.view().shown is Shown.GOALS
    room.do(e.Next)
    assert room.view().shown is Shown.ROUND


@pytest.mark.parametrize("shown", Shown)
def test_follow_itself_is_never_what_the_group_sees(begun: Room, shown: Shown):
    assert begun.view(shown).shown is not Shown.FOLLOW


def test_showing_starts_black_and_blanks_from_anything():
    showing = Showing()
    assert showing.shown is Shown.BLACK
    for shown in Shown:
        showing.choose(shown)
        assert showing.shown is shown
        if shown is not Shown.BLACK:
            showing.toggle_blank()
            assert showing.shown is Shown.BLACK
            showing.toggle_blank()
            assert showing.shown is shown


def test_choosing_while_blanked_shows_it():
    showing = Showing()
    showing.choose(Shown.CLOCK)
    showing.toggle_blank()
    showing.choose(Shown.GOALS)
    assert showing.shown is Shown.GOALS
