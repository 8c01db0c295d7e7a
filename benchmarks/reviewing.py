"""What many sessions cost to look at, in seconds of a processor: all groups, one long process, a year over all."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import histories
from figures import Figure

from exercises.deck import Deck
from facilitator.texts import evaluations, reports, years
from facilitator.texts.stored import stored
from sessions.history.attention import attention
from sessions.history.company import sessions_of
from sessions.history.comparing import side_by_side
from sessions.history.drift import attendance, deviations, drift, own_minutes
from sessions.history.methods import cards_used
from sessions.history.progress import goal_lines
from sessions.history.proposing import proposals
from sessions.history.retention import is_due_to_erase
from sessions.history.series import position, rhythm
from sessions.history.years import year_of
from sessions.store import erasing
from sessions.store.contents import Contents
from sessions.store.exchanging import archive_in, archive_of, encoded
from sessions.store.folder import Store
from sessions.store.glances import Glance
from sessions.store.groups import Group
from sessions.values import GroupCode

TODAY = date(2026, 3, 1)
LONG = GroupCode("R99")
NUMBERS = count(1)


def figures(folder: Path, groups: int, sessions: int, rounds: int) -> Iterator[Figure]:
    """Measure over so many sessions, spread over the groups, and one group of 200."""
    histories.write(folder / "groups", groups, sessions // groups)
    store = Store(folder)
    ((_code, head, records),) = histories.histories(1, 200, seed=8)
    deck = Deck(folder)
    store.groups.write(Contents(LONG, {record.uid: record for record in records}, {head.uid: head}))
    yield _figure(f"the list of {groups} groups with what is next", lambda: _home(store), rounds, 0.3)
    yield _figure("review of a group of 200 sessions", lambda: _review(store), rounds, 0.1)
    yield _figure(f"the year over {sessions} sessions", lambda: _year(store), rounds, 1)
    yield _figure("the evaluation of a group of 200 sessions", lambda: _evaluation(store, deck), rounds, 0.1)
    archive = archive_of(store)
    data = encoded(archive)
    yield _figure(f"export of {sessions} sessions", lambda: encoded(archive_of(store)), max(1, rounds // 4))
    path = folder / "all.json"
    path.write_bytes(data)
    yield _figure(f"reading an export of {sessions} sessions", lambda: archive_in(path), max(1, rounds // 4))
    yield _figure("joining it with what is kept", lambda: archive + archive, max(1, rounds // 4))
    yield _figure("the sum of three such exports", lambda: sessions_of([archive] * 3), max(1, rounds // 4))
    yield from _alone_and_among(store, folder / "alone", rounds)


def _figure(name: str, act: Callable[[], object], rounds: int, budget: float | None = None) -> Figure:
    return Figure(name, _seconds(act, rounds), "s", budget=budget)


def _seconds(act: Callable[[], object], rounds: int) -> float:
    taken = []
    for _round in range(rounds):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    return median(taken)


def _alone_and_among(store: Store, folder: Path, rounds: int) -> Iterator[Figure]:
    """What is done with one group, among many and alone: it should not matter how much else is kept."""
    alone = Store(folder)
    group = store.groups.contents(LONG)
    alone.groups.write(group)
    record = next(iter(group.records.values()))
    acts: dict[str, Callable[[Store], object]] = {
        "reading one group": lambda where: where.groups.read(LONG),
        "correcting one session": lambda where: where.groups.correct(LONG, replace(record, people=next(NUMBERS) % 9)),
        "what is stored of one group": lambda where: list(stored(where, LONG)),
        "finding what an erasing would take": lambda where: erasing.going(where, LONG),
    }
    for name, act in acts.items():
        among, by_itself = (_seconds(partial(act, where), rounds) for where in (store, alone))
        yield Figure(name, 1000 * among, "ms", 1000 * by_itself, "alone", judged="ratio")


def _evaluation(store: Store, deck: Deck) -> None:
    evaluations.as_text(LONG, evaluations.evaluation_of(store.groups.read(LONG), deck), deck)


def _home(store: Store) -> None:
    for glance in store.groups.glances():
        assert isinstance(glance, Glance)
        position(glance.past, glance.set_up)
        rhythm(glance.past)
        attention(glance.past, glance.set_up, TODAY)
        is_due_to_erase(glance.past, glance.set_up, TODAY)
        proposals(glance.past, glance.set_up, TODAY)


def _review(store: Store) -> None:
    records = store.groups.read(LONG).records
    for look in (drift, deviations, own_minutes, attendance, cards_used, goal_lines, rhythm, reports.rows_of):
        look(records)  # type: ignore[operator]
    side_by_side(records[-1], records[-2])


def _year(store: Store) -> None:
    groups = [each for each in store.groups.all() if isinstance(each, Group)]
    year = year_of(((group.set_up.form, record) for group in groups for record in group.records), 2025)
    years.as_text(year, None, Deck(store.folder))


if __name__ == "__main__":
    with TemporaryDirectory(prefix="benchmarks-") as made:
        for figure in figures(Path(made), 500, 10_000, int(sys.argv[1]) if len(sys.argv) > 1 else 7):
            print(figure, flush=True)
