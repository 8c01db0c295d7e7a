"""The line of keys: what matters now, as much as the width has room for; each key can be clicked."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message

from facilitator.commands import KEY_NAMES, Command
from facilitator.desk.widgets.rows import Rows
from facilitator.desk.widgets.tones import ACCENT, QUIET, WIDE, padding
from facilitator.texts.languages import _


class KeyBar(Rows):
    """The keys that matter now, the weightiest first; a key that would be refused is dim. Help is always the last."""

    class Pressed(Message):
        """A key of the line was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    _places: tuple[tuple[int, int, str], ...] = ()
    """First column, column after the last, and command of each key."""

    def present(
        self,
        commands: Sequence[Command],
        is_dim: Callable[[str], bool],
        labels: Mapping[str, str],
        keys: Mapping[str, str],
    ) -> None:
        """Show ``commands`` in their order; what there is no room for at the end is left out, help never.

        ``is_dim`` is asked only of those that have room: it may be work. ``labels`` and ``keys`` are what differs from
        the table just now.
        """
        words = {
            command.id: (keys.get(command.id) or key_name(command.keys[0]), labels.get(command.id) or _(command.label))
            for command in commands
        }
        columns = self.size.width or self.app.size.width
        pad, gap = padding(columns), 3 if columns >= WIDE else 1
        room = columns - 2 * pad
        if gap == 1 and _taken(words.values(), 2) <= room:
            gap = 2
        while len(words) > 1 and _taken(words.values(), gap) > room:
            words.pop(next(command for command in reversed(words) if command != "help"))
        if "help" in words:  # the last, wherever the line ends
            words["help"] = words.pop("help")
        parts: list[tuple[str, str]] = [(" " * pad, "")]
        places = []
        column = pad
        for command, (key, label) in words.items():
            dim = is_dim(command)
            parts += [(key, QUIET if dim else f"bold {ACCENT}"), (f" {label}", QUIET if dim else "")]
            parts.append((" " * gap, ""))
            width = cell_len(f"{key} {label}")
            places.append((column, column + width, command))
            column += width + gap
        self._places = tuple(places)
        self.show([Content.assemble(*parts)])

    def on_click(self, event: events.Click) -> None:
        """Press what stands there."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y > 0:
            return
        for first, after, command in self._places:
            if first <= offset.x < after:
                self.post_message(self.Pressed(command))


def key_name(key: str) -> str:
    """A key as it is called on the keyboard."""
    return _(KEY_NAMES.get(key, "")) or key


def _taken(words: Iterable[tuple[str, str]], gap: int) -> int:
    """The columns that keys with their labels take."""
    return sum(cell_len(f"{key} {label}") + gap for key, label in words) - gap
