"""From the end of a session to its record: in an order that can be interrupted anywhere and finished later."""

from datetime import UTC, date, datetime

from exercises.deck import Deck
from sessions import events as e
from sessions.record import Record, record_of
from sessions.running import RunningSession
from sessions.session import Session
from sessions.store.folder import Store
from sessions.store.journal import Unfinished, remove_journal
from sessions.store.problems import StoreProblem
from sessions.transitions import apply
from sessions.values import GroupCode, Instant


def record_now(running: RunningSession, at: Instant, deck: Deck) -> Record:
    """The record that ending the session at ``at`` would keep."""
    session = running.session
    return _record(session if session.ended is not None else apply(session, e.Ended(at)), deck)


def finish(running: RunningSession, store: Store, code: GroupCode | None, deck: Deck) -> StoreProblem | None:
    """Keep the record of a session that has ended, forget its words, and take its journal away.

    ``code`` is the group; None keeps nothing. Returns what had to be mended on the way, to be told.

    Raises:
        StoreProblem: the record could not be kept. The session is still in its journal, so this can be done again.
    """
    running.journal.flush()
    mended = None
    if code is not None:
        mended = store.keep(code, _record(running.session, deck), running.session.starter)
    running.words.forget()
    running.journal.remove()
    return mended


def finish_interrupted(found: Unfinished, store: Store, deck: Deck) -> GroupCode | None:
    """Finish an ending that was interrupted. Returns the group whose session was kept; None when nothing was to be.

    Raises:
        StoreProblem: the record could not be kept; the journal is still there.
    """
    last = found.events[-1]
    assert isinstance(last, e.Ended)
    if last.keep is not None:
        session = found.ledger.session
        store.keep(last.keep, _record(session, deck), session.starter)
    remove_journal(store.journal_path)
    return last.keep


def _record(session: Session, deck: Deck) -> Record:
    sensitive = deck.sensitive(session.plan, (item.exercise for item in session.items))
    return record_of(session, _day(session), sensitive)


def _day(session: Session) -> date:
    instant = session.begun if session.begun is not None else session.anchor
    return datetime.fromtimestamp((instant + session.wall_offset_ms) / 1000, UTC).astimezone().date()
