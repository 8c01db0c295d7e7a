"""What no test notices: ``python tools/mutation.py [MODULE …]`` changes the pure part of a session one place at a time.

Runs mutmut (extra ``proof``; which modules and tests: ``pyproject.toml``), prints the score of each module and its
survivors; ``mutmut show NAME`` shows one. What it found before is in ``mutants/`` and is not asked again. It takes
about half an hour of a processor. Properties and other decorated functions are not changed: mutmut leaves them alone.
"""

import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

MUTANTS = Path("mutants")
MODULES = ("transitions", "timing", "rounds", "proposals", "history")
SURVIVED = 0
WORTH = 90
"""Per cent that should be noticed."""


def main(modules: list[str]) -> int:
    """Run, and say how many of the changes were noticed; the exit status says whether it is enough everywhere."""
    wanted = [f"sessions.{module}*" for module in modules or MODULES]
    subprocess.run([sys.executable, "-m", "mutmut", "run", "--max-children", "1", *wanted], check=False)
    enough = True
    for module in modules or MODULES:
        verdicts = verdicts_of(module)
        counts = Counter("survived" if code == SURVIVED else "killed" for code in verdicts.values())
        score = 100 * counts["killed"] / max(1, len(verdicts))
        enough = enough and score >= WORTH
        print(f"{module:<12} {counts['killed']:>4} of {len(verdicts):>4} noticed: {score:.1f} %")
        for name, code in sorted(verdicts.items()):
            if code == SURVIVED:
                print(f"    {name}")
    return not enough


def verdicts_of(module: str) -> dict[str, int]:
    """The exit status of the tests for each change of a module that was tried: 0 means that none noticed it."""
    found: dict[str, int] = defaultdict(int)
    here = MUTANTS / "sessions" / module
    for path in (*here.glob("*.meta"), *here.parent.glob(f"{module}.py.meta")):
        tried = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
        found |= {name: code for name, code in tried.items() if code is not None}
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
