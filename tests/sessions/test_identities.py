"""Words belong to the goal, the person and the item they were written for, whatever is undone and done again.

The machine keeps a model of its own that knows no uids: the acts that stand, each thing with a token it was born
with. A word is the token of the thing it was written for, so that a word in a wrong place is seen at once.
"""

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from session_builders import START, Story, item

from sessions import events as e
from sessions.goals import Goal
from sessions.keeping import record_of
from sessions.kinds import CodeWord, GoalSlot
from sessions.ledger import Ledger, replay
from sessions.refusal import Refused
from sessions.values import Seat
from sessions.words import Words

DAY = date(2026, 3, 11)


class Identities(RuleBasedStateMachine):
    """Goals, people and items that come, are undone and come again, all within one millisecond."""

    @initialize(goals=st.integers(0, 3), people=st.integers(1, 4))
    def open(self, goals, people):
        kept = tuple(Goal(slot, CodeWord.KIVI) for slot in list(GoalSlot)[:goals])
        opened = e.Opened(START, 1, 1, (item(10), item(10)), people, 20, goals=kept)
        self.ledger = Ledger.open(opened)
        self.journal = [opened]
        self.words = Words()
        self.born = 0
        self.first = [("goal", self.token()) for _ in range(goals)]
        self.first += [("person", self.token()) for _ in range(people)]
        self.first += [("item", self.token()) for _ in range(2)]
        self.standing: list[list[tuple[str, str]]] = []
        self.to_redo: list[list[tuple[str, str]]] = []
        self.written: set[str] = set()

    def token(self):
        self.born += 1
        return f"word{self.born}"

    def things(self, kind):
        """The tokens of what there is, in the order in which it came."""
        acts = [self.first, *self.standing]
        return [token for act in acts for what, token in act if what == kind]

    def happen(self, event):
        event = self.ledger.stamped(event)
        try:
            self.ledger = self.ledger.after(event)
        except Refused:
            return False
        self.journal.append(event)
        return True

    def comes(self, event, *kinds):
        if self.happen(event):
            self.standing.append([(kind, self.token()) for kind in kinds])
            self.to_redo.clear()

    @rule(code=st.sampled_from(CodeWord))
    def goal_comes(self, code):
        self.comes(e.GoalAdded(START, code), "goal")

    @rule()
    def person_comes(self):
        self.comes(e.Arrived(START), "person")

    @rule()
    def item_comes(self):
        self.comes(e.Inserted(START, item(5), 1), "item")

    @rule(items=st.integers(1, 2))
    def acute(self, items):
        self.comes(e.AcuteBegun(START, (item(5),) * items), *["item"] * items)

    @rule(seat=st.integers(1, 6))
    def away_or_back(self, seat):
        away = seat in self.ledger.session.people.away
        self.comes((e.CameBack if away else e.WentAway)(START, Seat(seat)))

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            if self.happen(e.Undone(START)):
                self.to_redo.append(self.standing.pop())

    @rule(times=st.integers(1, 4))
    def redo(self, times):
        for _ in range(times):
            if self.happen(e.Redone(START)):
                self.standing.append(self.to_redo.pop())

    @rule(number=st.integers(0, 9))
    def write(self, number):
        """Write everywhere at one place: on a goal, a seat and an item."""
        for kind, uids, put in (
            ("goal", self.goals(), self.words.goal),
            ("person", self.persons(), self.words.label),
            ("item", self.items(), self.words.title),
        ):
            if number < len(uids):
                token = self.things(kind)[number]
                put(uids[number], token)
                self.written.add(token)

    def goals(self):
        return [goal.uid for goal in self.ledger.session.goals]

    def persons(self):
        people = self.ledger.session.people
        return [people.person(Seat(number)) for number in range(1, people.seats + 1)]

    def items(self):
        """By when they came, not by their place."""
        return sorted(each.uid for each in self.ledger.session.items)

    @invariant()
    def every_word_is_where_it_was_written(self):
        for kind, uids, words in (
            ("goal", self.goals(), self.words.goals),
            ("person", self.persons(), self.words.labels),
            ("item", self.items(), self.words.titles),
        ):
            expected = [token if token in self.written else None for token in self.things(kind)]
            assert [words.get(uid) for uid in uids] == expected

    @invariant()
    def a_journal_replayed_gives_the_same_identities(self):
        assert replay(self.journal) == self.ledger

    @invariant()
    def nothing_of_an_identity_is_kept(self):
        session = self.ledger.session
        kept = record_of(session, DAY, frozenset()).goals
        board = () if session.people.seats == 1 else session.goals
        assert kept == tuple(Goal(goal.slot, goal.code, goal.status) for goal in board)


TestIdentities = Identities.TestCase
TestIdentities.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_acts_of_an_older_journal_without_uids_are_done_as_they_were():
    """There, an item that came after an undone one had its uid, and what follows speaks of it by that."""
    story = Story(item(10), item(10)).do(e.Inserted, item(5)).undo().do(e.Inserted, item(7))
    story.do(e.Arrived).do(e.GoalAdded, CodeWord.KIVI).do(e.Adjusted, 3, 2)
    assert story.session.item(3).given == 9
    assert replay(story.events) == story.ledger
