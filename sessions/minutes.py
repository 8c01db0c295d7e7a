"""How long something takes: a fixed part and a part for each person."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil
from typing import Self

from sessions.values import MINUTE

_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_FORMULA = re.compile(
    rf"(?:(?P<fixed>{_NUMBER})(?:\+(?P<more>{_NUMBER})(?P<more_people>n|\(n-1\)))?|(?P<each>{_NUMBER})(?P<people>n|\(n-1\)))"
)


@dataclass(frozen=True, slots=True)
class Minutes:
    """``fixed + per_person × n``, in minutes.

    A round takes longer with more people: ``1.5n``; one that the presenter is not in: ``1(n-1)``.
    A plain number on a step that is a round is a fixed pot: shared by those in the round, however many.
    """

    fixed: Fraction
    per_person: Fraction = Fraction(0)
    presenter_out: bool = False
    """The per-person part is for everybody but the presenter."""

    @classmethod
    @lru_cache(maxsize=200)
    def parse(cls, formula: str) -> Self:
        """Read ``3``, ``1.5n``, ``1(n-1)``, ``2+1.5n`` or ``2+1(n-1)``. A deck has few formulas, each many times.

        Raises:
            ValueError: it is none of these.
        """
        match = _FORMULA.fullmatch(formula.replace(" ", ""))
        if match is None:
            raise ValueError("expected minutes such as 3, 1.5n, 1(n-1) or 2+1.5n")
        people = match["people"] or match["more_people"] or ""
        return cls(Fraction(match["fixed"] or 0), Fraction(match["each"] or match["more"] or 0), people == "(n-1)")

    @classmethod
    def whole(cls, minutes: int) -> Self:
        """A fixed number of minutes."""
        return cls(Fraction(minutes))

    def __str__(self) -> str:
        parts = [_plain(self.fixed)] if self.fixed or not self.per_person else []
        if self.per_person:
            parts.append(_plain(self.per_person) + ("(n-1)" if self.presenter_out else "n"))
        return "+".join(parts)

    def for_people(self, people: int) -> Fraction:
        """Minutes with ``people`` present (1 and up), exactly."""
        return self.fixed + self.per_person * max(0, people - self.presenter_out)

    def ms(self, people: int) -> int:
        """Milliseconds with ``people`` present."""
        fixed, each = self.fixed, self.per_person
        below = fixed.denominator * each.denominator
        people = max(0, people - self.presenter_out)
        # ``for_people`` in whole numbers: the same value, and asked for at every tick of every step.
        above = fixed.numerator * each.denominator + each.numerator * people * fixed.denominator
        return above * MINUTE // below


def whole_minutes(minutes: Fraction) -> int:
    """The whole minutes to set aside for ``minutes``: rounded up, for nobody is helped by a slot too short."""
    return ceil(minutes)


def _plain(number: Fraction) -> str:
    return f"{float(number):.2f}".rstrip("0").rstrip(".")
