"""The session with its past: undo reaches back to the beginning, and redo forward again.

Undoing an act gives the session as it would be without the act. The clocks need no repair: what was running
before runs on from its own anchor. What merely happened (sleep, a step of the clock) is not undone with it.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from sessions import events as e
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.transitions import apply, opened
from sessions.values import Instant


class Entry(Struct, frozen=True):
    """One event, and the session before it."""

    event: e.Event
    session: Session
    earlier: "Entry | None"


class Ledger(Struct, frozen=True):
    """The session as it is, how it came to be, and what was undone."""

    session: Session
    past: Entry | None = None
    """What came last, with everything before it."""
    undone: tuple[e.Event, ...] = ()
    """The act to redo next is the last."""
    given: int = 0
    """The highest identity that anything ever had, also what was undone: none is given twice."""

    @classmethod
    def open(cls, event: e.Opened) -> "Ledger":
        """Begin with the first event."""
        session = opened(event)
        return cls(session, given=session.highest_uid)

    def stamped(self, event: e.Event) -> e.Event:
        """``event`` with an identity that nothing ever had, if something new comes with it. Redoing keeps it."""
        return replace(event, uid=self.given + 1) if isinstance(event, e.NEW) and not event.uid else event

    def after(self, event: e.Event) -> "Ledger":
        """The ledger after ``event``.

        Raises:
            Refused: the act is not possible in this state.
        """
        ledger = self._after(event)
        return replace(ledger, given=max(self.given, ledger.session.highest_uid))

    def _after(self, event: e.Event) -> "Ledger":
        match event:
            case e.Undone():
                return self._undone()
            case e.Redone():
                return self._redone()
            case e.GapNoticed() | e.ClockStepped():
                return self._applied(event, self.undone)
            case _:
                return self._applied(event, ())

    @property
    def last_act(self) -> e.Event | None:
        """What undo would undo."""
        return next((entry.event for entry in self._back() if not isinstance(entry.event, e.NOTICED)), None)

    def _applied(self, event: e.Event, undone: tuple[e.Event, ...]) -> "Ledger":
        return Ledger(apply(self.session, event), Entry(event, self.session, self.past), undone)

    def _back(self) -> Iterable[Entry]:
        entry = self.past
        while entry is not None:
            yield entry
            entry = entry.earlier

    def _undone(self) -> "Ledger":
        if self.session.ended is not None:
            raise Refused(Reason.ENDED)
        ledger, happened = self._before_what_happened()
        if ledger.past is None:
            raise Refused(Reason.NOTHING_TO_UNDO)
        entry = ledger.past
        return Ledger(entry.session, entry.earlier, (*self.undone, entry.event))._happened_again(happened)

    def _redone(self) -> "Ledger":
        if not self.undone:
            raise Refused(Reason.NOTHING_TO_REDO)
        act = self.undone[-1]
        ledger, happened = self._before_what_happened(act.at)
        return ledger._applied(act, self.undone[:-1])._happened_again(happened)

    def _before_what_happened(self, since: Instant | None = None) -> tuple["Ledger", list[e.Event]]:
        """The ledger before the last things that merely happened after ``since``, and these, the latest first."""
        ledger, happened = self, list[e.Event]()
        while (entry := ledger.past) and isinstance(entry.event, e.NOTICED):
            if since is not None and entry.event.at <= since:
                break
            happened.append(entry.event)
            ledger = Ledger(entry.session, entry.earlier, self.undone)
        return ledger, happened

    def _happened_again(self, happened: list[e.Event]) -> "Ledger":
        """A gap may have nothing to count in once the act before it is undone; then it only keeps its place."""
        ledger = self
        for event in reversed(happened):
            try:
                ledger = ledger._applied(event, self.undone)
            except Refused:
                ledger = Ledger(ledger.session, Entry(event, ledger.session, ledger.past), self.undone)
        return ledger


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
        if isinstance(event, e.Opened):
            raise ValueError("a session is opened once")
        try:
            ledger = ledger.after(event)
        except Refused as refused:
            raise ValueError(f"{type(event).__name__} is not possible here: {refused.reason}") from refused
    return ledger
