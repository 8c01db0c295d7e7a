"""How to fit what is left into the time that was agreed. The program proposes; the group decides.

Each proposal is a complete event with its effect on every item and on the end, to be shown before it is chosen.
Protected items never pay here. Time is only shortened, never stretched.
"""

from dataclasses import dataclass
from enum import StrEnum

from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import ItemKind, ItemState
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.sharing import share
from sessions.timing import is_payer, least, minutes_up, timing
from sessions.transitions import apply
from sessions.values import Instant


class Way(StrEnum):
    """How a proposal finds the time."""

    SPREAD = "spread"
    FROM_ONE = "from-one"
    PUT_OFF = "put-off"
    END_LATER = "end-later"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way to fit what is left."""

    way: Way
    event: e.Given
    before: tuple[Item, ...]
    """The items still to come, as they are."""
    after: tuple[Item, ...]
    """The same items (in the same order) as they would be."""
    item: Item | None
    """The one item that pays, if one does."""
    end: Instant
    """When the session would be expected to end."""
    agreed_end: Instant
    """The end as it would be agreed."""
    over: int
    """Whole minutes that would still be missing; 0 when it meets the agreed end."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """The choices, two to four when there is anything to choose."""

    over: int
    """Whole minutes by which the session is expected to pass the agreed end."""
    choices: tuple[Proposal, ...]

    @property
    def can_meet(self) -> bool:
        """Whether at least one of them ends when it was agreed, without agreeing a later end."""
        return any(not choice.over for choice in self.choices if choice.way is not Way.END_LATER)


def proposals(session: Session, now: Instant) -> Proposals:
    """What could be done at ``now``.

    Raises:
        Refused: the session has not begun, is expected to end in time, or an acute matter has taken over.
    """
    if session.begun is None or session.agreed_end is None:
        raise Refused(Reason.NOT_BEGUN)
    if session.ended is not None:
        raise Refused(Reason.ENDED)
    if session.acute:
        raise Refused(Reason.ACUTE)
    over = minutes_up(timing(session, now).behind)
    if not over:
        raise Refused(Reason.ON_TIME)
    events = (_spread(session, now, over), _from_one(session, now, over), _put_off(session, now, over))
    later = e.Given(now, later=over)
    choices = [_proposal(session, now, way, event) for way, event in zip(Way, (*events, later), strict=True) if event]
    return Proposals(over, tuple(_distinct(choices)))


def _spread(session: Session, now: Instant, over: int) -> e.Given | None:
    payers = [item for item in session.ahead if is_payer(item)]
    room = [item.given - least(item) for item in payers]
    if not payers:
        return None
    parts = share(min(over, sum(room)), room)
    return e.Given(now, tuple((item.uid, item.given - part) for item, part in zip(payers, parts, strict=True) if part))


def _from_one(session: Session, now: Instant, over: int) -> e.Given | None:
    """From the one item that can best afford it."""
    payers = [item for item in session.ahead if is_payer(item)]
    if not payers:
        return None
    best = max(payers, key=lambda item: item.given - least(item))
    part = min(over, best.given - least(best))
    return e.Given(now, ((best.uid, best.given - part),))


def _put_off(session: Session, now: Instant, over: int) -> e.Given | None:
    """Move the smallest item that is enough to next time; if none is, the largest."""
    movable = [item for item in session.ahead if not item.protected and item.kind is not ItemKind.BUFFER and item.given]
    if not movable:
        return None
    enough = [item for item in movable if item.given >= over]
    chosen = min(enough, key=lambda item: item.given) if enough else max(movable, key=lambda item: item.given)
    return e.Given(now, put_off=chosen.uid, to=ItemState.NEXT_TIME)


def _proposal(session: Session, now: Instant, way: Way, event: e.Given) -> Proposal:
    after = apply(session, event)
    times = timing(after, now)
    assert times.agreed_end is not None
    paying = event.put_off or (event.minutes[0][0] if way is Way.FROM_ONE else None)
    return Proposal(
        way,
        event,
        before=session.ahead,
        after=tuple(after.item(item.uid) for item in session.ahead),
        item=session.item(paying) if paying is not None else None,
        end=times.expected_end,
        agreed_end=times.agreed_end,
        over=minutes_up(times.behind),
    )


def _distinct(choices: list[Proposal]) -> list[Proposal]:
    """Without a later choice that would do the same as an earlier one."""
    kept: list[Proposal] = []
    for choice in choices:
        if all(choice.event != other.event for other in kept):
            kept.append(choice)
    return kept
