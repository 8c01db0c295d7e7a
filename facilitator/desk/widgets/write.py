"""The dialog in which one line is written."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from facilitator.desk.widgets.dialog import Dialog
from facilitator.desk.widgets.inputs import DigitsInput, HarmlessInput
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.texts.languages import _


class Write(Dialog[str | None]):
    """Write one line. Esc leaves it as it was."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        body: str = "",
        most: int = 80,
        check: Callable[[str], str] = lambda text: "",
        typed: Callable[[str], None] | None = None,
        digits: bool = False,
        hidden: bool = False,
    ) -> None:
        """``check`` gives what is wrong with a text, or nothing; ``typed`` is told the text as it is typed.

        With ``digits`` only a whole number is written, and letters stay keys. What is ``hidden`` is not seen.
        """
        super().__init__(title, body)
        self._text = text
        self._most = most
        self._check = check
        self._typed = typed
        self._digits = digits
        self._hidden = hidden

    @property
    def is_number(self) -> bool:
        """Whether only a whole number is written."""
        return self._digits

    def what_is_wrong(self, text: str) -> str:
        """What is wrong with a text; nothing when it is right."""
        return self._check(text) if len(text) <= self._most else self.heading

    def parts(self) -> ComposeResult:
        """The line, what is wrong with it, keys."""
        yield (DigitsInput if self._digits else HarmlessInput)(self._text, max_length=self._most, password=self._hidden)
        yield Lines(id="wrong", classes="foot")
        yield Lines(Content(_("enter is done · esc leaves it as it was")), classes="foot")

    @on(Input.Changed)
    def tell_typed(self, event: Input.Changed) -> None:
        """Tell what has been typed so far."""
        event.stop()
        if self._typed is not None and self.is_current:
            self._typed(event.value)

    @on(Input.Submitted)
    def finish(self, event: Input.Submitted) -> None:
        """Give the text, if nothing is wrong with it."""
        event.stop()
        if wrong := self._check(event.value):
            self.query_one("#wrong", Lines).update(Content(wrong))
        else:
            leave(self, event.value)
