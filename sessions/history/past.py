"""Of a session only what its place in a series is known by: cheap enough for the sessions of every group at once."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol, Self

from msgspec import Struct

from sessions.process import SessionKind
from sessions.values import Id


class Past(Protocol):
    """A session that is over: a ``Record``, or a ``PastOutline`` of one."""

    @property
    def day(self) -> date: ...
    @property
    def plan(self) -> Id | None: ...
    @property
    def kind(self) -> SessionKind: ...
    @property
    def goals_looked_at(self) -> bool: ...
    @property
    def people(self) -> int: ...


class PastOutline(Struct, frozen=True, gc=False):
    """The day, the plan and the kind of a session. Garbage is not looked for in it: it refers to nothing but texts."""

    day: date
    plan: Id | None
    kind: SessionKind
    goals_looked_at: bool
    people: int = 0
    """How many were present."""

    @classmethod
    def of(cls, document: Mapping[str, object]) -> Self:
        """Of a stored record.

        Raises:
            ValueError: it is not one.
        """
        plan = document.get("plan")
        return cls(
            date.fromisoformat(str(document.get("day"))),
            Id(str(plan)) if plan is not None else None,
            SessionKind(str(document.get("kind", SessionKind.HELD))),
            document.get("goals_looked_at") is True,
            int(str(document.get("people", 0))),
        )
