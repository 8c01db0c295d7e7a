"""Damage inside a journal: what is whole is read, what is not is counted and put aside, and nothing is cut away."""

import random

import pytest
from msgspec.structs import replace
from session_builders import START, Story, item

from sessions import events as e
from sessions.clock import Anchor
from sessions.ledger import replay
from sessions.store.folder import Store
from sessions.store.journal_format import act_document, encoded, start_document
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import Instant

ANCHOR = Anchor("0a1b2c3d", 5_000, START)


def long_session():
    story = Story(*(item(5) for _ in range(6)), people=4)
    for _ in range(9):
        story.wait(1).do(e.Paused).wait(1).do(e.Resumed)
    for _ in range(4):
        story.wait(2).do(e.ItemEnded)
    return story


EVENTS = tuple(long_session().events)
WHOLE = encoded([start_document(ANCHOR), *map(act_document, EVENTS)], 0)


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path)


def put(store, data):
    store.journal_path.write_bytes(data)
    return store.look()


def flipped(place, bit=0):
    data = bytearray(WHOLE)
    data[place] ^= 1 << bit
    return bytes(data)


def middle_of(line):
    return len(b"".join(WHOLE.splitlines(keepends=True)[: line - 1])) + 20


def test_one_bad_line_costs_one_act_and_not_all_after_it(store):
    (found,) = put(store, flipped(middle_of(len(EVENTS)))).sessions
    assert found.missing == 1
    assert found.events == (*EVENTS[:-2], EVENTS[-1])


def test_acts_that_make_no_sense_without_a_missing_one_are_counted_with_it(store):
    (found,) = put(store, flipped(middle_of(5))).sessions
    assert found.bad_line == 5
    assert len(found.events) + found.missing == len(EVENTS)
    assert len(found.events) >= len(EVENTS) - 2
    assert replay(found.events) == found.ledger


def test_reading_changes_nothing_and_going_on_puts_the_damaged_file_aside(store):
    data = flipped(middle_of(7))
    (found,) = put(store, data).sessions
    assert store.journal_path.read_bytes() == data
    journal = store.journal(Anchor("again", 9, Instant(START + 5)), found)
    journal.add(e.Paused(Instant(found.last_alive + 1)))
    assert journal.flush(20)
    journal.close()
    (aside,) = store.damaged.iterdir()
    assert aside.name == "live-bad-line-7-1.journal"
    assert aside.read_bytes() == data
    (again,) = store.look().sessions
    assert again.events == (*found.events, e.Paused(Instant(found.last_alive + 1)))
    assert again.missing == 0
    assert again.bad_line is None


def test_what_was_put_aside_goes_when_its_session_is_over(store):
    (found,) = put(store, flipped(middle_of(7))).sessions
    journal = store.journal(ANCHOR, found)
    assert journal.flush(20)
    assert list(store.damaged.iterdir())
    journal.remove()
    store.forget(found.uid)
    assert not list(store.damaged.iterdir())


def test_a_first_line_that_is_lost_costs_no_act(store):
    (found,) = put(store, flipped(12)).sessions
    assert found.events == EVENTS
    assert found.missing == 1


def test_a_lost_opening_leaves_no_session_and_the_file_is_put_aside(store):
    data = flipped(middle_of(2))
    look = put(store, data)
    assert not look.sessions
    assert look.problems[0].trouble is Trouble.DAMAGED
    assert look.problems[0].aside.read_bytes() == data


def test_no_flipped_bits_lose_an_act_without_a_word(store):
    chance = random.Random(7)
    for number in range(500):
        data = bytearray(WHOLE)
        for _ in range(chance.choice((1, 1, 1, 2, 5))):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        look = put(store, bytes(data))
        for found in look.sessions:
            assert len(found.events) == len(EVENTS) or found.missing, f"round {number}"
            assert set(found.events) <= set(EVENTS)
            assert replay(found.events) == found.ledger
        assert look.sessions or look.problems
        for path in (*store.folder.glob("*.journal"), *store.damaged.glob("*")):
            path.unlink()


def test_cut_at_every_byte_what_is_whole_is_found_or_the_file_is_kept(store):
    ends = [place + 1 for place, byte in enumerate(WHOLE) if byte == 10]
    for length in range(1, len(WHOLE)):
        look = put(store, WHOLE[:length])
        whole = sum(end <= length for end in ends)
        if whole >= 3:
            assert look.sessions[0].events == EVENTS[: whole - 1]
            assert bool(look.sessions[0].missing) is (length not in ends)
        for path in (*store.folder.glob("*.journal"), *store.damaged.glob("*")):
            path.unlink()


def test_any_bytes_are_a_clean_problem_or_nothing(store):
    chance = random.Random(3)
    for _ in range(300):
        lines = WHOLE.splitlines(keepends=True)
        chance.shuffle(lines)
        store.journal_path.write_bytes(b"".join(lines[: chance.randrange(30)]) + chance.randbytes(chance.randrange(40)))
        try:
            look = store.look()
        except StoreProblem as caught:
            raise AssertionError("a look tells problems, it does not raise them") from caught
        for found in look.sessions:
            assert set(found.events) <= set(EVENTS)
        for path in (*store.folder.glob("*.journal"), *store.damaged.glob("*")):
            path.unlink()


@pytest.mark.parametrize("what", [{"people": 0}, {"people": 2**64}, {"items": (item(1),) * 61}])
def test_a_session_larger_than_any_is_damage_and_not_made(store, what):
    """Two to the sixty-fourth people once filled the computer's memory."""
    line = encoded([start_document(ANCHOR), act_document(replace(EVENTS[0], **what))], 0)
    found = put(store, line)
    assert not found.sessions
    assert [problem.trouble for problem in found.problems] == [Trouble.DAMAGED]
