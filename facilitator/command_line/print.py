"""``facilitator print``: the agenda of a plan on paper, with clock times, for a day without a computer; the cards."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments, print_cards
from facilitator.command_line.errors import Failure, WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.settings import read_settings
from facilitator.texts.languages import _, ngettext
from sessions.limits import LONGEST, MOST_PEOPLE, SHORTEST

if TYPE_CHECKING:
    from sessions.values import Instant


def options(parser: Parser) -> None:
    """What is printed, for whom, from when, and where."""
    parser.add_argument("plan", nargs="?", metavar=_("PLAN"), help=_("the plan's id, such as ordinary-90"))
    parser.add_argument(
        "--people", metavar="N", help=_("how many people, {low}–{high}").format(low=1, high=MOST_PEOPLE)
    )
    parser.add_argument(
        "--length", metavar="MIN", help=_("how many minutes, {low}–{high}").format(low=SHORTEST, high=LONGEST)
    )
    parser.add_argument("--start", metavar=_("HH.MM"), help=_("when it begins, as clock time; now, unless told"))
    print_cards.options(parser)
    parser.add_argument("--pdf", metavar=_("FILE"), required=True, help=_("as a PDF in this file"))


def run(options: Namespace, folder: Path) -> int:
    """Write the paper, and say where."""
    if options.cards:
        paper, count = print_cards.paper(options, folder)
        path = write_paper(options.pdf, paper)
        said = ngettext("Written: {path}, {count} card.", "Written: {path}, {count} cards.", count)
        say(said.format(path=path, count=count))
        say(_("Print on both sides, turned over the long edge, in full size; cut by the marks."))
        return 0
    if options.id or options.phase or options.theme:
        raise WrongUse(_("--id, --phase and --theme go with --cards."))
    from facilitator.decks import deck_of
    from facilitator.preparing.on_paper import made_ready_at
    from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
    from facilitator.printing.agenda import agenda_pdf

    usual = read_settings(folder)
    people = (
        arguments.number(options.people, 1, MOST_PEOPLE, "--people") if options.people is not None else usual.people
    )
    length = (
        arguments.number(options.length, SHORTEST, LONGEST, "--length") if options.length is not None else usual.length
    )
    deck = deck_of(folder)
    text = arguments.plan(options.plan if options.plan is not None else DEFAULT_PLAN, deck, list_them=True)
    start = _start(options.start)
    session = made_ready_at(Preparation.of(text.plan, people, length), start)
    path = write_paper(options.pdf, agenda_pdf(session, start, deck))
    say(_("Written: {path}").format(path=path))
    return 0


def write_paper(name: str, paper: bytes) -> Path:
    """Write a paper into the file that was named; returns its whole path.

    Raises:
        WrongUse: it is a folder.
        Failure: it cannot be written.
    """
    from sessions.store.files import replace_file

    path = Path(name)
    if path.is_dir():
        raise WrongUse(_("that is a folder; give the name of a file in it."))
    try:
        replace_file(path, paper)
    except OSError:
        raise Failure(_("{path} cannot be written.").format(path=arguments.printable(path.name))) from None
    return path.absolute()


def _start(text: str | None) -> "Instant":
    """Today at ``text``, past or to come; now when nothing is told."""
    from facilitator.preparing.end_time import today_at
    from sessions.clock import SystemClock

    now = SystemClock().wall()
    found = today_at(text, now) if text is not None else now
    if found is None:
        said = _("--start should be a time such as 9.00, not “{text}”.")
        raise WrongUse(said.format(text=arguments.printable(text or "")))
    return found
