"""Moving house: everything that is kept as one file, and reading such a file in, from whichever computer it comes."""

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zlib import crc32

import msgspec
from msgspec import Struct

from sessions.archive import Archive
from sessions.process import Head
from sessions.record import Record
from sessions.store import erasing, tombstones
from sessions.store.codec import Erasing, to_document
from sessions.store.contents import Contents, contents_of
from sessions.store.decoding import UnknownHere, from_document
from sessions.store.files import replace_file
from sessions.store.groupfile import OF_A_GROUP, tables_from
from sessions.store.problems import StoreProblem, Trouble, problem
from sessions.values import GroupCode

if TYPE_CHECKING:
    from sessions.store.folder import Store

VERSION = 1


class _Form(msgspec.Struct, forbid_unknown_fields=True):
    facilitator: int
    """The version of this form."""
    erased: list[int]
    sessions: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    check: int
    """Of the rest: a file that was damaged on its way is recognised."""


class Brought(Struct, frozen=True):
    """What reading a file in did to one group."""

    code: GroupCode
    new: int
    """Sessions that were not here."""
    changed: int
    """Sessions of which the other copy was corrected later."""
    erased: int
    """Sessions that were erased elsewhere."""
    were_two: bool
    """Two groups had this code, one here and one there, and now are one."""


def archive_of(store: "Store") -> Archive:
    """Everything that is kept.

    Raises:
        StoreProblem: a group's file cannot be read, so that nobody knows what all is.
    """
    found = Archive(erased=tombstones.buried(store.erased_path))
    return sum((_of_contents(store.groups.contents(code)) for code in store.groups.codes()), found)


def export(store: "Store", path: Path) -> Archive:
    """Write everything that is kept to one file, in the place of whatever is there; returns what is in it.

    Raises:
        StoreProblem: something cannot be read or written; a file that was there is untouched.
    """
    archive = archive_of(store)
    try:
        replace_file(path, encoded(archive))
    except OSError as error:
        raise problem(error, path) from error
    return archive


def encoded(archive: Archive) -> bytes:
    """An archive as the bytes of a file; the same archive gives the same bytes."""
    form = _Form(
        VERSION,
        sorted(archive.erased),
        [{"group": str(c), **to_document(record)} for _uid, (c, record) in sorted(archive.records.items())],
        [{"group": str(code), **to_document(head)} for _uid, (code, head) in sorted(archive.heads.items())],
        0,
    )
    form.check = _check(form)
    return msgspec.json.format(msgspec.json.encode(form), indent=1)


def archive_in(path: Path) -> Archive:
    """What a file holds: one made by ``export``, a group's file or a copy of it, or a copy of the tombstones.

    Raises:
        StoreProblem: ``DAMAGED`` when it is none of these or not whole, ``NEWER`` when a newer program wrote it.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise problem(error, path) from error
    try:
        if match := OF_A_GROUP.fullmatch(path.name):
            return _of_contents(contents_of(GroupCode(match[1]), tables_from(data, path), path))
        if path.name.startswith("erased"):
            return Archive(erased=tombstones.parsed(data))
        return _decoded(data, path)
    except (ValueError, RecursionError) as error:
        raise StoreProblem(Trouble.DAMAGED, path) from error


def copies_left(store: "Store") -> tuple[Path, ...]:
    """Copies of groups' files, and of the tombstones, that a synchronising program left beside them.

    Each can be read in with ``archive_in``. A folder that cannot be looked into has none that are known.
    """
    try:
        groups = [path for path in store.groups.folder.glob("R*.json") if path.stem not in store.groups.codes()]
        erased = [path for path in store.folder.glob("erased*.json") if path != store.erased_path]
    except (OSError, StoreProblem):
        return ()
    return tuple(sorted(path for path in (*groups, *erased) if OF_A_GROUP.fullmatch(path.name) or path in erased))


def bring(store: "Store", archive: Archive) -> tuple[Brought, ...]:
    """Join an archive with what is kept here. Only for the one writer. Interrupted, it can be done again.

    Copies that a synchronising program left here are joined too: erasing takes those away that tell of what was
    erased, and one of them may be all there is of another session.

    Raises:
        StoreProblem: something here cannot be read (then nothing was changed) or written.
    """
    before = archive_of(store)
    archive = sum(map(_if_whole, copies_left(store)), archive)
    after = before + archive
    brought = _changes(before, after, archive)
    codes = {*before.codes, *after.codes}
    for code in codes:
        _put(store, code, after, keeping=True)
    gone = after.erased - before.erased
    try:
        tombstones.bury(store.erased_path, gone)
    except OSError as error:
        raise problem(error, store.erased_path) from error
    for code in before.codes:
        uids = gone & {uid for uid, (of, _each) in (*before.records.items(), *before.heads.items()) if of == code}
        if uids:
            erasing.erase(store, Erasing(code, tuple(sorted(uids)), code not in after.codes))
    for code in codes & {*store.groups.codes()}:
        _put(store, code, after, keeping=False)
    return brought


def _if_whole(path: Path) -> Archive:
    try:
        return archive_in(path)
    except StoreProblem:
        return Archive()


def _put(store: "Store", code: GroupCode, after: Archive, *, keeping: bool) -> None:
    """Bring a group's file up to ``after``: first everything new everywhere, then, not ``keeping``, what left goes."""
    here = store.groups.contents(code)
    records = {uid: record for uid, (of, record) in after.records.items() if of == code}
    heads = {uid: head for uid, (of, head) in after.heads.items() if of == code}
    now = Contents(code, {**here.records, **records}, {**here.heads, **heads})
    if not keeping:
        now = now.without({*here.records, *here.heads} - {*records, *heads})
    if now != here:
        store.groups.write(now)


def _changes(before: Archive, after: Archive, archive: Archive) -> tuple[Brought, ...]:
    found = []
    for code in sorted({*before.codes, *after.codes}, key=lambda code: (len(code), code)):
        here = {uid: record for uid, (of, record) in before.records.items() if of == code}
        now = {uid: record for uid, (of, record) in after.records.items() if of == code}
        ours = {uid for uid, (of, _head) in before.heads.items() if of == code}
        theirs = {uid for uid, (of, _head) in archive.heads.items() if of == code}
        brought = Brought(
            code,
            len(now.keys() - here.keys()),
            sum(now[uid] != here[uid] for uid in now.keys() & here.keys()),
            len(here.keys() & after.erased),
            bool(ours) and bool(theirs) and not ours & theirs and not theirs <= after.erased,
        )
        if brought.new or brought.changed or brought.erased or brought.were_two:
            found.append(brought)
    return tuple(found)


def _of_contents(contents: Contents) -> Archive:
    code = contents.code
    return Archive(
        {uid: (code, record) for uid, record in contents.records.items()},
        {uid: (code, head) for uid, head in contents.heads.items()},
    )


def _decoded(data: bytes, path: Path) -> Archive:
    raw = msgspec.json.decode(data)
    if isinstance(raw, dict) and type(raw.get("facilitator")) is int and raw["facilitator"] > VERSION:
        raise StoreProblem(Trouble.NEWER, path)
    form = msgspec.convert(raw, _Form)
    if form.check != _check(form):
        raise ValueError("not whole")
    try:
        records = [(_code(each), from_document(each, Record, strict=True)) for each in form.sessions]
        heads = [(_code(each), from_document(each, Head, strict=True)) for each in form.groups]
    except UnknownHere as unknown:
        raise StoreProblem(Trouble.NEWER, path) from unknown
    return Archive(
        {record.uid: (code, record) for code, record in records},
        {head.uid: (code, head) for code, head in heads},
        frozenset(form.erased),
    )


def _code(document: dict[str, Any]) -> GroupCode:
    return GroupCode(str(document.pop("group")))


def _check(form: _Form) -> int:
    return crc32(msgspec.json.encode([form.facilitator, form.erased, form.sessions, form.groups], order="sorted"))
