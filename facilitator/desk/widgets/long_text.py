"""A long text to be read: a key moves in it at once."""

from textual.actions import SkipAction
from textual.containers import VerticalScroll


class LongText(VerticalScroll):
    """Keys that come together all count.

    Textual puts each off until the next picture, and glides: of a key that is held down most were lost.
    """

    def read_on(self, pages: int = 1) -> None:
        """So many times what is seen now; back when negative."""
        self._move_to(self.scroll_target_y + pages * self.scrollable_content_region.height)

    def action_scroll_down(self) -> None:
        """See ``Widget``: a row."""
        self._move_if_long(self.scroll_target_y + 1)

    def action_scroll_up(self) -> None:
        """See ``Widget``: a row."""
        self._move_if_long(self.scroll_target_y - 1)

    def action_page_down(self) -> None:
        """See ``Widget``."""
        self._move_if_long(self.scroll_target_y + self.scrollable_content_region.height)

    def action_page_up(self) -> None:
        """See ``Widget``."""
        self._move_if_long(self.scroll_target_y - self.scrollable_content_region.height)

    def action_scroll_home(self) -> None:
        """See ``Widget``."""
        self._move_if_long(0)

    def action_scroll_end(self) -> None:
        """See ``Widget``."""
        self._move_if_long(self.max_scroll_y)

    def _move_if_long(self, row: float) -> None:
        if not self.allow_vertical_scroll:
            raise SkipAction  # the key may mean something elsewhere
        self._move_to(row)

    def _move_to(self, row: float) -> None:
        self.scroll_to(y=row, animate=False, immediate=True)
