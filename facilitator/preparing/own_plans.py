"""Plans of the supervisor's own: saved under neutral ids, and written to files for reading or printing."""

from pathlib import Path

from exercises.card import Text
from exercises.deck import Deck
from exercises.folder import Part
from exercises.writing import plan_source
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _
from facilitator.texts.plans import in_every_language, markdown, plain, titles
from sessions.store.files import replace_file
from sessions.values import Id

MOST_OWN = 999
EXPORTS = "exports"


def free_id(deck: Deck) -> tuple[Id, int]:
    """The id and number of the next plan of one's own: neutral, nothing that was typed."""
    taken = set(deck.plan_ids())
    count = next(n for n in range(1, MOST_OWN + 2) if f"own-{n}" not in taken)
    return Id(f"own-{count}"), count


def own_name(count: int) -> Text:
    """The neutral name of a plan of one's own, in every language of the program."""
    return in_every_language(lambda: _("Own plan {number}").format(number=count))


def save(preparation: Preparation, deck: Deck, name: Text) -> Id:
    """Write a plan into the supervisor's own folder, under a neutral id. Not for the screen's thread.

    Raises:
        OSError: the folder cannot be written.
    """
    folder = deck.folder(Part.PLANS)
    assert folder is not None
    plan_id, _count = free_id(deck)
    source = plan_source(preparation.plan, preparation.people, name, titles(preparation.plan, deck))
    replace_file(folder / f"{plan_id}.toml", source.encode())
    deck.take_in()
    return plan_id


def export(preparation: Preparation, deck: Deck, folder: Path, *, as_markdown: bool) -> Path:
    """Write a plan to a file for reading or printing; returns where it is.

    Raises:
        OSError: the folder cannot be written.
    """
    path = folder / EXPORTS / f"{preparation.plan.id}{'.md' if as_markdown else '.txt'}"
    replace_file(path, (markdown(preparation, deck) if as_markdown else plain(preparation, deck)).encode())
    return path
