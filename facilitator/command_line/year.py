"""``facilitator year``: sessions and 45-minute units of a year, month by month, over all groups."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.bring import files_there
from facilitator.command_line.dates import today
from facilitator.command_line.errors import FAILURE
from facilitator.command_line.output import complain, say
from facilitator.command_line.parser import Parser
from facilitator.settings import MOST_UNITS, read_settings
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from sessions.process import Form
    from sessions.record import Record
    from sessions.store.problems import StoreProblem


def options(parser: Parser) -> None:
    """Which year, of what, and how it is written."""
    parser.add_argument("year", nargs="?", metavar=_("YEAR"), help=_("the year; this one when left out"))
    parser.add_argument(
        "--target", metavar="N", help=_("units to be received, as for a training; as in the settings when left out")
    )
    parser.add_argument(
        "--from",
        dest="files",
        nargs="+",
        metavar=_("FILE"),
        help=_("the sum of exported files, as of a company's supervisors, instead of what is kept here"),
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help=_("as CSV"))
    form.add_argument("--json", action="store_true", help=_("as JSON"))


def run(options: Namespace, folder: Path) -> int:
    """Print it."""
    from facilitator.decks import deck_of
    from facilitator.texts import years
    from facilitator.texts.reasons import trouble
    from sessions.history.years import year_of

    year = arguments.number(options.year, 1990, 2999, _("YEAR")) if options.year is not None else today().year
    target = read_settings(folder).target
    if options.target is not None:
        target = arguments.number(options.target, 1, MOST_UNITS, "--target")
    sessions, problems = (_exported(options.files), ()) if options.files is not None else _kept(folder)
    whole = year_of(sessions, year)
    if options.csv or options.json:
        say((years.as_csv if options.csv else years.as_json)(whole, target).rstrip("\n"))
    else:
        say(years.as_text(whole, target, deck_of(folder)).rstrip("\n"))
    for problem in problems:
        complain(trouble(problem))
    return FAILURE if problems else 0


def _exported(names: "Sequence[str]") -> "Iterable[tuple[Form, Record]]":
    """Of every file; the same session in two of them counts once."""
    from sessions.history.company import sessions_of
    from sessions.store.exchanging import archive_in

    return sessions_of([archive_in(path) for path in files_there(names)])


def _kept(folder: Path) -> "tuple[Iterable[tuple[Form, Record]], Sequence[StoreProblem]]":
    from sessions.store.folder import Store
    from sessions.store.groups import Group
    from sessions.store.problems import StoreProblem

    found = list(Store(folder).groups.all())
    groups = [each for each in found if isinstance(each, Group)]
    problems = [each for each in found if isinstance(each, StoreProblem)]
    return ((group.set_up.form, record) for group in groups for record in group.records), problems
