"""A measured figure, compared with its baseline and with the budget of DESIGN section 12."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure."""

    name: str
    value: float
    unit: str
    baseline: float | None = None
    """The same measured beside it, of what it is compared with."""
    compared: str = ""
    """What the baseline is."""
    budget: float | None = None
    """The most it may be: of the ratio, of the difference, or of the value itself."""
    judged: str = "value"
    """``ratio``, ``difference`` or ``value``: what the budget limits."""

    @property
    def measured(self) -> float:
        """What the budget limits."""
        if self.baseline is None or self.judged == "value":
            return self.value
        return self.value / self.baseline if self.judged == "ratio" else self.value - self.baseline

    @property
    def verdict(self) -> str:
        """Whether it meets its budget."""
        if self.budget is None:
            return ""
        unit = "×" if self.judged == "ratio" else f" {self.unit}"
        limit = f"(at most {self.budget:g}{unit})"
        if self.measured <= self.budget:
            return f"meets {limit}"
        return f"over by {self.measured - self.budget:.2f}{unit} {limit}"

    def __str__(self) -> str:
        """One line: name, value, ratio to the baseline, verdict."""
        said = f"{self.name:<52} {self.value:>8.2f} {self.unit:<5}"
        if self.baseline:
            said += f" = {self.value / self.baseline:5.2f} × {self.compared} ({self.baseline:.2f})"
        return f"{said:<110} {self.verdict}".rstrip()


def percentile(values: Sequence[float], per_cent: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return statistics.quantiles(values, n=100, method="inclusive")[per_cent - 1]
