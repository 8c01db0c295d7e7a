"""Home line by line: the groups with what comes next, plans and cards found by words, a session without a group."""

from collections.abc import Callable, Sequence
from functools import cache, partial

from exercises.deck import Deck
from facilitator.desk.screens.home_facts import GroupRow, in_order, is_group
from facilitator.desk.screens.home_search import DeckFinder
from facilitator.plain import saying
from facilitator.plain.dialogs import Say
from facilitator.plain.finding import Finding, Hit
from facilitator.plain.making_ready import MakingReady, Ways
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from facilitator.settings import read_settings
from facilitator.texts.languages import _
from facilitator.texts.names import exercise_name, plan_name
from facilitator.texts.phrases import date_of, short_day
from facilitator.texts.processes import where_it_is
from facilitator.texts.reasons import trouble
from sessions.clock import SystemClock
from sessions.store.folder import Store
from sessions.store.glances import Glance
from sessions.store.problems import StoreProblem
from sessions.values import GroupCode, Id

Act = Callable[[], None]


class PlainHome:
    """Where a session begins that was not asked for in full."""

    def __init__(self, store: Store, deck: Deck, say: Say, ways: Ways, leave: Act, bring_back: Act) -> None:
        """``leave`` closes the program; ``bring_back`` offers the session again that was discarded last."""
        self._store = store
        self._deck = deck
        self._say = say
        self._ways = ways
        self._leave = leave
        self._bring_back = bring_back
        self._wall = SystemClock().wall

    def ask(self) -> None:
        """Say the groups, today's first, and ask for one."""
        today = date_of(self._wall())
        glances = list(self._store.groups.glances())
        for problem in (each for each in glances if isinstance(each, StoreProblem)):
            self._say(trouble(problem))
        rows = in_order([GroupRow.of(each, today) for each in glances if isinstance(each, Glance)], today)
        finder = cache(lambda: DeckFinder(self._deck))
        without: list[Hit[Act]] = [Hit(_("A session now, without a group"), partial(self._make_ready, None))]
        if self._store.has_discarded():
            without.append(Hit(_("Bring back the session that was discarded"), self._bring_back))

        def find(words: str) -> list[Hit[Act]]:
            like = [row for row in rows if is_group(words, row.code, plan_name(row.proposal.plan, self._deck))]
            found = finder()
            plans: list[Hit[Act]] = [
                Hit(self._plan_said(plan), partial(self._make_plan_ready, plan)) for plan in found.plans(words)
            ]
            cards: list[Hit[Act]] = [
                Hit(self._card_said(card), partial(self._read, card)) for card in found.cards(words)
            ]
            return [*self._groups(like), *plans, *cards]

        def taken(act: Act | None) -> None:
            (act or self._leave)()

        alone = _("Enter alone closes the program.")
        hits = [*without, *self._groups(rows)]
        self._ways.put(Finding(_("Home. Which group?"), hits, find, self._say, taken, nothing=alone))

    def _groups(self, rows: Sequence[GroupRow]) -> list[Hit[Act]]:
        return [Hit(self._group_said(row), partial(self._make_ready, row.code)) for row in rows]

    def _group_said(self, row: GroupRow) -> str:
        parts = [str(row.code), *where_it_is(row.past, row.set_up, date_of(self._wall()))]
        if row.last is not None:
            parts.append(_("last met {day}").format(day=short_day(row.last)))
        next_plan = plan_name(row.proposal.plan, self._deck)
        parts.append(_("ended") if row.is_closed else _("next {plan}").format(plan=next_plan))
        return ", ".join(part for part in parts if part)

    def _plan_said(self, plan: Id) -> str:
        return _("plan: {name}").format(name=plan_name(plan, self._deck))

    def _card_said(self, card: Id) -> str:
        return _("card: {name}").format(name=exercise_name(card, self._deck))

    def _making_ready(self, code: GroupCode | None) -> MakingReady | None:
        try:
            group = self._store.groups.read(code) if code is not None else None
        except StoreProblem as problem:
            self._say(trouble(problem))
            return None
        return MakingReady(self._deck, self._wall, group, read_settings(self._store.folder), self._say, self._ways)

    def _make_ready(self, code: GroupCode | None) -> None:
        made = self._making_ready(code)
        if made is None:
            self.ask()
        else:
            made.ask_plan()

    def _make_plan_ready(self, plan: Id) -> None:
        made = self._making_ready(None)
        assert made is not None
        made.ready(plan)

    def _read(self, card: Id) -> None:
        found = self._deck.card(card)
        if found is not None:
            for line in saying.card(found, DEFAULT_PEOPLE, self._deck):
                self._say(line)
        self.ask()
