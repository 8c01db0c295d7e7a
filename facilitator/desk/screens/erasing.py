"""Erasing: what goes and where copies may remain is said first; the safe answer has the focus."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.commands import Context
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.desk.widgets.tones import LOOK, MOST, STRONG, padding
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _
from sessions.store.codec import Erasing

BACK, ERASE = "back", "erase"


class ErasingScreen(DeskScreen[bool]):
    """What would go, and the question."""

    context: ClassVar[Context] = Context.READING
    CSS_PATH = "erasing.tcss"
    BINDINGS = bindings(Context.READING)

    def __init__(self, erasing: Erasing, said: Sequence[str]) -> None:
        """``said`` is what goes, what stays, and where copies may be."""
        super().__init__()
        self._erasing = erasing
        self._said = said

    def compose(self) -> ComposeResult:
        """Title, what goes, the choices."""
        yield Lines(id="top")
        with VerticalScroll(id="page"):
            yield Lines(classes="text", id="going")
        yield ChoiceList(id="choices", markup=False)
        yield from self.foot()

    def on_mount(self) -> None:
        """The safe choice has the focus."""
        if not self.query("#choices"):  # left again before there was anything on it
            return
        self._draw()
        whole = _("Erase group {code}") if self._erasing.whole else _("Erase one session of {code}")
        listed = self.query_one("#choices", OptionList)
        listed.add_option(Option(_("Back, and erase nothing"), BACK))
        listed.add_option(Option(Content.styled(whole.format(code=self._erasing.code), LOOK), ERASE))
        listed.highlighted = 0
        listed.focus()

    def on_resize(self) -> None:
        """Lines are fitted to the width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if not self.can_draw:
            return
        pad = padding(self.size.width)
        title = _("Erase for good? This is what would go")
        self.query_one("#top", Lines).show(Content.styled(" " * pad + title, STRONG))
        columns = min(MOST, self.size.width - 2 * pad - 1)
        lines = [line for each in self._said for line in wrapped(each, columns, "  " if each[:1] == " " else "")]
        self.query_one("#going", Lines).update(Content("\n".join(lines)))

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Go back, or give the answer."""
        leave(self, event.option.id == ERASE)
