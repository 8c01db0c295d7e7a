"""The page of the very first start."""

from facilitator.desk.screens.home_drawing import what_it_is
from facilitator.desk.widgets.dialogs import Choice, Option
from facilitator.texts.languages import _


def welcome() -> Choice[str]:
    """What the program is, and where to begin."""
    options = [Option(_("Begin"), "begin"), Option(_("Watch a demo first (nothing is kept)"), "demo")]
    return Choice(_("Welcome to facilitator"), options, body="\n".join(what_it_is()))
