"""What is done about being late: the policies that the laboratory compares, each through the program's own engine.

A policy says what the room can see (the target of the present item) and what is done when an item begins.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from sessions import events as e
from sessions.kinds import ItemKind
from sessions.proposals import Proposal, Proposals, Way, proposals
from sessions.refusal import Refused
from sessions.session import Session
from sessions.timing import timing
from sessions.values import MINUTE, SECOND, Instant

ASKS_FROM = 2
"""Minutes: a supervisor does not ask the room for less (ours)."""
ASKING = 30 * SECOND
"""What asking the room takes (ours)."""
ONLYT_LEAST, ONLYT_MOST = 15 * SECOND, 15 * MINUTE
"""OnlyT ignores less, and gives up beyond (its source, ``AdaptiveTimerService``)."""


class Room(Protocol):
    """The running session, as a policy sees it."""

    session: Session
    now: Instant

    def do(self, event: e.Event) -> None:
        """Let something happen."""

    def pass_time(self, ms: int) -> None:
        """Let the room talk of the programme for so long."""

    def pick(self) -> float:
        """Which choice the group takes, from 0 to 1."""


Target = Callable[[Session, Instant], int | None]
"""How many milliseconds are left of what the room sees; None when it sees nothing."""


@dataclass(frozen=True, slots=True)
class Policy:
    """One way of dealing with time."""

    name: str
    target: Target
    at_item: Callable[[Room], None] = lambda room: None


def _nothing(_session: Session, _now: Instant) -> int | None:
    return None


def _to_the_end(session: Session, now: Instant) -> int | None:
    assert session.agreed_end is not None
    return session.agreed_end - now


def _of_item(session: Session, now: Instant) -> int | None:
    return timing(session, now).left


def _of_item_and_closing(session: Session, now: Instant) -> int | None:
    """Our desk also says when the closing must begin."""
    times = timing(session, now)
    return times.left if times.closing_by is None else min(times.left, times.closing_by - now)


def _in_proportion(room: Room, *, closing_too: bool) -> None:
    """OnlyT: the item that begins gives (or not) its part of what is missing; the next one is reckoned when it begins.

    One way, as its own helpers advise (it only shortens); in whole minutes, as the engine has them.
    """
    session, item = room.session, room.session.current
    assert item is not None
    assert session.agreed_end is not None
    if item.kind is ItemKind.CLOSING and not closing_too:
        return
    later = session.ahead
    missing = room.now + (item.given + sum(each.given for each in later)) * MINUTE - session.agreed_end
    if not ONLYT_LEAST <= missing <= ONLYT_MOST:
        return
    adapts = [each.given for each in (item, *later) if closing_too or each.kind is not ItemKind.CLOSING]
    part = round(missing * item.given / sum(adapts) / MINUTE)
    if min(part, item.given - 1) > 0:
        room.do(e.Adjusted(room.now, item.uid, -min(part, item.given - 1)))


def _first_that_fits(found: Proposals, _pick: float) -> Proposal:
    """The first that meets the agreed end, otherwise what leaves least missing; a later end only when alone."""
    choices = [choice for choice in found.choices if choice.way is not Way.END_LATER] or list(found.choices)
    return min(choices, key=lambda choice: choice.over)


def _any(found: Proposals, pick: float) -> Proposal:
    return found.choices[int(pick * len(found.choices))]


def _proposed(room: Room, choose: Callable[[Proposals, float], Proposal]) -> None:
    if timing(room.session, room.now).behind_minutes < ASKS_FROM:
        return
    room.pass_time(ASKING)
    try:
        found = proposals(room.session, room.now)
    except Refused:
        return
    room.do(choose(found, room.pick()).event)


POLICIES = (
    Policy("nobody looks", _nothing),
    Policy("a count-down to the end only", _to_the_end),
    Policy("shift everything (Ontime)", _of_item),
    Policy("re-share in proportion (OnlyT)", _of_item, lambda room: _in_proportion(room, closing_too=True)),
    Policy("the same, closing marked (OnlyT)", _of_item, lambda room: _in_proportion(room, closing_too=False)),
    Policy("ours, the first choice that fits", _of_item_and_closing, lambda room: _proposed(room, _first_that_fits)),
    Policy("ours, any choice, also a later end", _of_item_and_closing, lambda room: _proposed(room, _any)),
)
