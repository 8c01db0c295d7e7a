"""The table of commands: no key twice, each with help and a handler, and keys that every terminal delivers."""

import string

import pytest

from facilitator.commands import COMMANDS, CONTEXT_NAMES, KEY_NAMES, ON_THE_WAY, SUBJECT_NAMES, Context, commands_in
from facilitator.desk.live import acts, bar
from facilitator.desk.live.goals import GoalBoard
from facilitator.desk.live.screen import LiveScreen
from facilitator.desk.screens.cards import CardsScreen
from facilitator.desk.screens.comparing import ComparingScreen
from facilitator.desk.screens.ending import EndingScreen
from facilitator.desk.screens.erasing import ErasingScreen
from facilitator.desk.screens.form import FormScreen
from facilitator.desk.screens.group_view import GroupViewScreen
from facilitator.desk.screens.help import HelpScreen
from facilitator.desk.screens.home import HomeScreen
from facilitator.desk.screens.making_ready import MakingReadyScreen
from facilitator.desk.screens.pages import Page
from facilitator.desk.screens.past_session import PastSessionScreen
from facilitator.desk.screens.plan_editor import PlanEditor
from facilitator.desk.screens.review import GroupSessionsScreen
from facilitator.desk.screens.settings import SettingsScreen
from facilitator.desk.widgets.choice import Choice
from facilitator.desk.widgets.write import Write

SCREENS = [
    HomeScreen,
    MakingReadyScreen,
    LiveScreen,
    CardsScreen,
    PlanEditor,
    GroupSessionsScreen,
    PastSessionScreen,
    Page,
    EndingScreen,
    GroupViewScreen,
    GoalBoard,
    HelpScreen,
    SettingsScreen,
    FormScreen,
    ComparingScreen,
    ErasingScreen,
]
SIGNS = {"home", "end", "slash", "plus", "minus", "greater_than_sign", "less_than_sign", "full_stop", "question_mark"}
SIGNS |= {"comma", "equals_sign", "exclamation_mark", "asterisk", "tab", "shift+tab", "backspace"}
DELIVERED = (
    set(string.ascii_letters + string.digits)
    | {"space", "enter", "escape", "up", "down", "left", "right", "pageup", "pagedown"}
    | SIGNS
    | {f"f{number}" for number in range(2, 11)}
    | {f"ctrl+{letter}" for letter in "abdefgklnopqrtuvwxy"}
)


@pytest.mark.parametrize("context", Context)
def test_no_key_is_there_twice_in_a_context(context: Context):
    keys = [key for command in commands_in(context) for key in command.keys]
    assert len(keys) == len(set(keys))


def test_on_the_way_of_a_session_a_key_means_one_thing():
    meanings: dict[str, set[str]] = {}
    for context in ON_THE_WAY:
        for command in commands_in(context):
            for key in command.keys:
                meanings.setdefault(key, set()).add(command.meaning)
    assert {key: found for key, found in meanings.items() if len(found) > 1} == {}


def test_the_keys_of_dialogs_do_nothing_else_on_the_way():
    keys = {key for dialog in (Choice, Write) for binding in dialog.BINDINGS for key in binding.key.split(",")}
    same = {"choose_up", "choose_down", "row_up", "row_down", "leave", "close_program", "read_on", "read_back"}
    found = {command.id for context in ON_THE_WAY for command in commands_in(context) if keys & set(command.keys)}
    assert found <= same


def test_a_meaning_is_that_of_a_command():
    assert {command.meaning for command in COMMANDS} <= {command.id for command in COMMANDS}


def test_help_has_a_place_for_every_command():
    assert {command.subject for command in COMMANDS} == set(SUBJECT_NAMES)


@pytest.mark.parametrize(
    "name", ["BEFORE", "POINTED", "POINTED_BEFORE", "ASKING", "PAUSED", "ROUND", "OFFERING", "STEP", "BARE", "REST"]
)
def test_the_line_of_keys_has_commands_of_the_live_screen(name: str):
    assert set(getattr(bar, name).split()) <= {command.id for command in commands_in(Context.LIVE)}


def test_no_command_is_there_twice_in_a_context():
    placed = [(command.id, context) for command in COMMANDS for context in command.where]
    assert len(placed) == len(set(placed))


def test_a_command_has_keys_that_are_delivered_and_help():
    def is_whole(command):
        said = command.label.strip() and command.help.strip() and command.where
        return said and command.keys and set(command.keys) <= DELIVERED

    assert [command.id for command in COMMANDS if not is_whole(command)] == []
    nameless = {key for command in COMMANDS for key in command.keys if len(key) > 1 and key not in KEY_NAMES}
    assert nameless == set()


def test_a_running_session_needs_no_modifier():
    assert [c.id for c in commands_in(Context.LIVE) if any("+" in key for key in c.keys)] == [
        "palette",
        "close_program",
    ]


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_command_of_a_context_has_a_handler_on_its_screens(screen):
    for command in commands_in(screen.context):
        simple = screen is LiveScreen and acts.is_simple(command.id)
        assert simple or callable(getattr(screen, f"do_{command.id}", None)), command.id


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_the_bindings_of_a_screen_are_its_commands(screen):
    bound = {binding.key for binding in screen.BINDINGS}
    assert bound == {key for command in commands_in(screen.context) for key in command.keys}


def test_every_context_has_a_screen_and_a_name():
    assert {screen.context for screen in SCREENS} == set(Context) - {Context.PLAIN}
    assert set(CONTEXT_NAMES) == set(Context)


@pytest.mark.parametrize("context", [c for c in Context if c not in (Context.GROUP, Context.PLAIN)])
def test_the_line_of_keys_has_an_order_and_help_in_it(context: Context):
    places = [command.bar for command in commands_in(context) if command.bar]
    assert len(places) == len(set(places))
    assert any(command.id == "help" and command.bar for command in commands_in(context))


def test_a_presentation_remote_works():
    by_key = {key: command.id for command in commands_in(Context.GROUP) for key in command.keys}
    assert (by_key["pagedown"], by_key["pageup"], by_key["b"], by_key["full_stop"]) == (
        "next",
        "back",
        "blank",
        "blank",
    )
