"""``facilitator review``: the groups, or one group's past sessions."""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.errors import FAILURE, WrongUse
from facilitator.command_line.output import complain, say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from sessions.store.groups import Groups
    from sessions.values import GroupCode


def options(parser: Parser) -> None:
    """Which group, and how it is written."""
    parser.add_argument("code", nargs="?", metavar=_("CODE"), help=_("the group's code, such as R07"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("as JSON"))
    form.add_argument("--markdown", action="store_true", help=_("as Markdown"))


def run(options: Namespace, folder: Path) -> int:
    """Print it."""
    from sessions.store.folder import Store

    groups = Store(folder).groups
    return _all(options, groups, folder) if options.code is None else _one(options, groups, folder)


def known_code(text: str, groups: "Groups") -> "GroupCode":
    """The code of a group that there is.

    Raises:
        WrongUse: there is none.
    """
    code = arguments.group_code(text)
    codes = groups.codes()
    if code not in codes:
        said = _("there is no group {code}.").format(code=code)
        known = _("The groups are: {codes}.").format(codes=", ".join(codes)) if codes else _("There are none yet.")
        raise WrongUse(f"{said} {known}")
    return code


def _all(options: Namespace, groups: "Groups", folder: Path) -> int:
    from facilitator.decks import deck_of
    from facilitator.texts import reviews
    from facilitator.texts.reasons import trouble
    from sessions.store.groups import Group

    found = list(groups.all())
    readable = [each for each in found if isinstance(each, Group)]
    deck = deck_of(folder)
    if options.json:
        say(json.dumps([reviews.as_document(each) for each in readable], ensure_ascii=False, indent=1))
    elif options.markdown:
        say("\n".join(reviews.as_markdown(each, deck) for each in readable))
    else:
        for each in readable:
            say(reviews.line_of(each, deck))
    for problem in found:
        if not isinstance(problem, Group):
            complain(trouble(problem))
    if not found:
        complain(_("There are no groups yet."))
    return 0 if len(readable) == len(found) else FAILURE


def _one(options: Namespace, groups: "Groups", folder: Path) -> int:
    from facilitator.decks import deck_of
    from facilitator.texts import evaluations, reviews, tables

    group, deck = groups.read(known_code(options.code, groups)), deck_of(folder)
    told = evaluations.evaluation_of(group, deck)
    if options.json:
        document = {**reviews.as_document(group), **evaluations.as_document(told)}
        say(json.dumps(document, ensure_ascii=False, indent=1))
        return 0
    write, draw = (reviews.as_text, tables.as_text)
    if options.markdown:
        write, draw = (reviews.as_markdown, tables.as_markdown)
    say(write(group, deck))
    say(draw("", evaluations.as_tables(told, deck)).rstrip("\n"))
    return 0
