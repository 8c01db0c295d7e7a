"""TOML from files that people write, and what would keep the reading of it busy for minutes."""

import re
import tomllib
from typing import Any

MOST_PARTS = 16
"""Of a dotted key; the reader's work grows with the square of them."""
_PART = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_TOO_MANY_PARTS = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*+\.[ \t]*+){{{MOST_PARTS}}}")


def parse(source: str) -> dict[str, Any]:
    """The tables of a TOML text.

    Raises:
        ValueError: it is not TOML, or such as nobody writes: a number of thousands of digits, brackets within
            brackets without end, keys of very many parts. ``tomllib.TOMLDecodeError`` where the place is known.
    """
    if _TOO_MANY_PARTS.search(source):
        raise ValueError("a key of too many parts")
    try:
        return tomllib.loads(source)
    except (RecursionError, MemoryError) as error:
        raise ValueError("too deep") from error
