"""A year over all groups: sessions and 45-minute units, month by month."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from msgspec import Struct

from sessions.process import Form
from sessions.record import Record
from sessions.values import SPECIAL, Id

UNIT = 45
"""Whole minutes of the unit in which supervision is counted and charged."""


class Amount(Struct, frozen=True):
    """Sessions added up."""

    sessions: int = 0
    """Those that took place."""
    planned: int = 0
    """Whole minutes of them, as agreed."""
    actual: int = 0
    """Whole minutes that they took."""
    charged: int = 0
    """Whole minutes that are charged, as agreed, also of what was cancelled too late or not used."""

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(
            self.sessions + other.sessions,
            self.planned + other.planned,
            self.actual + other.actual,
            self.charged + other.charged,
        )

    @property
    def units(self) -> Fraction:
        """Of what took place, as agreed."""
        return Fraction(self.planned, UNIT)

    @property
    def charged_units(self) -> Fraction:
        """Of what is charged."""
        return Fraction(self.charged, UNIT)

    @classmethod
    def of(cls, record: Record) -> "Amount":
        """Of one session."""
        charged = record.planned if record.charged else 0
        if not record.kind.took_place:
            return cls(charged=charged)
        return cls(1, record.planned, record.actual, charged)


NOTHING = Amount()


class Year(Struct, frozen=True):
    """What was given and received in a year."""

    year: int
    amounts: dict[tuple[int, Form], Amount]
    """By month, 1 to 12, and form; only those in which there is something."""
    cards: tuple[tuple[Id, int], ...]
    """The cards used in what was given, with the number of sessions, the most used first."""

    def month(self, month: int) -> Amount:
        """All that was given in a month."""
        return _sum(amount for (of, form), amount in self.amounts.items() if of == month and form is not Form.RECEIVED)

    def form(self, form: Form) -> Amount:
        """All of one form in the year."""
        return _sum(amount for (_month, of), amount in self.amounts.items() if of is form)

    @property
    def given(self) -> Amount:
        """All that was given in the year."""
        return _sum(amount for (_month, form), amount in self.amounts.items() if form is not Form.RECEIVED)


def year_of(records: Iterable[tuple[Form, Record]], year: int) -> Year:
    """The year of the sessions of all groups, each with its group's form."""
    amounts: dict[tuple[int, Form], Amount] = {}
    cards: Counter[Id] = Counter()
    for form, record in records:
        if record.day.year != year:
            continue
        key = (record.day.month, form)
        amounts[key] = amounts.get(key, NOTHING) + Amount.of(record)
        if form is not Form.RECEIVED:
            cards.update({item.exercise for item in record.items if item.exercise not in (None, SPECIAL)})
    used = sorted(cards.items(), key=lambda each: (-each[1], each[0]))
    return Year(year, dict(sorted(amounts.items())), tuple(used))


def to_go(amount: Amount, target: int | None) -> Fraction | None:
    """Units still to come of a ``target`` number; 0 when it is reached, None when there is no target."""
    return None if target is None else max(Fraction(0), target - amount.units)


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, NOTHING)
