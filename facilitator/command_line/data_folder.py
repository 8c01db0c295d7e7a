"""The data folder as it was asked for: whether it can be what it should be, told before anything opens."""

import contextlib
import os
from pathlib import Path
from stat import S_ISDIR

from facilitator.command_line.errors import Failure, WrongUse
from facilitator.settings import data_folder
from facilitator.texts.languages import _
from facilitator.texts.paths import shown_path

LONGEST_NAME = Path("groups", ".R999.previous.1234567890.tmp")
"""The longest path that the program makes in its folder."""


def asked_folder(chosen: str | None) -> Path:
    """The folder, looked at by nobody yet.

    Raises:
        WrongUse: no folder can have such a name.
    """
    if chosen == "":
        raise WrongUse(_("--data wants the path of a folder."))
    try:
        return data_folder(chosen)
    except RuntimeError:
        said = _("“{path}” begins with a home folder that is not there; give the whole path.")
        raise WrongUse(said.format(path=shown_path(chosen or ""))) from None


def check(folder: Path, *, must_be_there: bool) -> None:
    """Look whether the folder can be used. One that is not there yet can, unless something in it is asked for.

    Raises:
        WrongUse: it is something else, or not there.
        Failure: the system does not let it be read.
    """
    try:
        with contextlib.suppress(FileNotFoundError, NotADirectoryError):
            (folder / LONGEST_NAME).lstat()
        if not S_ISDIR(folder.stat().st_mode):
            raise WrongUse(_("{path} is a file; --data wants a folder.").format(path=shown_path(folder)))
        os.scandir(folder).close()
    except FileNotFoundError:
        if must_be_there:
            raise WrongUse(_("there is no folder {path}.").format(path=shown_path(folder))) from None
    except NotADirectoryError:
        raise WrongUse(_("{path} lies in a file; --data wants a folder.").format(path=shown_path(folder))) from None
    except (OSError, ValueError) as error:
        raise Failure(
            _("the folder {path} cannot be used: {why}.").format(path=shown_path(folder), why=_why(error))
        ) from None


def check_writable(folder: Path) -> None:
    """Look whether a session could be kept there.

    Raises:
        Failure: it could not.
    """
    there = next((each for each in (folder, *folder.absolute().parents) if each.exists()), folder)
    if not there.is_dir() or not os.access(there, os.W_OK | os.X_OK):
        said = _("the folder {path} may not be written. Check its rights, or choose another with --data.")
        raise Failure(said.format(path=shown_path(folder)))


def _why(error: Exception) -> str:
    import errno

    code = getattr(error, "errno", None)
    if code == errno.ENAMETOOLONG:
        return _("its path is too long")
    if code in (errno.EACCES, errno.EPERM):
        return _("it may not be read")
    return _("the system does not let it be read")
