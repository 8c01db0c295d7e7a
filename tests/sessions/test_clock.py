from pathlib import Path

import pytest
from fakes import NOON, FakeClock

from sessions import clock as clocks
from sessions.clock import Anchor, Clock, Look, Noticed, SystemClock
from sessions.values import MINUTE, SECOND, Instant

HOUR = 60 * MINUTE


class Machine:
    """A computer whose clocks the real ``SystemClock`` reads."""

    def __init__(self, monkeypatch):
        self.wall, self.continuous, self.mono, self.boot = int(NOON), 50_000, 40_000, "0a1b2c3d"
        monkeypatch.setattr(clocks, "_continuous", lambda: self.continuous)
        monkeypatch.setattr(clocks, "boot_id", lambda: self.boot)
        monkeypatch.setattr(clocks.time, "time_ns", lambda: self.wall * 1_000_000)
        monkeypatch.setattr(clocks.time, "monotonic_ns", lambda: self.mono * 1_000_000)

    def pass_time(self, ms, *, asleep=False):
        self.wall += ms
        self.continuous += ms
        self.mono += 0 if asleep else ms

    def restart(self, off_for=0):
        self.wall += off_for
        self.continuous, self.mono, self.boot = 1_000, 900, self.boot[::-1]


@pytest.fixture
def machine(monkeypatch):
    return Machine(monkeypatch)


class TestTheSystemsClock:
    def test_a_line_of_time_starts_at_the_computers_clock(self, machine):
        assert SystemClock().now() == NOON

    @pytest.mark.parametrize("asleep", [False, True])
    def test_it_runs_on_through_sleep(self, machine, asleep):
        clock = SystemClock()
        machine.pass_time(HOUR, asleep=asleep)
        assert clock.now() == NOON + HOUR
        assert clock.wall() == NOON + HOUR
        assert clock.awake() == 40_000 + (0 if asleep else HOUR)

    def test_it_does_not_follow_when_the_computers_clock_is_set(self, machine):
        clock = SystemClock()
        machine.wall += HOUR
        assert clock.now() == NOON
        assert clock.wall() == NOON + HOUR

    def test_after_a_crash_it_goes_on_exactly(self, machine):
        anchor = SystemClock().anchor()
        machine.pass_time(7 * MINUTE, asleep=True)
        machine.wall -= HOUR
        assert SystemClock(anchor).now() == NOON + 7 * MINUTE

    def test_after_a_restart_only_the_computers_clock_can_tell(self, machine):
        anchor = SystemClock().anchor()
        machine.restart(off_for=3 * MINUTE)
        assert SystemClock(anchor).now() == NOON + 3 * MINUTE

    def test_where_the_system_does_not_name_its_starts_the_computers_clock_tells(self, machine):
        machine.boot = ""
        anchor = SystemClock().anchor()
        machine.restart(off_for=MINUTE)
        machine.continuous = 50_000 + HOUR
        assert SystemClock(anchor).now() == NOON + MINUTE

    def test_an_anchor_ties_now_to_this_start(self, machine):
        clock = SystemClock()
        machine.pass_time(5_000)
        assert clock.anchor() == Anchor("0a1b2c3d", 55_000, clock.now())


def test_the_real_clock_runs_forward_and_is_a_clock():
    clock: Clock = SystemClock()
    first = Look.at(clock)
    second = Look.at(clock)
    assert second.now >= first.now
    assert second.awake >= first.awake


def test_the_name_of_this_start_is_short_and_the_same_twice():
    assert clocks.boot_id() == clocks.boot_id()
    assert len(clocks.boot_id()) in (0, 8)


def test_without_a_name_of_this_start_it_is_empty(monkeypatch):
    def missing(*_args, **_named):
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", missing)
    assert clocks.boot_id() == ""


@pytest.mark.parametrize(
    ("happened", "gap", "step"),
    [
        ([("sleep", 1_000)], 0, 0),
        ([("sleep", 3_900)], 0, 0),
        ([("sleep", 20_000)], 0, 0),
        ([("sleep", 40_000)], 39_000, 0),
        ([("sleep", 1_000), ("suspend", 20_000)], 0, 0),
        ([("sleep", 1_000), ("suspend", 29_999)], 0, 0),
        ([("sleep", 1_000), ("suspend", 30_000)], 30_000, 0),
        ([("sleep", 1_000), ("suspend", 4 * MINUTE)], 4 * MINUTE, 0),
        ([("suspend", 8 * HOUR)], 8 * HOUR - 1_000, 0),
        ([("sleep", 1_000), ("step", HOUR)], 0, HOUR),
        ([("sleep", 1_000), ("step", -HOUR)], 0, -HOUR),
        ([("sleep", 1_000), ("step", 2_000)], 0, 0),
        ([("sleep", 1_000), ("step", -2_001)], 0, -2_001),
        ([("suspend", 10 * MINUTE), ("step", -HOUR), ("sleep", 1_000)], 10 * MINUTE, -HOUR),
        ([], 0, 0),
    ],
)
def test_sleep_and_steps_are_told_apart_and_small_ones_are_not_worth_a_word(happened, gap, step):
    clock = FakeClock()
    before = Look.at(clock)
    for what, ms in happened:
        getattr(clock, what)(ms)
    assert Look.at(clock).since(before) == Noticed(gap, step)


def test_a_stop_is_measured_against_when_the_look_was_due():
    clock = FakeClock()
    before = Look.at(clock)
    clock.sleep(60 * SECOND)
    assert Look.at(clock).since(before, expected=60 * SECOND) == Noticed(0, 0)


class TestTheFakeClockIsTrueToTheRealOne:
    """What other tests build on: the same acts on both give the same looks."""

    @pytest.mark.parametrize("acts", ["a", "as", "aws", "sab", "wra", "arw", "asrwa", "ra"])
    def test_the_same_acts_give_the_same_times(self, machine, acts):
        real, fake = SystemClock(), FakeClock()
        for act in acts:
            anchors = real.anchor(), fake.anchor()
            if act == "a":
                machine.pass_time(MINUTE)
                fake.sleep(MINUTE)
            elif act == "s":
                machine.pass_time(HOUR, asleep=True)
                fake.suspend(HOUR)
            elif act == "w":
                machine.wall += 5_000
                fake.step(5_000)
            elif act == "b":
                machine.restart(MINUTE)
                real = SystemClock(anchors[0])
                fake.reboot(MINUTE)
            else:
                real = SystemClock(anchors[0])
                fake.resume(anchors[1])
            assert (real.now(), real.wall()) == (fake.now(), fake.wall())
            assert real.anchor().instant == fake.anchor().instant


def test_after_a_restart_with_the_clock_set_back_the_line_goes_on_from_the_last_sign_of_life(monkeypatch):
    machine = Machine(monkeypatch)
    before = SystemClock()
    anchor, alive = before.anchor(), Instant(before.now() + 65 * MINUTE)
    for wall in (int(NOON) - 2 * HOUR, 0):
        machine.wall = wall
        machine.restart()
        clock = SystemClock(anchor, 0, alive)
        assert clock.was_set_back
        assert clock.now() == alive
        machine.pass_time(MINUTE)
        assert clock.now() == alive + MINUTE


def test_after_a_restart_with_a_clock_that_is_later_it_is_believed(monkeypatch):
    machine = Machine(monkeypatch)
    before = SystemClock()
    anchor, alive = before.anchor(), Instant(before.now() + MINUTE)
    machine.restart(10 * MINUTE)
    clock = SystemClock(anchor, 0, alive)
    assert not clock.was_set_back
    assert clock.now() - alive == 9 * MINUTE


def test_a_clock_set_back_without_a_restart_hides_no_gap(monkeypatch):
    machine = Machine(monkeypatch)
    before = SystemClock()
    anchor, alive = before.anchor(), before.now()
    machine.pass_time(5 * MINUTE)
    machine.wall -= 2 * HOUR
    clock = SystemClock(anchor, 0, alive)
    assert not clock.was_set_back
    assert clock.now() - alive == 5 * MINUTE
