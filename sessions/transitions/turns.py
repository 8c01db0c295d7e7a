"""Rounds, turns, and people who come and go."""

from dataclasses import replace
from fractions import Fraction
from random import Random

from sessions import events as e
from sessions.agenda import Item
from sessions.kinds import ItemState, TurnOrder
from sessions.limits import LONGEST, MOST_PEOPLE
from sessions.minutes import whole_minutes
from sessions.people import People, Person
from sessions.refusal import Reason, Refused
from sessions.rounds import Round, order_of
from sessions.session import Session
from sessions.values import Seat


def seated(people: int) -> People:
    """So many people, each on a seat."""
    return People(people)


def for_step(session: Session) -> Session:
    """Start the round that the present step names; with one person there are no turns."""
    step = session.current.present_step if session.current else None
    if step is None or not step.speaking.is_round or len(session.people.present) < 2:
        return session
    presenter = session.presenter if step.speaking.presenter_out else None
    return _started(session, presenter, of_step=True)


def with_those_here(turns: Round, people: People) -> Round:
    """A round come back to, in which those who left meanwhile are away and those who came wait."""
    for seat in people.away:
        turns = turns.leave(seat)
    for seat in people.present:
        turns = turns.join(seat)
    return turns


def act(session: Session, event: e.Event) -> Session:
    """Do one of the acts of this part."""
    match event:
        case e.RoundStarted():
            return _restarted(session, event)
        case e.PresenterChosen():
            return _presented(session, event.seat)
        case e.WentAway():
            return _gone(session, event.seat)
        case e.CameBack():
            if event.seat not in session.people.away:
                raise Refused(Reason.NOTHING_CHANGED)
            return _joined(replace(session, people=session.people.with_back(event.seat)), event.seat)
        case e.Arrived():
            if session.people.seats >= MOST_PEOPLE:
                raise Refused(Reason.TOO_MANY_PEOPLE)
            person = Person(max(event.uid, max(session.people.persons, default=0) + 1))
            more = replace(session, people=session.people.with_another(person))
            return _joined(_rounds_for_more(session, more), Seat(more.people.seats))
    if session.round is None:
        raise Refused(Reason.NO_ROUND)
    match event:
        case e.RoundEnded():
            return replace(session, round=None)
        case e.TurnPassed():
            return replace(session, round=session.round.pass_turn())
        case e.TurnHeld():
            return replace(session, round=session.round.hold_turn())
        case e.TurnGiven():
            if event.seat in session.people.away:
                raise Refused(Reason.NO_SUCH_SEAT)
            return replace(session, round=session.round.give(event.seat))
    raise AssertionError(event)


def _restarted(session: Session, event: e.RoundStarted) -> Session:
    if session.current is None:
        raise Refused(Reason.NOT_BEGUN)
    session.people.check(event.starter)
    if event.presenter is not None:
        session.people.check(event.presenter)
    step = session.current.present_step
    of_step = step is not None and step.speaking.is_round
    chosen = replace(session, order=event.order, starter=event.starter, presenter=event.presenter)
    return _started(chosen, event.presenter, of_step=of_step)


def _presented(session: Session, seat: Seat | None) -> Session:
    if session.begun is None:
        raise Refused(Reason.NOT_BEGUN)
    if seat == session.presenter:
        raise Refused(Reason.NOTHING_CHANGED)
    if seat is not None:
        session.people.check(seat)
    chosen = replace(session, presenter=seat)
    step = session.current.present_step if session.current else None
    turns = session.round
    listens = turns is not None and turns.of_step and step is not None and step.speaking.presenter_out
    if turns is None or not (listens or turns.presenter):
        return chosen  # in a round in which everybody speaks, who presents does so too
    turns = turns.listened_to_by(seat)
    if not turns.seats:
        raise Refused(Reason.NOBODY)
    return replace(chosen, round=with_those_here(turns, session.people))


def _started(session: Session, presenter: Seat | None, *, of_step: bool) -> Session:
    seats = [seat for seat in session.people.present if seat != presenter]
    if not seats:
        raise Refused(Reason.NOBODY)
    waiting = order_of(seats, session.order, session.starter, Random(session.seed * 1_000 + session.rounds))
    starter = session.starter
    if session.order is TurnOrder.ROTATING:
        starter = Seat(waiting[0] % session.people.seats + 1)
    started = Round(waiting, presenter=presenter, of_step=of_step)
    return replace(session, round=started, starter=starter, rounds=session.rounds + 1)


def _gone(session: Session, seat: Seat) -> Session:
    if seat in session.people.away:
        raise Refused(Reason.NOTHING_CHANGED)
    people = session.people.without(seat)
    if not people.present:
        raise Refused(Reason.NOBODY)
    return replace(session, people=people, round=session.round.leave(seat) if session.round else None)


def _rounds_for_more(before: Session, after: Session) -> Session:
    """Rounds still to come take longer with one person more."""
    few, many = len(before.people.present), len(after.people.present)

    def longer(item: Item) -> Item:
        more = sum((step.minutes.per_person for step in item.steps), Fraction(0)) * (many - few)
        if item.state is not ItemState.AHEAD or not more:
            return item
        return replace(item, given=min(LONGEST, item.given + whole_minutes(more)))

    return after.mapped(longer)


def _joined(session: Session, seat: Seat) -> Session:
    return replace(session, round=session.round.join(seat) if session.round else None)
