"""The rows of home that tell of groups, or of what was found; and what opening each row asks for."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from exercises.deck import Deck
from facilitator.desk import messages as m
from facilitator.desk.screens import home_group_drawing as drawing
from facilitator.desk.screens import home_ways as ways
from facilitator.desk.screens.home_drawing import section
from facilitator.desk.screens.home_facts import GroupRow, is_group
from facilitator.desk.screens.home_reads import Waiting
from facilitator.desk.widgets.late_row import LateRow
from facilitator.desk.widgets.tones import MOST, cut
from facilitator.texts.languages import _, language, ngettext
from facilitator.texts.names import exercise_name, plan_name
from sessions.values import GroupCode, Id

if TYPE_CHECKING:  # start-up
    from facilitator.desk.screens.home_search import DeckFinder

MOST_GROUPS = 24
"""Groups that are found at a time: a letter more finds fewer, and a long list would be felt at every key."""


def usual(groups: Sequence[GroupRow], waiting: Waiting, deck: Deck, today: date, columns: int) -> list[Option]:
    """The unfinished session, the groups, the ways to begin without one."""
    rows = ways.unfinished(waiting, columns)
    rows.append(_head(columns))
    rows += _of_groups(groups, deck, today, columns)
    rows.append(Option(section(_("WITHOUT A GROUP")), "without", disabled=True))
    return rows + ways.ways(waiting, columns, len(groups))


def found(
    text: str, groups: Sequence[GroupRow], finder: "DeckFinder | None", deck: Deck, today: date, columns: int
) -> list[Option]:
    """Groups, plans and cards that are like what was typed."""
    like = [row for row in groups if is_group(text, row.code, plan_name(row.proposal.plan, deck))]
    rows: list[Option] = []
    if like:
        rows.append(_head(columns))
        rows += _of_groups(like[:MOST_GROUPS], deck, today, columns)
        if (more := len(like) - MOST_GROUPS) > 0:
            said = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
            rows.append(Option(said, "more", disabled=True))
    if finder is not None:
        if plans := finder.plans(text):
            rows.append(Option(section(_("PLANS")), "plans", disabled=True))
            rows += [Option(drawing.found_plan(plan, deck, columns), ways.PLAN + plan) for plan in plans]
        if cards := finder.cards(text):
            rows.append(Option(section(_("CARDS")), "cards", disabled=True))
            rows += [
                Option(Content(cut(exercise_name(card, deck), min(columns, MOST))), ways.CARD + card) for card in cards
            ]
    return rows or [Option(_("No match."), "nothing", disabled=True)]


def opening(row: str, group: GroupCode | None, deck: Deck) -> Message | None:
    """What opening a row asks for; ``group`` is the one it is about, if it is about one."""
    asked: dict[str, type[Message]] = {
        ways.UNFINISHED: m.ResumeAsked, ways.NEW: m.NewSessionAsked, ways.NEW_GROUP: m.NewGroupAsked,
        ways.DISCARDED: m.BringBackAsked, ways.DEMO: m.DemoAsked, ways.SAMPLE_GROUP: m.SampleAsked,
    }  # fmt: skip
    if row in asked:
        return asked[row]()
    if row.startswith(ways.PLAN):
        return m.NewSessionAsked(plan=Id(row.removeprefix(ways.PLAN)))
    if row.startswith(ways.CARD):
        card = deck.card(Id(row.removeprefix(ways.CARD)))
        return m.CardOpened(card) if card is not None else None
    return m.NewSessionAsked(group) if group is not None else None


def _head(columns: int) -> Option:
    return Option(LateRow(language(), columns, drawing.columns_head), "head", disabled=True)


def _of_groups(rows: Sequence[GroupRow], deck: Deck, today: date, columns: int) -> list[Option]:
    return [Option(_of_group(row, deck, today, columns), row.code) for row in rows]


def _of_group(row: GroupRow, deck: Deck, today: date, columns: int) -> LateRow:
    facts = row, plan_name(row.proposal.plan, deck), today, language()
    return LateRow(facts, columns, lambda room: drawing.group_row(row, deck, today, room))
