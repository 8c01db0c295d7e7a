"""Writing a group's file, always whole: apart from reading, which needs neither TinyDB nor what can be written.

TinyDB's own storage overwrites its file in place, which a full disk, a kill or a second program turns into
rubbish. This one reads whole, writes whole beside, and keeps the version before.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage

from sessions.store.codec import to_document
from sessions.store.contents import Contents
from sessions.store.files import replace_file
from sessions.store.groupfile import GROUP, SESSIONS, Tables, last_day, previous_of, schema, tables_from


class WholeFile(Storage):
    """A TinyDB storage that replaces its file whole and keeps the version before."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Tables | None:
        """Everything in the file, brought up to date; None when there is no file.

        Raises:
            ValueError: the file holds something else.
            StoreProblem: it was written by a newer program.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        return tables_from(data, self.path)

    def write(self, data: Tables) -> None:
        """Replace the file; the one before, of whatever version it is, is kept beside it."""
        if self.path.exists():
            replace_file(previous_of(self.path), self.path.read_bytes(), modified=self.path.stat().st_mtime)
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
        replace_file(self.path, text.encode(), modified=last_day(data))


def write_whole(path: Path, contents: Contents) -> None:
    """Make the file hold exactly this. Raises ``OSError``; the old file is untouched then."""
    with _opened(path) as db:
        _put(db, "meta", [{"schema": schema()}])
        _put(db, GROUP, [to_document(head) for head in contents.heads.values()])
        _put(db, SESSIONS, [to_document(record) for record in contents.records.values()])


@contextmanager
def _opened(path: Path) -> Iterator[TinyDB]:
    """The group's database; everything done to it is written at once, at the end, and only if nothing was raised."""
    db = TinyDB(path, storage=CachingMiddleware(WholeFile))  # type: ignore[no-untyped-call]
    yield db
    db.close()


def _put(db: TinyDB, name: str, documents: list[dict[str, Any]]) -> None:
    table = db.table(name)
    table.truncate()
    table.insert_multiple(documents)
