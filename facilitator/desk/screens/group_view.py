"""This terminal as the group's view: for a single display. Next, back and blank work as before; esc returns."""

from typing import ClassVar

from textual.app import ComposeResult

from facilitator.commands import Context
from facilitator.desk import messages as m
from facilitator.desk.open_session import OpenSession
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.projector.wall import Wall


class GroupViewScreen(DeskScreen[None]):
    """Nothing but the view."""

    context: ClassVar[Context] = Context.GROUP
    CSS_PATH = "group_view.tcss"
    BINDINGS = bindings(Context.GROUP)

    def __init__(self, live: OpenSession) -> None:
        super().__init__()
        self._live = live

    def compose(self) -> ComposeResult:
        """The view alone."""
        yield Wall()

    def on_mount(self) -> None:
        """This terminal is a display now."""
        self._live.show_here(yes=True)

    def on_unmount(self) -> None:
        """It is one no longer."""
        self._live.show_here(yes=False)

    def ticked(self) -> None:
        """The clock has moved."""
        self.draw()

    def session_changed(self) -> None:
        """The view may have changed."""
        self.draw()

    def draw(self) -> None:
        """Draw the view."""
        if self.can_draw:
            self.query_one(Wall).present(self._live.view, self._live.now())

    def do_next(self) -> None:
        """As on the live screen."""
        self.post_message(m.LiveCommandPressed("next"))

    def do_back(self) -> None:
        """As on the live screen."""
        self.post_message(m.LiveCommandPressed("back"))
