"""Writes into ``tools/verify_store.py`` what the types of today may hold: ``python tools/shapes.py``.

The verifier knows nothing of this program when it runs; what it knows is read off the types here, and a test looks
whether it still is what they say.
"""

import re
import typing
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from pprint import pformat

from exercises.deck import Deck
from sessions.store.capacity import SAMPLES, largest, takes
from sessions.store.codec import STORABLE
from sessions.values import SPECIAL, ClosedForm, GroupCode, Id

VERIFIER = Path(__file__).parent / "verify_store.py"
BLOCK = re.compile(r"(?<=# Made by tools/shapes.py: from here\n).*?(?=# to here\n)", re.DOTALL)
PLAIN = {bool: "bool", date: "day", Fraction: "fraction", GroupCode: "code", Id: "id", str: "boot"}


def block() -> str:
    """The lines that are made."""
    shapes: dict[str, dict[str, str]] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for kind in STORABLE:
        _add(kind, shapes, lists)
    deck = Deck()
    ids = sorted({SPECIAL, *(card.id for card in deck.cards()), *deck.plan_ids()})
    events = sorted(kind.__name__ for kind in STORABLE if kind.__module__ == "sessions.events")
    parts = (("LISTS", dict(sorted(lists.items()))), ("SHAPES", dict(sorted(shapes.items()))), ("EVENTS", events))
    said = "".join(f"{name} = {pformat(value, width=110, compact=True, sort_dicts=False)}\n" for name, value in parts)
    return f'{said}_IDS = """\n{_wrapped(ids)}\n"""\nIDS = _IDS.split()\n'


def _add(kind: type, shapes: dict[str, dict[str, str]], lists: dict[str, tuple[str, ...]]) -> None:
    if kind.__name__ in shapes:
        return
    shapes[kind.__name__] = {}
    for name, hint in typing.get_type_hints(kind).items():
        shapes[kind.__name__][name] = _shape(kind, name, hint, shapes, lists)


def _shape(kind: type, name: str, hint: typing.Any, shapes: dict, lists: dict) -> str:  # noqa: ANN401 (a type hint)
    inner = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        if inner[-1] is Ellipsis:
            return f"[{_shape(kind, '', inner[0], shapes, lists)}]{_length(kind, name, inner[0])}"
        return "(" + ",".join(_shape(kind, "", part, shapes, lists) for part in inner) + ")"
    if inner:
        (part,) = (part for part in inner if part is not type(None))
        return _shape(kind, name, part, shapes, lists) + "?"
    hint = getattr(hint, "__supertype__", hint)
    if is_dataclass(hint):
        _add(typing.cast(type, hint), shapes, lists)
        return f"@{typing.cast(type, hint).__name__}"
    if issubclass(hint, Enum):
        lists[hint.__name__] = tuple(member.value for member in hint)
        return f"of {hint.__name__}"
    if hint is int:
        return "int" + _limits(kind, name)
    assert hint in PLAIN or not issubclass(hint, ClosedForm), f"{kind.__name__}.{name}: another closed form"
    return PLAIN[hint]


def _limits(kind: type, name: str) -> str:
    """The least and the most that the type takes, where it says so."""
    if not name or kind not in SAMPLES or takes(kind, name, 2**64 - 1):
        return ""
    most = largest(lambda number: takes(kind, name, number))
    return f" {0 if takes(kind, name, 0) else 1}..{most}"


def _length(kind: type, name: str, inner: typing.Any) -> str:  # noqa: ANN401 (a type hint)
    if kind not in SAMPLES:
        return ""
    if isinstance(inner, type) and issubclass(inner, Enum):
        return str(len(inner))
    return str(largest(lambda count: takes(kind, name, (SAMPLES[inner],) * count)))


def _wrapped(words: list[str]) -> str:
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 115:
            lines.append("")
        lines[-1] += f" {word}" if lines[-1] else word
    return "\n".join(lines)


def main() -> None:
    source = VERIFIER.read_text(encoding="utf-8")
    VERIFIER.write_text(BLOCK.sub(lambda _match: block(), source), encoding="utf-8")


if __name__ == "__main__":
    main()
