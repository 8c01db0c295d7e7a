"""The line in which words are typed to search.

An ``Input`` lays the whole screen out anew at every key; this does not.
"""

from textual import events
from textual.content import Content
from textual.message import Message

from facilitator.desk.widgets.rows import Rows
from facilitator.desk.widgets.tones import QUIET
from facilitator.texts.languages import _
from sessions.cleaning import clean, harmless

MOST = 60
CURSOR = "▏"


class SearchLine(Rows, can_focus=True):
    """Typed text at whose end one writes; nothing that could act on a terminal gets in."""

    class Changed(Message):
        """Another text stands in the line."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    text = ""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002 (Textual's names)
        """See ``Widget``: a character typed here is a letter, never a key."""
        return character is not None and character.isprintable()

    def put(self, text: str) -> None:
        """Put a text into the line. It is drawn with the list, by ``display_text``: in one painting, not two."""
        self.text = text[:MOST]
        self.post_message(self.Changed(self.text))

    def display_text(self) -> None:
        """Draw the line."""
        shown: list[str | tuple[str, str]] = [("/ ", QUIET), self.text, CURSOR if self.has_focus else ""]
        if not self.text:
            shown.append((" " + _("Type to search"), QUIET))
        self.show([Content.assemble(*shown)])

    def on_focus(self) -> None:
        """Show where one writes, as soon as the line knows that it has the focus."""
        self.call_next(self.display_text)

    def on_blur(self) -> None:
        """No cursor any more, as soon as the line knows that it has not."""
        self.call_next(self.display_text)

    def on_key(self, event: events.Key) -> None:
        """Write. Enter, escape and the arrows are the screen's, as without this line."""
        if event.is_printable and event.character is not None:
            text = self.text + harmless(event.character)
        elif event.key == "backspace":
            text = self.text[:-1]
        elif event.key == "ctrl+u":
            text = ""
        else:
            return
        event.stop()
        self.put(text)

    def on_paste(self, event: events.Paste) -> None:
        """Write what was pasted."""
        event.stop()
        self.put(self.text + clean(event.text, MOST))
