"""A letter of one page: what this computer holds, every byte accounted for, and how much a record can hold at most."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from math import ceil

from msgspec import Struct

from facilitator.texts.columns import cell_width, to_width, wrapped
from facilitator.texts.languages import N_, _, ngettext
from facilitator.texts.phrases import day
from facilitator.texts.stored import StoredFile, stored
from sessions.record import Record
from sessions.store.capacity import Held, held, most_bits
from sessions.store.folder import Store
from sessions.store.glances import Glance
from sessions.store.sealing import SUFFIX

COLUMNS = 78
ITEMS, GOALS = 10, 3
"""Of the session that serves as an example."""
SETTINGS = "config.toml"
BY_HAND = frozenset({"cards", "plans", "questions", "exports"})


class Kind(Enum):
    """Kinds of files, each with what they are called."""

    GROUPS = N_("groups and their sessions")
    BEFORE = N_("the version before of a group's file")
    SEALED = N_("sealed wording of goals, unreadable here")
    UNFINISHED = N_("sessions not finished, or discarded")
    ASIDE = N_("damaged files that were moved aside")
    BY_HAND = N_("settings, cards, plans and exports, as the supervisor wrote them")
    PROGRAM = N_("locks and marks of the program")
    OTHER = N_("files that this program did not make")


class Sum(Struct, frozen=True):
    """Files of one kind."""

    kind: Kind
    files: int
    size: int
    """Bytes."""


def sums(files: Iterable[StoredFile], store: Store) -> list[Sum]:
    """Every file in one of the kinds; kinds of which there is none are left out."""
    found: dict[Kind, list[int]] = {}
    for file in files:
        found.setdefault(_kind(file, store), []).append(file.size)
    return [Sum(kind, len(found[kind]), sum(found[kind])) for kind in Kind if kind in found]


def letter(store: Store, ids: int, today: date) -> str:
    """The letter. ``ids`` are so many cards and plans as there are to choose from."""
    told = sums(stored(store), store)
    glances = [each for each in store.groups.glances() if isinstance(each, Glance)]
    parts = [
        _title(today),
        "",
        *_paragraph(
            _(
                "On this computer a program helps to lead sessions of supervision. Of a session it keeps the day, the "
                "number of people, the plan, kinds of items, exercises, minutes and goals' code words. It does not "
                "keep who was there, who spoke, what was said, names, titles, or what a goal says."
            )
        ),
        *_files(told, glances),
        *_bits(ids),
        *_paragraph(
            _(
                "A choice of one among n holds log2 n bits; the bits of the parts are added up. The limits are those "
                "with which the program itself refuses a file, found by trying. Everything is a number or a member of "
                "a closed list but the name of a card or plan, which has no spaces and at most 64 letters."
            )
        ),
        *_paragraph(
            _(
                "With a calendar or a contract it can still be told whose history this is; of one person it is "
                "personal data. Copies may be in backups and synchronised folders. Nobody can promise what people "
                "remember, write down or photograph."
            )
        ),
        *_paragraph(
            _(
                "This can be checked without trusting the program: tools/verify_store.py in its source is one file "
                "that needs only Python, can be read in half an hour, and looks through the folder: {folder}"
            ).format(folder=store.folder)
        ),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _kind(file: StoredFile, store: Store) -> Kind:
    path, place = file.path, file.path.parent
    if file.what == _("Not made by this program") or not file.readable:
        return Kind.OTHER
    if place == store.sealed and path.suffix == SUFFIX:
        return Kind.SEALED
    if ".journal" in path.name and place == store.folder:
        return Kind.UNFINISHED
    if place == store.damaged:
        return Kind.ASIDE
    if place.name in BY_HAND or path.name == SETTINGS:
        return Kind.BY_HAND
    if place == store.groups.folder and path.suffix == ".json":
        return Kind.GROUPS
    if place == store.groups.folder and path.suffix == ".previous":
        return Kind.BEFORE
    return Kind.PROGRAM


def _title(today: date) -> str:
    title, said = _("What this computer holds"), day(today)
    return title + " " * max(2, COLUMNS - cell_width(title) - cell_width(said)) + said


def _paragraph(text: str) -> list[str]:
    return [*wrapped(text, COLUMNS), ""]


def _files(told: Sequence[Sum], glances: Sequence[Glance]) -> list[str]:
    groups = ngettext("{count} group", "{count} groups", len(glances)).format(count=len(glances))
    count = sum(glance.sessions for glance in glances)
    sessions = ngettext("{count} session", "{count} sessions", count).format(count=count)
    rows = [(_(each.kind.value), str(each.files), str(each.size)) for each in told]
    rows.append((_("In all"), str(sum(each.files for each in told)), str(sum(each.size for each in told))))
    heads = (_("In the folder: {groups}, {sessions}").format(groups=groups, sessions=sessions), _("files"), _("bytes"))
    return [*_table(heads, rows), ""]


def _bits(ids: int) -> list[str]:
    fields = {each.field: each for each in held(Record, ids)}
    lists = ("items", "rest", "goals")
    alone = sum(each.bits for name, each in fields.items() if name not in lists)
    example = alone + ITEMS * fields["items"].each + GOALS * fields["goals"].each
    rows = [
        (_("day, people, minutes, plan, kind, counts"), _up(alone - fields["uid"].bits)),
        (_("a random number, so that a copy is known as one"), _up(fields["uid"].bits)),
        (_most(_("each item taken up"), fields["items"]), _up(fields["items"].each)),
        (_most(_("each item not taken up"), fields["rest"]), _up(fields["rest"].each)),
        (_most(_("each goal: letter, code word, status"), fields["goals"]), _up(fields["goals"].each)),
        (_("a session of {items} items and {goals} goals").format(items=ITEMS, goals=GOALS), _up(example)),
        (_("the largest record that is taken at all"), _up(most_bits(Record, ids))),
        (_("the same, were names of cards free in their form (a–z, 0–9, hyphen)"), _up(most_bits(Record))),
    ]
    heads = (_("What the record of one session can hold at most"), _("bits"))
    note = _("Cards and plans to choose from here: {count}.").format(count=ids)
    return [*_table(heads, rows), *wrapped(note, COLUMNS), ""]


def _most(said: str, listed: Held) -> str:
    return said + " " + _("(at most {count})").format(count=listed.most)


def _up(bits: float) -> str:
    return str(ceil(bits))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(cell_width(row[column]) for row in (heads, *rows)) for column in range(1, len(heads))]
    first = COLUMNS - sum(widths) - 2 * len(widths)
    return [
        to_width(row[0], first) + "".join(f"  {cell:>{width}}" for cell, width in zip(row[1:], widths, strict=True))
        for row in (heads, *rows)
    ]


def ids_to_choose_from(cards: Iterable[object], plans: Iterable[object]) -> int:
    """How many ids a record can name: those of the deck, and the one that stands for everything special."""
    return len(list(cards)) + len(list(plans)) + 1
