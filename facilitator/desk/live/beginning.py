"""When the session begins: later than was agreed by the clock, or earlier than its first key."""

from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.desk.widgets.write import Write
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock, minutes
from sessions import events as e
from sessions.timing import agreed_start, nearest_minutes
from sessions.values import MINUTE, Instant

MOST_EARLIER = 99
"""Minutes: two digits; a start further back is a slip of the finger."""


def ask_late_start(live: OpenSession, ask: Ask) -> None:
    """It is later than was agreed: ask once whether to begin from now, or to keep the end."""
    session, now = live.running.session, live.now()
    start, end = agreed_start(session), session.agreed_end
    assert start is not None and end is not None  # noqa: PT018 (one fact)
    late = nearest_minutes(now - start)
    from_now = clock(Instant(now + session.agreed_minutes * MINUTE), session.wall_offset_ms)
    options = [
        Option(_("Keep the end at {time}").format(time=clock(end, session.wall_offset_ms)), True),
        Option(_("From now: ends {time}").format(time=from_now), False),
    ]
    body = _("It is {minutes} past the agreed start.").format(minutes=minutes(late))

    def chosen(keep: bool | None) -> None:
        if keep is not None:
            live.happen(e.Begun(live.now(), keep_end=keep))

    ask(Choice(_("Begin"), options, body=body), chosen)


def ask_earlier(live: OpenSession, ask: Ask) -> None:
    """We began earlier: put the start back by the minutes that are typed."""

    def wrong(text: str) -> str:
        return "" if text and int(text) else _("Minutes, 1–{most}.").format(most=MOST_EARLIER)

    def written(text: str | None) -> None:
        if text is None:
            return
        count, now = int(text), live.now()
        begun = live.running.session.begun is not None
        event = e.BegunEarlier(now, count) if begun else e.Begun(now, earlier=count)
        if live.happen(event):
            live.say(_("The session began {minutes} earlier. u undoes.").format(minutes=minutes(count)))

    begun = live.running.session.begun is not None
    title = _("How many minutes earlier did we begin?") if begun else _("How many minutes ago did we begin?")
    ask(Write(title, most=len(str(MOST_EARLIER)), check=wrong, digits=True), written)
