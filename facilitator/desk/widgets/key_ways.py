"""Who is asked about a key: the widget that has the focus, what it lies in, the screen, the program.

Textual finds out at every key which character each bound key would write, by its Unicode name, in case a widget writes
letters. The names of all characters are a table of 0.8 MB, which a session that runs has no other use for.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

ResultT = TypeVar("ResultT")


def takes_letters(widget: Widget) -> bool:
    """Whether letters are written in a widget, and are no keys while it has the focus."""
    return widget.check_consume_key("b", "b")


class KeyWays(Screen[ResultT], Generic[ResultT]):
    """A screen that asks for characters only where somebody writes them."""

    @property
    def is_writing(self) -> bool:
        """Whether letters are being written just now."""
        return self.focused is not None and takes_letters(self.focused)

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """As Textual's, which is private: the version of Textual is pinned, and a test compares the two."""
        nodes: Iterable[DOMNode] = self.focused.ancestors_with_self if self.focused is not None else (self, self.app)
        if any(type(node).check_consume_key is not DOMNode.check_consume_key for node in nodes):
            return super()._binding_chain
        return [(node, node._bindings) for node in nodes]
