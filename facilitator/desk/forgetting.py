"""Forgetting a session: the one place that knows where its words may still be after it has ended."""

from typing import TYPE_CHECKING

from facilitator.drawn_texts import forget_drawn

if TYPE_CHECKING:
    from facilitator.projector.selection import Selection
    from sessions.running import RunningSession


def forget_everything(running: "RunningSession", selection: "Selection") -> None:
    """Forget what was typed and what was shown of it, in the session, in the group's view and in every cache."""
    running.words.forget()
    selection.forget()
    forget_drawn()
