"""What the wall's own window passes on: next, back, pause, black. Said at the desk, and undone there."""

from typing import TYPE_CHECKING

from facilitator.commands import COMMANDS
from facilitator.desk.live.screen import LiveScreen
from facilitator.desk.screens.ending import EndScreen
from facilitator.projector.gate import Verb
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from facilitator.desk.app import Desk

COMMAND_OF = {Verb.NEXT: "next", Verb.BACK: "back", Verb.PAUSE: "pause", Verb.BLACK: "blank"}


def act_from_wall(desk: "Desk", verb: Verb) -> None:
    """Do what a key of the live screen would do, and say where it came from."""
    command = COMMAND_OF[verb]
    label = _(next(each.label for each in COMMANDS if each.id == command))
    if verb is Verb.BLACK:
        desk.blank()
        desk.say(_("From the wall's window: {command}.").format(command=label))
        return
    live = next((each for each in desk.screen_stack if isinstance(each, LiveScreen)), None)
    if live is None or any(isinstance(each, EndScreen) for each in desk.screen_stack):
        desk.say(
            _("From the wall's window: {command}. Nothing was done; the ending is open here.").format(command=label)
        )
        return
    if verb is Verb.NEXT and live.asks_late_start():
        desk.say(_("From the wall's window: {command}. The late start is asked here.").format(command=label))
        live.do_next()
        return
    before = live.running.session
    live.act(command)
    if live.running.session is not before:
        desk.say(_("From the wall's window: {command}. u undoes.").format(command=label))
