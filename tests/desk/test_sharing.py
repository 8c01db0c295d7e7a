"""Sharing on the local network, as the desk says it: begun, told first, shown with its address, stopped at once."""

import asyncio

import pytest
from fakes import FakeClock

from exercises.deck import Deck
from facilitator.desk.displays import Displays
from facilitator.projector.projection import Projection
from facilitator.projector.selection import Selection
from facilitator.projector.view import Shown
from sessions import events as e
from sessions.kinds import ItemKind
from sessions.minutes import Minutes
from sessions.plan import PlanItem
from sessions.running import RunningSession
from sessions.store.folder import Store

# Whoever is on the way in while asyncio's server closes is dropped with a warning of Python's own, at any later moment.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


class Desk:
    """Displays of a session, and what they say."""

    def __init__(self, data) -> None:
        clock, store = FakeClock(), Store(data)
        store.claim()
        opened = e.Opened(clock.now(), 1, 1, (PlanItem(ItemKind.THEME, Minutes.whole(60)),), 3, 60)
        self.running = RunningSession.open(opened, clock, store.journal(clock.anchor()), notices=False)
        self.said: list[str] = []
        self.projection = Projection(self.running, Deck(), Selection(), data)
        self.displays = Displays(self.projection, self.said.append, lambda: None, lambda verb: None)

    async def hears(self, words: str) -> None:
        async with asyncio.timeout(10):
            while not any(words in each for each in self.said):
                await asyncio.sleep(0.01)

    def close(self) -> None:
        self.displays.close(over=True)
        self.running.journal.close()


@pytest.fixture
def desk(data):
    made = Desk(data)
    yield made
    made.close()


async def listens(ip: str, port: int) -> bool:
    try:
        _reader, writer = await asyncio.open_connection(ip, port)
    except OSError:
        return False
    writer.close()
    return True


async def test_it_is_told_first_shown_with_its_address_and_stopped_at_once(desk):
    desk.displays.share("127.0.0.2")
    await desk.hears("Shared at http://127.0.0.2:")
    address = desk.projection.server.shared_address
    port = int(address.split(":")[2].split("/")[0])
    assert desk.displays.is_shared
    assert desk.displays.in_words().startswith("on the network 0, N stops")
    desk.projection.refresh()
    assert (desk.projection.view.shown, desk.projection.view.address) == (Shown.ADDRESS, address)
    assert desk.projection.server.address.split("/")[3] not in address
    desk.displays.stop_sharing()
    await desk.hears("No longer shared")
    async with asyncio.timeout(10):
        while await listens("127.0.0.2", port):
            await asyncio.sleep(0.01)
    desk.projection.refresh()
    assert not desk.displays.is_shared
    assert "on the network" not in desk.displays.in_words()
    assert desk.projection.view.shown is not Shown.ADDRESS
    assert await listens("127.0.0.1", desk.projection.server.port)


async def test_an_address_that_is_not_ours_is_told_and_nothing_is_shown(desk):
    desk.displays.share("192.0.2.77")
    await desk.hears("The network did not let it be shared there")
    assert not desk.displays.is_shared
    assert desk.projection.selection.chosen is not Shown.ADDRESS


async def test_it_ends_with_the_session(desk):
    desk.displays.share("127.0.0.3")
    await desk.hears("Shared at")
    port = int(desk.projection.server.shared_address.split(":")[2].split("/")[0])
    desk.displays.close(over=True)
    assert not await listens("127.0.0.3", port)
