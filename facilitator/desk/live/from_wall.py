"""What the wall's own window passes on: next, back, pause, black. Said at the desk, and undone there."""

from facilitator.commands import COMMANDS
from facilitator.desk.live.screen import LiveScreen
from facilitator.desk.open_session import OpenSession
from facilitator.projector.gate import Verb
from facilitator.texts.languages import _

COMMAND_OF = {Verb.NEXT: "next", Verb.BACK: "back", Verb.PAUSE: "pause", Verb.BLACK: "blank"}


def act_from_wall(live: OpenSession, screen: LiveScreen | None, verb: Verb) -> str:
    """Do what the key would do on the live ``screen``, and return what to say of it; empty when that was said.

    There is no screen while the ending is open: then only black works.
    """
    command = COMMAND_OF[verb]
    label = _(next(each.label for each in COMMANDS if each.id == command))
    if verb is Verb.BLACK:
        live.blank()
        return _("From the group's window: {command}.").format(command=label)
    if screen is None:
        said = _("From the group's window: {command}. Nothing was done; the ending is open here.")
        return said.format(command=label)
    before = live.running.session
    screen.press(command)
    if live.running.session is before:
        return ""
    return _("From the group's window: {command}. u undoes.").format(command=label)
