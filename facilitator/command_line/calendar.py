"""``facilitator calendar``: the days of a series for a calendar, under a neutral title. They are not kept here."""

from argparse import Namespace
from datetime import datetime, time, timedelta
from pathlib import Path

from facilitator.command_line import arguments
from facilitator.command_line.arguments import printable
from facilitator.command_line.dates import day
from facilitator.command_line.errors import Failure, WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.review import known_code
from facilitator.texts.languages import _
from sessions.limits import LONGEST

USUAL_MINUTES, USUAL_WEEKS, USUAL_COUNT = 90, 3, 10


def options(parser: Parser) -> None:
    """Which group, from when, how often, and where to."""
    parser.add_argument("code", metavar=_("CODE"), help=_("the group's code, such as R07"))
    parser.add_argument("file", metavar=_("FILE"), help=_("the file to write"))
    parser.add_argument("--first", metavar=_("DAY"), required=True, help=_("the first day, such as 11.3.2026"))
    parser.add_argument("--at", metavar=_("HH.MM"), required=True, help=_("when it begins"))
    parser.add_argument("--minutes", metavar="MIN", help=_("how many minutes; as usual when left out"))
    parser.add_argument("--weeks", metavar="N", help=_("weeks from one to the next; as usual when left out"))
    parser.add_argument("--count", metavar="N", help=_("how many; as many as are still to come when left out"))


def run(options: Namespace, folder: Path) -> int:
    """Write the file."""
    from facilitator.texts.calendars import as_calendar
    from facilitator.texts.phrases import day as said_day
    from sessions.history.series import position, rhythm
    from sessions.process import MOST_SESSIONS, MOST_WEEKS
    from sessions.store.files import replace_file
    from sessions.store.folder import Store

    groups = Store(folder).groups
    group = groups.read(known_code(options.code, groups))
    beats, place = rhythm(group.records), position(group.records, group.set_up)
    to_come = None if place.of is None else max(1, place.of - place.held)
    minutes = group.set_up.length or USUAL_MINUTES
    weeks = group.set_up.weeks or (beats.weeks if beats is not None else USUAL_WEEKS)
    count = to_come or USUAL_COUNT
    if options.minutes is not None:
        minutes = arguments.number(options.minutes, 1, LONGEST, "--minutes")
    if options.weeks is not None:
        weeks = arguments.number(options.weeks, 1, MOST_WEEKS, "--weeks")
    if options.count is not None:
        count = arguments.number(options.count, 1, MOST_SESSIONS, "--count")
    first = datetime.combine(day(options.first, "--first", may_come=True), _time(options.at))
    begin = [first + timedelta(weeks=weeks * number) for number in range(count)]
    path = Path(options.file)
    if not options.file or path.is_dir():
        raise WrongUse(_("that is a folder; give the name of a file in it."))
    try:
        replace_file(path, as_calendar(begin, minutes))
    except OSError:
        raise Failure(_("{path} cannot be written.").format(path=printable(path.name))) from None
    for each in begin:
        say(said_day(each.date()))
    return 0


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text.replace(".", ":").zfill(5))
    except ValueError:
        raise WrongUse(_("--at should be a time such as 11.30, not “{text}”.").format(text=printable(text))) from None
