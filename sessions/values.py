"""Small values with a closed form: ids, group codes, seats and instants."""

import re
from collections.abc import Iterable
from random import Random
from typing import NewType, Self

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01 UTC on the session's own line of time, which runs on through sleep
and does not follow when the computer's clock is set (``sessions.clock``)."""

Seat = NewType("Seat", int)
"""A place in the circle, 1 and up, clockwise. Belongs to a chair of this session, not to a person."""

FIRST_SEAT = Seat(1)
THE_EPOCH = Instant(0)

SECOND = 1_000
MINUTE = 60_000


class ClosedForm(str):
    """A string that only exists in its allowed form."""

    __slots__ = ()
    form: re.Pattern[str]
    described = ""

    def __new__(cls, text: str) -> Self:
        if not cls.form.fullmatch(text):
            raise ValueError(f"expected {cls.described}")
        return super().__new__(cls, text)


class Id(ClosedForm):
    """The id of a card or a plan: the stem of its file's name. A key, never a path."""

    __slots__ = ()
    form = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
    described = "small letters a-z, digits and hyphens, 64 at most"


class GroupCode(ClosedForm):
    """The code a group is known by, ``R01`` to ``R999``: generated, so that it names nobody."""

    __slots__ = ()
    form = re.compile(r"R[0-9]{2,3}")
    described = "R and two or three digits, such as R07"

    @classmethod
    def written(cls, text: str) -> Self:
        """A code as people write it: r7, R7 and R07 are one.

        Raises:
            ValueError: it is none.
        """
        letter, digits = text[:1].upper(), text[1:]
        return cls(letter + digits.rjust(2, "0") if digits else text)


SPECIAL = Id("special")
"""What is stored in place of the id of a sensitive plan or card."""


def unused_code(taken: Iterable[GroupCode], chance: Random) -> GroupCode:
    """Draw a group code that is not in ``taken``.

    Raises:
        ValueError: all 1,099 codes are in use.
    """
    used = set(taken)
    for width in (2, 3):
        free = [
            code
            for number in range(1 if width == 2 else 0, 10**width)
            if (code := GroupCode(f"R{number:0{width}}")) not in used
        ]
        if free:
            return chance.choice(free)
    raise ValueError("every group code is in use")
