"""A group's file as a TinyDB database, for who writes it: whole, beside the one before, and never in its place.

TinyDB's own storage overwrites its file in place, which a full disk, a kill or a second program turns into
rubbish. Imported by who writes only: reading needs the tables alone, and a session that runs keeps no TinyDB in memory.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import Storage

from sessions.store.files import replace_file
from sessions.store.groupfile import Tables, last_day, previous_of, read_tables


class WholeFile(Storage):
    """A TinyDB storage that replaces its file whole and keeps the version before."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Tables | None:
        """See ``read_tables``."""
        return read_tables(self.path)

    def write(self, data: Tables) -> None:
        """Replace the file; the one before, of whatever version it is, is kept beside it."""
        if self.path.exists():
            replace_file(previous_of(self.path), self.path.read_bytes(), modified=self.path.stat().st_mtime)
        text = json.dumps(data, ensure_ascii=False, allow_nan=False, indent=1)
        replace_file(self.path, text.encode(), modified=last_day(data))


@contextmanager
def opened(path: Path) -> Iterator[TinyDB]:
    """The group's database; everything done to it is written at once, at the end, and only if nothing was raised."""
    db = TinyDB(path, storage=CachingMiddleware(WholeFile))  # type: ignore[no-untyped-call]
    yield db
    db.close()


def put(db: TinyDB, name: str, documents: list[dict[str, Any]]) -> None:
    """Let a table hold exactly these."""
    table = db.table(name)
    table.truncate()
    table.insert_multiple(documents)
