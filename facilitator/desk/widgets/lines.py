"""Lines of text that is never read as markup, and the list of every dialog."""

from collections.abc import Iterable
from contextlib import suppress
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import OptionList, Static

from facilitator.desk.widgets.cursor import point_cursor
from facilitator.desk.widgets.tones import BAR, EMPTY


class Lines(Static):
    """Text that is drawn again only when it changed."""

    ALLOW_SELECT = False
    auto_links = reactive(False)
    """No text has links; looking for them in each line would be felt."""

    def __init__(self, content: Content = EMPTY, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(content, id=id, classes=classes, markup=False)
        self._shown = content

    def show(self, content: Content) -> None:
        """Show this instead, in the same space."""
        if content != self._shown or content.spans != self._shown.spans:
            self._shown = content
            self.update(content, layout=False)

    def put(self, content: Content) -> None:
        """Show this instead in the same width; all is laid out anew only where it takes more or fewer lines."""
        before, width = self._shown, self.content_size.width
        self._shown = content
        if content == before and content.spans == before.spans:
            return
        self.update(content, layout=not width or content.get_height({}, width) != before.get_height({}, width))


class ChoiceList(OptionList):
    """A list to choose from: a click points, a second one chooses. A bar stands before what is pointed at.

    Textual's own chooses at once, has no mark but colour, and stumbles over page keys that arrive while it is being
    filled anew.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice-list--bar"}
    auto_links = reactive(False)
    """As of ``Lines``."""
    _clicked: int | None = None
    """The option that was clicked last, as long as it is the one pointed at."""

    async def _on_click(self, event: events.Click) -> None:
        """See ``OptionList``."""
        event.prevent_default()
        row: int | None = event.style.meta.get("option")
        if row is None or self.options[row].disabled:
            return
        if row == self._clicked == self.highlighted:
            self.action_select()
        self.highlighted = self._clicked = row

    def watch_highlighted(self, highlighted: int | None) -> None:
        """See ``OptionList``; what is pointed at by a key was not clicked."""
        super().watch_highlighted(highlighted)
        if highlighted != self._clicked:
            self._clicked = None

    def render_line(self, y: int) -> Strip:
        """See ``OptionList``: the first column, which is padding, has the bar."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        if self.highlighted is None or line >= len(self._lines) or self._lines[line][0] != self.highlighted:
            return strip
        point_cursor(self, y)
        bar = self.get_visual_style("option-list--option", "option-list--option-highlighted", "choice-list--bar")
        return Strip([Segment(BAR, bar.rich_style), *strip.crop(1)], strip.cell_length)

    def action_page_up(self) -> None:
        """See ``OptionList``."""
        with suppress(KeyError):
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """See ``OptionList``."""
        with suppress(KeyError):
            super().action_page_down()  # type: ignore[no-untyped-call]


def packed(parts: Iterable[str], columns: int, between: str = " · ") -> list[str]:
    """``parts`` in as few lines as they need, none of them broken."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_len(lines[-1] + between + part) <= columns:
            lines[-1] += between + part
        else:
            lines.append(part)
    return lines
