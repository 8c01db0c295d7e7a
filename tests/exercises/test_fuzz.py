"""Ten thousand damaged cards and plans: each is read or refused with a sentence, and soon."""

import time
from pathlib import Path
from random import Random

import pytest
from counts import CARDS

from exercises.cardfile import read_card
from exercises.deck import SHIPPED, Deck
from exercises.planfile import read_plan
from exercises.questionfile import read_questions
from exercises.tables import LARGEST, MOST_FAULTS, FaultKind
from facilitator.texts.reasons import fault

MUTATED = 10_000
SLOW = 2.0
"""Seconds of the processor for one file: a hang, whatever the machine and however busy it is."""
BITS = (
    b"\x00", b"\x1b[2J", b"\x1b]52;c;eA==\x07", b"\xff\xfe", "\u202e".encode(), b"[b]", b"[@click=app.quit]", b'"""',
    b"'", b'"', b"[[steps]]\n", b"[", b"]", b"{", b"=", b"\n", b"9" * 5000, b"-1", b"1e999", b"nan", b"true", b"n",
    b"0x" + b"f" * 400, b"2020-99-99", b"12:30", b"a.b.c.d = 1\n", b"\\uD800", b"\\U0010FFFF", "ä".encode(), b"[[[[",
)  # fmt: skip


def mutated(source: bytes, chance: Random) -> bytes:
    data = bytearray(source)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        place = chance.randrange(len(data) + 1)
        length = chance.choice((0, 1, 2, 10, 200))
        match chance.randrange(4):
            case 0:
                data[place : place + length] = chance.choice(BITS)
            case 1:
                del data[place : place + length]
            case 2:
                data[place:place] = data[max(0, place - length) : place]
            case _:
                lines = bytes(data).split(b"\n")
                chance.shuffle(lines) if chance.random() < 0.05 else lines.pop(chance.randrange(len(lines)))
                data = bytearray(b"\n".join(lines))
    return bytes(data)


@pytest.mark.parametrize("part", range(8))
def test_mutated_files_are_read_or_refused(part: int, tmp_path: Path, shipped: Deck):
    chance = Random(2026 + part)
    sources = [(path.parent.name, path.stem, path.read_bytes()) for path in sorted(SHIPPED.glob("*/*.toml"))]
    refused = read = 0
    for _ in range(MUTATED // 8):
        kind, name, source = chance.choice(sources)
        path = tmp_path / f"{name}.toml"
        path.write_bytes(mutated(source, chance))
        began = time.process_time()
        match kind:
            case "cards":
                found, faults = read_card(path)
            case "plans":
                found, faults = read_plan(path, shipped.card, shipped.card_ids, own=True)
            case _:
                found, faults = read_questions(path)
        assert time.process_time() - began < SLOW
        assert bool(found) != bool(faults)
        for each in faults:
            said = fault(each)
            assert said
            assert all(char.isprintable() for char in said), ascii(said)
        refused += bool(faults)
        read += bool(found)
    assert refused > 100
    assert read > 100


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"x = " + b"[" * 100_000, FaultKind.NOT_TOML),
        (b"x = " + b"9" * 100_000, FaultKind.NOT_TOML),
        (b"x = " + b"{a=" * 20_000, FaultKind.NOT_TOML),
        (b"\xff\xfe\x00", FaultKind.NOT_UTF8),
        ("ä = 1".encode("latin-1"), FaultKind.NOT_UTF8),
        (b"a" * (LARGEST + 1), FaultKind.TOO_LARGE),
        (b"", FaultKind.MISSING),
        (b"".join(b"k%d = 1\n" % n for n in range(20_000)), FaultKind.UNKNOWN_KEY),
        (b"a" * 200_000 + b" = 1", FaultKind.UNKNOWN_KEY),
        (b".".join([b"a"] * 100_000) + b" = 1", FaultKind.NOT_TOML),
        (b" . ".join([b'"a"'] * 40_000) + b" = 1", FaultKind.NOT_TOML),
        (b"x = {" + b".".join([b"a"] * 100_000) + b" = 1}", FaultKind.NOT_TOML),
        (b"[" + b".".join([b"a"] * 100_000) + b"]", FaultKind.NOT_TOML),
    ],
)
def test_enormous_and_deep_files(tmp_path: Path, data: bytes, kind: FaultKind):
    path = tmp_path / "x.toml"
    path.write_bytes(data)
    began = time.process_time()
    card, faults = read_card(path)
    assert time.process_time() - began < 5 * SLOW
    assert card is None
    assert 0 < len(faults) <= MOST_FAULTS
    assert kind in {each.kind for each in faults}
    assert all(len(fault(each)) < 2_000 for each in faults)


def test_a_folder_in_the_place_of_a_file(tmp_path: Path):
    (tmp_path / "cards" / "x.toml").mkdir(parents=True)
    deck = Deck(tmp_path)
    assert len(deck.cards()) == CARDS
    assert [each.kind for each in deck.faults] == [FaultKind.UNREADABLE]
