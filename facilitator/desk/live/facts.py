"""What the live screen says of the agenda and the time, as plain values: no Textual, no width, no style."""

from enum import StrEnum

from msgspec import Struct

from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets import signs
from facilitator.texts.languages import _
from facilitator.texts.names import plan_name
from facilitator.texts.phrases import left, minutes, over, pace
from sessions.agenda import Item
from sessions.kinds import ItemState
from sessions.session import Session
from sessions.timing import SOON_OVER, Timing, agreed_start, nearest_minutes
from sessions.values import MINUTE, Instant

MARKS = {
    ItemState.AHEAD: " ",
    ItemState.NOW: signs.NOW,
    ItemState.DONE: signs.DONE,
    ItemState.LEFT_OUT: signs.LEFT_OUT,
    ItemState.NEXT_TIME: signs.NEXT_TIME,
    ItemState.PARKED: signs.PARKED,
}
CLOSING_SOON = 5 * MINUTE


class AgendaRow(Struct, frozen=True):
    """One item of the agenda."""

    uid: int
    state: ItemState
    mark: str
    begins: str
    """The time of day at which it began or begins, or minutes from the beginning; empty when it is not to come."""
    title: str
    planned: str
    now: str
    """Minutes it took or takes so far; of how many, or how many it will have, when that is not what was planned."""
    guard: str
    """Protected, or first to go; else a space."""
    chosen: bool
    over: bool
    """It has taken more than it was given."""

    @property
    def is_now(self) -> bool:
        """Whether it goes on."""
        return self.state is ItemState.NOW


def agenda_rows(snapshot: Snapshot) -> list[AgendaRow]:
    """The agenda in its order."""
    return [_row(snapshot, item) for item in snapshot.session.items]


def _row(snapshot: Snapshot, item: Item) -> AgendaRow:
    begins = snapshot.times.starts.get(item.uid)
    spent = snapshot.times.spent if item.state is ItemState.NOW else item.spent_ms
    match item.state:
        case ItemState.DONE:
            now = str(nearest_minutes(spent))
        case ItemState.NOW:
            given = f"/{item.given}" if item.given != item.planned else ""
            now = str(nearest_minutes(spent)) + given
        case ItemState.AHEAD:
            now = str(item.given) if item.given != item.planned else ""
        case _:
            now = "–"
    guard = signs.guard(protected=item.protected, first_to_go=item.first_to_go) if item.is_open else " "
    return AgendaRow(
        item.uid,
        item.state,
        MARKS[item.state],
        _begins(snapshot, begins) if begins is not None else "",
        snapshot.title(item),
        str(item.planned),
        now,
        guard,
        item.uid == snapshot.chosen,
        item.state is ItemState.NOW and snapshot.times.left < 0 and not snapshot.session.acute,
    )


def _begins(snapshot: Snapshot, when: Instant) -> str:
    """The time of day; ``+19``, minutes after the beginning, as long as nobody knows when that is."""
    return snapshot.clock(when) if _is_timed(snapshot) else f"+{nearest_minutes(when - snapshot.now)}"


def _is_timed(snapshot: Snapshot) -> bool:
    """Whether it can be told when things begin: the session has begun, or its beginning is agreed by the clock."""
    return snapshot.session.begun is not None or agreed_start(snapshot.session) is not None


def _wait(snapshot: Snapshot) -> int:
    """Milliseconds until the agreed beginning; 0 once it is past, and when the session has begun."""
    start = agreed_start(snapshot.session) if snapshot.session.begun is None else None
    return max(0, start - snapshot.now) if start is not None else 0


class Tone(StrEnum):
    """What the large figures mean; each has a word, a sign or a shape of its own besides its colour."""

    NONE = "none"
    LEFT = "left"
    SOON = "soon"
    OVER = "over"
    PAUSED = "paused"


class Face(Struct, frozen=True):
    """The large figures and what stands beside them."""

    figures: str
    word: str
    tone: Tone
    used: float
    """The part of the item's time that is used, 0 to 1."""
    over: float = 0.0
    """The part of all it took that is beyond its time."""


def face(snapshot: Snapshot) -> Face:
    """The figures of this instant."""
    return face_of(snapshot.session, snapshot.times)


def face_of(session: Session, times: Timing) -> Face:
    """What is left of the present item, or by how much it is over. No figures while something acute goes on."""
    if session.current is None:
        return Face("", "", Tone.NONE, 0.0)
    if session.acute:
        said = _("{minutes} elapsed, no clock is on").format(minutes=minutes(nearest_minutes(times.spent)))
        return Face("", said, Tone.NONE, 0.0)
    if times.left < 0:
        part = -times.left / max(1, times.spent)
        word = _("paused, over its time") if session.paused else _("over its time")
        return Face("+" + over(times.left), word, Tone.PAUSED if session.paused else Tone.OVER, 1.0, part)
    used = times.spent / max(1, times.spent + times.left)
    if session.paused:
        return Face(left(times.left), _("paused"), Tone.PAUSED, used)
    soon = times.left <= SOON_OVER
    return Face(left(times.left), _("nearly up") if soon else _("left"), Tone.SOON if soon else Tone.LEFT, used)


class Head(Struct, frozen=True):
    """The top of the screen."""

    group: str
    session: str
    """Which session of the group."""
    plan: str
    begins: str
    ends: str
    """The agreed end."""
    used: float
    """The part of the agreed time that has gone by."""
    pace: str
    late: bool
    time: str
    """The time of day."""


def head(snapshot: Snapshot) -> Head:
    """Group, plan, agreed times, and how the session stands to them."""
    session, times = snapshot.session, snapshot.times
    agreed = times.agreed_end
    used = 0.0
    if session.begun is not None and agreed is not None:
        used = min(1.0, max(0.0, (snapshot.now - session.begun) / max(1, agreed - session.begun)))
    return Head(
        str(session.group or ""),
        snapshot.place if session.group else "",
        plan_name(session.plan, snapshot.deck),
        snapshot.clock(session.begun) if session.begun is not None else "",
        snapshot.clock(agreed) if agreed is not None else "",
        used,
        pace(session, times),
        session.begun is not None and times.behind_minutes > 0 and not session.acute,
        snapshot.clock(snapshot.now),
    )


def ends(snapshot: Snapshot) -> str:
    """Expected and agreed end."""
    session, times = snapshot.session, snapshot.times
    if session.acute:
        return _("The agenda is set aside")
    if session.begun is None and session.agreed_end is None:
        return ""
    said = _("ends {time}").format(time=snapshot.clock(Instant(times.shown_end + _wait(snapshot))))
    if times.agreed_end is not None:
        said += "  " + _("agreed {time}").format(time=snapshot.clock(times.agreed_end))
    return said


def closing_line(snapshot: Snapshot) -> str:
    """The last moment for the closing: some minutes before it, and as soon as the closing would miss it."""
    times = snapshot.times
    if times.closing_by is None:
        return ""
    if not times.closing_is_pressed and times.closing_by - snapshot.now > CLOSING_SOON:
        return ""
    if snapshot.now <= times.closing_by:
        return _("the closing fits if it begins by {time}").format(time=snapshot.clock(times.closing_by))
    return _("the closing has less time than planned, or the end moves")
