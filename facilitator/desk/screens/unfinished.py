"""The session that was interrupted: its facts, and what to do with it."""

from exercises.deck import Deck
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.texts.languages import _, ngettext
from facilitator.texts.names import plan_name
from facilitator.texts.phrases import clock, day_of, duration, people
from sessions.store.journal_reading import Unfinished
from sessions.timing import nearest_minutes
from sessions.values import MINUTE

GO_ON, TAKE_OUT, END_THERE, DISCARD = "go-on", "take-out", "end-there", "discard"
SHORT_GAP = 15 * MINUTE
"""After a shorter gap the room has most likely gone on; after a longer one it has most likely not."""


TOO_LONG = 12 * 60 * MINUTE
"""No session lasts so long: a longer gap cannot be counted."""


def resume_choice(found: Unfinished, gap: int | None, deck: Deck) -> Choice[str]:
    """What to do with the unfinished session. Going on counts the gap or takes it out.

    ``gap`` is in milliseconds; None when the computer's clock was set back, so that nobody can tell.
    """
    session = found.ledger.session
    offset = session.wall_offset_ms
    said = duration(max(1, nearest_minutes(gap or 0)))
    begun = clock(session.begun, offset) if session.begun is not None else "–"
    alive = clock(found.last_alive, offset)
    facts = [_heading(found, deck)]
    if gap is None:
        facts.append(
            _(
                "Began {begun}, last sign of life {alive}. The computer's clock is earlier than that now, so how long "
                "the gap was is not known. The session goes on from where it stopped; s puts its start back."
            ).format(begun=begun, alive=alive)
        )
    else:
        facts.append(
            _("Began {begun}, last act {act}, last sign of life {alive}, gap {gap}.").format(
                begun=begun, act=clock(found.last_act, offset), alive=alive, gap=said
            )
        )
    if found.missing:
        facts.append(
            ngettext(
                "Its file was damaged: up to {count} act is missing. The damaged file is put aside.",
                "Its file was damaged: up to {count} acts are missing. The damaged file is put aside.",
                found.missing,
            ).format(count=found.missing)
        )
    facts.append(_("What was written is forgotten; seats, minutes and the agenda are here."))
    end_there = Option(_("End it at {time} and keep").format(time=alive), END_THERE)
    discard = Option(_("Discard it"), DISCARD)
    take_out = Option(_("Go on, and take the gap of {gap} out").format(gap=said), TAKE_OUT)
    count = Option(_("Go on, and count the gap of {gap}").format(gap=said), GO_ON)
    start = 0
    if found.ended:
        options = [Option(_("Choose where the session is kept"), END_THERE), discard]
    elif gap is None or session.begun is None:
        options = [Option(_("Go on"), GO_ON), end_there, discard]
    elif gap > TOO_LONG:
        options = [take_out, end_there, discard]
    else:
        options = [count, take_out, end_there, discard]
        start = 0 if gap < SHORT_GAP else 1
    keys = _("enter chooses · esc lets it wait and goes to the groups")
    return Choice(
        _("Resume the unfinished session"), options, body="\n".join(facts), start=start, keys=keys, alone=True
    )


def unfinished_line(found: Unfinished, deck: Deck) -> str:
    """The unfinished session in a line: of which group, with which plan, how far it had come."""
    session = found.ledger.session
    parts = [str(session.group)] if session.group is not None else []
    parts.append(plan_name(session.plan, deck))
    if session.begun is not None:
        lasted = duration(max(0, nearest_minutes(found.last_alive - session.begun)))
        parts.append(_("{time} so far").format(time=lasted))
    return " · ".join(parts)


def discard_choice(found: Unfinished, deck: Deck) -> Choice[bool]:
    """Ask before an unfinished session is discarded: what it was, when, and for how long."""
    session = found.ledger.session
    begun = session.begun if session.begun is not None else found.events[0].at
    facts = [
        _heading(found, deck),
        _("{day}, began {begun}, lasted {time}.").format(
            day=day_of(begun, session.wall_offset_ms),
            begun=clock(begun, session.wall_offset_ms),
            time=duration(max(0, nearest_minutes(found.last_alive - begun))),
        ),
        _("Nothing of it will be kept for a group. Until the next session is over it can be brought back."),
    ]
    options = [Option(_("Leave it as it is"), False), Option(_("Discard the unfinished session"), True)]
    return Choice(_("Discard the unfinished session?"), options, body="\n".join(facts))


def _heading(found: Unfinished, deck: Deck) -> str:
    session = found.ledger.session
    return f"{session.group or ''}  {plan_name(session.plan, deck)} · {people(len(session.people.present))}".strip()
