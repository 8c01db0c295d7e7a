"""What holds for a screen at every size of the terminal, and what it says is in the language of the program."""

import re
from functools import cache

from babel.messages.mofile import read_mo
from desk.driver import Driver

from facilitator.texts.languages import LOCALE

SMALL_AND_LARGE = [(20, 5), (40, 12), (300, 100)]
"""What is between is looked at in ``test_screens.py``."""
LONG = 3
"""Words; a shorter English text may be part of a Finnish one."""


async def resized(desk: Driver, columns: int, rows: int) -> None:
    await desk.pilot.resize_terminal(columns, rows)
    await desk.settle()


async def survives(desk: Driver, columns: int, rows: int) -> None:
    """At this size, and when a second has passed, it fills the terminal and is still the screen that it was."""
    where = desk.where
    await resized(desk, columns, rows)
    desk.app._tick()
    await desk.settle()
    assert len(desk.screen_text().split("\n")) == rows
    assert desk.where == where


@cache
def english() -> list[str]:
    """Every text of the program longer than a few words, in pieces without anything put in."""
    found = []
    with (LOCALE / "fi" / "LC_MESSAGES" / "facilitator.mo").open("rb") as catalogue:
        for message in read_mo(catalogue):
            for text in [message.id] if isinstance(message.id, str) else message.id:
                found += [part.strip() for part in re.split(r"\{\w*\}", text) if len(part.split()) > LONG]
    return found


def english_on(desk: Driver) -> list[str]:
    """What is said in English."""
    said = desk.said()
    return [text for text in english() if text in said]
