"""Erasing: what goes and where copies may remain is said first; the safe answer has the focus."""

from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.desk.screens.scrolled_screen import AskingScreen
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.tones import LOOK, MOST
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _
from sessions.store.codec import Erasing

BACK, ERASE = "back", "erase"


class ErasingScreen(AskingScreen[bool]):
    """What would go, and the question."""

    def __init__(self, erasing: Erasing, said: Sequence[str]) -> None:
        """``said`` is what goes, what stays, and where copies may be."""
        super().__init__()
        self._erasing = erasing
        self._said = said

    @property
    def heading(self) -> str:
        """See ``ScrolledScreen``."""
        return _("Erase for good? This is what would go")

    def lines(self, columns: int) -> list[Content]:
        """What goes, what stays, and where copies may be."""
        columns = min(MOST, columns)
        return [
            Content(line) for each in self._said for line in wrapped(each, columns, "  " if each[:1] == " " else "")
        ]

    def answers(self) -> list[Option]:
        """See ``AskingScreen``."""
        whole = _("Erase group {code}") if self._erasing.whole else _("Erase one session of {code}")
        erase = Content.styled(whole.format(code=self._erasing.code), LOOK)
        return [Option(_("Back, and erase nothing"), BACK), Option(erase, ERASE)]

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Go back, or give the answer."""
        leave(self, event.option.id == ERASE)
