"""What a proposal says, at the desk and on the group's wall: which way it goes, what it changes, when it would end."""

from collections.abc import Callable

from facilitator.texts.languages import _
from facilitator.texts.names import name_of
from facilitator.texts.phrases import clock, minutes
from sessions.agenda import Item
from sessions.proposals import Proposal, Way

Titles = Callable[[Item], str]
"""The title of an item, as whoever reads it may see it."""


def way_in_words(choice: Proposal, title: Titles) -> str:
    """What would be done."""
    of = title(choice.item) if choice.item else ""
    match choice.way:
        case Way.SPREAD:
            return _("Shorten several a little")
        case Way.FROM_ONE:
            return _("Shorten “{title}”").format(title=of)
        case Way.PUT_OFF:
            return _("Move “{title}” to next time").format(title=of)
        case Way.TO_CLOSING:
            return _("Go straight to the closing")
        case Way.END_LATER:
            return _("End {minutes} later").format(minutes=minutes(choice.later))


def effects(choice: Proposal, title: Titles) -> list[str]:
    """Every later item as it would be."""
    parts = []
    for before, after in zip(choice.before, choice.after, strict=True):
        if after.state is not before.state:
            parts.append(f"{title(before)}: {name_of(after.state)}")
        elif after.given != before.given:
            parts.append(f"{title(before)}: {_shortened(before, after)}")
        else:
            parts.append(f"{title(before)}: {minutes(after.given)}")
    return parts


def changes(choice: Proposal, title: Titles) -> list[str]:
    """What would change, besides what ``way_in_words`` has said: of one item that is named there, only its minutes."""
    pairs = [(before, after) for before, after in zip(choice.before, choice.after, strict=True) if before != after]
    if choice.way is Way.FROM_ONE:
        return [_shortened(before, after) for before, after in pairs]
    if choice.way is Way.PUT_OFF:
        return []
    return [
        f"{title(before)}: {_shortened(before, after)}" if after.given != before.given
        else f"{title(before)}: {name_of(after.state)}"
        for before, after in pairs
    ]  # fmt: skip


def _shortened(before: Item, after: Item) -> str:
    return f"{before.given} → {minutes(after.given)}"


def end_in_words(choice: Proposal, wall_offset_ms: int, *, agreed: bool) -> str:
    """When it would end, with what would still be missing; ``agreed`` says the agreed end beside it."""
    ends = _("Ends {time}, agreed {agreed}") if agreed else _("Ends {time}")
    said = ends.format(time=clock(choice.end, wall_offset_ms), agreed=clock(choice.agreed_end, wall_offset_ms))
    over = _("still {minutes} over").format(minutes=minutes(choice.over))
    return f"{said} · {over}" if choice.over else said
