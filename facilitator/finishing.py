"""From the end of a session to its record: in an order that can be interrupted anywhere and finished later."""

from datetime import UTC, date, datetime

from exercises.deck import Deck
from sessions import events as e
from sessions.keeping import record_of
from sessions.record import Record
from sessions.running import RunningSession
from sessions.session import Session
from sessions.store.finished import Finished
from sessions.store.folder import Store
from sessions.store.journal_reading import Unfinished
from sessions.store.problems import StoreProblem
from sessions.transitions import apply
from sessions.values import GroupCode, Instant


def record_now(running: RunningSession, at: Instant, deck: Deck) -> Record:
    """The record that ending the session at ``at`` would keep."""
    session = running.session
    return _record(session if session.ended is not None else apply(session, e.Ended(at)), deck)


def finish(running: RunningSession, store: Store, code: GroupCode | None, deck: Deck) -> Finished:
    """Keep the record of a session that has ended, then take its journal away. Not for the screen's thread.

    ``code`` is the group; None keeps nothing. What an earlier try has kept stays where it is.

    Raises:
        StoreProblem: the record could not be kept. The session is still in its journal, so this can be done again.
    """
    running.journal.flush()
    session = running.session
    kept, mended = _keep(session, store, code, deck)
    try:
        running.journal.remove()
        store.forget(session.uid)
    except StoreProblem as left:
        return Finished(kept, mended, left)
    return Finished(kept, mended)


def finish_interrupted(found: Unfinished, store: Store, deck: Deck) -> Finished:
    """Finish an ending that was interrupted.

    Raises:
        StoreProblem: the record could not be kept; the journal is still there.
    """
    kept, mended = _keep(found.ledger.session, store, found.keep, deck)
    try:
        store.clear(found)
    except StoreProblem as left:
        return Finished(kept, mended, left)
    return Finished(kept, mended)


def _keep(
    session: Session, store: Store, code: GroupCode | None, deck: Deck
) -> tuple[GroupCode | None, StoreProblem | None]:
    kept = store.kept_for(session.uid)
    if kept is not None:
        store.make_sure(kept)
        return kept, None
    if code is None:
        return None, None
    return code, store.keep(code, _record(session, deck), session.starter)


def _record(session: Session, deck: Deck) -> Record:
    sensitive = deck.sensitive(session.plan, (item.exercise for item in session.items))
    text = deck.plan(session.plan) if session.plan is not None else None
    return record_of(session, _day(session), sensitive, text.plan.form if text is not None else None)


def _day(session: Session) -> date:
    instant = session.begun if session.begun is not None else session.anchor
    return datetime.fromtimestamp((instant + session.wall_offset_ms) / 1000, UTC).astimezone().date()
