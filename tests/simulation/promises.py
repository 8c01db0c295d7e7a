"""What the program has promised of each session, and whether the disk keeps it."""

from dataclasses import dataclass, field
from pathlib import Path

from sessions import events as e
from sessions.ledger import Ledger, replay
from sessions.store.folder import Store
from sessions.store.journal_reading import Unfinished, read_journal
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode

CANARY = "kanarialintu"
"""Every typed word has it in it."""


class Broken(AssertionError):
    """A promise was not kept."""


@dataclass(slots=True)
class Promise:
    """One session, as whoever ran it knows it."""

    uid: int
    done: list[e.Event] = field(default_factory=list)
    """What was told to have happened."""
    safe: int = 0
    """So many of these were on disk, as the journal said."""
    ending: bool = False
    codes: set[GroupCode | None] = field(default_factory=set)
    """The groups that were chosen for its record."""
    left: bool = False
    """It is over, and it was told that something of its journals could not be removed."""

    @property
    def must_be_there(self) -> bool:
        """One that was only made ready, or whose beginning was undone, leaves nothing."""
        shortest = max(1, self.safe)
        return all(replay(self.done[:count]).session.begun for count in range(shortest, len(self.done) + 1))


class Promises:
    """All sessions of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.open: dict[int, Promise] = {}
        self.kept: dict[int, GroupCode] = {}
        self.going: dict[int, GroupCode] = {}
        """Records that were being erased when it was interrupted: all of them are there, or none."""
        self.erased: set[int] = set()

    def check(self) -> None:
        """Look at the disk as the next program will find it."""
        store = Store(self.folder)
        there: dict[int, Unfinished] = {}
        for path in store.journals():
            found = self._read(path)
            if found is not None and len(found.events) >= len(there.get(found.uid, found).events):
                there[found.uid] = found
        for promise in list(self.open.values()):
            self._check(promise, there.get(promise.uid), store)
        self._check_erasing(store)
        for uid, code in self.kept.items():
            if store.kept_for(uid) != code:
                raise Broken(f"the record of {uid} was kept for {code} and is not there")
        self._check_files()

    def _read(self, path: Path) -> Unfinished | None:
        try:
            return read_journal(path)
        except StoreProblem as problem:
            if problem.trouble is not Trouble.DAMAGED:
                raise Broken(f"{path.name} cannot be read: {problem.trouble}") from problem
            return None  # torn in its first lines; whoever was promised more is looked for below

    def _check(self, promise: Promise, found: Unfinished | None, store: Store) -> None:
        kept = store.kept_for(promise.uid)
        if promise.left or (promise.ending and kept in promise.codes - {None}):
            if found is None:
                self.over(promise.uid, kept)
            return  # what is left of its journals is cleared at the next start
        if found is None:
            if promise.ending and None in promise.codes:
                self.over(promise.uid, None)
            elif promise.must_be_there:
                raise Broken(f"session {promise.uid} is gone: {promise.safe} acts were on disk")
            else:
                del self.open[promise.uid]
            return
        count = len(found.events)
        if count < promise.safe and not promise.must_be_there:
            promise.left = True  # left before its beginning, by the last word: an older copy holds nobody to anything
            return
        if count < promise.safe:
            raise Broken(f"{promise.safe - count} acts that were on disk are lost: {promise.done[count]}")
        if list(found.events) != promise.done[:count]:
            raise Broken("the journal says other acts than those that were done")
        if any(earlier.at > later.at for earlier, later in zip(found.events, found.events[1:], strict=False)):
            raise Broken("time ran backwards")
        del promise.done[count:]

    def _check_erasing(self, store: Store) -> None:
        if any(store.kept_for(uid) is not None for uid in self.erased):
            raise Broken("what was erased is there again")
        if store.erasing_path.exists():
            return  # whoever claims the folder next finishes it
        there = {uid for uid in self.going if store.kept_for(uid) is not None}
        if there and there != self.going.keys():
            raise Broken("half of what was to be erased is there, and nobody knows of it")
        (self.kept.update if there else self.erased.update)(self.going)
        self.going = {}

    def over(self, uid: int, kept: GroupCode | None) -> None:
        """A session has ended, and its record is kept or was not to be."""
        del self.open[uid]
        if kept is not None:
            self.kept[uid] = kept

    def _check_files(self) -> None:
        for path in self.folder.rglob("*"):
            if path.is_file() and CANARY.encode() in path.read_bytes():
                raise Broken(f"a word is in {path.name}")


def check_time(ledger: Ledger, now: int) -> None:
    """Every moment since the beginning is somewhere: in an item, or in a pause."""
    session = ledger.session.settled(now)  # type: ignore[arg-type]
    spent = sum(item.spent_ms for item in session.items) + session.paused_ms
    if any(item.spent_ms < 0 or item.given < 0 for item in session.items):
        raise Broken("an item took less than nothing")
    if session.begun is not None and spent != session.anchor - session.begun:
        raise Broken(f"the items and pauses come to {spent}, since the beginning are {session.anchor - session.begun}")
