"""The program's heart under one seed: its clock, journal, store and displays, with everything that can go wrong.

A life is one start of the program: it looks at the journals, goes on with a session or begins one, and is left, killed
or cut off from power. Nothing of the program is stood in for but the disk's calls, the computer's clocks and the turns
of the journal's thread. The same seed gives the same lives.
"""

import hashlib
from contextlib import ExitStack, suppress
from pathlib import Path
from random import Random

from simulation.acts import act, opened
from simulation.computer import Computer
from simulation.disk import Disk, Killed
from simulation.promises import Broken, Promise, Promises, check_time
from simulation.wall import Wall
from simulation.writer import in_hand, turn

from exercises.deck import Deck
from facilitator import resuming
from facilitator.finishing import finish
from facilitator.projector.projection import Projection
from facilitator.projector.selection import Selection
from sessions import events as e
from sessions.clock import SystemClock
from sessions.ledger import replay
from sessions.refusal import Reason, Refused
from sessions.running import RunningSession
from sessions.store import erasing
from sessions.store.folder import Store
from sessions.store.journal_reading import Unfinished
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import MINUTE, SECOND, GroupCode

CODES = tuple(GroupCode(f"R0{number}") for number in range(1, 5))
HOUR = 60 * MINUTE


class Heart:
    """One computer with its data folder, life after life."""

    def __init__(self, seed: int, root: Path, deck: Deck) -> None:
        self.chance = Random(seed)
        self.folder, self.deck = root / "data", deck
        self.computer = Computer()
        self.disk = Disk(root, self.chance)
        self.promises = Promises(self.folder)
        self.events = self.kills = self.cuts = self.refusals = self.faults = self.views = self.erasures = 0
        self.trace = hashlib.sha256()

    def beat(self, events: int) -> None:
        """Live until so many events have happened.

        Raises:
            Broken: a promise was not kept.
        """
        with ExitStack() as stack:
            for installed in (self.computer.installed(), in_hand(), self.disk.installed()):
                stack.enter_context(installed)
            while self.events < events:
                self._life()
            self.promises.check()

    def _life(self) -> None:
        self.promises.check()
        chance, disk = self.chance, self.disk
        disk.failing = chance.choice((0.0, 0.0, 0.01, 0.1))
        disk.kill_in = chance.randint(1, 400) if chance.random() < 0.6 else 0
        life = Life(self)
        try:
            life.live()
        except Killed:
            self.kills += 1
        finally:
            disk.revive()
            self.views += life.wall.views if life.wall is not None else 0
            life.store.release()
        if chance.random() < 0.3:
            self.cuts += 1
            disk.cut_power()
            self.computer.starts_anew(chance.choice((20 * SECOND, 5 * MINUTE, 20 * HOUR)))
            self.computer.steps(chance.choice((0, 0, HOUR, -HOUR, -3 * HOUR)))
        else:
            self.computer.runs(chance.randint(SECOND, 5 * MINUTE))
        self.trace.update(f"{self.events} {self.kills} {self.cuts} {self.disk.calls} {self.views}".encode())


class Life:
    """The program, from its start to its end."""

    def __init__(self, heart: Heart) -> None:
        self.heart, self.chance, self.computer = heart, heart.chance, heart.computer
        self.store = Store(heart.folder)
        self.wall: Wall | None = None

    def live(self) -> None:
        """Run."""
        found = resuming.look(self.store, self.heart.deck)
        if not found.is_free:
            raise Broken("the folder is said to be in use, and nobody uses it")
        if found.unfinished is not None:
            if self.chance.random() < 0.1:
                self._discard(found.unfinished)
                return
            self._go_on(found.unfinished)
        else:
            if self.chance.random() < 0.05:
                self._erase(self.chance.choice(CODES))
            self._begin()
        for _ in range(self.chance.randint(1, 160)):
            if self._step():
                return
        self._leave()

    def _begin(self) -> None:
        with suppress(StoreProblem):
            self.store.claim()
        clock = SystemClock()
        first = opened(self.chance, clock.now(), clock.wall() - clock.now())
        self.promise = self.heart.promises.open[first.uid] = Promise(first.uid, [first])
        journal = self.store.journal(clock.anchor())
        self._run(RunningSession.open(first, clock, journal))

    def _erase(self, code: GroupCode) -> None:
        """A group goes from every file."""
        promises = self.heart.promises
        with self.heart.disk.at_rest():
            promises.check()  # this start may just have finished an ending for that group
        with suppress(StoreProblem):
            self.store.claim()
        if self.store._lock is None or promises.going:
            return
        promises.going = {uid: kept for uid, kept in promises.kept.items() if kept == code}
        promises.kept = {uid: kept for uid, kept in promises.kept.items() if kept != code}
        try:
            left = erasing.erase(self.store, erasing.going(self.store, code).erasing)
        except (StoreProblem, erasing.StillRunning):
            return
        self.heart.erasures += 1
        if left:
            raise Broken(f"erased, and still told of in {left}")

    def _go_on(self, found: Unfinished) -> None:
        # One whose removal the disk had not confirmed may come back after a power cut: nothing was promised of it.
        self.promise = self.heart.promises.open.setdefault(found.uid, Promise(found.uid))
        self.promise.done = list(found.events)
        if self.promise.left:
            self.promise.left, self.promise.safe = False, 0
        clock, gap = resuming.clock_after(found, None)
        running = RunningSession(found.ledger, clock, self.store.journal(clock.anchor(), found))
        self._run(running)
        resuming.count_gap(running, gap or 0)

    def _run(self, running: RunningSession) -> None:
        self.running = running
        really = running.journal.add

        def add(event: e.Event) -> None:
            self.promise.done.append(event)
            self.heart.events += 1
            really(event)
            if self.chance.random() < 0.7:
                self._turn()

        running.journal.add = add  # type: ignore[method-assign]
        projection = Projection(running, self.heart.deck, Selection(), self.store.folder)
        self.wall = Wall(running, self.heart.deck, projection, self.chance)

    def _turn(self) -> None:
        if turn(self.running.journal):
            self.promise.safe = len(self.promise.done)
        elif (trouble := self.running.journal.trouble) is not None:
            self.heart.faults += 1
            self._known(trouble)

    def _step(self) -> bool:
        """One thing happens; whether the program is over."""
        chance = self.chance
        self._time()
        self.running.tick()
        match chance.randrange(60):
            case 0:
                return self._end()
            case 1 | 2 | 3:
                self.wall.type_words()
            case 4 | 5 | 6:
                self.wall.choose()
            case 7:
                self._second_program()
            case 8:
                self.heart.disk.full = not self.heart.disk.full
            case 9:
                self._check()
            case 10 | 11:
                self._turn()
            case _:
                self._do(act(chance, self.running.now(), self.running.session.highest_uid))
        return False

    def _do(self, event: e.Event) -> None:
        before = self.running.ledger
        try:
            self.running.do(event)
        except Refused as refused:
            self.heart.refusals += 1
            if not isinstance(refused.reason, Reason):
                raise Broken("a refusal that nobody can say") from refused
            if before.session.settled(self.running.now()) != self.running.session.settled(self.running.now()):
                self._only_noticed(len(self.promise.done))

    def _only_noticed(self, count: int) -> None:
        if not isinstance(self.promise.done[count - 1], e.NOTICED):
            raise Broken("a refused act changed the session")

    def _time(self) -> None:
        chance, computer = self.chance, self.computer
        computer.runs(chance.choice((0, 200, SECOND, SECOND, 2 * SECOND, 45 * SECOND)))
        if chance.random() < 0.02:
            computer.sleeps(chance.choice((2 * SECOND, 40 * SECOND, 10 * MINUTE, 9 * HOUR)))
        if chance.random() < 0.02:
            computer.steps(chance.choice((HOUR, -HOUR, 2500, -5000, 40 * 24 * HOUR)))

    def _check(self) -> None:
        if replay(self.promise.done) != self.running.ledger:
            raise Broken("replaying the acts does not give the session")
        if not any(isinstance(event, e.GapTakenOut) for event in self.promise.done):
            check_time(self.running.ledger, self.running.now())

    def _second_program(self) -> None:
        """Somebody starts the program again beside this one."""
        if self.store._lock is None:
            return
        other = Store(self.store.folder)
        found = resuming.look(other, self.heart.deck)
        if found.is_free or found.unfinished is not None or other._lock is not None:
            raise Broken("two programs may write")
        with suppress(StoreProblem):
            for code in other.groups.codes():
                other.groups.read(code)

    def _end(self) -> bool:
        """The session is ended, and kept for a group or not; when that fails it can be tried again, also elsewhere."""
        if self.running.session.begun is None:
            return False
        self._check()
        self.promise.ending = True
        for _try in range(3):
            code = self.chance.choice((*CODES, None))
            self.promise.codes.add(code)
            self.running.end(self.running.now(), code)
            if self.chance.random() < 0.9:
                self._turn()
            try:
                finished = finish(self.running, self.store, code, self.heart.deck)
            except StoreProblem as problem:
                self._known(problem)
                continue
            if finished.kept not in self.promise.codes:
                raise Broken(f"kept for {finished.kept}, which nobody chose")
            self.promise.left = finished.left is not None
            if finished.left is None:
                self.heart.promises.over(self.promise.uid, finished.kept)
            return True
        self._leave()
        return True

    def _leave(self) -> None:
        problem = self.running.leave()
        if problem is not None:
            self._known(problem)
        if self.running.session.begun is not None and self.running.journal._is_idle():
            self.promise.safe = len(self.promise.done)

    def _discard(self, found: Unfinished) -> None:
        """Put away, and perhaps brought back."""
        disk = self.heart.disk
        disk.failing, disk.kill_in = 0.0, 0
        self.store.discard(found)
        if self.chance.random() < 0.5:
            self.store.bring_back()
        else:
            self.heart.promises.open.pop(found.uid, None)

    def _known(self, problem: StoreProblem) -> None:
        self.heart.faults += 1
        if not isinstance(problem.trouble, Trouble):
            raise Broken("a trouble that nobody can say") from problem
