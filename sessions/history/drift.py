"""Where the time of a group goes: what was planned against what it took, per kind of item and per session."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from sessions.history.series import held
from sessions.kinds import ItemKind
from sessions.record import Record

FEWEST_TIMES = 2
"""So often a kind must have been done before its minutes are this group's own."""


class Drift(Struct, frozen=True):
    """One kind of item over many sessions."""

    kind: ItemKind
    times: int
    """How often it was taken up."""
    planned: int
    """Whole minutes, all together."""
    actual: int
    """Whole minutes, all together."""

    @property
    def each(self) -> Fraction:
        """Minutes beyond the plan each time; negative for less."""
        return Fraction(self.actual - self.planned, self.times)


def last_of(records: Iterable[Record], last: int | None) -> list[Record]:
    """The last so many sessions that took place, oldest first; all when None."""
    sessions = held(records)
    return list(sessions if last is None else sessions[max(0, len(sessions) - last) :])


def drift(records: Iterable[Record], last: int | None = None) -> tuple[Drift, ...]:
    """Each kind of item that was taken up, in the order of the closed list. What is special is in none."""
    planned: dict[ItemKind, int] = defaultdict(int)
    actual: dict[ItemKind, int] = defaultdict(int)
    times: dict[ItemKind, int] = defaultdict(int)
    for item in (item for record in last_of(records, last) for item in record.items):
        if item.kind is not None:
            planned[item.kind] += item.planned
            actual[item.kind] += item.actual
            times[item.kind] += 1
    return tuple(Drift(kind, times[kind], planned[kind], actual[kind]) for kind in ItemKind if kind in times)


def deviations(records: Iterable[Record], last: int | None = None) -> tuple[int, ...]:
    """How many minutes each session took beyond what was agreed, pauses counted; negative for less."""
    timed = (record for record in last_of(records, last) if record.items)
    return tuple(record.actual + record.paused - record.planned for record in timed)


def own_minutes(records: Iterable[Record], last: int | None = None) -> Mapping[ItemKind, int]:
    """The whole minutes that each kind of item really takes with this group: the middle one of those it took."""
    taken: dict[ItemKind, list[int]] = defaultdict(list)
    for item in (item for record in last_of(records, last) for item in record.items):
        if item.kind is not None and item.actual:
            taken[item.kind].append(item.actual)
    from statistics import median_high  # noqa: PLC0415 (memory)

    return {kind: median_high(taken[kind]) for kind in ItemKind if len(taken.get(kind, ())) >= FEWEST_TIMES}


class Attendance(Struct, frozen=True):
    """How many came, as counts."""

    each: tuple[int, ...]
    """Of each session, oldest first."""

    @property
    def fewest(self) -> int:
        """The smallest count; 0 of no session."""
        return min(self.each, default=0)

    @property
    def most(self) -> int:
        """The largest count; 0 of no session."""
        return max(self.each, default=0)


def attendance(records: Iterable[Record], last: int | None = None) -> Attendance:
    """How many came to each session that took place."""
    return Attendance(tuple(record.people for record in last_of(records, last)))


def whole_time(records: Sequence[Record]) -> int:
    """The whole minutes of all sessions that took place, as agreed."""
    return sum(record.planned for record in held(records))
