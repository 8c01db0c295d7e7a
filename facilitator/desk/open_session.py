"""The life of a session at the desk: found unfinished, opened, shown, over."""

import contextlib
from random import SystemRandom
from typing import TYPE_CHECKING

from facilitator.desk.displays import Displays
from facilitator.desk.forgetting import forget_drawn, forget_everything
from facilitator.desk.live.screen import LiveScreen
from facilitator.desk.screens.ending import EndScreen
from facilitator.desk.screens.review import PastScreen
from facilitator.desk.screens.unfinished import DISCARD, END_THERE, TAKE_OUT, discard_choice, resume_choice
from facilitator.finishing import Finished, finish_interrupted
from facilitator.preparing.preparation import Preparation
from facilitator.projector.projection import Projection
from facilitator.projector.rendezvous import Rendezvous
from facilitator.projector.selection import Selection
from facilitator.texts.languages import _
from facilitator.texts.reasons import finished, trouble
from sessions import events as e
from sessions.clock import Clock, SystemClock
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.journal_reading import Unfinished
from sessions.store.problems import StoreProblem, Trouble

if TYPE_CHECKING:
    from facilitator.desk.app import Desk

A_MOMENT = 0.5
"""Seconds in which the screens of a session are gone for good; until then they may draw themselves once more."""


def look_for_unfinished(desk: "Desk") -> None:
    """Find the session that was interrupted; finish an ending that was."""
    if said := _look(desk)[1]:
        desk.say(said)


def _look(desk: "Desk") -> tuple[bool, str]:
    """Look at the journals. Returns whether a session can be run here, and what has to be said.

    Where another program is running one, nothing is touched. Where nobody can know (there can be no lock), every
    journal is looked at all the same.
    """
    said: list[str] = []
    desk.unfinished = None
    try:
        desk.store.claim()
    except StoreProblem as problem:
        said.append(trouble(problem))
        if problem.trouble is Trouble.LOCKED:
            return False, said[0]
    found = desk.store.look()
    said += map(trouble, found.problems)
    waiting = [session for session in found.sessions if not (session.ended and _finished(desk, session, said))]
    if waiting:
        desk.unfinished = waiting[0]
    else:
        desk.store.release()
    return True, " ".join(said)


def _finished(desk: "Desk", found: Unfinished, said: list[str]) -> bool:
    """Finish an ending that was interrupted, and say so."""
    try:
        ending = finish_interrupted(found, desk.store, desk.deck)
    except StoreProblem as problem:
        said.append(_("Not kept yet. {why}").format(why=trouble(problem)))
        return False
    if ending.mended or ending.left:
        said.append(finished(ending))
    elif ending.kept is not None:
        done = _("The ending that was interrupted is done: kept for group {code}.")
        said.append(done.format(code=ending.kept))
    return True


def offer_unfinished(desk: "Desk") -> None:
    """Ask what to do with it."""
    found = desk.unfinished
    if found is None:
        return
    clock, gap = _clock_after(desk, found)
    desk.push_screen(
        resume_choice(found, gap, desk.deck), lambda choice: _resumed(desk, choice, found, clock, gap or 0)
    )


def _clock_after(desk: "Desk", found: Unfinished) -> tuple[Clock, int | None]:
    """The clock to go on with, and the milliseconds for which nothing ran; None when nobody can tell."""
    if desk.chosen_clock is not None:
        return desk.chosen_clock, max(0, desk.chosen_clock.now() - found.last_alive)
    clock = SystemClock(found.anchor, found.ledger.session.wall_offset_ms, found.last_alive)
    return clock, None if clock.was_set_back else clock.now() - found.last_alive


def _resumed(desk: "Desk", choice: str | None, found: Unfinished, clock: Clock, gap: int) -> None:
    if choice is None:
        return
    if choice == DISCARD:
        desk.push_screen(discard_choice(found, desk.deck), lambda sure: _discarded(desk, found) if sure else None)
        return
    desk.unfinished = None
    running = RunningSession(found.ledger, clock, desk.store.journal(clock.anchor(), found))
    if choice != END_THERE:
        _count(running, gap)
        if choice == TAKE_OUT:
            with contextlib.suppress(Refused):
                running.do(e.GapTakenOut(running.now()))
    _show(desk, running)
    if choice == END_THERE:
        desk.push_screen(EndScreen(running, found.last_alive), lambda _result: _not_ended_there(desk, running, gap))


def _count(running: RunningSession, gap: int) -> bool:
    """The gap counts, as the room lived it; not while paused or before the beginning."""
    if gap <= 0:
        return False
    try:
        running.do(e.GapNoticed(running.now(), gap))
    except Refused:
        return False
    return True


def _not_ended_there(desk: "Desk", running: RunningSession, gap: int) -> None:
    """It goes on instead: the gap is counted like any other, and told."""
    if desk.running is running and running.session.ended is None and _count(running, gap):
        for screen in desk.screen_stack:
            if isinstance(screen, LiveScreen):
                screen.noticed(gap, 0)


def _discarded(desk: "Desk", found: Unfinished) -> None:
    try:
        desk.store.discard(found)
    except StoreProblem as problem:
        desk.say(trouble(problem))
        return
    desk.unfinished = None
    Rendezvous(desk.store.folder).clear()
    desk.store.release()
    desk.back_home()
    desk.say(_("Discarded. Until the next session is over it can be brought back from here."))


def bring_back(desk: "Desk") -> None:
    """Offer the session that was discarded last again."""
    try:
        desk.store.claim()
        desk.store.bring_back()
    except StoreProblem as problem:
        desk.say(trouble(problem))
        return
    look_for_unfinished(desk)
    desk.back_home()
    offer_unfinished(desk)


def open_session(desk: "Desk", prepared: Preparation) -> None:
    """Make a session ready and show it. One that is unfinished comes first: its journal must not be lost."""
    if desk.running is not None:
        return
    free, said = _look(desk)
    if not free or desk.unfinished is not None:
        desk.say(said)
        offer_unfinished(desk)
        return
    with contextlib.suppress(StoreProblem):  # said already; the session runs, and its journal is its own
        desk.store.claim()
    clock = desk.chosen_clock or SystemClock()
    opened = prepared.opened(clock, desk.group(prepared.group), SystemRandom())
    journal = desk.store.journal(clock.anchor())
    _show(desk, RunningSession.open(opened, clock, journal, notices=desk.chosen_clock is None))
    desk.say(said)


def _show(desk: "Desk", running: RunningSession) -> None:
    desk.running = running
    desk.showing = Selection()
    desk.displays = Displays(desk, Projection(running, desk.deck, desk.showing, desk.store.folder))
    running.listen(desk.refresh_group)
    if desk.displays.projecting.was_open:
        desk.displays.open()
    desk.push_screen(LiveScreen(running, desk.session_number(running.session.group)))


def leave_unbegun(desk: "Desk") -> None:
    """Back home from a session that was made ready and never begun: it leaves nothing."""
    assert desk.running is not None
    desk.close_displays(over=True)
    problem = desk.running.leave()
    desk.running = None
    desk.store.release()
    desk.back_home()
    if problem is not None:
        desk.say(trouble(problem))


def session_over(desk: "Desk", ending: Finished) -> None:
    """The session has ended: show what was kept."""
    desk.close_displays(over=True)
    if desk.running is not None:
        forget_everything(desk.running, desk.showing)
        desk.running.unlisten(desk.refresh_group)
    desk.running = None
    desk.store.release()
    desk.back_home()
    desk.set_timer(A_MOMENT, forget_drawn)
    group = desk.group(ending.kept)
    if group is not None and group.records:
        desk.push_screen(PastScreen(group, group.records[-1], len(group.records)))
    desk.say(finished(ending))
