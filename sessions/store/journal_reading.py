"""Reading a journal after its program has died: as much as is whole, and how much is not.

A bad line does not end the reading. Lines carry running numbers, so what is missing between two whole lines is
known; acts after a hole that no longer fit are left out and counted too.
"""

from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from sessions import events as e
from sessions.clock import Anchor
from sessions.ledger import Ledger, replay
from sessions.store.journal_format import SCHEMA, FromNewer, Keep, Pulse, Start, meaning, whole_line
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import THE_EPOCH, GroupCode, Instant


class Unfinished(Struct, frozen=True):
    """A session that was interrupted."""

    path: Path
    """Its journal."""
    events: tuple[e.Event, ...]
    ledger: Ledger
    anchor: Anchor
    """Of the last start of the program."""
    last_act: Instant
    last_alive: Instant
    """The last sign of life before a gap that is not counted yet; what came after is the gap."""
    length: int
    """Bytes of the journal."""
    lines: int
    """Whole lines in it."""
    keep: GroupCode | None = None
    """Of a session that has ended: the group chosen last for its record; None for keeping nothing."""
    missing: int = 0
    """At most so many acts were in lines that are damaged, or could not happen without them."""
    bad_line: int | None = None
    """The first line that is not whole, from 1; such a journal is never written on."""
    copies: tuple[Path, ...] = ()
    """Other journals of the same session that hold nothing more, left when its journal had to be begun anew."""

    @property
    def uid(self) -> int:
        """The session's."""
        return self.ledger.session.uid

    @property
    def ended(self) -> bool:
        """Whether its ending was interrupted."""
        return self.ledger.session.ended is not None

    @property
    def is_something(self) -> bool:
        """Whether it was more than made ready: only then is there anything to lose."""
        return self.ledger.session.begun is not None or bool(self.missing)


def read_journal(path: Path) -> Unfinished | None:
    """The session in a journal; None when there is no journal, or it ends before the session was opened.

    Raises:
        StoreProblem: the journal cannot be read, was written by another version, or has no session in it.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise problem(error, path) from error
    reading = _Reading()
    try:
        reading.read(data)
    except FromNewer as error:
        raise StoreProblem(Trouble.NEWER, path) from error
    if reading.ledger is None:
        if reading.holds_nothing(data):
            return None
        raise StoreProblem(Trouble.DAMAGED, path)
    return reading.unfinished(reading.ledger, path, len(data))


def is_of(path: Path, uid: int) -> bool:
    """Whether it is a journal of the session ``uid``; one that cannot be read is nobody's."""
    try:
        found = read_journal(path)
    except StoreProblem:
        return False
    return found is not None and found.uid == uid


def each_once(found: list[Unfinished]) -> list[Unfinished]:
    """Each session once, by its fullest journal; the alive last first."""
    fullest: list[Unfinished] = []
    for each in sorted(found, key=lambda one: (one.ended, len(one.events), one.last_alive), reverse=True):
        for place, fuller in enumerate(fullest):
            if fuller.uid == each.uid and set(each.events) <= set(fuller.events):
                fullest[place] = replace(fuller, copies=(*fuller.copies, each.path))
                break
        else:
            fullest.append(each)
    return sorted(fullest, key=lambda one: one.last_alive, reverse=True)


class _Reading(Struct):
    """What has been read so far."""

    ledger: Ledger | None = None
    events: list[e.Event] = field(default_factory=list)
    anchor: Anchor | None = None
    alive: Instant = THE_EPOCH
    schema: int = SCHEMA
    keep: GroupCode | None = None
    number: int = 0
    """Of the last whole line."""
    missing: int = 0
    bad_line: int | None = None
    started_again: bool = False
    """The program was started again, and nothing has been done since: its signs of life are not the session's."""

    def read(self, data: bytes) -> None:
        *lines, torn = data.split(b"\n")
        bad_since: list[bytes] = []
        for place, raw in enumerate(lines, 1):
            line = whole_line(raw)
            if line is None or line.number <= self.number:
                if line is not None and line.number == 0:
                    raise FromNewer
                self.bad_line = self.bad_line or place
                bad_since.append(raw)
                continue
            if line.number > self.number + 1:
                self.bad_line = self.bad_line or place
                self.missing += line.number - self.number - 1
            bad_since.clear()
            self.number = line.number
            self._take(meaning(line, self.schema))
        if torn:
            self.bad_line = self.bad_line or len(lines) + 1
            bad_since.append(torn)
        self.missing += sum(max(1, raw.count(b'{"n":')) for raw in bad_since)

    def _take(self, what: Start | Pulse | Keep | e.Event) -> None:
        match what:
            case Start(schema, anchor):
                self.started_again = self.ledger is not None
                self.schema, self.anchor = schema, anchor
                if not self.started_again:
                    self.alive = max(self.alive, anchor.instant)
            case Pulse(at):
                if not self.started_again:
                    self.alive = max(self.alive, at)
            case Keep(group):
                self.keep = group
            case e.Event():
                self._happen(what)

    def _happen(self, event: e.Event) -> None:
        try:
            if self.ledger is None:
                self.ledger = replay([event])
            elif isinstance(event, e.Opened):
                raise ValueError("a session is opened once")
            else:
                self.ledger = self.ledger.after(event)
        except Exception:  # whatever an act without those before it runs into, it cannot be done again
            self.missing += 1
            return
        if isinstance(event, e.Ended):
            self.keep = event.keep
        self.events.append(event)
        self.alive = max(self.alive, event.at)
        self.started_again = False

    def holds_nothing(self, data: bytes) -> bool:
        """Whether the program died before it had written down that there is a session."""
        return not data or (self.anchor is not None and self.number == 1 and data.count(b"\n") == 1)

    def unfinished(self, ledger: Ledger, path: Path, length: int) -> Unfinished:
        return Unfinished(
            path=path,
            events=tuple(self.events),
            ledger=ledger,
            anchor=self.anchor or Anchor("", 0, self.events[0].at),
            last_act=self.events[-1].at,
            last_alive=self.alive,
            length=length,
            lines=self.number,
            keep=self.keep,
            missing=self.missing,
            bad_line=self.bad_line,
        )
