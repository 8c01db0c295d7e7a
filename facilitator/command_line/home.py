"""``facilitator`` without a command: home."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.full_screen import open_desk
from facilitator.command_line.parser import Parser


def options(parser: Parser) -> None:
    """It has none of its own."""


def run(_options: Namespace, folder: Path) -> int:
    """Open home."""
    return open_desk(folder, None)
