"""A session that was interrupted: finding it, and going on with it. An interrupted ending is finished on the way."""

from msgspec import Struct

from exercises.deck import Deck
from facilitator.finishing import finish_interrupted
from facilitator.texts.languages import _
from facilitator.texts.reasons import finished, trouble
from sessions import events as e
from sessions.clock import Clock, SystemClock
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.store.journal_reading import Unfinished
from sessions.store.problems import StoreProblem, Trouble


class Found(Struct, frozen=True):
    """What a look at the journals found."""

    unfinished: Unfinished | None
    is_free: bool
    """Whether a session can be run here: no other program runs one."""
    sentences: str
    """What has to be said."""


def look(store: Store, deck: Deck) -> Found:
    """Look at the journals, and finish the endings that were interrupted.

    Where another program is running a session, nothing is touched. Where nobody can know (there can be no lock),
    every journal is looked at all the same.
    """
    sentences: list[str] = []
    try:
        store.claim()
    except StoreProblem as problem:
        sentences.append(trouble(problem))
        if problem.trouble is Trouble.LOCKED:
            return Found(None, is_free=False, sentences=sentences[0])
    found = store.look()
    sentences += map(trouble, found.problems)
    waiting = [
        each for each in found.sessions if not (_is_over(each, store) and _finished(each, store, deck, sentences))
    ]
    if not waiting:
        store.release()
    return Found(waiting[0] if waiting else None, is_free=True, sentences=" ".join(sentences))


def _is_over(found: Unfinished, store: Store) -> bool:
    """Ended, or an earlier copy of a journal whose session has ended and is kept: there is nothing to go on with."""
    return found.ended or store.kept_for(found.uid) is not None


def _finished(found: Unfinished, store: Store, deck: Deck, sentences: list[str]) -> bool:
    """Finish an ending that was interrupted, and say so."""
    try:
        ending = finish_interrupted(found, store, deck)
    except StoreProblem as problem:
        sentences.append(_("Not kept yet. {why}").format(why=trouble(problem)))
        return False
    if ending.mended or ending.left:
        sentences.append(finished(ending))
    elif ending.kept is not None:
        done = _("The ending that was interrupted is done: kept for group {code}.")
        sentences.append(done.format(code=ending.kept))
    return True


def clock_after(found: Unfinished, given: Clock | None) -> tuple[Clock, int | None]:
    """The clock to go on with, and the milliseconds for which nothing ran; None when nobody can tell.

    ``given`` is a clock to be used instead of the computer's.
    """
    if given is not None:
        return given, max(0, given.now() - found.last_alive)
    clock = SystemClock(found.anchor, found.ledger.session.wall_offset_ms, found.last_alive)
    return clock, None if clock.was_set_back else clock.now() - found.last_alive


def count_gap(running: RunningSession, gap: int) -> bool:
    """Count a gap in milliseconds, as the room lived it; not while paused or before the beginning."""
    if gap <= 0:
        return False
    try:
        running.do(e.GapNoticed(running.now(), gap))
    except Refused:
        return False
    return True
