"""The one function through which text from people and files comes in.

Textual passes escape sequences, C1 controls and direction marks in any text straight to the terminal, so they are
dropped here, where text enters, and never have to be thought of again.
"""

import re
import unicodedata

LINE = 200
"""Characters kept of one line of text."""
_JOINER, _EMOJI_STYLE = "\u200d", "\ufe0f"
_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_PLAIN = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u017f\u2010-\u2026\u2212]*")
"""Letters and signs of our languages, none of them dropped, all in form C: most texts are nothing else."""
_SEQUENCE = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b[]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)")
"""What a program writes to colour a text or to speak to the terminal: copied along with a text, it is none."""
_MOST_MARKS = 2
"""Combining marks kept on one letter: enough for every language, too few to spill over other lines."""


def clean(text: str, most: int = LINE, *, lines: bool = False) -> str:
    """``text`` without anything that could act on a terminal, in normal form C and at most ``most`` characters.

    Line breaks stay with ``lines`` and become spaces without; tabs become spaces; escape sequences go whole; control
    characters, direction marks, unassigned and private characters go, except the joiners inside an emoji.
    """
    cleaned = harmless(text[: most * 8], lines=lines)
    if not lines:
        cleaned = " ".join(cleaned.split())
    return cleaned.strip()[:most].rstrip().rstrip(_JOINER)


def harmless(text: str, *, lines: bool = False) -> str:
    """The same without a limit and with its spaces: for text that is still being typed."""
    if _PLAIN.fullmatch(text):
        return text if lines else text.replace("\n", " ")
    text = unicodedata.normalize("NFC", _SEQUENCE.sub("", text))
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
        .replace("\t", " ")
    )
    kept: list[str] = []
    marks = 0
    for char in text:
        if char == "\n":
            kept.append("\n" if lines else " ")
            marks = 0
        elif char in (_JOINER, _EMOJI_STYLE):
            if kept and unicodedata.category(kept[-1]) == "So":
                kept.append(char)
        elif (category := unicodedata.category(char)) in _DROPPED:
            continue
        elif category in ("Mn", "Me"):
            marks += 1
            if kept and marks <= _MOST_MARKS:
                kept.append(char)
        else:
            marks = 0
            kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))
