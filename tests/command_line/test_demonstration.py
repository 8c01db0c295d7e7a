"""The demonstration: it tells what happened and which key did it, and nobody has to wait long."""

from fakes import FakeClock

from exercises.deck import Deck
from facilitator.command_line import demonstration
from facilitator.command_line.demonstration import WATCHED, DemoDesk, FastClock, cues
from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
from facilitator.settings import Settings
from sessions.values import SECOND


def test_a_long_wait_is_hurried_through_and_the_clock_never_goes_back():
    real = FakeClock()
    clock = FastClock(real, 20)
    for cue in cues():
        before = clock.now()
        clock.pass_soon(cue.after)
        assert clock.now() == before
        real.sleep(min(cue.after, WATCHED) * SECOND // 20)
        assert clock.now() - before >= cue.after * SECOND - 1000
    assert clock.wall() == clock.now()


def test_it_has_the_colours_and_signs_of_the_settings(monkeypatch):
    seen = []
    monkeypatch.setattr(demonstration, "run_app", lambda desk: seen.append(desk))
    demonstration.play(20, Settings(theme="calm-light", signs="simple"))
    assert (seen[0].theme, seen[0].has_class("-simple")) == ("calm-light", True)


async def test_every_act_is_told_with_its_key(shipped: Deck, data):
    clock = FakeClock()
    plan = shipped.plan(DEFAULT_PLAN)
    assert plan is not None
    desk = DemoDesk(data, shipped, prepared=Preparation.of(plan.plan), clock=clock)
    told = []
    async with desk.run_test(size=(100, 30)) as pilot:
        while desk.session is None:
            await pilot.pause()
        for _second in range(600):
            clock.sleep(SECOND)
            desk._play()
            told.append(desk.screen._message)
        desk.close_program()
        told.append(desk.screen._message)
        desk.leave_session()
    assert all(line.startswith("A demonstration") for line in told[:100])
    assert told.pop() == "Ctrl+Q again closes the demonstration. Nothing is kept."
    keys = {line.split(":")[0] for line in told[1:]}
    assert {"space", "x", "l"} <= keys
