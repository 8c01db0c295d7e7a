"""Fitting what is left into the agreed time: the proposals, each with what it does."""

from dataclasses import replace

from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.dialogs import Ask, Choice, Option
from facilitator.desk.widgets.lines import packed
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, title_of
from facilitator.texts.phrases import clock, minutes
from facilitator.texts.reasons import reason
from sessions.proposals import Proposal, Way, proposals
from sessions.refusal import Refused

DETAIL_COLUMNS = 70


def ask_fit(live: OpenSession, ask: Ask) -> None:
    """Show the proposals, each with what it does."""
    try:
        found = proposals(live.running.session, live.now())
    except Refused as refused:
        live.say(reason(refused.reason))
        return
    options = [
        Option(_way(live, choice), index, detail=_effect(live, choice)) for index, choice in enumerate(found.choices)
    ]
    later = len(options)
    options.append(Option(_("Decide later"), later))
    body = _("The session would end {minutes} later than agreed.").format(minutes=minutes(found.over))
    if not found.can_meet:
        body += "\n" + _("None of these alone meets the agreed end.")

    def chosen(index: int | None) -> None:
        if index is not None and index != later:
            live.happen(replace(found.choices[index].event, at=live.now()))

    ask(Choice(_("Fit what is left"), options, body=body), chosen)


def _way(live: OpenSession, choice: Proposal) -> str:
    title = _title(live, choice.item.uid) if choice.item else ""
    match choice.way:
        case Way.SPREAD:
            return _("Shorten several a little")
        case Way.FROM_ONE:
            return _("Shorten “{title}”").format(title=title)
        case Way.PUT_OFF:
            return _("Move “{title}” to next time").format(title=title)
        case Way.TO_CLOSING:
            return _("Go straight to the closing")
        case Way.END_LATER:
            return _("End {minutes} later").format(minutes=minutes(choice.later))


def _effect(live: OpenSession, choice: Proposal) -> str:
    """Every item's minutes and the end, as they would be."""
    offset = live.running.session.wall_offset_ms
    parts = []
    for before, after in zip(choice.before, choice.after, strict=True):
        title = _title(live, before.uid)
        if after.state is not before.state:
            parts.append(f"{title}: {name_of(after.state)}")
        elif after.given != before.given:
            parts.append(f"{title}: {before.given} → {minutes(after.given)}")
        else:
            parts.append(f"{title}: {minutes(after.given)}")
    ends = _("Ends {time}, agreed {agreed}").format(
        time=clock(choice.end, offset), agreed=clock(choice.agreed_end, offset)
    )
    if choice.over:
        ends += " · " + _("still {minutes} over").format(minutes=minutes(choice.over))
    return "\n".join([*packed(parts, DETAIL_COLUMNS), ends])


def _title(live: OpenSession, uid: int) -> str:
    session = live.running.session
    return title_of(session.item(uid), session.plan, live.deck, live.running.words)
