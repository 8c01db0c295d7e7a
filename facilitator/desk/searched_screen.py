"""A screen with a list to choose from, and a line in which words are typed to search it."""

from textual import events
from textual.widgets import OptionList

from facilitator.commands import commands_in
from facilitator.desk.screen import DeskScreen, ResultT
from facilitator.desk.widgets.lines import ChoiceList
from facilitator.desk.widgets.search_line import SearchLine
from facilitator.desk.widgets.tones import padding

FEWEST_COLUMNS = 16
"""Of a row, however narrow the terminal is."""


class SearchedScreen(DeskScreen[ResultT]):
    """What such screens share. Their list has the focus; a letter that is no command begins a search."""

    @property
    def choices(self) -> OptionList:
        """The list."""
        return self.query_one(ChoiceList)

    @property
    def search_line(self) -> SearchLine:
        """The line."""
        return self.query_one(SearchLine)

    @property
    def pointed_id(self) -> str | None:
        """The id of the row pointed at; None where there is none."""
        listed = self.choices
        return listed.get_option_at_index(listed.highlighted).id if listed.highlighted is not None else None

    @property
    def columns(self) -> int:
        """Of the screen; before it has been laid out, of the terminal."""
        return self.size.width or self.app.size.width

    @property
    def row_columns(self) -> int:
        """Columns of a row of the list."""
        width = self.choices.scrollable_content_region.width or self.columns
        return max(FEWEST_COLUMNS, width - 2 * padding(self.columns))

    def do_search(self) -> None:
        """Search by what is typed next."""
        self.search_line.display = True
        self.search_line.display_text()
        self.set_focus(self.search_line)

    def on_key(self, event: events.Key) -> None:
        """A letter that is no command begins a search; in it the arrows move in what was found."""
        if event.character is not None and self._is_searched(event):
            event.stop()
            self.do_search()
            self.search_line.put(self.search_line.text + event.character)
        elif self.search_line.has_focus and event.key in ("down", "up"):
            event.stop()
            move = self.choices.action_cursor_down if event.key == "down" else self.choices.action_cursor_up
            move()

    def _is_searched(self, event: events.Key) -> bool:
        """Whether a key that reached the screen is a letter to search by: it is no command here.

        Where the line has the focus by now, every letter is: it was on its way before.
        """
        if self.focused is self.search_line:
            return event.is_printable
        taken = {key for command in commands_in(self.context) for key in command.keys}
        return event.is_printable and event.character != " " and event.key not in taken
