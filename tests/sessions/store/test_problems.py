import errno
from pathlib import Path

import pytest

from sessions.store.problems import Trouble, problem


@pytest.mark.parametrize(
    ("code", "trouble"),
    [
        (errno.ENOSPC, Trouble.NO_SPACE),
        (errno.EDQUOT, Trouble.NO_SPACE),
        (errno.EFBIG, Trouble.NO_SPACE),
        (errno.EACCES, Trouble.READ_ONLY),
        (errno.EPERM, Trouble.READ_ONLY),
        (errno.EROFS, Trouble.READ_ONLY),
        (errno.EIO, Trouble.FAILED),
        (errno.ENOENT, Trouble.FAILED),
        (None, Trouble.FAILED),
    ],
)
def test_what_the_system_says_becomes_one_of_few_troubles(code, trouble):
    found = problem(OSError(code, "x") if code else OSError("x"), Path("groups/R07.json"))
    assert (found.trouble, found.path, found.aside) == (trouble, Path("groups/R07.json"), None)
