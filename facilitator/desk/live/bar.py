"""What the line of keys shows on the live screen: what matters now, then the rest as far as there is room."""

from facilitator.texts.languages import _
from sessions.session import Session
from sessions.timing import Timing

BEFORE = "next earlier choose_down words show window goals help stored leave"
ASKING = "turn_to next undo blank help"
PAUSED = "pause blank undo show goals away words help end"
ROUND = "next pass pause blank undo hold turn_to away longer presenter"
OFFERING = "next turn_to pause blank undo"
STEP = "next pause blank undo longer card longer_step skip_step round"
BARE = "next pause blank undo switch insert longer round show"
"""Black and undo are always in sight, also at 80 columns."""
POINTED = "take_now leave_out next_time blank undo protect move_down move_up longer shorter next switch words leave"
POINTED_BEFORE = "next protect leave_out move_down move_up longer shorter next_time switch words leave"
REST = "fit help end_item shorter insert away arrived goals words show card round switch next_time leave_out end stored"
"""What follows where there is room."""


def bar_order(session: Session, times: Timing, *, asking: bool, pointed: bool) -> list[str]:
    """The ids of the commands, the weightiest first.

    ``asking`` tells whether it was asked who presents, ``pointed`` whether an item is pointed at.
    """
    first = _now(session, asking, pointed).split()
    if not asking and not pointed and session.begun is not None and not session.acute and times.behind_minutes > 0:
        first.insert(1 if not session.paused else 2, "fit")
    rest = [] if session.begun is None else REST.split()
    return list(dict.fromkeys([*first, *rest]))


def _now(session: Session, asking: bool, pointed: bool) -> str:
    if asking:
        return ASKING
    if pointed:
        return POINTED if session.begun is not None else POINTED_BEFORE
    if session.begun is None:
        return BEFORE
    if session.paused:
        return PAUSED
    turns = session.round
    if turns is not None and turns.offering:
        return OFFERING
    if turns is not None and turns.speaker is not None:
        return ROUND
    item = session.current
    return STEP if item is not None and item.steps else BARE


def bar_labels(session: Session, *, asking: bool, blanked: bool) -> dict[str, str]:
    """What keys do just now, where that is not what the table says; ``blanked``: the group's view is black."""
    labels = {"next": _next_label(session)}
    if session.paused:
        labels["pause"] = _("Resume")
    if blanked:
        labels["blank"] = _("Unblank")
    if asking:
        labels["turn_to"] = _("Presenter")
    return labels


def _next_label(session: Session) -> str:
    """What going on is just now."""
    if session.begun is None:
        return _("Begin")
    turns, item = session.round, session.current
    if turns is not None and len(turns.waiting) > 1:
        return _("Next turn")
    if turns is not None and not turns.is_over and not turns.of_step:
        return _("End the round")
    if item is not None and item.step + 1 < len(item.steps):
        return _("Next step")
    return _("Next item") if session.ahead else _("Next")
