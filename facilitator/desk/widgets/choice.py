"""The dialog in which one of several is chosen.

A digit is the thing it names: a seat, a value, minutes. Where what is chosen has no number, digits do nothing.
"""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from msgspec import Struct
from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option as ListOption

from facilitator.desk.widgets.dialog import MARGIN, Dialog
from facilitator.desk.widgets.inputs import HarmlessInput
from facilitator.desk.widgets.leaving import leave
from facilitator.desk.widgets.lines import ChoiceList, Lines, packed
from facilitator.desk.widgets.tones import ACCENT, MOST, QUIET
from facilitator.desk.widgets.typed_number import DIGITS, TypedNumber
from facilitator.texts.columns import wrapped
from facilitator.texts.languages import _

T = TypeVar("T")
SIDES = 10
"""Columns of a dialog beside the text of an option (``dialogs.tcss``)."""
FEWEST = 3
"""Rows of a list at least, however little place there is."""
LEAST_DETAIL, MOST_DETAIL = 3, 6
"""Rows below a list that say what choosing would do."""


class Option(Struct, Generic[T], frozen=True):
    """One thing to choose."""

    label: str
    value: T
    note: str = ""
    """Said dimly beside the label."""
    detail: str = ""
    """Shown below while this one is pointed at: what choosing it would do."""
    parts: Sequence[Sequence[str]] = ()
    """Shown before that, in as few lines as they need, none of them broken: ever shorter, the first that has room."""
    number: int | None = None
    """The number it is: of a seat, a value. Typing it chooses this."""
    key: str = ""
    """The key that does the same elsewhere; said before the label."""

    @property
    def sign(self) -> str:
        """What stands before the label."""
        return self.key if self.number is None else str(self.number)

    def told(self, columns: int, rows: int) -> str:
        """What is shown below, in so many columns, and rows as far as the shortest of its parts allow it."""
        lines: list[str] = []
        for parts in self.parts:
            lines = packed(parts, columns)
            if len(lines) + len(self.detail.splitlines()) <= rows:
                break
        return "\n".join([*lines, *([self.detail] if self.detail else [])])


class Besides(Struct, frozen=True):
    """What a key does while a choice stays open."""

    key: str
    label: str
    """Said at the foot, with the key."""
    act: Callable[[], str]
    """Does it, and returns what the foot says from now on."""


class Choice(Dialog[T | None], Generic[T]):
    """Choose one of several: with the arrows and enter, or by its number if it is one. Esc chooses none."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Not with priority: they would overtake an enter that is on its way, and another choice be taken.
        Binding("down", "point(1)", show=False),
        Binding("up", "point(-1)", show=False),
        Binding("tab,shift+tab", "stay", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[Option[T]],
        *,
        body: str = "",
        start: int = 0,
        searchable: bool = False,
        besides: Besides | None = None,
        keys: str = "",
        alone: bool = False,
    ) -> None:
        """``keys`` says at the foot what enter and esc do, where that is more than usual; see ``Dialog.is_alone``."""
        super().__init__(title, body)
        self.is_alone = alone
        self._keys = keys
        self._besides = besides
        self._beside_keys = besides.label if besides is not None else ""
        """What the foot says besides the keys of every choice."""
        self._options = list(options)
        self._start = start
        self._searchable = searchable
        self._seen = self._options
        self._most_detail = MOST_DETAIL
        """Rows that may say what choosing would do."""
        self._filled_for = 0
        """Columns for which the options were wrapped; 0 before they were."""
        self._numbers = [option.number for option in self._options if option.number is not None]
        self._typed = TypedNumber(self, self._choose_number)

    @property
    def options(self) -> Sequence[Option[T]]:
        """What there is to choose from."""
        return self._options

    @property
    def indent(self) -> int:
        """Columns before each option, in which its number or its key stands."""
        signs = max((cell_len(option.sign) for option in self._options), default=0)
        return signs + 2 if signs else 1

    def parts(self) -> ComposeResult:
        """Search line, options, detail, keys."""
        if self._searchable:
            yield HarmlessInput(placeholder=_("Type to search"), id="search")
        yield ChoiceList(id="options", markup=False)
        if any(option.detail or option.parts for option in self._options):
            yield Lines(id="detail", classes="detail")
        yield Lines(Content(self._foot_of_now), id="keys", classes="foot")

    def fitted(self) -> None:
        """See ``Dialog``: what is not of the list is always seen, the list is scrolled."""
        if not self._is_there:
            return
        columns, rows = self.room
        columns = min(columns, MOST)

        def taken(text: str, free: int = 1) -> int:
            return sum(len(wrapped(line, columns) or [""]) for line in text.splitlines()) + free if text else 0

        besides = taken(self.heading, 0) + taken(self.body) + taken(self._foot_of_now) + (2 if self._searchable else 0)
        if any(option.parts for option in self._options):  # which can be shorter, so that all options are seen
            width = max(10, self.room[0] + MARGIN - SIDES - self.indent)
            listed = sum(len(wrapped(option.label, width)) for option in self._options)
            self._most_detail = max(LEAST_DETAIL, min(MOST_DETAIL, rows - besides - listed - 2))
        details = max((taken(option.told(columns, self._most_detail), 0) for option in self._options), default=0)
        if details:
            details = max(LEAST_DETAIL, min(MOST_DETAIL, details))
            besides += details + 1
        most = max(FEWEST, rows - besides - 1)
        self._list.styles.max_height = most
        if self._searchable and len(self._options) >= most:  # what is written stays in its place when less is found
            self._list.styles.height = most
        for detail in self.query("#detail").results(Lines):
            detail.styles.height = details

    def on_mount(self) -> None:
        """Fill the list and point at the safe choice."""
        if not self._is_there:
            return
        self.fitted()
        self._fill()
        self._list.highlighted = self._start if self._seen else None
        self.set_focus(self.query_one("#search" if self._searchable else "#options"))

    @property
    def _foot_of_now(self) -> str:
        usual = (
            _("enter or its number chooses · esc goes back") if self._numbers else _("enter chooses · esc goes back")
        )
        keys = self._keys or usual
        return " · ".join(part for part in (keys, self._beside_keys) if part)

    @property
    def _is_there(self) -> bool:
        """Whether anything is on it: it may be left again before, and is empty when it goes."""
        return bool(self.query("#options"))

    @property
    def _list(self) -> OptionList:
        return self.query_one("#options", OptionList)

    def fit_again(self) -> None:
        """See ``Dialog``: what is wrapped is wrapped anew where it has another width."""
        super().fit_again()
        if self._is_there and self._filled_for not in (0, self.room[0]):
            pointed = self._list.highlighted
            self._fill()
            self._list.highlighted = pointed

    def _fill(self) -> None:
        self._filled_for = self.room[0]
        self._list.clear_options()
        indent = self.indent
        room = self.room[0] + MARGIN - SIDES - indent
        noted = [cell_len(option.label) for option in self._seen if option.note]
        widest = max(noted, default=0)
        if widest + 3 + max((cell_len(option.note) for option in self._seen), default=0) > room:
            widest = 0
        for option in self._seen:
            self._list.add_option(ListOption(_drawn(option, indent, room, widest)))
        if not self._seen:
            self._list.add_option(ListOption(Content(" " * indent + _("No match.")), disabled=True))

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Keep what fits what was typed."""
        from exercises.wordforms import matches  # noqa: PLC0415 (memory)

        event.stop()
        self._seen = [
            option for option in self._options if matches(event.value, f"{option.label} {option.note} {option.key}")
        ]
        self._fill()
        self._list.highlighted = 0 if self._seen else None

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Enter in the search line takes what is pointed at."""
        event.stop()
        if (index := self._list.highlighted) is not None:
            leave(self, self._seen[index].value)

    @on(OptionList.OptionHighlighted)
    def show_detail(self, event: OptionList.OptionHighlighted) -> None:
        """Show what choosing this one would do. A number typed is forgotten when the arrows go elsewhere."""
        event.stop()
        seen = self._seen[event.option_index] if event.option_index < len(self._seen) else None
        if self._typed.value is not None and (seen is None or seen.number != self._typed.value):
            self._typed.forget()
        if seen is not None:
            for detail in self.query("#detail").results(Lines):
                detail.update(Content(seen.told(min(self.room[0], MOST), self._most_detail)))

    @on(OptionList.OptionSelected)
    def select(self, event: OptionList.OptionSelected) -> None:
        """Choose."""
        event.stop()
        if event.option_index < len(self._seen):
            leave(self, self._seen[event.option_index].value)

    def action_point(self, by: int) -> None:
        """Point at the next or the one before, also while searching; what was being typed is forgotten."""
        self._typed.forget()
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_stay(self) -> None:
        """The line and the list are used at once: there is nowhere else to go."""

    def on_key(self, event: events.Key) -> None:
        """A number is typed, unless words are; or what stands at the foot is done."""
        if self._besides is not None and event.key == self._besides.key and not self._searchable:
            event.stop()
            self._beside_keys = self._besides.act()
            self.query_one("#keys", Lines).update(Content(self._foot_of_now))
            return
        if event.key not in DIGITS or self._searchable:
            return
        event.stop()
        self._typed.type(event.key, self._numbers)
        for index, option in enumerate(self._seen):
            if option.number is not None and option.number == self._typed.value:
                self._list.highlighted = index

    def _choose_number(self, number: int | None) -> None:
        chosen = next((option for option in self._seen if option.number is not None and option.number == number), None)
        if chosen is not None:
            leave(self, chosen.value)


def _drawn(option: Option[Any], indent: int, room: int, widest: int) -> Content:
    """An option behind ``indent`` columns, in ``room`` of them; its note begins after the ``widest`` label."""
    sign = " " * (indent - 1 - cell_len(option.sign)) + option.sign
    note = " " * max(0, widest - cell_len(option.label)) + f"   {option.note}" if option.note else ""
    is_beside = cell_len(note) <= room // 2 or cell_len(option.label + note) <= room
    first, *more = wrapped(option.label, max(10, room - (cell_len(note) if is_beside else 0))) or [""]
    lines = [Content.assemble((f"{sign} ", f"bold {ACCENT}"), first)]
    lines += [Content(" " * indent + line) for line in more]
    if is_beside:
        lines[-1] += Content.styled(note, QUIET)
    else:
        lines += [Content.styled(" " * indent + line, QUIET) for line in wrapped(option.note, room)]
    return Content("\n").join(lines)
