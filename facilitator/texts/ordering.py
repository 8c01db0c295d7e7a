"""Alphabetical order as Finnish and Swedish have it: å, ä and ö come after z."""

import unicodedata

_LAST = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"}


def alphabetical(text: str) -> str:
    """What to sort a text by. Other accents do not count."""
    found = ""
    for char in unicodedata.normalize("NFC", text).casefold():
        bare = "".join(each for each in unicodedata.normalize("NFD", char) if not unicodedata.combining(each))
        found += _LAST.get(char) or bare
    return found
