"""From the session to what the group may see of it: the only function that makes a view."""

from msgspec.structs import replace

from exercises.deck import Deck
from facilitator.projector.qr import matrix
from facilitator.projector.syllables import breakable
from facilitator.projector.view import BLACK, CodeView, ProposalView, Shown, View, ViewSettings
from facilitator.projector.view_of_card import (
    asked_in_round,
    card_of,
    invitation_of,
    sheet_of,
    step_line,
    step_name,
    words_in,
)
from facilitator.projector.view_of_clock import clock_of, goes_on
from facilitator.projector.view_of_goals import codes_of, copying, goals_of
from facilitator.texts.languages import _, language
from facilitator.texts.names import name_of, seat_name, title_of
from facilitator.texts.phrases import minutes
from facilitator.texts.proposals import changes, end_in_words, way_in_words
from sessions.agenda import Item
from sessions.kinds import ItemKind, ItemState
from sessions.proposals import Proposals
from sessions.session import Session
from sessions.values import Instant
from sessions.words import Words

_IN_PROGRAMME = (ItemState.AHEAD, ItemState.NOW, ItemState.DONE)


def view_of(session: Session, words: Words, deck: Deck, settings: ViewSettings, now: Instant) -> View:
    """What the group sees of the session at ``now``, in the language that is being spoken."""
    shown = resolved(session, deck, settings)
    if session.ended is not None or shown is Shown.BLACK:
        return BLACK
    accent = settings.accent_on_light if settings.light else settings.accent
    look = {"light": settings.light, "text_size": settings.text_size, "accent": accent}
    fields = _fields(shown, session, words, deck, settings, now)
    view = View(shown, language=language(), **look, **fields)  # type: ignore[arg-type]
    return _breakable(view) if language() == "fi" else view


def _fields(
    shown: Shown, session: Session, words: Words, deck: Deck, settings: ViewSettings, now: Instant
) -> dict[str, object]:
    """The fields of a view in which there is something, when ``shown`` is shown."""
    item = session.current
    title = title_of(item, session.plan, deck, words) if item and item.kind is not ItemKind.BUFFER else ""
    clock = clock_of(session, now)
    match shown:
        case Shown.PROGRAMME:
            return _programme(session, words, deck)
        case Shown.ROUND:
            return {"title": title, "clock": clock, **_round(session, words, deck)}
        case Shown.STEP:
            return {"title": title, "clock": clock, **_step(item, deck)}
        case Shown.SHEET:
            return {"title": title, "sheet": sheet_of(item, deck), "words_in": words_in(item, deck)}
        case Shown.QUESTION:
            return {"question": settings.question}
        case Shown.GOALS:
            goals = goals_of(session, words, settings)
            return {"title": _("Goals"), "goals": goals, "note": "" if goals else _("No goals on the board")}
        case Shown.BREAK:
            own = {"own_text": settings.break_text, "picture": settings.has_picture}
            if item is None or item.kind is not ItemKind.BREAK:
                return {"title": name_of(ItemKind.BREAK), **own}
            return {"title": title, "clock": clock, "note": goes_on(session, clock), **own}
        case Shown.PROPOSALS if settings.proposals is not None:
            return _proposals(session, words, deck, settings.proposals)
        case Shown.STORED:
            return {"title": _("What is stored"), **_stored()}
        case Shown.ADDRESS:
            return _address(settings.address)
        case Shown.CODES:
            goals = goals_of(session, words, settings, settings.codes)
            return {"title": _("The goals, to take along"), **codes_of(goals)}
        case _:
            return {"title": title, "clock": clock}


def _programme(session: Session, words: Words, deck: Deck) -> dict[str, object]:
    seen = (each for each in session.items if each.state in _IN_PROGRAMME and each.kind is not ItemKind.BUFFER)
    lines = tuple((title_of(each, session.plan, deck, words), each.state) for each in seen)
    return {"title": _("Welcome") if session.begun is None else _("Agenda"), "programme": lines}


def _round(session: Session, words: Words, deck: Deck) -> dict[str, object]:
    item, asked = session.current, asked_in_round(session, deck)
    in_words = words_in(item, deck) if asked else ""
    turn = _turn(session, words, asked=bool(asked))
    return {"step": step_name(item, deck), "invitation": asked, "words_in": in_words, **turn}


def _step(item: Item | None, deck: Deck) -> dict[str, object]:
    """What the group reads in the step, else the step's own line; that is never there twice."""
    invitation = invitation_of(item, deck)
    own_line = "" if invitation else step_name(item, deck)
    step = step_line(item, deck, named=not own_line)
    return {"step": step, "invitation": invitation or own_line, "words_in": words_in(item, deck)}


def _address(address: str) -> dict[str, object]:
    return {
        "title": _("The group's view on your own phone"),
        "address": address,
        "codes": (CodeView("", matrix(address), address),),
        "small": _("A larger window shows the QR code."),
        **copying(),
    }


def _breakable(view: View) -> View:
    """With places to break in long words; what is typed or read is the same."""
    texts = ("title", "speaker", "next_up", "presenter", "step", "invitation", "question", "note", "own_text")
    return replace(
        view,
        **{name: breakable(getattr(view, name)) for name in texts},
        goals=tuple(replace(goal, text=breakable(goal.text), status=breakable(goal.status)) for goal in view.goals),
        programme=tuple((breakable(title), state) for title, state in view.programme),
        sheet=tuple(map(breakable, view.sheet)),
        proposals=tuple(
            replace(each, way=breakable(each.way), effects=tuple(map(breakable, each.effects)))
            for each in view.proposals
        ),
    )


def resolved(session: Session, deck: Deck, settings: ViewSettings) -> Shown:
    """The view that is shown: what fits when following, and a poorer one where there is nothing to show."""
    shown = settings.shown if settings.shown is not Shown.FOLLOW else _fitting(session, deck)
    if shown is Shown.SHEET and not sheet_of(session.current, deck):
        shown = _fitting(session, deck)
    if shown is Shown.ROUND and (session.round is None or session.round.is_over):
        return Shown.CLOCK
    if shown is Shown.CLOCK and session.current is not None and session.current.kind is ItemKind.BUFFER:
        return Shown.PROGRAMME
    if shown is Shown.STEP and (session.current is None or not step_line(session.current, deck)):
        return Shown.CLOCK
    if shown is Shown.PROPOSALS and settings.proposals is None:
        return Shown.BLACK
    if (shown is Shown.QUESTION and not settings.question) or (shown is Shown.ADDRESS and not settings.address):
        return Shown.BLACK
    return shown


def _fitting(session: Session, deck: Deck) -> Shown:
    item = session.current
    if session.begun is None or item is None or item.kind is ItemKind.BUFFER:
        return Shown.PROGRAMME
    if session.round is not None and not session.round.is_over:
        return Shown.ROUND
    if item.kind is ItemKind.BREAK:
        return Shown.BREAK
    if item.kind is ItemKind.GOALS and session.goals:
        return Shown.GOALS
    return Shown.STEP if card_of(item, deck) is not None else Shown.CLOCK


def _turn(session: Session, words: Words, *, asked: bool) -> dict[str, str]:
    """Who has the turn and who is next; never anybody further on.

    With ``asked`` the group reads what is asked in this round, and that says what the presenter does: some answer.
    """
    turns, people = session.round, session.people
    assert turns is not None
    speaker = seat_name(turns.speaker, words, people) if turns.speaker else ""
    next_up = _("Next up: {name}").format(name=seat_name(turns.next_up, words, people)) if turns.next_up else ""
    told = _("The topic is brought by {seat}") if asked else _("{seat} listens")
    listens = told.format(seat=seat_name(turns.presenter, words, people)) if turns.presenter else ""
    if turns.offering:
        speaker, next_up = _("Still something to say?"), ""
    return {"speaker": speaker, "next_up": next_up, "presenter": listens}


def _proposals(session: Session, words: Words, deck: Deck, found: Proposals) -> dict[str, object]:
    """The titles are those of the agenda that the group has seen; nothing says who."""

    def title(item: Item) -> str:
        return title_of(item, session.plan, deck, words)

    shown = tuple(
        ProposalView(
            way_in_words(choice, title),
            tuple(changes(choice, title)),
            end_in_words(choice, session.wall_offset_ms, agreed=False),
        )
        for choice in found.choices
    )
    late = _("Without a change we would end {minutes} later than agreed.").format(minutes=minutes(found.over))
    return {"title": _("How do we use the time that is left?"), "proposals": shown, "note": late}


def _stored() -> dict[str, object]:
    kept = (_("Kept"), _("the day"), _("how many were present"), _("the items and their minutes"), _("the exercises"),
            _("the goals' code words and statuses"))  # fmt: skip
    forgotten = (_("Forgotten"), _("who spoke"), _("what was said"), _("names and titles"), _("the wording of goals"),
                 _("numbers on a scale"))  # fmt: skip
    note = _("You can see at any time what is stored. Wording is kept only if you seal it yourselves.")
    return {"kept": kept, "forgotten": forgotten, "note": note}
