"""Every sentence about something that cannot be done: what, where, and what to do."""

from enum import StrEnum
from typing import TYPE_CHECKING

from exercises.tables import Fault, FaultKind, nearest
from facilitator.texts.languages import N_, _
from facilitator.texts.names import name_of
from facilitator.texts.paths import shown_path
from sessions.refusal import Reason
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import SECOND

if TYPE_CHECKING:
    from sessions.store.finished import Finished
    from sessions.store.journal import Journal

_REASONS = {
    Reason.NOT_BEGUN: N_("The session has not begun. Space begins it."),
    Reason.BEGUN: N_("The session has begun already."),
    Reason.ENDED: N_("The session has ended."),
    Reason.LAST_ITEM: N_("This is the last item. E ends the session."),
    Reason.FIRST_ITEM: N_("This is the beginning."),
    Reason.LAST_STEP: N_("This is the last step. n ends the item."),
    Reason.NO_STEPS: N_("This item has no steps."),
    Reason.NOT_AHEAD: N_("Choose an item that is still to come."),
    Reason.NO_SUCH_ITEM: N_("There is no such item."),
    Reason.NO_ROOM: N_("It cannot be moved further."),
    Reason.TOO_MANY_ITEMS: N_("The agenda is full."),
    Reason.TOO_SHORT: N_("It cannot be made shorter."),
    Reason.TOO_LONG: N_("That is too long."),
    Reason.NO_ROUND: N_("No round is going on; r starts one."),
    Reason.NO_TURN: N_("Nobody has the turn just now."),
    Reason.NOBODY: N_("There is nobody else."),
    Reason.NO_SUCH_SEAT: N_("That seat is not in the round."),
    Reason.TOO_MANY_PEOPLE: N_("There is no room for more people."),
    Reason.TOO_MANY_GOALS: N_("The goal board is full: six goals at most."),
    Reason.NO_SUCH_GOAL: N_("There is no such goal."),
    Reason.NO_GAP: N_("There is no gap to take out."),
    Reason.PAUSED: N_("The clock is paused already."),
    Reason.STANDS_STILL: N_("Paused; p goes on."),
    Reason.NOT_PAUSED: N_("The clock is not paused."),
    Reason.ON_TIME: N_("What is left fits into the agreed time."),
    Reason.ACUTE: N_("The acute agenda is on: nothing counts as an overrun."),
    Reason.NOTHING_TO_UNDO: N_("There is nothing to undo."),
    Reason.NOTHING_TO_REDO: N_("There is nothing to redo."),
    Reason.NOTHING_CHANGED: N_("That changes nothing."),
}

_TROUBLES = {
    Trouble.DAMAGED: N_("The file {path} is damaged and cannot be read. It was moved to {aside}; nothing was deleted."),
    Trouble.RESTORED: N_(
        "The file {path} was damaged. The version before it is in use again, so the last session may be missing. "
        "The damaged file is now {aside}."
    ),
    Trouble.NEWER: N_(
        "The file {path} was written by a newer facilitator. Update the program; the file was not touched."
    ),
    Trouble.NO_SPACE: N_(
        "The disk is full, so {path} cannot be written. Make room; everything is written as soon as it can be."
    ),
    Trouble.READ_ONLY: N_("{path} may not be written. Check the rights of the folder, or choose another with --data."),
    Trouble.LOCKED: N_(
        "A session is running in another window. Only one can run at a time; everything else works here."
    ),
    Trouble.FAILED: N_(
        "The system did not let {path} be read or written. Check the disk, or choose another folder with --data."
    ),
}
_NOT_MOVED = N_("The file {path} is damaged and cannot be read. It was not touched.")

_FAULTS = {
    FaultKind.UNREADABLE: N_("the file cannot be read"),
    FaultKind.OUTSIDE: N_("this is a link out of the folder; put the file itself here"),
    FaultKind.TOO_LARGE: N_("the file is larger than {wanted} kB, so it is not read"),
    FaultKind.NOT_UTF8: N_("the file is not UTF-8 text; save it again as UTF-8"),
    FaultKind.NOT_TOML: N_("this is not TOML: look for a missing quotation mark, bracket or equals sign here or above"),
    FaultKind.MISSING: N_("“{key}” is missing"),
    FaultKind.UNKNOWN_KEY: N_("“{key}” means nothing here"),
    FaultKind.NOT_TEXT: N_("“{key}” should be a text: {wanted}"),
    FaultKind.NOT_WHOLE: N_("“{key}” should be a whole number, {wanted}"),
    FaultKind.NOT_YES_NO: N_("“{key}” should be one of: {wanted}"),
    FaultKind.NOT_ONE_OF: N_("“{key}” should be one of: {wanted}"),
    FaultKind.NOT_A_LIST: N_("“{key}” should be a list: {wanted}"),
    FaultKind.NOT_MINUTES: N_("“{key}” should be minutes, such as {wanted}"),
    FaultKind.NOT_AN_ID: N_("“{key}” is no id: small letters a–z, digits and hyphens, 64 at most"),
    FaultKind.NO_SUCH_CARD: N_("there is no such card"),
    FaultKind.TWICE: N_("the same “{key}” is here twice; give each its own"),
    FaultKind.PEOPLE_ORDER: N_("“{key}” should be the fewest, the best and the most: {wanted}"),
    FaultKind.TOO_MANY: N_("there are more than {wanted}: “{key}”"),
    FaultKind.TOO_MANY_FILES: N_("there are more than {wanted} files in the folder; the others are left out"),
    FaultKind.NO_ITEMS: N_("the plan has no items; add {wanted}"),
    FaultKind.SUM: N_("the items come to {wanted} minutes; correct “{key}” or the items"),
    FaultKind.ROUND_WITHOUT_TURNS: N_("a step is a round, so “{key}” should be one of: {wanted}"),
    FaultKind.TURNS_WITHOUT_ROUND: N_("no step is a round; one of them needs {wanted}"),
    FaultKind.NOT_IN_LANGUAGE: N_("“{key}” is there, but not in the language “{wanted}”"),
    FaultKind.NOT_A_COLOUR: N_("“{key}” should be a colour as #rrggbb"),
    FaultKind.LONG_TEXT: N_("“{key}” is longer than {wanted} signs; it will not fit its place"),
}


def reason(why: Reason) -> str:
    """Why an act is not possible now."""
    return _(_REASONS[why])


def trouble(problem: StoreProblem) -> str:
    """What is the matter with the storage."""
    if problem.trouble is Trouble.DAMAGED and problem.aside is None:
        return _(_NOT_MOVED).format(path=problem.path)
    return _(_TROUBLES[problem.trouble]).format(path=problem.path, aside=problem.aside)


def keeping(journal: "Journal") -> str:
    """What is the matter with the journal just now; nothing when all is well. Said again at every tick."""
    if journal.trouble is not None:
        return _("Not being kept just now. {why}").format(why=trouble(journal.trouble))
    if journal.is_late:
        late = journal.late_ms // SECOND
        return _("Saving is slow: the last {seconds} s are not on the disk yet. The session goes on.").format(
            seconds=late
        )
    return ""


def finished(ending: "Finished") -> str:
    """What came of the ending of a session."""
    if ending.kept is not None:
        said = _("Kept for group {code}. This is all of it.").format(code=ending.kept)
    else:
        said = _("The session has ended. Nothing was kept.")
    if ending.mended is not None:
        said = trouble(ending.mended)
    if ending.left is not None:
        said += " " + _(
            "The file of the running session could not be removed yet; the next start tries again. {why}"
        ).format(why=trouble(ending.left))
    return said


def fault(found: Fault) -> str:
    """What is wrong in a file: file, line, what, and what would be right."""
    where = shown_path(found.path)
    return f"{where}:{found.line}: {fault_alone(found)}" if found.line else f"{where}: {fault_alone(found)}"


def fault_alone(found: Fault, most: int = 100) -> str:
    """What is wrong and what would be right, without the file; ``most`` values of a closed list are named."""
    wanted = ", ".join(map(_choice, found.choices[:most])) or found.wanted
    if len(found.choices) > most:
        wanted += "…"
    said = _(_FAULTS[found.kind]).format(key=found.key, wanted=wanted)
    if near := _meant(found):
        said += ". " + _("Did you mean “{word}”?").format(word=near)
    if found.wanted and found.kind in (FaultKind.UNKNOWN_KEY, FaultKind.NO_SUCH_CARD):
        said += ". " + _("Did you mean “{word}”?").format(word=found.wanted)
    return said


def _choice(member: StrEnum) -> str:
    """A value as it is written in a file, and what it is in the reader's language."""
    return f"{member} ({name_of(member)})"


def _meant(found: Fault) -> str:
    """The value of a closed list that was meant: most people first write its name in their own language."""
    written = {name_of(member).casefold(): member for member in found.choices} | {
        str(member): member for member in found.choices
    }
    return str(written.get(near, "")) if (near := nearest(found.said.casefold(), written)) else ""
