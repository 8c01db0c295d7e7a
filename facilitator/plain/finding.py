"""Found by words, line by line: what was found is numbered, and its number takes it. Enter alone goes back."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from facilitator.plain.dialogs import Say
from facilitator.texts.languages import _, ngettext
from sessions.cleaning import clean

T = TypeVar("T")

MOST = 20
"""Said at once: more could not be listened to."""
LONGEST = 80
"""Characters of what is searched for."""


class Hit(Struct, Generic[T], frozen=True):
    """One thing that can be taken."""

    said: str
    value: T


class Finding(Generic[T]):
    """One of many is to be taken: of those that suit best, or of those that words find."""

    def __init__(
        self,
        heading: str,
        suiting: Sequence[Hit[T]],
        find: Callable[[str], Sequence[Hit[T]]],
        say: Say,
        taken: Callable[[T | None], None],
        *,
        most: int = MOST,
        nothing: str = "",
    ) -> None:
        """``taken`` is told what was taken, or None when nothing was; ``most`` are said at once.

        ``nothing`` says what enter alone does, where it does not go back.
        """
        self._heading = heading
        self._hits = self._suiting = suiting
        self._find = find
        self._say = say
        self._taken = taken
        self._most = most
        self._nothing = nothing

    def ask(self) -> None:
        """What is looked for, and what suits best."""
        self._say(self._heading)
        self._list(self._suiting)
        alone = self._nothing or _("Enter alone goes back.")
        self._say(_("Type a number, or words to search by, and press enter.") + " " + alone)

    def answer(self, line: str) -> bool:
        """A number that was said, or words; nothing goes back."""
        typed = clean(line, LONGEST).strip()
        if not typed:
            self._taken(None)
        elif not (typed.isascii() and typed.isdigit()):
            self._search(typed)
            return False
        elif not 1 <= int(typed) <= len(self._hits[: self._most]):
            self._say(_("There is no choice “{key}”.").format(key=typed[:20]))
            return False
        else:
            self._taken(self._hits[int(typed) - 1].value)
        return True

    def _search(self, words: str) -> None:
        if found := self._find(words):
            self._list(found)
        else:
            self._say(_("No match."))

    def _list(self, hits: Sequence[Hit[T]]) -> None:
        self._hits = hits
        for number, hit in enumerate(hits[: self._most], start=1):
            self._say(f"{number}: {hit.said}")
        if (more := len(hits) - self._most) > 0:
            self._say(ngettext("… and {count} more", "… and {count} more", more).format(count=more))
