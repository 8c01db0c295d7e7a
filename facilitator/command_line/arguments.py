"""What people write after a command: numbers, group codes, times of day, ids of plans."""

from typing import TYPE_CHECKING

from facilitator.command_line.errors import WrongUse
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from exercises.card import Card, PlanText
    from exercises.deck import Deck
    from sessions.values import GroupCode, Id, Instant


def number(text: str, low: int, high: int, option: str) -> int:
    """A whole number from ``low`` to ``high``.

    Raises:
        WrongUse: it is none.
    """
    if not text.isascii() or not text.isdigit() or not low <= int(text[:9]) <= high:
        said = _("{option} should be a whole number from {low} to {high}, not “{text}”.")
        raise WrongUse(said.format(option=option, low=low, high=high, text=printable(text)))
    return int(text)


def group_code(text: str) -> "GroupCode":
    """A group's code, however it is written: r7, R7, R07.

    Raises:
        WrongUse: it is none.
    """
    from sessions.values import GroupCode

    try:
        return GroupCode.written(text)
    except ValueError:
        said = _("“{text}” is no group code; a code is R and two or three digits, such as R07. Never a name.")
        raise WrongUse(said.format(text=printable(text))) from None


def end(text: str) -> "Instant":
    """The next time the clock shows ``text``; one more than twelve hours away is taken to be past.

    Raises:
        WrongUse: it is no time, or past.
    """
    from facilitator.preparing.end_time import NOT_TO_COME, end_at
    from facilitator.texts.phrases import clock
    from sessions.clock import SystemClock

    now = SystemClock().wall()
    found = end_at(text, now)
    if found is None:
        raise WrongUse(_("--end should be a time such as 11.30, not “{text}”.").format(text=printable(text)))
    if found == NOT_TO_COME:
        said = _("--end {text} is in the past: it is now {time}. Give a later time, or leave it out.")
        raise WrongUse(said.format(text=printable(text), time=clock(now)))
    return found


def an_id(text: str) -> "Id | None":
    """An id; None when it has not the form of one."""
    from sessions.values import Id

    try:
        return Id(text)
    except ValueError:
        return None


def plan(wanted: str, deck: "Deck", *, list_them: bool = False) -> "PlanText":
    """The plan with this id; ``list_them`` when it is told that there is none and none is like it.

    Raises:
        WrongUse: there is none, or its file is broken.
    """
    found = deck.plan(wanted_id) if (wanted_id := an_id(wanted)) is not None else None
    if found is None:
        known = deck.plan_ids()
        also = _("The plans are: {plans}.").format(plans=", ".join(known)) if list_them else ""
        raise no_such(_("there is no plan “{plan}”.").format(plan=printable(wanted)), wanted, deck, known, also)
    return found


def card(wanted: str, deck: "Deck") -> "Card":
    """The card with this id.

    Raises:
        WrongUse: there is none, or its file is broken.
    """
    found = deck.card(wanted_id) if (wanted_id := an_id(wanted)) is not None else None
    if found is None:
        raise no_such(_("there is no card “{id}”.").format(id=printable(wanted)), wanted, deck, deck.card_ids())
    return found


def no_such(said: str, wanted: str, deck: "Deck", known: "list[Id]", otherwise: str = "") -> WrongUse:
    """That there is no such thing in the deck: its broken file, or the nearest that there is."""
    from exercises.tables import nearest
    from facilitator.texts.reasons import fault

    if deck.faults:
        return WrongUse(fault(deck.faults[0]))
    near = nearest(wanted[:60], known)
    also = _("Did you mean “{word}”?").format(word=near) if near else otherwise
    return WrongUse(f"{said} {also}".rstrip())


def printable(text: str) -> str:
    """What a user wrote, harmless for a terminal and not longer than a line."""
    from sessions.cleaning import clean

    return clean(text, 60)
