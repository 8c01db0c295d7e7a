"""``facilitator key``: an empty sheet for which code is which group, to be filled in by hand."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.print import write_paper
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """Where the sheet goes."""
    parser.add_argument("--pdf", metavar=_("FILE"), required=True, help=_("as a PDF in this file"))


def run(options: Namespace, folder: Path) -> int:
    """Write it, and say where."""
    from facilitator.printing.code_key import code_key_pdf
    from sessions.store.folder import Store

    path = write_paper(options.pdf, code_key_pdf(Store(folder).groups.codes()))
    say(_("Written: {path}").format(path=path))
    return 0
