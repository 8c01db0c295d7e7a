"""Two programs started in the same moment; ``benchmarks/started_together.py`` does it fifty times."""

import pytest
from e2e.started_together import BEGINS, REFUSED, start_two

from sessions.store.folder import Store

pytestmark = pytest.mark.e2e


def test_of_two_programs_started_at_once_one_runs_the_session_and_it_is_found_again(tmp_path):
    for number in range(3):
        folder = tmp_path / str(number) / "data"
        folder.parent.mkdir()
        assert sorted(start_two(folder)) == sorted([BEGINS, REFUSED])
        look = Store(folder).look()
        assert len(look.sessions) == 1
        assert not look.problems
