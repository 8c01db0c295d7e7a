"""What the group reads of the present item's card: the step, what is asked in it, what the card holds for them."""

from exercises.card import Card
from exercises.deck import Deck
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import NO_BREAK
from sessions.agenda import Item
from sessions.session import Session


def card_of(item: Item | None, deck: Deck) -> Card | None:
    """The card of an item; None where it has none."""
    return deck.card(item.exercise) if item is not None and item.exercise is not None else None


def sheet_of(item: Item | None, deck: Deck) -> tuple[str, ...]:
    """What the card holds for the group, a line each."""
    card = card_of(item, deck)
    return tuple(card.sheet.said(language()).splitlines()) if card is not None else ()


def step_name(item: Item | None, deck: Deck) -> str:
    """The present step's own line; empty where there is none."""
    card = card_of(item, deck)
    if item is None or card is None or item.step >= len(card.step_texts):
        return ""
    return card.step_texts[item.step].said(language())


def step_line(item: Item | None, deck: Deck, *, named: bool = True) -> str:
    """``Step 2/5 · Questions · round``."""
    step = item.present_step if item is not None else None
    if item is None or step is None:
        return ""
    number = _("Step {number}/{count}").format(number=item.step + 1, count=len(item.steps))
    parts = [number if len(item.steps) > 1 else "", step_name(item, deck) if named else "", name_of(step.speaking)]
    return f"{NO_BREAK}· ".join(part for part in parts if part)


def invitation_of(item: Item | None, deck: Deck) -> str:
    """What the group reads in this step; empty when the step's own line says enough.

    A card that speaks of its steps is never quoted as a whole: it would contradict the room.
    """
    card = card_of(item, deck)
    if item is None or card is None:
        return ""
    of_steps = [each.said(language()) for each in card.step_invitations]
    if not any(of_steps):
        return card.invitation.said(language())
    return of_steps[item.step] if item.step < len(of_steps) else ""


def asked_in_round(session: Session, deck: Deck) -> str:
    """What each is asked in the step's own round; a round begun besides it is about something else."""
    card, item, turns = card_of(session.current, deck), session.current, session.round
    if card is None or item is None or turns is None or not turns.of_step or turns.offering:
        return ""
    return card.step_invitations[item.step].said(language()) if item.step < len(card.step_invitations) else ""


def words_in(item: Item | None, deck: Deck) -> str:
    """Whose language the card's words are, when it is another than the view's: a voice must not misread them."""
    card = card_of(item, deck)
    if card is None or not card.invitation.lacks(language()):
        return ""
    return "fi" if card.invitation.fi else "en"
