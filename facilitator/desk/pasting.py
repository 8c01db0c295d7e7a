"""A paste is a text, whatever is in it.

Textual's reader of keys goes on looking for escape sequences inside a paste, and gives one that it does not know to the
program as keys: text from elsewhere would act on the session.
"""

import sys
from collections.abc import Iterable

from textual import _xterm_parser
from textual.driver import Driver
from textual.message import Message

PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""What a terminal sends before and after a paste."""


class HarmlessParser(_xterm_parser.XTermParser):
    """A reader of keys that finds no escape inside a paste but the one that ends it."""

    _pasting = False
    _tail = ""
    """While pasting: the last characters, if they may be the beginning of the end, not read yet. Otherwise: the last
    characters read, for a beginning that comes in two parts."""

    def feed(self, data: str) -> Iterable[Message]:
        """See ``XTermParser``. Nothing is held back outside a paste: a single escape is the key."""
        read = self._harmless(data)
        return super().feed(read) if read or not data else ()

    def _harmless(self, data: str) -> str:
        parts: list[str] = []
        while data:
            if self._pasting:
                pasted, found, data = (self._tail + data).partition(PASTED)
                self._tail = "" if found else _beginning_of_end(pasted)
                pasted = pasted.removesuffix(self._tail)
                parts += [pasted.replace("\x1b", ""), found]
                self._pasting = not found
            else:
                seen = self._tail + data
                place = seen.find(PASTE)
                read = len(data) if place < 0 else place + len(PASTE) - len(self._tail)
                parts.append(data[:read])
                self._tail = "" if place >= 0 else seen[-len(PASTE) + 1 :]
                self._pasting = place >= 0
                data = data[read:]
        return "".join(parts)


def _beginning_of_end(text: str) -> str:
    """The longest end of ``text`` that ``PASTED`` may go on from."""
    return next((PASTED[:size] for size in range(len(PASTED) - 1, 0, -1) if text.endswith(PASTED[:size])), "")


def read_pastes_as_text(driver: type[Driver]) -> None:
    """Let a driver read with it: its module, or one that it imports later, looks the reader up by this name."""
    for module in (_xterm_parser, sys.modules[driver.__module__]):
        if hasattr(module, "XTermParser"):
            module.XTermParser = HarmlessParser  # type: ignore[attr-defined]
