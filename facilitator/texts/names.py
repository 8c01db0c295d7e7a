"""The names of everything in the closed lists, and the titles of items."""

from enum import StrEnum

from exercises.closed import Form, Phase, Remote, Theme, Turns
from exercises.deck import Deck, Origin
from exercises.folder import Part
from exercises.sources import SourceKind
from facilitator.texts.languages import N_, _, language
from sessions.agenda import Item
from sessions.kinds import ClockShown, CodeWord, GoalStatus, ItemKind, ItemState, Speaking, TurnOrder
from sessions.people import People
from sessions.record import KeptItem, Untaken
from sessions.values import SPECIAL, Id, Seat
from sessions.words import Words

_NAMES: dict[StrEnum, str] = {
    ItemKind.OPENING: N_("Opening"),
    ItemKind.CHECK_IN: N_("Check-in"),
    ItemKind.AGREE_AGENDA: N_("Agreeing on the agenda"),
    ItemKind.AGREEMENTS: N_("Agreements"),
    ItemKind.GOALS: N_("Goals"),
    ItemKind.CASE: N_("Case"),
    ItemKind.THEME: N_("Topic"),
    ItemKind.EXERCISE: N_("Exercise"),
    ItemKind.DIALOGUE: N_("Dialogue"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.DECIDE: N_("Deciding"),
    ItemKind.EVALUATION: N_("Evaluation"),
    ItemKind.CLOSING: N_("Close"),
    ItemKind.ADMIN: N_("Practical matters"),
    ItemKind.BUFFER: N_("Buffer"),
    ClockShown.EXACT: N_("exact clock"),
    ClockShown.SOFT: N_("soft clock"),
    ClockShown.NONE: N_("no clock"),
    Speaking.EVERYONE: N_("everyone"),
    Speaking.PRESENTER: N_("the presenter"),
    Speaking.PRESENTER_LISTENS: N_("everyone · the presenter listens"),
    Speaking.ROUND: N_("round"),
    Speaking.ROUND_PRESENTER_LISTENS: N_("round · the presenter listens"),
    Speaking.SILENCE: N_("nobody, silence"),
    Speaking.GROUPS: N_("in pairs or small groups"),
    TurnOrder.ROTATING: N_("starter rotates"),
    TurnOrder.CLOCKWISE: N_("clockwise"),
    TurnOrder.ANTICLOCKWISE: N_("anticlockwise"),
    TurnOrder.RANDOM: N_("random order"),
    ItemState.AHEAD: N_("to come"),
    ItemState.NOW: N_("now"),
    ItemState.DONE: N_("done"),
    ItemState.LEFT_OUT: N_("left out"),
    ItemState.NEXT_TIME: N_("next time"),
    ItemState.PARKED: N_("set aside"),
    GoalStatus.OPEN: N_("open"),
    GoalStatus.IN_PROGRESS: N_("in progress"),
    GoalStatus.REACHED: N_("reached"),
    GoalStatus.REWORDED: N_("reworded"),
    GoalStatus.RESTING: N_("resting"),
    GoalStatus.DROPPED: N_("dropped"),
    CodeWord.MAJAKKA: N_("lighthouse"),
    CodeWord.SILTA: N_("bridge"),
    CodeWord.KIVI: N_("stone"),
    CodeWord.KAARNA: N_("bark"),
    CodeWord.LYHTY: N_("lantern"),
    CodeWord.AIRO: N_("oar"),
    CodeWord.LAITURI: N_("jetty"),
    CodeWord.POLKU: N_("path"),
    CodeWord.PIHLAJA: N_("rowan"),
    CodeWord.JOKI: N_("river"),
    CodeWord.SAARI: N_("island"),
    CodeWord.LUMME: N_("water lily"),
    CodeWord.TUULI: N_("wind"),
    CodeWord.KAJO: N_("glow"),
    CodeWord.HIEKKA: N_("sand"),
    CodeWord.SAMMAL: N_("moss"),
    CodeWord.PORTTI: N_("gate"),
    CodeWord.KOYSI: N_("rope"),
    CodeWord.HAUKI: N_("pike"),
    CodeWord.MANTY: N_("pine"),
}
_DECK_NAMES: tuple[dict[StrEnum, str], ...] = (
    {
        Phase.CHECK_IN: N_("Check-in phase"),
        Phase.WARM_UP: N_("Warming up"),
        Phase.EXPLORE: N_("Exploring"),
        Phase.DEEPEN: N_("Deepening"),
        Phase.SOLVE: N_("Finding solutions"),
        Phase.DECIDE: N_("Deciding phase"),
        Phase.EVALUATE: N_("Evaluating"),
        Phase.CLOSE: N_("Closing phase"),
    },
    {
        Form.INDIVIDUAL: N_("each alone"),
        Form.PAIRS: N_("in pairs"),
        Form.SMALL_GROUPS: N_("in small groups"),
        Form.ROUND: N_("in a round"),
        Form.WHOLE: N_("whole group"),
    },
    {
        Turns.NONE: N_("no turn order"),
        Turns.ROUND: N_("a round, everybody in turn"),
        Turns.PRESENTER_OUT: N_("a round without the presenter"),
        Turns.ROLES: N_("turns inside pairs or groups"),
    },
    {
        Remote.YES: N_("works remotely"),
        Remote.NO: N_("does not work remotely"),
    },
    {
        Theme.CORE_TASK: N_("core task"),
        Theme.WORK_ROLE: N_("work role"),
        Theme.BOUNDARIES: N_("boundaries"),
        Theme.TIME: N_("use of time"),
        Theme.RESOURCES: N_("resources and wellbeing"),
        Theme.INTERACTION: N_("interaction"),
        Theme.EMOTIONS: N_("emotional load"),
        Theme.STRENGTHS: N_("strengths"),
        Theme.CHANGE: N_("change"),
        Theme.POWER: N_("power"),
        Theme.LEADER_ROLE: N_("leader's role"),
        Theme.ENVIRONMENT: N_("operating environment"),
        Theme.DIALOGUE: N_("dialogical cooperation"),
        Theme.AGREEMENTS: N_("ground rules"),
        Theme.GOALS: N_("goals and evaluation"),
        Theme.IMAGES: N_("images"),
        Theme.OWN_PART: N_("one's own part"),
        Theme.ETHICS: N_("values and ethics"),
        Theme.FEEDBACK: N_("feedback"),
        Theme.LEARNING: N_("learning"),
        Theme.IDENTITY: N_("professional identity"),
        Theme.UNCERTAINTY: N_("uncertainty"),
        Theme.CASE: N_("work situation"),
        Theme.GENERAL: N_("general"),
    },
    {
        Origin.SHIPPED: N_("of the program"),
        Origin.OWN: N_("your own"),
        Origin.REPLACES: N_("your own, in the place of the program's"),
    },
)
"""One table a list: equal words of two lists would be one key."""
_BY_TYPE = {(type(member), member.value): name for names in (_NAMES, *_DECK_NAMES) for member, name in names.items()}


def name_of(member: StrEnum) -> str:
    """The name of a member of a closed list."""
    return _(_BY_TYPE[type(member), member.value])


def said_origin(deck: Deck, part: Part, each: Id) -> str:
    """Whose the card or plan in use under an id is: the program's, one's own, or the deck's by its name."""
    source = deck.source(part, each)
    return source.name.said(language()) if source.kind is SourceKind.DECK else name_of(deck.origin(part, each))


def origin_of_another(deck: Deck, part: Part, each: Id) -> str:
    """Of a card or plan from another's deck the name of the deck and its licence; empty for others."""
    source = deck.source(part, each)
    if source.kind is not SourceKind.DECK:
        return ""
    return " · ".join(filter(None, (source.name.said(language()), source.licence)))


def plan_name(plan: Id | None, deck: Deck) -> str:
    """The name of a plan; its id when its file is gone.

    A sensitive one is called as any agenda of the supervisor's own: a name of its own would tell that there was one.
    """
    if plan is None or plan == SPECIAL:
        return _("own agenda")
    text = deck.plan(plan)
    return text.name.said(language()) if text else str(plan)


def title_of(item: Item, plan: Id | None, deck: Deck, words: Words | None = None) -> str:
    """What an item is called: as it was typed, else as its plan has it, else its exercise's name, else its kind."""
    if words is not None and (typed := words.titles.get(item.uid)):
        return typed
    return _title(item.kind, item.exercise, item.slot, ACUTE_PLAN if item.of_acute else plan, deck)


def kept_title(item: KeptItem | Untaken, plan: Id | None, deck: Deck, form: int | None = None) -> str:
    """What an item of a record is called.

    ``form`` is the form that the plan had then (``Record.plan_form``): the titles of a plan that has another today
    are not those of then. A card that was taken in place of what the plan proposed is said beside the plan's title.
    """
    text = deck.plan(plan) if plan is not None and plan != SPECIAL else None
    changed = text is not None and form is not None and text.plan.form != form
    said = _title(item.kind, item.exercise, None if changed else item.slot, plan, deck)
    if item.exercise is None or item.slot is None or text is None or changed or item.slot >= len(text.plan.items):
        return said
    if text.plan.items[item.slot].exercise == item.exercise:
        return said
    return f"{said} · {exercise_name(item.exercise, deck)}"


def exercise_name(exercise: Id, deck: Deck) -> str:
    """The name of a card; its id when its file is gone. A sensitive one is an exercise like any other."""
    if exercise == SPECIAL:
        return name_of(ItemKind.EXERCISE)
    card = deck.card(exercise)
    return card.name.said(language()) if card else str(exercise)


def seat_name(seat: Seat, words: Words | None = None, people: People | None = None) -> str:
    """What is written on the seat of whoever sits there, else its number."""
    if words is not None and people is not None and (label := words.labels.get(people.person(seat))):
        return label
    return _("seat {number}").format(number=seat)


def numbered_seat_name(seat: Seat, words: Words, people: People) -> str:
    """The same with the seat's number before it, where that is not its name."""
    name = seat_name(seat, words, people)
    return name if name == seat_name(seat) else f"{seat} {name}"


def _title(kind: ItemKind | None, exercise: Id | None, slot: int | None, plan: Id | None, deck: Deck) -> str:
    text = deck.plan(plan) if plan is not None and plan != SPECIAL else None
    if text is not None and slot is not None and slot < len(text.titles):
        return text.titles[slot].said(language())
    if exercise is not None and exercise != SPECIAL:
        return exercise_name(exercise, deck)
    return name_of(kind) if kind is not None else _("own agenda")


ACUTE_PLAN = Id("acute-60")
"""The plan that takes over when something acute has happened."""
