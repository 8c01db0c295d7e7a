"""What is wrong in files, told on the standard error: one line each, by file and line."""

from typing import TYPE_CHECKING

from facilitator.command_line.errors import FAILURE
from facilitator.command_line.output import complain

if TYPE_CHECKING:
    from exercises.tables import Fault


def tell(faults: "list[Fault]") -> int:
    """Tell them all; the exit status that they make."""
    from facilitator.texts.reasons import fault

    for each in sorted(faults, key=lambda each: (str(each.path), each.line)):
        complain(fault(each))
    return FAILURE if faults else 0
