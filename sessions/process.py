"""A process: what was agreed of a group's series of sessions, and what a session of it can have been."""

from dataclasses import dataclass
from enum import StrEnum

from sessions.limits import LONGEST, MOST_PEOPLE
from sessions.values import FIRST_SEAT, Seat

MOST_SESSIONS = 999
MOST_WEEKS = 52
MOST_TRIALS = 3


class SessionKind(StrEnum):
    """How a session came to be in the history."""

    HELD = "held"
    """Run with this program."""
    LOGGED = "logged"
    """Held without it."""
    CANCELLED = "cancelled"
    UNUSED = "unused"
    """Agreed, and not used: nobody cancelled, nobody came."""

    @property
    def took_place(self) -> bool:
        """Whether people met."""
        return self is SessionKind.HELD or self is SessionKind.LOGGED


class Fate(StrEnum):
    """What became of an agenda item that was not taken up."""

    NOT_REACHED = "not-reached"
    LEFT_OUT = "left-out"
    NEXT_TIME = "next-time"


class Language(StrEnum):
    """What a group speaks."""

    FINNISH = "fi"
    SWEDISH = "sv"
    ENGLISH = "en"


class Setting(StrEnum):
    """Where a group meets."""

    ROOM = "room"
    REMOTE = "remote"
    HYBRID = "hybrid"


class Form(StrEnum):
    """As what the sessions are counted over a year."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    COMMUNITY = "community"
    RECEIVED = "received"
    """Supervision that the supervisor gets."""


class ContractPoint(StrEnum):
    """A point of the three-party contract: kept is only that it was agreed, never what."""

    PURPOSE = "purpose"
    GOALS = "goals"
    SESSIONS = "sessions"
    PLACE = "place"
    COMMITMENT = "commitment"
    CANCELLING = "cancelling"
    CONFIDENTIALITY = "confidentiality"
    LIMITS_OF_CONFIDENTIALITY = "limits-of-confidentiality"
    METHODS = "methods"
    STORED = "stored"
    EVALUATION = "evaluation"
    REPORTING = "reporting"
    FEE = "fee"
    ENDING = "ending"


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is kept of what was agreed with a group. None is what nobody has said."""

    language: Language | None = None
    people: int | None = None
    """How many usually come."""
    length: int | None = None
    """Whole minutes of a usual session."""
    sessions: int | None = None
    """How many were agreed."""
    weeks: int | None = None
    """From one session to the next."""
    setting: Setting | None = None
    trial: int | None = None
    """Sessions tried before it is agreed whether to go on, 0 to 3; None once it is agreed."""
    running: bool = True
    """False when the process has ended."""
    form: Form = Form.GROUP
    contract: tuple[ContractPoint, ...] = ()
    """The points that are agreed, each once, in the order of the list."""

    def __post_init__(self) -> None:
        """Refuse with ``ValueError`` what no group can have: a file may say anything."""
        limits = (
            (self.people, 1, MOST_PEOPLE),
            (self.length, 1, LONGEST),
            (self.sessions, 1, MOST_SESSIONS),
            (self.weeks, 1, MOST_WEEKS),
            (self.trial, 0, MOST_TRIALS),
        )
        if any(value is not None and not least <= value <= most for value, least, most in limits):
            raise ValueError("out of range")
        if self.contract != tuple(point for point in ContractPoint if point in self.contract):
            raise ValueError("points out of order")


NOTHING_AGREED = SetUp()


@dataclass(frozen=True, slots=True)
class Head:
    """What is kept of a group beside its sessions.

    Two copies of it, from two computers, become one: the starter that was moved on more often, and what was agreed
    as it was changed more often.
    """

    uid: int
    """Random: the group's own, also when another has its code."""
    starter: Seat = FIRST_SEAT
    """Who begins the next rotating round: a place in the circle, not a person."""
    turned: int = 0
    """How often the starter was moved on."""
    set_up: SetUp = NOTHING_AGREED
    revision: int = 0
    """How often what was agreed has been changed."""

    def __post_init__(self) -> None:
        """Refuse with ``ValueError`` what no group can have: a file may say anything."""
        if not 1 <= self.starter <= MOST_PEOPLE or min(self.turned, self.revision) < 0:
            raise ValueError("out of range")


def uid_of_head(first_session: int) -> int:
    """The uid of a group that began with this session: random as the session's is, and the same on every computer."""
    return first_session ^ _OTHER


_OTHER = 0x2A65_3C1F_90B7_48D2
