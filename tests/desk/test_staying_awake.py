"""The computer stays awake while a session runs: asked, let go, and told once where the system does not allow it."""

from types import SimpleNamespace

import pytest
from desk.driver import Opens
from wakepy import keep

from facilitator.desk import staying_awake
from facilitator.desk.staying_awake import StayingAwake


class FakeMode:
    """What wakepy gives: a mode that is entered and left, by one thread."""

    def __init__(self, *, agrees: bool = True, breaks: bool = False) -> None:
        self.agrees = agrees
        self.breaks = breaks
        self.active = False
        self.left = 0

    def __enter__(self):
        if self.breaks:
            raise RuntimeError
        self.active = self.agrees
        return self

    def __exit__(self, *_exception: object) -> None:
        self.left += 1
        self.active = False


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch):
    """The system below wakepy, which does as it is told."""
    asked = SimpleNamespace(mode=FakeMode(), wishes=[])

    def presenting(**wishes: object) -> FakeMode:
        asked.wishes.append(wishes)
        return asked.mode

    monkeypatch.setattr(keep, "presenting", presenting)
    monkeypatch.setenv(staying_awake.ADDRESS, "unix:path=/none")
    return asked


def test_it_is_asked_for_once_and_let_go(system):
    awake = StayingAwake()
    assert awake.begin()
    assert system.mode.active
    awake.end()
    awake._thread.shutdown(wait=True)
    assert (system.mode.active, system.mode.left) == (False, 1)
    assert system.wishes == [{"on_fail": "pass"}]


@pytest.mark.parametrize("mode", [FakeMode(agrees=False), FakeMode(breaks=True)])
def test_a_system_that_refuses_or_fails_is_no_trouble(system, mode: FakeMode):
    system.mode = mode
    awake = StayingAwake()
    assert not awake.begin()
    awake.end()


@pytest.mark.parametrize(
    ("platform", "asks"), [("linux", False), ("freebsd14", False), ("darwin", True), ("win32", True)]
)
def test_where_there_is_no_bus_nobody_is_asked_but_on_systems_that_need_none(system, monkeypatch, platform, asks):
    monkeypatch.delenv(staying_awake.ADDRESS)
    monkeypatch.setattr(staying_awake.sys, "platform", platform)
    awake = StayingAwake()
    assert awake.begin() is asks
    assert bool(system.wishes) is asks
    awake.end()


async def test_a_refusal_is_said_at_the_first_session_only(live: Opens, system):
    system.mode = FakeMode(agrees=False)
    async with live() as desk:
        for told in (True, False):
            desk.app.say("")
            desk.app._stay_awake()
            await desk.settle()
            assert ("does not let the computer be kept awake" in desk.said()) is told
        assert len(system.wishes) == 2


async def test_it_is_let_go_when_the_session_is_over(live: Opens, system):
    async with live() as desk:
        desk.app._stay_awake()
        await desk.settle()
        assert system.mode.active
        await desk.press("space", "E")
        await desk.pick("End and keep nothing")
        await desk.settle()
        assert not system.mode.active
