"""The dialogs of the live session as lines: the choices one below the other, and an answer.

A number is what it names, a seat or minutes; a choice without a number has a letter. Enter alone goes back.
"""

import string
from collections.abc import Callable
from typing import Any, Protocol

from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.write import Write
from facilitator.texts.languages import _

Say = Callable[[str], None]
COLUMNS, ROWS = 70, 40
"""Of what choosing something would do."""


class Question(Protocol):
    """Something that was asked, and waits for a line."""

    def ask(self) -> None:
        """Say what is asked."""

    def answer(self, line: str) -> bool:
        """Take a line; False when it is no answer, and what was wrong has been said."""


class Choosing:
    """One of several is to be chosen."""

    def __init__(self, choice: Choice[Any], say: Say, chosen: Callable[[Any], None]) -> None:
        self._choice = choice
        self._say = say
        self._chosen = chosen
        letters = iter(string.ascii_lowercase + string.ascii_uppercase)
        self._options: dict[str, Option[Any]] = {
            str(option.number) if option.number is not None else next(letters): option
            for option in choice.options[: len(string.ascii_letters)]
        }

    def ask(self) -> None:
        """The title, what there is to know, and the choices."""
        self._say(self._choice.heading)
        for line in self._choice.body.splitlines():
            self._say(line)
        for key, option in self._options.items():
            self._say(f"{key}: " + ", ".join(part for part in (option.label, option.note) if part))
            for line in option.told(COLUMNS, ROWS).splitlines():
                self._say(f"   {line}")
        self._say(_("Type the letter or number and press enter. Enter alone goes back."))

    def answer(self, line: str) -> bool:
        """A letter or number that is there; nothing goes back."""
        key = line.strip()
        if key and key not in self._options:
            self._say(_("There is no choice “{key}”.").format(key=key[:20]))
            return False
        self._chosen(self._options[key].value if key else None)
        return True


class Writing:
    """A whole number or a time of day is to be written. Words are not: a terminal would keep them."""

    def __init__(self, write: Write, say: Say, written: Callable[[str | None], None]) -> None:
        self._write = write
        self._say = say
        self._written = written

    def ask(self) -> None:
        """What is to be written."""
        self._say(self._write.heading)
        for line in self._write.body.splitlines():
            self._say(line)
        number, time = _("Type a whole number and press enter."), _("Type a time such as 11.30 and press enter.")
        self._say(f"{number if self._write.is_number else time} {_('Enter alone goes back.')}")

    def answer(self, line: str) -> bool:
        """A number that is right; nothing goes back."""
        typed = line.strip()
        if not typed:
            self._written(None)
            return True
        may_be = not self._write.is_number or (typed.isascii() and typed.isdigit())
        wrong = self._write.what_is_wrong(typed) if may_be else self._write.heading
        if wrong:
            self._say(wrong)
            return False
        self._written(typed)
        return True


def question_of(screen: Choice[Any] | Write, say: Say, answered: Callable[[Any], None]) -> Question:
    """A dialog of the desk as a question."""
    return Choosing(screen, say, answered) if isinstance(screen, Choice) else Writing(screen, say, answered)
