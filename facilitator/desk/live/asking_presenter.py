"""Who presents: asked once for each item that has a presenter, on the screen and line by line."""

from facilitator.desk.live import turns
from facilitator.desk.open_session import OpenSession
from facilitator.texts.languages import _


class AskingPresenter:
    """Whether it was asked who presents. While it was, a number answers it."""

    def __init__(self, live: OpenSession) -> None:
        self._live = live
        self.is_open = False
        """The question waits for its answer."""
        self._asked_for: int | None = None
        """The uid of the item for which it was asked last."""

    def close(self) -> bool:
        """Ask no more for now; whether the question was open."""
        was_open, self.is_open = self.is_open, False
        return was_open

    def ask(self, question: str) -> str:
        """What is to be said where an item has a presenter: ``question``, or that it is the one of before. Once."""
        session = self._live.running.session
        item = session.current
        if item is None or not turns.has_presenter(session) or item.uid == self._asked_for:
            return ""
        self._asked_for = item.uid
        if session.presenter is None:
            self.is_open = True
            return question
        return _("{seat} presents; R changes it.").format(seat=turns.named(self._live, session.presenter))
