"""How a view travels: JSON in a stream of server-sent events. The page and the second terminal read the same."""

import msgspec

from facilitator.projector.view import View


class Frame(msgspec.Struct, frozen=True):
    """One message: the whole view, never a part of it."""

    view: View
    now: int | None = None
    """The session's instant when it was sent, for an exact clock that runs; None when nothing ticks."""


class End(msgspec.Struct, frozen=True):
    """The session is over: nobody should ask again."""

    language: str
    text: str
    """What is said in the place of a view."""


_END = b"event: end"
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Frame)
_ends = msgspec.json.Decoder(End)
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


def encode_end(end: End) -> bytes:
    """The last event of a stream."""
    return _END + b"\ndata: " + _encoder.encode(end) + b"\n\n"


def is_end(message: bytes) -> bool:
    """Whether nothing comes after this message."""
    return message.startswith(_END)


def encode_again(name: str, answer: str, ready: str = "") -> bytes:
    """What a viewer should ask before it comes back, and what only the same server can answer.

    ``ready`` is what a page says that has just been opened and has nothing to show yet.
    """
    return b"event: again\ndata: " + _encoder.encode({"name": name, "answer": answer, "ready": ready}) + b"\n\n"


def decode(event: bytes) -> Frame | End | int | None:
    """An event of the stream: a frame, the end, or a beat's instant; None for what says nothing about the view.

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
    match name:
        case b"end":
            return _ends.decode(data)
        case b"again":
            return None
        case b"beat":
            beat: int | None = _beats.decode(data)
            return beat
        case _:
            return _decoder.decode(data)
