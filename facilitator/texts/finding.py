"""Why something was found, in words: only who searches needs them, and what searching brings with it."""

from exercises.near_words import Likeness
from exercises.searching import Field, Why
from facilitator.texts.languages import N_, _

_FOUND = {
    Field.NAME: N_("Found in the name: “{word}”"),
    Field.PURPOSE: N_("Found in the purpose: “{word}”"),
    Field.THEME: N_("Found by what it is for: “{word}”"),
    Field.STEPS: N_("Found in a step: “{word}”"),
    Field.INVITATION: N_("Found in what the group reads: “{word}”"),
}


def why_found(why: Why) -> str:
    """Why a card or question was found: where, by which word, and what that has to do with what was typed."""
    said = _(_FOUND[why.field]).format(word=why.word)
    if why.likeness is Likeness.SYNONYM:
        said += " · " + _("near “{typed}” in meaning").format(typed=why.typed)
    elif why.likeness is Likeness.SLIP:
        said += " · " + _("written almost like “{typed}”").format(typed=why.typed)
    return said
