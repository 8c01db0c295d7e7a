"""What is said of how a session is kept: as long as its journal cannot be written, and once when it can again."""

from facilitator.desk.open_session import OpenSession
from facilitator.texts.languages import _
from facilitator.texts.reasons import keeping


class KeepingSaid:
    """Whether trouble was said."""

    def __init__(self, live: OpenSession) -> None:
        self._live = live
        self._is_troubled = False

    def at_tick(self) -> tuple[str, bool]:
        """What is to be said now, empty for nothing; and whether it is trouble."""
        journal, was_troubled = self._live.running.journal, self._is_troubled
        matter = keeping(journal)
        self._is_troubled = bool(matter)
        if matter:
            return matter, True
        if journal.take_begun_anew():
            return _("The file of this session had vanished or changed; everything is written down anew."), False
        return _("Everything is being kept again.") if was_troubled else "", False
