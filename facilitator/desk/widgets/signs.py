"""The signs that mean the same on every screen; help says what."""

NOW, DONE = "▶", "✓"
NEXT_TIME, LEFT_OUT, PARKED = "→", "–", "‖"
PROTECTED, FIRST_TO_GO = "◆", "◇"
LEAST_BAR = 3
"""Columns that the bar of the longest item has at least."""


def guard(*, protected: bool, first_to_go: bool) -> str:
    """The mark of an item that never gives its time, or gives it first; else a space."""
    return PROTECTED if protected else FIRST_TO_GO if first_to_go else " "


def minutes_bar(minutes: int, longest: int, columns: int) -> str:
    """Minutes as a bar: those of the longest item take all columns; one minute is seen, too.

    In few columns all items would look alike: there is none.
    """
    return "▆" * max(1, round(minutes / longest * columns)) if columns >= LEAST_BAR and minutes else ""
