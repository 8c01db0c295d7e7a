"""Who is here, who presents, who speaks: each is one step, and a seat is chosen by its number."""

from msgspec.structs import replace

from facilitator.desk.live.acts import toggle_away
from facilitator.desk.live.turns import choose_presenter, named
from facilitator.desk.open_session import OpenSession
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.texts.languages import _
from facilitator.texts.names import name_of, seat_name
from facilitator.texts.reasons import reason
from sessions import events as e
from sessions.kinds import TurnOrder
from sessions.refusal import Reason
from sessions.values import Seat

NOBODY = 0


def ask_away(live: OpenSession, ask: Ask) -> None:
    """Somebody goes away or comes back."""
    people = live.running.session.people
    seats = [Seat(number) for number in range(1, people.seats + 1)]
    options = [_seat(live, seat, _("away") if seat in people.away else "") for seat in seats]
    turns = live.running.session.round
    start = seats.index(turns.speaker) if turns is not None and turns.speaker in seats else 0

    def chosen(seat: Seat | None) -> None:
        if seat is None or not live.happen(toggle_away(live.running.session, live.now(), seat)):
            return
        is_away = seat in live.running.session.people.away
        said = _("{seat} is away. u undoes.") if is_away else _("{seat} is back. u undoes.")
        live.say(said.format(seat=named(live, seat)))

    ask(Choice(_("Who goes away or comes back?"), options, start=start), chosen)


def ask_presenter(live: OpenSession, ask: Ask) -> None:
    """Who presents a case."""
    if not _has_begun(live):
        return
    session = live.running.session
    turns, now = session.round, session.presenter or Seat(NOBODY)
    speaker = turns.speaker if turns is not None else None

    def note(seat: Seat) -> str:
        return _("as now") if seat == now else _("has the turn") if seat == speaker else ""

    options = [Option(_("Nobody presents"), Seat(NOBODY), note(Seat(NOBODY)), number=NOBODY)]
    options += [_seat(live, seat, note(seat)) for seat in session.people.present]
    start = next((i for i, option in enumerate(options) if option.value == now), 0)

    def chosen(seat: Seat | None) -> None:
        if seat is not None:
            choose_presenter(live, seat or None)

    ask(Choice(_("Who presents?"), options, start=start), chosen)


def ask_round(live: OpenSession, ask: Ask) -> None:
    """Start a round here. Enter takes what was chosen last; a digit says who begins."""
    if not _has_begun(live):
        return
    session = live.running.session
    present = session.people.present
    first = session.starter if session.starter in present else present[0]
    usual = e.RoundStarted(live.now(), session.order, first, session.presenter)
    options = [Option(_round_in_words(live, usual), usual)]
    options += [
        Option(_("In this order: {order}").format(order=name_of(order)), replace(usual, order=order))
        for order in TurnOrder
        if order is not session.order
    ]
    if usual.presenter is not None:
        options.append(Option(_("Nobody presents: everybody is in the round"), replace(usual, presenter=None)))
    in_order = TurnOrder.CLOCKWISE if session.order is TurnOrder.RANDOM else session.order
    options += [
        Option(
            _("{seat} begins").format(seat=seat_name(seat, live.running.words, session.people)),
            replace(usual, order=in_order, starter=seat),
            number=seat,
        )
        for seat in present
        if seat != usual.presenter
    ]

    def begin(chosen: e.RoundStarted | None) -> None:
        if chosen is not None:
            live.happen(replace(chosen, at=live.now()))

    ask(Choice(_("A round begins here"), options), begin)


def _has_begun(live: OpenSession) -> bool:
    """Whether the session has begun; that it has not is said."""
    if not live.is_begun:
        live.say(reason(Reason.NOT_BEGUN))
    return live.is_begun


def _round_in_words(live: OpenSession, begins: e.RoundStarted) -> str:
    """The round as it would begin."""
    parts = [name_of(begins.order)]
    if begins.order is not TurnOrder.RANDOM:
        parts.append(_("{seat} begins").format(seat=named(live, begins.starter)))
    if begins.presenter is not None:
        parts.append(_("{seat} listens").format(seat=named(live, begins.presenter)))
    return _("As last: {round}").format(round=", ".join(parts))


def _seat(live: OpenSession, seat: Seat, note: str = "") -> Option[Seat]:
    label = seat_name(seat, live.running.words, live.running.session.people)
    return Option(label, seat, note, number=seat)
