"""Cards and goals line by line: a card is found by words and heard before it is taken; no word is written down."""

from collections.abc import Callable, Iterable
from functools import partial
from random import SystemRandom

from msgspec import Struct

from exercises.card import Card
from exercises.choosing import CardFilter, fits
from facilitator.desk.live import inserting
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.plain import saying
from facilitator.plain.dialogs import Choosing, Question
from facilitator.plain.finding import Finding, Hit
from facilitator.preparing.preparation import card_item, empty_item
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, title_of
from facilitator.texts.phrases import minutes, people
from sessions import events as e
from sessions.agenda import Item
from sessions.goals import GoalOnBoard, unused_code_word
from sessions.kinds import GoalStatus

NO_CARD = ""
READ = "read"
Put = Callable[[Question], None]
"""Asks a question; the next line answers it."""


class _Wish(Struct, frozen=True):
    """What a card is looked for."""

    heading: str
    wanted: CardFilter
    nothing: str
    """What is taken instead of a card."""
    take: str
    """What taking it is called."""
    effect: Callable[[int], str]
    """What something of so many whole minutes would do; 0 for no card."""


def ask_insert(live: OpenSession, put: Put, after: int | None, done: Callable[[], None]) -> None:
    """Insert a card or an empty item after the item with the uid ``after``, else after this one."""
    present = len(live.running.session.people.present)

    def taken(card: Card | None) -> None:
        item = card_item(card.id, live.deck, present) if card is not None else empty_item()
        if live.happen(e.Inserted(live.now(), item, after)):
            done()

    heading, wanted = _("Insert which card?"), inserting.wanted_after(live, after)
    effect = partial(inserting.effect_on_end, live)
    _find(live, put, _Wish(heading, wanted, _("An empty item, 10 min"), _("Insert"), effect), taken)


def ask_method(live: OpenSession, put: Put, item: Item, done: Callable[[], None]) -> None:
    """Do ``item`` in another way: with another card, or without one."""

    def taken(card: Card | None) -> None:
        chosen, steps = (card.id, card.steps) if card is not None else (None, ())
        if live.happen(e.MethodSwitched(live.now(), item.uid, chosen, steps)):
            done()

    title = title_of(item, live.running.session.plan, live.deck, live.running.words)
    heading, wanted = _("Another way: {title}").format(title=title), inserting.wanted_in(live, item)
    effect = partial(inserting.effect_in_item, live, item)
    _find(live, put, _Wish(heading, wanted, _("Without a card"), _("Take this one"), effect), taken)


def _find(live: OpenSession, put: Put, wish: _Wish, taken: Callable[[Card | None], None]) -> None:
    """Look for a card: what suits is said first, words find any other; what it would do is said before it is taken."""
    present = len(live.running.session.people.present)
    finder = live.deck.finder(language(), name_of)
    suiting = [card for card in live.deck.cards_by_name(language()) if fits(card, wish.wanted, present)]

    def hits(cards: Iterable[Card]) -> list[Hit[Card | str]]:
        return [Hit(_said(card, present), card) for card in cards]

    def chosen(found: Card | str | None) -> None:
        if found is not None:
            confirm(found if isinstance(found, Card) else None)

    def confirm(card: Card | None) -> None:
        options = [Option(wish.take, wish.take), *([Option(_("Read the card"), READ)] if card is not None else [])]
        title = card.name.said(language()) if card is not None else wish.nothing
        body = wish.effect(card.minutes(present) if card is not None else 0)

        def answered(what: str | None) -> None:
            if what is None:
                put(finding)
            elif what == READ and card is not None:
                for line in saying.card(card, present, live.deck):
                    live.say(line)
                confirm(card)
            else:
                taken(card)

        put(Choosing(Choice(title, options, body=body), live.say, answered))

    finding = Finding(
        wish.heading,
        [Hit(wish.nothing, NO_CARD), *hits(suiting)],
        lambda words: hits(found.it for found in finder.cards(words)),
        live.say,
        chosen,
    )
    put(finding)


def _said(card: Card, present: int) -> str:
    parts = [card.name.said(language()), minutes(card.minutes(present)), name_of(card.phase)]
    return ", ".join(parts if card.suits(present) else [*parts, _("not for {people}").format(people=people(present))])


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
