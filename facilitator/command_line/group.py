"""``facilitator group``: what is agreed with a group, shown or changed; or a group begun."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line import arguments
from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.review import known_code
from facilitator.command_line.writing import claimed
from facilitator.texts.languages import LANGUAGES, _

if TYPE_CHECKING:
    from sessions.process import SetUp

SETTINGS = ("room", "remote", "hybrid")
FORMS = ("individual", "group", "community", "received")


def options(parser: Parser) -> None:
    """Which group, and what is agreed."""
    parser.add_argument("code", metavar=_("CODE"), help=_("the group's code, such as R07"))
    parser.add_argument("--new", action="store_true", help=_("a group of which nothing is kept yet"))
    parser.add_argument("--language", choices=LANGUAGES, help=_("what the group speaks"))
    parser.add_argument("--people", metavar="N", help=_("how many usually come"))
    parser.add_argument("--length", metavar="MIN", help=_("how many minutes a usual session takes"))
    parser.add_argument("--sessions", metavar="N", help=_("how many sessions are agreed"))
    parser.add_argument("--weeks", metavar="N", help=_("weeks from one session to the next"))
    parser.add_argument("--setting", choices=SETTINGS, help=_("where it meets"))
    parser.add_argument("--form", choices=FORMS, help=_("as what it counts over the year"))
    series = parser.add_mutually_exclusive_group()
    series.add_argument("--trial", metavar="N", help=_("so many trial sessions first, 1 to 3"))
    series.add_argument("--agreed", action="store_true", help=_("the series is agreed"))
    process = parser.add_mutually_exclusive_group()
    process.add_argument("--ended", action="store_true", help=_("the process has ended"))
    process.add_argument("--running", action="store_true", help=_("the process goes on"))
    parser.add_argument("--json", action="store_true", help=_("as JSON"))


def run(options: Namespace, folder: Path) -> int:
    """Keep what was said, and print what is agreed."""
    import json

    from facilitator.texts.processes import agreed_lines
    from sessions.process import NOTHING_AGREED, Head
    from sessions.store.codec import to_document
    from sessions.store.folder import Store

    groups = Store(folder).groups
    code = arguments.group_code(options.code) if options.new else known_code(options.code, groups)
    if options.new and code in groups.codes():
        raise WrongUse(_("{code} is kept already: leave --new out.").format(code=code))
    before = NOTHING_AGREED if options.new else groups.read(code).set_up
    agreed = _with(before, options)
    if options.new or agreed != before:
        with claimed(folder) as store:
            store.groups.agree(code, agreed)
    if options.json:
        say(
            json.dumps(
                {"code": str(code), **to_document(Head(0, set_up=agreed))["set_up"]}, ensure_ascii=False, indent=1
            )
        )
    else:
        say("\n".join([str(code), *agreed_lines(agreed)]))
    return 0


def _with(agreed: "SetUp", options: Namespace) -> "SetUp":
    """What is agreed, with what was said put in."""
    from sessions.limits import LONGEST, MOST_PEOPLE, SHORTEST
    from sessions.process import MOST_SESSIONS, MOST_TRIALS, MOST_WEEKS, Form, Language, Setting

    def number(text: str | None, least: int, most: int, option: str, before: int | None) -> int | None:
        return arguments.number(text, least, most, option) if text is not None else before

    trial = None if options.agreed else number(options.trial, 1, MOST_TRIALS, "--trial", agreed.trial)
    return replace(
        agreed,
        language=Language(options.language) if options.language is not None else agreed.language,
        people=number(options.people, 1, MOST_PEOPLE, "--people", agreed.people),
        length=number(options.length, SHORTEST, LONGEST, "--length", agreed.length),
        sessions=number(options.sessions, 1, MOST_SESSIONS, "--sessions", agreed.sessions),
        weeks=number(options.weeks, 1, MOST_WEEKS, "--weeks", agreed.weeks),
        setting=Setting(options.setting) if options.setting is not None else agreed.setting,
        form=Form(options.form) if options.form is not None else agreed.form,
        trial=trial,
        running=options.running or (agreed.running and not options.ended),
    )
