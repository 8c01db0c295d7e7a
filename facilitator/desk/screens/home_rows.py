"""The rows of home as options of its list: what is there, or what was found; and what opening each of them asks for."""

from collections.abc import Sequence
from datetime import date

from textual.content import Content
from textual.message import Message
from textual.widgets.option_list import Option

from exercises.deck import Deck
from facilitator.desk import messages as m
from facilitator.desk.screens import home_drawing as drawing
from facilitator.desk.screens.home_facts import GroupRow
from facilitator.desk.screens.home_search import DeckFinder, is_group
from facilitator.desk.widgets.late_row import LateRow
from facilitator.preparing.preparation import DEFAULT_PEOPLE
from facilitator.texts.languages import _, language, ngettext
from facilitator.texts.names import exercise_name, plan_name
from sessions.values import GroupCode, Id

UNFINISHED, NEW, NEW_GROUP, DISCARDED, DEMO, SAMPLE_GROUP = (
    "unfinished", "new", "new-group", "discarded", "demo", "sample-group",
)  # fmt: skip
MOST_GROUPS = 24
"""Groups that are found at a time: a letter more finds fewer, and a long list would be felt at every key."""
PLAN, CARD = "plan:", "card:"


def usual(
    groups: Sequence[GroupRow] | None, unfinished: str, deck: Deck, today: date, columns: int, *, can_bring_back: bool
) -> list[Option]:
    """The unfinished session, the groups (None: not read yet), the ways to begin without one."""
    rows: list[Option] = []
    if unfinished:
        rows.append(Option(drawing.unfinished_row(unfinished, columns), UNFINISHED))
        rows.append(Option(Content(""), "gap", disabled=True))
    if groups:
        rows.append(Option(drawing.columns_head(columns), "head", disabled=True))
        rows += _of_groups(groups, deck, today, columns)
        rows.append(Option(drawing.section(_("WITHOUT A GROUP")), "without", disabled=True))
    ways = [(_("A session now"), NEW, "n")]
    if groups is not None:
        ways.append((_("A new group"), NEW_GROUP, "N"))
    if can_bring_back:
        ways.append((_("Bring back the session that was discarded"), DISCARDED, ""))
    if not groups:
        ways.append((_("A group to explore: an example, not stored"), SAMPLE_GROUP, "G"))
        ways.append((_("Demo: watch a sample session"), DEMO, "D"))
    return rows + [Option(drawing.plain_row(said, columns, key), way) for said, way, key in ways]


def found(
    text: str, groups: Sequence[GroupRow], finder: DeckFinder | None, deck: Deck, today: date, columns: int
) -> list[Option]:
    """Groups, plans and cards that are like what was typed."""
    like = [row for row in groups if is_group(text, row.code, plan_name(row.proposal.plan, deck))]
    rows: list[Option] = []
    if like:
        rows.append(Option(drawing.columns_head(columns), "head", disabled=True))
        rows += _of_groups(like[:MOST_GROUPS], deck, today, columns)
        if (more := len(like) - MOST_GROUPS) > 0:
            said = ngettext("… and {count} more", "… and {count} more", more).format(count=more)
            rows.append(Option(said, "more", disabled=True))
    if finder is not None:
        if plans := finder.plans(text):
            rows.append(Option(drawing.section(_("PLANS")), "plans", disabled=True))
            rows += [Option(drawing.found_plan(plan, deck, columns), PLAN + plan) for plan in plans]
        if cards := finder.cards(text):
            rows.append(Option(drawing.section(_("CARDS")), "cards", disabled=True))
            rows += [Option(drawing.plain_row(exercise_name(card, deck), columns), CARD + card) for card in cards]
    return rows or [Option(_("No match."), "nothing", disabled=True)]


def opening(row: str, group: GroupCode | None, deck: Deck) -> Message | None:
    """What opening a row asks for; ``group`` is the one it is about, if it is about one."""
    ways: dict[str, type[Message]] = {
        UNFINISHED: m.ResumeAsked, NEW: m.NewSessionAsked, NEW_GROUP: m.NewGroupAsked,
        DISCARDED: m.BringBackAsked, DEMO: m.DemoAsked, SAMPLE_GROUP: m.SampleAsked,
    }  # fmt: skip
    if row in ways:
        return ways[row]()
    if row.startswith(PLAN):
        return m.NewSessionAsked(plan=Id(row.removeprefix(PLAN)))
    if row.startswith(CARD):
        card = deck.card(Id(row.removeprefix(CARD)))
        return m.CardOpened(card, DEFAULT_PEOPLE) if card is not None else None
    return m.NewSessionAsked(group) if group is not None else None


def _of_groups(rows: Sequence[GroupRow], deck: Deck, today: date, columns: int) -> list[Option]:
    return [Option(_of_group(row, deck, today, columns), row.code) for row in rows]


def _of_group(row: GroupRow, deck: Deck, today: date, columns: int) -> LateRow:
    facts = row, plan_name(row.proposal.plan, deck), today, language()
    return LateRow(facts, columns, lambda: drawing.group_row(row, deck, today, columns))
