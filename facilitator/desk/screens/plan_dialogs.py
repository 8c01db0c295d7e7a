"""What is asked while a plan is shaped: length, end, under which name it is saved, in which form written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from exercises.card import Text
from exercises.deck import Deck
from facilitator.desk.screens.asking_time import ask_time
from facilitator.desk.widgets.choice import Choice, Option
from facilitator.desk.widgets.dialog import Ask
from facilitator.desk.widgets.write import Write
from facilitator.preparing import own_plans
from facilitator.preparing.agreed_times import AgreedTimes
from facilitator.preparing.preparation import Preparation
from facilitator.texts.languages import _, language
from facilitator.texts.reasons import trouble
from sessions.cleaning import clean
from sessions.limits import LONGEST, SHORTEST
from sessions.plan import Plan
from sessions.store.problems import StoreProblem
from sessions.values import Instant

NEUTRAL, WRITTEN = "neutral", "written"
MARKDOWN, PLAIN = "markdown", "plain"
MOST_NAME = 60
"""Characters of a plan's name."""
Say = Callable[[str], None]
Shape = Callable[[Preparation], None]
Writes = Callable[[Callable[[], Any], Callable[[Any], None]], object]
"""Does the first off the screen's thread, and then the second with what came of it."""


def ask_length(preparation: Preparation, ask: Ask, shape: Shape) -> None:
    """The agreed length."""

    def wrong(text: str) -> str:
        if text.isascii() and text.isdigit() and SHORTEST <= int(text[:9]) <= LONGEST:
            return ""
        return _("A whole number of minutes, {low}–{high}.").format(low=SHORTEST, high=LONGEST)

    def written(text: str | None) -> None:
        if text is not None:
            shape(replace(preparation, length=int(text)))

    ask(Write(_("How many minutes were agreed?"), str(preparation.length), most=3, check=wrong), written)


def ask_end(preparation: Preparation, wall: Callable[[], Instant], ask: Ask, shape: Shape) -> None:
    """The end that was agreed by the clock; empty for none. ``wall`` tells the time on the computer's clock."""

    def agreed(time: Instant | None) -> None:
        times = AgreedTimes.known(preparation.length, preparation.end).ending(time)
        shape(replace(preparation, end=times.end, length=times.length))

    ask_time(_("At what clock time does the session end?"), preparation.end, wall, ask, agreed)


def ask_to_leave(ask: Ask, leave: Callable[[], None]) -> None:
    """Leave what was shaped, or go on with it; what is shaped stands nowhere else."""
    options = [Option(_("Go on shaping"), False), Option(_("Leave without the changes"), True)]
    body = _("S saves it as a plan of your own; enter opens the session as it is shaped.")
    ask(Choice(_("Leave the plan as it was before?"), options, body=body), lambda sure: leave() if sure else None)


def ask_save(
    preparation: Preparation, deck: Deck, ask: Ask, say: Say, write: Writes, saved: Callable[[Plan], None]
) -> None:
    """Save as a plan of one's own: under a neutral name, or one that is written. ``saved`` gets the plan as saved."""
    _plan_id, count = own_plans.free_id(deck)
    neutral = own_plans.own_name(count)
    options = [
        Option(_("Save as “{name}”").format(name=neutral.said(language())), NEUTRAL),
        Option(_("Write a name…"), WRITTEN),
    ]
    warning = _("A saved plan stays on this computer. It must not hold names, workplaces or cases.")

    def save(name: Text) -> None:
        def done(plan: Plan | str) -> None:
            if isinstance(plan, str):
                say(plan)
                return
            saved(plan)
            say(_("Saved: {name}.").format(name=name.said(language())))

        def work() -> Plan | str:
            try:
                plan_id = own_plans.save(preparation, deck, name)
            except (OSError, StoreProblem) as problem:
                return _why_not(problem)
            text = deck.plan(plan_id)
            return text.plan if text is not None else preparation.plan

        write(work, done)

    def written(name: str | None) -> None:
        if name is not None and (said := clean(name, MOST_NAME)):
            save(Text(**{language(): said}))

    def chosen(what: str | None) -> None:
        if what == NEUTRAL:
            save(neutral)
        elif what == WRITTEN:
            ask(Write(_("The plan's name"), neutral.said(language()), body=warning, most=MOST_NAME), written)

    body = warning + "\n" + _("Titles come from the library or are numbered.")
    ask(Choice(_("Save as your own plan"), options, body=body), chosen)


def ask_export(preparation: Preparation, deck: Deck, folder: Path, ask: Ask, say: Say, write: Writes) -> None:
    """Write the plan to a file in ``folder``."""
    options = [Option(_("Markdown"), MARKDOWN), Option(_("Plain text"), PLAIN)]

    def chosen(form: str | None) -> None:
        if form is None:
            return

        def work() -> str:
            try:
                path = own_plans.export(preparation, deck, folder, as_markdown=form == MARKDOWN)
            except (OSError, StoreProblem) as problem:
                return _why_not(problem)
            return _("Written: {path}").format(path=path)

        write(work, say)

    ask(Choice(_("Export the plan"), options), chosen)


def _why_not(problem: Exception) -> str:
    return trouble(problem) if isinstance(problem, StoreProblem) else _("The folder cannot be written.")
