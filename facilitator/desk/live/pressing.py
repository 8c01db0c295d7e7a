"""A simple act, from its key to what is said of it: the same on the screen and line by line."""

from collections.abc import Callable

from facilitator.desk.live import acts
from facilitator.desk.live.announcing import announcement
from facilitator.desk.open_session import OpenSession
from facilitator.texts.languages import _
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.refusal import Refused


def press(
    live: OpenSession, command: str, pointed: int | None, say: Callable[[str], None], unpoint: Callable[[], None]
) -> str | None:
    """Let the event of a simple act happen, or ``say`` why not.

    Returns what is to be said of it, empty where its effect is plain to see; None when nothing happened to the session.
    ``pointed`` is the uid of the item pointed at; ``unpoint`` is called before an act after which none is.
    """
    if command == "undo" and live.selection.take_back(live.running.session):
        live.refresh()
        say(_("What the group sees is as it was before."))
        return None
    try:
        event = acts.event_of(command, live.running.session, live.now(), pointed)
    except Refused as refused:
        say(reason(refused.reason))
        return None
    ledger = live.running.ledger
    again = ledger.last_act if isinstance(event, e.Undone) else ledger.undone[-1] if ledger.undone else None
    if isinstance(event, e.Begun | e.Next | e.ItemEnded | e.ItemChosen):
        unpoint()
    return announcement(event, live, again) if live.happen(event) else None
