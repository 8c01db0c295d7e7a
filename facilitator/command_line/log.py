"""``facilitator log``: a session held without the laptop, cancelled, or not used."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line import arguments
from facilitator.command_line.dates import day, today
from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.writing import claimed
from facilitator.texts.languages import _
from sessions.limits import LONGEST, MOST_PEOPLE


def options(parser: Parser) -> None:
    """Which group, what it was, when, how long, how many."""
    parser.add_argument("code", metavar=_("CODE"), help=_("the group's code, such as R07"))
    parser.add_argument("--day", metavar=_("DAY"), help=_("the day, such as 11.3.2026; today when left out"))
    parser.add_argument("--minutes", metavar="MIN", help=_("how many minutes; as usual when left out"))
    parser.add_argument("--people", metavar="N", help=_("how many were present; as usual when left out"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--cancelled", action="store_true", help=_("the session was cancelled"))
    what.add_argument("--unused", action="store_true", help=_("the session was not used: nobody cancelled it"))
    parser.add_argument("--not-charged", action="store_true", help=_("the session is not charged"))
    parser.add_argument("--new", action="store_true", help=_("a group of which nothing is kept yet"))


def run(options: Namespace, folder: Path) -> int:
    """Keep it."""
    from secrets import randbits

    from facilitator.texts.reports import logged
    from sessions.process import SessionKind
    from sessions.record import Record
    from sessions.store.folder import Store

    code = arguments.group_code(options.code)
    kind = SessionKind.LOGGED
    if options.cancelled or options.unused:
        kind = SessionKind.CANCELLED if options.cancelled else SessionKind.UNUSED
        if options.people is not None:
            raise WrongUse(_("nobody is present at a session that is not held: leave --people out."))
    groups = Store(folder).groups
    known = code in groups.codes()
    if known == options.new:
        said = _("there is no group {code}; --new makes it.")
        if known:
            said = _("{code} is kept already: leave --new out.")
        raise WrongUse(said.format(code=code))
    group = groups.read(code)
    last = next((record for record in reversed(group.records) if record.kind.took_place), None)
    minutes = group.set_up.length or (last.planned if last is not None else None)
    if options.minutes is not None:
        minutes = arguments.number(options.minutes, 1, LONGEST, "--minutes")
    people = group.set_up.people or (last.people if last is not None else None)
    if options.people is not None:
        people = arguments.number(options.people, 1, MOST_PEOPLE, "--people")
    if minutes is None:
        raise WrongUse(_("nothing is known of this group yet: say how long with --minutes."))
    if kind.took_place and people is None:
        raise WrongUse(_("nothing is known of this group yet: say how many with --people."))
    record = Record(
        uid=randbits(63),
        day=day(options.day, "--day") if options.day is not None else today(),
        people=people if kind.took_place and people is not None else 0,
        planned=minutes,
        actual=minutes if kind.took_place else 0,
        kind=kind,
        charged=not options.not_charged,
    )
    with claimed(folder) as store:
        store.keep(code, record)
    say(logged(code, record))
    return 0
