"""List the licences of what is installed with the program: ``python tools/licences.py`` makes ``docs/licences.md``.

Needs pip-licenses (``pip install -e ".[proof]"``).
"""

import json
import re
import subprocess
import sys
from importlib.metadata import requires
from pathlib import Path

from packaging.requirements import Requirement

LIST = Path(__file__).parent.parent / "docs" / "licences.md"
HEAD = """# Licences of what comes along

Made by `python tools/licences.py` (pip-licenses): what is installed with facilitator on this kind of system, by name.
facilitator itself: MIT for the code, CC BY 4.0 for cards, questions and plans.

| name | licence |
|---|---|
"""

NOT_SAID = {"pyrage": "MIT", "qrcode": "BSD License"}
"""Of those whose metadata says none, or one too many: what the licence file that comes with them says."""


def parts() -> set[str]:
    """The names of everything that the program needs here, and of everything that that needs."""
    found: set[str] = set()
    waiting = [Requirement("facilitator")]
    seen: set[str] = set()
    while waiting:
        wanted = waiting.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        found.add(_name(wanted.name))
        told = [Requirement(each) for each in requires(wanted.name) or []]
        waiting += [each for each in told if _is_wanted(each, wanted.extras)]
    return found - {"facilitator"}


def _is_wanted(part: Requirement, extras: set[str]) -> bool:
    return part.marker is None or any(part.marker.evaluate({"extra": extra}) for extra in ("", *extras))


def page() -> str:
    """The list."""
    ours = parts()
    asked = [sys.executable, "-m", "piplicenses", "--format=json", "--from=mixed"]
    told = json.loads(subprocess.run(asked, capture_output=True, text=True, check=True).stdout)
    rows = {_name(each["Name"]): each["License"] for each in told if _name(each["Name"]) in ours}
    rows |= {name: licence for name, licence in NOT_SAID.items() if name in rows}
    return HEAD + "".join(f"| {name} | {rows[name]} |\n" for name in sorted(rows))


def _name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    LIST.write_text(page(), encoding="utf-8")
