"""The session that was interrupted: its facts, and what to do with it."""

from exercises.deck import Deck
from facilitator.desk.widgets.dialogs import Choice, Option
from facilitator.texts.languages import _
from facilitator.texts.names import plan_name
from facilitator.texts.phrases import clock, duration, people
from sessions.store.journal import Unfinished
from sessions.timing import nearest_minutes
from sessions.values import MINUTE, Instant

GO_ON, TAKE_OUT, END_THERE, DISCARD = "go-on", "take-out", "end-there", "discard"
SHORT_GAP = 15 * MINUTE
"""After a shorter gap the room has most likely gone on; after a longer one it has most likely not."""


def resume_choice(found: Unfinished, now: Instant, deck: Deck) -> Choice[str]:
    """What to do with the unfinished session. Going on counts the gap or takes it out."""
    session = found.ledger.session
    gap = now - found.last_alive
    said = duration(max(1, nearest_minutes(gap)))
    offset = session.wall_offset_ms
    begun = clock(session.begun, offset) if session.begun is not None else "–"
    facts = [
        f"{session.group or ''}  {plan_name(session.plan, deck)} · {people(len(session.people.present))}".strip(),
        _("Began {begun}, last act {act}, last sign of life {alive}, gap {gap}.").format(
            begun=begun, act=clock(found.last_act, offset), alive=clock(found.last_alive, offset), gap=said
        ),
        _("What was written is forgotten; seats, minutes and the agenda are here."),
    ]
    options = [
        Option(_("Go on, and count the gap of {gap}").format(gap=said), GO_ON),
        Option(_("Go on, and take the gap of {gap} out").format(gap=said), TAKE_OUT),
        Option(_("End it at {time} and keep").format(time=clock(found.last_alive, offset)), END_THERE),
        Option(_("Discard it"), DISCARD),
    ]
    if session.begun is None:
        options = [Option(_("Go on"), GO_ON), options[3]]
    start = 0 if gap < SHORT_GAP or session.begun is None else 1
    return Choice(_("Resume the unfinished session"), options, body="\n".join(facts), start=start)
