"""The points of the three-party contract. What is agreed on each is written on paper; here only that it is."""

from collections.abc import Collection

from facilitator.texts.languages import N_, _
from sessions.process import ContractPoint

_POINTS: dict[ContractPoint, tuple[str, str]] = {
    ContractPoint.PURPOSE: (N_("Purpose"), N_("What the supervision is for, and what it is not")),
    ContractPoint.GOALS: (N_("Goals"), N_("How goals are set, and by whom")),
    ContractPoint.SESSIONS: (N_("Sessions"), N_("How many, how long, how often")),
    ContractPoint.PLACE: (N_("Place"), N_("In which room, or how remotely")),
    ContractPoint.COMMITMENT: (N_("Commitment"), N_("Who takes part, and taking part in working time")),
    ContractPoint.CANCELLING: (N_("Cancelling"), N_("Until when, and what is charged")),
    ContractPoint.CONFIDENTIALITY: (N_("Confidentiality"), N_("What stays in the group, also after the end")),
    ContractPoint.LIMITS_OF_CONFIDENTIALITY: (
        N_("Limits of confidentiality"),
        N_("What the law obliges to report, and how it is talked about first"),
    ),
    ContractPoint.METHODS: (N_("Methods"), N_("How we work, and that anybody may pass")),
    ContractPoint.STORED: (N_("What is stored"), N_("What the supervisor keeps, for how long, and when it is erased")),
    ContractPoint.EVALUATION: (N_("Evaluation"), N_("When and how we look back")),
    ContractPoint.REPORTING: (N_("Reporting"), N_("What the commissioner is told, and by whom")),
    ContractPoint.FEE: (N_("Fee"), N_("Price, invoicing, travel")),
    ContractPoint.ENDING: (N_("Ending"), N_("How it ends, and how it can end early")),
}


def point_name(point: ContractPoint) -> str:
    """What a point is called."""
    return _(_POINTS[point][0])


def point_asks(point: ContractPoint) -> str:
    """What there is to agree on."""
    return _(_POINTS[point][1])


def title() -> str:
    """What stands above the contract."""
    return _("Contract between three parties")


def as_text(agreed: Collection[ContractPoint]) -> str:
    """Every point, its id first, with a tick where it is agreed."""
    width = max(len(point) for point in ContractPoint)
    lines = [
        f"{point:<{width}}  {'✓' if point in agreed else '·'} {point_name(point)}: {point_asks(point)}"
        for point in ContractPoint
    ]
    said = _("Agreed: {count} of {all}. Kept is only that, never what was agreed.")
    return "\n".join([*lines, "", said.format(count=len(agreed), all=len(ContractPoint))]) + "\n"
