"""The laboratory's figures can be had again, and come from the engine."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def printed(*arguments: str) -> str:
    command = [sys.executable, str(ROOT / "benchmarks" / "laboratory.py"), *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=True, text=True
    ).stdout


def kept(table: str, policy: str) -> float:
    """The share of closings that a policy kept, in the first room."""
    line = next(line for line in table.splitlines() if line.startswith(f"| {policy}"))
    return float(line.split("|")[4].split("(")[0])


def test_the_same_seed_gives_the_same_bytes_however_many_processes_work():
    alone = printed("60", "--seed", "3", "--processes", "1")
    assert printed("60", "--seed", "3", "--processes", "2") == alone
    assert printed("60", "--seed", "4", "--processes", "1") != alone
    assert kept(alone, "nobody looks") < kept(alone, "ours, the first choice that fits")


def test_the_table_in_the_docs_is_of_this_engine_and_deck():
    mark = printed("90", "--processes", "1").splitlines()[-1]
    docs = (ROOT / "docs" / "laboratory.md").read_text(encoding="utf-8")
    assert mark in docs, "stale: put what python benchmarks/laboratory.py prints into docs/laboratory.md"
