"""For commands that change what is kept: the folder is claimed meanwhile, so that no session runs in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line.errors import WrongUse
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from sessions.record import Record
    from sessions.store.folder import Store
    from sessions.store.groups import Group


@contextmanager
def claimed(folder: Path) -> "Iterator[Store]":
    """The data folder, to be written in by nobody else.

    Raises:
        StoreProblem: it cannot be claimed: another facilitator is open, or the folder cannot be used.
    """
    from sessions.store.folder import Store

    store = Store(folder)
    store.claim()
    try:
        yield store
    finally:
        store.release()


def session_of(group: "Group", number: str) -> "Record":
    """A session of a group by its number, from 1, the oldest first.

    Raises:
        WrongUse: there is none.
    """
    if number.isascii() and number.isdigit() and 1 <= int(number[:9]) <= len(group.records):
        return group.records[int(number[:9]) - 1]
    said = _("{code} has sessions 1 to {last}; “{text}” is none of them.")
    from facilitator.command_line.arguments import printable

    raise WrongUse(said.format(code=group.code, last=len(group.records), text=printable(number)))
