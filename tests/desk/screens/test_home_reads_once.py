"""Home reads the groups once each time it comes to the top, and keeps what is pointed at."""

import pytest
from desk.samples import a_record, keep

from sessions.store.folder import Store
from sessions.store.groups import Groups


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time that every group was read."""
    found: list[int] = []
    original = Groups.glances

    def glances(self):
        found.append(1)
        return original(self)

    monkeypatch.setattr(Groups, "glances", glances)
    return found


@pytest.fixture
def groups(store: Store) -> None:
    """Three groups with a session each."""
    for code in ("R01", "R02", "R03"):
        keep(store, [a_record()], code)


@pytest.mark.usefixtures("groups")
async def test_the_start_reads_every_group_once(home, reads: list[int]):
    async with home() as desk:
        desk.expects("R03")
        assert len(reads) == 1


@pytest.mark.usefixtures("groups")
async def test_coming_back_reads_once_and_points_where_it_did(home, reads: list[int]):
    async with home() as desk:
        await desk.point("R02")
        await desk.press("r")
        assert desk.where == "GroupSessionsScreen"
        await desk.press("escape")
        assert desk.pointed().startswith("R02")
        assert len(reads) == 2
