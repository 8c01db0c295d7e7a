"""What the live screen says, as plain values: no Textual, no width, no style. The drawing beside it lays them out."""

from dataclasses import dataclass
from enum import StrEnum

from exercises.card import Card
from exercises.deck import Deck
from facilitator.projector.view import View
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, plan_name, seat_name, title_of
from facilitator.texts.phrases import about, clock, left, minutes, over, pace, people
from sessions.agenda import Item
from sessions.goals import GoalOnBoard
from sessions.kinds import ItemState
from sessions.rounds import Round
from sessions.session import Session
from sessions.timing import SOON_OVER, Timing, minutes_up, nearest_minutes, step_given
from sessions.values import Instant, Seat
from sessions.words import Words

MARKS = {
    ItemState.AHEAD: " ",
    ItemState.NOW: "▶",
    ItemState.DONE: "✓",
    ItemState.LEFT_OUT: "–",
    ItemState.NEXT_TIME: "→",
    ItemState.PARKED: "‖",
}
PROTECTED, FIRST_TO_GO = "◆", "◇"
SCALE = range(11)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the live screen is drawn from, at one instant."""

    session: Session
    times: Timing
    words: Words
    deck: Deck
    now: Instant
    wall: View
    """What the group sees."""
    sees: str = ""
    """The same in words."""
    chosen: int | None = None
    """The uid of the item the supervisor points at."""
    number: int = 0
    """Which session of the group this is; 0 without a group."""

    @property
    def item(self) -> Item | None:
        """The present item; before the beginning the one that comes first."""
        session = self.session
        return session.ahead[0] if session.begun is None and session.ahead else session.current

    @property
    def card(self) -> Card | None:
        """The card of that item."""
        item = self.item
        return self.deck.card(item.exercise) if item is not None and item.exercise is not None else None

    def clock(self, instant: Instant) -> str:
        """An instant as the time of day."""
        return clock(instant, self.session.wall_offset_ms)

    def title(self, item: Item) -> str:
        """What an item is called."""
        return title_of(item, self.session.plan, self.deck, self.words)


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One item of the agenda."""

    uid: int
    state: ItemState
    mark: str
    begins: str
    """The time of day at which it began or is expected to; empty when it is not to come."""
    title: str
    planned: str
    now: str
    """Minutes it took, takes so far, or is given when that is not what was planned."""
    guard: str
    """Protected, or first to go."""
    chosen: bool
    over: bool
    """It has taken more than it was given."""


def agenda(snapshot: Snapshot) -> list[AgendaRow]:
    """The agenda in its order."""
    return [_row(snapshot, item) for item in snapshot.session.items]


def _row(snapshot: Snapshot, item: Item) -> AgendaRow:
    begins = snapshot.times.starts.get(item.uid)
    spent = snapshot.times.spent if item.state is ItemState.NOW else item.spent_ms
    match item.state:
        case ItemState.DONE | ItemState.NOW:
            now = str(nearest_minutes(spent))
        case ItemState.AHEAD:
            now = str(item.given) if item.given != item.planned else ""
        case _:
            now = "–"
    guard = ""
    if item.is_open:
        guard = PROTECTED if item.protected else FIRST_TO_GO if item.first_to_go else ""
    return AgendaRow(
        item.uid,
        item.state,
        MARKS[item.state],
        snapshot.clock(begins) if begins is not None and snapshot.session.begun is not None else "",
        snapshot.title(item),
        str(item.planned),
        now,
        guard,
        item.uid == snapshot.chosen,
        item.state is ItemState.NOW and snapshot.times.left < 0 and not snapshot.session.acute,
    )


class Tone(StrEnum):
    """What the large figures mean; each has a word, a sign or a shape of its own besides its colour."""

    NONE = "none"
    LEFT = "left"
    SOON = "soon"
    OVER = "over"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Face:
    """The large figures and what stands beside them."""

    figures: str
    word: str
    tone: Tone
    used: float
    """The part of the item's time that is used, 0 to 1."""
    over: float = 0.0
    """The part of all it took that is beyond its time."""


def face(snapshot: Snapshot) -> Face:
    """What is left of the present item, or by how much it is over. No figures while something acute goes on."""
    session, times = snapshot.session, snapshot.times
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


@dataclass(frozen=True, slots=True)
class Head:
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
        _("session {number}").format(number=snapshot.number) if session.group else "",
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
    said = _("ends {time}").format(time=snapshot.clock(times.shown_end))
    if times.agreed_end is not None and session.begun is not None:
        said += "  " + _("agreed {time}").format(time=snapshot.clock(times.agreed_end))
    return said


def closing_line(snapshot: Snapshot) -> str:
    """The last snapshot for the closing, when it would otherwise pass without a word."""
    times = snapshot.times
    if not times.closing_is_pressed or times.closing_by is None:
        return ""
    if snapshot.now <= times.closing_by:
        return _("the closing fits if it begins by {time}").format(time=snapshot.clock(times.closing_by))
    return _("the closing has less time than planned, or the end moves")


@dataclass(frozen=True, slots=True)
class StepFact:
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


def step_name(card: Card | None, index: int) -> str:
    """What a step of a card is called."""
    return card.step_texts[index].said(language()) if card is not None and index < len(card.step_texts) else ""


def speaking(snapshot: Snapshot) -> str:
    """Who may speak in the present step."""
    item = snapshot.session.current
    present = item.present_step if item is not None else None
    return name_of(present.speaking) if present is not None else ""


class SeatTone(StrEnum):
    """How a seat stands in the round."""

    WAITING = "waiting"
    SPEAKS = "speaks"
    DONE = "done"
    AWAY = "away"
    LISTENS = "listens"


@dataclass(frozen=True, slots=True)
class SeatFact:
    """A seat: its number is always there, since the keys are numbers."""

    number: int
    text: str
    tone: SeatTone


def seats(snapshot: Snapshot) -> list[SeatFact]:
    """Every seat by its number, with what it does in the round."""
    session = snapshot.session
    return [_seat(snapshot, Seat(number), session.round) for number in range(1, session.people.seats + 1)]


def _seat(snapshot: Snapshot, seat: Seat, turns: Round | None) -> SeatFact:
    name = seat_name(seat, snapshot.words, snapshot.session.people)
    label = f"{seat} {name[:14].rstrip()}" if name != seat_name(seat) else str(seat)
    if seat in snapshot.session.people.away:
        return SeatFact(seat, label + " " + _("away"), SeatTone.AWAY)
    presenter = turns.presenter if turns is not None else snapshot.session.presenter
    if seat == presenter:
        return SeatFact(seat, label + " " + _("presenter"), SeatTone.LISTENS)
    if turns is None:
        return SeatFact(seat, label, SeatTone.WAITING)
    if seat == turns.speaker:
        return SeatFact(seat, f"{label} ▶", SeatTone.SPEAKS)
    if seat in turns.gone:
        return SeatFact(seat, f"{label} ✓", SeatTone.DONE)
    return SeatFact(seat, label, SeatTone.WAITING)


@dataclass(frozen=True, slots=True)
class TurnFact:
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


def _with_number(seat: Seat, snapshot: Snapshot) -> str:
    name = seat_name(seat, snapshot.words, snapshot.session.people)
    return name if name == seat_name(seat) else f"{seat} {name}"


@dataclass(frozen=True, slots=True)
class GoalFact:
    """A goal on the board."""

    slot: str
    code: str
    status: str
    scale: str
    """0 to 10 with the group's place and one step up; empty when it has not placed itself."""


def goals(snapshot: Snapshot) -> list[GoalFact]:
    """The goal board."""
    return [
        GoalFact(goal.slot, name_of(goal.code), name_of(goal.status), _scale(snapshot, goal))
        for goal in snapshot.session.goals
    ]


def _scale(snapshot: Snapshot, goal: GoalOnBoard) -> str:
    value = snapshot.words.values.get(goal.uid)
    if value is None:
        return ""
    return "".join("●" if n == value else "○" if n == value + 1 else "·" for n in SCALE)


def invitation(snapshot: Snapshot) -> str:
    """What the group is invited to: the step's own words, else the card's before any step has its own."""
    card, item = snapshot.card, snapshot.item
    if card is None or item is None:
        return ""
    own = card.step_invitations
    if any(own):
        return own[item.step].said(language()) if item.step < len(own) else ""
    return card.invitation.said(language())


def advice(snapshot: Snapshot) -> list[str]:
    """What the card says to the supervisor."""
    card = snapshot.card
    return card.advice.said(language()).splitlines() if card is not None else []


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step of the present card, for the list of steps."""

    mark: str
    name: str
    minutes: str
    is_now: bool


def card_steps(snapshot: Snapshot) -> list[CardStep]:
    """The steps of the present card with their minutes here and now."""
    card, item = snapshot.card, snapshot.item
    if card is None or item is None:
        return []
    present = len(snapshot.session.people.present)
    return [
        CardStep(
            "▶" if index == item.step and snapshot.session.begun is not None else "✓" if index < item.step else " ",
            step_name(card, index),
            minutes(max(1, nearest_minutes(step_given(item, index, present)))),
            index == item.step,
        )
        for index in range(len(item.steps))
    ]


def before_begin(snapshot: Snapshot) -> list[str]:
    """What is agreed, while the session has not begun."""
    session = snapshot.session
    said = [f"{people(len(session.people.present))} · {minutes(session.agreed_minutes)}"]
    if session.agreed_end is not None:
        said.append(_("ends {time}").format(time=snapshot.clock(session.agreed_end)))
    return said
