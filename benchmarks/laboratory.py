"""Whether closings are kept: the same rooms under several policies, lived through the program's own engine.

``python benchmarks/laboratory.py [SESSIONS] [--seed N] [--processes N]``. The same seed gives the same bytes.
``docs/laboratory.md`` has the table, the sources, and what it does not show.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from math import sqrt
from multiprocessing import Pool
from statistics import NormalDist, fmean, stdev

from policies import POLICIES, Policy
from rooms import DRAWS, PASSING, TEMPERS, Temper, World, draw

from exercises.deck import Deck
from sessions import events as e
from sessions.kinds import ItemKind
from sessions.ledger import Ledger
from sessions.plan import Plan
from sessions.refusal import Refused
from sessions.session import Session
from sessions.values import MINUTE, SECOND, Instant, Seat

AGREED = Instant(1_773_230_400_000)
"""When every session was agreed to begin; nothing depends on it."""
HALF = MINUTE // 2
Z = NormalDist().inv_cdf(0.975)
CHUNK = 50
MARKED = 30
"""Sessions of each room of which the mark is made: enough that a change of the engine or the deck changes it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one session went."""

    over: int
    """Milliseconds past the end that was agreed at first; never below 0."""
    closing_kept: bool
    """The closing had what it needed of its planned minutes, to half a minute."""
    cut: int
    """Per mille: the most that any item (a buffer is none) lacked of its planned minutes though it needed them."""
    acts: int
    """Events that the engine applied."""


class Lived:
    """One session under one policy."""

    def __init__(self, world: World, policy: Policy) -> None:
        self.world, self.policy = world, policy
        self.now = AGREED
        self.agreed_end = Instant(AGREED + world.length * MINUTE)
        opened = e.Opened(AGREED, world.uid, world.uid, world.items, world.people, world.length, end=self.agreed_end)
        self.ledger = Ledger.open(opened)
        self.acts = self.changes = self.asked = 0
        self.to_come = list(world.happenings)
        self.unsaid: dict[int, int] = {}
        """By item: what was needed no more, because somebody passed."""

    @property
    def session(self) -> Session:
        """As it is."""
        return self.ledger.session

    @property
    def leaves(self) -> Instant:
        """When the room is empty: a later end that was agreed is kept by everybody."""
        assert self.session.agreed_end is not None
        return Instant(self.session.agreed_end + self.world.stays)

    def do(self, event: e.Event) -> None:
        """Let something happen; the engine's own rules say whether it can."""
        self.ledger = self.ledger.after(event)
        self.acts += 1

    def pick(self) -> float:
        """See ``policies.Room``."""
        self.asked += 1
        return self.world.picks[self.asked % DRAWS]

    def live(self) -> Outcome:
        """From the agreed beginning until the room is empty."""
        for seat in self.world.absent:
            self.do(e.WentAway(self.now, Seat(seat)))
        self.now = Instant(AGREED + self.world.late)
        self.do(e.Begun(self.now))
        while self.now < self.leaves:
            before = self.session.current
            if self._speak():
                continue
            if self.now >= self.leaves:
                break
            try:
                self.do(e.Next(self.now))
            except Refused:
                break
            if self.session.current is not before and self.session.current.uid != before.uid:
                self._item_begins()
        self.now = min(self.now, self.leaves)
        self.do(e.Ended(max(self.now, self.session.anchor)))
        return self._outcome()

    def pass_time(self, ms: int) -> None:
        """Time goes by, with whatever else happens in it."""
        until = Instant(self.now + ms)
        while self.to_come and AGREED + self.to_come[0][0] <= until:
            at, what, amount = self.to_come.pop(0)
            self.now = Instant(max(self.now, AGREED + at))
            until = Instant(until + self._happen(what, amount))
        self.now = Instant(max(self.now, until))

    def _happen(self, what: str, amount: int) -> int:
        """What else happens; how much later what was going on is over."""
        match what:
            case "back":
                self.do(e.CameBack(self.now, Seat(amount)))
            case "arrived":
                self.do(e.Arrived(self.now))
            case "sleep":
                self.do(e.GapNoticed(self.now, amount))
            case "pause":
                self.do(e.Paused(self.now))
                self.do(e.Resumed(Instant(self.now + amount)))
                self.now = Instant(self.now + amount)
                return amount
            case "door":
                return amount
        return 0

    def _item_begins(self) -> None:
        self.changes += 1
        if self.world.looks[self.changes % DRAWS]:
            self.policy.at_item(self)

    def _speak(self) -> bool:
        """The present turn, or step, or item: as long as it needs, less what the room leaves unsaid past a target.

        True when the speaker passed: then it goes on without the supervisor.
        """
        session, world = self.session, self.world
        item = session.current
        turns = session.round
        needs = world.needs[item.uid - 1]
        if item.steps:
            takes = [each.minutes.ms(world.people) for each in item.steps]
            needs = needs * takes[item.step] // max(1, sum(takes))
        if turns is not None and turns.speaker is not None:
            seat = turns.speaker
            place = (item.uid * 7 + item.step * 13 + seat * 5) % DRAWS
            weights = {each: self._weight(item.uid, item.step, each) for each in (*turns.seats, seat)}
            needs = int(needs * weights[seat] / sum(weights.values()))
            if world.passes[place] and not turns.offered:
                self.unsaid[item.uid] = self.unsaid.get(item.uid, 0) + max(0, needs - PASSING)
                self._take(PASSING)
                self.do(e.TurnPassed(self.now))
                return True
        elif turns is not None:
            needs = PASSING
        left = self.policy.target(session, self.now)
        if left is not None and needs > left:
            within = max(0, left)
            needs = within + int((needs - within) * (1 - world.heed))
        self._take(needs)
        return False

    def _weight(self, uid: int, step: int, seat: int) -> float:
        talk = self.world.talk[min(seat, self.world.people)]
        return talk * self.world.turns[(uid * 7 + step * 13 + seat * 5) % DRAWS]

    def _take(self, ms: int) -> None:
        self.pass_time(max(SECOND, ms))

    def _outcome(self) -> Outcome:
        worst, kept = 0, True
        for item, needed in zip(sorted(self.session.items, key=lambda each: each.uid), self.world.needs, strict=True):
            wanted = min(needed - self.unsaid.get(item.uid, 0), item.planned * MINUTE)
            lacks = max(0, wanted - item.spent_ms)
            if item.kind is ItemKind.CLOSING and lacks > HALF:
                kept = False
            if item.kind is not ItemKind.BUFFER and lacks > HALF:
                worst = max(worst, 1000 * lacks // (item.planned * MINUTE))
        return Outcome(max(0, self.now - self.agreed_end), kept, worst, self.acts)


@lru_cache(maxsize=1)
def plans() -> list[Plan]:
    """The plans of the deck for a group, with a closing."""
    return [
        text.plan
        for text in Deck().plans()
        if text.plan.people > 2 and any(item.kind is ItemKind.CLOSING for item in text.plan.items)
    ]


def chunk(seed: int, temper: Temper, numbers: range) -> list[list[Outcome]]:
    """So many sessions, each under every policy."""
    of_deck = plans()
    worlds = (draw(seed, number, of_deck, temper) for number in numbers)
    return [[Lived(world, policy).live() for policy in POLICIES] for world in worlds]


def run(sessions: int, seed: int, processes: int, temper: Temper) -> list[list[Outcome]]:
    """The outcomes by session, in order, whatever the number of processes."""
    chunks = [range(first, min(sessions, first + CHUNK)) for first in range(0, sessions, CHUNK)]
    if processes == 1:
        done = map(partial(chunk, seed, temper), chunks)
        return [row for rows in done for row in rows]
    with Pool(processes) as pool:
        return [row for rows in pool.imap(partial(chunk, seed, temper), chunks) for row in rows]


def mean(values: list[float]) -> str:
    """The mean with its 95 % interval (normal; thousands of sessions)."""
    return f"{fmean(values):.1f} ± {Z * stdev(values) / sqrt(len(values)):.1f}"


def share(kept: int, of: int) -> str:
    """A share in per cent with Wilson's 95 % interval."""
    part, square = kept / of, Z * Z / of
    centre = (part + square / 2) / (1 + square)
    half = Z / (1 + square) * sqrt(part * (1 - part) / of + square / of / 4)
    return f"{100 * part:.1f} ({100 * (centre - half):.1f}–{100 * (centre + half):.1f})"


def high(values: list[float]) -> str:
    """What nineteen sessions of twenty do not exceed, with a 95 % interval by ranks (binomial)."""
    ordered, of = sorted(values), len(values)
    half = Z * sqrt(of * 0.95 * 0.05)
    low, top = (ordered[min(of - 1, max(0, int(of * 0.95 + part)))] for part in (-half, half))
    return f"{ordered[min(of - 1, int(of * 0.95))]:.1f} ({low:.1f}–{top:.1f})"


def table(outcomes: list[list[Outcome]]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield "| policy | over at the end, min | 95 of 100 end within, min | closing had its minutes, % | largest cut, % |"
    yield "|---|---|---|---|---|"
    for place, policy in enumerate(POLICIES):
        column = [row[place] for row in outcomes]
        over = [outcome.over / MINUTE for outcome in column]
        kept = sum(outcome.closing_kept for outcome in column)
        cuts = mean([outcome.cut / 10 for outcome in column])
        yield f"| {policy.name} | {mean(over)} | {high(over)} | {share(kept, len(column))} | {cuts} |"


def mark(rooms: list[list[list[Outcome]]]) -> str:
    """By what a table is known to be of this engine and deck: the same for 90 sessions as for 10,000 of the seed."""
    return sha256(repr([outcomes[:MARKED] for outcomes in rooms]).encode()).hexdigest()[:16]


def main() -> None:
    """Print a table for each kind of room, and the mark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sessions", nargs="?", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    split = [asked.sessions // len(TEMPERS) + (place < asked.sessions % len(TEMPERS)) for place in range(len(TEMPERS))]
    rooms = []
    for temper, sessions in zip(TEMPERS, split, strict=True):
        outcomes = run(sessions, asked.seed, asked.processes, temper)
        rooms.append(outcomes)
        acts = sum(outcome.acts for row in outcomes for outcome in row)
        print(
            f"\n{temper.name}: {sessions} sessions, seed {asked.seed}, {acts} events through the engine\n", flush=True
        )
        for line in table(outcomes):
            print(line, flush=True)
    print(f"\nThe first {MARKED} sessions of each room: {mark(rooms)}")


if __name__ == "__main__":
    main()
