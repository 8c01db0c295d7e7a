"""Short ways to make sessions, so that a test says only what it is about."""

from dataclasses import replace

from sessions import events as e
from sessions.kinds import ItemKind, Speaking
from sessions.ledger import Ledger
from sessions.minutes import Minutes
from sessions.plan import Plan, PlanItem, Step
from sessions.rounds import Round
from sessions.session import Session
from sessions.timing import Timing, timing
from sessions.values import MINUTE, SECOND, Id, Instant, Seat

START = Instant(1_773_230_400_000)
"""2026-03-11 12:00 UTC."""
ROUND = Speaking.ROUND
ALL = Speaking.EVERYONE


def step(minutes: str | int, speaking: Speaking = ALL) -> Step:
    """A step of so many minutes."""
    return Step(Minutes.parse(str(minutes)), speaking)


def item(minutes: str | int = 10, kind: ItemKind = ItemKind.THEME, *steps: Step, **more) -> PlanItem:
    """A plan's item."""
    return PlanItem(kind, Minutes.parse(str(minutes)), steps=steps, **more)


def plan(*items: PlanItem, people: int = 6, name: str = "ordinary-90", sensitive: bool = False) -> Plan:
    """A plan."""
    return Plan(Id(name), people, items, sensitive)


def opened(*items: PlanItem, people: int = 5, minutes: int | None = None, at: Instant = START, **more) -> e.Opened:
    """The first event of a session; by default agreed to last as long as its items do."""
    length = sum(each.planned(people) for each in items) if minutes is None else minutes
    return e.Opened(at, uid=77, seed=5, items=items, people=people, minutes=length, **more)


class Story:
    """A session told act by act, with the time moved by hand."""

    def __init__(self, *items: PlanItem, begun: bool = True, at: Instant = START, **more) -> None:
        self.now = at
        self.events: list[e.Event] = [opened(*(items or (item(10), item(10), item(10))), at=at, **more)]
        self.ledger = Ledger.open(self.events[0])
        if begun:
            self.do(e.Begun)

    @property
    def session(self) -> Session:
        """The session as it is."""
        return self.ledger.session

    @property
    def times(self) -> Timing:
        """Its times now."""
        return timing(self.session, self.now)

    @property
    def round(self) -> Round:
        """The round, which there must be."""
        assert self.session.round is not None
        return self.session.round

    def wait(self, minutes: float = 0, seconds: float = 0) -> "Story":
        """Let time pass."""
        self.now = Instant(self.now + int(minutes * MINUTE + seconds * SECOND))
        return self

    def do(self, kind: type[e.Event], *args, **named) -> "Story":
        """Let something happen now."""
        event = kind(self.now, *args, **named)
        self.ledger = self.ledger.after(event)
        self.events.append(event)
        return self

    def undo(self) -> "Story":
        """Undo."""
        return self.do(e.Undone)

    def redo(self) -> "Story":
        """Redo."""
        return self.do(e.Redone)

    def spent(self) -> list[int]:
        """What the items have taken up to now."""
        return [each.spent_ms for each in self.session.settled(self.now).items]

    def states(self) -> list[str]:
        """The states of the items, in order."""
        return [each.state.value for each in self.session.items]


def seats(*numbers: int) -> tuple[Seat, ...]:
    """Seats by number."""
    return tuple(Seat(number) for number in numbers)


def a_round(*waiting: int, **more) -> Round:
    """A round in which these wait."""
    return replace(Round(seats(*waiting)), **more)
