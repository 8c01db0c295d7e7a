"""Plans in words: titles, what to bring, and a plan as Markdown or plain text."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Protocol

from exercises.card import Text
from exercises.deck import Deck
from facilitator.texts.cards import arithmetic, exact_minutes, language_note
from facilitator.texts.languages import LANGUAGES, _, language, speaking
from facilitator.texts.names import name_of
from facilitator.texts.phrases import duration, people, quoted
from sessions.plan import Plan, PlanItem


class PlanForPeople(Protocol):
    """A plan, and how many people it is for."""

    @property
    def plan(self) -> Plan: ...

    @property
    def people(self) -> int: ...


def titles(plan: Plan, deck: Deck) -> list[Text]:
    """The titles of a plan's items: from the library, else the name of the kind with a number. Nothing was typed."""
    found = deck.plan(plan.id)
    counts = Counter(
        item.kind for item in plan.items if _library_title(item, found.titles if found else (), deck) is None
    )
    numbers: Counter[str] = Counter()
    found_titles = []
    for item in plan.items:
        title = _library_title(item, found.titles if found else (), deck)
        if title is None:
            numbers[item.kind] += 1
            title = _neutral_title(item, numbers[item.kind] if counts[item.kind] > 1 else 0)
        found_titles.append(title)
    return found_titles


def materials(plan: Plan, deck: Deck) -> list[tuple[str, str]]:
    """What to bring: the title of an item and its card's materials."""
    found = []
    for item, title in zip(plan.items, titles(plan, deck), strict=True):
        card = deck.card(item.exercise) if item.exercise is not None else None
        if card is not None and card.materials:
            found.append((title.said(language()), card.materials.said(language())))
    return found


def about(plan: Plan, deck: Deck) -> list[str]:
    """What the supervisor should know of a plan, in lines: for whom, when, its note, and what goes first when late."""
    found = deck.plan(plan.id)
    lines = []
    if found is not None:
        said = ((_("For whom"), found.suits), (_("At which point"), found.when), (_("Good to know"), found.note))
        lines = [f"{name}: {text.said(language())}" for name, text in said if text]
    first = [
        title.said(language()) for item, title in zip(plan.items, titles(plan, deck), strict=True) if item.first_to_go
    ]
    return [*lines, _("First to go") + ": " + ", ".join(first)] if first else lines


def preparations(planned: PlanForPeople, deck: Deck) -> list[str]:
    """What to do before the session, in lines: what to bring, and what the cards caution against."""
    bring = _("Bring")
    found = deck.plan(planned.plan.id)
    lines = [f"{bring}: {found.bring.said(language())}"] if found is not None and found.bring else []
    lines += [f"{bring}: {what} ({title})" for title, what in materials(planned.plan, deck)]
    for item in planned.plan.items:
        card = deck.card(item.exercise) if item.exercise is not None else None
        if card is None:
            continue
        name = card.name.said(language())
        if card.caution:
            lines.append(f"{name}: {card.caution.said(language())}")
        if not card.suits(planned.people):
            lines.append(f"{name}: " + _("not for {people}").format(people=people(planned.people)))
    return lines


def markdown(planned: PlanForPeople, deck: Deck) -> str:
    """A plan as Markdown."""
    parts = [f"# {plan_title(planned.plan, deck)}", "", heading(planned), ""]
    if known := about(planned.plan, deck):
        parts += [*(f"- {line}" for line in known), ""]
    parts += ["| " + " | ".join((_("Item"), "min", _("Card"))) + " |", "|---|---:|---|"]
    for item, title in zip(planned.plan.items, titles(planned.plan, deck), strict=True):
        card = deck.card(item.exercise) if item.exercise is not None else None
        cells = (title.said(language()), str(item.planned(planned.people)), card.name.said(language()) if card else "")
        parts.append("| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |")
    if wanted := preparations(planned, deck):
        parts += ["", "## " + _("To prepare"), "", *(f"- {line}" for line in wanted)]
    for name, lines in _cards(planned, deck):
        parts += ["", f"## {name}", "", *(f"{line}  " for line in lines)]
    return "\n".join(parts) + "\n"


def plain(planned: PlanForPeople, deck: Deck) -> str:
    """A plan as plain text."""
    parts = [plan_title(planned.plan, deck), heading(planned), ""]
    if known := about(planned.plan, deck):
        parts += [*known, ""]
    for item, title in zip(planned.plan.items, titles(planned.plan, deck), strict=True):
        parts.append(f"{item.planned(planned.people):>4}  {title.said(language())}")
    if wanted := preparations(planned, deck):
        parts += ["", _("To prepare"), *(f"  {line}" for line in wanted)]
    for name, lines in _cards(planned, deck):
        parts += ["", name, *(f"  {line}" for line in lines)]
    return "\n".join(parts) + "\n"


def in_every_language(say: Callable[[], str]) -> Text:
    """What is said, in every language of the program."""
    said = {}
    for each in LANGUAGES:
        with speaking(each):
            said[each] = say()
    return Text(**said)


def heading(planned: PlanForPeople) -> str:
    """People and length in a line."""
    return f"{people(planned.people)} · {duration(planned.plan.length(planned.people))}"


def plan_title(plan: Plan, deck: Deck) -> str:
    """The name of a plan, and the language it falls back to."""
    found = deck.plan(plan.id)
    return found.name.said(language()) if found is not None else _("own agenda")


def _cards(planned: PlanForPeople, deck: Deck) -> Iterator[tuple[str, list[str]]]:
    """Every card of the plan once: what to say, and its steps."""
    for exercise in dict.fromkeys(item.exercise for item in planned.plan.items if item.exercise is not None):
        card = deck.card(exercise)
        if card is None:
            continue
        lines = [quoted(line) for line in card.invitation.said(language()).splitlines()]
        for index, (step, text) in enumerate(zip(card.steps, card.step_texts, strict=True), 1):
            takes = arithmetic(step, planned.people) or exact_minutes(step.minutes.for_people(planned.people))
            lines.append(f"{index}. {text.said(language())} ({takes} · {name_of(step.speaking)})")
        note = language_note(card.name)
        yield card.name.said(language()) + (f" ({note})" if note else ""), lines


def _library_title(item: PlanItem, known: tuple[Text, ...], deck: Deck) -> Text | None:
    if item.slot is not None and item.slot < len(known):
        return known[item.slot]
    card = deck.card(item.exercise) if item.exercise is not None else None
    return card.name if card is not None else None


def _neutral_title(item: PlanItem, count: int) -> Text:
    return in_every_language(lambda: name_of(item.kind) + (f" {count}" if count else ""))
