"""From the end to the record: in an order that can be interrupted anywhere and finished later."""

from pathlib import Path

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from exercises.writing import card_start
from facilitator.keeping import finish, finish_interrupted, record_now
from facilitator.opening import Preparation
from sessions import events as e
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import MINUTE, GroupCode, Id, Seat

R07 = GroupCode("R07")


@pytest.fixture
def running(data: Path, shipped: Deck):
    from random import Random

    clock, store = FakeClock(), Store(data)
    store.claim()
    text = shipped.plan(Id("ordinary-90"))
    assert text is not None
    opened = Preparation.of(text.plan).opened(clock, None, Random(1))
    made = RunningSession.open(opened, clock, store.journal(clock.anchor()))
    made.do(e.Begun(clock.now()))
    clock.sleep(12 * MINUTE)
    made.do(e.ItemEnded(clock.now()))
    clock.sleep(5 * MINUTE)
    made.store, made.clock_ = store, clock
    yield made
    made.journal.close()
    store.release()


def test_what_would_be_kept_can_be_seen_without_ending(running, shipped: Deck):
    record = record_now(running, running.now(), shipped)
    assert running.session.ended is None
    assert [item.actual for item in record.items] == [12, 5]
    assert str(record.day) == "2026-03-11"


def test_what_was_seen_is_what_is_kept(running, shipped: Deck):
    seen = record_now(running, running.now(), shipped)
    running.words.label(Seat(1), "ikkuna")
    running.do(e.Ended(running.now(), R07))
    assert finish(running, running.store, R07, shipped) is None
    assert running.store.groups.read(R07).records == (seen,)
    assert not running.words.labels
    assert not running.store.journal_path.exists()


def test_finishing_twice_keeps_one(running, shipped: Deck):
    running.do(e.Ended(running.now(), R07))
    for _time in range(2):
        finish(running, running.store, R07, shipped)
    assert len(running.store.groups.read(R07).records) == 1


def test_what_cannot_be_kept_stays_in_the_journal_with_its_words(running, shipped: Deck, monkeypatch):
    def full(*_what):
        raise StoreProblem(Trouble.NO_SPACE, running.store.groups.path(R07))

    running.words.label(Seat(1), "ikkuna")
    running.do(e.Ended(running.now(), R07))
    monkeypatch.setattr(running.store.groups, "add", full)
    with pytest.raises(StoreProblem):
        finish(running, running.store, R07, shipped)
    assert running.store.journal_path.exists()
    assert running.words.labels
    monkeypatch.undo()
    finish(running, running.store, R07, shipped)
    assert len(running.store.groups.read(R07).records) == 1


def test_a_sensitive_card_whose_file_is_gone_is_kept_as_special(running, data: Path):
    own = data / "cards" / "grave.toml"
    own.parent.mkdir(exist_ok=True)
    own.write_text("sensitive = true\n" + card_start(), "utf-8")
    card = Deck(data).card(Id("grave"))
    assert card is not None
    current = running.session.current
    running.do(e.MethodSwitched(running.now(), current.uid, card.id, card.steps))
    own.unlink()
    running.do(e.Ended(running.now(), R07))
    finish(running, running.store, R07, Deck(data))
    assert "grave" not in running.store.groups.path(R07).read_text("utf-8")


@pytest.mark.parametrize("kept", [R07, None])
@pytest.mark.parametrize("before", [False, True], ids=["killed before keeping", "killed after keeping"])
def test_an_ending_killed_anywhere_is_finished_later(running, shipped: Deck, kept, before: bool):
    running.do(e.Ended(running.now(), kept))
    running.journal.flush()
    if before and kept is not None:
        running.store.keep(kept, record_now(running, running.now(), shipped), running.session.starter)
    found = running.store.unfinished()
    assert found is not None
    assert finish_interrupted(found, running.store, shipped) == kept
    assert running.store.groups.codes() == ([kept] if kept else [])
    assert not running.store.journal_path.exists()
    if kept:
        assert len(running.store.groups.read(kept).records) == 1
