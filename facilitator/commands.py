"""The one table of commands. Keys, the line of keys, the palette, the help page and ``docs/keys.md`` come from it.

However long it is: what a key means is read off it from top to bottom, so that no two screens can disagree.
"""

from enum import StrEnum
from typing import NamedTuple

from facilitator.texts.languages import N_


class Context(StrEnum):
    """Where a command works."""

    HOME = "home"
    START = "start"
    PLAN = "plan"
    """Shaping a plan."""
    CARDS = "cards"
    LIVE = "live"
    REVIEW = "review"
    PAST = "past"
    READING = "reading"
    """A page to read: help, what is stored, a card."""
    ASKING = "asking"
    """A page to read, and a question below it: ending, erasing."""
    GROUP = "group"
    """This terminal shows the group's view."""
    GOALS = "goals"
    """The goal board of the live session."""
    SETTINGS = "settings"
    FORM = "form"
    """A few values to be set: of a group, of a session that is logged or corrected."""
    HELP = "help"
    PLAIN = "plain"
    """The live session line by line: the keys that it has besides those of the live session."""


class Subject(StrEnum):
    """What a command is about; help is grouped by it."""

    COURSE = "course"
    TIME = "time"
    ITEMS = "items"
    PEOPLE = "people"
    GOALS = "goals"
    GROUP = "group"
    HISTORY = "history"
    PROGRAM = "program"


CONTEXT_NAMES = {
    Context.HOME: N_("Home"),
    Context.START: N_("Making a session ready"),
    Context.PLAN: N_("Shaping a plan"),
    Context.CARDS: N_("Cards and questions"),
    Context.LIVE: N_("The live session"),
    Context.REVIEW: N_("Past sessions of a group"),
    Context.PAST: N_("A past agenda"),
    Context.READING: N_("A page to read"),
    Context.ASKING: N_("A question to answer"),
    Context.GROUP: N_("The group's view in this terminal"),
    Context.GOALS: N_("Goal board"),
    Context.SETTINGS: N_("Settings"),
    Context.FORM: N_("Setting values"),
    Context.HELP: N_("Help"),
    Context.PLAIN: N_("The live session line by line (run --plain), besides the keys of the live session"),
}
SUBJECT_NAMES = {
    Subject.COURSE: N_("The course of the session"),
    Subject.TIME: N_("Time"),
    Subject.ITEMS: N_("Items and cards"),
    Subject.PEOPLE: N_("People and turns"),
    Subject.GOALS: N_("Goals"),
    Subject.GROUP: N_("What the group sees"),
    Subject.HISTORY: N_("Groups and their history"),
    Subject.PROGRAM: N_("Undo, help, leaving"),
}
ON_THE_WAY = frozenset(
    (Context.START, Context.PLAN, Context.LIVE, Context.CARDS, Context.GROUP, Context.GOALS, Context.PLAIN)
)
"""The way of a session: a key means one thing on all of these."""
ANYWHERE = frozenset(Context) - {Context.PLAIN}
OVER_SESSION = frozenset((Context.CARDS, Context.READING, Context.ASKING, Context.GOALS, Context.HELP))
"""What can lie over a session, so that there is a group's view to make black."""
EVERY_PAGE = ANYWHERE - {Context.GROUP}


class Command(NamedTuple):
    """One command."""

    id: str
    keys: tuple[str, ...]
    """As Textual names them."""
    label: str
    """For the line of keys: one or two words."""
    help: str
    where: frozenset[Context]
    bar: int = 0
    """Its place in the line of keys; 0 for not there."""
    sense: str = ""
    """What its keys mean to a person, if another command has the same meaning elsewhere: the id of the better known."""

    @property
    def meaning(self) -> str:
        """What its keys mean. Along the way of a session a key has one meaning."""
        return self.sense or self.id

    @property
    def subject(self) -> Subject:
        """What it is about."""
        return _SUBJECT_OF[self.id]


_SUBJECT_OF = {
    command: subject
    for subject, commands in (
        (Subject.COURSE, ("next back end_item pause earlier take_out acute end start shape open new_session "
                         "group_session use_again demo cards say_rest")),
        (Subject.TIME, ("longer shorter longer_5 shorter_5 longer_step fit fit_plan own_minutes length begin_time "
                       "end_time clock_shown item_clock")),
        (Subject.ITEMS, ("choose_down choose_up take_now move_down move_up next_time leave_out protect insert card "
                        "switch skip_step repeat_step add_item remove_item materials take search filters edit "
                        "draw_card draw_question questions favourite bring_back row_down row_up row_first row_last "
                        "read_on read_back choose_item")),
        (Subject.PEOPLE, "pass hold away arrived turn_to round presenter words people_more people_fewer"),
        (Subject.GOALS, ("goals goal_page write_goal scale no_value mark_goal release_goal add_goal add_goal_with "
                         "carry_goals")),
        (Subject.GROUP, "show ways window network freeze blank"),
        (Subject.HISTORY, ("group_sessions set_up new_group log correct erase year compare span tells report "
                          "write_number erase_number keep sample")),
        (Subject.PROGRAM, ("undo redo unshape save_plan export_plan paper change change_back settings stored help "
                          "palette choose leave quit close_program")),
    )
    for command in commands.split()
}  # fmt: skip


def _in(contexts: str) -> frozenset[Context]:
    return frozenset(Context(context) for context in contexts.split())


def _live(id: str, keys: str, label: str, text: str, bar: int = 0, *also: Context) -> Command:  # noqa: A002
    return Command(id, tuple(keys.split()), label, text, frozenset({Context.LIVE, *also}), bar)


BLANK_KEYS = ("b", "full_stop")
"""Black at once, from every screen and dialog, except where they are letters that are being written."""
BLANK_ALWAYS = "f9"
"""Black at once, while writing too."""
BLANK = " ".join((*BLANK_KEYS, BLANK_ALWAYS))

COMMANDS = (
    _live(
        "next", "space pagedown right", N_("Next"),
        N_("Begin; then the next turn, else the next step, else the next item"), 1, Context.GROUP,
    ),
    _live("back", "pageup left", N_("Back"), N_("Back one, keeping the time already used"), 0, Context.GROUP),
    _live("end_item", "n", N_("Next item"), N_("End this item and start the next")),
    _live("pause", "p", N_("Pause"), N_("Pause and resume; no turn is charged"), 2),
    _live("longer", "plus", N_("Lengthen"), N_("One minute more for the chosen item, else for this one"), 3,
          Context.PLAN, Context.START),
    _live("shorter", "minus", N_("Shorten"), N_("One minute less"), 0, Context.PLAN, Context.START),
    _live("longer_5", "greater_than_sign", N_("Lengthen by 5 min"), N_("Five minutes more"), 0, Context.PLAN,
          Context.START),
    _live("shorter_5", "less_than_sign", N_("Shorten by 5 min"), N_("Five minutes less"), 0, Context.PLAN,
          Context.START),
    _live("fit", "o", N_("Fit time"), N_("Proposals: how to fit what is left into the agreed time"), 4),
    _live("choose_down", "down", N_("Choose"), N_("Choose the item below"), 0, Context.GOALS, Context.SETTINGS,
          Context.FORM),
    _live("choose_up", "up", N_("Choose"), N_("Choose the item above"), 0, Context.GOALS, Context.SETTINGS,
          Context.FORM),
    _live("take_now", "enter", N_("Take now"), N_("Begin the chosen item now, or bring back one that was left out")),
    _live("move_down", "J", N_("Move later"), N_("Move the chosen item later"), 0, Context.PLAN),
    _live("move_up", "K", N_("Move earlier"), N_("Move the chosen item earlier"), 0, Context.PLAN),
    _live("next_time", "m", N_("Next time"), N_("Move the chosen item to next time; only the count is kept")),
    _live("leave_out", "d", N_("Leave out"), N_("Leave the chosen item out today")),
    _live("insert", "i", N_("Insert"), N_("Insert a card, a question or an empty item, with the end it leads to")),
    _live("protect", "P", N_("Protect"), N_("The chosen item: ordinary, ◆ protected, ◇ first to give its time"), 0,
          Context.PLAN),
    _live("card", "e", N_("Card"), N_("Read the current card in full")),
    _live("switch", "k", N_("Method"), N_("Do this item, or the chosen one, in another way; its clock goes on")),
    _live("skip_step", "j", N_("Skip step"), N_("On to the next step at once, without the turns that are left")),
    _live("longer_step", "t", N_("Longer step"), N_("One minute more for this step and its item")),
    _live("repeat_step", "y", N_("Repeat step"), N_("This step again, with its minutes and its round")),
    _live("pass", "x", N_("Pass"), N_("The speaker passes; asked once more at the end, quietly"), 5),
    _live("hold", "h", N_("Hold"), N_("The speaker wants the turn later, at the end of the round")),
    _live("away", "a", N_("Away"), N_("Somebody goes away or comes back")),
    _live("arrived", "l", N_("Arrived"), N_("Somebody arrived: a new seat, last in the round")),
    _live("round", "r", N_("Round"), N_("Start a round here: enter as last time, a digit says who begins")),
    _live("presenter", "R", N_("Presenter"), N_("Who presents a case, and listens in its rounds; 0 for nobody")),
    _live("turn_to", "1 2 3 4 5 6 7 8 9 0", N_("Turn to"), N_("Give the turn to this seat; 10 and up digit by digit")),
    _live("goals", "g", N_("Goals"), N_("The goal board: add, word, status, scale")),
    _live("goal_page", "Y", N_("Next goal"), N_("The group sees all goals, then each by itself, large"), 0,
          Context.GOALS),
    _live("words", "w", N_("Names"), N_("Write on the seats, or give an item a title; forgotten at the end")),
    _live("show", "v", N_("Show"), N_("Choose what the group sees, here or elsewhere")),
    _live("ways", "V", N_("Displays"), N_("How the group's view is shown: browser, network, QR, language")),
    _live("window", "W", N_("Window"), N_("Open the group's view in a browser window")),
    _live("network", "N", N_("Network"), N_("Share the group's view on the local network, or stop at once")),
    _live("freeze", "f", N_("Freeze"), N_("The group's view stays as it is while you look ahead; f lets it go on")),
    _live("blank", BLANK, N_("Blank"), N_("Make the group's view black, and bring it back"), 6, Context.GROUP),
    Command("blank", tuple(BLANK.split()), N_("Blank"), N_("Make the group's view black, and bring it back"),
            OVER_SESSION),
    _live("clock_shown", "c", N_("Group's clock"), N_("The group's clock for this item: exact, soft, none")),
    _live("earlier", "s", N_("Began earlier"), N_("“We began earlier”: put the start back")),
    _live("take_out", "z", N_("Take gap out"), N_("The computer slept or its clock was set: do not count it")),
    _live("acute", "A", N_("Acute"), N_("Something acute: set the agenda aside, hide the clocks, nothing is late")),
    _live("undo", "u", N_("Undo"), N_("Undo the last act; the clocks are put right"), 7, Context.GOALS),
    _live("redo", "U", N_("Redo"), N_("Do again what was undone"), 0, Context.GOALS),
    Command("paper", ("X",), N_("On paper"), N_("The rest of today on paper: clock times, steps, who speaks"),
            _in("live"), 0, "export_plan"),
    _live("end", "E", N_("End"), N_("End the session; shows first what will be kept")),
    Command("say_rest", ("asterisk",), N_("What is left"),
            N_("Say what is left: items, when they begin, their minutes"), _in("plain")),
    Command("choose_item", ("q",), N_("Choose an item"), N_("Choose what the next acts are about; enter alone: none"),
            _in("plain")),
    Command("take_now", ("equals_sign",), N_("Take now"),
            N_("Begin the chosen item now, or bring back one that was left out"), _in("plain")),
    Command("back", ("comma",), N_("Back"), N_("Back one, keeping the time already used"), _in("plain")),
    Command("close_program", ("ctrl+d",), N_("Quit"), N_("Close the program; a session can be resumed"), _in("plain")),
    Command("open", ("enter",), N_("Open"), N_("Open what is chosen"), _in("home review"), 1),
    Command("group_sessions", ("r",), N_("Review"), N_("Past sessions of the chosen group"), _in("home"), 2),
    Command("new_session", ("n",), N_("New session"), N_("Make a new session ready"), _in("home"), 3),
    Command("group_session", ("s",), N_("Session"), N_("The next session of the chosen group"), _in("home")),
    Command("group_session", ("s",), N_("Next session"), N_("Make the next session ready"), _in("review"), 2),
    Command("set_up", ("g",), N_("Group"), N_("What is agreed with the group: language, people, series, rhythm"),
            _in("home review"), 4),
    Command("new_group", ("N",), N_("New group"), N_("Begin a group: its code, and what is agreed"), _in("home")),
    Command("log", ("k",), N_("Log"), N_("A session without the laptop, cancelled or not used"),
            _in("home review"), 5),
    Command("year", ("y",), N_("Year"), N_("Sessions and 45-minute units of the year, over all groups"), _in("home")),
    Command("sample", ("G",), N_("Example"), N_("A group to explore: an example, never stored"), _in("home")),
    Command("demo", ("D",), N_("Demo"), N_("Watch a sample session; nothing is kept"), _in("home")),
    Command("cards", ("c",), N_("Cards"), N_("Cards and questions: find, read, draw one"), _in("home"), 6),
    Command("span", ("w",), N_("How far back"), N_("All sessions, or the last 12, 6 or 3"), _in("review"), 3),
    Command("compare", ("v",), N_("Compare"), N_("Put a session beside another: press it on both"), _in("review"), 6),
    Command("tells", ("t",), N_("What it tells"), N_("All that the sessions tell, on a page of its own"),
            _in("review"), 14),
    Command("report", ("x",), N_("Report"), N_("Days, minutes, units and people, for the commissioner"),
            _in("review")),
    Command("correct", ("e",), N_("Correct"), N_("Put the day, minutes, people or group of the session right"),
            _in("review past"), 7),
    Command("erase", ("X",), N_("Erase…"), N_("Erase the group, or this session; asks first"), _in("home review past"),
            11),
    Command("write_number", tuple("1234567890"), N_("Number"), N_("Write a number"), _in("form")),
    Command("erase_number", ("backspace",), N_("Clear"), N_("Take the value away"), _in("form"), 4),
    Command("keep", ("enter",), N_("Keep"), N_("Keep the values"), _in("form"), 1),
    Command("people_more", ("l",), N_("People"), N_("One person more; rounds become longer"), _in("start plan cards"),
            2, "arrived"),
    Command("people_fewer", ("L",), N_("Fewer"), N_("One person fewer"), _in("start plan cards")),
    Command("start", ("enter",), N_("Open"), N_("Open the session; space starts its clock"), _in("start plan"), 1,
            "take_now"),
    Command("shape", ("O",), N_("Shape"), N_("Shape this plan: order, minutes, cards, clocks, save"), _in("start"), 4),
    Command("take", ("enter",), N_("Take"), N_("Take what is chosen; else read it in full"), _in("cards"), 1,
            "take_now"),
    Command("fit_plan", ("o",), N_("Fit time"), N_("Fit the items to the agreed length"), _in("plan"), 4,
            "fit"),
    Command("add_item", ("i",), N_("Add item"), N_("Add a card or an empty item after this one"), _in("plan"), 5,
            "insert"),
    Command("remove_item", ("d",), N_("Remove"), N_("Take the chosen item away"), _in("plan"), 0, "leave_out"),
    Command("item_clock", ("c",), N_("Group's clock"), N_("What the group sees of its clock"), _in("plan"), 0,
            "clock_shown"),
    Command("length", ("M",), N_("Length"), N_("The agreed length, in minutes"), _in("plan")),
    Command("begin_time", ("s",), N_("Begins"), N_("The agreed beginning, as clock time"), _in("start"), 5, "earlier"),
    Command("end_time", ("H",), N_("End time"), N_("The agreed end, as clock time"), _in("plan")),
    Command("end_time", ("H",), N_("End time"), N_("The agreed end, as clock time"), _in("start"), 6),
    Command("materials", ("B",), N_("Materials"), N_("What to bring and to prepare"), _in("plan"), 6),
    Command("save_plan", ("S",), N_("Save"), N_("Save as a plan of your own; without names or cases"), _in("plan"), 7),
    Command("export_plan", ("X",), N_("Export"), N_("Write the plan to a file to read or print"), _in("plan")),
    Command("unshape", ("u",), N_("Undo"), N_("Undo the last change"), _in("plan"), 0, "undo"),
    Command("search", ("slash",), N_("Search"), N_("Search by what is typed next"), _in("cards help"), 3),
    Command("search", ("slash",), N_("Search"), N_("Search by what is typed next"), _in("home start"), 7),
    Command("search", ("slash",), N_("Filter"), N_("Only the sessions with a plan, a card or a year"), _in("review"),
            13),
    Command("own_minutes", ("o",), N_("Fit time"), N_("Take the minutes that this group really needs, or the plan's"),
            _in("start"), 11, "fit"),
    Command("bring_back", ("i",), N_("Insert"), N_("Bring back what was moved to next time, at a place of your choice"),
            _in("start"), 12, "insert"),
    Command("edit", ("e",), N_("Edit"), N_("Open your own card or plan in your editor; it is checked afterwards"),
            _in("cards start"), 0, "card"),
    Command("filters", ("F",), N_("Filter"), N_("Only a phase, a theme, so many minutes, what suits, remotely"),
            _in("cards"), 4),
    Command("draw_card", ("D",), N_("Draw"), N_("Draw a card that suits, by chance"), _in("cards"), 5),
    Command("draw_question", ("Q",), N_("Draw a question"), N_("Draw a question by chance"), _in("cards"), 6),
    Command("questions", ("C",), N_("Questions"), N_("Questions instead of cards, and back"), _in("cards")),
    Command("favourite", ("exclamation_mark",), N_("Favourite"),
            N_("A card: among the favourites, which stand first in the list; again takes it back"), _in("cards"), 7),
    Command("row_down", ("down",), N_("Choose"), N_("Choose the row below"), _in("cards plan"), 0, "choose_down"),
    Command("row_up", ("up",), N_("Choose"), N_("Choose the row above"), _in("cards plan"), 0, "choose_up"),
    Command("row_first", ("home",), N_("Choose"), N_("Choose the first row"), _in("cards plan")),
    Command("row_last", ("end",), N_("Choose"), N_("Choose the last row"), _in("cards plan")),
    Command("read_on", ("tab",), N_("Read on"), N_("Read on in what is chosen"), _in("cards plan")),
    Command("read_back", ("shift+tab",), N_("Scroll back"), N_("Scroll back"), _in("cards plan")),
    Command("write_goal", ("enter",), N_("Write"), N_("Write the words of the chosen goal; forgotten at the end"),
            _in("goals"), 1, "take_now"),
    Command("scale", tuple("1234567890"), N_("Scale"), N_("Where the group is, 0 to 10; not stored"), _in("goals"), 2,
            "turn_to"),
    Command("no_value", ("backspace",), N_("No number"), N_("Take the number off the scale"), _in("goals")),
    Command("mark_goal", ("G",), N_("Status"), N_("How the chosen goal stands: another status at each press"),
            _in("goals"), 3),
    Command("release_goal", ("v",), N_("To the group"), N_("Let the group see its words, or hide them"),
            _in("goals"), 4, "show"),
    Command("add_goal", ("i",), N_("Add"), N_("Add a goal, its code word drawn by chance"), _in("goals"), 5, "insert"),
    Command("add_goal_with", ("I",), N_("Choose the word"), N_("Add a goal with a code word of your choice"),
            _in("goals"), 6),
    Command("carry_goals", ("Z",), N_("Seal"), N_("The goals' words for next time, sealed: open them, or seal them"),
            _in("goals")),
    Command("change", ("enter", "space", "right", "plus"), N_("Change"), N_("The next value of the chosen setting"),
            _in("settings"), 1),
    Command("change", ("right", "plus", "space"), N_("Change"), N_("The next value, or one more"), _in("form"), 2),
    Command("change_back", ("left", "minus"), N_("Value before"), N_("The value before"), _in("settings form"), 5),
    Command("choose", ("enter",), N_("Choose"), N_("Take the answer that is pointed at"), _in("asking"), 1),
    Command("use_again", ("a",), N_("Use again"), N_("Make a session ready with this agenda"), _in("past"), 1),
    Command("use_again", ("a",), N_("Use again"), N_("Make a session ready with this agenda"), _in("review"), 15),
    Command("settings", ("comma",), N_("Settings"), N_("Language, theme, signs, people, length, bell"), _in("home"),
            12),
    Command("stored", ("T",), N_("What is stored"), N_("Exactly what is on disk, and where"), EVERY_PAGE, 8),
    Command("help", ("question_mark",), N_("Help"), N_("All keys of this screen"), EVERY_PAGE, 9),
    Command("palette", ("ctrl+p",), N_("Commands"), N_("Find a command by its name"), EVERY_PAGE),
    Command("leave", ("escape",), N_("Back"), N_("Back out one level"), ANYWHERE - {Context.HOME}, 10),
    Command("quit", ("q",), N_("Quit"), N_("Close the program"), _in("home"), 10),
    Command("close_program", ("ctrl+q",), N_("Quit"), N_("Close the program; a session can be resumed"), ANYWHERE),
)  # fmt: skip

SIGNS = {
    "asterisk": "*",
    "equals_sign": "=",
    "plus": "+",
    "minus": "−",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "full_stop": ".",
    "question_mark": "?",
    "exclamation_mark": "!",
    "slash": "/",
    "comma": ",",
}
"""Keys by which a sign is written, though their names are words."""
KEY_NAMES = {
    **SIGNS,
    "space": N_("space"),
    "pagedown": N_("Page Down"),
    "pageup": N_("Page Up"),
    "right": "→",
    "left": "←",
    "up": "↑",
    "down": "↓",
    "tab": "tab",
    "shift+tab": N_("shift tab"),
    "backspace": "⌫",
    "home": "home",
    "end": "end",
    "enter": "enter",
    "escape": "esc",
    "f9": "F9",
    "ctrl+d": "ctrl+d",
    "ctrl+p": "ctrl+p",
    "ctrl+q": "ctrl+q",
}


def while_writing(command: Command) -> Command | None:
    """The same by those of its keys that write nothing; None where it has no such key."""
    keys = tuple(key for key in command.keys if len(key) > 1 and key not in SIGNS and key != "space")
    return command._replace(keys=keys) if keys else None


def commands_in(context: Context) -> tuple[Command, ...]:
    """The commands that work in a context, in the order of the table."""
    return tuple(command for command in COMMANDS if context in command.where)
