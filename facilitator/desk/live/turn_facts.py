"""What the live screen says of the step that goes on and of who speaks, as plain values."""

from enum import StrEnum

from msgspec import Struct

from facilitator.desk.live.card_facts import step_name
from facilitator.desk.live.snapshot import Snapshot
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, numbered_seat_name, seat_name
from facilitator.texts.phrases import about, minutes
from sessions.kinds import Speaking
from sessions.rounds import Round
from sessions.timing import minutes_up, nearest_minutes
from sessions.values import Seat

NAME_COLUMNS = 14
"""Of a name beside the number of its seat, at most."""


class StepFact(Struct, frozen=True):
    """The step that is going on."""

    heading: str
    name: str
    left: str
    """What is left of it."""
    over: bool
    used: float


def step(snapshot: Snapshot) -> StepFact | None:
    """The present step with its own time; None when the item has no steps."""
    item = snapshot.session.current
    if item is None or item.present_step is None:
        return None
    times = snapshot.times
    heading = _("Step {number}/{count}").format(number=item.step + 1, count=len(item.steps))
    if snapshot.session.acute:
        return StepFact(heading, step_name(snapshot.card, item.step), "", over=False, used=0.0)
    is_over = times.step_left < 0 and nearest_minutes(times.step_left) < 0
    if is_over:
        said = _("{minutes} over").format(minutes=minutes(-nearest_minutes(times.step_left)))
    else:
        said = _("{minutes} left").format(minutes=minutes(minutes_up(times.step_left)))
    used = min(1.0, times.step_spent / max(1, times.step_given))
    return StepFact(heading, step_name(snapshot.card, item.step), said, is_over, used)


def speaking(snapshot: Snapshot) -> str:
    """Who may speak in the present step; the presenter by the seat, once it is known."""
    item = snapshot.session.current
    present = item.present_step if item is not None else None
    if present is None:
        return ""
    said, presenter = name_of(present.speaking), snapshot.session.presenter
    if present.speaking is Speaking.PRESENTER and presenter is not None:
        said += f" · {_with_number(presenter, snapshot)}"
    return said


class SeatTone(StrEnum):
    """How a seat stands in the round."""

    WAITING = "waiting"
    SPEAKS = "speaks"
    DONE = "done"
    AWAY = "away"
    LISTENS = "listens"


class SeatFact(Struct, frozen=True):
    """A seat: its number is always there, since the keys are numbers."""

    number: int
    name: str
    """What is written on it; empty when nothing is."""
    mark: str
    """What it does in the round, as a sign or a word; empty while it waits."""
    tone: SeatTone

    def said(self, most: int = NAME_COLUMNS) -> str:
        """Number, name in at most so many columns, and mark."""
        return " ".join(part for part in (str(self.number), to_width(self.name, most).rstrip(), self.mark) if part)


def seats(snapshot: Snapshot) -> list[SeatFact]:
    """Every seat by its number, with what it does in the round."""
    session = snapshot.session
    return [_seat(snapshot, Seat(number), session.round) for number in range(1, session.people.seats + 1)]


def _seat(snapshot: Snapshot, seat: Seat, turns: Round | None) -> SeatFact:
    name = seat_name(seat, snapshot.words, snapshot.session.people)
    name = name if name != seat_name(seat) else ""
    if seat in snapshot.session.people.away:
        return SeatFact(seat, name, _("away"), SeatTone.AWAY)
    presents = _("presenter") if seat == snapshot.session.presenter else ""
    if turns is None:
        return SeatFact(seat, name, presents, SeatTone.LISTENS if presents else SeatTone.WAITING)
    if seat == turns.presenter:
        return SeatFact(seat, name, _("presenter"), SeatTone.LISTENS)
    if seat == turns.speaker:
        return SeatFact(seat, name, f"▶ {presents}".rstrip(), SeatTone.SPEAKS)
    if seat in turns.gone:
        return SeatFact(seat, name, f"✓ {presents}".rstrip(), SeatTone.DONE)
    return SeatFact(seat, name, presents, SeatTone.WAITING)


class TurnFact(Struct, frozen=True):
    """Who has the turn."""

    said: str
    """Who, or what goes on instead."""
    share: str
    """About how long."""
    next_up: str
    has_speaker: bool


def turn(snapshot: Snapshot) -> TurnFact | None:
    """The turn; None when there is no round."""
    turns = snapshot.session.round
    if turns is None:
        return None
    if turns.offering:
        return TurnFact(_("Back to those who passed? Space goes on."), "", "", has_speaker=False)
    if turns.speaker is None:
        return TurnFact(_("The round is over. Space goes on."), "", "", has_speaker=False)
    share = about(snapshot.times.turn.share) if snapshot.times.turn and not snapshot.session.acute else ""
    said = _with_number(turns.speaker, snapshot)
    following = _("then {seat}").format(seat=_with_number(turns.next_up, snapshot)) if turns.next_up else ""
    return TurnFact(said, share, following, has_speaker=True)


def speakers(snapshot: Snapshot) -> list[str]:
    """Everybody in the round as they are called when they have the turn."""
    turns = snapshot.session.round
    return [_with_number(seat, snapshot) for seat in (*turns.gone, *turns.waiting)] if turns is not None else []


def _with_number(seat: Seat, snapshot: Snapshot) -> str:
    return numbered_seat_name(seat, snapshot.words, snapshot.session.people)
