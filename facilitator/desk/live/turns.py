"""Who presents, and what a seat is called."""

from facilitator.desk.open_session import OpenSession
from facilitator.texts.languages import _
from facilitator.texts.names import numbered_seat_name
from sessions import events as e
from sessions.kinds import Speaking
from sessions.session import Session
from sessions.values import Seat

WITH_PRESENTER = (Speaking.PRESENTER, Speaking.PRESENTER_LISTENS, Speaking.ROUND_PRESENTER_LISTENS)


def named(live: OpenSession, seat: Seat) -> str:
    """A seat as it is called now, with its number."""
    return numbered_seat_name(seat, live.running.words, live.running.session.people)


def choose_presenter(live: OpenSession, seat: Seat | None) -> None:
    """Somebody presents, or nobody; what follows from it is said."""
    if not live.happen(e.PresenterChosen(live.now(), seat)):
        return
    turns = live.running.session.round
    if seat is None:
        live.say(_("Nobody presents. u undoes."))
    elif turns is not None and not turns.is_over and seat in turns.seats:
        said = _("{seat} presents, and speaks in this round like everybody. u undoes.")
        live.say(said.format(seat=named(live, seat)))
    else:
        live.say(_("{seat} presents. u undoes.").format(seat=named(live, seat)))


def has_presenter(session: Session) -> bool:
    """Whether somebody presents in the present step."""
    step = session.current.present_step if session.current is not None else None
    return step is not None and step.speaking in WITH_PRESENTER and len(session.people.present) > 1
