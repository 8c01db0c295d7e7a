"""What ends a command: one sentence for the user, and the status that the shell gets."""

WRONG_USE, FAILURE = 2, 1
INTERRUPTED = 130
CLOSED_PIPE = 141
"""As the shell says of a program whose reader went away before everything was read."""


class Stopped(Exception):
    """A command cannot go on; the text is a sentence that says what is wrong and what to do."""

    status = FAILURE


class Failure(Stopped):
    """Rightly asked, but it cannot be done here and now."""


class WrongUse(Stopped):
    """The command line asks for something that cannot be."""

    status = WRONG_USE
