"""``facilitator correct``: the day, minutes or people of a session that is kept, or its group."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from facilitator.command_line import arguments
from facilitator.command_line.dates import day
from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.review import known_code
from facilitator.command_line.writing import claimed, session_of
from facilitator.texts.languages import _
from sessions.limits import LONGEST, MOST_PEOPLE


def options(parser: Parser) -> None:
    """Which session, and what is right."""
    parser.add_argument("code", metavar=_("CODE"), help=_("the group's code, such as R07"))
    parser.add_argument("session", metavar="N", help=_("the session's number in facilitator review"))
    parser.add_argument("--day", metavar=_("DAY"), help=_("the day it was, such as 11.3.2026"))
    parser.add_argument("--minutes", metavar="MIN", help=_("how many minutes it took"))
    parser.add_argument("--people", metavar="N", help=_("how many were present"))
    charged = parser.add_mutually_exclusive_group()
    charged.add_argument("--charged", action="store_true", help=_("the session is charged"))
    charged.add_argument("--not-charged", action="store_true", help=_("the session is not charged"))
    parser.add_argument("--to", metavar=_("CODE"), help=_("the group it belongs to"))


def run(options: Namespace, folder: Path) -> int:
    """Correct it."""
    from facilitator.texts.reports import logged
    from sessions.store import moving
    from sessions.store.folder import Store

    wanted = [
        options.day,
        options.minutes,
        options.people,
        options.to,
        options.charged or None,
        options.not_charged or None,
    ]
    if all(each is None for each in wanted):
        raise WrongUse(_("say what is right: --day, --minutes, --people, --charged, --not-charged or --to."))
    target = arguments.group_code(options.to) if options.to is not None else None
    groups = Store(folder).groups
    code = known_code(options.code, groups)
    record = session_of(groups.read(code), options.session)
    if options.day is not None:
        record = replace(record, day=day(options.day, "--day"))
    if options.minutes is not None:
        record = replace(record, actual=arguments.number(options.minutes, 0, LONGEST, "--minutes"))
    if options.people is not None:
        record = replace(record, people=arguments.number(options.people, 1, MOST_PEOPLE, "--people"))
    if options.charged or options.not_charged:
        record = replace(record, charged=options.charged)
    with claimed(folder) as store:
        store.groups.correct(code, record)
        if target is not None:
            moving.move(store, record.uid, code, target)
    say(logged(target or code, record))
    return 0
