"""Cards and goals line by line: what suits the moment is offered, and nothing is searched for or written."""

from collections.abc import Callable
from random import SystemRandom

from exercises.card import Card
from exercises.choosing import fits, for_moment
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.dialogs import Ask, Choice, Option
from facilitator.preparing.preparation import card_item, empty_item
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import minutes
from sessions import events as e
from sessions.agenda import Item
from sessions.goals import GoalOnBoard, unused_code_word
from sessions.kinds import GoalStatus
from sessions.timing import minutes_up

MOST_CARDS = 20
"""Cards offered at once: more could not be listened to."""
LEAST_ROOM = 5
"""Whole minutes: the cards are never fewer than those that fit into so many."""
NO_CARD = ""


def ask_insert(live: OpenSession, ask: Ask, after: int | None, done: Callable[[], None]) -> None:
    """Insert a card that suits the moment, or an empty item, after the item with the uid ``after``, else this one."""
    present = len(live.running.session.people.present)

    def chosen(found: Card | str | None) -> None:
        if found is None:
            return
        item = card_item(found.id, live.deck, present) if isinstance(found, Card) else empty_item()
        if live.happen(e.Inserted(live.now(), item, after)):
            done()

    options = _cards(live, live.running.session.current, None, _("An empty item"))
    ask(Choice(_("Insert which card?"), options), chosen)


def ask_method(live: OpenSession, ask: Ask, item: Item, done: Callable[[], None]) -> None:
    """Do ``item`` in another way: with a card that has room in it, or without one."""
    left = minutes_up(live.running.session.settled(live.now()).item(item.uid).left_ms)

    def chosen(found: Card | str | None) -> None:
        if found is None:
            return
        card, steps = (found.id, found.steps) if isinstance(found, Card) else (None, ())
        if live.happen(e.MethodSwitched(live.now(), item.uid, card, steps)):
            done()

    ask(Choice(_("Another way"), _cards(live, item, max(left, LEAST_ROOM), _("Without a card"))), chosen)


def _cards(live: OpenSession, item: Item | None, room: int | None, nothing: str) -> list[Option[Card | str]]:
    present = len(live.running.session.people.present)
    wanted = for_moment(item.kind if item is not None else None, room, present)
    suiting = [card for card in live.deck.cards_by_name(language()) if fits(card, wanted, present)][:MOST_CARDS]
    offered = [Option[Card | str](c.name.said(language()), c, minutes(c.minutes(present))) for c in suiting]
    return [Option(nothing, NO_CARD), *offered]


def ask_goals(live: OpenSession, ask: Ask) -> None:
    """The goals by their code words; one is added, or it is said how it stands."""
    goals = live.running.session.goals
    options: list[Option[GoalOnBoard | str]] = [Option(_("Add a goal"), "")]
    options += [Option(_called(goal), goal, name_of(goal.status)) for goal in goals]

    def chosen(goal: GoalOnBoard | str | None) -> None:
        if isinstance(goal, GoalOnBoard):
            _ask_status(live, ask, goal)
        elif goal is not None and live.happen(e.GoalAdded(live.now(), unused_code_word(goals, SystemRandom()))):
            live.say(_called(live.running.session.goals[-1]))

    ask(Choice(_("Goal board"), options), chosen)


def _ask_status(live: OpenSession, ask: Ask, goal: GoalOnBoard) -> None:
    def chosen(status: GoalStatus | None) -> None:
        if status is not None and live.happen(e.GoalMarked(live.now(), goal.slot, status)):
            live.say(f"{_called(goal)}, {name_of(status)}")

    ask(Choice(_called(goal), [Option(name_of(status), status) for status in GoalStatus]), chosen)


def _called(goal: GoalOnBoard) -> str:
    return f"{goal.slot} {name_of(goal.code)}"
