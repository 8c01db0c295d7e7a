"""What is printed: lists on the standard output, sentences beside it. A reader who has gone away is no fault."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from facilitator.command_line.errors import Failure
from facilitator.texts.languages import _


def speak_utf8() -> None:
    """Finnish goes out as UTF-8 whatever the system's locale is; what a stream cannot take is replaced, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(text: str) -> None:
    """Print what was asked for.

    Raises:
        BrokenPipeError: nobody reads any more.
        Failure: it cannot be written, as to a full disk.
    """
    with _writing():
        print(text)  # noqa: T201


def say_now(text: str) -> None:
    """Print a line at once, for somebody who listens; hard spaces as plain ones, for not every voice knows them.

    Raises:
        BrokenPipeError: nobody reads any more.
        Failure: it cannot be written.
    """
    with _writing():
        print(text.replace("\u00a0", " "), flush=True)  # noqa: T201


def complain(sentence: str) -> None:
    """Say what is wrong, beside what was asked for."""
    print(f"facilitator: {sentence}", file=sys.stderr)  # noqa: T201


def finish() -> None:
    """Let go of everything that was said.

    Raises:
        BrokenPipeError: nobody reads any more.
        Failure: it cannot be written, as to a full disk.
    """
    with _writing():
        for stream in _streams():
            stream.flush()


def drop() -> None:
    """Throw away what cannot be written, so that the interpreter does not try again and complain at its end."""
    for stream in _streams():
        try:
            stream.flush()
        except (OSError, ValueError):
            with contextlib.suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)


def _streams() -> list[TextIO]:
    """The two streams; a program may be started without them."""
    return [stream for stream in (sys.stdout, sys.stderr) if stream is not None]


@contextlib.contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise Failure(_("the output cannot be written; is there room where it goes?")) from error
