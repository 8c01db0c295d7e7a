"""``facilitator`` without a command: home, or the launcher that opens it by a double click."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.full_screen import open_desk
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """The launcher is put in its place, or taken away."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--install-launcher", action="store_true", help=_("make a launcher to start it by a double click")
    )
    form.add_argument("--remove-launcher", action="store_true", help=_("take that launcher away again"))


def run(options: Namespace, folder: Path) -> int:
    """Open home."""
    if options.install_launcher:
        from facilitator.command_line.launcher import install

        for path in install():
            say(_("Written: {path}").format(path=path))
        say(_("facilitator --remove-launcher takes it away again."))
        return 0
    if options.remove_launcher:
        from facilitator.command_line.launcher import remove

        removed = remove()
        for path in removed:
            say(_("Removed: {path}").format(path=path))
        if not removed:
            say(_("There is no launcher of this program."))
        return 0
    return open_desk(folder, None)
