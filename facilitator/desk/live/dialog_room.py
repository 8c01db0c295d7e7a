"""Where a dialog lies over the live screen: what is left of the item and how the session stands stay in sight."""

from textual.geometry import Region
from textual.screen import Screen

from facilitator.desk.widgets.dialog_place import Place

COLUMNS, ROWS = 56, 17
"""Of a dialog, at least, for it to lie beside the agenda, and below what is left."""


def dialog_room(live: Screen[None]) -> Place:
    """Below what stays in sight, beside the agenda; alone where there is no room beside it."""
    top, face, time, now = (live.query_one(f"#{name}").region for name in ("top", "face", "time", "now"))
    whole = live.app.size.region
    foot = live.query_one("#middle").region.bottom
    beside = Region(now.x + 1, time.bottom, now.width - 2, foot - time.bottom)
    if beside.width >= COLUMNS and beside.height >= ROWS:
        picture = live.query_one("#wall" if live.has_class("-widest") else "#group").region
        return Place(beside, clear=(top, face, time, picture), bare=(beside,), hangs=True)
    below = max(top.bottom, time.bottom - 1)  # its second row is empty
    if whole.height - below < ROWS:
        below = top.bottom
    clear = tuple(region for region in (top, face, time) if region.y < below)
    return Place(Region(0, below, whole.width, whole.height - below), clear, bare=(whole,), hangs=True)
