"""The sealed file with what the goals of the running session's group say. In memory only, as the words are."""

from pathlib import Path

from msgspec import Struct

from sessions.carried import Carried
from sessions.store.sealing import Passphrase


class Envelope(Struct):
    """An open envelope: what it takes to seal it again."""

    path: Path
    """Where it lies: here, or on a stick."""
    phrase: Passphrase
    inside: Carried
    """What is sealed in it now."""
