"""What home says of the groups. Values only: nothing of a screen, nothing of a language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from exercises.wordforms import folded
from sessions.goals import Goal
from sessions.history.attention import Attention, attention
from sessions.history.drift import Drift, deviations, drift
from sessions.history.past import Past
from sessions.history.proposing import Proposal, proposals
from sessions.history.retention import is_closed
from sessions.history.series import Position, Rhythm, goals_looked_at, held, position, rhythm
from sessions.kinds import ItemKind
from sessions.process import SetUp
from sessions.record import Record
from sessions.store.glances import Glance
from sessions.store.groups import Group
from sessions.values import SPECIAL, GroupCode, Id

LATE = 5
"""Minutes over the agreed time from which a session is worth a look."""
NEGLECTED = 3
"""Sessions since the last look at the goals from which that is worth one."""
SHOWN_DEVIATIONS, SHOWN_CARDS, SHOWN_DRIFTS = 12, 4, 2
_TODAY = 0
"""The rank of the groups that meet today."""
_REMEMBERED = 8
"""Sessions that tell how many usually come."""
_TOPICS = frozenset({ItemKind.EXERCISE, ItemKind.CASE, ItemKind.THEME, ItemKind.DIALOGUE})
_HEIGHTS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the list."""

    code: GroupCode
    place: Position
    rhythm: Rhythm | None
    last: date | None
    """The day of the last session that took place."""
    deviation: int | None
    """Minutes that it took beyond what was agreed; below 0 when it took less."""
    proposal: Proposal
    """What is proposed for the next session."""
    attention: tuple[Attention, ...]
    """What wants attention, the most pressing first."""
    past: tuple[Past, ...]
    """What its place in the series is known by."""
    set_up: SetUp
    is_sample: bool = False

    @classmethod
    def of(cls, glance: Glance, today: date, *, is_sample: bool = False) -> "GroupRow":
        """A group at a glance, on the day ``today``."""
        past, set_up, last = glance.past, glance.set_up, glance.last
        off = deviations((last,)) if last is not None else ()
        sessions = held(past)
        return cls(
            glance.code,
            position(sessions, set_up),
            rhythm(sessions),
            last.day if last is not None else None,
            off[0] if off else None,
            proposals(sessions, set_up, today)[0],
            attention(past, set_up, today),
            past,
            set_up,
            is_sample,
        )

    @property
    def is_closed(self) -> bool:
        """The process has ended."""
        return is_closed(self.past, self.set_up)

    @property
    def can_be_erased(self) -> bool:
        """It is long since the last session."""
        return Attention.TO_ERASE in self.attention

    @property
    def people(self) -> tuple[int, int]:
        """How few and how many came lately; 0 when nobody did."""
        return people_of([each.people for each in held(self.past)])


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen group."""

    code: GroupCode
    deviations: tuple[int, ...]
    """Of the last sessions, oldest first."""
    stretching: tuple[Drift, ...]
    """The kinds of items that take the most beyond their plan."""
    goals: tuple[Goal, ...]
    looked_at: int | None
    """How many sessions ago the goals were last looked at, 0 for the last; None when never."""
    cards: tuple[Id, ...]
    """Used last, the newest first."""
    next_time: int
    """How many items the last session moved to the next."""

    @classmethod
    def of(cls, group: Group) -> "Summary":
        """A group that has been read whole."""
        records = held(group.records)
        over = [each for each in drift(records, SHOWN_DEVIATIONS) if round(each.each) >= 1]
        return cls(
            group.code,
            deviations(records, SHOWN_DEVIATIONS),
            tuple(sorted(over, key=lambda each: -each.each)[:SHOWN_DRIFTS]),
            group.goals,
            goals_looked_at(records),
            last_cards(records),
            records[-1].next_time if records else 0,
        )

    @property
    def average(self) -> int:
        """Whole minutes."""
        return round(sum(self.deviations) / len(self.deviations)) if self.deviations else 0


def people_of(counts: Sequence[int]) -> tuple[int, int]:
    """The fewest and the most of the last sessions; 0 of none."""
    lately = counts[-_REMEMBERED:]
    return min(lately, default=0), max(lately, default=0)


def in_order(rows: Sequence[GroupRow], today: date) -> list[GroupRow]:
    """The groups that meet today first, then those of this day of the week; then those that have ended, the sample."""
    return sorted(rows, key=lambda row: _rank(row, today))


def _rank(row: GroupRow, today: date) -> int:
    if row.is_sample or row.is_closed:
        return 4 if row.is_sample else 3
    if row.last is None or row.last.weekday() != today.weekday():
        return 2
    weeks = row.set_up.weeks or (row.rhythm.weeks if row.rhythm is not None else None)
    return _TODAY if weeks is not None and (today - row.last).days == 7 * weeks else 1


def meets_today(row: GroupRow, today: date) -> bool:
    """Whether it is so many weeks since the last session as there usually are between two."""
    return _rank(row, today) == _TODAY


def is_group(text: str, code: GroupCode, plan: str) -> bool:
    """Whether a group is meant by ``text``: a part of its code, or of the plan that comes next."""
    return folded(text) in folded(f"{code} {plan}")


def last_cards(records: Sequence[Record]) -> tuple[Id, ...]:
    """The exercises used last, the newest first, each once; what opens and closes every session is left out."""
    found: dict[Id, None] = {}
    for record in reversed(records):
        for item in reversed(record.items):
            if item.kind in _TOPICS and item.exercise is not None and item.exercise != SPECIAL:
                found.setdefault(item.exercise)
        if len(found) >= SHOWN_CARDS:
            break
    return tuple(found)[:SHOWN_CARDS]


def sparkline(deviations: Sequence[int]) -> str:
    """How far from the agreed time each session ended, either way: one sign each, as high as the figure is large."""
    most = max((abs(each) for each in deviations), default=0)
    top = len(_HEIGHTS) - 1
    return "".join(_HEIGHTS[round(abs(each) / most * top) if most else 0] for each in deviations)
