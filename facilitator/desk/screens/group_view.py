"""This terminal as the group's view: for a single display. Next, back and blank work as before; esc returns."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from facilitator.commands import Context
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.desk.widgets.dialogs import leave
from facilitator.projector.wall import Wall

if TYPE_CHECKING:
    from facilitator.desk.live.dialogs import AskingScreen


class GroupScreen(DeskScreen):
    """Nothing but the view."""

    context: ClassVar[Context] = Context.GROUP
    BINDINGS = bindings(Context.GROUP)

    def __init__(self, live: "AskingScreen") -> None:
        super().__init__()
        self._live = live

    def compose(self) -> ComposeResult:
        """The view alone."""
        yield Wall()

    def on_mount(self) -> None:
        """Follow the session."""
        self._shows(yes=True)

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self._shows(yes=False)

    def _shows(self, *, yes: bool) -> None:
        if self.desk.displays is not None:
            self.desk.displays.projecting.here = yes
            self.desk.refresh_group()

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
        if self.desk.displays is not None:
            self.query_one(Wall).present(self.desk.displays.projecting.view, self._live.running.now())

    def draw_group(self) -> None:
        """The view has changed."""
        self.draw()

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
