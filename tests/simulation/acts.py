"""What people do in a session, by chance: sensible acts most of the time, impossible ones now and then."""

from collections.abc import Callable
from random import Random

from sessions import events as e
from sessions.kinds import ClockShown, CodeWord, GoalSlot, GoalStatus, ItemKind, ItemState, Speaking, TurnOrder
from sessions.minutes import Minutes
from sessions.plan import PlanItem, Step
from sessions.values import Id, Instant, Seat

FORMULAS = ("0", "1", "3", "7.5", "12", "1n", "1.5n", "1(n-1)", "2+1n")
CARDS = tuple(
    map(Id, ("check-in-round", "closing-round", "goal-scale", "topic-bids", "solution-circle", "no-such-card"))
)


def steps(chance: Random) -> tuple[Step, ...]:
    """Up to three steps."""
    kinds = tuple(Speaking)
    return tuple(Step(minutes(chance), chance.choice(kinds)) for _ in range(chance.randint(0, 3)))


def minutes(chance: Random) -> Minutes:
    """A length."""
    return Minutes.parse(chance.choice(FORMULAS))


def item(chance: Random) -> PlanItem:
    """An item of a plan."""
    card = chance.choice((None, *CARDS))
    kind = chance.choice(tuple(ItemKind))
    return PlanItem(
        kind,
        minutes(chance),
        card,
        protected=chance.random() < 0.2,
        steps=steps(chance),
        first_to_go=chance.random() < 0.2,
    )


def opened(chance: Random, at: Instant, wall_offset_ms: int) -> e.Opened:
    """A session made ready."""
    items = tuple(item(chance) for _ in range(chance.randint(1, 6)))
    end = Instant(at + 45 * 60_000) if chance.random() < 0.5 else None
    uid, seed = chance.getrandbits(63), chance.getrandbits(31)
    return e.Opened(
        at,
        uid,
        seed,
        items,
        chance.randint(1, 7),
        45,
        Id("ordinary-90"),
        end=end,
        starter=Seat(1),
        wall_offset_ms=wall_offset_ms,
    )


Made = Callable[[Random, Instant, int], e.Event]
"""An act at an instant in a session whose highest identity is so much."""


def _uid(chance: Random, highest: int) -> int:
    return chance.randint(1, highest + 1)


def _seat(chance: Random) -> Seat:
    return Seat(chance.randint(0, 8))


def _of(kind: type[e.Event]) -> Made:
    return lambda _chance, at, _highest: kind(at)


ACTS: dict[type[e.Event], Made] = {
    e.Begun: lambda c, at, _n: e.Begun(at, keep_end=c.random() < 0.5, earlier=c.choice((0, 0, 0, 5, -1))),
    e.BegunEarlier: lambda c, at, _n: e.BegunEarlier(at, c.randint(0, 12)),
    e.Next: _of(e.Next),
    e.Back: _of(e.Back),
    e.ItemEnded: _of(e.ItemEnded),
    e.ItemChosen: lambda c, at, n: e.ItemChosen(at, _uid(c, n)),
    e.Paused: _of(e.Paused),
    e.Resumed: _of(e.Resumed),
    e.StepSkipped: _of(e.StepSkipped),
    e.StepRepeated: _of(e.StepRepeated),
    e.StepLengthened: lambda c, at, _n: e.StepLengthened(at, c.randint(0, 8)),
    e.MethodSwitched: lambda c, at, n: e.MethodSwitched(at, _uid(c, n), c.choice((None, *CARDS)), steps(c)),
    e.Adjusted: lambda c, at, n: e.Adjusted(at, _uid(c, n), c.randint(-8, 8)),
    e.Moved: lambda c, at, n: e.Moved(at, _uid(c, n), c.randint(-3, 3)),
    e.PutOff: lambda c, at, n: e.PutOff(at, _uid(c, n), c.choice(tuple(ItemState))),
    e.TakenIn: lambda c, at, n: e.TakenIn(at, _uid(c, n)),
    e.Inserted: lambda c, at, n: e.Inserted(at, item(c), c.choice((None, _uid(c, n)))),
    e.Given: lambda c, at, n: e.Given(at, ((_uid(c, n), c.randint(0, 9)),), later=c.choice((0, 0, 5))),
    e.WentToClosing: _of(e.WentToClosing),
    e.PayerMarked: lambda c, at, n: e.PayerMarked(at, _uid(c, n), c.random() < 0.5, c.random() < 0.5),
    e.AcuteBegun: lambda c, at, _n: e.AcuteBegun(at, tuple(item(c) for _ in range(c.randint(0, 2)))),
    e.ClockChosen: lambda c, at, n: e.ClockChosen(at, _uid(c, n), c.choice(tuple(ClockShown))),
    e.RoundStarted: lambda c, at, _n: e.RoundStarted(
        at, c.choice(tuple(TurnOrder)), _seat(c), c.choice((None, None, _seat(c)))
    ),
    e.PresenterChosen: lambda c, at, _n: e.PresenterChosen(at, c.choice((None, _seat(c)))),
    e.RoundEnded: _of(e.RoundEnded),
    e.TurnPassed: _of(e.TurnPassed),
    e.TurnHeld: _of(e.TurnHeld),
    e.TurnGiven: lambda c, at, _n: e.TurnGiven(at, _seat(c)),
    e.WentAway: lambda c, at, _n: e.WentAway(at, _seat(c)),
    e.CameBack: lambda c, at, _n: e.CameBack(at, _seat(c)),
    e.Arrived: _of(e.Arrived),
    e.GoalAdded: lambda c, at, _n: e.GoalAdded(at, c.choice(tuple(CodeWord))),
    e.GoalMarked: lambda c, at, _n: e.GoalMarked(at, c.choice(tuple(GoalSlot)), c.choice(tuple(GoalStatus))),
    e.GapTakenOut: _of(e.GapTakenOut),
    e.Undone: _of(e.Undone),
    e.Redone: _of(e.Redone),
}
OFTEN = (e.Next,) * 12 + (e.Undone, e.Undone, e.Redone, e.TurnPassed, e.GoalAdded, e.Back, e.RoundStarted, e.Arrived)
KINDS = (*ACTS, *OFTEN)


def act(chance: Random, at: Instant, highest: int) -> e.Event:
    """Something that somebody does."""
    return ACTS[chance.choice(KINDS)](chance, at, highest)
