"""The end of a session line by line: what would be kept is said first; nothing is written before it is chosen where."""

from collections.abc import Callable
from random import SystemRandom

from exercises.deck import Deck
from facilitator.desk.screens.ending import BACK, CLOSE_FIRST, NEW, NOTHING, OTHER, choices
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.finishing import finish, record_now
from facilitator.texts.languages import _
from facilitator.texts.names import kept_title
from facilitator.texts.phrases import minutes
from facilitator.texts.reasons import finished, trouble
from facilitator.texts.reviews import goals_line, heading, put_off_line
from sessions.running import RunningSession
from sessions.store.folder import Store
from sessions.store.groups import Group
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Instant, unused_code


class Ending:
    """What will be kept, and where."""

    def __init__(
        self,
        running: RunningSession,
        at: Instant,
        store: Store,
        deck: Deck,
        group: Group | None,
        say: Callable[[str], None],
        close_first: Callable[[], None],
    ) -> None:
        """``at`` is when the session ends: now, or when an interrupted one was last alive.

        ``close_first`` goes to the closing, and the session goes on.
        """
        self._close_first = close_first
        self._running = running
        self._at = at
        self._store = store
        self._deck = deck
        self._group = group
        self._say = say
        self._codes: list[GroupCode] = []
        try:
            self._codes = store.groups.codes()
        except StoreProblem as problem:
            say(trouble(problem))
        self._new = unused_code(self._codes, SystemRandom())

    def show(self, ask: Ask, over: Callable[[], None]) -> None:
        """Say what would be kept and ask where; ``over`` is called when the session has ended and is kept or not."""
        record = record_now(self._running, self._at, self._deck)
        self._say(_("End the session? This is what would be kept"))
        self._say(heading(record, self._running.session.group, len(self._group.records) + 1 if self._group else 0))
        for item in record.items:
            title = kept_title(item, record.plan, self._deck, record.plan_form)
            said = _("{title}: planned {planned}, took {actual}")
            self._say(said.format(title=title, planned=minutes(item.planned), actual=minutes(item.actual)))
        for line in (put_off_line(record), goals_line(record)):
            if line:
                self._say(line)
        self._say(_("Nothing else. Names, titles, the wording of goals and numbers on a scale are forgotten now."))
        self._ask(ask, over)

    def _ask(self, ask: Ask, over: Callable[[], None]) -> None:
        running = self._running
        found = choices(running.session, self._codes, self._new, self._deck, running.words)
        options = [Option(said, what) for said, what in found]

        def chosen(what: str | None) -> None:
            if what is None and self._running.session.ended is not None:
                self._say(_("Choose where the session is kept."))
                self._ask(ask, over)
            elif what is None or what == BACK:
                self._say(_("The session goes on."))
            elif what == OTHER:
                self._ask_group(ask, over)
            elif what == CLOSE_FIRST:
                self._close_first()
            else:
                self._end({NEW: self._new, NOTHING: None}.get(what, what), ask, over)

        ask(Choice(_("Where is it kept?"), options), chosen)

    def _ask_group(self, ask: Ask, over: Callable[[], None]) -> None:
        def chosen(code: GroupCode | None) -> None:
            if code is None:
                self._ask(ask, over)
            else:
                self._end(code, ask, over)

        ask(Choice(_("End and keep for which group?"), [Option(str(code), code) for code in self._codes]), chosen)

    def _end(self, code: str | None, ask: Ask, over: Callable[[], None]) -> None:
        kept = GroupCode(code) if code is not None else None
        self._running.end(self._at, kept)
        try:
            ending = finish(self._running, self._store, kept, self._deck)
        except StoreProblem as problem:
            self._say(_("Not kept yet. {why}").format(why=trouble(problem)))
            self._ask(ask, over)
            return
        self._say(finished(ending))
        over()
