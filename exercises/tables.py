"""Reading a TOML file that a person wrote: every fault at once, each with its line and what would be right."""

import difflib
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Any, TypeVar

from msgspec import Struct

from exercises.card import NO_TEXT, Text
from exercises.closed import LANGUAGES
from exercises.source import parse
from sessions.cleaning import clean
from sessions.values import Id

LARGEST = 256 * 1024
"""Bytes; a larger file is no card."""
MOST_FAULTS = 50
"""Told of one file: nobody mends more at a time, and a file of nothing but faults must not take long."""
LONGEST_TEXT = 1_000

C = TypeVar("C", bound=StrEnum)
T = TypeVar("T")


class FaultKind(StrEnum):
    """What can be wrong. ``facilitator.texts.reasons`` has the sentences."""

    UNREADABLE = "unreadable"
    OUTSIDE = "outside"
    TOO_LARGE = "too-large"
    NOT_UTF8 = "not-utf8"
    NOT_TOML = "not-toml"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown-key"
    NOT_TEXT = "not-text"
    NOT_WHOLE = "not-whole"
    NOT_YES_NO = "not-yes-no"
    NOT_ONE_OF = "not-one-of"
    NOT_A_LIST = "not-a-list"
    NOT_MINUTES = "not-minutes"
    NOT_AN_ID = "not-an-id"
    NO_SUCH_CARD = "no-such-card"
    TWICE = "twice"
    PEOPLE_ORDER = "people-order"
    TOO_MANY = "too-many"
    TOO_MANY_FILES = "too-many-files"
    NO_ITEMS = "no-items"
    SUM = "sum"
    ROUND_WITHOUT_TURNS = "round-without-turns"
    TURNS_WITHOUT_ROUND = "turns-without-round"
    NOT_IN_LANGUAGE = "not-in-language"
    LONG_TEXT = "long-text"
    NOT_A_COLOUR = "not-a-colour"


class Fault(Struct, frozen=True):
    """One thing that is wrong in a file."""

    path: Path
    line: int
    """From 1; 0 for the file as a whole."""
    kind: FaultKind
    key: str = ""
    wanted: str = ""
    """What would be right: the allowed values, a range, the nearest word."""
    choices: tuple[StrEnum, ...] = ()
    """The members of a closed list that would be right, where it is one."""
    said: str = ""
    """What stands there instead of one of them."""


class LineNumbers:
    """Where each table and key of a source stands; looked up only when there is a fault to tell."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: dict[str, int] | None = None

    def line(self, *names: str) -> int:
        """The line of the first of these that has one, from 1; else 0."""
        if self._found is None:
            self._found = _lines(self._source)
        return next((self._found[name] for name in names if name in self._found), 0)


class Table:
    """One table of a file, which gathers its faults while it is read."""

    def __init__(self, path: Path, data: dict[str, Any], lines: LineNumbers, faults: list[Fault], at: str = "") -> None:
        """``at`` is the name of the table in the file."""
        self.path = path
        self.faults = faults
        self._data = data
        self._lines = lines
        self._at = at
        self._known: set[str] = set()

    def fault(
        self, kind: FaultKind, key: str = "", wanted: str = "", choices: Iterable[StrEnum] = (), said: str = ""
    ) -> None:
        """Note a fault at a key."""
        if len(self.faults) < MOST_FAULTS:
            line = self._lines.line(f"{self._at}.{key}".strip("."), self._at)
            self.faults.append(Fault(self.path, line, kind, key or self._at, wanted, tuple(choices), said))

    def value(self, key: str, *, needed: bool = True) -> object:
        """What is at a key; None, and a fault when it is needed, if nothing is."""
        self._known.add(key)
        found = self._data.get(key)
        if found is None and needed:
            self.fault(FaultKind.MISSING, key)
        return found

    def whole(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number in a range."""
        found = self.value(key, needed=default is None)
        if found is None:
            return low if default is None else default
        if type(found) is not int or not low <= found <= high:
            self.fault(FaultKind.NOT_WHOLE, key, f"{low}–{high}")
            return low
        return found

    def yes_no(self, key: str) -> bool:
        """True or false; false when it is not there."""
        found = self.value(key, needed=False)
        if found is not None and type(found) is not bool:
            self.fault(FaultKind.NOT_YES_NO, key, "true, false")
        return found is True

    def one_of(self, key: str, choices: type[C], default: C | None = None) -> C:
        """A member of a closed list."""
        found = self.value(key, needed=default is None)
        return self._member(key, found, choices) or default or next(iter(choices))

    def some_of(self, key: str, choices: type[C]) -> tuple[C, ...]:
        """A list of members of a closed list."""
        found = self.value(key)
        if found is not None and not isinstance(found, list):
            self.fault(FaultKind.NOT_A_LIST, key, f'["{next(iter(choices))}"]')
        listed = found if isinstance(found, list) else []
        return tuple(member for each in listed if (member := self._member(key, each, choices)) is not None)

    def id(self, key: str, *, needed: bool = False) -> Id | None:
        """An id, if there is one."""
        found = self.value(key, needed=needed)
        if found is None:
            return None
        try:
            return Id(found if isinstance(found, str) else "")
        except ValueError:
            self.fault(FaultKind.NOT_AN_ID, key)
            return None

    def parsed(self, key: str, parse: Callable[[str], T], otherwise: T) -> T:
        """A text with a form of its own, such as minutes; a bare number will do for one."""
        found = self.value(key)
        if found is None:
            return otherwise
        try:
            return parse(str(found) if type(found) in (str, int, float) else "")
        except ValueError:
            self.fault(FaultKind.NOT_MINUTES, key, "3, 1.5n, 1(n-1)")
            return otherwise

    def text(self, key: str, *, needed: bool = True, lines: bool = False) -> Text:
        """A table of the same text in several languages."""
        found = self.value(key, needed=needed)
        if found is None:
            return NO_TEXT
        if not isinstance(found, dict):
            self.fault(FaultKind.NOT_TEXT, key, 'fi = "…"')
            return NO_TEXT
        inner = Table(self.path, found, self._lines, self.faults, f"{self._at}.{key}".strip("."))
        said = inner.languages(lines=lines, needed=needed)
        inner.finish()
        return said

    def languages(self, *, lines: bool = False, needed: bool = True) -> Text:
        """The languages of a text that stand in this table itself."""
        said: dict[str, str] = {}
        for language in LANGUAGES:
            found = self.value(language, needed=False)
            if found is None:
                continue
            if not isinstance(found, str):
                self.fault(FaultKind.NOT_TEXT, language, f'{language} = "…"')
                continue
            said[language] = clean(found, LONGEST_TEXT, lines=lines)
        if needed and not any(said.values()):
            self.fault(FaultKind.MISSING, LANGUAGES[0])
        return Text(**said)

    def tables(self, key: str, most: int) -> list["Table"]:
        """A list of tables."""
        found = self.value(key)
        if found is None:
            return []
        if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
            self.fault(FaultKind.NOT_A_LIST, key, f"[[{key}]]")
            return []
        if len(found) > most:
            self.fault(FaultKind.TOO_MANY, key, str(most))
        return [
            Table(self.path, each, self._lines, self.faults, f"{key}[{index}]")
            for index, each in enumerate(found[:most])
        ]

    def finish(self) -> None:
        """Note every key that nobody asked for, with the nearest known one."""
        for key in list(self._data.keys() - self._known)[:MOST_FAULTS]:
            self.fault(FaultKind.UNKNOWN_KEY, clean(key, 40), nearest(key[:40], self._known))

    def _member(self, key: str, found: object, choices: type[C]) -> C | None:
        if found is None:
            return None
        try:
            return choices(str(found))
        except ValueError:
            said = clean(found, 40) if isinstance(found, str) else ""
            self.fault(FaultKind.NOT_ONE_OF, key, ", ".join(choices), choices, said)
            return None


def read_table(path: Path) -> Table:
    """Read a file. A file that cannot be read gives an empty table with the fault noted."""
    try:
        if not path.is_file():
            return _empty(path, FaultKind.UNREADABLE)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            return _empty(path, FaultKind.TOO_LARGE, wanted=str(LARGEST // 1024))
        source = raw.decode("utf-8-sig")
        return Table(path, parse(source), LineNumbers(source), [])
    except OSError:
        return _empty(path, FaultKind.UNREADABLE)
    except UnicodeDecodeError:
        return _empty(path, FaultKind.NOT_UTF8)
    except TOMLDecodeError as error:
        return _empty(path, FaultKind.NOT_TOML, _line_in(str(error), source))
    except ValueError:
        return _empty(path, FaultKind.NOT_TOML)


def _empty(path: Path, kind: FaultKind, line: int = 0, wanted: str = "") -> Table:
    return Table(path, {}, LineNumbers(""), [Fault(path, line, kind, wanted=wanted)])


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like ``word``; empty when none is like it."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.5)), "")


_HEADER = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]\]?")
_KEY = re.compile(r"\s*([\w-]+)\s*=")


def _lines(source: str) -> dict[str, int]:
    """Where each table and key stands: ``steps[1].minutes`` → 27."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    at = ""
    for number, line in enumerate(source.splitlines(), 1):
        if header := _HEADER.match(line):
            at = header[2]
            if header[1] == "[[":
                found.setdefault(at, number)
                index = counts.get(at, 0)
                counts[at] = index + 1
                at = f"{at}[{index}]"
            elif (first := at.split(".")[0]) in counts:
                at = f"{first}[{counts[first] - 1}]{at.removeprefix(first)}"
            found.setdefault(at, number)
        elif key := _KEY.match(line):
            found.setdefault(f"{at}.{key[1]}".strip("."), number)
    return found


def _line_in(message: str, source: str) -> int:
    """The line that ``tomllib`` names; the last one when it says "at end of document"."""
    match = re.search(r"line (\d+)", message)
    return int(match[1]) if match else max(1, len(source.splitlines()))
