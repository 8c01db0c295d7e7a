"""The people of the laboratory: what a room would do by itself, drawn once from a seed and the same for every policy.

Every figure says where it comes from. "Ours" is an assumption: nobody has measured it in group supervision.

TalkZones is B. Saket, S. Yang, H. Z. Tan, K. Yatani, D. Edge: *TalkZones: Section-based Time Support for
Presentations*, MobileHCI 2014: an interrupted talk of 6 min 40 s ran over by 1 min 49 s (27 %) with an ordinary timer
and by 8 s (2 %) with a target for each section. Lateness is S. G. Rogelberg et al.: *Lateness to meetings*, EJWOP 2014.
"""

from dataclasses import dataclass
from math import exp, log
from random import Random

from sessions.plan import Plan, PlanItem, fit
from sessions.values import MINUTE, SECOND

START_LATE = 0.37
"""Of all meetings (Rogelberg)."""
LATE_MEAN, LATE_MOST = 6 * MINUTE, 20 * MINUTE
"""By how much those start late: exponential, cut off (ours)."""
COMES_LATE = 0.05
"""Each person (Rogelberg), after a time that is exponential with this mean (ours):"""
COMES_AFTER = 8 * MINUTE
UNEXPECTED = 0.03
"""Sessions to which somebody comes who was not expected, in the first 20 minutes (ours)."""
INTERRUPTIONS = 0.5
"""A session: the door, a telephone (ours); each exponential with this mean, and half of them put on pause (ours):"""
INTERRUPTION_MEAN = 2 * MINUTE
SLEEPS = 0.03
"""Sessions in which the laptop sleeps for 1 to 10 minutes while the room talks on (ours)."""
TALKERS = 0.35
"""Sigma of a person's own factor on the length of a turn, lognormal with median 1 (ours)."""
TURN_NOISE = 0.30
"""Sigma of each single turn (ours)."""
PASSES = 0.05
"""Turns that are passed (ours); saying so takes:"""
PASSING = 8 * SECOND
ITEM_NOISE = 0.30
"""Sigma of what an item needs, lognormal, over what is planned (ours)."""
LEAVES_AT_ONCE = 0.5
"""Rooms that are empty at the agreed end; the others stay on for a time that is exponential with this mean (ours):"""
STAYS_ON = 6 * MINUTE
DRAWS = 64
"""So many numbers are drawn for the turns of a session, and used again after that."""


@dataclass(frozen=True, slots=True)
class Temper:
    """How a room is with time."""

    name: str
    needs: float
    """Mean of what an item needs, in parts of what is planned."""
    heeds: tuple[float, float]
    """Beta: which part of what goes over a target that is seen is left unsaid. 1 is a room that stops at once."""


ORDINARY = Temper("ordinary room", 1.10, (6.0, 4.0))
"""Ours: items need 10 % more than planned, and of what goes over, the room that sees it drops 60 %."""
AS_TALKZONES = Temper("room as in TalkZones", 1.27, (63.0, 5.0))
"""Both figures of the study: 27 % over when no part has a target, and 8 s of 109 s (7 %) of it left when each has."""
UNHEEDING = Temper("room that heeds little", 1.10, (2.0, 8.0))
"""Ours: the same needs as the ordinary room, and only 20 % of what goes over is dropped."""
TEMPERS = (ORDINARY, AS_TALKZONES, UNHEEDING)


@dataclass(frozen=True, slots=True)
class World:
    """One session as the room would live it. Durations are in milliseconds from the agreed beginning."""

    uid: int
    people: int
    length: int
    """Whole minutes that were agreed."""
    items: tuple[PlanItem, ...]
    needs: tuple[int, ...]
    """What each item would take."""
    late: int
    talk: tuple[float, ...]
    """By seat."""
    turns: tuple[float, ...]
    passes: tuple[bool, ...]
    happenings: tuple[tuple[int, str, int], ...]
    """When, what and how much: ``door``, ``pause``, ``sleep``, ``back`` (a seat) and ``arrived``; by time."""
    absent: tuple[int, ...]
    """Seats empty at the beginning."""
    heed: float
    stays: int
    """So long after the agreed end the room is empty."""
    looks: tuple[bool, ...]
    """Whether the supervisor looks at the program at the n-th change of item: nine times of ten (ours)."""
    picks: tuple[float, ...]
    """Which of the choices a group takes that takes any, by its place from 0 to 1."""


def draw(seed: int, number: int, plans: list[Plan], temper: Temper) -> World:
    """The session of this number."""
    chance = Random(f"{seed} {number}")
    plan = chance.choice(plans)
    people = chance.randint(3, 9)
    length = plan.length()
    items = tuple(item for item in fit(plan, people, length).items if item.minutes.fixed)
    centre = log(temper.needs) - ITEM_NOISE**2 / 2
    needs = tuple(int(int(item.minutes.fixed) * MINUTE * exp(chance.gauss(centre, ITEM_NOISE))) for item in items)
    late = _exponential(chance, LATE_MEAN, LATE_MOST) if chance.random() < START_LATE else 0
    absent = tuple(seat for seat in range(2, people + 1) if chance.random() < COMES_LATE)
    happenings = [(late + _exponential(chance, COMES_AFTER), "back", seat) for seat in absent]
    for _ in range(_poisson(chance, INTERRUPTIONS)):
        kind = chance.choice(("door", "pause"))
        happenings.append((chance.randrange(length * MINUTE), kind, _exponential(chance, INTERRUPTION_MEAN)))
    if chance.random() < SLEEPS:
        happenings.append((chance.randrange(length * MINUTE), "sleep", chance.randint(1, 10) * MINUTE))
    if chance.random() < UNEXPECTED:
        happenings.append((late + chance.randrange(20 * MINUTE), "arrived", 0))
    return World(
        uid=number + 1,
        people=people,
        length=length,
        items=items,
        needs=needs,
        late=late,
        talk=tuple(exp(chance.gauss(0, TALKERS)) for _ in range(people + 1)),
        turns=tuple(exp(chance.gauss(0, TURN_NOISE)) for _ in range(DRAWS)),
        passes=tuple(chance.random() < PASSES for _ in range(DRAWS)),
        happenings=tuple(sorted(happenings)),
        absent=absent,
        heed=chance.betavariate(*temper.heeds),
        stays=0 if chance.random() < LEAVES_AT_ONCE else _exponential(chance, STAYS_ON),
        looks=tuple(chance.random() < 0.9 for _ in range(DRAWS)),
        picks=tuple(chance.random() for _ in range(DRAWS)),
    )


def _exponential(chance: Random, mean: int, most: int = 60 * MINUTE) -> int:
    return min(most, int(chance.expovariate(1 / mean)))


def _poisson(chance: Random, mean: float) -> int:
    count, at = 0, chance.expovariate(1.0)
    while at < mean:
        count, at = count + 1, at + chance.expovariate(1.0)
    return count
