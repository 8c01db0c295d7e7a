"""What the live screen says of the present card and of the goals, as plain values."""

from itertools import islice
from random import Random

from msgspec import Struct

from exercises.card import Card
from exercises.deck import Deck
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.widgets import signs
from facilitator.texts.languages import _, language
from facilitator.texts.names import ACUTE_PLAN, name_of
from facilitator.texts.phrases import minutes, people
from sessions.agenda import Item
from sessions.goals import GoalOnBoard
from sessions.kinds import ItemKind
from sessions.timing import agreed_start, nearest_minutes, step_given
from sessions.values import MINUTE

SCALE = range(11)
SUGGESTIONS = 3
LEAST_ROOM = 5
"""Whole minutes: cards are never looked for by less."""
NEEDS_NO_CARD = (ItemKind.BREAK, ItemKind.ADMIN)


def step_name(card: Card | None, index: int) -> str:
    """What a step of a card is called."""
    return card.step_texts[index].said(language()) if card is not None and index < len(card.step_texts) else ""


class GoalFact(Struct, frozen=True):
    """A goal on the board."""

    slot: str
    code: str
    status: str
    scale: str
    """0 to 10 with the group's place and one step up; empty when it has not placed itself."""
    number: str
    """The same in a word."""


def goals(snapshot: Snapshot) -> list[GoalFact]:
    """The goal board."""
    return [
        GoalFact(goal.slot, name_of(goal.code), name_of(goal.status), *_scale(snapshot, goal))
        for goal in snapshot.session.goals
    ]


def _scale(snapshot: Snapshot, goal: GoalOnBoard) -> tuple[str, str]:
    value = snapshot.words.values.get(goal.uid)
    if value is None:
        return "", ""
    drawn = "".join("●" if n == value else "○" if n == value + 1 else "·" for n in SCALE)
    return drawn, f"{value}/{SCALE[-1]}"


def invitation(snapshot: Snapshot) -> str:
    """What the group is invited to: the step's own words, else the card's before any step has its own."""
    card, item = snapshot.card, snapshot.item
    if card is None or item is None:
        return ""
    own = card.step_invitations
    if any(own):
        return own[item.step].said(language()) if item.step < len(own) else ""
    return card.invitation.said(language())


class Suggestion(Struct, frozen=True):
    """A card that fits the moment."""

    name: str
    minutes: str
    purpose: str


def suggestions(snapshot: Snapshot) -> list[Suggestion]:
    """A few cards that fit an item without one; others in another session of the group."""
    item, session = snapshot.session.current, snapshot.session
    if item is None or item.kind in NEEDS_NO_CARD:
        return []
    from exercises.choosing import fits, for_moment, suggested  # noqa: PLC0415 (memory)

    present = len(session.people.present)
    wanted = for_moment(item.kind, max(LEAST_ROOM, snapshot.times.left // MINUTE), present)
    chance = Random(f"{snapshot.number} {item.uid}")
    used = {*snapshot.recent, *(each.exercise for each in session.items if each.exercise is not None)}
    found = (card for card in suggested(snapshot.deck.cards(), used, chance) if fits(card, wanted, present))
    return [
        Suggestion(card.name.said(language()), minutes(card.minutes(present)), card.purpose.said(language()))
        for card in islice(found, SUGGESTIONS)
    ]


def acute_advice(deck: Deck) -> tuple[str, str]:
    """What is to be kept in mind in something acute, and what is needed; empty where nothing is said."""
    plan = deck.plan(ACUTE_PLAN)
    return (plan.note.said(language()), plan.bring.said(language())) if plan is not None else ("", "")


def advice(snapshot: Snapshot) -> list[str]:
    """What the card says to the supervisor."""
    card = snapshot.card
    return card.advice.said(language()).splitlines() if card is not None else []


class CardStep(Struct, frozen=True):
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
            _mark(snapshot, item, index),
            step_name(card, index),
            minutes(max(1, nearest_minutes(step_given(item, index, present)))),
            index == item.step,
        )
        for index in range(len(item.steps))
    ]


def _mark(snapshot: Snapshot, item: Item, step: int) -> str:
    if step == item.step and snapshot.session.begun is not None:
        return signs.NOW
    return signs.DONE if step < item.step else " "


def before_begin(snapshot: Snapshot) -> list[str]:
    """What is agreed, while the session has not begun."""
    session = snapshot.session
    said = [f"{people(len(session.people.present))} · {minutes(session.agreed_minutes)}"]
    start = agreed_start(session)
    if start is not None and session.agreed_end is not None:
        begins, ends = snapshot.clock(start), snapshot.clock(session.agreed_end)
        said.append(_("agreed {begins}–{ends}").format(begins=begins, ends=ends))
    return said
