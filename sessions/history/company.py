"""The sessions of several computers added up, as of a company's supervisors: each session once, whoever tells of it."""

from collections.abc import Iterable

from sessions.archive import Archive
from sessions.process import NOTHING_AGREED, Form, Head
from sessions.record import Record
from sessions.values import GroupCode


def sessions_of(archives: Iterable[Archive]) -> tuple[tuple[Form, Record], ...]:
    """Every session in any of the archives, with the form of its group there, in the order of its day.

    A group's code is a label that two supervisors may both have used: so its form is looked up in the archive that
    the session is in. Of two copies the one corrected more often counts; what was erased anywhere is in none.
    """
    found: dict[int, tuple[Form, Record]] = {}
    erased: set[int] = set()
    for archive in archives:
        erased |= archive.erased
        heads: dict[GroupCode, Head] = {}
        for code, head in archive.heads.values():
            heads[code] = max(heads.get(code, head), head, key=lambda each: (each.revision, each.turned, each.uid))
        for uid, (code, record) in archive.records.items():
            set_up = heads[code].set_up if code in heads else NOTHING_AGREED
            told = (set_up.form, record)
            found[uid] = max(found.get(uid, told), told, key=lambda each: (each[1].revision, repr(each)))
    kept = (told for uid, told in found.items() if uid not in erased)
    return tuple(sorted(kept, key=lambda told: (told[1].day, told[1].uid)))
