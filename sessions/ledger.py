"""The session with its past: undo reaches back to the beginning, and redo forward again.

Undoing an act gives the session as it would be without the act. The clocks need no repair: what was running
before runs on from its own anchor. What merely happened (sleep, a step of the clock) is not undone with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sessions import events as e
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.transitions import apply, opened


@dataclass(frozen=True, slots=True)
class Past:
    """One event, and the session before it."""

    event: e.Event
    session: Session
    earlier: "Past | None"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The session as it is, how it came to be, and what was undone."""

    session: Session
    past: Past | None = None
    undone: tuple[e.Event, ...] = ()
    """The act to redo next is the last."""

    @classmethod
    def open(cls, event: e.Opened) -> "Ledger":
        """Begin with the first event."""
        return cls(opened(event))

    def after(self, event: e.Event) -> "Ledger":
        """The ledger after ``event``.

        Raises:
            Refused: the act is not possible in this state.
        """
        match event:
            case e.Undone():
                return self._undone()
            case e.Redone():
                if not self.undone:
                    raise Refused(Reason.NOTHING_TO_REDO)
                return self._applied(self.undone[-1], self.undone[:-1])
            case e.GapNoticed() | e.ClockStepped():
                return self._applied(event, self.undone)
            case _:
                return self._applied(event, ())

    @property
    def last_act(self) -> e.Event | None:
        """What undo would undo."""
        return next((past.event for past in self._back() if not isinstance(past.event, e.NOTICED)), None)

    def _applied(self, event: e.Event, undone: tuple[e.Event, ...]) -> "Ledger":
        return Ledger(apply(self.session, event), Past(event, self.session, self.past), undone)

    def _back(self) -> Iterable[Past]:
        past = self.past
        while past is not None:
            yield past
            past = past.earlier

    def _undone(self) -> "Ledger":
        if self.session.ended is not None:
            raise Refused(Reason.ENDED)
        happened: list[e.Event] = []
        for past in self._back():
            if isinstance(past.event, e.NOTICED):
                happened.append(past.event)
                continue
            ledger = Ledger(past.session, past.earlier, (*self.undone, past.event))
            for event in reversed(happened):
                ledger = ledger._noticed_again(event)
            return ledger
        raise Refused(Reason.NOTHING_TO_UNDO)

    def _noticed_again(self, event: e.Event) -> "Ledger":
        """A gap may have nothing to count in once the act before it is undone; then there is nothing to remember."""
        try:
            return self._applied(event, self.undone)
        except Refused:
            return self


def replay(events: Iterable[e.Event]) -> Ledger:
    """The ledger that these events, the first of them ``Opened``, lead to.

    Raises:
        ValueError: they do not begin with ``Opened``, or one of them is not possible where it stands.
    """
    line = iter(events)
    first = next(line, None)
    if not isinstance(first, e.Opened):
        raise ValueError("a session begins by being opened")
    ledger = Ledger.open(first)
    for event in line:
        try:
            ledger = ledger.after(event)
        except Refused as refused:
            raise ValueError(f"{type(event).__name__} is not possible here: {refused.reason}") from refused
    return ledger
