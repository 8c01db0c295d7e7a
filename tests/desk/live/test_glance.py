"""The live screen at a glance, from three times as far: of its picture shrunk to a third the four facts are read.

* What is left: every large figure is the one whose shape is most like what is seen, and by a margin; figures and ground
  have a contrast of at least 4.5.
* Left, over or paused: by a plus sign before the figures or the two bars of a pause beside them, by the ink in them,
  and over by their colour as well.
* Who speaks: the only patch of the seats with another ground than the others.
* What goes on, and so what comes: the only row of the agenda with another ground.
* On time or late: the colour of the pace.

Nothing is told to the reader but where the parts are, and those never move.
"""

from pathlib import Path

import pytest
from desk.driver import Driver
from desk.scenes import scene
from desk.small_picture import HIGH, WIDE, Colour, Picture, distance, ink_of, likeness, picture_of
from desk.test_themes import ENOUGH, contrast
from textual.geometry import Region

from exercises.deck import Deck
from facilitator.desk.live import facts
from facilitator.desk.themes import PALETTES, Palette
from facilitator.projector import block_figures, large_type
from facilitator.texts import languages

SEEN_IN = [*((palette, (80, 24)) for palette in PALETTES), (PALETTES[0], (120, 40)), (PALETTES[1], (200, 60))]
SURE = 0.08
"""By so much the right figure is more like what is seen than any other."""
SEEN = 15
"""Colours so far apart are two, of 441."""
FIGURES = "0123456789+."
THIN = 0.7
"""Figures that stand still have less than this part of the ink of those that run, their colour apart."""
SURELY = 0.9
"""A dot with so much of the strongest contrast is ink of its own, not the grey of hollow figures."""
TONES = {"round": "strong", "over time": "amber", "paused": "quiet"}


def region_of(desk: Driver, name: str) -> Region:
    return desk.app.screen.query_one(f"#{name}").content_region


def rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def read_figures(seen: list[list[float]], figures: str, columns: int, rows: int) -> list[tuple[str, float]]:
    """Figure after figure the one most like what is seen, with the margin to the next best.

    Of ``figures`` only the number of them is used, and how large they are.
    """
    scale = block_figures.largest(figures, columns, rows)
    gap = (2 * scale if scale else large_type.largest(figures, columns, rows)) * WIDE
    found: list[tuple[str, float]] = []
    left = 0
    for _figure in figures:
        alike = {}
        for char in FIGURES:
            drawn = block_figures.draw(char, scale) if scale else large_type.draw(char, gap // WIDE)
            inked = ink_of(list(drawn))
            width = len(inked[0])
            patch = [line[left : left + width] for line in seen[: len(inked)]]
            if len(patch[0]) == width:
                alike[char] = (likeness(inked, patch), width)
        (best, (sure, width)), (_next, (unsure, _width)) = sorted(alike.items(), key=lambda each: -each[1][0])[:2]
        found.append((best, sure - unsure))
        left += width + gap
    return found


def grounds(picture: Picture, row: int, columns: range) -> list[Colour]:
    """The ground of each cell of a row: its uppermost dots, where a letter has no ink."""
    return [picture.dots[row * HIGH][column * WIDE] for column in columns]


def marked_rows(picture: Picture, area: Region, ground: Colour) -> list[int]:
    """The rows with another ground, counted from the top of the area."""
    inside = range(area.right - 3, area.right - 1)
    return [
        row
        for row in range(area.height)
        if all(distance(seen, ground) > SEEN for seen in grounds(picture, area.y + row, inside))
    ]


def marked_stretches(picture: Picture, row: int, columns: range, ground: Colour) -> list[tuple[int, int]]:
    """The stretches of a row with another ground, as first column and column after the last."""
    marked = [distance(seen, ground) > SEEN for seen in grounds(picture, row, columns)]
    edges = [place for place in range(len(marked) + 1) if [*marked, False][place] != [False, *marked][place]]
    return [(columns[0] + first, columns[0] + last) for first, last in zip(edges[::2], edges[1::2], strict=True)]


def towards(seen: Colour, tone: str, ground: Colour) -> float:
    """How much a colour goes from the ground in the direction of a tone, at most 1."""
    a = [x - g for x, g in zip(seen, ground, strict=True)]
    b = [x - g for x, g in zip(rgb(tone), ground, strict=True)]
    size = (sum(x * x for x in a) * sum(x * x for x in b)) ** 0.5
    return sum(x * y for x, y in zip(a, b, strict=True)) / size


def standing_bars(seen: list[list[float]], strong: float) -> int:
    """How many stretches of columns of one height, a few rows at least, stand alone: the sign of a pause has two."""
    highs = []
    for column in zip(*seen, strict=True):
        inked = [value > SURELY * strong for value in column]
        runs = "".join("#" if dot else " " for dot in inked).split()
        highs.append(len(runs[0]) if len(runs) == 1 else 0)
    found = [high for high, before in zip(highs, [0, *highs], strict=False) if high >= 4 * HIGH and high != before]
    return len(found)


def hexed(colour: Colour) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)


@pytest.mark.parametrize(("palette", "size"), SEEN_IN, ids=lambda given: getattr(given, "name", str(given)))
async def test_the_four_facts_are_read_from_a_third_of_the_picture(
    size: tuple[int, int], palette: Palette, shipped: Deck, data: Path
):
    languages.use("fi")
    figures: dict[str, Colour] = {}
    ink: dict[str, float] = {}
    for name in ("round", "over time", "paused"):
        async with scene(name, data / name.replace(" ", ""), shipped, size) as desk:
            desk.app.theme = palette.name
            await desk.settle()
            snapshot, picture, ground = desk.app.screen.snapshot(), picture_of(desk.app), rgb(palette.ground)
            told, head = facts.face(snapshot), facts.head(snapshot)
            lines = desk.screen_text().split("\n")

            area = region_of(desk, "clock")
            part = picture.part(area.x, area.y, area.width, area.height)
            seen = part.differences(ground)
            read = read_figures(seen, told.figures, area.width, area.height)
            assert "".join(char for char, _margin in read) == told.figures
            assert min(margin for _char, margin in read) >= SURE
            figures[name] = max((dot for line in part.dots for dot in line), key=lambda dot: distance(dot, ground))
            full = sum(value for line in ink_of(drawn_solid(told.figures, area)) for value in line)
            width = max(map(len, drawn_solid(told.figures, area))) * WIDE
            ink[name] = (
                sum(sum(line[:width]) for line in seen) / full / distance(rgb(getattr(palette, TONES[name])), ground)
            )
            if name == "paused":
                face = region_of(desk, "face")
                part = picture.part(face.x, face.y, face.width, face.height)
                assert standing_bars(part.differences(ground), distance(rgb(palette.strong), ground)) == 2

            agenda = region_of(desk, "agenda")
            going_on = next(row for row in range(agenda.height) if "▶" in lines[agenda.y + row][: agenda.width])
            assert marked_rows(picture, agenda, ground) == [going_on]

            details = region_of(desk, "details")
            if name == "round":
                mark = f"{desk.round.speaker} ▶"
                row = next(row for row in range(details.y, details.bottom) if mark in lines[row])
                [(first, last)] = marked_stretches(picture, row, range(details.x, details.right), ground)
                assert lines[row][first:last].strip() == mark

            top = lines.index(next(line for line in lines if head.pace in line))
            pace = picture.part(lines[top].rindex(head.pace), top, len(head.pace), 1).mean()
            panel = rgb(palette.panel)
            is_late = towards(pace, palette.amber, panel) > towards(pace, palette.sage, panel)
            assert is_late is head.late
    for name in ("round", "over time"):
        assert contrast(hexed(figures[name]), palette.ground) >= ENOUGH
    assert distance(figures["over time"], figures["round"]) > SEEN
    assert ink["paused"] < THIN * ink["round"]


def drawn_solid(figures: str, area: Region) -> list[str]:
    scale = block_figures.largest(figures, area.width, area.height)
    return list(
        block_figures.draw(figures, scale)
        if scale
        else large_type.draw(figures, large_type.largest(figures, area.width, area.height))
    )
