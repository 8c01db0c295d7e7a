"""``facilitator report``: days, minutes, units and people for whoever ordered the supervision, and nothing else.

With ``--evaluation`` it is for the group itself: where the time went, by which methods, what of its goals.
"""

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from facilitator.command_line.arguments import number
from facilitator.command_line.dates import day
from facilitator.command_line.errors import Failure, WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.print import write_paper
from facilitator.command_line.review import known_code
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from datetime import date

    from sessions.store.groups import Group

MOST_SESSIONS = 999


def options(parser: Parser) -> None:
    """Which group, from when, and how it is written."""
    parser.add_argument("code", metavar=_("CODE"), help=_("the group's code, such as R07"))
    parser.add_argument("--from", dest="first", metavar=_("DAY"), help=_("from this day on, such as 1.1.2026"))
    parser.add_argument("--to", dest="last_day", metavar=_("DAY"), help=_("up to this day"))
    parser.add_argument("--evaluation", action="store_true", help=_("for the evaluation with the group"))
    parser.add_argument("--last", metavar="N", help=_("of the last N sessions; with --evaluation"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help=_("as Markdown"))
    form.add_argument("--csv", action="store_true", help=_("as CSV"))
    form.add_argument("--json", action="store_true", help=_("as JSON"))
    form.add_argument("--pdf", metavar=_("FILE"), help=_("as a PDF in this file; it is shown here first"))


def run(options: Namespace, folder: Path) -> int:
    """Print it, or write the paper."""
    if options.last is not None and not options.evaluation:
        raise WrongUse(_("--last goes with --evaluation."))
    return _evaluation(options, folder) if options.evaluation else _report(options, folder)


def _report(options: Namespace, folder: Path) -> int:
    from facilitator.texts import reports

    group = _group(options, folder)
    rows = reports.rows_of(group.records, *_days(options))
    if not rows:
        raise Failure(_("there are no sessions to report."))
    if options.csv or options.json or options.markdown:
        write = reports.as_csv if options.csv else reports.as_json if options.json else reports.as_markdown
        say(write(group.code, rows).rstrip("\n"))
        return 0
    say(reports.as_text(group.code, rows).rstrip("\n"))
    if options.pdf is not None and _agreed():
        from facilitator.printing.report import report_pdf

        say(_("Written: {path}").format(path=write_paper(options.pdf, report_pdf(group.code, rows))))
    return 0


def _evaluation(options: Namespace, folder: Path) -> int:
    from facilitator.decks import deck_of
    from facilitator.texts import evaluations

    group, deck = _group(options, folder), deck_of(folder)
    first, last = _days(options)
    days = [
        each for each in group.records if (first is None or each.day >= first) and (last is None or each.day <= last)
    ]
    count = number(options.last, 1, MOST_SESSIONS, "--last") if options.last is not None else None
    told = evaluations.evaluation_of(replace(group, records=tuple(days)), deck, count)
    if not told.sessions:
        raise Failure(_("there are no sessions to report."))
    if options.csv or options.json or options.markdown:
        write = evaluations.as_csv if options.csv else evaluations.as_json if options.json else evaluations.as_markdown
        say(write(group.code, told, deck).rstrip("\n"))
        return 0
    say(evaluations.as_text(group.code, told, deck).rstrip("\n"))
    if options.pdf is not None and _agreed():
        from facilitator.printing.report import evaluation_pdf

        say(_("Written: {path}").format(path=write_paper(options.pdf, evaluation_pdf(group.code, told, deck))))
    return 0


def _group(options: Namespace, folder: Path) -> "Group":
    from sessions.store.folder import Store

    groups = Store(folder).groups
    return groups.read(known_code(options.code, groups))


def _days(options: Namespace) -> "tuple[date | None, date | None]":
    first = day(options.first, "--from", may_come=True) if options.first else None
    return first, day(options.last_day, "--to", may_come=True) if options.last_day else None


def _agreed() -> bool:
    """Whether the paper is to be written, now that it was shown; nobody is asked where nobody sits."""
    if not sys.stdin.isatty():
        return True
    print(_("Write it as a paper? y or n: "), end="", flush=True)  # noqa: T201
    return sys.stdin.readline().strip().lower() in ("y", "yes", *_("y yes").split())
