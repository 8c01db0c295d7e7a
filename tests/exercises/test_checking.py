"""What ``cards check`` tells: everything the loader or a reader of another language stumbles over, with its line."""

from pathlib import Path

import pytest

from exercises.checking import check, is_warning
from exercises.deck import SHIPPED, Deck
from exercises.folder import Part
from exercises.tables import FaultKind

CARD = """\
phase = "explore"
form = "round"
people = [2, 5, 10]
themes = ["general"]
turns = "round"

[name]
fi = "Oma"
en = "My own"

[purpose]
fi = "Näkyviin."
en = "To see."

[[steps]]
minutes = "1"
speaking = "everyone"
fi = "Kysymys"
en = "The question"

[[steps]]
minutes = "1.5n"
speaking = "round"
fi = "Vuorollaan"
en = "In turn"

[steps.invitation]
fi = "Kerrotaan."
en = "Let's tell."
"""


def checked(tmp_path: Path, shipped: Deck, text: str, part: Part = Part.CARDS) -> list[tuple[FaultKind, int, str, str]]:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return [
        (fault.kind, fault.line, fault.key, fault.wanted) for fault in check(part, path, shipped.card, shipped.card_ids)
    ]


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("", "", []),
        ('fi = "Vuorollaan"\n', "", [(FaultKind.NOT_IN_LANGUAGE, 21, "steps", "fi")]),
        ('en = "Let\'s tell."\n', "", [(FaultKind.NOT_IN_LANGUAGE, 27, "steps.invitation", "en")]),
        ('minutes = "1.5n"\n', "", [(FaultKind.MISSING, 21, "minutes", "")]),
        ('turns = "round"\n', 'turns = "round"\nshorter = "zzzz"\n', [(FaultKind.NO_SUCH_CARD, 6, "shorter", "")]),
        (
            'turns = "round"\n',
            'turns = "round"\nremote_substitute = "check-in-roun"\n',
            [(FaultKind.NO_SUCH_CARD, 6, "remote_substitute", "check-in-round")],
        ),
        ('turns = "round"\n', 'turns = "round"\nshorter = "mine"\n', [(FaultKind.NO_SUCH_CARD, 6, "shorter", "")]),
        ('"Kerrotaan."', f'"{"Kerrotaan " * 50}"', [(FaultKind.LONG_TEXT, 28, "steps.invitation.fi", "400")]),
        ('"Oma"', f'"{"Oma" * 30}"', [(FaultKind.LONG_TEXT, 8, "name.fi", "60")]),
    ],
)
def test_what_is_told_of_a_card(tmp_path: Path, shipped: Deck, was: str, now: str, told: list):
    assert checked(tmp_path, shipped, CARD.replace(was, now) if was else CARD) == told


def test_a_card_in_one_language_is_whole(tmp_path: Path, shipped: Deck):
    finnish = "".join(line for line in CARD.splitlines(keepends=True) if not line.startswith("en ="))
    assert checked(tmp_path, shipped, finnish) == []


def test_of_what_can_be_used_it_warns(tmp_path: Path, shipped: Deck):
    path = tmp_path / "mine.toml"
    path.write_text(CARD.replace('fi = "Vuorollaan"\n', ""))
    assert all(is_warning(fault) for fault in check(Part.CARDS, path, shipped.card, shipped.card_ids))
    path.write_text(CARD.replace('turns = "round"\n', 'turns = "round"\nshorter = "ei-ole"\n'))
    assert not any(is_warning(fault) for fault in check(Part.CARDS, path, shipped.card, shipped.card_ids))


@pytest.mark.parametrize("part", list(Part))
def test_nothing_is_told_of_what_is_shipped(part: Part, shipped: Deck):
    files = sorted((SHIPPED / part).glob("*.toml"))
    assert files
    assert [fault for path in files for fault in check(part, path, shipped.card, shipped.card_ids)] == []
