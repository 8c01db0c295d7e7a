"""The ways between the screens: each asks by a message, and is answered here, with what it needs from the folder."""

from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on
from textual.message import Message

from facilitator.desk import messages as m
from facilitator.desk.errands import errand
from facilitator.desk.reading import Reading
from facilitator.desk.screen import DeskScreen
from facilitator.texts.languages import _
from sessions.store.problems import StoreProblem

if TYPE_CHECKING:
    from sessions.values import GroupCode


class Navigation(Reading):
    """The program as far as no session is needed. Screens are imported when they are first gone to."""

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

        def read() -> "list[GroupCode]":
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

        self.push_screen(CardPage(opened.card, opened.step, opened.people or self._people_here(), self.deck))

    def _people_here(self) -> int:
        """How many are in the session, else usually in one."""
        from facilitator.preparing.preparation import DEFAULT_PEOPLE  # start-up

        if self.session is not None:
            return len(self.session.running.session.people.present)
        return self.settings.people or DEFAULT_PEOPLE

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
        self.push_screen(CardsScreen(self.deck, self._people_here()))

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

    @on(m.ShapeAsked)
    def shape(self, asked: m.ShapeAsked) -> None:
        """Shape a plan; a card for it is found on the cards screen, which is laid over."""
        from facilitator.desk.screens.plan_editor import PlanEditor  # start-up

        self.push_screen(PlanEditor(asked.preparation, self.deck, self._folder, self.wall))
