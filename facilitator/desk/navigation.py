"""The ways between the screens: each asks by a message, and is answered here, with what it needs from the folder."""

from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from facilitator.desk import messages as m
from facilitator.desk.errands import Errands, errand
from facilitator.desk.screen import DeskScreen
from facilitator.desk.screens.home import HomeScreen
from facilitator.desk.screens.home_reads import GroupRows, HomeReads, Told, Waiting
from facilitator.settings import read_settings
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem, Trouble
from sessions.values import GroupCode, Instant

if TYPE_CHECKING:
    from exercises.deck import Deck
    from facilitator.desk.open_session import OpenSession
    from facilitator.desk.screens.home_search import DeckFinder
    from sessions.clock import Clock
    from sessions.store.folder import Store
    from sessions.store.groups import Group
    from sessions.store.journal_reading import Unfinished


class Navigation(Errands):
    """The program as far as no session is needed. Screens are imported when they are first gone to."""

    def __init__(self, folder: Path, deck: "Deck | None" = None, clock: "Clock | None" = None) -> None:
        """``folder`` holds the data; ``clock`` is used instead of the computer's."""
        super().__init__()
        self._folder = folder
        self._deck = deck
        self._store: Store | None = None
        self._making = Lock()
        self.given_clock = clock
        self.session: OpenSession | None = None
        """The session that is open; None at home."""
        self.settings = read_settings(folder)
        self.goes_on_at_home = True
        """Nothing was asked for that leaves home at once."""
        self.sample: Group | None = None
        """The group to explore, while it is there: never stored, so that it is in no figure, export or proof."""
        self._can_bring_back = False
        """There is a session that was discarded, as it was read last."""
        self.unfinished: Unfinished | None = None
        """The session that was interrupted, until it is gone on with or discarded."""

    @property
    def store(self) -> "Store":
        """The data folder: one for all threads, made when it is first asked for."""
        with self._making:
            if self._store is None:
                from sessions.store.folder import Store  # start-up

                self._store = Store(self._folder)
            return self._store

    @property
    def deck(self) -> "Deck":
        """Cards and plans, the supervisor's own among them: one for all threads, made when it is first asked for."""
        with self._making:
            if self._deck is None:
                from exercises.deck import Deck  # start-up

                self._deck = Deck(self._folder, self.settings.decks)
            return self._deck

    def home(self) -> HomeScreen:
        """The screen on which the program begins."""
        return HomeScreen(
            HomeReads(
                self._group_rows,
                self._summary,
                self._waiting,
                self.wall,
                lambda: self.deck,
                self._finder,
                self._look_ahead,
            )
        )

    def go_home(self) -> None:
        """Leave every screen but home, which reads the groups anew."""
        while not isinstance(self.screen, HomeScreen):
            self.pop_screen()

    def redraw_home(self) -> None:
        """Something waits there, or waits no more."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.draw()

    def point_at_home(self, group: GroupCode) -> None:
        """Let home point at a group when it is seen again."""
        for screen in self.screen_stack:
            if isinstance(screen, HomeScreen):
                screen.point_later(group)

    def wall(self) -> Instant:
        """The time on the computer's clock."""
        from sessions.clock import wall  # start-up

        return self.given_clock.wall() if self.given_clock is not None else wall()

    def group(self, code: GroupCode | None) -> "Group | None":
        """What is kept of a group, or the sample's; None when there is nothing that can be read."""
        if code is None:
            return None
        if self.sample is not None and code == self.sample.code:
            return self.sample
        try:
            return self.store.groups.read(code)
        except StoreProblem:
            return None

    async def group_asked_for(self, code: GroupCode | None) -> "Group | None":
        """A group that was asked for. Why it cannot be read is said; what is damaged is mended, for the next time."""

        def read() -> "Group | StoreProblem | None":
            group = self.group(code)
            if group is not None or code is None:
                return group
            try:
                return self.store.groups.read(code)
            except StoreProblem as problem:
                return problem

        found = await self.from_disk(read)
        if isinstance(found, StoreProblem):
            self.mend(m.DamageFound(found))
            return None
        return found

    def given_up(self) -> None:
        """A claim that nobody waits for any more is let go."""
        if self.session is None and self.unfinished is None:
            self.store.release()

    def _waiting(self) -> Waiting:
        if self.unfinished is None:
            return Waiting("", self._can_bring_back)
        from facilitator.desk.screens.unfinished import unfinished_line  # start-up

        return Waiting(unfinished_line(self.unfinished, self.deck), self._can_bring_back)

    def _group_rows(self) -> GroupRows:
        """Read every group; called in a thread."""
        from facilitator.texts.phrases import date_of  # start-up

        self.deck.take_in()
        glances = list(self.store.groups.glances())
        self._can_bring_back = self.store.has_discarded()
        if not glances and self.sample is None:
            return GroupRows((), ())
        from facilitator.desk.screens.home_facts import GroupRow, in_order  # start-up
        from sessions.store.glances import Glance  # start-up

        today = date_of(self.wall())
        rows = [GroupRow.of(each, today) for each in glances if isinstance(each, Glance)]
        if self.sample is not None:
            rows.append(GroupRow.of(self.sample.glance, today, is_sample=True))
        return GroupRows(in_order(rows, today), [each for each in glances if isinstance(each, StoreProblem)])

    def _summary(self, code: GroupCode) -> Told | None:
        """Read one group whole; called in a thread."""
        from facilitator.desk.screens.home_course import Course  # start-up
        from facilitator.desk.screens.home_facts import Summary  # start-up
        from facilitator.texts.phrases import date_of  # start-up

        group = self.group(code)
        if group is None:
            return None
        course = Course.of(group, self.deck, date_of(self.wall()), self.settings.people, self.settings.length)
        return Told(Summary.of(group), course)

    def _finder(self) -> "DeckFinder":
        """Make the deck ready to be searched; called in a thread."""
        from facilitator.desk.screens.home_search import DeckFinder  # start-up

        return DeckFinder(self.deck)

    def _look_ahead(self) -> None:
        """Load what making a session ready will need, unless one is on its way already; called in a thread.

        What cannot be loaded is told when it is asked for.
        """
        if self.goes_on_at_home and self.is_running:
            with suppress(Exception):
                import facilitator.desk.screens.making_ready  # noqa: F401 (start-up)

                self.deck.plans()

    @on(m.DamageFound)
    @errand
    async def mend(self, found: m.DamageFound) -> None:
        """Move a damaged file aside, if this is the one program that writes, and say what was wrong."""
        from facilitator.texts.reasons import trouble  # start-up

        def mended() -> StoreProblem:
            if found.problem.trouble is not Trouble.DAMAGED:
                return found.problem
            try:
                self.store.claim()
            except StoreProblem:
                return found.problem
            problem = self.store.groups.mend(GroupCode(found.problem.path.stem))
            self.given_up()
            return problem

        problem = await self.from_disk(mended, for_good=True)
        if problem.trouble is Trouble.RESTORED and isinstance(self.screen, HomeScreen):
            self.screen.fill()
        self.say(trouble(problem))

    @on(m.WriteAsked)
    @errand
    async def write(self, asked: m.WriteAsked) -> None:
        """What a screen wants to be written, which raises nothing."""
        asked.done(await self.from_disk(asked.work, for_good=True))

    @on(m.DemoAsked)
    def leave_for_demo(self) -> None:
        """Leave for the demonstration; the program comes back after it."""
        self.exit("demo")

    @on(m.HelpAsked)
    def show_help(self, asked: m.HelpAsked) -> None:
        """The keys of a screen."""
        from facilitator.desk.screens.help import HelpScreen  # start-up

        self.push_screen(HelpScreen(asked.context))

    @on(m.SettingsAsked)
    def show_settings(self) -> None:
        """What can be set."""
        from facilitator.desk.screens.settings import SettingsScreen  # start-up

        self.push_screen(SettingsScreen(self.settings))

    @on(m.PaletteAsked)
    @errand
    async def show_palette(self, asked: m.PaletteAsked) -> None:
        """Find a command, a card, and where no session runs a group or a plan, by its name."""
        from facilitator.desk.screens.palette import palette  # start-up

        def read() -> list[GroupCode]:
            self.deck.take_in()
            with suppress(StoreProblem):  # told at home
                return self.store.groups.codes()
            return []

        codes = await self.from_disk(read) if self.session is None else []
        if self.session is None and self.sample is not None:
            codes = [*codes, self.sample.code]
        screen = self.screen
        offered = palette(asked.context, self.deck, codes, is_free=self.session is None)

        async def chosen(found: Message | str | None) -> None:
            if isinstance(found, Message):
                self.post_message(found)
            elif found is not None and isinstance(screen, DeskScreen) and screen.context is asked.context:
                await screen.action_command(found, "")

        self.push_screen(offered, chosen)

    @on(m.StoredAsked)
    @errand
    async def show_stored(self, asked: m.StoredAsked) -> None:
        """Exactly what is on disk."""
        from facilitator.desk.screens.pages import MOST_ON_A_PAGE, stored_page  # start-up
        from facilitator.texts.stored import beginning  # start-up

        first = self.session.running.session.group if self.session is not None else None
        text = await self.from_disk(lambda: beginning(self.store, MOST_ON_A_PAGE, asked.code, first))
        self.push_screen(stored_page(text))

    @on(m.TextOpened)
    def show_text(self, opened: m.TextOpened) -> None:
        """A text to read."""
        from facilitator.desk.screens.pages import text_page  # start-up

        self.push_screen(text_page(opened.title, opened.text))

    @on(m.CardOpened)
    def show_card(self, opened: m.CardOpened) -> None:
        """A card in full."""
        from facilitator.desk.screens.pages import CardPage  # start-up

        self.push_screen(CardPage(opened.card, opened.step, opened.people, self.deck))

    @on(m.EditAsked)
    @errand
    async def edit_file(self, asked: m.EditAsked) -> None:
        """Step aside for the person's editor; never while a session is open: all of it would stand still."""
        from facilitator.desk.editing import edit, how_it_is  # start-up

        if self.session is not None:
            self.say(_("Not while a session is open."))
            return
        said = edit(self, asked.path) or await self.from_disk(lambda: how_it_is(asked.path, asked.part, self.deck))
        self._deck_edited()
        self.say(said)

    async def on_app_focus(self) -> None:
        """Back from another window, where a file of the deck may have been edited."""
        if self.session is None and self._deck is not None:
            self.run_worker(self._take_in(), group="deck")

    async def _take_in(self) -> None:
        if await self.behind(self.deck.take_in):
            self._deck_edited()

    def _deck_edited(self) -> None:
        if isinstance(self.screen, DeskScreen):
            self.screen.deck_edited()

    @on(m.CardsAsked)
    @errand
    async def show_cards(self) -> None:
        """Cards and questions, to read and to prepare."""
        from facilitator.desk.screens.cards import CardsScreen  # start-up

        await self.from_disk(self.deck.take_in)
        self.push_screen(CardsScreen(self.deck))

    @on(m.GroupOpened)
    @errand
    async def show_group(self, opened: m.GroupOpened) -> None:
        """The sessions of a group."""
        from facilitator.desk.screens.review import GroupSessionsScreen  # start-up

        if (group := await self.group_asked_for(opened.code)) is not None:
            self.push_screen(GroupSessionsScreen(group, self.deck, is_sample=group is self.sample))

    @on(m.RecordOpened)
    def show_record(self, opened: m.RecordOpened) -> None:
        """One past session."""
        self.show_past_session(opened.group, opened.index)

    def show_past_session(self, group: "Group", index: int) -> None:
        """One past session of a group, counted from 0."""
        from facilitator.desk.screens.past_session import PastSessionScreen  # start-up

        self.push_screen(PastSessionScreen(group, index, self.deck))

    @on(m.NewSessionAsked)
    @errand
    async def make_ready(self, asked: m.NewSessionAsked) -> None:
        """Make a session ready; for a group as it was last time."""
        from facilitator.desk.screens.making_ready import MakingReadyScreen  # start-up

        usual = self.settings
        group = await self.group_asked_for(asked.code)
        if group is None and asked.code is not None:
            return
        await self.from_disk(self.deck.take_in)
        self.push_screen(
            MakingReadyScreen(
                self.deck,
                self.wall,
                group,
                plan_id=asked.plan,
                people=usual.people,
                length=usual.length,
                is_sample=group is not None and group is self.sample,
            )
        )

    @on(m.UseAgainAsked)
    def use_again(self, asked: m.UseAgainAsked) -> None:
        """Make a session ready with the agenda of a past one."""
        from facilitator.desk.screens.making_ready import MakingReadyScreen  # start-up
        from facilitator.preparing.preparation import again  # start-up

        record = asked.group.records[asked.index]
        self.push_screen(
            MakingReadyScreen(
                self.deck,
                self.wall,
                asked.group,
                again(record, self.deck),
                length=record.planned,
                is_sample=asked.group is self.sample,
            )
        )

    @on(m.ShapeAsked)
    def shape(self, asked: m.ShapeAsked) -> None:
        """Shape a plan; a card for it is found on the cards screen, which is laid over."""
        from facilitator.desk.screens.plan_editor import PlanEditor  # start-up

        self.push_screen(PlanEditor(asked.preparation, self.deck, self._folder, self.wall))
