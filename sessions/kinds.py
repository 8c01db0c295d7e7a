"""The closed lists: what a session stores is chosen from these or counted. ``facilitator.texts.names`` names them."""

from enum import StrEnum


class ItemKind(StrEnum):
    """What an agenda item is."""

    OPENING = "opening"
    CHECK_IN = "check-in"
    AGREE_AGENDA = "agree-agenda"
    AGREEMENTS = "agreements"
    GOALS = "goals"
    CASE = "case"
    THEME = "theme"
    EXERCISE = "exercise"
    DIALOGUE = "dialogue"
    BREAK = "break"
    DECIDE = "decide"
    EVALUATION = "evaluation"
    CLOSING = "closing"
    ADMIN = "admin"
    BUFFER = "buffer"


PROTECTED_KINDS = frozenset({ItemKind.BREAK, ItemKind.CLOSING})
"""Items of these kinds never pay for an overrun unless they are chosen by name."""

STEADY_KINDS = frozenset(
    {ItemKind.OPENING, ItemKind.CHECK_IN, ItemKind.AGREE_AGENDA, ItemKind.AGREEMENTS, ItemKind.GOALS, ItemKind.ADMIN}
)
"""Items that fitting a plan shortens only when free work has nothing left to give."""

FREE_KINDS = frozenset({ItemKind.THEME, ItemKind.BUFFER})
"""Free work: the first to give when a plan is fitted, and the only items that may be lengthened by it."""


MOVABLE_KINDS = frozenset(
    {
        ItemKind.AGREEMENTS,
        ItemKind.GOALS,
        ItemKind.CASE,
        ItemKind.THEME,
        ItemKind.EXERCISE,
        ItemKind.DIALOGUE,
        ItemKind.DECIDE,
        ItemKind.EVALUATION,
    }
)
"""Items that make sense next time as well. The others (arriving, agreeing on today's agenda, the next date) do not."""


class ClockShown(StrEnum):
    """How much of an item's clock the group sees."""

    EXACT = "exact"
    SOFT = "soft"
    NONE = "none"


class Speaking(StrEnum):
    """Who may speak in a step."""

    EVERYONE = "everyone"
    PRESENTER = "presenter"
    PRESENTER_LISTENS = "presenter-listens"
    ROUND = "round"
    ROUND_PRESENTER_LISTENS = "round-presenter-listens"
    SILENCE = "silence"
    GROUPS = "groups"

    @property
    def is_round(self) -> bool:
        """Whether everybody speaks in turn."""
        return self in (Speaking.ROUND, Speaking.ROUND_PRESENTER_LISTENS)

    @property
    def presenter_out(self) -> bool:
        """Whether the presenter has no turn in the round."""
        return self is Speaking.ROUND_PRESENTER_LISTENS


class TurnOrder(StrEnum):
    """How the order of a round is made."""

    ROTATING = "rotating"
    """Clockwise, and every round begins one seat further on."""
    CLOCKWISE = "clockwise"
    ANTICLOCKWISE = "anticlockwise"
    RANDOM = "random"


class ItemState(StrEnum):
    """Where an agenda item is in the course of the session."""

    AHEAD = "ahead"
    NOW = "now"
    DONE = "done"
    LEFT_OUT = "left-out"
    NEXT_TIME = "next-time"
    PARKED = "parked"
    """Set aside with its plan when an acute matter took over."""


class GoalSlot(StrEnum):
    """A place on the goal board; more than six goals could not be read across a room."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class GoalStatus(StrEnum):
    """How a goal stands, as the group says it."""

    OPEN = "open"
    IN_PROGRESS = "in-progress"
    REACHED = "reached"
    REWORDED = "reworded"
    RESTING = "resting"
    DROPPED = "dropped"


class CodeWord(StrEnum):
    """Neutral names for goals: things without a meaning at work, so that the word alone tells nothing."""

    MAJAKKA = "majakka"
    SILTA = "silta"
    KIVI = "kivi"
    KAARNA = "kaarna"
    LYHTY = "lyhty"
    AIRO = "airo"
    LAITURI = "laituri"
    POLKU = "polku"
    PIHLAJA = "pihlaja"
    JOKI = "joki"
    SAARI = "saari"
    LUMME = "lumme"
    TUULI = "tuuli"
    KAJO = "kajo"
    HIEKKA = "hiekka"
    SAMMAL = "sammal"
    PORTTI = "portti"
    KOYSI = "köysi"
    HAUKI = "hauki"
    MANTY = "mänty"
