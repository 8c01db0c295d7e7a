"""``facilitator completion``: what a shell needs to complete commands and options with the tabulator."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import _

SHELLS = ("bash", "zsh", "tcsh")


def options(parser: Parser) -> None:
    """For which shell."""
    parser.add_argument("shell", choices=SHELLS, help=_("bash, zsh or tcsh"))


def run(options: Namespace, _folder: Path) -> int:
    """Print it, to be read by the shell."""
    import shtab

    from facilitator.command_line.whole import whole_parser

    say(str(shtab.complete(whole_parser(), shell=options.shell)).rstrip())
    return 0
