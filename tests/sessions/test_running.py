import pytest
from fakes import FakeClock
from session_builders import item, opened

from sessions import events as e
from sessions.clock import Noticed
from sessions.refusal import Reason, Refused
from sessions.running import RunningSession
from sessions.store.journal import Journal
from sessions.store.journal_reading import read_journal
from sessions.timing import timing
from sessions.values import MINUTE, SECOND


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def journal(tmp_path, clock):
    journal = Journal(tmp_path / "live.journal", clock.anchor())
    yield journal
    journal.close()


@pytest.fixture
def running(clock, journal):
    running = RunningSession.open(opened(item(30), item(20), at=clock.now()), clock, journal)
    running.do(e.Begun(running.now()))
    return running


def written(running):
    assert running.journal.flush()
    return read_journal(running.journal.path)


def test_every_act_is_in_the_session_and_in_the_journal(running):
    running.do(e.Next(running.now()))
    running.do(e.Undone(running.now()))
    assert [type(event) for event in written(running).events] == [e.Opened, e.Begun, e.Next, e.Undone]
    assert written(running).ledger == running.ledger


def test_a_refused_act_is_nowhere(running):
    told = []
    running.listen(lambda: told.append(running.session))
    before = running.ledger
    with pytest.raises(Refused):
        running.do(e.Resumed(running.now()))
    assert running.ledger is before
    assert told == []
    assert len(written(running).events) == 2


def test_listeners_are_told_after_every_change_and_see_it(running):
    told = []
    running.listen(lambda: told.append(running.session.current.uid))
    running.do(e.Next(running.now()))
    running.do(e.Back(running.now()))
    running.tell()
    assert told == [2, 1, 1]


def test_why_an_act_would_be_refused_is_told_without_doing_it(running):
    before = running.ledger
    assert running.refusal(e.Resumed(running.now())) is Reason.NOT_PAUSED
    assert running.refusal(e.Paused(running.now())) is None
    assert running.ledger is before


def test_ticks_a_second_apart_notice_nothing(running, clock):
    for _ in range(60):
        clock.sleep(SECOND)
        assert running.tick() == Noticed(0, 0)
    assert len(written(running).events) == 2


def test_sleep_is_noticed_counted_and_taken_out(running, clock):
    clock.sleep(SECOND)
    clock.suspend(4 * MINUTE)
    assert running.tick().gap == 4 * MINUTE
    assert timing(running.session, running.now()).spent == 4 * MINUTE + SECOND
    running.do(e.GapTakenOut(running.now()))
    assert timing(running.session, running.now()).spent == SECOND
    assert timing(running.session, running.now()).behind == 4 * MINUTE


def test_a_long_sleep_is_noticed_once(running, clock):
    clock.suspend(9 * MINUTE)
    running.tick()
    clock.sleep(SECOND)
    assert running.tick() == Noticed(0, 0)
    assert [type(event) for event in written(running).events].count(e.GapNoticed) == 1


@pytest.mark.parametrize("ms", [3_600_000, -3_600_000])
def test_a_set_clock_is_noticed_and_no_time_left_changes(running, clock, ms):
    clock.sleep(SECOND)
    clock.step(ms)
    before = timing(running.session, running.now())
    assert running.tick().step == ms
    assert timing(running.session, running.now()) == before
    assert running.session.wall_offset_ms == ms


def test_sleep_while_paused_is_part_of_the_pause(running, clock):
    running.do(e.Paused(running.now()))
    clock.suspend(4 * MINUTE)
    assert running.tick() == Noticed(0, 0)
    assert running.session.gap is None
    assert timing(running.session, running.now()).spent == 0


def test_sleep_before_the_beginning_or_after_the_end_is_nothing(tmp_path, clock, journal):
    running = RunningSession.open(opened(item(5)), clock, journal)
    clock.suspend(4 * MINUTE)
    running.tick()
    running.do(e.Ended(running.now()))
    clock.suspend(4 * MINUTE)
    clock.step(MINUTE)
    assert running.tick() == Noticed(0, 0)
    assert [type(event) for event in written(running).events] == [e.Opened, e.Ended]


def test_where_the_clock_jumps_on_purpose_nothing_is_noticed(clock, journal):
    running = RunningSession.open(opened(item(50)), clock, journal, notices=False)
    running.do(e.Begun(running.now()))
    clock.sleep(5 * MINUTE)
    clock.step(5 * MINUTE)
    assert running.tick() == Noticed(0, 0)
    assert len(written(running).events) == 2


def test_signs_of_life_are_left_now_and_then(running, clock):
    for _ in range(25):
        clock.sleep(SECOND)
        running.tick()
        assert running.journal.flush()
    unfinished = written(running)
    assert unfinished.last_alive == clock.now() - 5 * SECOND
    assert unfinished.last_act == clock.now() - 25 * SECOND
    assert running.journal.path.read_bytes().count(b'"pulse"') == 2


def test_words_are_in_no_journal(running):
    running.words.title(1, "kanarialintu")
    running.do(e.Adjusted(running.now(), 1, 5))
    written(running)
    assert b"kanarialintu" not in running.journal.path.read_bytes()


def test_a_session_is_taken_up_after_a_crash_as_it_was(running, clock, tmp_path):
    clock.sleep(9 * MINUTE)
    running.do(e.Next(running.now()))
    unfinished = written(running)
    running.journal.close()
    clock.suspend(2 * MINUTE)
    clock.resume(unfinished.anchor)
    again = Journal(tmp_path / "live.journal", clock.anchor(), unfinished)
    resumed = RunningSession(unfinished.ledger, clock, again)
    assert resumed.ledger == running.ledger
    assert timing(resumed.session, resumed.now()).spent == 2 * MINUTE
    resumed.do(e.Undone(resumed.now()))
    assert timing(resumed.session, resumed.now()).spent == 11 * MINUTE
    assert written(resumed).ledger == resumed.ledger
    again.close()


def test_who_stops_listening_is_told_no_more_and_the_others_still_are(running):
    told = []

    def once():
        told.append("once")
        running.unlisten(once)

    running.listen(once)
    running.listen(lambda: told.append("always"))
    running.tell()
    running.tell()
    assert told == ["once", "always", "always"]


def test_a_clock_that_was_set_between_a_crash_and_the_resume_is_noticed(running, clock, journal):
    clock.step(20 * MINUTE)
    resumed = RunningSession(running.ledger, clock, journal)
    assert resumed.tick().step == 20 * MINUTE
    assert resumed.session.wall_offset_ms == 20 * MINUTE


def test_sleep_is_noticed_before_the_act_that_wakes_the_program(running, clock):
    clock.suspend(5 * MINUTE)
    running.do(e.ItemEnded(running.now()))
    first, second = running.session.items
    running.do(e.GapTakenOut(running.now()))
    assert running.session.item(first.uid).spent_ms < first.spent_ms
    assert running.session.item(second.uid).spent_ms == second.spent_ms
    assert running.tick().gap
