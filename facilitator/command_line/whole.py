"""The whole command line as one parser, every command and its options in it: for completion and for the manual page.

The program itself never makes it: it imports the module of every command.
"""

from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Mapping
from typing import Any

from facilitator.command_line.parser import Parser
from facilitator.command_line.table import COMMANDS, HOME
from facilitator.texts.languages import _


class CommandParser(Parser):
    """A parser under another one; ``argparse`` makes it."""

    def __init__(self, prog: str, description: str = "", **_more: object) -> None:
        super().__init__(prog, description)


def whole_parser() -> Parser:
    """Everything that can be asked of the program."""
    parser = Parser("facilitator", about())
    HOME.doing().options(parser)
    below = _below(parser)
    for word, command in COMMANDS.items():
        doing = command.doing()
        one = _one(below, word, command.about)
        doing.options(one)
        if command.below:
            ways = _below(one)
            for way, what in doing.WAYS.items():
                doing.way_options(_one(ways, way, what), way)
    return parser


def about() -> str:
    """What the program is for, in a sentence."""
    return _("Runs a group supervision session: time, turns, cards, goals. Keeps structure, forgets words.")


def commands_of(parser: ArgumentParser) -> Mapping[str, ArgumentParser]:
    """The parsers under this one, by their words."""
    for action in parser._actions:  # argparse has no other way to ask
        if isinstance(action, _SubParsersAction):
            return action.choices
    return {}


def _below(parser: Parser) -> "_SubParsersAction[Any]":
    return parser.add_subparsers(parser_class=CommandParser, metavar=_("COMMAND"))


def _one(below: "_SubParsersAction[Any]", word: str, what: str) -> Parser:
    parser: Parser = below.add_parser(word, help=_(what), description=_(what))
    return parser
