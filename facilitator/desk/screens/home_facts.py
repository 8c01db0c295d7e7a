"""What home says of the groups. Values only: nothing of a screen, nothing of a language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from facilitator.preparing.preparation import DEFAULT_PLAN
from sessions.goals import Goal
from sessions.kinds import ItemKind
from sessions.record import Record
from sessions.store.groups import Glance, Group
from sessions.values import SPECIAL, GroupCode, Id

LATE = 5
"""Minutes over the agreed time from which a session is worth a look."""
NEGLECTED = 3
"""Sessions without a look at the goals from which that is worth one."""
SHOWN_DEVIATIONS, SHOWN_CARDS = 12, 4
ONCE = frozenset(
    Id(plan)
    for plan in (
        "exploratory-45", "first-90", "agreements-1-90", "agreements-2-90", "goal-setting-90", "mid-review-90",
        "year-evaluation-90", "closing-90",
    )
)  # fmt: skip
"""Plans that belong to one point of a process: nobody holds a first or a last session twice."""
_ABOUT_GOALS = frozenset({ItemKind.GOALS, ItemKind.EVALUATION})
_TOPICS = frozenset({ItemKind.EXERCISE, ItemKind.CASE, ItemKind.THEME, ItemKind.DIALOGUE})
_HEIGHTS = "▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A group in the list."""

    code: GroupCode
    number: int
    """Which session the next one is."""
    last: date | None
    deviation: int | None
    """Minutes that the last session took beyond what was agreed; below 0 when it took less."""
    plan: Id
    """The plan that is proposed for the next session."""

    @classmethod
    def of(cls, glance: Glance) -> "GroupRow":
        """A group at a glance."""
        last = glance.last
        if last is None:
            return cls(glance.code, glance.sessions + 1, None, None, DEFAULT_PLAN)
        return cls(glance.code, glance.sessions + 1, last.day, deviation(last), next_plan(last.plan))


@dataclass(frozen=True, slots=True)
class Summary:
    """The chosen group."""

    code: GroupCode
    number: int
    deviations: tuple[int, ...]
    """Of the last sessions, oldest first."""
    goals: tuple[Goal, ...]
    looked_at: int | None
    """How many sessions ago the goals were last looked at, 1 for the last; None when never."""
    cards: tuple[Id, ...]
    """Used last, the newest first."""
    next_time: int
    """How many items the last session moved to the next."""

    @classmethod
    def of(cls, group: Group) -> "Summary":
        """A group that has been read whole."""
        records = group.records
        return cls(
            group.code,
            len(records) + 1,
            tuple(deviation(record) for record in records[-SHOWN_DEVIATIONS:]),
            group.goals,
            looked_at(records),
            last_cards(records),
            records[-1].next_time if records else 0,
        )

    @property
    def average(self) -> int:
        """Whole minutes."""
        return round(sum(self.deviations) / len(self.deviations)) if self.deviations else 0


def next_plan(last: Id | None) -> Id:
    """The plan that is proposed after a session with this one: the same again, unless it is held only once."""
    return DEFAULT_PLAN if last is None or last == SPECIAL or last in ONCE else last


def in_order(rows: Sequence[GroupRow], today: date) -> list[GroupRow]:
    """The groups that meet on this day of the week first; otherwise as they come."""
    return sorted(rows, key=lambda row: row.last is None or row.last.weekday() != today.weekday())


def deviation(record: Record) -> int:
    """Minutes beyond what was agreed."""
    return record.actual - record.planned


def looked_at(records: Sequence[Record]) -> int | None:
    """How many sessions ago the goals were last looked at: an item was about them, or one of them had changed."""
    for ago, record in enumerate(reversed(records), 1):
        before = records[-ago - 1].goals if ago < len(records) else ()
        about = any(item.kind in _ABOUT_GOALS for item in record.items)
        if record.goals and (about or record.goals != before):
            return ago
    return None


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
