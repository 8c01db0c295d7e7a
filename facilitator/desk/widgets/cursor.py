"""Where the terminal's cursor stands: on what is pointed at, so that a screen reader or a magnifier follows it.

Each screen has a place of its own, so that it is there again when what lay over the screen is gone.
"""

from weakref import ReferenceType, WeakKeyDictionary, ref

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

NOWHERE = Offset(0, 0)
_places: WeakKeyDictionary[Screen[object], tuple[ReferenceType[Widget], int]] = WeakKeyDictionary()


def point_cursor(widget: Widget, line: int) -> None:
    """Let the cursor of the widget's screen stand at the beginning of a line of its content, from 0."""
    _places[widget.screen] = (ref(widget), line)


def cursor_on(screen: Screen[object]) -> Offset:
    """Where it stands on a screen: on what is pointed at; where there is nothing to choose, where one writes."""
    widget, line = _places.get(screen, (None, 0))
    if widget is not None and (pointed := widget()) is not None and pointed.is_mounted:
        return pointed.content_region.offset + Offset(0, line)
    return screen.focused.cursor_screen_offset if isinstance(screen.focused, Input) else NOWHERE
