"""A line that was typed, read as a key of the one table of commands."""

from facilitator.commands import KEY_NAMES, SIGNS, Command, Context, commands_in
from facilitator.texts.languages import N_, _

NOT_HERE = frozenset({"words", "palette", "choose_down", "choose_up", "leave", "settings"})
"""Commands of the live screen that need a screen, or write down what a terminal would keep."""
TYPED = {**SIGNS, "space": " ", "minus": "-"}
"""Keys that are one character, by their names in the table, each as it is typed."""
NO_WORDS = N_("Words are not written line by line: the terminal would keep them.")
DIGITS = frozenset("0123456789")


def commands() -> list[Command]:
    """The commands that there are line by line; where the line has a key of its own for one, with that."""
    own = {command.id: command for command in commands_in(Context.PLAIN)}
    live = [own.pop(each.id, each) for each in commands_in(Context.LIVE) if each.id not in NOT_HERE]
    return [*live, *own.values()]


def typed_keys(command: Command) -> list[str]:
    """What can be typed for a command: single characters."""
    found = [TYPED.get(key, key) for key in command.keys]
    return [key for key in found if len(key) == 1]


def command_of(line: str) -> Command | None:
    """The command that was typed: its one character, or its name in full; None when there is none."""
    for command in commands():
        if line in typed_keys(command):
            return command
    said = line.strip().casefold()
    return next((command for command in commands() if said in _names(command)), None)


def why_not(line: str) -> str:
    """What is said of a line that is no command here: that it writes words, or where the commands are told."""
    words = next(command for command in commands_in(Context.LIVE) if command.id == "words")
    return _(NO_WORDS) if line in words.keys else _("That is no command. ? tells the commands.")


def _names(command: Command) -> set[str]:
    """What a command and its keys are called in full, in small letters."""
    return {_(name).casefold() for name in (command.label, *(KEY_NAMES.get(key, "") for key in command.keys)) if name}


def seat_of(line: str) -> int | None:
    """The seat that was typed; None when it is no number."""
    said = line.strip()
    return int(said[:4]) if said and set(said) <= DIGITS else None
