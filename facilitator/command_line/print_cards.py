"""``facilitator print --cards``: which cards, and the paper with them."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.errors import WrongUse
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import _
from sessions.limits import MOST_PEOPLE

if TYPE_CHECKING:
    from exercises.card import Card
    from exercises.deck import Deck


def options(parser: Parser) -> None:
    """Which cards."""
    from exercises.closed import Phase, Theme

    parser.add_argument("--cards", action="store_true", help=_("the deck as cards of A6, four on an A4, both sides"))
    parser.add_argument("--id", action="append", metavar="ID", default=[], help=_("only this card; may be repeated"))
    parser.add_argument("--phase", choices=tuple(map(str, Phase)), help=_("only cards of this phase"))
    parser.add_argument("--theme", choices=tuple(map(str, Theme)), help=_("only cards on this theme"))


def paper(options: Namespace, folder: Path) -> tuple[bytes, int]:
    """The paper, and how many cards are on it.

    Raises:
        WrongUse: what was asked for does not go with cards, or there is no such card.
    """
    from facilitator.decks import deck_of
    from facilitator.printing.cards import cards_pdf

    if options.plan is not None or options.length is not None or options.start is not None:
        raise WrongUse(_("--cards prints cards: it goes with --id, --phase, --theme and --people only."))
    present = arguments.number(options.people, 1, MOST_PEOPLE, "--people") if options.people is not None else None
    deck = deck_of(folder)
    cards = _chosen(options, deck)
    return cards_pdf(cards, deck, present), len(cards)


def _chosen(options: Namespace, deck: "Deck") -> "list[Card]":
    from exercises.closed import Phase
    from facilitator.texts.languages import language

    if options.id:
        cards = [arguments.card(each, deck) for each in dict.fromkeys(options.id)]
    else:
        order = list(Phase)
        cards = sorted(deck.cards_by_name(language()), key=lambda card: order.index(card.phase))
    wanted = [
        card
        for card in cards
        if options.phase in (None, card.phase) and (options.theme is None or options.theme in card.themes)
    ]
    if not wanted:
        raise WrongUse(_("there is no such card."))
    return wanted
