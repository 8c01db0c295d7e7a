"""``facilitator doctor``: what works here."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.errors import FAILURE
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser


def options(_parser: Parser) -> None:
    """It has none of its own."""


def run(_options: Namespace, folder: Path) -> int:
    """Look at everything, and leave nothing behind."""
    from facilitator.command_line.findings import findings
    from facilitator.command_line.leftovers import remove_leftovers

    remove_leftovers()
    found = findings(folder)
    for finding in found:
        say(f"{'✓' if finding.good else '–'} {finding.text}")
    return 0 if all(finding.good for finding in found if finding.needed) else FAILURE
