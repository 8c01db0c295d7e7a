"""Pages to read: what is stored, the keys, a card."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from exercises.card import Card
from facilitator import phrases
from facilitator.commands import CONTEXT_NAMES, Context, commands_in
from facilitator.desk.lines import Lines, key_name
from facilitator.desk.screen import DeskScreen, bindings
from facilitator.i18n import _, language
from facilitator.labels import name_of
from facilitator.stored import as_text, stored
from sessions.store.folder import Store
from sessions.values import GroupCode


class Page(DeskScreen):
    """A text to scroll through."""

    context: ClassVar[Context] = Context.READING
    BINDINGS = bindings(Context.READING)

    def __init__(self, title: str, text: Callable[[], Content]) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Title, text, foot."""
        yield Lines(Content.styled(f" {self._title}", "bold"), id="top")
        with VerticalScroll(id="page"):
            yield Lines(self._text(), classes="text")
        yield from self.foot()

    def on_mount(self) -> None:
        """The arrows scroll."""
        if not self.query("#page"):  # left again before there was anything on it
            return
        self.query_one("#page").focus()


def stored_page(store: Store, code: GroupCode | None = None) -> Page:
    """Exactly what is on disk."""
    return Page(_("What is stored"), lambda: Content(as_text(stored(store, code), store.folder)))


def help_page(context: Context) -> Page:
    """The keys of a screen."""

    def text() -> Content:
        rows = []
        for command in commands_in(context):
            keys = "1–9" if command.id == "turn_to" else "  ".join(key_name(key) for key in command.keys)
            rows.append(Content.assemble((f"{keys:>22}  ", "bold"), _(command.help)))
        return Content("\n").join(rows)

    return Page(_("Keys") + " · " + _(CONTEXT_NAMES[context]), text)


def card_page(card: Card, present_step: int, people: int) -> Page:
    """A card in full, its present step marked."""

    def text() -> Content:
        said = language()
        parts: list[tuple[str, str]] = [(f"{card.purpose.said(said)}\n\n", "")]
        if card.invitation:
            parts.append((f"”{card.invitation.said(said)}”\n\n", "italic"))
        for index, (step, label) in enumerate(zip(card.steps, card.step_texts, strict=True)):
            mark = "▶" if index == present_step else " "
            takes = f"{float(step.minutes.for_people(people)):.1f}".rstrip("0").rstrip(".")
            if said != "en":
                takes = takes.replace(".", ",")
            line = f"{mark} {index + 1}  {label.said(said)}  ({takes} min · {name_of(step.speaking)})\n"
            parts.append((line, "bold" if index == present_step else ""))
        parts.append((f"\n{phrases.people(people)}: {phrases.minutes(card.minutes(people))}", ""))
        for heading, words in (
            (_("Materials"), card.materials),
            (_("Advice"), card.advice),
            (_("Caution"), card.caution),
            (_("Source"), card.source),
        ):
            if words:
                parts += [(f"\n\n{heading}\n", "bold"), (words.said(said), "")]
        return Content.assemble(*parts)

    return Page(card.name.said(language()), text)
