"""``facilitator contract``: the points of the three-party contract as ticks, and a sheet to write it on by hand."""

from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.command_line.errors import WrongUse
from facilitator.command_line.output import say
from facilitator.command_line.parser import Parser
from facilitator.command_line.print import write_paper
from facilitator.command_line.review import known_code
from facilitator.command_line.writing import claimed
from facilitator.texts.languages import _

if TYPE_CHECKING:
    from sessions.process import ContractPoint

ALL = "all"


def options(parser: Parser) -> None:
    """Of which group, what is agreed, and where the sheet goes."""
    parser.add_argument("code", metavar=_("CODE"), nargs="?", help=_("the group's code, such as R07"))
    parser.add_argument("--agreed", metavar=_("POINT"), nargs="+", default=[], help=_("points that are agreed, or all"))
    parser.add_argument("--not-agreed", metavar=_("POINT"), nargs="+", default=[], help=_("points that are not"))
    parser.add_argument("--pdf", metavar=_("FILE"), help=_("as a PDF in this file: one A4 to write on"))


def run(options: Namespace, folder: Path) -> int:
    """Say what is agreed, after keeping what was told, and write the sheet."""
    from facilitator.texts import contracts
    from sessions.process import ContractPoint
    from sessions.store.folder import Store

    add, take = _points(options.agreed), _points(options.not_agreed)
    if options.code is None:
        if add or take:
            raise WrongUse(_("say whose contract it is: the group's code."))
        agreed: tuple[ContractPoint, ...] = ()
    else:
        groups = Store(folder).groups
        code = known_code(options.code, groups)
        set_up = groups.read(code).set_up
        wanted = ({*set_up.contract} | add) - take
        agreed = tuple(point for point in ContractPoint if point in wanted)
        if agreed != set_up.contract:
            with claimed(folder) as store:
                store.groups.agree(code, replace(store.groups.read(code).set_up, contract=agreed))
    say(contracts.as_text(agreed).rstrip("\n"))
    if options.pdf is not None:
        from facilitator.printing.contract import contract_pdf

        say(_("Written: {path}").format(path=write_paper(options.pdf, contract_pdf(agreed))))
    return 0


def _points(names: list[str]) -> "set[ContractPoint]":
    from facilitator.command_line.arguments import printable
    from sessions.process import ContractPoint

    if names == [ALL]:
        return set(ContractPoint)
    try:
        return {ContractPoint(name) for name in names}
    except ValueError:
        wrong = next(name for name in names if name not in set(ContractPoint))
        said = _("“{text}” is no point of the contract; the points are: {points}.")
        raise WrongUse(said.format(text=printable(wrong), points=", ".join(ContractPoint))) from None
