"""The group's view: a value with only what the group may see, made by one function.

To show the group something more, a field has to be added here and filled in ``view_of``: there is no other way.
"""

from dataclasses import dataclass
from enum import StrEnum

from exercises.deck import Deck
from facilitator.labels import name_of, seat_name, title_of
from sessions.kinds import ClockShown, ItemKind, ItemState
from sessions.session import Session
from sessions.timing import timing
from sessions.values import MINUTE, Instant
from sessions.words import Words

SOFT_STEPS = 12
"""Into how many parts the soft clock divides an item."""


class Shown(StrEnum):
    """What the group sees."""

    BLACK = "black"
    FOLLOW = "follow"
    """The view that fits what is going on."""
    PROGRAMME = "programme"
    ROUND = "round"
    GOALS = "goals"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class ClockView:
    """The clock of the present item, as far as the group may see it."""

    left_ms: int | None
    """What is left, below 0 when it is over; None when the clock is soft."""
    parts_left: int
    """Of ``SOFT_STEPS``: a shape without digits."""
    paused: bool


@dataclass(frozen=True, slots=True)
class GoalView:
    """One goal on the board."""

    slot: str
    code: str
    status: str
    text: str
    value: int | None


@dataclass(frozen=True, slots=True)
class View:
    """Everything the group sees. The list of fields is the list of what is allowed."""

    shown: Shown
    """Never ``FOLLOW``: what it comes to."""
    title: str = ""
    clock: ClockView | None = None
    programme: tuple[tuple[str, ItemState], ...] = ()
    speaker: str = ""
    next_up: str = ""
    presenter: str = ""
    offering: bool = False
    """Those who passed are being asked, all together."""
    goals: tuple[GoalView, ...] = ()


BLACK = View(Shown.BLACK)


def view_of(session: Session, words: Words, deck: Deck, shown: Shown, now: Instant) -> View:
    """What the group sees of the session at ``now``."""
    if session.ended is not None:
        return BLACK
    if shown is Shown.FOLLOW:
        shown = _fitting(session)
    item = session.current
    title = title_of(item, session.plan, deck, words) if item else ""
    match shown:
        case Shown.PROGRAMME:
            seen = (each for each in session.items if each.state in _IN_PROGRAMME and each.kind is not ItemKind.BUFFER)
            return View(shown, programme=tuple((title_of(i, session.plan, deck, words), i.state) for i in seen))
        case Shown.ROUND if session.round is not None and not session.round.is_over:
            turns = session.round
            return View(
                shown,
                title=title,
                clock=_clock(session, now),
                speaker=seat_name(turns.speaker, words) if turns.speaker else "",
                next_up=seat_name(turns.next_up, words) if turns.next_up else "",
                presenter=seat_name(turns.presenter, words) if turns.presenter else "",
                offering=turns.offering,
            )
        case Shown.GOALS:
            return View(shown, goals=_goals(session, words))
        case Shown.CLOCK | Shown.ROUND:
            return View(Shown.CLOCK, title=title, clock=_clock(session, now))
        case _:
            return BLACK


_IN_PROGRAMME = (ItemState.AHEAD, ItemState.NOW, ItemState.DONE)


def _fitting(session: Session) -> Shown:
    if session.begun is None:
        return Shown.PROGRAMME
    if (
        session.current is not None
        and session.current.kind is ItemKind.GOALS
        and session.goals
        and session.round is None
    ):
        return Shown.GOALS
    return Shown.ROUND


def _clock(session: Session, now: Instant) -> ClockView | None:
    item = session.current
    if item is None or item.clock is ClockShown.NONE:
        return None
    left = timing(session, now).left
    whole = max(1, item.given * MINUTE)
    parts = min(SOFT_STEPS, max(0, -(-left * SOFT_STEPS // whole)))
    return ClockView(left if item.clock is ClockShown.EXACT else None, parts, session.paused)


def _goals(session: Session, words: Words) -> tuple[GoalView, ...]:
    return tuple(
        GoalView(
            goal.slot,
            name_of(goal.code),
            name_of(goal.status),
            words.goals.get(goal.slot, ""),
            words.values.get(goal.slot),
        )
        for goal in session.goals
    )
