"""The closed lists of the deck. ``facilitator.texts.names`` has their names."""

from enum import StrEnum

LANGUAGES = ("fi", "sv", "en")
"""The languages of the program and of the deck; the one list of them."""


class Phase(StrEnum):
    """The part of a session that a card is for."""

    CHECK_IN = "check-in"
    WARM_UP = "warm-up"
    EXPLORE = "explore"
    DEEPEN = "deepen"
    SOLVE = "solve"
    DECIDE = "decide"
    EVALUATE = "evaluate"
    CLOSE = "close"


class Form(StrEnum):
    """How the people work."""

    INDIVIDUAL = "individual"
    PAIRS = "pairs"
    SMALL_GROUPS = "small-groups"
    ROUND = "round"
    WHOLE = "whole"


class Turns(StrEnum):
    """Whether a card has a turn order."""

    NONE = "none"
    ROUND = "round"
    PRESENTER_OUT = "presenter-out"
    ROLES = "roles"
    """Turns go round inside pairs or small groups."""


class Remote(StrEnum):
    """Whether a card works in a remote meeting."""

    YES = "yes"
    NO = "no"


class Theme(StrEnum):
    """What a card is about."""

    CORE_TASK = "core-task"
    WORK_ROLE = "work-role"
    BOUNDARIES = "boundaries"
    TIME = "time"
    RESOURCES = "resources"
    INTERACTION = "interaction"
    EMOTIONS = "emotions"
    STRENGTHS = "strengths"
    CHANGE = "change"
    POWER = "power"
    LEADER_ROLE = "leader-role"
    ENVIRONMENT = "environment"
    DIALOGUE = "dialogue"
    AGREEMENTS = "agreements"
    GOALS = "goals"
    IMAGES = "images"
    OWN_PART = "own-part"
    ETHICS = "ethics"
    FEEDBACK = "feedback"
    LEARNING = "learning"
    IDENTITY = "identity"
    UNCERTAINTY = "uncertainty"
    CASE = "case"
    GENERAL = "general"
