"""Screens with one text under a title, fitted to the width and scrolled; some ask below it what is to be done."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from facilitator.commands import Context
from facilitator.desk.screen import DeskScreen, ResultT, bindings
from facilitator.desk.widgets.lines import ChoiceList, Lines
from facilitator.desk.widgets.long_text import LongText
from facilitator.desk.widgets.tones import MOST, inset, padding


class ScrolledScreen(DeskScreen[ResultT]):
    """A text to scroll through."""

    CSS_PATH = "scrolled_screen.tcss"
    AUTO_FOCUS = "#page"
    most: ClassVar[int] = MOST
    """Columns of the text at most (the style sheet says the same); tables are wider than what is read."""

    @property
    def heading(self) -> str:
        """What it is."""
        raise NotImplementedError

    def lines(self, columns: int) -> Sequence[Content]:
        """The text in so many columns."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, text, foot."""
        yield Lines(id="top")
        with LongText(id="page"):
            yield Lines(classes="text", id="told")
        yield from self.below()
        yield from self.foot()

    def below(self) -> ComposeResult:
        """What stands between the text and the foot."""
        yield from ()

    def on_mount(self) -> None:
        """Show it."""
        self.draw()

    def draw(self) -> None:
        """Show the title and the text."""
        if not self.can_draw:
            return
        columns = self.size.width
        self.show_title(self.heading, before=inset(columns, self.most))
        room = min(self.most, columns - 3 * padding(columns))
        self.query_one("#told", Lines).update(Content("\n").join(self.lines(room)))


class AskingScreen(ScrolledScreen[ResultT]):
    """What would come of it is read first; below stand the answers, the safe one pointed at."""

    context: ClassVar[Context] = Context.ASKING
    AUTO_FOCUS = "#choices"
    BINDINGS = bindings(Context.ASKING)

    def answers(self) -> Sequence[Option]:
        """What can be chosen, the safe one first."""
        raise NotImplementedError

    @property
    def choices(self) -> OptionList:
        """The list of answers."""
        return self.query_one("#choices", OptionList)

    def below(self) -> ComposeResult:
        """The answers."""
        with Horizontal(id="answers"):
            yield ChoiceList(id="choices", markup=False)

    def on_mount(self) -> None:
        """The safe choice has the focus."""
        if self.query("#choices"):  # else it was left again before there was anything on it
            self.choices.add_options(self.answers())
            self.choices.highlighted = 0

    def do_choose(self) -> None:
        """Take the answer that is pointed at."""
        self.choices.action_select()
