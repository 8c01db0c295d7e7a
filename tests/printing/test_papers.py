"""The papers of a process: what is on them, what is not, and that they fit."""

from dataclasses import replace
from io import BytesIO

import pytest
from history_builders import every, goal, took
from pypdf import PdfReader

from exercises.deck import Deck
from facilitator.printing.code_key import code_key_pdf
from facilitator.printing.contract import contract_pdf
from facilitator.printing.report import evaluation_pdf, report_pdf
from facilitator.texts import evaluations, languages, reports
from facilitator.texts.contracts import point_asks, point_name
from sessions.kinds import CodeWord, ItemKind
from sessions.process import ContractPoint
from sessions.store.groups import Group
from sessions.values import GroupCode

R07 = GroupCode("R07")
GROUP = Group(
    R07,
    tuple(
        replace(
            record,
            items=(took(ItemKind.CHECK_IN, 10, 14, "check-in-round"), took(ItemKind.CLOSING, 7, 5)),
            goals=(goal("A", CodeWord.MANTY),),
            goals_looked_at=True,
        )
        for record in every(3, *["ordinary-90"] * 12)
    ),
)


def read(data: bytes) -> tuple[str, int]:
    """The words of a paper as running text, and its pages."""
    pages = PdfReader(BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split()), len(pages)


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_the_contract_is_one_sheet_with_every_point_and_no_code(language):
    languages.use(language)
    text, pages = read(contract_pdf([ContractPoint.FEE]))
    assert pages == 1
    assert [point for point in ContractPoint if point_name(point) not in text or point_asks(point) not in text] == []
    assert "?" not in text
    assert "R07" not in text


def test_a_tick_is_drawn_and_nothing_else_differs():
    assert read(contract_pdf())[0] == read(contract_pdf(list(ContractPoint)))[0]
    assert len(contract_pdf(list(ContractPoint))) > len(contract_pdf())


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (18, 1), (19, 2), (60, 3)])
def test_the_key_has_the_codes_and_room_for_more(count, pages):
    codes = [GroupCode(f"R{number:02}") for number in range(1, count + 1)]
    text, found = read(code_key_pdf(codes))
    assert found == pages
    assert [code for code in codes if code not in text] == []


@pytest.mark.parametrize("language", languages.LANGUAGES)
def test_the_evaluation_has_drift_methods_and_goals_in_every_language(language, shipped: Deck):
    languages.use(language)
    told = evaluations.evaluation_of(GROUP, shipped)
    text, pages = read(evaluation_pdf(R07, told, shipped))
    assert pages == 1
    for table in evaluations.as_tables(told, shipped):
        for cell in (table.title, *table.heads, *(cell for row in table.rows for cell in row)):
            assert " ".join(cell.replace("−", "-").split()) in text
    assert "?" not in text


@pytest.mark.parametrize(
    "make",
    [
        contract_pdf,
        lambda: code_key_pdf([R07]),
        lambda: report_pdf(R07, reports.rows_of(GROUP.records)),
        lambda: evaluation_pdf(R07, evaluations.evaluation_of(GROUP, Deck()), Deck()),
    ],
)
def test_a_paper_tells_nothing_of_when_or_by_what_it_was_made(make):
    data = make()
    assert data == make()
    assert b"fpdf" not in data.lower()
    assert b"facilitator" not in data.lower()
    uids = [str(record.uid).encode() for record in GROUP.records]
    assert not any(uid in data for uid in uids)


def test_an_evaluation_of_nothing_is_refused(shipped: Deck):
    nothing = evaluations.evaluation_of(Group(R07, ()), shipped)
    assert evaluations.as_tables(nothing, shipped) == []
    with pytest.raises(ValueError):
        evaluation_pdf(R07, nothing, shipped)
