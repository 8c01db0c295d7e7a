"""The keys of the live screen that open a dialog, another screen, or a display: what they leave behind is an act."""

from facilitator.desk import messages as m
from facilitator.desk.live import card_facts
from facilitator.desk.live.snapshot import Snapshot
from facilitator.desk.number_screen import NumberScreen
from facilitator.desk.open_session import OpenSession
from facilitator.texts.languages import _
from facilitator.texts.names import ACUTE_PLAN, plan_name
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.refusal import Reason


class DialogKeys(NumberScreen[None]):
    """What the live screen opens."""

    _live: OpenSession
    pointed: int | None = None
    """The uid of the item the supervisor points at."""

    def snapshot(self) -> Snapshot:
        """What there is to draw."""
        raise NotImplementedError

    def ask_who_presents(self) -> None:
        """Ask once who presents, in the message line."""
        raise NotImplementedError

    def do_freeze(self) -> None:
        """The wall keeps what it shows, or goes on."""
        live = self._live
        live.freeze()
        self.say(
            _("The group's view stays as it is; f lets it go on.")
            if live.selection.frozen
            else _("The group's view follows again.")
        )

    def do_earlier(self) -> None:
        """We began earlier: put the start back."""
        from facilitator.desk.live import beginning  # memory

        beginning.ask_earlier(self._live, self.app.push_screen)

    def ask_late_start(self) -> None:
        """It is later than was agreed: ask whether the end stays."""
        from facilitator.desk.live import beginning  # memory

        beginning.ask_late_start(self._live, self.app.push_screen)

    def do_fit(self) -> None:
        """Show the proposals, each with what it does."""
        from facilitator.desk.live import fitting  # memory

        fitting.ask_fit(self._live, self.app.push_screen)

    def do_insert(self) -> None:
        """Insert a card, a question or an empty item, with its effect on the end."""
        from facilitator.desk.live import inserting  # memory

        inserting.ask_card(self._live, self.app.push_screen, self.pointed)

    def do_switch(self) -> None:
        """Do the chosen item, else this one, in another way."""
        session = self._live.running.session
        item = session.item(self.pointed) if self.pointed is not None else session.current
        if item is None or not item.is_open:
            self.say(reason(Reason.NOT_BEGUN if item is None else Reason.NOT_AHEAD))
        else:
            from facilitator.desk.live import inserting  # memory

            inserting.ask_method(self._live, self.app.push_screen, item, self.ask_who_presents)

    def do_presenter(self) -> None:
        """Who presents."""
        from facilitator.desk.live import turn_dialogs  # memory

        turn_dialogs.ask_presenter(self._live, self.app.push_screen)

    def do_card(self) -> None:
        """Read in full what the screen shows the beginning of: the card, or what to keep in mind in something acute."""
        shown = self.snapshot()
        session, item, card = shown.session, shown.item, shown.card
        if item is not None and card is not None:
            step = item.step if session.begun is not None else None
            self.post_message(m.CardOpened(card, len(session.people.present), step))
        elif session.acute:
            note, bring = card_facts.acute_advice(shown.deck)
            said = [note, f"{_('Bring')}: {bring}" if bring else ""]
            self.post_message(m.TextOpened(plan_name(ACUTE_PLAN, shown.deck), "\n\n".join(filter(None, said))))
        else:
            self.say(_("This item has no card."))

    def do_away(self) -> None:
        """Somebody goes away or comes back."""
        from facilitator.desk.live import turn_dialogs  # memory

        turn_dialogs.ask_away(self._live, self.app.push_screen)

    def do_round(self) -> None:
        """Start a round here."""
        from facilitator.desk.live import turn_dialogs  # memory

        turn_dialogs.ask_round(self._live, self.app.push_screen)

    def do_goals(self) -> None:
        """The goal board."""
        from facilitator.desk.live.goals import GoalBoard  # memory

        self.app.push_screen(GoalBoard(self._live))

    def do_words(self) -> None:
        """Write on a seat, or give the chosen item a title."""
        from facilitator.desk.live import names  # memory

        names.ask_names(self._live, self.app.push_screen, self.pointed)

    def do_show(self) -> None:
        """Choose what the group sees."""
        from facilitator.desk.live import group_view  # memory

        group_view.ask_what_to_show(self._live, self.app.push_screen, self._show_here)

    def _show_here(self) -> None:
        self.post_message(m.GroupViewAsked())

    def do_ways(self) -> None:
        """How and where the group's view is shown."""
        from facilitator.desk.live import group_view  # memory

        group_view.ask_how_to_show(self._live, self.app.push_screen)

    def do_goal_page(self) -> None:
        """The group's goal board, a page on."""
        from facilitator.desk.live import group_view  # memory

        self.say(group_view.turn_goal(self._live))

    def do_window(self) -> None:
        """The group's view in a browser window."""
        self._live.displays.window()

    def do_network(self) -> None:
        """Share on the local network, or stop at once."""
        if self._live.displays.is_shared:
            self._live.displays.stop_sharing()
        else:
            from facilitator.desk.live import group_view  # memory

            group_view.ask_to_share(self._live, self.app.push_screen)

    def do_paper(self) -> None:
        """The rest of today on paper."""
        from facilitator.desk.live import on_paper  # memory

        on_paper.ask_paper(self._live, self.app.push_screen, self.run_worker)

    def do_end(self) -> None:
        """Show what will be kept, and ask."""
        from facilitator.desk.live.carrying import Carrying  # memory

        Carrying(self._live, self).before_end(self._ask_to_end)

    def _ask_to_end(self) -> None:
        self.post_message(m.EndAsked())

    def do_acute(self) -> None:
        """Something acute has happened: park the plan."""
        from facilitator.preparing.preparation import acute_items  # memory

        live = self._live
        items = acute_items(live.deck, len(live.running.session.people.present))
        if live.happen(e.AcuteBegun(live.now(), items)):
            self.say(_("The agenda is set aside, the clocks are off. u undoes."))
