"""The table of commands: no key twice, each with help and a handler, and keys that every terminal delivers."""

import string

import pytest

from facilitator.commands import COMMANDS, CONTEXT_NAMES, KEY_NAMES, Context, commands_in
from facilitator.desk.live import acts
from facilitator.desk.live.screen import LiveScreen
from facilitator.desk.screens.cards import CardsScreen
from facilitator.desk.screens.ending import EndingScreen
from facilitator.desk.screens.group_view import GroupViewScreen
from facilitator.desk.screens.home import HomeScreen
from facilitator.desk.screens.making_ready import MakingReadyScreen
from facilitator.desk.screens.pages import Page
from facilitator.desk.screens.plan_editor import PlanEditor
from facilitator.desk.screens.review import GroupSessionsScreen, PastSessionScreen

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
]
SIGNS = {"home", "end", "slash", "plus", "minus", "greater_than_sign", "less_than_sign", "full_stop", "question_mark"}
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
    assert {screen.context for screen in SCREENS} == set(Context) == set(CONTEXT_NAMES)


@pytest.mark.parametrize("context", [c for c in Context if c is not Context.GROUP])
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
