"""``facilitator year``: sessions and 45-minute units of a year, month by month, over all groups."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line import arguments
from facilitator.command_line.dates import today
from facilitator.command_line.errors import FAILURE
from facilitator.command_line.output import complain, say
from facilitator.command_line.parser import Parser
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """Which year, and how it is written."""
    parser.add_argument("year", nargs="?", metavar=_("YEAR"), help=_("the year; this one when left out"))
    parser.add_argument("--target", metavar="N", help=_("units to be received, as for a training"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help=_("as CSV"))
    form.add_argument("--json", action="store_true", help=_("as JSON"))


def run(options: Namespace, folder: Path) -> int:
    """Print it."""
    from facilitator.decks import deck_of
    from facilitator.texts import years
    from facilitator.texts.reasons import trouble
    from sessions.history.years import year_of
    from sessions.store.folder import Store
    from sessions.store.groups import Group

    year = arguments.number(options.year, 1990, 2999, _("YEAR")) if options.year is not None else today().year
    target = arguments.number(options.target, 1, 9_999, "--target") if options.target is not None else None
    found = list(Store(folder).groups.all())
    readable = [each for each in found if isinstance(each, Group)]
    whole = year_of(((group.set_up.form, record) for group in readable for record in group.records), year)
    if options.csv or options.json:
        say((years.as_csv if options.csv else years.as_json)(whole, target).rstrip("\n"))
    else:
        say(years.as_text(whole, target, deck_of(folder)).rstrip("\n"))
    for problem in found:
        if not isinstance(problem, Group):
            complain(trouble(problem))
    return 0 if len(readable) == len(found) else FAILURE
