"""Goals that nobody touches go dark by themselves, if it is wanted: a picture of the wall would take them along."""

from facilitator.projector.view import Shown
from sessions.values import MINUTE

WITH_GOALS = frozenset({Shown.GOALS, Shown.CODES})


def go_dark(shown: Shown, untouched: int, after: int | None, displays: int) -> bool:
    """Whether the group's view goes dark now.

    ``untouched`` is for how many milliseconds it has been as it is, ``after`` the whole minutes that were set, None for
    never, and ``displays`` how many show it: what nobody sees needs no care.
    """
    return after is not None and displays > 0 and shown in WITH_GOALS and untouched >= after * MINUTE
