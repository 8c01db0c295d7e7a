"""The inputs of every dialog: nothing that could act on a terminal gets in."""

from textual import events
from textual.geometry import Offset
from textual.widgets import Input

from facilitator.desk.widgets.typed_number import DIGITS
from sessions.cleaning import harmless


class HarmlessInput(Input):
    """An input that lets nothing in that could act on a terminal, neither typed nor pasted."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """See ``Input``, whose cursor is said to stand one column behind the end of the text."""
        said = super().cursor_screen_offset
        return said - Offset(1, 0) if self.cursor_at_end else said

    def replace(self, text: str, start: int, end: int) -> None:
        """See ``Input``; pasted and typed text both pass here. What is too long is cut, and no bell is rung."""
        text = harmless(text)
        if self.max_length:
            text = text[: max(0, self.max_length - len(self.value) + abs(end - start))]
        super().replace(text, start, end)

    async def _on_key(self, event: events.Key) -> None:
        """See ``Input``. Enter is taken at once: as a binding it comes after letters that were typed behind it."""
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            await self.action_submit()

    def action_copy(self) -> None:
        """Nothing: the clipboard outlives the session."""

    def action_cut(self) -> None:
        """Nothing: neither what is chosen nor the clipboard is lost by it."""


class DigitsInput(HarmlessInput):
    """An input for a whole number: digits are written, letters are keys as elsewhere."""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 (Textual's names)
        """See ``Widget``."""
        return character is not None and character in DIGITS

    def replace(self, text: str, start: int, end: int) -> None:
        """See ``Input``; what is no digit does not get in."""
        super().replace("".join(char for char in text if char in DIGITS), start, end)
