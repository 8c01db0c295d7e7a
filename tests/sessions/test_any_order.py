"""Any acts in any order, by an advancing clock: what must hold whatever people do.

The machine keeps a model of its own: the acts that stand, with what merely happened between them, applied from
the opening on. The ledger must always be where that leads.
"""

from datetime import date

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from session_builders import START

from sessions import events as e
from sessions.keeping import record_of
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, Speaking, TurnOrder
from sessions.ledger import Ledger, replay
from sessions.minutes import Minutes
from sessions.plan import PlanItem, Step
from sessions.proposals import proposals
from sessions.refusal import Refused
from sessions.session import Session
from sessions.timing import timing
from sessions.transitions import apply
from sessions.values import MINUTE, SECOND, Id, Instant, Seat

FORMULAS = ["0", "1", "3", "7.5", "12", "1n", "1.5n", "1(n-1)", "2+1n"]
minutes = st.sampled_from(FORMULAS).map(Minutes.parse)
steps = st.lists(st.builds(Step, minutes, st.sampled_from(Speaking)), max_size=3).map(tuple)
plan_items = st.builds(
    PlanItem, st.sampled_from(ItemKind), minutes, protected=st.booleans(), steps=steps, first_to_go=st.booleans()
)
uids = st.integers(1, 7)
seats = st.integers(0, 6).map(Seat)

ACTS = {
    e.Begun: {"keep_end": st.booleans(), "earlier": st.integers(-1, 12)},
    e.BegunEarlier: {"minutes": st.integers(0, 12)},
    e.Next: {},
    e.Back: {},
    e.ItemEnded: {},
    e.ItemChosen: {"item": uids},
    e.Paused: {},
    e.Resumed: {},
    e.StepSkipped: {},
    e.StepRepeated: {},
    e.StepLengthened: {"minutes": st.integers(0, 8)},
    e.MethodSwitched: {"item": uids, "exercise": st.none() | st.just(Id("pair-buzz")), "steps": steps},
    e.Adjusted: {"item": uids, "minutes": st.integers(-8, 8)},
    e.Moved: {"item": uids, "by": st.integers(-3, 3)},
    e.PutOff: {"item": uids, "to": st.sampled_from(ItemState)},
    e.TakenIn: {"item": uids},
    e.Inserted: {"item": plan_items, "after": st.none() | uids},
    e.Given: {
        "minutes": st.lists(st.tuples(uids, st.integers(-1, 12)), max_size=2).map(tuple),
        "put_off": st.none() | uids,
        "to": st.sampled_from([ItemState.NEXT_TIME, ItemState.LEFT_OUT]),
        "later": st.integers(0, 9),
    },
    e.WentToClosing: {},
    e.PayerMarked: {"item": uids, "first_to_go": st.booleans(), "protected": st.booleans()},
    e.AcuteBegun: {"items": st.lists(plan_items, max_size=2).map(tuple)},
    e.ClockChosen: {"item": uids, "clock": st.sampled_from(ClockShown)},
    e.RoundStarted: {"order": st.sampled_from(TurnOrder), "starter": seats, "presenter": st.none() | seats},
    e.PresenterChosen: {"seat": st.none() | seats},
    e.RoundEnded: {},
    e.TurnPassed: {},
    e.TurnHeld: {},
    e.TurnGiven: {"seat": seats},
    e.WentAway: {"seat": seats},
    e.CameBack: {"seat": seats},
    e.Arrived: {},
    e.GoalAdded: {"code": st.sampled_from(CodeWord)},
    e.GoalMarked: {"slot": st.sampled_from(GoalSlot), "status": st.sampled_from(GoalStatus)},
    e.GapTakenOut: {},
    e.Ended: {},
}
NOTICED = {
    e.GapNoticed: {"ms": st.integers(30 * SECOND, 20 * MINUTE)},
    e.ClockStepped: {"ms": st.sampled_from([-3_600_000, -5_000, 2_500, 3_600_000])},
}
FLOW = (e.Next, e.Next, e.Next, e.Back, e.TurnPassed, e.TurnHeld, e.WentAway, e.CameBack, e.Arrived, e.RoundStarted)
"""What happens most in a session is drawn most."""

at = st.just(START)
acts = st.sampled_from([*(kind for kind in ACTS if kind is not e.Ended), *FLOW, *FLOW]).flatmap(
    lambda kind: st.builds(kind, at, **ACTS[kind])
)
noticed = st.sampled_from(list(NOTICED)).flatmap(lambda kind: st.builds(kind, at, **NOTICED[kind]))


def test_every_kind_of_event_takes_part():
    assert {*ACTS, *NOTICED, e.Opened, e.Undone, e.Redone} == set(e.EVENTS.values())


def spent(session):
    return sum(each.spent_ms for each in session.items)


class AnyOrder(RuleBasedStateMachine):
    """Random acts, undo, redo, sleep, and a clock that is set."""

    @initialize(
        items=st.lists(plan_items, min_size=1, max_size=4),
        people=st.integers(1, 5),
        by_clock=st.booleans(),
        starter=seats.filter(bool),
        begun=st.integers(0, 9).map(bool),
    )
    def open(self, items, people, by_clock, starter, begun):
        self.now = START
        end = Instant(START + 45 * MINUTE) if by_clock else None
        first = e.Opened(START, 1, 9, tuple(items), people, 45, Id("ordinary-90"), end=end, starter=starter)
        self.events: list[e.Event] = [first]
        self.ledger = Ledger.open(first)
        self.standing: list[e.Event] = []
        self.to_redo: list[tuple[int, e.Event]] = []
        if begun:
            self.happen(e.Begun(START))

    def happen(self, event):
        """Let ``event`` happen now; whether it was possible."""
        self.now = Instant(self.now + 1)
        event = type(event)(self.now, *(getattr(event, name) for name in event.__struct_fields__ if name != "at"))
        before = self.ledger
        session = before.session
        try:
            self.ledger = before.after(event)
        except Refused:
            assert self.ledger is before
            assert self.ledger.session is session
            return False
        self.events.append(event)
        if isinstance(event, e.Undone | e.Redone):
            return True
        self.standing.append(event)
        if not isinstance(event, e.NOTICED):
            self.to_redo.clear()
        return True

    @rule(seconds=st.sampled_from([0, 1, 20, 45, 61, 240, 900]))
    def time_passes(self, seconds):
        self.now = Instant(self.now + seconds * SECOND)

    @rule(event=acts, wait=st.integers(0, 90_000))
    def act(self, event, wait):
        self.now = Instant(self.now + wait)
        self.happen(event)

    @rule(event=noticed)
    def something_happens(self, event):
        self.happen(event)

    @rule(times=st.integers(1, 4))
    def undo(self, times):
        for _ in range(times):
            places = [place for place, event in enumerate(self.standing) if not isinstance(event, e.NOTICED)]
            possible = self.happen(e.Undone(START))
            assert possible is (bool(places) and self.ledger.session.ended is None)
            if possible:
                self.to_redo.append((places[-1], self.standing.pop(places[-1])))
                self.check_standing()

    @rule(times=st.integers(1, 4))
    def redo(self, times):
        for _ in range(times):
            possible = self.happen(e.Redone(START))
            assert possible is bool(self.to_redo)
            if possible:
                place, event = self.to_redo.pop()
                self.standing.insert(place, event)
                self.check_standing()

    @precondition(lambda self: len(self.events) > 12)
    @rule()
    def end(self):
        if self.happen(e.Ended(START)):
            assert not self.happen(e.Next(START))

    def check_standing(self):
        """Undo and redo lead exactly to where the standing events lead."""
        assert self.model()[0] == self.ledger.session

    def model(self) -> tuple[Session, int]:
        """The session that the standing events lead to, and what they took out of the count."""
        session = Ledger.open(self.events[0]).session
        out = 0
        for event in self.standing:
            try:
                after = apply(session, event)
            except Refused:
                assert isinstance(event, e.NOTICED)
                continue
            if isinstance(event, e.GapTakenOut):
                out += spent(session.settled(event.at)) - spent(after)
            session = after
        return session, out

    @invariant()
    def time_adds_up(self):
        session, out = self.model()
        assert session == self.ledger.session
        session = session.settled(self.now)
        if session.begun is not None:
            until = self.now if session.ended is None else session.ended
            assert spent(session) + session.paused_ms + out == until - session.begun
        else:
            assert spent(session) == session.paused_ms == 0

    @invariant()
    def nothing_is_below_zero(self):
        for each in self.ledger.session.settled(self.now).items:
            assert each.given >= 0
            assert each.spent_ms >= 0
            assert all(ms >= 0 for ms in each.step_spent)
            assert len(each.step_spent) == len(each.steps)
            assert not each.steps or each.before_ms + sum(each.step_spent) == each.spent_ms
            assert 0 <= each.before_ms <= each.spent_ms
            assert len(each.step_more) == len(each.steps)
            assert all(more >= 0 for more in each.step_more)
        turns = self.ledger.session.round
        assert turns is None or (turns.used_ms >= 0 and turns.turn_ms >= 0)

    @invariant()
    def the_turn_order_is_a_permutation_of_those_taking_part(self):
        session = self.ledger.session
        turns = session.round
        if turns is None:
            return
        everybody = turns.waiting + turns.gone + turns.away
        assert len(everybody) == len(set(everybody))
        assert set(everybody) <= set(range(1, session.people.seats + 1))
        assert turns.presenter not in everybody
        assert set(session.people.present) - {turns.presenter} <= set(turns.waiting + turns.gone)
        assert not set(turns.waiting) & session.people.away
        assert turns.passed <= set(turns.gone)
        assert not (turns.offering and turns.waiting)

    @invariant()
    def the_agenda_has_one_place_for_every_item(self):
        session = self.ledger.session
        uids = [each.uid for each in session.items]
        assert len(uids) == len(set(uids))
        now = [each for each in session.items if each.state is ItemState.NOW]
        assert len(now) == (session.begun is not None)
        assert all(each.step < max(1, len(each.steps)) for each in session.items)

    @invariant()
    def times_can_always_be_shown(self):
        session = self.ledger.session
        for now in (self.now, START):
            times = timing(session, now)
            assert times.turn is None or times.turn.share >= 0
            assert isinstance(times.behind_minutes, int)
            assert isinstance(times.step_left, int)
        try:
            found = proposals(session, self.now)
        except Refused:
            return
        assert 1 <= len(found.choices) <= 4

    def teardown(self):
        if not hasattr(self, "events"):
            return
        assert replay(self.events) == self.ledger
        record = record_of(self.ledger.session, date(2026, 3, 11), frozenset())
        assert record.actual >= 0


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(deadline=None, max_examples=120, stateful_step_count=40)
