"""The wire and the hub: whole views, the newest wins, nothing waits in line."""

import asyncio

import pytest
from projector_builders import NOW, board, programme, views

from facilitator.projector.hub import Hub
from facilitator.projector.view import BLACK
from facilitator.projector.wire import Frame, decode, encode, encode_beat


@pytest.mark.parametrize("name", views())
def test_a_view_arrives_as_it_was_sent(name: str):
    view = views()[name]
    frame = decode(encode(view, NOW).strip())
    assert isinstance(frame, Frame)
    assert frame.view == view
    assert encode(view, NOW).count(b"\n") == 2


def test_the_instant_is_sent_only_when_something_ticks():
    assert decode(encode_beat(BLACK, NOW).strip()) is None
    assert decode(encode_beat(views()["clock"], NOW).strip()) == NOW
    assert decode(encode_beat(views()["clock-soft"], NOW).strip()) is None


@pytest.mark.parametrize("garbage", [b"", b"data: {", b"data: []", b"\xff\xfe", b'data: {"view": {"shown": "desk"}}'])
def test_garbage_is_refused(garbage: bytes):
    with pytest.raises(ValueError):
        decode(garbage)


async def test_the_newest_takes_the_place_of_what_was_not_taken():
    hub = Hub(lambda: NOW)
    with hub.subscribed() as slow, hub.subscribed() as quick:
        await quick.take()
        for count in range(1, 7):
            hub.show(board(count))
        hub.show(programme())
        for subscriber in (slow, quick):
            frame = decode((await subscriber.take()).strip())
            assert isinstance(frame, Frame)
            assert frame.view == programme()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(slow.take(), 0.05)
