"""Files that were written once and stay for ever: whatever the program becomes, it opens them."""

from pathlib import Path

import pytest

from sessions.carried import Carried
from sessions.kinds import CodeWord, GoalSlot
from sessions.process import SessionKind, SetUp
from sessions.store import exchanging, groupfile
from sessions.store.exchanging import archive_in, encoded
from sessions.store.sealing import Passphrase, read_sealed
from sessions.store.tombstones import buried
from sessions.values import GroupCode

GOLDEN = Path(__file__).parent / "golden"


def test_there_is_an_export_of_every_version():
    kept = {path.name for path in GOLDEN.glob("export-version-*.json")}
    assert kept == {f"export-version-{version}.json" for version in range(1, exchanging.VERSION + 1)}


def test_the_export_of_version_1_opens_and_is_written_again_as_it_was():
    archive = archive_in(GOLDEN / "export-version-1.json")
    assert archive.codes == (GroupCode("R07"),)
    assert {record.kind for _code, record in archive.records.values()} >= {SessionKind.HELD, SessionKind.CANCELLED}
    assert next(iter(archive.heads.values()))[1].set_up != SetUp()
    assert archive.erased == {4711, 2**62 + 5}
    assert encoded(archive) == (GOLDEN / "export-version-1.json").read_bytes()


@pytest.mark.parametrize("version", range(1, groupfile.schema() + 1))
def test_a_groups_file_of_every_version_can_be_imported(version, tmp_path):
    copy = tmp_path / "R07.json"
    copy.write_bytes((GOLDEN / f"R07-schema-{version}.json").read_bytes())
    archive = archive_in(copy)
    exported = archive_in(GOLDEN / "export-version-1.json")
    assert set(archive.records) <= set(exported.records)


def test_the_marks_of_erasing_open():
    assert buried(GOLDEN / "erased.json") == {4711, 2**62 + 5}


def test_what_was_sealed_once_opens():
    phrase = Passphrase("Sauna kivi lokki ranta vene tuuli")
    said = {
        (GoalSlot.A, CodeWord.KOYSI): "Tavoite, jossa on ä ja ö – ja ”lainaus”",
        (GoalSlot.C, CodeWord.MAJAKKA): "toinen",
    }
    assert read_sealed(GOLDEN / "R07.age", phrase).says_the_same(Carried(said))
