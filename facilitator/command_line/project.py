"""``facilitator project``: the group's view in a second terminal."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.full_screen import keep_to_itself, needs_terminal
from facilitator.command_line.parser import Parser


def options(_parser: Parser) -> None:
    """It has none of its own."""


def run(_options: Namespace, folder: Path) -> int:
    """Show the view of the session that runs in this folder, and wait for one until then."""
    needs_terminal()
    keep_to_itself()
    from facilitator.projector.rendezvous import Rendezvous
    from facilitator.projector.second_terminal import watch

    return watch(Rendezvous(folder))
