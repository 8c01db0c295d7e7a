"""Where the data is, and the settings in it: ``config.toml``, its faults told, its comments kept."""

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from facilitator.texts.languages import LANGUAGES
from sessions.limits import LONGEST, MOST_PEOPLE, SHORTEST
from sessions.values import Id

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

    from exercises.tables import Fault

VARIABLE = "FACILITATOR_DATA"
FILE = "config.toml"
LARGEST = 16 * 1024
"""Bytes; a larger file is not read at all, for a reader of TOML can be kept busy by a few hundred kilobytes."""
THEMES = ("calm-dark", "calm-light", "high-contrast")
SIGNS = ("auto", "full", "simple")
BELLS = ("off", "soft")
CHOICES: dict[str, tuple[str, ...]] = {"language": LANGUAGES, "theme": THEMES, "signs": SIGNS, "bell": BELLS}
"""Settings that are one of several, each with what it can be."""
Value = str | int | tuple[str, ...] | None
"""What a setting can be set to; None takes it out."""
MOST_UNITS, MOST_DARK = 9_999, 60
RANGES: dict[str, tuple[int, int]] = {
    "people": (1, MOST_PEOPLE),
    "length": (SHORTEST, LONGEST),
    "target": (1, MOST_UNITS),
    "goals_dark": (1, MOST_DARK),
}
"""Settings that are a whole number, with the least and the most."""
DECKS, MOST_DECKS = "decks", 20
FAVOURITES, MOST_FAVOURITES = "favourites", 100
LISTS = {DECKS: '["~/kortit"]', FAVOURITES: '["opening-round"]'}
"""Settings that are a list, each as it may be written."""
COLOURS = ("accent", "accent_on_light")
"""Settings that are a colour, ``#rrggbb``."""
TEXTS = ("break_text", "break_picture")
"""Settings that are written freely, by the supervisor and never by a session."""
LONGEST_TEXT = 120
"""Characters."""
FIRST = '# Kieli / language: "fi", "sv", "en". Oletus: koneen kieli / default: the computer\'s.\n# language = "fi"\n'


def data_folder(chosen: str | None) -> Path:
    """The data folder: as chosen on the command line, else by ``FACILITATOR_DATA``, else the system's place for it.

    Raises:
        RuntimeError: it begins with the home folder of somebody who has none.
    """
    if chosen is not None:
        return Path(chosen).expanduser()
    if variable := os.environ.get(VARIABLE):
        return Path(variable).expanduser()
    from platformdirs import user_data_path

    return user_data_path("facilitator", appauthor=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``config.toml`` says. The one owner of what can be set: a field here is a key there."""

    language: str | None = None
    """One of ``LANGUAGES``; None for what the system says."""
    theme: str = THEMES[0]
    signs: str = SIGNS[0]
    """Simple signs are ASCII, for fonts that draw the others badly; by itself the program knows some terminals."""
    bell: str = BELLS[0]
    """Whether there is a sound when the time of an item is up."""
    people: int | None = None
    """How many are in a session for no group; None for what the program thinks."""
    length: int | None = None
    """Whole minutes of a session for no group; None for what its plan has."""
    target: int | None = None
    """Units of supervision to be received in a year, as in a training; None for none."""
    goals_dark: int | None = None
    """Whole minutes untouched after which goals on the wall go dark by themselves; None for never."""
    decks: tuple[Path, ...] = ()
    """Folders of others' decks, the weightiest first: a git checkout of a school's cards is one."""
    accent: str = ""
    """The group's view: the colour of what is marked on the dark ground, ``#rrggbb``; empty for the page's own."""
    accent_on_light: str = ""
    """The same on the light ground: no colour can be read on both."""
    break_text: str = ""
    """What the group reads in a break, besides the clock."""
    break_picture: str = ""
    """A file in the data folder that the group sees in a break: PNG, JPEG or SVG."""
    favourites: tuple[str, ...] = ()
    """Ids of the supervisor's favourite cards, as they were marked; one may be of a card that is gone."""
    exists: bool = False
    """Whether there is a file: there is none on the very first start."""
    problems: tuple["Fault", ...] = ()
    """Everything in the file that has no effect, each with its line."""

    def having(self, key: str, value: Value) -> "Settings":
        """The settings with another value of one of ``CHOICES`` or ``RANGES``, or with other favourites."""
        return replace(self, **{key: value})  # type: ignore[arg-type]


def read_settings(folder: Path) -> Settings:
    """The settings. A value that cannot be used counts as not given, and is told of in ``problems``."""
    path = folder / FILE
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError:
        return _unread(path, "UNREADABLE")
    if len(raw) > LARGEST:
        return _unread(path, "TOO_LARGE", wanted=str(LARGEST // 1024))
    try:
        source = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unread(path, "NOT_UTF8")
    if all(line.strip() == "" or line.lstrip().startswith("#") for line in source.splitlines()):
        return Settings(exists=True)
    return _parsed(path, source)


def write_setting(folder: Path, key: str, value: Value) -> None:
    """Set one value, or take it out; the comments and everything else in the file stay as they are.

    Raises:
        OSError: it cannot be written.
        ValueError: the file that is there is no TOML; it is left alone.
    """
    import tomlkit  # only who writes needs it

    from sessions.store.files import replace_file

    path = folder / FILE
    source = path.read_text(encoding="utf-8-sig") if path.exists() else FIRST
    if len(source) > LARGEST:
        raise ValueError("too large")
    try:
        document = tomlkit.parse(source)
    except RecursionError as error:
        raise ValueError("too deep") from error
    if value is None:
        document.pop(key, None)
    elif isinstance(value, tuple):
        _write_list(document, key, value)
    else:
        document[key] = value
    replace_file(path, tomlkit.dumps(document).encode())


def _write_list(document: "TOMLDocument", key: str, wanted: tuple[str, ...]) -> None:
    """Take out of a list what is no longer wanted and add what is new: the comments within it stay."""
    written = document.get(key)
    if not isinstance(written, list):
        document[key] = list(wanted)
        return
    for nth in reversed(range(len(written))):
        if _is_card_id(written[nth]) and written[nth] not in wanted:
            del written[nth]
    for each in wanted:
        if each not in written:
            written.append(each)


def write_first_settings(folder: Path) -> None:
    """Leave a settings file, so that the first start is over. A folder that cannot be written is no matter."""
    from sessions.store.files import replace_file

    try:
        replace_file(folder / FILE, FIRST.encode())
    except OSError:
        return


def _parsed(path: Path, source: str) -> Settings:
    import tomllib  # only who has set something needs it

    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        match = re.search(r"line (\d+)", str(error))
        return _unread(path, "NOT_TOML", int(match[1]) if match else max(1, len(source.splitlines())))
    except (ValueError, RecursionError, MemoryError):
        # A number with thousands of digits, or brackets within brackets without end.
        return _unread(path, "NOT_TOML")
    kept = {key: value for key, value in data.items() if _counts(key, value)}
    kept[DECKS] = tuple(_folder(path.parent, each) for each in kept.get(DECKS, ()))
    kept[FAVOURITES] = _favourites(data.get(FAVOURITES))
    return Settings(**kept, exists=True, problems=_problems(path, source, data))


def _folder(data: Path, written: str) -> Path:
    """A folder as it is written: from the home folder, from the data folder, or from the root."""
    try:
        return data / Path(written).expanduser()
    except RuntimeError:  # the home folder of somebody who has none
        return data / written


def _favourites(value: object) -> tuple[str, ...]:
    """Those that can be ids: one that cannot be takes no other with it."""
    listed = value if isinstance(value, list) else []
    return tuple(dict.fromkeys(each for each in listed if _is_card_id(each)))[:MOST_FAVOURITES]


def _is_card_id(value: object) -> bool:
    return isinstance(value, str) and Id.form.fullmatch(value) is not None


def _counts(key: str, value: object) -> bool:
    """Whether a value has an effect."""
    if key == DECKS:
        listed = value if isinstance(value, list) else [None]
        return len(listed) <= MOST_DECKS and all(isinstance(each, str) and each.isprintable() for each in listed)
    if key == FAVOURITES:
        return isinstance(value, list) and len(value) <= MOST_FAVOURITES and all(map(_is_card_id, value))
    if key in RANGES:
        low, high = RANGES[key]
        return isinstance(value, int) and not isinstance(value, bool) and low <= value <= high
    if key in COLOURS:
        return isinstance(value, str) and re.fullmatch("#[0-9a-fA-F]{6}", value) is not None
    if key in TEXTS:
        return isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT and value.isprintable()
    return key in CHOICES and isinstance(value, str) and value in CHOICES[key]


def _problems(path: Path, source: str, data: dict[str, Any]) -> "tuple[Fault, ...]":
    if all(_counts(key, value) for key, value in data.items()):
        return ()
    # The reader of cards knows how to tell of faults; it is not needed where all is well.
    from exercises.tables import FaultKind, LineNumbers, Table

    table = Table(path, data, LineNumbers(source), [])
    for key in (*LISTS, *CHOICES, *RANGES, *COLOURS, *TEXTS):
        value = table.value(key, needed=False)
        if value is None or _counts(key, value):
            continue
        if key in LISTS:
            table.fault(FaultKind.NOT_A_LIST, key, LISTS[key])
        elif key in COLOURS:
            table.fault(FaultKind.NOT_A_COLOUR, key)
        elif key in TEXTS and isinstance(value, str) and len(value) > LONGEST_TEXT:
            table.fault(FaultKind.LONG_TEXT, key, str(LONGEST_TEXT))
        elif key in TEXTS:
            table.fault(FaultKind.NOT_TEXT, key, '"…"')
        elif key in CHOICES:
            table.fault(FaultKind.NOT_ONE_OF, key, ", ".join(f'"{each}"' for each in CHOICES[key]))
        else:
            low, high = RANGES[key]
            table.fault(FaultKind.NOT_WHOLE, key, f"{low}–{high}")
    table.finish()
    return tuple(sorted(table.faults, key=lambda fault: fault.line))


def _unread(path: Path, kind: str, line: int = 0, wanted: str = "") -> Settings:
    """Nothing in the file has an effect; ``kind`` is the name of a ``FaultKind``."""
    from exercises.tables import Fault, FaultKind

    return Settings(exists=True, problems=(Fault(path, line, FaultKind[kind], wanted=wanted),))
