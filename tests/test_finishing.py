"""From the end to the record: in an order that can be interrupted anywhere and finished later."""

import errno
import os
from pathlib import Path

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from exercises.writing import card_start
from facilitator.finishing import Finished, finish, finish_interrupted, record_now
from facilitator.preparing.preparation import Preparation
from facilitator.resuming import look
from sessions import events as e
from sessions.running import RunningSession
from sessions.store import files
from sessions.store import folder as folders
from sessions.store import journal as journals
from sessions.store.folder import Store
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import MINUTE, GroupCode, Id, Seat

R07 = GroupCode("R07")


@pytest.fixture
def make_running(data: Path, shipped: Deck):
    """Makes a session that has run for 17 minutes, each in a folder of its own."""
    from random import Random

    all_made = []

    def make(folder: str = "") -> RunningSession:
        clock, store = FakeClock(), Store(data / folder)
        store.claim()
        text = shipped.plan(Id("ordinary-90"))
        assert text is not None
        opened = Preparation.of(text.plan).opened(clock, None, Random(1))
        made = RunningSession.open(opened, clock, store.journal(clock.anchor()))
        made.do(e.Begun(clock.now()))
        clock.sleep(12 * MINUTE)
        made.do(e.ItemEnded(clock.now()))
        clock.sleep(5 * MINUTE)
        assert made.journal.flush()
        made.store = store
        all_made.append(made)
        return made

    yield make
    for made in all_made:
        made.journal.close()
        made.store.release()


@pytest.fixture
def running(make_running):
    return make_running()


def test_what_would_be_kept_can_be_seen_without_ending(running, shipped: Deck):
    record = record_now(running, running.now(), shipped)
    assert running.session.ended is None
    assert [item.actual for item in record.items] == [12, 5]
    assert str(record.day) == "2026-03-11"


def test_what_was_seen_is_what_is_kept(running, shipped: Deck):
    seen = record_now(running, running.now(), shipped)
    running.words.label(Seat(1), "ikkuna")
    running.end(running.now(), R07)
    assert finish(running, running.store, R07, shipped) == Finished(R07)
    assert running.store.groups.read(R07).records == (seen,)
    assert not running.words.labels
    assert not running.store.journal_path.exists()


def test_finishing_twice_keeps_one(running, shipped: Deck):
    running.end(running.now(), R07)
    for _time in range(2):
        finish(running, running.store, R07, shipped)
    assert len(running.store.groups.read(R07).records) == 1


def test_what_cannot_be_kept_stays_in_the_journal_without_its_words(running, shipped: Deck, monkeypatch):
    def full(*_what):
        raise StoreProblem(Trouble.NO_SPACE, running.store.groups.path(R07))

    running.words.label(Seat(1), "ikkuna")
    running.end(running.now(), R07)
    monkeypatch.setattr(running.store.groups, "add", full)
    with pytest.raises(StoreProblem):
        finish(running, running.store, R07, shipped)
    assert running.store.journal_path.exists()
    assert not running.words.labels
    monkeypatch.undo()
    finish(running, running.store, R07, shipped)
    assert len(running.store.groups.read(R07).records) == 1


@pytest.mark.parametrize("kept", [R07, None])
@pytest.mark.parametrize("before", [False, True], ids=["killed before keeping", "killed after keeping"])
def test_an_ending_killed_anywhere_is_finished_later(running, shipped: Deck, kept, before: bool):
    running.end(running.now(), kept)
    running.journal.flush()
    if before and kept is not None:
        running.store.keep(kept, record_now(running, running.now(), shipped), running.session.starter)
    (found,) = running.store.look().sessions
    assert finish_interrupted(found, running.store, shipped) == Finished(kept)
    assert running.store.groups.codes() == ([kept] if kept else [])
    assert not running.store.journal_path.exists()
    if kept:
        assert len(running.store.groups.read(kept).records) == 1


@pytest.mark.parametrize("killed", [False, True], ids=["refused by the disk", "killed in between"])
def test_the_journal_stays_until_the_name_of_the_groups_file_is_on_the_disk(
    running, shipped: Deck, monkeypatch, killed: bool
):
    """A power cut would take the record, and nothing would be left of the session."""
    store, really = running.store, files.sync_folder
    running.end(running.now(), R07)
    if killed:
        store.keep(R07, record_now(running, running.now(), shipped), running.session.starter)

    def refuses(folder):
        if folder == store.groups.folder:
            raise OSError(errno.EIO, "failed")
        really(folder)

    with monkeypatch.context() as patched:
        patched.setattr(files, "sync_folder", refuses)
        patched.setattr(folders, "sync_folder", refuses)
        with pytest.raises(StoreProblem):
            finish(running, store, R07, shipped)
        assert store.has_journals()
    finish(running, store, R07, shipped)
    assert not store.has_journals()
    assert len(store.groups.read(R07).records) == 1


def test_an_older_copy_of_a_session_that_is_kept_is_no_session_to_go_on_with(running, shipped: Deck):
    copy = running.store.journal_path.read_bytes()
    running.end(running.now(), R07)
    finish(running, running.store, R07, shipped)
    running.store.journal_path.write_bytes(copy)
    assert look(running.store, shipped).unfinished is None
    assert not running.store.has_journals()
    assert len(running.store.groups.read(R07).records) == 1


class Failing:
    """Lets the n-th change that the store asks of the system fail, and every ``again``-th after it."""

    NAMES = ("rename", "replace", "unlink", "mkdir", "write_bytes")

    def __init__(self, monkeypatch, nth: int, again: int | None) -> None:
        self.nth, self.again, self.calls, self.on = nth, again, 0, True
        for name in self.NAMES:
            monkeypatch.setattr(Path, name, self.counted(getattr(Path, name)))
        for name in ("fsync", "write", "ftruncate", "open"):
            monkeypatch.setattr(os, name, self.counted(getattr(os, name)))

    def counted(self, really):
        def call(*what, **named):
            if self.on and (really is not REALLY_OPEN or what[1] & (os.O_WRONLY | os.O_RDWR)):
                self.calls += 1
                if self.calls == self.nth or self.calls == self.again:
                    raise OSError(errno.EIO, "failed")
            return really(*what, **named)

        return call


REALLY_OPEN = os.open
R12 = GroupCode("R12")


@pytest.mark.parametrize("choices", [(R07, R12), (R07, None), (None, R07), (R07, R07)], ids=str)
@pytest.mark.parametrize("again", [None, 1, 3], ids=["once", "and the next", "and one later"])
def test_whichever_operation_fails_one_record_is_kept_at_most_and_what_is_said_is_true(
    make_running, shipped: Deck, monkeypatch, choices, again
):
    monkeypatch.setattr(journals, "RETRY", 0.001)
    for nth in range(1, 40):
        running = make_running(str(nth))
        said = None
        with monkeypatch.context() as patched:
            failing = Failing(patched, nth, None if again is None else nth + again)
            for code in choices:
                running.end(running.now(), code)
                try:
                    said = finish(running, running.store, code, shipped)
                    break
                except StoreProblem:
                    continue
            failing.on = False
        store = running.store
        if said is None:  # neither try went through: the program is closed, and the next start does what was said last
            running.journal.close()
            wanted = choices[-1]
        else:
            wanted = said.kept
        holding = [code for code in store.groups.codes() if store.groups.read(code).records]
        if said is not None:
            assert holding == ([said.kept] if said.kept else []), f"operation {nth}"
            assert store.has_journals() <= (said.left is not None), f"operation {nth}"
        for found in store.look().sessions:
            assert found.ended, f"operation {nth}"
            assert finish_interrupted(found, store, shipped).kept == wanted, f"operation {nth}"
        holding = [code for code in store.groups.codes() if store.groups.read(code).records]
        assert holding == ([wanted] if wanted else []), f"operation {nth}"
        assert sum(len(store.groups.read(code).records) for code in holding) == len(holding)
        assert not store.has_journals()
        if failing.calls < nth:
            break
    assert nth > 4


def test_a_power_cut_after_another_choice_finishes_into_that_one(running, shipped: Deck):
    running.end(running.now(), R07)
    running.end(running.now(), R12)
    assert running.journal.flush()
    (found,) = running.store.look().sessions
    assert finish_interrupted(found, running.store, shipped) == Finished(R12)
    assert running.store.groups.codes() == [R12]


def test_keeping_nothing_after_it_was_kept_says_where_it_is(running, shipped: Deck):
    running.end(running.now(), R07)
    running.store.keep(R07, record_now(running, running.now(), shipped), running.session.starter)
    running.end(running.now(), None)
    assert finish(running, running.store, None, shipped) == Finished(R07)


def test_an_interrupted_session_is_kept_no_richer_than_another(running, shipped: Deck):
    running.journal.flush()
    (found,) = running.store.look().sessions
    seen = record_now(running, running.now(), shipped)
    running.end(running.now(), R07)
    running.journal.close()
    (found,) = running.store.look().sessions
    finish_interrupted(found, running.store, shipped)
    assert running.store.groups.read(R07).records == (seen,)
    assert {path.suffix for path in running.store.folder.rglob("*") if path.is_file()} <= {".json", ".lock"}


def test_a_sensitive_card_whose_file_is_gone_is_kept_as_special(make_running, data: Path):
    running = make_running()
    own = data / "cards" / "grave.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("sensitive = true\n" + card_start(), "utf-8")
    card = Deck(data).card(Id("grave"))
    assert card is not None
    running.do(e.MethodSwitched(running.now(), running.session.current.uid, card.id, card.steps))
    own.unlink()
    running.do(e.Ended(running.now(), R07))
    finish(running, running.store, R07, Deck(data))
    assert "grave" not in running.store.groups.path(R07).read_text("utf-8")
