"""The command line. Everything heavy is imported inside the command that needs it."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from exercises.languages import LANGUAGES
from facilitator import __version__
from facilitator.settings import data_folder, read_config, write_first_config
from facilitator.texts import languages
from facilitator.texts.languages import N_, _

if TYPE_CHECKING:
    from exercises.deck import Deck
    from facilitator.preparing.preparation import Preparation
    from sessions.store.folder import Store
    from sessions.values import GroupCode, Instant

WRONG_USE, FAILURE = 2, 1
PR_SET_DUMPABLE = 4
"""Of ``prctl`` (Linux)."""

ARGPARSE_SAYS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("show program's version number and exit"),
    N_("expected one argument"),
    N_("not allowed with argument %s"),
    N_("unrecognized arguments: %s"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""Texts of ``argparse`` itself, which looks them up in our catalogue."""


class WrongUse(Exception):
    """The command line asks for something that cannot be; says what, and what to do."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and leave."""
        self.exit(WRONG_USE, f"facilitator: {message}. " + _("See facilitator --help.") + "\n")


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program and leave with its exit status."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the program; returns its exit status."""
    _speak_utf8()
    languages.use(_asked_language(arguments) or languages.from_environment())
    options = _parser().parse_args(arguments)
    folder = data_folder(getattr(options, "data", None))
    config = read_config(folder)
    if not _asked_language(arguments) and config.language:
        languages.use(config.language)
    try:
        return int(options.command(options, folder))
    except WrongUse as wrong:
        print(f"facilitator: {wrong}", file=sys.stderr)  # noqa: T201
        return WRONG_USE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILURE
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        from sessions.store.problems import StoreProblem

        if isinstance(fault, StoreProblem):
            from facilitator.texts.reasons import trouble

            print(f"facilitator: {trouble(fault)}", file=sys.stderr)  # noqa: T201
            return FAILURE
        # A traceback could hold what a person typed.
        said = _("facilitator stopped because of a fault in it ({kind}).").format(kind=type(fault).__name__)
        print(said, file=sys.stderr)  # noqa: T201
        return FAILURE


def _speak_utf8() -> None:
    """Finnish goes out as UTF-8 whatever the system's locale is; what a stream cannot take is replaced, never fatal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _asked_language(arguments: list[str]) -> str | None:
    """The language after ``--lang``, known before the help texts are made."""
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in LANGUAGES:
            return value
    return None


def _parser() -> Parser:
    shared = Parser(add_help=False)
    shared.add_argument("--data", metavar=_("DIR"), default=argparse.SUPPRESS, help=_("where the data is kept"))
    shared.add_argument("--lang", choices=LANGUAGES, default=argparse.SUPPRESS, help=_("language"))
    about = _("Runs a group supervision session: time, turns, cards, goals. Keeps structure, forgets words.")
    parser = Parser(prog="facilitator", description=about, parents=[shared])
    parser.set_defaults(command=_home)
    parser.add_argument("--version", action="version", version=f"facilitator {__version__}")
    commands = parser.add_subparsers(title=_("commands"), metavar="", prog="facilitator")

    session = commands.add_parser("run", help=_("run a session"), parents=[shared])
    session.add_argument("plan", nargs="?", metavar=_("PLAN"), help=_("the plan's id, such as ordinary-90"))
    session.add_argument("--group", metavar=_("CODE"), help=_("the group's code, such as R07"))
    session.add_argument("--people", metavar="N", help=_("how many people, 1–60"))
    session.add_argument("--length", metavar="MIN", help=_("how many minutes, 10–600"))
    session.add_argument("--end", metavar=_("HH.MM"), help=_("the end that was agreed by the clock"))
    session.set_defaults(command=_run_session)

    demo = commands.add_parser("demo", help=_("watch a sample session; nothing is kept"), parents=[shared])
    demo.add_argument("--speed", metavar="N", default="20", help=_("how many times faster than life, 1–200"))
    demo.set_defaults(command=_demo)

    project = commands.add_parser("project", help=_("the group's view in this terminal"), parents=[shared])
    project.set_defaults(command=_project)

    review = commands.add_parser("review", help=_("past sessions"), parents=[shared])
    review.add_argument("code", nargs="?", metavar=_("CODE"), help=_("the group's code, such as R07"))
    form = review.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=_("as JSON"))
    form.add_argument("--markdown", action="store_true", help=_("as Markdown"))
    review.set_defaults(command=_review)

    stored = commands.add_parser("stored", help=_("exactly what is on disk, and where"), parents=[shared])
    stored.add_argument("code", nargs="?", metavar=_("CODE"), help=_("the group's code, such as R07"))
    stored.add_argument("--json", action="store_true", help=_("as JSON"))
    stored.set_defaults(command=_stored)

    from facilitator.command_line.deck import add_parsers

    add_parsers(commands, shared, WrongUse)

    doctor = commands.add_parser("doctor", help=_("what works here: terminal, folders, storage"), parents=[shared])
    doctor.set_defaults(command=_doctor)
    return parser


def _home(_options: argparse.Namespace, folder: Path) -> int:
    return _open_desk(folder, None)


def _run_session(options: argparse.Namespace, folder: Path) -> int:
    from exercises.deck import Deck
    from sessions.store.folder import Store

    store, deck = Store(folder), Deck(folder)
    return _open_desk(folder, _preparation(options, store, deck))


def _demo(options: argparse.Namespace, _folder: Path) -> int:
    speed = _number(options.speed, 1, 200, "--speed")
    _needs_terminal()
    _keep_to_itself()
    from facilitator.command_line.demo import play

    return play(speed)


def _project(_options: argparse.Namespace, folder: Path) -> int:
    _needs_terminal()
    _keep_to_itself()
    from facilitator.projector.rendezvous import Rendezvous
    from facilitator.projector.second_terminal import watch

    return watch(Rendezvous(folder))


def _open_desk(folder: Path, prepared: "Preparation | None") -> int:
    _needs_terminal()
    _keep_to_itself()
    from facilitator.desk.app import Desk

    while True:
        first = not read_config(folder).exists and not folder.exists()
        desk = Desk(folder, prepared=prepared, first_start=first)
        if first:
            write_first_config(folder)
        result = desk.run()
        desk.leave_session()
        if result != "demo":
            return desk.return_code or 0
        from facilitator.command_line.demo import play

        play(20)
        prepared = None


def _preparation(options: argparse.Namespace, store: "Store", deck: "Deck") -> "Preparation":
    from dataclasses import replace

    from facilitator.preparing.preparation import DEFAULT_PLAN, Preparation
    from facilitator.texts.reasons import fault, trouble
    from sessions.plan import MOST_PEOPLE
    from sessions.store.problems import StoreProblem
    from sessions.values import SPECIAL, Id

    code = _code(options.group) if options.group else None
    people = _number(options.people, 1, MOST_PEOPLE, "--people") if options.people else None
    length = _number(options.length, 10, 600, "--length") if options.length else None
    wanted = options.plan
    if code is not None:
        try:
            records = store.groups.read(code).records
        except StoreProblem as problem:
            raise WrongUse(trouble(problem)) from problem
        if records:
            people = people or records[-1].people
            wanted = wanted or (records[-1].plan if records[-1].plan != SPECIAL else None)
    wanted = wanted or DEFAULT_PLAN
    try:
        text = deck.plan(Id(wanted))
    except ValueError:
        text = None
    if text is None:
        if deck.faults:
            raise WrongUse(fault(deck.faults[0]))
        said = _("there is no plan “{plan}”.").format(plan=_printable(wanted))
        near = deck.nearest_plan(wanted)
        raise WrongUse(said + " " + (_("Did you mean “{word}”?").format(word=near) if near else _plan_list(deck)))
    made = Preparation.of(text.plan, people, length)
    return replace(made, group=code, end=_end(options.end) if options.end else None)


def _plan_list(deck: "Deck") -> str:
    return _("The plans are: {plans}.").format(plans=", ".join(deck.plan_ids()))


def _number(text: str, low: int, high: int, option: str) -> int:
    if not text.isascii() or not text.isdigit() or not low <= int(text[:9]) <= high:
        said = _("{option} should be a whole number from {low} to {high}, not “{text}”.")
        raise WrongUse(said.format(option=option, low=low, high=high, text=_printable(text)))
    return int(text)


def _code(text: str) -> "GroupCode":
    from sessions.values import GroupCode

    try:
        return GroupCode(text.upper())
    except ValueError:
        said = _("“{text}” is no group code; a code is R and two or three digits, such as R07. Never a name.")
        raise WrongUse(said.format(text=_printable(text))) from None


def _end(text: str) -> "Instant":
    """The next time the clock shows ``text``; one more than twelve hours away is taken to be past."""
    from facilitator.preparing.end_time import NOT_TO_COME, end_at
    from facilitator.texts.phrases import clock
    from sessions.clock import SystemClock

    now = SystemClock().wall()
    end = end_at(text, now)
    if end is None:
        raise WrongUse(_("--end should be a time such as 11.30, not “{text}”.").format(text=_printable(text)))
    if end == NOT_TO_COME:
        said = _("--end {text} is in the past: it is now {time}. Give a later time, or leave it out.")
        raise WrongUse(said.format(text=text, time=clock(now)))
    return end


def _review(options: argparse.Namespace, folder: Path) -> int:
    import json

    from exercises.deck import Deck
    from facilitator.texts import reviews
    from facilitator.texts.reasons import trouble
    from sessions.store.folder import Store
    from sessions.store.groups import Group
    from sessions.store.problems import StoreProblem

    groups, deck = Store(folder).groups, Deck(folder)
    if options.code is None:
        found = list(groups.all())
        if options.json:
            _print(
                json.dumps(
                    [reviews.as_document(g) for g in found if isinstance(g, Group)], ensure_ascii=False, indent=1
                )
            )
        else:
            for group in found:
                if isinstance(group, Group):
                    _print(reviews.line_of(group, deck))
        problems = [each for each in found if isinstance(each, StoreProblem)]
        for problem in problems:
            print(f"facilitator: {trouble(problem)}", file=sys.stderr)  # noqa: T201
        return FAILURE if problems else 0
    code = _code(options.code)
    _must_exist(code, folder)
    try:
        one = groups.read(code)
    except StoreProblem as problem:
        print(f"facilitator: {trouble(problem)}", file=sys.stderr)  # noqa: T201
        return FAILURE
    if options.json:
        _print(json.dumps(reviews.as_document(one), ensure_ascii=False, indent=1))
    else:
        _print(reviews.as_markdown(one, deck) if options.markdown else reviews.as_text(one, deck))
    return 0


def _stored(options: argparse.Namespace, folder: Path) -> int:
    import json

    from facilitator.texts.stored import pieces, stored
    from sessions.store.folder import Store

    code = _code(options.code) if options.code else None
    if code is not None:
        _must_exist(code, folder)
    files = list(stored(Store(folder), code))
    if options.json:
        _print(json.dumps({str(file.path): file.text for file in files}, ensure_ascii=False, indent=1))
    else:
        for piece in pieces(iter(files), folder):
            _print(piece.removesuffix("\n"))
    return 0 if all(file.readable for file in files) else FAILURE


def _must_exist(code: "GroupCode", folder: Path) -> None:
    from sessions.store.folder import Store

    groups = Store(folder).groups
    if code not in groups.codes():
        known = ", ".join(groups.codes())
        said = _("there is no group {code}.").format(code=code)
        raise WrongUse(
            said + " " + (_("The groups are: {codes}.").format(codes=known) if known else _("There are none yet."))
        )


def _doctor(_options: argparse.Namespace, folder: Path) -> int:
    from facilitator.command_line.doctor import findings

    found = findings(folder)
    for finding in found:
        _print(f"{'✓' if finding.good else '–'} {finding.text}")
    return 0 if all(finding.good for finding in found if finding.needed) else FAILURE


def _needs_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUse(_("this needs a terminal. For a list use facilitator review, for files facilitator stored."))
    if os.environ.get("TERM") == "dumb":
        raise WrongUse(_("this terminal (TERM=dumb) cannot show a full screen. Use another terminal window."))


def _keep_to_itself() -> None:
    """Textual can be told by the environment to log keys and save screens, and the system to dump memory: not here.

    Nor may another program of the same user read this one's memory, where the words are.
    """
    for name in [name for name in os.environ if name.startswith("TEXTUAL")]:
        del os.environ[name]
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


def _print(text: str) -> None:
    print(text)  # noqa: T201


def _printable(text: str) -> str:
    from sessions.cleaning import clean

    return clean(text, 60)
