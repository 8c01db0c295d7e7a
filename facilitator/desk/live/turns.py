"""Who is here and who speaks: going away and coming back, and a round that begins here."""

from facilitator.desk.live.acts import toggle_away
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.dialogs import Ask, Choice, Option
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, seat_name
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.kinds import TurnOrder
from sessions.refusal import Reason
from sessions.values import Seat


def ask_away(live: OpenSession, ask: Ask) -> None:
    """Somebody goes away or comes back."""
    session = live.running.session
    turns = session.round
    people = session.people
    seats = [Seat(number) for number in range(1, people.seats + 1)]
    options = [
        Option(seat_name(seat, live.running.words, people), seat, _("away") if seat in people.away else "")
        for seat in seats
    ]
    start = seats.index(turns.speaker) if turns is not None and turns.speaker in seats else 0

    def chosen(seat: Seat | None) -> None:
        if seat is not None:
            live.happen(toggle_away(live.running.session, live.now(), seat))

    ask(Choice(_("Who goes away or comes back?"), options, start=start), chosen)


def ask_round(live: OpenSession, ask: Ask) -> None:
    """Start a round here: order, then starter, then presenter; enter three times takes what is usual."""
    session = live.running.session
    if session.begun is None:
        live.say(reason(Reason.NOT_BEGUN))
        return
    orders = [Option(name_of(order), order) for order in TurnOrder]

    def starter(order: TurnOrder | None) -> None:
        if order is None:
            return
        seats = session.people.present
        if order is TurnOrder.RANDOM:
            presenter(order, seats[0])
            return
        options = [Option(seat_name(seat, live.running.words, session.people), seat) for seat in seats]
        start = seats.index(session.starter) if session.starter in seats else 0
        ask(
            Choice(_("Who begins?"), options, start=start),
            lambda seat: presenter(order, seat) if seat is not None else None,
        )

    def presenter(order: TurnOrder, first: Seat) -> None:
        options: list[Option[int]] = [Option(_("Everybody is in the round"), 0)]
        options += [
            Option(_("{seat} listens").format(seat=seat_name(seat, live.running.words, session.people)), seat)
            for seat in session.people.present
        ]
        start = next((i for i, option in enumerate(options) if option.value == session.presenter), 0)

        def begin(seat: int | None) -> None:
            if seat is not None:
                live.happen(e.RoundStarted(live.now(), order, first, Seat(seat) if seat else None))

        ask(Choice(_("Is somebody presenting a case?"), options, start=start), begin)

    start = list(TurnOrder).index(session.order)
    ask(Choice(_("A round begins here"), orders, start=start), starter)
