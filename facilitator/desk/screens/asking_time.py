"""Asking for a time of day that was agreed by the clock; empty for none."""

from collections.abc import Callable

from facilitator.desk.widgets.dialog import Ask
from facilitator.desk.widgets.write import Write
from facilitator.preparing.end_time import NOT_TO_COME, end_at
from facilitator.texts.languages import _
from facilitator.texts.phrases import clock
from sessions.values import Instant


def ask_time(
    title: str,
    before: Instant | None,
    earliest: Callable[[], Instant],
    ask: Ask,
    agreed: Callable[[Instant | None], None],
) -> None:
    """``before`` is what was agreed; ``agreed`` is told the next such time after ``earliest``, or None."""

    def wrong(text: str) -> str:
        if not text.strip():
            return ""
        time = end_at(text, earliest())
        if time is None:
            return _("A time such as 11.30; empty for none.")
        return _("That time is past.") if time == NOT_TO_COME else ""

    def written(text: str | None) -> None:
        if text is not None:
            agreed(end_at(text, earliest()))

    ask(Write(title, clock(before) if before is not None else "", most=5, check=wrong), written)
