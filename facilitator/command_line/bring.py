"""``facilitator import``: what an exported file holds, or a copy of a group's file, is joined with what is kept."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from facilitator.command_line.arguments import printable
from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.writing import claimed
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """From where."""
    parser.add_argument("file", nargs="+", metavar=_("FILE"), help=_("an exported file, or a copy of a group's file"))


def run(options: Namespace, folder: Path) -> int:
    """Read everything first, then join it."""
    from facilitator.texts.exchanges import brought
    from sessions.archive import Archive
    from sessions.store.exchanging import archive_in, bring

    archive = sum((archive_in(path) for path in files_there(options.file)), Archive())
    with claimed(folder) as store:
        for line in brought(bring(store, archive)):
            say(line)
    return 0


def files_there(names: Iterable[str]) -> list[Path]:
    """The files with these names.

    Raises:
        WrongUse: there is none of one of them.
    """
    paths = [Path(name) for name in names]
    for path in paths:
        if not path.is_file():
            raise WrongUse(_("there is no file {path}.").format(path=printable(path.name)))
    return paths
