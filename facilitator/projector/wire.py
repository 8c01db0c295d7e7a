"""How a view travels: JSON in a stream of server-sent events. The page and the second terminal read the same."""

import msgspec

from facilitator.projector.view import View

BEAT = b"beat"


class Frame(msgspec.Struct, frozen=True):
    """One message: the whole view, never a part of it."""

    view: View
    now: int | None = None
    """The session's instant when it was sent, for an exact clock that runs; None when nothing ticks."""


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Frame)
_beats = msgspec.json.Decoder(int | None)


def ticks(view: View) -> bool:
    """Whether something in the view changes by itself as time goes by."""
    return view.clock is not None and view.clock.ends is not None


def encode(view: View, now: int) -> bytes:
    """A view as an event of the stream."""
    return b"data: " + _encoder.encode(Frame(view, now if ticks(view) else None)) + b"\n\n"


def encode_beat(view: View, now: int) -> bytes:
    """A sign of life, with the instant when something ticks."""
    return b"event: beat\ndata: " + _encoder.encode(now if ticks(view) else None) + b"\n\n"


def decode(event: bytes) -> Frame | int | None:
    """An event of the stream: a frame, or a beat's instant, or None for a beat without one.

    Raises:
        ValueError: it is neither (msgspec's error is one).
    """
    name, data = b"", b""
    for line in event.splitlines():
        key, _colon, value = line.partition(b":")
        if key == b"data":
            data = value.strip()
        elif key == b"event":
            name = value.strip()
    return _beats.decode(data) if name == BEAT else _decoder.decode(data)
