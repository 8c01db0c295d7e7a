"""The acts of the live session that ask something first. Each ends in one event, or in a word that is not kept."""

from collections.abc import Callable
from dataclasses import replace

from facilitator.desk.live import goals, group_view
from facilitator.desk.screen import DeskScreen
from facilitator.desk.widgets.dialogs import Choice, Option, Write
from facilitator.desk.widgets.lines import packed
from facilitator.preparing.preparation import acute_items
from facilitator.projector.view import Shown
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, seat_name, title_of
from facilitator.texts.phrases import clock, minutes
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.kinds import TurnOrder
from sessions.proposals import Proposal, Way, proposals
from sessions.refusal import Reason, Refused
from sessions.running import RunningSession
from sessions.timing import agreed_start, nearest_minutes
from sessions.values import MINUTE, Instant, Seat

DETAIL_COLUMNS = 70
EARLIER = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30)


class AskingScreen(DeskScreen):
    """The part of the live screen that asks."""

    def __init__(self, running: RunningSession) -> None:
        super().__init__()
        self.running = running
        self.chosen: int | None = None
        """The uid of the item the supervisor points at."""

    def act(self, command: str) -> None:
        """Do a simple act, or say why not."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw everything that is not as it was."""
        raise NotImplementedError

    def happen(self, event: e.Event) -> bool:
        """Let an event happen, or say why not."""
        try:
            self.running.do(event)
        except Refused as refused:
            self.say(reason(refused.reason))
            return False
        return True

    def asks_late_start(self) -> bool:
        """Whether beginning now has to be asked about: it is later than agreed by the clock."""
        session = self.running.session
        start = agreed_start(session)
        return session.begun is None and start is not None and self.running.now() - start > MINUTE

    def do_next(self) -> None:
        """It is later than was agreed: ask once whether to begin from now, or to keep the end."""
        session, now = self.running.session, self.running.now()
        start, end = agreed_start(session), session.agreed_end
        assert start is not None and end is not None  # noqa: PT018 (one fact)
        late = nearest_minutes(now - start)
        from_now = clock(Instant(now + session.agreed_minutes * MINUTE), session.wall_offset_ms)
        options = [
            Option(_("Keep the end at {time}").format(time=clock(end, session.wall_offset_ms)), True),
            Option(_("From now: ends {time}").format(time=from_now), False),
        ]
        body = _("It is {minutes} past the agreed start.").format(minutes=minutes(late))

        def chosen(keep: bool | None) -> None:
            if keep is not None:
                self.happen(e.Begun(self.running.now(), keep_end=keep))

        self.app.push_screen(Choice(_("Begin"), options, body=body), chosen)

    def do_earlier(self) -> None:
        """We began earlier: put the start back."""
        options = [Option(_("{minutes} earlier").format(minutes=minutes(count)), count) for count in EARLIER]

        def chosen(count: int | None) -> None:
            if count is None:
                return
            now = self.running.now()
            if self.running.session.begun is None:
                self.happen(e.Begun(now, earlier=count))
            else:
                self.happen(e.BegunEarlier(now, count))

        begun = self.running.session.begun is not None
        title = _("We began earlier than the clock says, by") if begun else _("We began")
        self.app.push_screen(Choice(title, options), chosen)

    def do_fit(self) -> None:
        """Show the proposals, each with what it does."""
        try:
            found = proposals(self.running.session, self.running.now())
        except Refused as refused:
            self.say(reason(refused.reason))
            return
        options = [
            Option(self._way(choice), index, detail=self._effect(choice)) for index, choice in enumerate(found.choices)
        ]
        later = len(options)
        options.append(Option(_("Decide later"), later))
        body = _("The session would end {minutes} later than agreed.").format(minutes=minutes(found.over))
        if not found.can_meet:
            body += "\n" + _("None of these alone meets the agreed end.")

        def chosen(index: int | None) -> None:
            if index is not None and index != later:
                self.happen(replace(found.choices[index].event, at=self.running.now()))

        self.app.push_screen(Choice(_("Fit what is left"), options, body=body), chosen)

    def _way(self, choice: Proposal) -> str:
        title = self._title(choice.item.uid) if choice.item else ""
        match choice.way:
            case Way.SPREAD:
                return _("Shorten several a little")
            case Way.FROM_ONE:
                return _("Shorten “{title}”").format(title=title)
            case Way.PUT_OFF:
                return _("Move “{title}” to next time").format(title=title)
            case Way.TO_CLOSING:
                return _("Go straight to the closing")
            case Way.END_LATER:
                return _("End {minutes} later").format(minutes=minutes(choice.later))

    def _effect(self, choice: Proposal) -> str:
        """Every item's minutes and the end, as they would be."""
        offset = self.running.session.wall_offset_ms
        parts = []
        for before, after in zip(choice.before, choice.after, strict=True):
            title = self._title(before.uid)
            if after.state is not before.state:
                parts.append(f"{title}: {name_of(after.state)}")
            elif after.given != before.given:
                parts.append(f"{title}: {before.given} → {minutes(after.given)}")
            else:
                parts.append(f"{title}: {minutes(after.given)}")
        ends = _("Ends {time}, agreed {agreed}").format(
            time=clock(choice.end, offset), agreed=clock(choice.agreed_end, offset)
        )
        if choice.over:
            ends += " · " + _("still {minutes} over").format(minutes=minutes(choice.over))
        return "\n".join([*packed(parts, DETAIL_COLUMNS), ends])

    def _title(self, uid: int) -> str:
        session = self.running.session
        return title_of(session.item(uid), session.plan, self.desk.deck, self.running.words)

    def show_question(self, text: str) -> None:
        """Keep the question that was drawn; the group sees it if it is being shown anything."""
        showing = self.desk.showing
        showing.question = text
        if showing.shown is not Shown.BLACK:
            showing.choose(Shown.QUESTION)
        self.desk.refresh_group()
        self.say(text)
        self.draw()

    def do_insert(self) -> None:
        """Insert a card, a question or an empty item, with its effect on the end."""
        from facilitator.desk.live.inserting import inserting

        self.app.push_screen(inserting(self))

    def do_switch(self) -> None:
        """Do the chosen item, else this one, in another way."""
        from facilitator.desk.live.inserting import switching

        item = self.running.session.item(self.chosen) if self.chosen is not None else self.running.session.current
        if item is None or not item.is_open:
            self.say(reason(Reason.NOT_BEGUN if item is None else Reason.NOT_AHEAD))
        else:
            self.app.push_screen(switching(self, item))

    def do_card(self) -> None:
        """Read the current card in full."""
        item = self.running.session.current
        card = self.desk.deck.card(item.exercise) if item is not None and item.exercise is not None else None
        if item is None or card is None:
            self.say(_("This item has no card."))
            return
        from facilitator.desk.screens.pages import card_page

        self.app.push_screen(card_page(card, item.step, len(self.running.session.people.present), self.desk.deck))

    def do_away(self) -> None:
        """Somebody goes away or comes back."""
        from facilitator.desk.live.acts import toggle_away

        session = self.running.session
        turns = session.round
        people = session.people
        seats = [Seat(number) for number in range(1, people.seats + 1)]
        options = [
            Option(seat_name(seat, self.running.words, people), seat, _("away") if seat in people.away else "")
            for seat in seats
        ]
        start = seats.index(turns.speaker) if turns is not None and turns.speaker in seats else 0

        def chosen(seat: Seat | None) -> None:
            if seat is not None:
                self.happen(toggle_away(self.running.session, self.running.now(), seat))

        self.app.push_screen(Choice(_("Who goes away or comes back?"), options, start=start), chosen)

    def do_round(self) -> None:
        """Start a round here: order, then starter, then presenter; enter three times takes what is usual."""
        session = self.running.session
        if session.begun is None:
            self.say(reason(Reason.NOT_BEGUN))
            return
        orders = [Option(name_of(order), order) for order in TurnOrder]

        def starter(order: TurnOrder | None) -> None:
            if order is None:
                return
            seats = session.people.present
            if order is TurnOrder.RANDOM:
                presenter(order, seats[0])
                return
            options = [Option(seat_name(seat, self.running.words, session.people), seat) for seat in seats]
            start = seats.index(session.starter) if session.starter in seats else 0
            self.app.push_screen(
                Choice(_("Who begins?"), options, start=start),
                lambda seat: presenter(order, seat) if seat is not None else None,
            )

        def presenter(order: TurnOrder, first: Seat) -> None:
            options: list[Option[int]] = [Option(_("Everybody is in the round"), 0)]
            options += [
                Option(_("{seat} listens").format(seat=seat_name(seat, self.running.words, session.people)), seat)
                for seat in session.people.present
            ]
            start = next((i for i, option in enumerate(options) if option.value == session.presenter), 0)

            def begin(seat: int | None) -> None:
                if seat is not None:
                    self.happen(e.RoundStarted(self.running.now(), order, first, Seat(seat) if seat else None))

            self.app.push_screen(Choice(_("Is somebody presenting a case?"), options, start=start), begin)

        start = list(TurnOrder).index(session.order)
        self.app.push_screen(Choice(_("A round begins here"), orders, start=start), starter)

    def do_goals(self) -> None:
        """The goal board."""
        goals.board(self)

    def do_words(self) -> None:
        """Write on a seat, or give the chosen item a title: kept in memory, and only for this session."""
        session, words = self.running.session, self.running.words
        options: list[Option[int]] = []
        item = session.item(self.chosen) if self.chosen is not None else session.current
        if item is not None:
            options.append(Option(_("Title of this item"), 0, self._title(item.uid)))
        options += [
            Option(_("seat {number}").format(number=number), number, words.labels.get(person, ""))
            for number, person in enumerate(session.people.persons, 1)
        ]

        def chosen(number: int | None) -> None:
            if number is None:
                return
            if number == 0 and item is not None:
                self._write(_("Title of this item"), words.titles.get(item.uid, ""), lambda t: words.title(item.uid, t))
            else:
                seat = Seat(number)
                who = session.people.person(seat)
                self._write(seat_name(seat), words.labels.get(who, ""), lambda text: words.label(who, text))

        self.app.push_screen(Choice(_("Names for this session only"), options, body=_("Not stored.")), chosen)

    def _write(self, title: str, before: str, keep: Callable[[str], None]) -> None:
        def written(text: str | None) -> None:
            if text is not None:
                keep(text)
                self.running.tell()

        self.app.push_screen(Write(title, before, body=_("Not stored. Forgotten at the end."), most=40), written)

    def do_show(self) -> None:
        """Choose what the group sees, and show it here if there is no other display."""
        group_view.show(self)

    def do_ways(self) -> None:
        """How and where the group's view is shown."""
        group_view.ways(self)

    def do_goal_page(self) -> None:
        """The group's goal board, a page on."""
        group_view.turn_goal(self)

    def do_window(self) -> None:
        """The group's view in a browser window."""
        self.desk.open_window()

    def do_network(self) -> None:
        """Share on the local network, or stop at once."""
        if self.desk.is_shared:
            self.desk.stop_sharing()
        else:
            group_view.share(self)

    def do_acute(self) -> None:
        """Something acute has happened: park the plan."""
        items = acute_items(self.desk.deck, len(self.running.session.people.present))
        if self.happen(e.AcuteBegun(self.running.now(), items)):
            self.say(_("The plan is set aside, the clocks are off. u undoes."))

    def do_end(self) -> None:
        """Show what will be kept, and ask."""
        from facilitator.desk.screens.ending import EndScreen

        self.app.push_screen(EndScreen(self.running, self.running.now()))
