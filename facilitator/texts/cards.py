"""Cards, questions and steps in words: for the screens, the command line and exported plans."""

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from msgspec import Struct

from exercises.card import LONG_ROUND, Card, Text
from exercises.choosing import shorter
from exercises.closed import Remote
from exercises.deck import Deck
from facilitator.texts import phrases
from facilitator.texts.languages import N_, _, language
from facilitator.texts.names import name_of
from facilitator.texts.phrases import NO_BREAK, minutes, quoted
from sessions.plan import Step


class Tone(StrEnum):
    """How a part of a text is meant."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    SAID = "said"
    """Words to say to the group."""
    HEADING = "heading"


class StepLine(Struct, frozen=True):
    """A step of a card, for where there are columns."""

    number: int
    name: str
    takes: str
    """Who speaks, and its minutes or how they come about; minutes alone are padded, to end below each other."""
    is_now: bool


class Paragraph(Struct, frozen=True):
    """One paragraph, or one line of a list."""

    text: str
    tone: Tone = Tone.PLAIN
    step: StepLine | None = None
    """The step of which it tells."""


GAP = Paragraph("")
WITHOUT_CARD = N_(
    "No card is needed. Ask one open question, leave a silence, and let everybody answer in turn or in pairs. "
    "A card is there for you, not you for the card."
)


def number(value: Fraction) -> str:
    """A number with at most one decimal: ``13,5`` or ``13.5``."""
    said = f"{float(value):.1f}".removesuffix(".0")
    return said if language() == "en" else said.replace(".", ",")


def arithmetic(step: Step, people: int) -> str:
    """How the minutes of a round come about: ``9 × 1,5 min = 13,5 min``; empty when there is nothing to reckon."""
    each, fixed = step.minutes.per_person, step.minutes.fixed
    count = max(0, people - step.minutes.presenter_out)
    if each:
        before = f"{number(fixed)} + " if fixed else ""
        return f"{before}{count} × {exact_minutes(each)} = {exact_minutes(step.minutes.for_people(people))}"
    turns = max(1, people - step.speaking.presenter_out)
    if step.speaking.is_round and fixed and turns > 1:
        return f"{exact_minutes(fixed)} / {turns} = {exact_minutes(fixed / turns)}"
    return ""


def too_long(card: Card, people: int, deck: Deck) -> str:
    """That a round of the card takes too long for so many, and what to do instead; empty when it does not."""
    if card.longest_round(people) <= LONG_ROUND:
        return ""
    said = _("The round alone takes {minutes}.").format(minutes=exact_minutes(card.longest_round(people)))
    other = shorter(card, people, deck)
    if other is None:
        return said + " " + _("Do it in pairs or small groups.")
    takes = minutes(other.minutes(people))
    return said + " " + _("Shorter: {card}, {minutes}.").format(card=other.name.said(language()), minutes=takes)


def facts(card: Card, people: int) -> str:
    """What a card is, in one line."""
    fewest, _best, most = card.people
    parts = [name_of(card.phase), name_of(card.form), _("{fewest}–{most} people").format(fewest=fewest, most=most)]
    if not card.suits(people):
        parts.append(_("not for {people}").format(people=phrases.people(people)))
    return " · ".join(parts)


def language_note(text: Text) -> str:
    """Which language a text falls back to; empty when it does not."""
    if not text.lacks(language()):
        return ""
    return _("in Finnish") if text.fi else _("in English")


def card_parts(card: Card, people: int, deck: Deck, present_step: int | None = None) -> Iterator[Paragraph]:
    """A card in full, for so many people; the present step marked."""
    spoken = language()
    yield Paragraph(card.purpose.said(spoken))
    yield GAP
    if card.invitation:
        yield Paragraph(quoted(card.invitation.said(spoken)), Tone.SAID)
        yield GAP
    for index, (step, label) in enumerate(zip(card.steps, card.step_texts, strict=True)):
        is_now, name = index == present_step, label.said(spoken)
        takes = arithmetic(step, people) or exact_minutes(step.minutes.for_people(people))
        line = f"{'▶' if is_now else ' '}{index + 1} {name} ({takes} · {name_of(step.speaking)})"
        in_columns = StepLine(index + 1, name, f"{name_of(step.speaking)}  {takes:>6}", is_now)
        yield Paragraph(line, Tone.STRONG if is_now else Tone.PLAIN, in_columns)
    together = _("In all {minutes}").format(minutes=minutes(card.minutes(people)))
    yield Paragraph(f"{together} · {phrases.people(people)}", Tone.STRONG)
    if warning := too_long(card, people, deck):
        yield Paragraph(warning, Tone.STRONG)
    yield GAP
    yield Paragraph(facts(card, people), Tone.QUIET)
    yield Paragraph(" · ".join((name_of(card.turns), *(name_of(theme) for theme in card.themes))), Tone.QUIET)
    yield Paragraph(_remote(card, deck), Tone.QUIET)
    if note := language_note(card.name):
        yield Paragraph(_("The text is {language}.").format(language=note), Tone.QUIET)
    for heading, text in (
        (_("For the group"), card.sheet),
        (_("Materials"), card.materials),
        (_("Advice"), card.advice),
        (_("Caution"), card.caution),
        (_("Source"), card.source),
    ):
        if text:
            yield GAP
            yield Paragraph(heading, Tone.HEADING)
            yield from (Paragraph(line) for line in text.said(spoken).splitlines())


def as_text(card: Card, deck: Deck) -> str:
    """A card in full as plain text, for the number of people it is best with."""
    return (
        "\n".join([card.name.said(language()), *(part.text for part in card_parts(card, card.people[1], deck))]) + "\n"
    )


def as_markdown(card: Card, deck: Deck) -> str:
    """The same as Markdown."""
    lines = [f"# {card.name.said(language())}", ""]
    for part in card_parts(card, card.people[1], deck):
        if part is GAP:
            lines.append("")
        elif part.tone is Tone.SAID:
            lines += [f"> {line}  " for line in part.text.splitlines()]
        else:
            is_bold = part.tone in (Tone.STRONG, Tone.HEADING)
            lines.append(f"**{part.text}**  " if is_bold else f"{part.text.strip()}  ")
    return "\n".join(lines) + "\n"


def _remote(card: Card, deck: Deck) -> str:
    said = name_of(card.remote)
    if card.remote is Remote.NO and card.remote_substitute is not None:
        other = deck.card(card.remote_substitute)
        if other is not None:
            said += ": " + _("take {card} instead").format(card=other.name.said(language()))
    return said


def exact_minutes(value: Fraction) -> str:
    """Minutes with at most one decimal: ``13,5 min``."""
    return f"{number(value)}{NO_BREAK}min"
