"""What is said of a process: its place in the series, what wants attention, why a plan is proposed, what is agreed."""

from collections.abc import Collection
from datetime import date

from facilitator.texts.languages import N_, _, ngettext
from facilitator.texts.phrases import minutes, session_said, weekday
from sessions.history.attention import Attention, attention
from sessions.history.past import Past
from sessions.history.proposing import Why
from sessions.history.retention import is_closed
from sessions.history.series import Rhythm, goals_looked_at, position
from sessions.process import Fate, Form, Language, SessionKind, Setting, SetUp

_ATTENTION = {
    Attention.TO_ERASE: N_("its data can be erased"),
    Attention.CLOSING_NOW: N_("final session now"),
    Attention.YEAR_EVALUATION_NOW: N_("year's evaluation now"),
    Attention.MID_REVIEW_NOW: N_("mid review now"),
    Attention.TRIAL_OVER: N_("trial held: agree whether to go on"),
    Attention.GOALS_NOT_SET: N_("no goals yet"),
    Attention.CLOSING_NEAR: N_("final session is near"),
    Attention.REVIEW_NEAR: N_("a review is near"),
    Attention.LATE: N_("long since the last session"),
}
_WHY = {
    Why.TRIAL: N_("trial session"),
    Why.CONTRACT: N_("contract to be made"),
    Why.GOALS_TO_SET: N_("goals to be set"),
    Why.BY_COUNT: N_("its turn in the series"),
    Why.BY_DATE: N_("long since a review"),
    Why.GOALS_NEGLECTED: N_("goals not looked at"),
    Why.AS_LAST_TIME: N_("as last time"),
    Why.USUAL: N_("ordinary"),
}
_WEEKDAYS = (
    N_("on Mondays"), N_("on Tuesdays"), N_("on Wednesdays"), N_("on Thursdays"), N_("on Fridays"),
    N_("on Saturdays"), N_("on Sundays"),
)  # fmt: skip
_A_MONDAY = date(2024, 1, 1)
LANGUAGES = {Language.FINNISH: N_("Finnish"), Language.SWEDISH: N_("Swedish"), Language.ENGLISH: N_("English")}
SETTINGS = {Setting.ROOM: N_("in a room"), Setting.REMOTE: N_("remotely"), Setting.HYBRID: N_("partly remotely")}
FORMS = {
    Form.INDIVIDUAL: N_("one person"),
    Form.GROUP: N_("group"),
    Form.COMMUNITY: N_("work community"),
    Form.RECEIVED: N_("supervision I receive"),
}
_FATES = {
    Fate.NOT_REACHED: N_("not reached"),
    Fate.LEFT_OUT: N_("left out"),
    Fate.NEXT_TIME: N_("next time"),
}
KINDS = {
    SessionKind.HELD: N_("held"),
    SessionKind.LOGGED: N_("held"),
    SessionKind.CANCELLED: N_("cancelled"),
    SessionKind.UNUSED: N_("not used"),
}


def looked_at(ago: int | None) -> str:
    """When goals were last looked at; ``ago`` is 0 for the last session, None for never."""
    if ago is None:
        return _("goals not looked at yet")
    if ago == 0:
        return _("goals looked at last time")
    said = ngettext("goals looked at {count} session ago", "goals looked at {count} sessions ago", ago + 1)
    return said.format(count=ago + 1)


def attention_said(each: Attention, past: Collection[Past]) -> str:
    """What wants attention, in a few words."""
    return looked_at(goals_looked_at(past)) if each is Attention.GOALS_NEGLECTED else _(_ATTENTION[each])


def where_it_is(past: Collection[Past], set_up: SetUp, today: date) -> list[str]:
    """``session 7/15``, ``mid review now``, ``goals looked at 3 sessions ago``."""
    first = session_said(position(past, set_up)) if not is_closed(past, set_up) else _("ended")
    return [first, *(attention_said(each, past) for each in attention(past, set_up, today))]


def why_said(why: Why) -> str:
    """Why a plan is proposed."""
    return _(_WHY[why])


def short_rhythm(found: Rhythm | None, weeks: int | None, last: date | None) -> tuple[str, str]:
    """The day of the week and ``3 wk``, each empty where it is not known; what was agreed stands for what is not."""
    if found is not None:
        day = weekday(date.fromordinal(_A_MONDAY.toordinal() + found.weekday)) if found.weekday is not None else ""
        return day, _("{weeks} wk").format(weeks=found.weeks)
    return weekday(last) if last is not None else "", _("{weeks} wk").format(weeks=weeks) if weeks else ""


def recognised_by(found: Rhythm | None, set_up: SetUp, fewest: int, most: int) -> str:
    """How a group is recognised by what is stored: ``on Tuesdays · every 3 weeks · 5–6 people``."""
    weeks = found.weeks if found is not None else set_up.weeks
    parts = [_(_WEEKDAYS[found.weekday])] if found is not None and found.weekday is not None else []
    if weeks is not None:
        parts.append(rhythm_said(weeks))
    if most:
        parts.append(from_to(fewest, most))
    elif set_up.people is not None:
        parts.append(from_to(set_up.people, set_up.people))
    return " · ".join(parts)


def from_to(fewest: int, most: int) -> str:
    """``5–6 people``; ``1 person``."""
    said = ngettext("{count} person", "{count} people", most)
    return said.format(count=f"{fewest}–{most}" if fewest < most else most)


def kind_said(kind: SessionKind) -> str:
    """Whether it was held."""
    return _(KINDS[kind])


def fate_said(fate: Fate) -> str:
    """What became of an item that was not taken up."""
    return _(_FATES[fate])


def trial_said(trial: int | None) -> str:
    """Whether the series is agreed, or tried first."""
    if trial is None:
        return _("the series is agreed")
    return ngettext("{count} trial session first", "{count} trial sessions first", trial).format(count=trial)


def rhythm_said(weeks: int) -> str:
    """``every 3 weeks``."""
    return _("every week") if weeks == 1 else _("every {count} weeks").format(count=weeks)


def agreed_lines(agreed: SetUp) -> list[str]:
    """What is agreed with a group, a line each; what nobody said is left out."""
    said = [
        (_("Language"), _(LANGUAGES[agreed.language]) if agreed.language is not None else ""),
        (_("Counts as"), _(FORMS[agreed.form])),
        (_("Usually present"), from_to(agreed.people, agreed.people) if agreed.people is not None else ""),
        (_("Usual length"), minutes(agreed.length) if agreed.length is not None else ""),
        (_("Sessions in the series"), str(agreed.sessions or "")),
        (_("Rhythm"), rhythm_said(agreed.weeks) if agreed.weeks is not None else ""),
        (_("Where"), _(SETTINGS[agreed.setting]) if agreed.setting is not None else ""),
        (_("Trial or agreed"), trial_said(agreed.trial)),
        (_("The process"), _("is going on") if agreed.running else _("has ended")),
    ]
    width = max(len(name) for name, value in said if value)
    return [f"{name:<{width}}  {value}" for name, value in said if value]
