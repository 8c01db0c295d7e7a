"""Fitting what is left into the agreed time: the proposals, each with what it does, for the supervisor or the group."""

from msgspec.structs import replace
from rich.cells import cell_len

from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Besides, Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.desk.widgets.tones import cut
from facilitator.texts.languages import _
from facilitator.texts.names import title_of
from facilitator.texts.phrases import minutes
from facilitator.texts.proposals import Titles, effects, end_in_words, way_in_words
from facilitator.texts.reasons import reason
from sessions.proposals import Proposals, proposals
from sessions.refusal import Refused

TITLES = (40, 26, 18, 12)
"""Columns that titles may have: as many as the effect on every item has room for."""


def ask_fit(live: OpenSession, ask: Ask) -> None:
    """Show the proposals, each with what it does; one key shows them to the group, as its choice."""
    try:
        found = proposals(live.running.session, live.now())
    except Refused as refused:
        live.say(reason(refused.reason))
        return
    options = [
        Option(
            way_in_words(choice, _titles(live, TITLES[0])),
            index,
            detail=end_in_words(choice, live.running.session.wall_offset_ms, agreed=True),
            parts=[effects(choice, _titles(live, most)) for most in TITLES],
        )
        for index, choice in enumerate(found.choices)
    ]
    later = len(options)
    options.append(Option(_("Decide later"), later))
    body = _("The session would end {minutes} later than agreed.").format(minutes=minutes(found.over))
    if not found.can_meet:
        body += "\n" + _("None of these alone meets the agreed end.")

    def chosen(index: int | None) -> None:
        live.hide_proposals()
        if index is not None and index != later:
            live.happen(replace(found.choices[index].event, at=live.now()))

    besides = Besides("v", _("v shows these to the group"), lambda: _show_or_hide(live, found))
    ask(Choice(_("Fit what is left"), options, body=body, besides=besides), chosen)


def _show_or_hide(live: OpenSession, found: Proposals) -> str:
    """Put the proposals on the group's wall, or take them away; returns what to say of it."""
    if live.hide_proposals():
        return _("v shows these to the group")
    live.show_proposals(found)
    return _("The group sees these · v hides them")


def _titles(live: OpenSession, most: int) -> Titles:
    """What items are called, in at most so many columns."""
    return lambda item: shortened(title_of(item, live.running.session.plan, live.deck, live.running.words), most)


def shortened(title: str, most: int) -> str:
    """``title`` in at most so many columns, with its last word if that is short: often a number tells two apart."""
    last = title.rpartition(" ")[2]
    if cell_len(title) <= most or cell_len(last) > most // 3:
        return cut(title, most)
    return f"{cut(title, most - cell_len(last) - 1)} {last}"
