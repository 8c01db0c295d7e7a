"""The widget that shows the group's view in a terminal: the desk's own and the second one use the same."""

from textual.content import Content
from textual.widgets import Static

from facilitator.colours import QUIET
from facilitator.projector.terminal_rows import rows_of
from facilitator.projector.terminal_type import QUIET_STYLE, Row
from facilitator.projector.view import BLACK, Shown, View
from facilitator.texts.languages import speaking

DARK_QUIET, LIGHT_QUIET = QUIET, "#515a56"


class Wall(Static):
    """The view, as large as it fits."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Wall { width: 100%; height: 100%; background: black; color: white; }
    Wall.light { background: #faf8f3; color: #1a1f1e; }
    """

    def __init__(self) -> None:
        super().__init__(id="group", markup=False)
        self.view = BLACK
        self._shown = Content("")

    def present(self, view: View, now: int) -> None:
        """Show ``view`` as it is at ``now``; draws only what is another text than before."""
        self.view = view
        self.set_class(view.light and view.shown is not Shown.BLACK, "light")
        with speaking(view.language):
            rows = rows_of(view, self.size.width, self.size.height, now)
        quiet = LIGHT_QUIET if view.light else DARK_QUIET
        content = Content("\n").join(_line(row, quiet) for row in rows)
        if content != self._shown or content.spans != self._shown.spans:
            self._shown = content
            self.update(content, layout=False)


def _line(row: Row, quiet: str) -> Content:
    return Content(" " * row.indent) + Content.styled(row.text, quiet if row.style == QUIET_STYLE else row.style)
