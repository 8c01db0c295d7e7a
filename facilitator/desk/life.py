"""The life of a session at the desk: found unfinished, opened, shown, over."""

import contextlib
from random import SystemRandom
from typing import TYPE_CHECKING

from facilitator.desk.displays import Displays
from facilitator.desk.ending import EndScreen
from facilitator.desk.forgetting import forget_drawn, forget_everything
from facilitator.desk.live import LiveScreen
from facilitator.desk.past import PastScreen
from facilitator.desk.resume import DISCARD, END_THERE, TAKE_OUT, resume_choice
from facilitator.i18n import _
from facilitator.keeping import finish_interrupted
from facilitator.opening import Preparation
from facilitator.projector.projecting import Projecting
from facilitator.projector.rendezvous import Rendezvous
from facilitator.projector.showing import Showing
from facilitator.sentences import trouble
from sessions import events as e
from sessions.clock import Clock, SystemClock
from sessions.refusal import Refused
from sessions.running import RunningSession
from sessions.store.journal import Unfinished, remove_journal
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode

if TYPE_CHECKING:
    from facilitator.desk.app import Desk

A_MOMENT = 0.5
"""Seconds in which the screens of a session are gone for good; until then they may draw themselves once more."""


def look_for_unfinished(desk: "Desk") -> None:
    """Find the session that was interrupted; finish an ending that was."""
    desk.unfinished = None
    try:
        desk.store.claim()
        found = desk.store.unfinished()
        if found is not None and found.ledger.session.ended is not None:
            kept = finish_interrupted(found, desk.store, desk.deck)
            if kept is not None:
                desk.say(_("The ending that was interrupted is done: kept for group {code}.").format(code=kept))
            found = None
        desk.unfinished = found
    except StoreProblem as problem:
        desk.say(trouble(problem))
    finally:
        if desk.unfinished is None:
            desk.store.release()


def offer_unfinished(desk: "Desk") -> None:
    """Ask what to do with it."""
    found = desk.unfinished
    if found is None:
        return
    clock = desk.chosen_clock or SystemClock(found.anchor, found.ledger.session.wall_offset_ms)
    desk.push_screen(resume_choice(found, clock.now(), desk.deck), lambda choice: _resumed(desk, choice, found, clock))


def _resumed(desk: "Desk", choice: str | None, found: Unfinished, clock: Clock) -> None:
    if choice is None:
        return
    desk.unfinished = None
    if choice == DISCARD:
        try:
            remove_journal(desk.store.journal_path)
        except StoreProblem as problem:
            desk.say(trouble(problem))
        Rendezvous(desk.store.folder).clear()
        desk.store.release()
        desk.back_home()
        return
    running = RunningSession(found.ledger, clock, desk.store.journal(clock.anchor(), found))
    if choice != END_THERE:
        now = running.now()
        with contextlib.suppress(Refused):
            running.do(e.GapNoticed(now, now - found.last_alive))
            if choice == TAKE_OUT:
                running.do(e.GapTakenOut(now))
    _show(desk, running)
    if choice == END_THERE:
        desk.push_screen(EndScreen(running, found.last_alive))


def open_session(desk: "Desk", prepared: Preparation) -> None:
    """Make a session ready and show it. One that is unfinished comes first: its journal must not be lost."""
    if desk.running is not None:
        return
    if desk.unfinished is not None:
        offer_unfinished(desk)
        return
    try:
        desk.store.claim()
    except StoreProblem as problem:
        if problem.trouble is Trouble.LOCKED:
            desk.say(trouble(problem))
            return
    clock = desk.chosen_clock or SystemClock()
    opened = prepared.opened(clock, desk.group(prepared.group), SystemRandom())
    journal = desk.store.journal(clock.anchor())
    _show(desk, RunningSession.open(opened, clock, journal, notices=desk.chosen_clock is None))


def _show(desk: "Desk", running: RunningSession) -> None:
    desk.running = running
    desk.showing = Showing()
    desk.displays = Displays(desk, Projecting(running, desk.deck, desk.showing, desk.store.folder))
    running.listen(desk.refresh_group)
    if desk.displays.projecting.was_open:
        desk.displays.open()
    desk.push_screen(LiveScreen(running, desk.session_number(running.session.group)))


def session_over(desk: "Desk", code: GroupCode | None, mended: StoreProblem | None) -> None:
    """The session has ended and its journal is gone: show what was kept."""
    desk.close_displays(over=True)
    if desk.running is not None:
        forget_everything(desk.running, desk.showing)
        desk.running.unlisten(desk.refresh_group)
    desk.running = None
    desk.store.release()
    desk.back_home()
    desk.set_timer(A_MOMENT, forget_drawn)
    group = desk.group(code)
    if group is not None and group.records:
        desk.push_screen(PastScreen(group, group.records[-1], len(group.records)))
        desk.say(trouble(mended) if mended else _("Kept for group {code}. This is all of it.").format(code=code))
    else:
        desk.say(_("The session has ended. Nothing was kept."))
