"""The filters of the cards: what they are in words, and the list in which they are set."""

from collections.abc import Callable
from dataclasses import replace

from exercises.choosing import CardFilter
from exercises.closed import Phase, Theme, Turns
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.texts.languages import _
from facilitator.texts.names import name_of
from facilitator.texts.phrases import minutes, people

MOST_MINUTES = (5, 10, 15, 20, 30, 45)


def in_words(wanted: CardFilter) -> list[str]:
    """What a filter lets through, without the theme."""
    parts = [name_of(phase) for phase in wanted.phases]
    if wanted.minutes is not None:
        parts.append(_("at most {minutes}").format(minutes=minutes(wanted.minutes)))
    if wanted.people is not None:
        parts.append(_("fits the group size"))
    if wanted.remote:
        parts.append(_("remotely"))
    if wanted.turns is not None:
        parts.append(name_of(wanted.turns))
    return parts


class CardFilters:
    """The list of filters: each shows what it is now, enter changes it; it stays until it is left."""

    def __init__(self, ask: Ask, want: Callable[[CardFilter], None], cleared: Callable[[], None]) -> None:
        """``want`` is told every change; ``cleared`` that all filters are off, before that."""
        self._ask = ask
        self._want = want
        self._cleared = cleared

    def ask(self, wanted: CardFilter, present: int, start: int = 0) -> None:
        """Show the filters as they are for so many people; ``start`` is the one pointed at."""
        phases = ", ".join(map(name_of, wanted.phases))
        size = replace(wanted, people=present if wanted.people is None else None)
        rows: list[tuple[str, str, CardFilter | Callable[[], None]]] = [
            (_("Phase: {which}"), phases, lambda: self._ask_phase(wanted)),
            (_("Theme: {which}"), name_of(wanted.theme) if wanted.theme else "", lambda: self._ask_theme(wanted)),
            (_("At most: {minutes}"), minutes(wanted.minutes) if wanted.minutes else "", _with_other_minutes(wanted)),
            (_("Suits {people}: {yes}"), _("yes") if wanted.people is not None else "", size),
            (_("Remotely: {yes}"), _("yes") if wanted.remote else "", replace(wanted, remote=not wanted.remote)),
            (_("Turns: {which}"), name_of(wanted.turns) if wanted.turns else "", _with_other_turns(wanted)),
            (_("All filters off"), "", CardFilter()),
        ]

        def chosen(index: int | None) -> None:
            if index is None:
                return
            what = rows[index][2]
            if not isinstance(what, CardFilter):
                what()
                return
            if index == len(rows) - 1:
                self._cleared()
            self._want(what)
            self.ask(what, present, index)

        options = [
            Option(text.format(which=now, minutes=now, yes=now, people=people(present)), index)
            for index, (text, said, _what) in enumerate(rows)
            for now in (said or _("all"),)
        ]
        self._ask(Choice(_("Filter"), options, body=_("enter changes, esc is done."), start=start), chosen)

    def _ask_phase(self, wanted: CardFilter) -> None:
        options: list[Option[tuple[Phase, ...]]] = [Option(name_of(phase), (phase,)) for phase in Phase]
        options.append(Option(_("All phases"), ()))

        def chosen(phases: tuple[Phase, ...] | None) -> None:
            if phases is not None:
                self._want(replace(wanted, phases=phases))

        self._ask(Choice(_("Which phase?"), options), chosen)

    def _ask_theme(self, wanted: CardFilter) -> None:
        options: list[Option[str]] = [Option(_("All themes"), "")]
        options += [Option(name_of(theme), theme.value) for theme in Theme]

        def chosen(theme: str | None) -> None:
            if theme is not None:
                self._want(replace(wanted, theme=Theme(theme) if theme else None))

        self._ask(Choice(_("Which theme?"), options, searchable=True), chosen)


def _with_other_minutes(wanted: CardFilter) -> CardFilter:
    """At most so many minutes: the next larger figure, after the largest none."""
    larger = [size for size in MOST_MINUTES if wanted.minutes is None or size > wanted.minutes]
    return replace(wanted, minutes=larger[0] if larger else None)


def _with_other_turns(wanted: CardFilter) -> CardFilter:
    """Only those with a turn rule: the next one, after the last none."""
    rules = [None, *Turns]
    return replace(wanted, turns=rules[(rules.index(wanted.turns) + 1) % len(rules)])
