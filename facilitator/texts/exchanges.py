"""What is said of exporting and importing."""

from collections.abc import Sequence
from pathlib import Path

from facilitator.texts.languages import _, ngettext
from facilitator.texts.paths import shown_path
from sessions.archive import Archive
from sessions.store.exchanging import Brought


def exported(archive: Archive, path: Path, sealed: int = 0) -> list[str]:
    """What is in the file now, and what to mind; ``sealed`` are so many files as groups have sealed."""
    groups = ngettext("{count} group", "{count} groups", len(archive.codes)).format(count=len(archive.codes))
    count = len(archive.records)
    sessions = ngettext("{count} session", "{count} sessions", count).format(count=count)
    lines = [
        f"{shown_path(path)} · {groups} · {sessions}",
        _("The file is not sealed: keep it as you keep this computer, and remove it when it has been read in."),
    ]
    if sealed:
        lines.append(_("What groups have sealed is not in it: copy the folder “sealed” too."))
    return lines


def brought(changes: Sequence[Brought]) -> list[str]:
    """What reading in did to each group."""
    if not changes:
        return [_("Nothing new: all of it was here.")]
    lines = []
    for each in changes:
        said = []
        if each.new:
            said.append(_("new: {count}").format(count=each.new))
        if each.changed:
            said.append(_("corrected: {count}").format(count=each.changed))
        if each.erased:
            said.append(_("erased: {count}").format(count=each.erased))
        lines.append(f"{each.code}  " + " · ".join(said))
        if each.were_two:
            lines.append(
                "     " + _("Two groups had this code, one on each computer. They are one now: look at its sessions.")
            )
    return lines
