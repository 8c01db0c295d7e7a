"""How arguments are read: ``argparse``, with every sentence in the chosen language and every error one line."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn

from facilitator import __version__
from facilitator.command_line.errors import WrongUse
from facilitator.texts.languages import LANGUAGES, N_, _, spoken_by_libraries

ARGPARSE_SAYS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("not allowed with argument %s"),
    N_("ignored explicit argument %r"),
    N_("unrecognized arguments: %s"),
    N_("unexpected option string: %s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""Texts of ``argparse`` itself that a user can meet; it looks them up in our catalogue."""


class Parser(argparse.ArgumentParser):
    """A parser of one command, with the options that are everywhere."""

    def __init__(self, prog: str, about: str = "", below: Mapping[str, str] | None = None) -> None:
        """``below`` are the commands under it, each with what it does; one is ``word``, what follows is ``rest``."""
        with spoken_by_libraries():
            super().__init__(
                prog=prog,
                description=about,
                add_help=False,
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
        self.color = False
        """Newer versions of ``argparse`` would put escapes into the help."""
        self.add_argument("-h", "--help", action="help", help=_("show this help"))
        version = f"facilitator {__version__}"
        self.add_argument("--version", action="version", version=version, help=_("show the version"))
        self.add_argument("--data", metavar=_("DIR"), default=argparse.SUPPRESS, help=_("where the data is kept"))
        self.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("language"))
        if below is not None:
            self.usage = f"{prog} [" + _("options") + "] [" + _("COMMAND") + " …]"
            self.epilog = _listed(below)
            self.add_argument("word", nargs="?", help=argparse.SUPPRESS)
            self.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)

    def parse_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """As argparse, in the chosen language."""
        with spoken_by_libraries():
            return super().parse_args(args, namespace)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong.

        Raises:
            WrongUse: always.
        """
        from sessions.cleaning import clean

        said = clean(message, 300).rstrip(".")
        raise WrongUse(f"{said}. " + _("See {command} --help.").format(command=self.prog))

    def no_such(self, word: str, known: Iterable[str]) -> NoReturn:
        """Say that there is no command ``word`` under this one.

        Raises:
            WrongUse: always.
        """
        from difflib import get_close_matches

        from sessions.cleaning import clean

        said = _("there is no command “{word}”.").format(word=clean(word, 60))
        near = get_close_matches(word[:60], list(known), n=1, cutoff=0.5)
        also = _("Did you mean “{word}”?").format(word=near[0]) + " " if near else ""
        raise WrongUse(f"{said} {also}" + _("See {command} --help.").format(command=self.prog))


def glance(arguments: list[str]) -> argparse.Namespace:
    """The folder (``data``) and the language (``lang``) alone, each None when it is not given or is none.

    For nothing can be said before the language is known. What is wrong with them is told later.
    """
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--data", nargs="?")
    parser.add_argument("--lang", nargs="?", action="append", default=[])
    seen = parser.parse_known_args(arguments)[0]
    seen.lang = next((each for each in reversed(seen.lang) if each in LANGUAGES), None)
    return seen


def _listed(below: Mapping[str, str]) -> str:
    width = max(len(name) for name in below)
    return "\n".join([_("commands") + ":", *(f"  {name:<{width}}  {_(about)}" for name, about in below.items())])
