"""The command line: which command is meant, in which language, and how its end is told.

Everything heavy is imported inside the command that needs it.
"""

import contextlib
import sys
from argparse import Namespace
from typing import NoReturn

from facilitator.command_line import output
from facilitator.command_line.data_folder import asked_folder, check
from facilitator.command_line.errors import CLOSED_PIPE, FAILURE, INTERRUPTED, Stopped
from facilitator.command_line.parser import Parser, glance
from facilitator.command_line.table import COMMANDS, HOME, Command, Doing, Folder
from facilitator.settings import Settings, read_settings
from facilitator.texts import languages
from facilitator.texts.languages import _


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the program and leave with its exit status."""
    status = run(sys.argv[1:] if arguments is None else arguments)
    if status:
        from facilitator.command_line.launcher import wait_to_be_read

        wait_to_be_read(status)
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run the program; returns its exit status."""
    output.speak_utf8()
    try:
        status = _told(arguments)
        output.finish()
        return status
    except BrokenPipeError:
        return CLOSED_PIPE
    except Stopped as stopped:
        output.complain(str(stopped))
        return stopped.status
    finally:
        output.drop()


def _told(arguments: list[str]) -> int:
    """Do what is asked, and turn whatever keeps it from being done into a sentence and a status."""
    try:
        return _done(arguments)
    except Stopped as stopped:
        output.complain(str(stopped))
        return stopped.status
    except SystemExit as left:  # argparse leaves after --help and --version
        return int(left.code or 0)
    except BrokenPipeError:
        raise
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as fault:
        output.complain(_sentence(fault))
        return FAILURE


def _sentence(fault: Exception) -> str:
    """What to say of a fault. A traceback could hold what a person typed."""
    from facilitator.texts.reasons import trouble
    from sessions.store.problems import StoreProblem

    if isinstance(fault, StoreProblem):
        return trouble(fault)
    return _("facilitator stopped because of a fault in it ({kind}).").format(kind=type(fault).__name__)


def _done(arguments: list[str]) -> int:
    seen = glance(arguments)
    settings = _speak(seen)
    about = _("Runs a group supervision session: time, turns, cards, goals. Keeps structure, forgets words.")
    parser = Parser("facilitator", about, {name: command.about for name, command in COMMANDS.items()})
    HOME.doing().options(parser)
    options = parser.parse_args(arguments)
    word = options.word
    if word is not None and word not in COMMANDS:
        parser.no_such(word, COMMANDS)
    command = COMMANDS[word] if word is not None else HOME
    doing = command.doing()
    if word is not None:
        options = _of_command(word, command, doing, options)
    folder = asked_folder(seen.data)
    if command.folder is not Folder.UNUSED:
        check(folder, must_be_there=seen.data is not None and command.folder is Folder.MUST_BE_THERE)
    if word != "doctor":  # which lists them itself
        _tell_problems(settings)
    return doing.run(options, folder)


def _of_command(word: str, command: Command, doing: Doing, before: Namespace) -> Namespace:
    """The arguments after the command's word."""
    parser = Parser(f"facilitator {word}", _(command.about), doing.WAYS if command.below else None)
    doing.options(parser)
    return parser.parse_args(before.rest, Namespace(command=word))


def _speak(seen: Namespace) -> Settings:
    """Speak the language that was asked for: by ``--lang``, else in the settings, else of the system."""
    settings = Settings()
    with contextlib.suppress(Stopped, OSError, ValueError):
        settings = read_settings(asked_folder(seen.data))
    languages.use(seen.lang or settings.language or languages.from_environment())
    return settings


def _tell_problems(settings: Settings) -> None:
    if settings.problems:
        from facilitator.texts.reasons import fault

        for problem in settings.problems:
            output.complain(fault(problem))
