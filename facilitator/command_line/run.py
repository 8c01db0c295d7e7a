"""``facilitator run``: a session from a plan, for a group, for so many people, as long as told."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.data_folder import check_writable
from facilitator.command_line.full_screen import keep_to_itself, open_desk
from facilitator.command_line.output import say_now
from facilitator.command_line.parser import Parser
from facilitator.settings import read_settings
from facilitator.texts.languages import _
from sessions.limits import LONGEST, MOST_PEOPLE, SHORTEST

if TYPE_CHECKING:
    from facilitator.preparing.preparation import Preparation


def options(parser: Parser) -> None:
    """What a session is made from."""
    parser.add_argument("plan", nargs="?", metavar=_("PLAN"), help=_("the plan's id, such as ordinary-90"))
    parser.add_argument("--group", metavar=_("CODE"), help=_("the group's code, such as R07"))
    people = _("how many people, {low}–{high}").format(low=1, high=MOST_PEOPLE)
    parser.add_argument("--people", metavar="N", help=people)
    length = _("how many minutes, {low}–{high}").format(low=SHORTEST, high=LONGEST)
    parser.add_argument("--length", metavar="MIN", help=length)
    parser.add_argument("--end", metavar=_("HH.MM"), help=_("the agreed end, as clock time"))
    parser.add_argument(
        "--plain", action="store_true", help=_("line by line, for a screen reader or a braille display")
    )


def run(options: Namespace, folder: Path) -> int:
    """Make the session ready and show it, or say it line by line; line by line nothing asked for begins at home."""
    asked = (options.plan, options.group, options.people, options.length, options.end)
    if not options.plain:
        return open_desk(folder, preparation(options, folder))
    prepared = preparation(options, folder) if any(each is not None for each in asked) else None
    check_writable(folder)
    keep_to_itself()
    from facilitator.plain.program import run_plain

    return run_plain(folder, prepared, say_now)


def preparation(options: Namespace, folder: Path) -> "Preparation":
    """The session as asked for; what is not said is as the group had it last, else as the plan has it."""
    from facilitator.decks import deck_of
    from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
    from sessions.store.folder import Store
    from sessions.values import SPECIAL

    code = arguments.group_code(options.group) if options.group is not None else None
    people = arguments.number(options.people, 1, MOST_PEOPLE, "--people") if options.people is not None else None
    length = arguments.number(options.length, SHORTEST, LONGEST, "--length") if options.length is not None else None
    end = arguments.end(options.end) if options.end is not None else None
    wanted = options.plan
    if code is not None and (records := Store(folder).groups.read(code).records):
        last = records[-1]
        people = people or last.people
        wanted = wanted if wanted is not None or last.plan in (None, SPECIAL) else last.plan
    usual = read_settings(folder)
    if code is None:
        people = people or usual.people
        length = length or usual.length
    text = arguments.plan(wanted if wanted is not None else DEFAULT_PLAN, deck_of(folder), list_them=True)
    return replace(Preparation.of(text.plan, people, length), group=code, end=end)
