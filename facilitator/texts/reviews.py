"""Past sessions as text: for the terminal, as Markdown and as JSON."""

from collections.abc import Iterable
from typing import Any

from exercises.deck import Deck
from facilitator.texts.bars import FULL, LESS, MORE, bar
from facilitator.texts.columns import to_width
from facilitator.texts.languages import _, ngettext
from facilitator.texts.names import kept_title, name_of, plan_name
from facilitator.texts.phrases import day, minutes, people
from sessions.record import Record
from sessions.store.groups import Group
from sessions.values import GroupCode

BAR = 24


def times(count: int) -> str:
    """``4 sessions``."""
    return ngettext("{count} session", "{count} sessions", count).format(count=count)


def group_line(code: GroupCode, sessions: int, last: Record | None, deck: Deck) -> str:
    """One group in one line, its code first; ``last`` is its last session."""
    if last is None:
        return str(code)
    return f"{code}  {times(sessions)}  {day(last.day)}  {plan_name(last.plan, deck)}"


def line_of(group: Group, deck: Deck) -> str:
    """The same of a group that has been read whole."""
    return group_line(group.code, len(group.records), group.records[-1] if group.records else None, deck)


def record_line(record: Record, number: int, deck: Deck) -> str:
    """One session in one line."""
    took = _("{actual} of {planned}").format(actual=minutes(record.actual), planned=minutes(record.planned))
    return f"{number:>3}  {day(record.day)}  {plan_name(record.plan, deck)}  {people(record.people)}  {took}"


def heading(record: Record, code: GroupCode | None, number: int) -> str:
    """Whose session it was, which one and when: ``R07 · session 4 · 11 March 2025``; 0 when nobody knows which."""
    parts = [str(code)] if code is not None else []
    if parts and number:
        parts.append(_("session {number}").format(number=number))
    return " · ".join([*parts, day(record.day)])


def facts(record: Record, deck: Deck) -> str:
    """The plan, how many were present, and the minutes."""
    took = _("{actual} of {planned}").format(actual=record.actual, planned=minutes(record.planned))
    return f"{plan_name(record.plan, deck)} · {people(record.people)} · {took}"


def legend() -> str:
    """What the characters of a bar mean."""
    return _("{full} as planned  {more} beyond the plan  {less} not needed").format(full=FULL, more=MORE, less=LESS)


def agenda_lines(record: Record, deck: Deck, columns: int = BAR, title_columns: int = 34) -> list[str]:
    """A past agenda: each item with planned and actual minutes and a bar."""
    longest = max((max(item.planned, item.actual) for item in record.items), default=1)
    lines = []
    for item in record.items:
        title = to_width(kept_title(item, record.plan, deck, record.plan_form), title_columns)
        numbers = f"{item.planned:>4} {item.actual:>4}"
        lines.append(f"{title} {numbers}  {bar(item.planned, item.actual, longest, columns)}".rstrip())
    return lines


def put_off_line(record: Record) -> str:
    """What was left out or moved, as counts; empty when nothing was."""
    said = []
    if record.left_out:
        said.append(_("left out: {count}").format(count=record.left_out))
    if record.next_time:
        said.append(_("moved to next time: {count}").format(count=record.next_time))
    return " · ".join(said)


def goals_line(record: Record) -> str:
    """The goal slots with their code words and statuses; empty when there are none."""
    return " · ".join(f"{goal.slot} {name_of(goal.code)}: {name_of(goal.status)}" for goal in record.goals)


def as_text(group: Group, deck: Deck) -> str:
    """All sessions of a group, newest first, for a terminal."""
    parts = [line_of(group, deck), legend(), ""]
    for number, record in _newest_first(group):
        parts.append(record_line(record, number, deck))
        parts.extend("     " + line for line in _details(record, deck))
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def as_markdown(group: Group, deck: Deck) -> str:
    """All sessions of a group, newest first, as Markdown."""
    parts = [f"# {line_of(group, deck)}", ""]
    for number, record in _newest_first(group):
        parts.append(f"## {number}. {day(record.day)} – {plan_name(record.plan, deck)}")
        parts.append("")
        said = _("{people}, planned {planned}, actual {actual}")
        parts.append(
            said.format(people=people(record.people), planned=minutes(record.planned), actual=minutes(record.actual))
        )
        parts.append("")
        if record.items:
            parts.append("| " + " | ".join((_("Item"), _("planned"), _("actual"))) + " |")
            parts.append("|---|---:|---:|")
            parts.extend(
                f"| {kept_title(i, record.plan, deck, record.plan_form).replace('|', '/')} | {i.planned} | {i.actual} |"
                for i in record.items
            )
            parts.append("")
        parts.extend(f"{line}\n" for line in (put_off_line(record), goals_line(record)) if line)
    return "\n".join(parts).rstrip() + "\n"


def as_document(group: Group) -> dict[str, Any]:
    """A group as plain data, as it is on disk."""
    from sessions.store.codec import to_document  # noqa: PLC0415 (start-up)

    return {"code": str(group.code), "sessions": [to_document(record) for record in group.records]}


def _details(record: Record, deck: Deck) -> list[str]:
    return [*agenda_lines(record, deck), *filter(None, (put_off_line(record), goals_line(record)))]


def _newest_first(group: Group) -> Iterable[tuple[int, Record]]:
    return reversed(list(enumerate(group.records, 1)))
