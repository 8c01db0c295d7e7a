"""The session now running: the only place where an act becomes a new session, a line in the journal, and news.

One direction: an act comes in, the pure transition gives the next session, the journal writes the event down,
and those who listen are told. Nobody else changes anything.
"""

from collections.abc import Callable

from sessions import events as e
from sessions.clock import Clock, Look, Noticed
from sessions.ledger import Ledger
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.store.journal import Journal
from sessions.store.problems import StoreProblem
from sessions.values import SECOND, GroupCode, Instant
from sessions.words import Words

NOTHING = Noticed(0, 0)
PULSE = 10 * SECOND
"""How often the journal gets a sign of life: how exactly the length of a gap after a crash is known."""


class RunningSession:
    """The running session with its words, its clock and its journal."""

    def __init__(self, ledger: Ledger, clock: Clock, journal: Journal, *, notices: bool = True) -> None:
        """Take over a ledger whose events are in the journal already.

        ``notices`` is off where the clock is made to jump on purpose, in the demonstration.
        """
        self.ledger = ledger
        self.clock = clock
        self.journal = journal
        self.words = Words()
        self._notices = notices
        self._listeners: list[Callable[[], None]] = []
        look = Look.at(clock)
        self._look = look._replace(wall=Instant(look.now + ledger.session.wall_offset_ms))
        """Where the session believes the computer's clock to be: one that was set since a crash is noticed."""
        self._noticed = NOTHING
        """What has been noticed and not been told by ``tick`` yet."""
        self._pulse = clock.now()

    @classmethod
    def open(cls, opened: e.Opened, clock: Clock, journal: Journal, *, notices: bool = True) -> "RunningSession":
        """Begin with a session just made ready."""
        running = cls(Ledger.open(opened), clock, journal, notices=notices)
        journal.add(opened)
        return running

    @property
    def session(self) -> Session:
        """The session as it is."""
        return self.ledger.session

    def now(self) -> Instant:
        """The instant on the session's line of time."""
        return self.clock.now()

    def listen(self, listener: Callable[[], None]) -> None:
        """Call ``listener`` after every change."""
        self._listeners.append(listener)

    def do(self, event: e.Event) -> None:
        """Let ``event`` happen, after whatever happened to the clocks unnoticed before it.

        Raises:
            Refused: it is not possible in this state; nothing changed.
        """
        self._notice()
        self._happen(event)

    def end(self, at: Instant, keep: GroupCode | None) -> None:
        """End the session at ``at``, to be kept for a group or not at all, and forget its words at once.

        Of one that has ended already only where it is kept becomes another.
        """
        if self.session.ended is None:
            self.do(e.Ended(at, keep))
        else:
            self.journal.keep(keep)
        self.words.forget()
        self.tell()

    def leave(self) -> StoreProblem | None:
        """Stop writing; the session can be gone on with later. One that was never begun leaves nothing.

        Returns why its journal is still there.
        """
        if self.session.begun is not None or self.session.ended is not None:
            self.journal.close()
            return None
        try:
            self.journal.remove()
        except StoreProblem as problem:
            return problem
        return None

    def _happen(self, event: e.Event) -> None:
        event = self.ledger.stamped(event)
        self.ledger = self.ledger.after(event)
        self.journal.add(event)
        self.tell()

    def unlisten(self, listener: Callable[[], None]) -> None:
        """Do not call ``listener`` any more."""
        self._listeners.remove(listener)

    def tell(self) -> None:
        """Tell the listeners that something changed; also when it was a word."""
        for listener in tuple(self._listeners):
            listener()

    def refusal(self, event: e.Event) -> Reason | None:
        """Why ``event`` would be refused; None when it would not."""
        try:
            self.ledger.after(event)
        except Refused as refused:
            return refused.reason
        return None

    def tick(self) -> Noticed:
        """Look at the clocks, about once a second: notice sleep and steps, and leave a sign of life.

        Returns what became part of the session: a gap while nothing ran is none.
        """
        self._notice()
        noticed, self._noticed = self._noticed, NOTHING
        now = self.clock.now()
        if now - self._pulse >= PULSE:
            self._pulse = now
            self.journal.pulse(now)
        return noticed

    def _notice(self) -> None:
        look = Look.at(self.clock)
        noticed = look.since(self._look) if self._notices else NOTHING
        self._look = look
        if noticed.gap and self._note(e.GapNoticed(look.now, noticed.gap)):
            self._noticed = self._noticed._replace(gap=noticed.gap)
        if noticed.step and self._note(e.ClockStepped(look.now, noticed.step)):
            self._noticed = self._noticed._replace(step=noticed.step)

    def _note(self, event: e.Event) -> bool:
        if self.refusal(event) is not None:
            return False
        self._happen(event)
        return True
