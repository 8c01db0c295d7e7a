"""A record that was kept for the wrong group goes to the right one: in one of the two at any time that counts."""

from dataclasses import replace

from sessions.process import Head, uid_of_head
from sessions.store.codec import Moving
from sessions.store.intents import DataFolder, done, intend, intended
from sessions.store.problems import problem
from sessions.values import GroupCode


def move(store: DataFolder, uid: int, source: GroupCode, target: GroupCode) -> None:
    """Move a record to another group, which may have no file yet. Only for the one writer.

    Raises:
        KeyError: the group has no such record.
        StoreProblem: it could not be done. Before anything was, or else ``finish`` goes on with it.
    """
    if uid not in store.groups.contents(source).records:
        raise KeyError(uid)
    store.groups.contents(target)
    try:
        intend(store.moving_path, Moving(uid, source, target))
        finish(store)
    except OSError as error:
        raise problem(error, store.moving_path) from error


def finish(store: DataFolder) -> None:
    """Go on with what was begun, if anything was. Only for the one writer.

    Raises:
        OSError: something could not be done; this can be done again.
        StoreProblem: so too.
    """
    moving = intended(store.moving_path, Moving)
    if moving is None:
        return
    source = store.groups.contents(moving.source)
    record = source.records.get(moving.uid)
    if record is not None and moving.source != moving.target:
        target = store.groups.contents(moving.target)
        if moving.uid not in target.records:
            head = target.head or Head(uid_of_head(moving.uid))
            moved = replace(record, revision=record.revision + 1)
            store.groups.write(target.with_head(head).with_record(moved))
        store.groups.write(source.without({moving.uid}))
    done(store.moving_path)
