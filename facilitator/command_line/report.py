"""``facilitator report``: for whoever ordered the supervision; days, minutes, units and people, nothing else."""

from argparse import Namespace
from pathlib import Path

from facilitator.command_line.arguments import printable
from facilitator.command_line.dates import day
from facilitator.command_line.errors import Failure, WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.review import known_code
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """Which group, from when, and how it is written."""
    parser.add_argument("code", metavar=_("CODE"), help=_("the group's code, such as R07"))
    parser.add_argument("--from", dest="first", metavar=_("DAY"), help=_("from this day on, such as 1.1.2026"))
    parser.add_argument("--to", dest="last", metavar=_("DAY"), help=_("up to this day"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help=_("as Markdown"))
    form.add_argument("--csv", action="store_true", help=_("as CSV"))
    form.add_argument("--json", action="store_true", help=_("as JSON"))
    form.add_argument("--pdf", metavar=_("FILE"), help=_("as a PDF in this file; it is shown here first"))


def run(options: Namespace, folder: Path) -> int:
    """Print it, or write the paper."""
    from facilitator.texts import reports
    from sessions.store.files import replace_file
    from sessions.store.folder import Store

    groups = Store(folder).groups
    group = groups.read(known_code(options.code, groups))
    first = day(options.first, "--from", may_come=True) if options.first else None
    last = day(options.last, "--to", may_come=True) if options.last else None
    rows = reports.rows_of(group.records, first, last)
    if not rows:
        raise Failure(_("there are no sessions to report."))
    if options.csv or options.json or options.markdown:
        write = reports.as_csv if options.csv else reports.as_json if options.json else reports.as_markdown
        say(write(group.code, rows).rstrip("\n"))
        return 0
    say(reports.as_text(group.code, rows).rstrip("\n"))
    if options.pdf is not None:
        from facilitator.texts.report_paper import as_pdf

        path = Path(options.pdf)
        if path.is_dir():
            raise WrongUse(_("that is a folder; give the name of a file in it."))
        try:
            replace_file(path, as_pdf(group.code, rows))
        except OSError:
            raise Failure(_("{path} cannot be written.").format(path=printable(path.name))) from None
    return 0
