"""Lets the tests of the projector import what they share."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE, HERE.parent, HERE.parent / "sessions"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
