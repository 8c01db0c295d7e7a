"""The palette: a command of the screen, a group, a plan or a card, found by typing its name."""

from collections.abc import Sequence

from textual.message import Message

from exercises.deck import Deck
from facilitator.commands import Context, commands_in
from facilitator.desk import messages as m
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.key_bar import key_name
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _, language
from sessions.values import GroupCode

NOT_OFFERED = ("palette", "turn_to", "scale")
Found = Message | str
"""What to ask of the program, or the id of a command of the screen."""


def palette(context: Context, deck: Deck, codes: Sequence[GroupCode], *, is_free: bool) -> Choice[Found]:
    """Everything that can be found; groups and plans only where no session runs."""
    options: list[Option[Found]] = [
        Option(_(command.help), command.id, key=key_name(command.keys[0]))
        for command in commands_in(context)
        if command.id not in NOT_OFFERED
    ]
    options += [Option(_("Group {code}").format(code=code), m.GroupOpened(code), _("past sessions")) for code in codes]
    if is_free:
        plans = (plan for plan_id in deck.plan_ids() if (plan := deck.plan(plan_id)) is not None)
        options += [
            Option(plan.name.said(language()), m.ShapeAsked(Preparation.of(plan.plan)), _("a plan")) for plan in plans
        ]
    cards = (card for card_id in deck.card_ids() if (card := deck.card(card_id)) is not None)
    options += [Option(card.name.said(language()), m.CardOpened(card), _("a card")) for card in cards]
    return Choice(_("Commands"), options, searchable=True)
