"""The rest of today as plain values: what is still to come, when by the clock, in which steps, and who speaks.

For paper, should the computer go dark. Its times are those of ``sessions.timing``; who speaks is found by letting
the engine itself go through the session. Nothing that was typed is in it.
"""

from msgspec import Struct

from exercises.deck import Deck
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, plan_name, title_of
from facilitator.texts.phrases import clock, minutes, people
from sessions import events as e
from sessions.agenda import Item
from sessions.refusal import Refused
from sessions.session import Session
from sessions.timing import Timing, minutes_up, nearest_minutes, step_given, timing
from sessions.transitions import apply
from sessions.values import SPECIAL, Instant, Seat

MOST_PLACES = 1_000
"""Items and steps of the longest session by far: the walk through it ends."""


class StepToCome(Struct, frozen=True):
    """A step of an item: what is done, who speaks, for how long."""

    said: str
    speaking: str
    """By the step's rule, with the seats in their order where there is a round."""
    minutes: str


class ItemToCome(Struct, frozen=True):
    """An item that is going on or still to come."""

    begins: str
    """The time of day."""
    title: str
    minutes: str
    """Of the present item what is left of it."""
    seats: str
    """Who speaks in which order, where the item is a round without steps."""
    steps: tuple[StepToCome, ...]


class RestOfToday(Struct, frozen=True):
    """What is left of a session, from an instant on."""

    title: str
    heading: str
    """People and the agreed times. Never the day or the group: a paper lies about."""
    items: tuple[ItemToCome, ...]
    ends: str


def rest_of_today(session: Session, now: Instant, deck: Deck) -> RestOfToday:
    """What is left of ``session`` at ``now``; of one that has not begun, all of it, as if it began now."""
    times = timing(session, now)
    settled = session.settled(now)
    to_come = ((settled.current,) if settled.current is not None else ()) + settled.ahead
    seats = _seats(settled, now)
    offset = session.wall_offset_ms
    agreed = times.agreed_end
    parts = [people(len(session.people.present)), minutes(session.agreed_minutes)]
    if agreed is not None:
        parts.append(_("agreed end {time}").format(time=clock(agreed, offset)))
    if session.begun is not None:
        parts.append(_("as it stood at {time}").format(time=clock(now, offset)))
    is_sensitive = bool(deck.sensitive(session.plan, ()))
    return RestOfToday(
        plan_name(SPECIAL if is_sensitive else session.plan, deck),
        " · ".join(parts),
        tuple(_item(item, settled, times, seats, deck) for item in to_come),
        _("ends {time}").format(time=clock(times.shown_end, offset)),
    )


def _item(
    item: Item, session: Session, times: Timing, seats: dict[tuple[int, int], tuple[Seat, ...]], deck: Deck
) -> ItemToCome:
    is_now = session.current is not None and item.uid == session.current.uid
    card = deck.card(item.exercise) if item.exercise is not None else None
    present = len(session.people.present)
    steps = []
    for index in range(item.step if is_now else 0, len(item.steps)):
        given = step_given(item, index, present)
        if is_now and index == item.step:
            given -= item.step_spent[index]
        said = card.step_texts[index].said(language()) if card is not None and index < len(card.step_texts) else ""
        speaking = name_of(item.steps[index].speaking)
        if order := seats.get((item.uid, index)):
            speaking += f" · {_in_order(order)}"
        steps.append(
            StepToCome(said, speaking, minutes(minutes_up(given) if is_now else max(1, nearest_minutes(given))))
        )
    round_of_item = seats.get((item.uid, 0)) if not item.steps else None
    return ItemToCome(
        clock(times.starts[item.uid], session.wall_offset_ms),
        title_of(item, session.plan, deck),
        minutes(minutes_up(item.left_ms)),
        _in_order(round_of_item) if round_of_item else "",
        tuple(steps),
    )


def _in_order(order: tuple[Seat, ...]) -> str:
    return _("seats {seats}").format(seats=" ".join(map(str, order)))


def _seats(session: Session, now: Instant) -> dict[tuple[int, int], tuple[Seat, ...]]:
    """Who still speaks, in order, by the item's uid and the step: as the engine would let them."""
    found: dict[tuple[int, int], tuple[Seat, ...]] = {}
    try:
        if session.begun is None:
            session = apply(session, e.Begun(now))
        for _place in range(MOST_PLACES):
            item = session.current
            if item is None:
                break
            if session.round is not None and session.round.waiting:
                found[item.uid, item.step] = session.round.waiting
            on = e.StepSkipped(now) if item.step + 1 < len(item.steps) else e.ItemEnded(now)
            session = apply(session, on)
    except Refused:
        pass  # that was the last item
    return found
