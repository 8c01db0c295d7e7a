"""From the session to what the group may see of it: the only function that makes a view."""

from msgspec.structs import replace

from exercises.card import Card
from exercises.deck import Deck
from facilitator.projector.qr import TooLong, matrix, pages_for
from facilitator.projector.syllables import breakable
from facilitator.projector.view import (
    BLACK,
    GONE,
    LEFT,
    SOFT_STEPS,
    ClockView,
    CodeView,
    GoalView,
    ProposalView,
    Shown,
    View,
    ViewSettings,
)
from facilitator.texts.languages import _, language, ngettext
from facilitator.texts.names import name_of, seat_name, title_of
from facilitator.texts.phrases import NO_BREAK, minutes
from facilitator.texts.phrases import clock as time_of_day
from facilitator.texts.proposals import changes, end_in_words, way_in_words
from sessions.agenda import Item
from sessions.goals import GoalUid
from sessions.kinds import ClockShown, ItemKind, ItemState
from sessions.proposals import Proposals
from sessions.session import Session
from sessions.timing import timing
from sessions.values import MINUTE, Instant
from sessions.words import Words

SHORT = 10
"""Minutes up to which an exercise is short."""
_IN_PROGRAMME = (ItemState.AHEAD, ItemState.NOW, ItemState.DONE)


def view_of(session: Session, words: Words, deck: Deck, settings: ViewSettings, now: Instant) -> View:
    """What the group sees of the session at ``now``, in the language that is being spoken."""
    shown = resolved(session, deck, settings)
    if session.ended is not None or shown is Shown.BLACK:
        return BLACK
    item = session.current
    title = title_of(item, session.plan, deck, words) if item and item.kind is not ItemKind.BUFFER else ""
    clock = _clock(session, now)

    def made(**fields: object) -> View:
        accent = settings.accent_on_light if settings.light else settings.accent
        look = {"light": settings.light, "text_size": settings.text_size, "accent": accent}
        view = View(shown, language=language(), **look, **fields)  # type: ignore[arg-type]
        return _breakable(view) if language() == "fi" else view

    match shown:
        case Shown.PROGRAMME:
            seen = (each for each in session.items if each.state in _IN_PROGRAMME and each.kind is not ItemKind.BUFFER)
            lines = tuple((title_of(each, session.plan, deck, words), each.state) for each in seen)
            return made(title=_("Welcome") if session.begun is None else _("Agenda"), programme=lines)
        case Shown.ROUND:
            asked = _asked_in_round(session, deck)
            in_words = _words_in(item, deck) if asked else ""
            turn = _turn(session, words, asked=bool(asked))
            return made(
                title=title, clock=clock, step=_step_name(item, deck), invitation=asked, words_in=in_words, **turn
            )
        case Shown.STEP:
            invitation = _invitation(item, deck)
            own_line = "" if invitation else _step_name(item, deck)
            step = _step(item, deck, named=not own_line)
            return made(
                title=title, clock=clock, step=step, invitation=invitation or own_line, words_in=_words_in(item, deck)
            )
        case Shown.SHEET:
            return made(title=title, sheet=_sheet(item, deck), words_in=_words_in(item, deck))
        case Shown.QUESTION:
            return made(question=settings.question)
        case Shown.GOALS:
            goals = goals_of(session, words, settings)
            return made(title=_("Goals"), goals=goals, note="" if goals else _("No goals on the board"))
        case Shown.BREAK:
            on_break = item is not None and item.kind is ItemKind.BREAK
            return made(
                title=title if on_break else name_of(ItemKind.BREAK),
                clock=clock if on_break else None,
                note=_goes_on(session, clock) if on_break else "",
                own_text=settings.break_text,
                picture=settings.has_picture,
            )
        case Shown.PROPOSALS if settings.proposals is not None:
            late = _("Without a change we would end {minutes} later than agreed.")
            return made(
                title=_("How do we use the time that is left?"),
                proposals=_proposed(session, words, deck, settings.proposals),
                note=late.format(minutes=minutes(settings.proposals.over)),
            )
        case Shown.STORED:
            return made(title=_("What is stored"), **_stored())
        case Shown.ADDRESS:
            code = CodeView("", matrix(settings.address), settings.address)
            return made(
                title=_("The group's view on your own phone"),
                address=settings.address,
                codes=(code,),
                **_copying(),
                small=_("A larger window shows the QR code."),
            )
        case Shown.CODES:
            return made(
                title=_("The goals, to take along"), **_codes(goals_of(session, words, settings, settings.codes))
            )
        case _:
            return made(title=title, clock=clock)


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
    if shown is Shown.SHEET and not _sheet(session.current, deck):
        shown = _fitting(session, deck)
    if shown is Shown.ROUND and (session.round is None or session.round.is_over):
        return Shown.CLOCK
    if shown is Shown.CLOCK and session.current is not None and session.current.kind is ItemKind.BUFFER:
        return Shown.PROGRAMME
    if shown is Shown.STEP and (session.current is None or not _step(session.current, deck)):
        return Shown.CLOCK
    if shown is Shown.PROPOSALS and settings.proposals is None:
        return Shown.BLACK
    if (shown is Shown.QUESTION and not settings.question) or (shown is Shown.ADDRESS and not settings.address):
        return Shown.BLACK
    return shown


def goals_of(
    session: Session, words: Words, settings: ViewSettings, only: frozenset[GoalUid] = frozenset()
) -> tuple[GoalView, ...]:
    """The goals on the board, each with its wording only if that has been released; ``only`` these where there are."""
    chosen = only or (frozenset({settings.goal}) if settings.goal is not None else frozenset())
    seen = [goal for goal in session.goals if goal.uid in chosen] or session.goals
    goals = []
    for goal in seen:
        value = words.values.get(goal.uid)
        text = words.goals.get(goal.uid, "") if goal.uid in settings.released else ""
        goals.append(GoalView(goal.slot, name_of(goal.code), name_of(goal.status), text, value, _notch(value)))
    return tuple(goals)


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
    return Shown.STEP if _card(item, deck) is not None else Shown.CLOCK


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


def _clock(session: Session, now: Instant) -> ClockView | None:
    item = session.current
    if item is None or item.clock is ClockShown.NONE or session.acute:
        return None
    if item.kind is ItemKind.BUFFER:
        return None
    left = timing(session, now).left
    paused = _("Paused") if session.paused else ""
    if item.clock is ClockShown.SOFT:
        whole = max(1, item.given * MINUTE)
        parts = min(SOFT_STEPS, max(0, -(-left * SOFT_STEPS // whole)))
        label = _("left") if parts else _("time is up")
        shape = LEFT * parts + GONE * (SOFT_STEPS - parts)
        return ClockView(shape=shape, said=_parts_left(parts), label=label, paused=paused)
    over, label = _("time is up"), _("left")
    if not _to_the_second(item):
        return ClockView(said=_minutes_left(left), paused=paused)
    if session.paused:
        return ClockView(left=left, over=over, label=label, paused=paused)
    return ClockView(now + left, over=over, label=label)


def _to_the_second(item: Item) -> bool:
    """Seconds help a break and a short exercise; in a topic they make the group look at the clock."""
    return item.kind is ItemKind.BREAK or (item.exercise is not None and item.given <= SHORT)


def _minutes_left(left: int) -> str:
    """What is left in whole minutes, begun ones counted."""
    count = -(-left // MINUTE)
    if left < 0:
        return _("time is up")
    if count < 1 or left < MINUTE:
        return _("less than a minute left")
    return ngettext("{count} minute left", "{count} minutes left", count).format(count=count)


def _parts_left(parts: int) -> str:
    """A soft clock's parts as a listener understands them."""
    if not parts:
        return _("time is up")
    quarters = max(1, round(parts * 4 / SOFT_STEPS))
    said = (_("about a quarter of the time is left"), _("about half of the time is left"),
            _("about three quarters of the time are left"), _("nearly all of the time is left"))  # fmt: skip
    return said[quarters - 1]


def _goes_on(session: Session, clock: ClockView | None) -> str:
    if clock is None or clock.ends is None:
        return ""
    return _("We go on at {time}").format(time=time_of_day(Instant(clock.ends), session.wall_offset_ms))


def _card(item: Item | None, deck: Deck) -> Card | None:
    return deck.card(item.exercise) if item is not None and item.exercise is not None else None


def _sheet(item: Item | None, deck: Deck) -> tuple[str, ...]:
    """What the card holds for the group, a line each."""
    card = _card(item, deck)
    return tuple(card.sheet.said(language()).splitlines()) if card is not None else ()


def _step_name(item: Item | None, deck: Deck) -> str:
    card = _card(item, deck)
    if item is None or card is None or item.step >= len(card.step_texts):
        return ""
    return card.step_texts[item.step].said(language())


def _invitation(item: Item | None, deck: Deck) -> str:
    """What the group reads in this step; empty when the step's own line says enough.

    A card that speaks of its steps is never quoted as a whole: it would contradict the room.
    """
    card = _card(item, deck)
    if item is None or card is None:
        return ""
    of_steps = [each.said(language()) for each in card.step_invitations]
    if not any(of_steps):
        return card.invitation.said(language())
    return of_steps[item.step] if item.step < len(of_steps) else ""


def _asked_in_round(session: Session, deck: Deck) -> str:
    """What each is asked in the step's own round; a round begun besides it is about something else."""
    card, item, turns = _card(session.current, deck), session.current, session.round
    if card is None or item is None or turns is None or not turns.of_step or turns.offering:
        return ""
    return card.step_invitations[item.step].said(language()) if item.step < len(card.step_invitations) else ""


def _words_in(item: Item | None, deck: Deck) -> str:
    """Whose language the card's words are, when it is another than the view's: a voice must not misread them."""
    card = _card(item, deck)
    if card is None or not card.invitation.lacks(language()):
        return ""
    return "fi" if card.invitation.fi else "en"


def _step(item: Item | None, deck: Deck, *, named: bool = True) -> str:
    """``Step 2/5 · Questions · round``."""
    step = item.present_step if item is not None else None
    if item is None or step is None:
        return ""
    number = _("Step {number}/{count}").format(number=item.step + 1, count=len(item.steps))
    parts = [number if len(item.steps) > 1 else "", _step_name(item, deck) if named else "", name_of(step.speaking)]
    return f"{NO_BREAK}· ".join(part for part in parts if part)


def _notch(value: int | None) -> str:
    if value is None:
        return ""
    now = _("now {value}").format(value=value)
    return f"{now} · " + _("one notch up {value}").format(value=value + 1) if value < 10 else now


def _codes(goals: tuple[GoalView, ...]) -> dict[str, object]:
    texts = [f"{goal.slot} {goal.code}: {goal.text}" for goal in goals if goal.text]
    if not texts:
        return {"note": _("No wording to show")}
    try:
        pages = pages_for(_("Goals"), texts)
    except TooLong:
        return {"note": _("The goals are too long for a QR code.")}
    many = len(pages) > 1
    return {
        "codes": tuple(
            CodeView(f"{number}/{len(pages)}" if many else "", matrix(page), page)
            for number, page in enumerate(pages, start=1)
        ),
        **_copying(),
        "small": _("The codes need a larger window."),
        "note": _("The code holds the words themselves. No network is needed."),
    }


def _proposed(session: Session, words: Words, deck: Deck, found: Proposals) -> tuple[ProposalView, ...]:
    """The titles are those of the agenda that the group has seen; nothing says who."""

    def title(item: Item) -> str:
        return title_of(item, session.plan, deck, words)

    return tuple(
        ProposalView(
            way_in_words(choice, title),
            tuple(changes(choice, title)),
            end_in_words(choice, session.wall_offset_ms, agreed=False),
        )
        for choice in found.choices
    )


def _copying() -> dict[str, str]:
    return {"copy": _("Copy the text"), "copied": _("Copied")}


def _stored() -> dict[str, object]:
    kept = (_("Kept"), _("the day"), _("how many were present"), _("the items and their minutes"), _("the exercises"),
            _("the goals' code words and statuses"))  # fmt: skip
    forgotten = (_("Forgotten"), _("who spoke"), _("what was said"), _("names and titles"), _("the wording of goals"),
                 _("numbers on a scale"))  # fmt: skip
    note = _("You can see at any time what is stored. Wording is kept only if you seal it yourselves.")
    return {"kept": kept, "forgotten": forgotten, "note": note}
