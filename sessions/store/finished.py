"""What came of an ending."""

from msgspec import Struct

from sessions.store.problems import StoreProblem
from sessions.values import GroupCode


class Finished(Struct, frozen=True):
    """What came of an ending."""

    kept: GroupCode | None
    """The group that has the record; it may be one chosen in an earlier try. None when nobody has."""
    mended: StoreProblem | None = None
    """What had to be mended on the way."""
    left: StoreProblem | None = None
    """Why the journal is still there: the next look takes it away."""
