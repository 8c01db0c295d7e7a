"""Writers killed at random moments: nothing they had told is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.skipif(os.name == "nt", reason="forks")
@pytest.mark.parametrize("seed", range(4))
def test_what_a_killed_writer_had_told_is_on_disk_and_the_next_can_write(tmp_path, seed):
    program = subprocess.run(
        [sys.executable, HERE / "killing.py", tmp_path, str(seed), "100"],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), str(HERE.parents[1])])},
    )
    assert program.returncode == 0, program.stderr
    seen = json.loads(program.stdout)
    assert seen["kills"] == 100
    assert seen["told"] > 100
    assert seen["there"] > 0
