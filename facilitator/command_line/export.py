"""``facilitator export``: everything that is kept, as one file."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """Where to."""
    parser.add_argument("file", metavar=_("FILE"), help=_("the file to write"))
    parser.add_argument("--replace", action="store_true", help=_("also when there is such a file"))


def run(options: Namespace, folder: Path) -> int:
    """Write it."""
    from facilitator.texts.exchanges import exported
    from sessions.store.exchanging import export
    from sessions.store.folder import Store

    path = Path(options.file)
    if not options.file or path.is_dir():
        raise WrongUse(_("that is a folder; give the name of a file in it."))
    if path.exists() and not options.replace:
        raise WrongUse(_("there is such a file already; give another name, or --replace."))
    store = Store(folder)
    archive = export(store, path)
    for line in exported(archive, path, sum(1 for _each in store.sealed.glob("*.age"))):
        say(line)
    return 0
