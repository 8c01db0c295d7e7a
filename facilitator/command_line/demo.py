"""``facilitator demo``: a sample session that plays itself."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line import arguments
from facilitator.command_line.full_screen import DEMO_SPEED, keep_to_itself, needs_terminal
from facilitator.command_line.parser import Parser
from facilitator.settings import read_settings
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """How fast."""
    about = _("how many times faster than real time, 1–200")
    parser.add_argument("--speed", metavar="N", default=str(DEMO_SPEED), help=about)


def run(options: Namespace, folder: Path) -> int:
    """Play it; of the data folder only the settings are read."""
    speed = arguments.number(options.speed, 1, 200, "--speed")
    needs_terminal()
    keep_to_itself()
    from facilitator.command_line.demonstration import play

    return play(speed, read_settings(folder))
