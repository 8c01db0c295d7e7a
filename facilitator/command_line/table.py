"""The table of commands. Only the chosen one's module is imported, and only its options are made."""

from argparse import Namespace
from collections.abc import Mapping
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol, cast

from facilitator.command_line.parser import Parser
from facilitator.texts.languages import N_


class Folder(Enum):
    """What a command wants with the data folder."""

    UNUSED = "unused"
    MAY_BE_MADE = "may be made"
    MUST_BE_THERE = "must be there"
    """When it is named with ``--data``: without it there is nothing that could be told."""


class Doing(Protocol):
    """What the module of a command has."""

    WAYS: Mapping[str, str]
    """The commands under it, each with what it does; of those that have any."""

    def options(self, parser: Parser) -> None:
        """Add its arguments."""

    def way_options(self, parser: Parser, way: str) -> None:
        """Add the arguments of a command under it; of those that have any."""

    def run(self, options: Namespace, folder: Path) -> int:
        """Do it; returns the exit status."""


class Command(NamedTuple):
    """One command of the shell."""

    about: str
    """What it does, in a few words; marked for translation."""
    module: str
    """Its module in this package."""
    folder: Folder = Folder.MAY_BE_MADE
    below: bool = False
    """It has commands of its own under it: the module's ``WAYS``."""

    def doing(self) -> Doing:
        """Its module."""
        return cast(Doing, import_module(f"facilitator.command_line.{self.module}"))


HOME = Command("", "home")
COMMANDS = {
    "run": Command(N_("run a session"), "run"),
    "demo": Command(N_("watch a sample session; nothing is kept"), "demo", Folder.UNUSED),
    "project": Command(N_("the group's view in this terminal"), "project"),
    "print": Command(N_("an agenda on paper, with clock times"), "print", Folder.MUST_BE_THERE),
    "review": Command(N_("past sessions"), "review", Folder.MUST_BE_THERE),
    "stored": Command(N_("exactly what is on disk, and where"), "stored", Folder.MUST_BE_THERE),
    "group": Command(N_("what is agreed with a group, or a group begun"), "group"),
    "log": Command(N_("a session held without the laptop, cancelled or not used"), "log"),
    "correct": Command(N_("a session's day, minutes, people or group put right"), "correct", Folder.MUST_BE_THERE),
    "report": Command(N_("for the commissioner, or for the evaluation with the group"), "report", Folder.MUST_BE_THERE),
    "contract": Command(N_("what of the contract is agreed, and a sheet to write it on"), "contract"),
    "key": Command(N_("an empty sheet for which code is which group"), "key"),
    "year": Command(N_("sessions and 45-minute units of a year, over all groups"), "year", Folder.MUST_BE_THERE),
    "calendar": Command(
        N_("the days of a series for a calendar, under a neutral title"), "calendar", Folder.MUST_BE_THERE
    ),
    "export": Command(N_("everything that is kept, as one file"), "export", Folder.MUST_BE_THERE),
    "import": Command(N_("what an exported file holds, joined with what is kept"), "bring"),
    "erase": Command(
        N_("a session or a whole group, from every file; what was damaged"), "erase", Folder.MUST_BE_THERE
    ),
    "cards": Command(N_("exercise cards"), "deck", below=True),
    "plans": Command(N_("plans"), "deck", below=True),
    "completion": Command(N_("what a shell needs to complete commands"), "completion", Folder.UNUSED),
    "doctor": Command(N_("what works here: terminal, folders, storage"), "doctor"),
}
