"""What all screens of the desk share: commands from the table, one line for what is to be said, one line of keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Generic, Protocol, TypeVar, runtime_checkable

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip

from facilitator.commands import Command, Context, commands_in, while_writing
from facilitator.desk import messages as m
from facilitator.desk.widgets.dialog_place import Place
from facilitator.desk.widgets.grounds import ground_lines
from facilitator.desk.widgets.key_bar import KeyBar
from facilitator.desk.widgets.key_ways import KeyWays, takes_letters
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import Lines
from facilitator.desk.widgets.sizes import take_size
from facilitator.desk.widgets.tones import QUIET, STRONG, TALL, WIDE, WIDEST, Part, apart, cells, padding
from facilitator.texts.columns import wrapped, wrapped_to

ResultT = TypeVar("ResultT")
MESSAGE_ROWS, MESSAGE_SIDES = 3, 4
"""Of the message line (``desk.tcss``): its rows at most, and the columns beside it."""


def bindings(context: Context) -> list[BindingType]:
    """The bindings of a context, from the table of commands. A figure key is told to its command."""
    return [
        Binding(key, f"command({command.id!r}, {key!r})", command.label, show=False, id=f"{context}.{command.id}.{key}")
        for command in commands_in(context)
        for key in command.keys
    ]


@runtime_checkable
class HasStanding(Protocol):
    """The program, which knows how the running session stands."""

    def standing(self, columns: int, most: int) -> list[Part]:
        """That in ``most`` columns, for the top of a screen of ``columns``; nothing where no session runs."""


class DeskScreen(KeyWays[ResultT], Generic[ResultT]):
    """A screen whose keys come from the table of commands."""

    context: ClassVar[Context]
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (WIDEST, "-widest")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012
    is_drawn = False
    """What is on it has been drawn: nothing of it is painted before, not even its ground."""
    _message = ""
    """What stands in the message line, or will as soon as there is one."""

    _headline: Sequence[Part] = ()
    """What stands at the top on the left."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """See ``Widget``."""
        return ground_lines(self, crop)

    def dialog_place(self) -> Place:
        """Where a dialog over it lies: in the middle of what is below the top."""
        whole = self.app.size.region
        top = next((each.region for each in self.query("#top")), Region())
        below = Region(0, top.bottom, whole.width, whole.height - top.bottom)
        return Place(below, clear=(top,))

    @property
    def can_draw(self) -> bool:
        """Whether there is anything to draw on: a call put off may come when the screen, or the program, is going."""
        return self.is_mounted and bool(self.children) and not self._pruning and self.app.is_running

    def foot(self) -> ComposeResult:
        """The two lines at the foot of every screen."""
        yield Lines(Content(self._message), id="message")
        yield KeyBar(id="keys")

    def show_title(self, title: str, besides: str = "", before: int | None = None) -> None:
        """At the top: what this is, and while a session runs how it stands; ``before`` are the columns before it."""
        before = padding(self.size.width) if before is None else before
        self._headline = [(" " * before, ""), (title, STRONG), (besides, QUIET)]
        self._draw_title()

    def _draw_title(self) -> None:
        if not self.can_draw:
            return
        columns = self.size.width
        room = columns - padding(columns)
        free = room - cells(list(self._headline[:2]))  # what this is is never cut for how the session stands
        stands = self.app.standing(columns, free) if isinstance(self.app, HasStanding) else []
        if (top := self.query_one_optional("#top", Lines)) is not None:
            top.show(apart(list(self._headline), stands, room))

    def say(self, text: str, *, look: bool = False) -> None:
        """Say something in the message line, until the next command; the group's view has no such line.

        What has to be looked at is said in another tone with ``look``.
        """
        self._message = text
        if (line := self.query_one_optional("#message", Lines)) is not None:
            line.set_class(look and bool(text), "-look")
            line.put(Content(self._fitted(text)))

    def _fitted(self, text: str) -> str:
        """``text``, with a mark where there is more of it than the message line has rows for."""
        columns = self.size.width - MESSAGE_SIDES
        rows = wrapped(text, columns) if columns > 0 else []
        return text if len(rows) <= MESSAGE_ROWS else "\n".join(wrapped_to(text, columns, MESSAGE_ROWS))

    def on_mount(self) -> None:
        """Have the classes of the size, and show the keys."""
        take_size(self, self.app.size)
        self.show_keys()
        self.call_after_refresh(self._begin_to_paint)

    def paint_after(self, drawing: Callable[[], None]) -> None:
        """Paint nothing until this has been drawn, once all has the size that it is going to have."""
        self.is_drawn = False
        self.refresh(layout=True)  # what asks for a new layout tells the screen of it later than this
        self.call_after_refresh(drawing)
        self.call_after_refresh(self._begin_to_paint)

    def _begin_to_paint(self) -> None:
        """What is drawn was put off until there was a size, in the same way and before this."""
        self.is_drawn = True
        self.refresh()

    def _compositor_refresh(self) -> None:
        """See ``Screen``: empty frames before the one that has something in it would be seen, and take their time."""
        stack = self.app.screen_stack
        if not self.is_drawn:
            return
        if self in stack[:-1]:
            self._pass_on(stack[stack.index(self) + 1 :])
        else:
            super()._compositor_refresh()

    def _pass_on(self, above: Sequence[Screen[object]]) -> None:
        """What is another under a dialog is painted there, and no more: Textual would paint all of it at every tick."""
        changed = self._compositor._dirty_regions
        if changed and all(screen.styles.background.a < 1 for screen in above):
            for screen in above:
                screen._set_dirty(*changed)
            # Not by ``refresh``: a screen that is refreshed forgets which of its own widgets wait to be painted.
            above[-1]._dirty_widgets.add(above[-1])
            above[-1].check_idle()
        changed.clear()
        self._dirty_widgets.clear()

    def on_resize(self) -> None:
        """Another width has room for other keys, and for more or less of a message; everything is fitted to it."""
        self.call_after_refresh(self.fit)
        self.show_keys()
        if self._message:
            self.say(self._message, look=any(line.has_class("-look") for line in self.query("#message")))

    def fit(self) -> None:
        """Fit what is drawn to the size, once there is one."""
        self.draw()

    def draw(self) -> None:
        """Draw what hangs on the size, or may have changed."""

    def on_screen_resume(self) -> None:
        """What was covered may have become old."""
        self.show_keys()

    def show_keys(self) -> None:
        """Draw the line of keys."""
        commands = self.bar_commands()
        if self.is_writing:
            commands = [found for command in commands if (found := while_writing(command)) is not None]
        if (bar := self.query_one_optional(KeyBar)) is not None:
            bar.present(commands, self.is_dim, self.key_labels(), self.key_names())

    @on(events.DescendantFocus)
    @on(events.DescendantBlur)
    def show_keys_of_focus(self, event: events.DescendantFocus | events.DescendantBlur) -> None:
        """Where writing begins or ends, other keys matter."""
        if takes_letters(event.widget):
            self.call_next(self.show_keys)

    def bar_commands(self) -> Sequence[Command]:
        """The commands of the line of keys, the weightiest first."""
        return sorted((each for each in commands_in(self.context) if each.bar), key=lambda command: command.bar)

    @on(KeyBar.Pressed)
    async def press_clicked(self, event: KeyBar.Pressed) -> None:
        """A click on a key is that key."""
        event.stop()
        await self.action_command(event.command, "")

    def is_dim(self, command: str) -> bool:  # noqa: ARG002 (screens where something is refused)
        """Whether a command would be refused now."""
        return False

    def key_labels(self) -> Mapping[str, str]:
        """Labels that differ from the table just now."""
        return {}

    def key_names(self) -> Mapping[str, str]:
        """Keys that are more than one, as they are called just now."""
        return {}

    def noticed(self, gap: int, step: int) -> None:
        """The computer slept for ``gap`` milliseconds, or its clock was set by ``step``."""

    def ticked(self) -> None:
        """A second has passed."""
        if self._headline:
            self._draw_title()

    async def action_command(self, command: str, key: str) -> None:  # noqa: ARG002 (screens where digits are typed)
        """Do a command of the table; a key that was on its way when another screen came is too late."""
        if self.app.screen is not self:
            return
        self.post_message(m.CommandPressed())
        self.say("")
        getattr(self, f"do_{command}")()

    def session_changed(self) -> None:
        """The running session, or what the group sees of it, has changed."""

    def settings_applied(self) -> None:
        """What was set has its effect now: colours, signs, the language."""

    def deck_edited(self) -> None:
        """A file of the deck has been edited: what is shown of it may be another now."""

    def do_stored(self) -> None:
        """Show what is stored."""
        self.post_message(m.StoredAsked())

    def do_help(self) -> None:
        """Show the keys of this screen."""
        self.post_message(m.HelpAsked(self.context))

    def do_palette(self) -> None:
        """Find a command, and where nothing runs a group, a plan or a card, by its name."""
        self.post_message(m.PaletteAsked(self.context))

    def do_leave(self) -> None:
        """Back out one level."""
        leave(self)

    def do_blank(self) -> None:
        """Make the group's view black, or bring it back."""
        self.post_message(m.BlankAsked())

    def do_close_program(self) -> None:
        """Close the program."""
        self.post_message(m.CloseAsked())

    def do_quit(self) -> None:
        """Close the program from where nothing runs."""
        self.post_message(m.CloseAsked())
