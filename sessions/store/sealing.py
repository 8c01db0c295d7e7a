"""Sealing what a group's goals say: one file in the age format, opened by a passphrase that only the group keeps.

The one place where words are encoded, and only on their way into ciphertext: nothing is ever written unsealed. The
file can be opened without this program: ``age --decrypt R07.age`` asks for the passphrase, and shows plain JSON.
"""

import re
import unicodedata
from math import floor, log2
from pathlib import Path
from typing import NoReturn

import msgspec

from sessions.carried import Carried
from sessions.kinds import CodeWord, GoalSlot
from sessions.store.files import NO_TIME, replace_file
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import GroupCode

FOLDER, SUFFIX = "sealed", ".age"
SEALED = b"age-encryption.org/v1\n-> scrypt "
"""How every file begins that a passphrase seals in this format."""
WORDS_DRAWN = 6
WORDS = 1_296
"""That it is drawn from: ``phrase_words``, read when a passphrase is."""
BITS = floor(WORDS_DRAWN * log2(WORDS))
"""So many bits is a passphrase that is drawn: what somebody would have to try out who knows this list."""
STEP = 4096
"""Bytes: what is sealed is filled up to a multiple of this, so that its length tells nothing of what it says."""
LARGEST = 1 << 20
"""Bytes of a file that is tried at all."""


def sealed_path(folder: Path, code: GroupCode) -> Path:
    """The sealed file of a group in a folder of sealed files, or on a stick."""
    return folder / f"{code}{SUFFIX}"


class NotOpened(Exception):
    """The passphrase is wrong or the file is damaged: nobody can tell which, and nobody is told."""


class Passphrase:
    """The words that open a sealed file. They live in memory only, and end with the session."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """As somebody types it: words of the list, however they are separated and capitalised.

        Anything else, such as a passphrase made elsewhere, is taken as it is.
        """
        text = unicodedata.normalize("NFC", text).strip()
        words = re.split(r"[\s\-–,.]+", text.lower())
        self._text = "-".join(words) if all(word in _known() for word in words) else text

    @classmethod
    def drawn(cls) -> "Passphrase":
        """A new one, by chance."""
        from secrets import choice  # noqa: PLC0415 (memory)

        return cls("-".join(choice(_known()) for _word in range(WORDS_DRAWN)))

    @property
    def shown(self) -> str:
        """For the eyes of the group, which writes it down."""
        return self._text

    def is_same(self, other: "Passphrase") -> bool:
        """Whether both are the same words."""
        return self._text == other._text

    def __repr__(self) -> str:
        return "<Passphrase>"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a passphrase is never stored, sent or copied")

    __copy__ = __deepcopy__ = __reduce_ex__


def write_sealed(path: Path, carried: Carried, phrase: Passphrase) -> None:
    """Seal into a file, in the place of whatever is there. Takes seconds: not for the screen's thread.

    What was sealed is opened again before the old file goes: there is no other way back to the words.

    Raises:
        StoreProblem: it cannot be written; the old file is untouched.
    """
    data = _sealed(_encoded(carried), phrase)
    if not _decoded(_opened(data, phrase)).says_the_same(carried):
        raise StoreProblem(Trouble.FAILED, path)
    try:
        replace_file(path, data, modified=NO_TIME)
    except OSError as error:
        raise problem(error, path) from error


def read_sealed(path: Path, phrase: Passphrase) -> Carried:
    """Open a file into memory. Takes seconds: not for the screen's thread.

    Raises:
        NotOpened: the passphrase is wrong, or the file is damaged or something else.
        StoreProblem: it cannot be read at all.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise problem(error, path) from error
    if len(data) > LARGEST or not data.startswith(SEALED):
        raise NotOpened
    return _decoded(_opened(data, phrase))


class _Goal(msgspec.Struct, forbid_unknown_fields=True):
    slot: GoalSlot
    code: CodeWord
    text: str


class _Form(msgspec.Struct, forbid_unknown_fields=True):
    goals: list[_Goal]


def _encoded(carried: Carried) -> bytes:
    form = _Form([_Goal(slot, code, text) for (slot, code), text in sorted(carried.texts.items())])
    plain = msgspec.json.encode(form)
    return plain + b" " * (-len(plain) % STEP)


def _decoded(plain: bytes) -> Carried:
    try:
        form = msgspec.json.decode(plain, type=_Form)
    except (ValueError, RecursionError):
        raise NotOpened from None
    return Carried({(goal.slot, goal.code): goal.text for goal in form.goals})


def _sealed(plain: bytes, phrase: Passphrase) -> bytes:
    from pyrage import passphrase  # noqa: PLC0415 (start-up)

    return bytes(passphrase.encrypt(plain, phrase.shown))


def _opened(data: bytes, phrase: Passphrase) -> bytes:
    from pyrage import DecryptError, passphrase  # noqa: PLC0415 (start-up)

    try:
        return bytes(passphrase.decrypt(data, phrase.shown))
    except (DecryptError, ValueError):
        raise NotOpened from None


def _known() -> tuple[str, ...]:
    """The words of the list, which few sessions need."""
    from sessions.store import phrase_words  # noqa: PLC0415 (memory)

    return phrase_words.WORDS
