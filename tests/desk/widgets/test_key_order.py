"""Keys that come all at once, as on a slow computer, are taken in their order."""

from desk.driver import Opens
from textual import events


async def test_an_arrow_does_not_overtake_the_enter_before_it(live: Opens):
    chosen = []
    for keys in (["enter"], ["enter", "down", "down"]):
        async with live() as desk:
            await desk.press("space", "r")
            assert desk.asked
            for key in keys:
                desk.app.post_message(events.Key(key, None))
            await desk.settle()
            assert not desk.asked
            chosen.append((desk.session.order, desk.round.speaker))
            await desk.press("E")
            await desk.pick("End and keep nothing")
    assert chosen[0] == chosen[1]
