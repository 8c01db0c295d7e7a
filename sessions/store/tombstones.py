"""The uids of what was erased, so that no import brings it back: random numbers in order, and nothing else."""

from pathlib import Path

import msgspec

from sessions.store.files import NO_TIME, replace_file
from sessions.store.problems import StoreProblem, Trouble, problem

NAME = "erased.json"


class _Form(msgspec.Struct, forbid_unknown_fields=True):
    erased: list[int]


def buried(path: Path) -> frozenset[int]:
    """The uids in the file at ``path``; none when there is no file.

    Raises:
        StoreProblem: it cannot be read, so that nobody knows what was erased.
    """
    try:
        return parsed(path.read_bytes())
    except FileNotFoundError:
        return frozenset()
    except OSError as error:
        raise problem(error, path) from error
    except ValueError as error:
        raise StoreProblem(Trouble.DAMAGED, path) from error


def parsed(data: bytes) -> frozenset[int]:
    """The uids in the bytes of such a file; raises ``ValueError`` when it is none."""
    return frozenset(msgspec.json.decode(data, type=_Form).erased)


def bury(path: Path, uids: frozenset[int]) -> None:
    """Add uids to those of what was erased. What cannot be read is written anew: erasing never waits for it.

    Raises:
        OSError: it could not be written; the old file is untouched.
    """
    try:
        before = buried(path)
    except StoreProblem:
        before = frozenset()
    if not uids <= before:
        replace_file(path, msgspec.json.encode(_Form(sorted(before | uids))), modified=NO_TIME)
