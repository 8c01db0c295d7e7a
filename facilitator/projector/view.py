"""The group's view: a value with only what the group may see.

To show the group something more, a field has to be added here and filled in ``view_of_session.view_of``: there is no
other way. All texts are ready to be shown, in the language of the view. A view says when the clock ends and not what is
left, so that it stays equal to itself while time goes by, and whoever shows it can tick alone.
"""

from enum import StrEnum

from msgspec import Struct

from sessions.goals import GoalUid
from sessions.kinds import ItemState
from sessions.proposals import Proposals

SOFT_STEPS = 12
"""Into how many parts the soft clock divides an item."""
LEFT, GONE = "●", "○"


class Shown(StrEnum):
    """What the group sees."""

    BLACK = "black"
    FOLLOW = "follow"
    """The view that fits what is going on."""
    PROGRAMME = "programme"
    ROUND = "round"
    STEP = "step"
    SHEET = "sheet"
    """What the present card holds for the group: words, windows, a scale, ground rules."""
    QUESTION = "question"
    GOALS = "goals"
    BREAK = "break"
    CLOCK = "clock"
    STORED = "stored"
    ADDRESS = "address"
    """Where the view can be had on the local network: the address and its QR code."""
    PROPOSALS = "proposals"
    """How what is left could be fitted into the time: the group decides."""
    CODES = "codes"
    """The wording of the goals as QR codes, to take along without a network."""


class TextSize(StrEnum):
    """The size of letters on the page, where there is room for it."""

    USUAL = "usual"
    LARGER = "larger"
    SMALLER = "smaller"


class ClockView(Struct, frozen=True):
    """The clock of the present item, as far as the group may see it: whole minutes in words, a shape, or to the second.

    To the second (``ends`` or ``left``) only for a break and a short exercise; ``label`` stands beside it always.
    """

    ends: int | None = None
    """The instant at which it is up; None when it is paused, or soft."""
    left: int | None = None
    """Milliseconds left while it is paused; None otherwise."""
    shape: str = ""
    """The soft clock: one ``●`` for each part that is left, ``○`` for one that is gone. Empty when it is exact."""
    said: str = ""
    """Whole minutes, in words, and what a screen reader says of the shape; empty when it is to the second."""
    label: str = ""
    """What the figures are: what is left. A clock without a word reads as the time of day."""
    over: str = ""
    """What is said when it is up."""
    paused: str = ""
    """What is said while it is paused; empty when it runs."""

    def left_at(self, now: int) -> int:
        """Milliseconds left at ``now``, below 0 when it is up; only of an exact clock."""
        return self.ends - now if self.ends is not None else self.left or 0


class GoalView(Struct, frozen=True):
    """One goal on the board."""

    slot: str
    code: str
    status: str
    text: str = ""
    """Its wording; empty until the supervisor releases it."""
    value: int | None = None
    """Where the group places itself on a scale from 0 to 10."""
    said: str = ""
    """The scale in words."""


class CodeView(Struct, frozen=True):
    """A QR code: rows of ``1`` for black and ``0`` for white, without its quiet zone."""

    label: str
    rows: tuple[str, ...]
    text: str = ""
    """What is in it, for a phone, which cannot take a picture of itself."""


class ProposalView(Struct, frozen=True):
    """One way to fit what is left into the time, as the group weighs it."""

    way: str
    effects: tuple[str, ...]
    """The items that would change, each with its minutes before and after."""
    ends: str
    """When the session would end."""


class View(Struct, frozen=True):
    """Everything the group sees. The list of fields is the list of what is allowed."""

    shown: Shown
    """Never ``FOLLOW``: what it comes to."""
    language: str = "en"
    light: bool = False
    """Dark letters on light ground; black stays black."""
    text_size: TextSize = TextSize.USUAL
    accent: str = ""
    """The supervisor's own colour of what is marked, on this ground; empty for the page's."""
    title: str = ""
    clock: ClockView | None = None
    programme: tuple[tuple[str, ItemState], ...] = ()
    speaker: str = ""
    next_up: str = ""
    presenter: str = ""
    step: str = ""
    """Which step of an exercise, and who may speak."""
    invitation: str = ""
    words_in: str = ""
    """The language of the card's words where the card has none in the language of the view; empty where it has."""
    sheet: tuple[str, ...] = ()
    """What the card holds, a line each."""
    question: str = ""
    goals: tuple[GoalView, ...] = ()
    proposals: tuple[ProposalView, ...] = ()
    note: str = ""
    """One quiet sentence."""
    own_text: str = ""
    """What the supervisor has written for every break."""
    picture: bool = False
    """Whether the supervisor's picture for the break is shown."""
    kept: tuple[str, ...] = ()
    """What is stored: a heading, then the things."""
    forgotten: tuple[str, ...] = ()
    """What is not."""
    codes: tuple[CodeView, ...] = ()
    address: str = ""
    small: str = ""
    """What is said in the place of a code where there is no room for one."""
    copy: str = ""
    """What the button says that copies a text, on a phone."""
    copied: str = ""
    """What it says when that is done."""


BLACK = View(Shown.BLACK)


class ViewSettings(Struct, frozen=True):
    """What the supervisor wants shown, besides what the session itself says."""

    shown: Shown
    light: bool = False
    question: str = ""
    """The question card that was drawn."""
    released: frozenset[GoalUid] = frozenset()
    """The goals whose wording the group may see."""
    goal: GoalUid | None = None
    """The one goal that is shown large; None for all, side by side."""
    codes: frozenset[GoalUid] = frozenset()
    """The goals that are shown as QR codes; none of them for all that may be seen."""
    text_size: TextSize = TextSize.USUAL
    proposals: Proposals | None = None
    """What the group is asked to decide on."""
    address: str = ""
    """Where the view is on the local network; empty when it is not shared."""
    accent: str = ""
    accent_on_light: str = ""
    break_text: str = ""
    has_picture: bool = False
    """There is a picture for the break."""
