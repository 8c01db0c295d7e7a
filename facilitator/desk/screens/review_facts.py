"""What a group's past sessions tell. Values only: nothing of a screen, nothing of a language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from exercises.closed import Phase, Theme
from exercises.deck import Deck
from sessions.history.drift import Attendance, Drift, attendance, deviations, drift, last_of, whole_time
from sessions.history.methods import Use, cards_used, never_used
from sessions.history.progress import GoalLine, goal_lines, looks
from sessions.history.series import held
from sessions.history.years import UNIT
from sessions.record import Record
from sessions.store.groups import Group
from sessions.values import Id

SPANS = (None, 12, 6, 3)
"""How many of the last sessions can be looked at; None for all."""


@dataclass(frozen=True, slots=True)
class Review:
    """What the sessions of a group tell, of all of them or of the last so many."""

    span: int | None
    minutes: int
    """Whole minutes of all sessions that took place, as agreed."""
    attendance: Attendance
    drift: tuple[Drift, ...]
    """The kinds of items, the furthest from its plan first."""
    deviations: tuple[int, ...]
    cards: tuple[Use, ...]
    """With their numbers in the series."""
    phases: tuple[Phase, ...]
    """That no card was for yet."""
    themes: tuple[Theme, ...]
    """That no card was about yet."""
    goals: tuple[GoalLine, ...]
    looks: tuple[bool, ...]
    first: int
    """The number of the first session that is looked at."""

    @classmethod
    def of(cls, group: Group, deck: Deck, span: int | None = None) -> "Review":
        """Of a group that has been read whole."""
        records = group.records
        sessions = held(records)
        within = last_of(records, span)
        uses = cards_used(sessions)
        cards = {use.exercise: card for use in uses if (card := deck.card(use.exercise)) is not None}
        skipped = len(sessions) - len(within)
        within_span = (Use(use.exercise, tuple(number for number in use.sessions if number > skipped)) for use in uses)
        return cls(
            span,
            whole_time(sessions),
            attendance(within),
            tuple(sorted(drift(within), key=lambda each: -abs(each.each))),
            deviations(within),
            tuple(use for use in within_span if use.sessions),
            never_used(sessions, {key: frozenset({card.phase}) for key, card in cards.items()}, Phase),
            never_used(sessions, {key: frozenset(card.themes) for key, card in cards.items()}, Theme),
            goal_lines(sessions),
            looks(sessions),
            skipped + 1,
        )

    @property
    def units(self) -> Fraction:
        """Of 45 minutes."""
        return Fraction(self.minutes, UNIT)


def series_numbers(records: Sequence[Record]) -> Mapping[int, int]:
    """The number in the series, from 1, of each session that took place, by its uid; the others have none."""
    return {record.uid: number for number, record in enumerate(held(records), 1)}


def cards_of(record: Record) -> list[Id]:
    """The cards of a session, in order."""
    return [item.exercise for item in record.items if item.exercise is not None]
