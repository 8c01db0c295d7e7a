"""How to fit what is left into the time that was agreed. The program proposes; the group decides.

Each proposal is a complete event with its effect on every item and on the end, to be shown before it is chosen.
Protected items never pay here. Time is only shortened, never stretched.

Within its way each proposal is the best there is, in this order; a brute force over agendas of up to six items finds no
better one (``tests/sessions/test_proposals_are_best.py``). What is protected never pays, and nothing is ever stretched.

1. Minutes still missing at the end: as few as can be.
2. Items touched. The ways differ in this: ``FROM_ONE`` and ``PUT_OFF`` touch one; ``SPREAD`` touches a group of payers
   only when nothing is left in those that pay earlier.
3. Who pays: what is marked first to go, then in the order of ``paying``.
4. The largest cut of any item as a part of its length, group by group: as small as it can be. ``PUT_OFF`` takes a whole
   item, so the shortest.
"""

from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import MOVABLE_KINDS, ItemState
from sessions.paying import fair_cuts, payers
from sessions.refusal import Reason, Refused
from sessions.session import Session
from sessions.timing import least, timing
from sessions.transitions import apply
from sessions.transitions.agenda import before_closing
from sessions.values import Instant

MOST_CHOICES = 4
"""More could not be weighed at a glance."""


class Way(StrEnum):
    """How a proposal finds the time."""

    SPREAD = "spread"
    """A little from each. Least missing first; then, in the order of who pays, the largest relative cut is smallest."""
    FROM_ONE = "from-one"
    """From one item. Least missing first, then who is asked earlier, then the smallest relative cut."""
    PUT_OFF = "put-off"
    """One item to next time. Least missing first, then who is asked earlier, then the shortest."""
    TO_CLOSING = "to-closing"
    """Straight to the closing, when none of these alone is enough."""
    END_LATER = "end-later"


class Proposal(Struct, frozen=True):
    """One way to fit what is left."""

    way: Way
    event: e.Given | e.WentToClosing
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

    @property
    def later(self) -> int:
        """Whole minutes by which the agreed end would move."""
        return self.event.later if isinstance(self.event, e.Given) else 0


class Proposals(Struct, frozen=True):
    """The choices, two to four when there is anything to choose.

    When none of them is enough, the one that leaves least missing stands first: it is the one pointed at.
    """

    over: int
    """``Timing.behind_minutes``: whole minutes by which the session is expected to pass the agreed end."""
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
    over = timing(session, now).behind_minutes
    if over <= 0:
        raise Refused(Reason.ON_TIME)
    events: list[tuple[Way, e.Given | e.WentToClosing | None]] = [
        (Way.SPREAD, _spread(session, now, over)),
        (Way.FROM_ONE, _from_one(session, now, over)),
        (Way.PUT_OFF, _put_off(session, now, over)),
    ]
    choices = _distinct([_proposal(session, now, way, event) for way, event in events if event is not None])
    if all(choice.over for choice in choices) and before_closing(session):
        straight = _proposal(session, now, Way.TO_CLOSING, e.WentToClosing(now))
        choices = sorted([*choices, straight], key=lambda choice: choice.over)
    later = _proposal(session, now, Way.END_LATER, e.Given(now, later=over))
    return Proposals(over, (*_most_useful(choices), later))


def _most_useful(choices: list[Proposal]) -> list[Proposal]:
    """At most three: when there are more, the one that leaves most missing goes."""
    if len(choices) <= MOST_CHOICES - 1:
        return choices
    worst = max(choices, key=lambda choice: choice.over)
    return [choice for choice in choices if choice is not worst]


def _spread(session: Session, now: Instant, over: int) -> e.Given | None:
    ahead = session.ahead
    given = [item.given for item in ahead]
    missing = over
    for group in payers(ahead):
        rooms = [given[index] - least(ahead[index]) for index in group]
        cuts = fair_cuts(missing, [max(1, given[index]) for index in group], rooms)
        for index, cut in zip(group, cuts, strict=True):
            given[index] -= cut
        missing -= sum(cuts)
    changed = tuple((item.uid, after) for item, after in zip(ahead, given, strict=True) if after != item.given)
    return e.Given(now, changed) if changed else None


def _from_one(session: Session, now: Instant, over: int) -> e.Given | None:
    """From the one item that leaves least missing."""
    ahead = session.ahead
    found = []
    for rank, group in enumerate(payers(ahead)):
        for item in (ahead[index] for index in group):
            part = min(over, item.given - least(item))
            if part > 0:
                found.append((over - part, rank, Fraction(part, item.given), item.uid, item.given - part))
    if not found:
        return None
    _missing, _rank, _cut, uid, after = min(found)
    return e.Given(now, ((uid, after),))


def _put_off(session: Session, now: Instant, over: int) -> e.Given | None:
    """One item to next time: only one that makes sense there."""
    ahead = session.ahead
    found = [
        (max(0, over - ahead[index].given), rank, ahead[index].given, ahead[index].uid)
        for rank, group in enumerate(payers(ahead))
        for index in group
        if ahead[index].kind in MOVABLE_KINDS and ahead[index].given
    ]
    return e.Given(now, put_off=min(found)[-1], to=ItemState.NEXT_TIME) if found else None


def _proposal(session: Session, now: Instant, way: Way, event: e.Given | e.WentToClosing) -> Proposal:
    after = apply(session, event)
    times = timing(after, now)
    assert times.agreed_end is not None
    paying = None
    if isinstance(event, e.Given):
        paying = event.put_off or (event.minutes[0][0] if way is Way.FROM_ONE else None)
    return Proposal(
        way,
        event,
        before=session.ahead,
        after=tuple(after.item(item.uid) for item in session.ahead),
        item=session.item(paying) if paying is not None else None,
        end=times.shown_end,
        agreed_end=times.agreed_end,
        over=max(0, times.behind_minutes),
    )


def _distinct(choices: list[Proposal]) -> list[Proposal]:
    """Without a later choice that would do the same as an earlier one."""
    kept: list[Proposal] = []
    for choice in choices:
        if all(choice.event != other.event for other in kept):
            kept.append(choice)
    return kept
