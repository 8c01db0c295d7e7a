"""A screen with a long list of rows, one of them pointed at: by keys, the wheel, a click. A second click opens."""

from textual import on

from facilitator.desk.screen import DeskScreen, ResultT
from facilitator.desk.widgets.long_list import LongList


class RowsScreen(DeskScreen[ResultT]):
    """What screens with a long list share: which row is pointed at."""

    AUTO_FOCUS = ""
    """The list needs no focus: its keys are commands of the screen."""
    row = 0
    """The row pointed at, from 0."""

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the rows, and what belongs to the one pointed at."""
        raise NotImplementedError

    def open_row(self) -> None:
        """Open the row pointed at; it was clicked a second time."""

    def point(self, row: int) -> None:
        """Point at a row, or the nearest there is."""
        self.row = max(0, min(row, self.row_count() - 1))
        self.draw()

    def do_row_down(self) -> None:
        """Point at the row below."""
        self.point(self.row + 1)

    def do_row_up(self) -> None:
        """Point at the row above."""
        self.point(self.row - 1)

    def do_choose_down(self) -> None:
        """The same where the rows are few, and not read through."""
        self.do_row_down()

    def do_choose_up(self) -> None:
        """The same upwards."""
        self.do_row_up()

    def do_row_first(self) -> None:
        """Point at the first row."""
        self.point(0)

    def do_row_last(self) -> None:
        """Point at the last row."""
        self.point(self.row_count() - 1)

    @on(LongList.Clicked)
    def point_at_click(self, event: LongList.Clicked) -> None:
        """Point at what was clicked; open it if that was clicked before."""
        if event.again:
            self.open_row()
        else:
            self.point(event.row)

    @on(LongList.Scrolled)
    def point_by_wheel(self, event: LongList.Scrolled) -> None:
        """The wheel moves on in the list."""
        self.point(self.row + event.by)
