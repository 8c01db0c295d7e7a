"""The language of the program: gettext, with English as the language of the source.

``_`` translates when it is called, so that texts kept in tables (marked with ``N_``) follow the language.
"""

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from exercises.closed import LANGUAGES

__all__ = ["LANGUAGES", "N_", "_", "from_environment", "language", "ngettext", "speaking", "spoken_by_libraries", "use"]

LOCALE = Path(__file__).parent / "locale"
DOMAIN = "facilitator"
DEFAULT = "fi"
LANGUAGE_NAMES = {"fi": "suomi", "sv": "svenska", "en": "English"}
"""Each language as it calls itself."""

_translations: gettext.NullTranslations = gettext.NullTranslations()
_language = "en"


def use(language: str) -> None:
    """Speak ``language``, one of ``LANGUAGES``, from now on."""
    global _translations, _language
    _language = language
    _translations = _catalogue(language)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """The texts of a language, looked for once: the group's view is spoken anew after every key."""
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)


@contextmanager
def spoken_by_libraries() -> Iterator[None]:
    """Let what asks gettext itself, such as argparse, speak our language meanwhile.

    It can be told only by the environment, which a browser that is started later would inherit.
    """
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = _language
    try:
        yield
    finally:
        gettext.textdomain(domain)
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak another language for a moment: the group's view has one of its own."""
    global _translations, _language
    before = _translations, _language
    _language = language
    _translations = _catalogue(language)
    try:
        yield
    finally:
        _translations, _language = before


def language() -> str:
    """The language being spoken."""
    return _language


def from_environment() -> str:
    """The language that the system asks for; Finnish when it asks for none, English when it asks for another."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name, ""):
            wanted = re.split(r"[_.@-]", value)[0].lower()
            if wanted in ("c", "posix"):
                return DEFAULT
            return wanted if wanted in LANGUAGES else "en"
    return DEFAULT


def _(message: str) -> str:
    """The translation of ``message``."""
    return _translations.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The translation that fits ``count``."""
    return _translations.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 (gettext's own name for a mark)
    """Mark ``message`` for translation later."""
    return message
