"""The group's view in a terminal: the speaker is always the largest, long texts are broken, nothing is cut unsaid."""

import pytest
from projector_builders import LONG, WORDING, board, exact, now, programme, views
from rich.cells import cell_len

from facilitator.projector import terminal_round, terminal_rows
from facilitator.projector.large_type import can_draw
from facilitator.projector.syllables import breakable
from facilitator.projector.terminal_blocks import balanced, block, broken
from facilitator.projector.terminal_type import BOLD
from facilitator.projector.view import ClockView, Shown, View

SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]
NAMES = ["paikka 4", "Anna-Kaarina Hämeenlinna-Väyrynen", LONG + "a", "Margareeta", "Ó Súilleabháin"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_speaker_is_always_the_largest(size, monkeypatch):
    scales: dict[str, int] = {}

    def seen(text, *room):
        made = block(text, *room)
        scales[text] = made.scale
        return made

    monkeypatch.setattr(terminal_round, "block", seen)
    for speaker in NAMES:
        for next_up in NAMES:
            view = View(Shown.ROUND, "fi", title="Aihe 1", speaker=breakable(speaker),
                        next_up=f"Seuraavana: {breakable(next_up)}", presenter="paikka 3 kuuntelee",
                        invitation="Kysytään vuorollaan yksi avoin kysymys kukin.")  # fmt: skip
            scales.clear()
            rows = terminal_rows.rows_of(view, *size, 0)
            of_speaker, of_next = scales[view.speaker], scales[view.next_up]
            assert of_speaker > scales.get(view.invitation, 0) or of_speaker == 0
            assert of_speaker > of_next or of_speaker == of_next == 0, (size, speaker, next_up)
            bold = [row for row in rows if row.style == BOLD]
            assert bold
            if size[0] >= 80 and can_draw(speaker):
                assert of_speaker, (size, speaker)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_everything_fits(size):
    columns, rows = size
    for name, view in {**views(), "many": board(6)}.items():
        made = terminal_rows.rows_of(view, columns, rows, 0)
        assert len(made) <= rows, name
        assert max(row.indent + cell_len(row.text) for row in made) <= columns, name


def test_a_large_terminal_shows_an_invitation_what_is_stored_and_the_agenda_large():
    for name in ("step", "stored", "programme"):
        rows = terminal_rows.rows_of(views()[name], 200, 60, 0)
        assert sum("█" in row.text or "▀" in row.text for row in rows) > 12, name


@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_letters_never_touch_the_edge(size):
    columns, rows = size
    for name, view in views().items():
        made = terminal_rows.rows_of(view, columns, rows, 0)
        assert len(made) < rows, name
        assert not made[0].text, name
        assert all(row.indent and row.indent + cell_len(row.text) < columns for row in made if row.text.strip()), name


def test_an_item_of_the_agenda_without_room_is_named():
    for count, size in ((20, (200, 60)), (30, (80, 24))):
        rows = terminal_rows.rows_of(programme(count), *size, 0)
        assert any(row.text.startswith("… ") for row in rows), (count, size)
    rows = terminal_rows.rows_of(programme(8), 200, 60, 0)
    assert not any("…" in row.text for row in rows), "smaller letters are better than items without room"


@pytest.mark.parametrize("shape", ["", "●●●●●○○○○○○○"])
@pytest.mark.parametrize("size", SIZES[1:], ids=str)
def test_what_a_clock_tells_is_as_easy_to_read_as_the_clock(size, shape):
    clock = ClockView(shape=shape, said="noin puolet", label="jäljellä") if shape else exact()
    rows = terminal_rows.rows_of(View(Shown.CLOCK, "fi", title="Aihe 1", clock=clock), *size, now())
    assert [row.text for row in rows if row.text.strip(" ▀▄█")] == []


def test_a_status_of_few_goals_is_large_too():
    rows = terminal_rows.rows_of(views()["goal-1"], 200, 60, 0)
    assert not any("työn alla" in row.text for row in rows)


def test_no_line_ends_with_a_word_alone_that_could_stand_beside_another():
    assert balanced("Seuraavana: paikka 1", 194, 2) == ["Seuraavana:", "paikka 1"]
    assert balanced("Kerrotaan, mitä kuuluu. Ohi saa.", 28, 0) == ["Kerrotaan, mitä", "kuuluu. Ohi saa."]


def test_goals_without_room_for_their_words_say_so():
    view = View(Shown.GOALS, "fi", title="Tavoitteet", goals=board(6).goals)
    text = "\n".join(row.text for row in terminal_rows.rows_of(view, 40, 12, 0))
    assert all(f"{slot} " in text for slot in "ABCDEF")
    assert text.count("…") == 6


@pytest.mark.parametrize("columns", range(6, 90, 7))
def test_broken_text_loses_nothing_and_fits(columns: int):
    for scale in (0, 1):
        lines = broken(breakable(f"{WORDING} {LONG} Anna-Kaarina"), max(columns, 8 * scale + 4), scale)
        assert "".join("".join(lines).replace("-", "").split()) == "".join(
            f"{WORDING}{LONG}AnnaKaarina".replace("-", "").split()
        )
