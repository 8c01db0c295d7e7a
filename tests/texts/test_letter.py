"""The letter: one page, every byte of the folder in it once, and no group by its code."""

from datetime import date

import pytest

from facilitator.texts import languages
from facilitator.texts.letter import COLUMNS, Kind, ids_to_choose_from, letter, sums
from facilitator.texts.stored import stored
from sessions.store.folder import Store

ONE_PAGE = 60
"""Lines."""
TODAY = date(2026, 3, 1)


ANYTHING = (
    "live.journal", "discarded.journal", "erased.json", "sealed/R07.age", "damaged/R07-1.json", "cards/a.toml",
    "exports/a.md", "strange", "groups/R07.sync-conflict-1.json", "groups/.R07.json.1.tmp", "sealed/x",
)  # fmt: skip


@pytest.fixture
def full(with_groups: Store) -> Store:
    for name in ANYTHING:
        path = with_groups.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name * 3)
    return with_groups


def test_every_byte_is_accounted_for_once(full: Store):
    told = sums(stored(full), full)
    on_disk = [path.stat().st_size for path in full.folder.rglob("*") if path.is_file()]
    assert (sum(each.files for each in told), sum(each.size for each in told)) == (len(on_disk), sum(on_disk))
    files = {each.kind: each.files for each in told}
    assert files == {
        Kind.GROUPS: 2,
        Kind.BEFORE: 1,
        Kind.SEALED: 1,
        Kind.UNFINISHED: 2,
        Kind.ASIDE: 1,
        Kind.BY_HAND: 3,
        Kind.PROGRAM: 2,
        Kind.OTHER: 3,
    }
    said = letter(full, 158, TODAY).replace("\u00a0", " ")
    assert any(line.split()[-2:] == [str(len(on_disk)), str(sum(on_disk))] for line in said.splitlines())
    assert "2 groups, 3 sessions" in said


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_it_is_one_page_in_every_language(full: Store, language: str):
    languages.use(language)
    lines = letter(full, 158, TODAY).splitlines()
    assert len(lines) <= ONE_PAGE
    assert [line for line in lines if len(line) > COLUMNS and str(full.folder) not in line] == []
    assert any("log2" in line for line in lines)


def test_it_names_no_group(full: Store):
    assert "R07" not in letter(full, 158, TODAY)


def test_a_record_can_name_every_card_and_plan_or_that_it_was_special():
    assert ids_to_choose_from(range(108), range(49)) == 158


def test_where_there_is_no_folder_nothing_is_held(tmp_path):
    nothing = Store(tmp_path / "none")
    assert sums(stored(nothing), nothing) == []
    assert "0 groups, 0 sessions" in letter(nothing, 158, TODAY)
