"""What is said before and after erasing."""

from collections.abc import Sequence
from pathlib import Path

from facilitator.texts.languages import _, ngettext
from facilitator.texts.paths import shown_path
from sessions.store.erasing import Going, Trace
from sessions.values import GroupCode


def going(plan: Going, folder: Path) -> list[str]:
    """What goes, what stays, and where copies may be that no program can reach."""
    erasing = plan.erasing
    said = (
        _("Group {code} goes, with everything that is kept of it.")
        if erasing.whole
        else _("One session of {code} goes.")
    )
    lines = [said.format(code=erasing.code), "", _("In these files:")]
    lines += [f"  {_shown(path, folder)}" for path in plan.files]
    if plan.staying:
        lines += ["", _("These tell of it too, and were put there by hand. They stay; remove them yourself:")]
        lines += [f"  {_shown(trace.path, folder)}" for trace in plan.staying]
    return [*lines, "", *elsewhere(), ""]


def going_damaged(files: Sequence[Path], folder: Path) -> list[str]:
    """Which of the files that were moved aside go, each with its size."""
    lines = [_("What was moved aside because it could not be read goes, and nobody can mend it afterwards:")]
    for path in files:
        size = path.lstat().st_size
        lines.append(f"  {_shown(path, folder)}  " + ngettext("{count} byte", "{count} bytes", size).format(count=size))
    return [*lines, "", _copies(), _("This cannot be undone."), ""]


def proof_damaged(left: Sequence[Path], folder: Path) -> list[str]:
    """What is left of it."""
    files = ngettext("{count} file", "{count} files", len(left)).format(count=len(left))
    return [_("Moved aside and left: {files}.").format(files=files), *(f"  {_shown(path, folder)}" for path in left)]


def _copies() -> str:
    return _(
        "Copies may remain where this program cannot look: in backups, in folders that are synchronised, in "
        "exported files, on other computers and sticks, and for a while on the disk itself."
    )


def due_to_erase(codes: Sequence[GroupCode]) -> str:
    """Whose history it is time to erase, and how; nothing is erased by itself."""
    said = _(
        "Time to erase, if nobody needs it: {codes}. The last session was more than 90 days ago. "
        "“facilitator erase CODE --all” erases a group."
    )
    return said.format(codes=", ".join(codes))


def elsewhere() -> list[str]:
    """Where copies may remain."""
    return [
        _copies(),
        _("What stays here is a list of random numbers, so that an import does not bring back what was erased."),
        _("This cannot be undone."),
    ]


def proof(left: Sequence[Trace], folder: Path) -> list[str]:
    """What was found afterwards in every file of the folder."""
    files = ngettext("{count} file", "{count} files", len(left)).format(count=len(left))
    lines = sum(trace.lines for trace in left)
    rows = ngettext("{count} line", "{count} lines", lines).format(count=lines)
    said = [_("Looked through every file: {files}, {lines} left.").format(files=files, lines=rows)]
    return said + [f"  {_shown(trace.path, folder)}" for trace in left]


def _shown(path: Path, folder: Path) -> str:
    return shown_path(path.relative_to(folder))
