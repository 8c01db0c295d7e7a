"""This terminal as the group's view: for a single display. Next, back and blank work as before; esc returns."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.content import Content

from facilitator.commands import Context
from facilitator.desk.dialogs import leave
from facilitator.desk.group_view import rows_of
from facilitator.desk.lines import Lines
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.projector.view import view_of

if TYPE_CHECKING:
    from facilitator.desk.live_dialogs import AskingScreen


class GroupScreen(DeskScreen):
    """Nothing but the view."""

    context: ClassVar[Context] = Context.GROUP
    BINDINGS = bindings(Context.GROUP)

    def __init__(self, live: "AskingScreen") -> None:
        super().__init__()
        self._live = live

    def compose(self) -> ComposeResult:
        """The view alone."""
        yield Lines(id="group")

    def on_mount(self) -> None:
        """Follow the session."""
        self._live.running.listen(self.draw)

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self._live.running.unlisten(self.draw)

    def on_resize(self) -> None:
        """Everything is fitted to the size."""
        self.call_after_refresh(self.draw)

    def ticked(self) -> None:
        """The clock has moved."""
        self.draw()

    def draw(self) -> None:
        """Draw the view."""
        if not self.can_draw:
            return
        running = self._live.running
        view = view_of(running.session, running.words, self.desk.deck, self.desk.showing.shown, running.now())
        rows = rows_of(view, self.size.width, self.size.height)
        self.query_one("#group", Lines).show(Content("\n").join(Content.styled(row.text, row.style) for row in rows))

    def do_next(self) -> None:
        """As on the live screen; a question that it asks is asked there."""
        if self._live.asks_late_start():
            leave(self)
            self._live.do_next()
        else:
            self._live.act("next")

    def do_back(self) -> None:
        """As on the live screen."""
        self._live.act("back")

    def do_blank(self) -> None:
        """Black, or back."""
        self.desk.showing.toggle_blank()
        self.draw()
