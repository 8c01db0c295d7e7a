"""``facilitator erase``: a session, a whole group, or what could not be read: said first, and shown to be gone."""

import sys
from argparse import Namespace
from pathlib import Path

from facilitator.command_line import arguments
from facilitator.command_line.errors import FAILURE, Failure, WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.review import known_code
from facilitator.command_line.writing import claimed, session_of
from facilitator.texts.languages import _


def options(parser: Parser) -> None:
    """What goes."""
    parser.add_argument("code", nargs="?", metavar=_("CODE"), help=_("the group's code, such as R07"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--session", metavar="N", help=_("one session, by its number in facilitator review"))
    what.add_argument("--all", action="store_true", help=_("the whole group"))
    what.add_argument("--damaged", action="store_true", help=_("what was moved aside because it could not be read"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))


def run(options: Namespace, folder: Path) -> int:
    """Say what goes, ask, erase, and show that it is gone."""
    if (options.code is None) != options.damaged:
        raise WrongUse(_("a group's code goes with --session and --all, and with nothing else."))
    return _damaged(options, folder) if options.damaged else _of_group(options, folder)


def _of_group(options: Namespace, folder: Path) -> int:
    from facilitator.texts import erasing as texts
    from sessions.store import erasing
    from sessions.store.folder import Store

    groups = Store(folder).groups
    if options.all and not folder.exists():
        raise WrongUse(_("nothing is kept of {code}.").format(code=arguments.group_code(options.code)))
    code = arguments.group_code(options.code) if options.all else known_code(options.code, groups)
    uids = None if options.all else frozenset({session_of(groups.read(code), options.session).uid})
    with claimed(folder) as store:
        try:
            plan = erasing.going(store, code, uids)
        except erasing.StillRunning:
            raise Failure(
                _("a session of {code} is not finished: end or discard it first.").format(code=code)
            ) from None
        if not plan.files and not plan.staying:
            raise WrongUse(_("nothing is kept of {code}.").format(code=code))
        for line in texts.going(plan, store.folder):
            say(line)
        if not options.yes and not _agreed(code):
            say(_("Nothing was erased."))
            return FAILURE
        left = erasing.erase(store, plan.erasing)
        for line in texts.proof(left, store.folder):
            say(line)
    return FAILURE if left else 0


def _damaged(options: Namespace, folder: Path) -> int:
    from facilitator.texts import erasing as texts
    from sessions.store import damaged

    with claimed(folder) as store:
        files = damaged.set_aside(store)
        if not files:
            say(_("Nothing was moved aside."))
            return 0
        for line in texts.going_damaged(files, store.folder):
            say(line)
        if not options.yes and not _agreed(store.damaged.name.upper()):
            say(_("Nothing was erased."))
            return FAILURE
        left = damaged.empty(store, files)
        for line in texts.proof_damaged(left, store.folder):
            say(line)
    return FAILURE if left else 0


def _agreed(code: str) -> bool:
    """Whether the code is typed: a word that nobody types by mistake."""
    print(_("Type {code} to erase: ").format(code=code), end="", flush=True)  # noqa: T201
    return sys.stdin.readline().strip().upper() == code
