"""Texts of the screen as a voice should read them: a sign that it would leave out, or call by its name, is a word."""

import re

from facilitator.commands import KEY_NAMES
from facilitator.texts.languages import N_, _

NO_SIGNS = str.maketrans({"◆": None, "◇": None, "▶": None, "✓": None, "…": None})
"""Signs of the screen beside words that say the same: a voice would read them out."""
SIGN_NAMES = {
    ",": N_("comma"), ".": N_("full stop"), "+": N_("plus"), "-": N_("minus"), "<": N_("less than"),
    ">": N_("greater than"), "=": N_("equals sign"), "*": N_("asterisk"), "?": N_("question mark"),
}  # fmt: skip
"""Keys that many voices leave out."""
_CHANGED = re.compile(r"(\d+) → (\d+)(?=\s*min\b)")
_PART = re.compile(r"(?<![\w/.])(\d+)/(\d+)(?![\w/])")
_RANGE = re.compile(r"(\d[\d.:]*)–(\d)")


def spoken(text: str) -> str:
    """``text`` in words."""
    said = _CHANGED.sub(lambda found: _("from {before} to {after}").format(before=found[1], after=found[2]), text)
    said = _PART.sub(lambda found: _("{number} of {count}").format(number=found[1], count=found[2]), said)
    said = _RANGE.sub(lambda found: _("{low} to {high}").format(low=found[1], high=found[2]), said)
    said = said.translate(NO_SIGNS).replace(" · ", ", ").replace(" → ", ", ")
    return said.replace("  ", " ").strip()


def key(char: str) -> str:
    """A key as it is typed, with its name where a voice would leave it out or not tell a capital."""
    if char == " ":
        return _(KEY_NAMES["space"])
    if char in SIGN_NAMES:
        return f"{char} {_(SIGN_NAMES[char])}"
    return _("capital {letter}").format(letter=char) if char.isupper() else char
