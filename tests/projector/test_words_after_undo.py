"""A word that the group may see is never seen under another goal, nor a name on another's seat, whatever is undone."""

from random import Random

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.projector.selection import Selection
from facilitator.projector.terminal_rows import rows_of
from facilitator.projector.view import Shown
from facilitator.projector.wire import encode
from sessions import events as e
from sessions.kinds import CodeWord, ItemKind, TurnOrder
from sessions.minutes import Minutes
from sessions.plan import PlanItem
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.values import FIRST_SEAT, Seat

DECK = Deck()
ACTS = ("goal", "person", "round", "undo", "undo", "undo", "redo", "redo")


class Wall:
    """A session with everything on it released, and the group's view of it."""

    def __init__(self, data) -> None:
        self.clock = FakeClock()
        store = Store(data)
        store.claim()
        opened = e.Opened(self.clock.now(), 1, 1, (PlanItem(ItemKind.THEME, Minutes.whole(60)),), 3, 60)
        self.running = RunningSession.open(opened, self.clock, store.journal(self.clock.anchor()), notices=False)
        self.showing = Selection()
        self.codes = iter(CodeWord)

    def do(self, kind, *what) -> bool:
        try:
            self.running.do(kind(self.clock.now(), *what))
        except Refused:
            return False
        return True

    def act(self, what: str) -> None:
        session, words = self.running.session, self.running.words
        match what:
            case "goal" if (code := next(self.codes, None)) and self.do(e.GoalAdded, code):
                goal = self.running.session.goals[-1]
                assert not words.goals.get(goal.uid)
                words.goal(goal.uid, f"goalof-{code}-")
                self.showing.release(frozenset({goal.uid}))
            case "person" if self.do(e.Arrived):
                people = self.running.session.people
                person = people.person(Seat(people.seats))
                assert person not in words.labels
                words.label(person, f"person-{len(words.labels)}-")
            case "round":
                self.do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(session.people.seats), None)
            case "undo":
                self.do(e.Undone)
            case "redo":
                self.do(e.Redone)

    def text(self, shown: Shown) -> str:
        running = self.running
        self.showing.choose(shown)
        view = self.showing.view(running.session, running.words, DECK, running.now())
        rows = "\n".join(row.text for row in rows_of(view, 200, 60, running.now()))
        return encode(view, running.now()).decode() + rows

    def check(self) -> None:
        session = self.running.session
        board = self.text(Shown.GOALS)
        here = {goal.code.value for goal in session.goals}
        for code in CodeWord:
            assert (f"goalof-{code}-" in board) is (code.value in here)
        for seat in range(1, session.people.seats + 1):
            owner = session.people.person(Seat(seat))
            others = [label for person, label in self.running.words.labels.items() if person != owner]
            if session.round is not None and session.round.speaker == seat and session.round.next_up is None:
                assert not any(label in self.text(Shown.ROUND) for label in others)


@pytest.mark.parametrize("seed", range(12))
def test_the_wall_through_undo_and_redo(seed: int, data):
    wall, chance = Wall(data), Random(seed)
    wall.do(e.Begun)
    for _act in range(60):
        wall.act(chance.choice(ACTS))
        wall.check()
    wall.running.journal.close()


def test_a_goal_that_takes_the_place_of_one_undone_says_nothing(data):
    wall = Wall(data)
    wall.do(e.Begun)
    wall.act("goal")
    assert "goalof-majakka-" in wall.text(Shown.GOALS)
    wall.do(e.Undone)
    wall.do(e.GoalAdded, CodeWord.KIVI)
    assert "goalof" not in wall.text(Shown.GOALS)
    wall.do(e.Undone)
    wall.do(e.Undone)
    wall.do(e.RoundStarted, TurnOrder.CLOCKWISE, FIRST_SEAT, None)
    assert "goalof" not in wall.text(Shown.ROUND)
    wall.running.journal.close()


def test_a_person_who_comes_after_one_undone_has_no_name(data):
    wall = Wall(data)
    wall.do(e.Begun)
    wall.act("person")
    wall.do(e.Undone)
    wall.do(e.Arrived)
    wall.do(e.RoundStarted, TurnOrder.CLOCKWISE, Seat(4), None)
    assert "person-" not in wall.text(Shown.ROUND)
    wall.running.journal.close()


def test_one_goal_large_is_no_other_goal_after_an_undo(data):
    wall = Wall(data)
    wall.act("goal")
    wall.act("goal")
    second = wall.running.session.goals[1]
    wall.showing.change(goal=second.uid)
    assert "goalof-majakka-" not in wall.text(Shown.GOALS)
    wall.do(e.Undone)
    wall.act("goal")
    assert wall.running.session.goals[1].slot == second.slot
    assert "goalof-majakka-" in wall.text(Shown.GOALS)
    wall.running.journal.close()
