"""The rows of the list of plans, and what each is about."""

from collections.abc import Iterable
from pathlib import Path

from textual.widgets.option_list import Option

from exercises.deck import Deck
from exercises.folder import Part
from facilitator.desk.screens import ready_drawing as drawing
from facilitator.desk.screens.plan_list import OfferedPlan, Section
from facilitator.texts.languages import _
from sessions.values import Id

OWN, BROKEN = "own", "broken:"


def rows(offers: Iterable[OfferedPlan], deck: Deck, columns: int, *, with_own: bool) -> list[Option]:
    """The plans under their sections, at least one row; before them the agenda to use again, ``with_own``."""
    found = [Option(_("The agenda of that session"), OWN)] if with_own else []
    section: Section | None = None
    for offer in offers:
        if offer.section is not section:
            section = offer.section
            found.append(Option(drawing.section(section, first=not found), f"head:{section.name}", disabled=True))
        row_id = f"{section.name}:{offer.plan}" if offer.broken is None else f"{BROKEN}{offer.plan}"
        found.append(Option(drawing.plan_row(offer, deck, columns), row_id))
    return found or [Option(_("No match."), "head:", disabled=True)]


def plan_of(row: str | None) -> Id | None:
    """The plan that a row is about; None for a heading and for an agenda that is no plan."""
    section, _colon, plan = (row or "").partition(":")
    return Id(plan) if plan and section in Section.__members__ else None


def broken_of(row: str | None, deck: Deck) -> Path | None:
    """The file of the plan that a row is about, if it cannot be used."""
    if row is None or not row.startswith(BROKEN):
        return None
    wanted = row.removeprefix(BROKEN)
    return next((path for path in deck.broken(Part.PLANS) if path.stem == wanted), None)
