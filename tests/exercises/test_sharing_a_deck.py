"""A deck is shared by threads, and what it does not know counts as sensitive."""

from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from threading import Barrier, Event

import pytest
from counts import CARDS

from exercises import deck as deck_module
from exercises.deck import Deck
from exercises.folder import Part
from exercises.tables import FaultKind
from exercises.writing import card_start, plan_start
from sessions.values import SPECIAL, Id

READERS = {"card": ("read_card", Id("pair-buzz")), "plan": ("read_plan", Id("ordinary-90"))}


@pytest.mark.parametrize("what", READERS)
def test_what_another_thread_is_reading_is_waited_for(monkeypatch, what: str):
    reader, wanted = READERS[what]
    reading, go_on = Event(), Event()
    read = getattr(deck_module, reader)

    def slowly(path: Path, *rest, **named):
        reading.set()
        assert go_on.wait(10)
        return read(path, *rest, **named)

    monkeypatch.setattr(deck_module, reader, slowly)
    deck = Deck()
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(getattr(deck, what), wanted)
        assert reading.wait(10)
        second = threads.submit(getattr(deck, what), wanted)
        wait([second], timeout=0.2)  # on the old code it has an answer by now: there is no such card
        go_on.set()
        assert first.result() is not None
        assert second.result() is first.result()


def test_many_threads_find_everything_and_tell_each_fault_once(tmp_path: Path):
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "broken.toml").write_text("x")
    for _time in range(5):
        deck, together = Deck(tmp_path), Barrier(4)

        def look(deck: Deck = deck, together: Barrier = together):
            together.wait()
            return len(deck.plans()), len(deck.cards()), len(deck.questions())

        with ThreadPoolExecutor(4) as threads:
            found = [each.result() for each in [threads.submit(look) for _ in range(4)]]
        assert found == [(49, CARDS, 131)] * 4
        assert [fault.kind for fault in deck.faults] == [FaultKind.NOT_TOML]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for part in ("cards", "plans"):
        (tmp_path / part).mkdir()
    return tmp_path


def test_what_cannot_be_found_is_taken_to_be_sensitive(own: Path):
    deck = Deck(own)
    gone = Id("gone")
    assert deck.sensitive(gone, [gone]) == {gone}
    assert deck.sensitive(None, [None, Id("pair-buzz")]) == frozenset()
    assert deck.sensitive(Id("ordinary-90"), []) == frozenset()
    assert deck.sensitive(SPECIAL, []) == {SPECIAL}


def test_a_card_is_not_known_by_a_plan_of_the_same_id(own: Path):
    assert Deck(own).sensitive(None, [Id("ordinary-90")]) == {"ordinary-90"}
    assert Deck(own).sensitive(Id("pair-buzz"), []) == {"pair-buzz"}


def test_the_supervisors_own_are_known_by_their_files(own: Path):
    (own / "cards" / "calm.toml").write_text(card_start(), "utf-8")
    (own / "cards" / "grave.toml").write_text("sensitive = true\n" + card_start(), "utf-8")
    (own / "plans" / "own-1.toml").write_text(plan_start(), "utf-8")
    assert Deck(own).sensitive(Id("own-1"), [Id("calm"), Id("grave")]) == {"grave"}


def test_a_broken_file_in_the_place_of_a_shipped_one_is_not_known(own: Path):
    (own / "cards" / "pair-buzz.toml").write_text("sensitive = true\nx")
    assert Deck(own).sensitive(None, [Id("pair-buzz")]) == {"pair-buzz"}


def test_a_folder_of_ones_own_that_cannot_be_looked_into_is_told_of(tmp_path: Path):
    (tmp_path / "cards").write_text("a file in its place")
    deck = Deck(tmp_path)
    assert len(deck.cards()) == CARDS
    assert [(fault.kind, fault.path) for fault in deck.faults] == [(FaultKind.UNREADABLE, tmp_path / "cards")]
    assert list(deck.broken(Part.CARDS)) == [tmp_path / "cards"]
