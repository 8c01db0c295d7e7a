#!/usr/bin/env python3
"""Checks, without trusting the program, that a data folder of facilitator holds nothing that anybody said.

    python3 verify_store.py FOLDER [--by-hand] [--ids FILE]
    python3 verify_store.py EXPORTED-FILE [--ids FILE]

It needs nothing but Python 3.11, imports nothing of facilitator, opens files for reading only and sends nothing.
Read it before you run it: the tables first, then ``check_folder``.

What it shows. Every file in the folder is one of those listed in ``check_file``, and every byte of it is accounted
for: each is JSON exactly as the program writes it (so that no blank and no way of writing a letter can carry
anything), each field is one that the tables know, and each value is a whole number within its limits, true or
false, a day, a group's code (R07), a member of a closed list, or the name of a card or plan that is shipped with the
program. Anything else is told with its place, and the exit status is 1: an unknown file, an unknown field, a
sentence anywhere.

What it cannot show. Sealed files (sealed/R07.age) are opaque: only that they have the form of ciphertext can be
seen, not what was sealed. Numbers are random where they should be (uids): somebody who wanted to could hide
something in them, as in the choice of minutes, and in the random key of the group's view (projector.json, there only
while a session runs). Notes that the system keeps beside a file are looked for on Linux only. What the supervisor
wrote by hand (cards, plans, settings, exports of plans) is text: it is refused unless ``--by-hand`` says that you
have read it yourself. ``--ids`` is a file with the names of further cards and plans, one a line: your own decks.
"""

import argparse
import json
import os
import re
import sys
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

# fmt: off
# Made by tools/shapes.py: from here
LISTS = {'ClockShown': ('exact', 'soft', 'none'),
 'CodeWord': ('majakka', 'silta', 'kivi', 'kaarna', 'lyhty', 'airo', 'laituri', 'polku', 'pihlaja', 'joki',
              'saari', 'lumme', 'tuuli', 'kajo', 'hiekka', 'sammal', 'portti', 'köysi', 'hauki', 'mänty'),
 'ContractPoint': ('purpose', 'goals', 'sessions', 'place', 'commitment', 'cancelling', 'confidentiality',
                   'limits-of-confidentiality', 'methods', 'stored', 'evaluation', 'reporting', 'fee',
                   'ending'),
 'Fate': ('not-reached', 'left-out', 'next-time'),
 'Form': ('individual', 'group', 'community', 'received'),
 'GoalSlot': ('A', 'B', 'C', 'D', 'E', 'F'),
 'GoalStatus': ('open', 'in-progress', 'reached', 'reworded', 'resting', 'dropped'),
 'ItemKind': ('opening', 'check-in', 'agree-agenda', 'agreements', 'goals', 'case', 'theme', 'exercise',
              'dialogue', 'break', 'decide', 'evaluation', 'closing', 'admin', 'buffer'),
 'ItemState': ('ahead', 'now', 'done', 'left-out', 'next-time', 'parked'),
 'Language': ('fi', 'sv', 'en'),
 'SessionKind': ('held', 'logged', 'cancelled', 'unused'),
 'Setting': ('room', 'remote', 'hybrid'),
 'Speaking': ('everyone', 'presenter', 'presenter-listens', 'round', 'round-presenter-listens', 'silence',
              'groups'),
 'TurnOrder': ('rotating', 'clockwise', 'anticlockwise', 'random')}
SHAPES = {'AcuteBegun': {'at': 'int', 'items': '[@PlanItem]', 'uid': 'int'},
 'Adjusted': {'at': 'int', 'item': 'int', 'minutes': 'int'},
 'Anchor': {'boot': 'boot', 'continuous': 'int', 'instant': 'int'},
 'Arrived': {'at': 'int', 'uid': 'int'},
 'Back': {'at': 'int'},
 'Begun': {'at': 'int', 'keep_end': 'bool', 'earlier': 'int'},
 'BegunEarlier': {'at': 'int', 'minutes': 'int'},
 'CameBack': {'at': 'int', 'seat': 'int'},
 'ClockChosen': {'at': 'int', 'item': 'int', 'clock': 'of ClockShown'},
 'ClockStepped': {'at': 'int', 'ms': 'int'},
 'Ended': {'at': 'int', 'keep': 'code?'},
 'Erasing': {'code': 'code', 'uids': '[int]', 'whole': 'bool'},
 'GapNoticed': {'at': 'int', 'ms': 'int'},
 'GapTakenOut': {'at': 'int'},
 'Given': {'at': 'int', 'minutes': '[(int,int)]', 'put_off': 'int?', 'to': 'of ItemState', 'later': 'int'},
 'Goal': {'slot': 'of GoalSlot', 'code': 'of CodeWord', 'status': 'of GoalStatus'},
 'GoalAdded': {'at': 'int', 'code': 'of CodeWord', 'uid': 'int'},
 'GoalMarked': {'at': 'int', 'slot': 'of GoalSlot', 'status': 'of GoalStatus'},
 'Head': {'uid': 'int', 'starter': 'int 1..60', 'turned': 'int', 'set_up': '@SetUp', 'revision': 'int'},
 'Inserted': {'at': 'int', 'item': '@PlanItem', 'after': 'int?', 'uid': 'int'},
 'ItemChosen': {'at': 'int', 'item': 'int'},
 'ItemEnded': {'at': 'int'},
 'KeptItem': {'kind': 'of ItemKind?',
              'planned': 'int 0..100000',
              'actual': 'int 0..100000',
              'exercise': 'id?',
              'slot': 'int 0..1000?'},
 'MethodSwitched': {'at': 'int', 'item': 'int', 'exercise': 'id?', 'steps': '[@Step]'},
 'Minutes': {'fixed': 'fraction', 'per_person': 'fraction', 'presenter_out': 'bool'},
 'Moved': {'at': 'int', 'item': 'int', 'by': 'int'},
 'Moving': {'uid': 'int', 'source': 'code', 'target': 'code'},
 'Next': {'at': 'int'},
 'Opened': {'at': 'int',
            'uid': 'int',
            'seed': 'int',
            'items': '[@PlanItem]',
            'people': 'int',
            'minutes': 'int',
            'plan': 'id?',
            'group': 'code?',
            'end': 'int?',
            'starter': 'int',
            'goals': '[@Goal]',
            'wall_offset_ms': 'int'},
 'Paused': {'at': 'int'},
 'PayerMarked': {'at': 'int', 'item': 'int', 'first_to_go': 'bool', 'protected': 'bool'},
 'PlanItem': {'kind': 'of ItemKind',
              'minutes': '@Minutes',
              'exercise': 'id?',
              'slot': 'int?',
              'protected': 'bool',
              'clock': 'of ClockShown',
              'steps': '[@Step]',
              'first_to_go': 'bool'},
 'PresenterChosen': {'at': 'int', 'seat': 'int?'},
 'PutOff': {'at': 'int', 'item': 'int', 'to': 'of ItemState'},
 'Record': {'uid': 'int',
            'day': 'day',
            'people': 'int 0..1000',
            'planned': 'int 0..100000',
            'actual': 'int 0..100000',
            'plan': 'id?',
            'items': '[@KeptItem]120',
            'goals': '[@Goal]6',
            'left_out': 'int 0..1000',
            'next_time': 'int 0..1000',
            'kind': 'of SessionKind',
            'charged': 'bool',
            'paused': 'int 0..100000',
            'rest': '[@Untaken]120',
            'plan_form': 'int 0..4294967296?',
            'goals_looked_at': 'bool',
            'revision': 'int 0..1000000'},
 'Redone': {'at': 'int'},
 'Resumed': {'at': 'int'},
 'RoundEnded': {'at': 'int'},
 'RoundStarted': {'at': 'int', 'order': 'of TurnOrder', 'starter': 'int', 'presenter': 'int?'},
 'SetUp': {'language': 'of Language?',
           'people': 'int 1..60?',
           'length': 'int 1..600?',
           'sessions': 'int 1..999?',
           'weeks': 'int 1..52?',
           'setting': 'of Setting?',
           'trial': 'int 0..3?',
           'running': 'bool',
           'form': 'of Form',
           'contract': '[of ContractPoint]14'},
 'Step': {'minutes': '@Minutes', 'speaking': 'of Speaking'},
 'StepLengthened': {'at': 'int', 'minutes': 'int'},
 'StepRepeated': {'at': 'int'},
 'StepSkipped': {'at': 'int'},
 'TakenIn': {'at': 'int', 'item': 'int'},
 'TurnGiven': {'at': 'int', 'seat': 'int'},
 'TurnHeld': {'at': 'int'},
 'TurnPassed': {'at': 'int'},
 'Undone': {'at': 'int'},
 'Untaken': {'kind': 'of ItemKind',
             'planned': 'int 0..100000',
             'fate': 'of Fate',
             'place': 'int 0..1000',
             'exercise': 'id?',
             'slot': 'int 0..1000?'},
 'WentAway': {'at': 'int', 'seat': 'int'},
 'WentToClosing': {'at': 'int', 'begins': 'bool'}}
EVENTS = ['AcuteBegun', 'Adjusted', 'Arrived', 'Back', 'Begun', 'BegunEarlier', 'CameBack', 'ClockChosen',
 'ClockStepped', 'Ended', 'GapNoticed', 'GapTakenOut', 'Given', 'GoalAdded', 'GoalMarked', 'Inserted',
 'ItemChosen', 'ItemEnded', 'MethodSwitched', 'Moved', 'Next', 'Opened', 'Paused', 'PayerMarked',
 'PresenterChosen', 'PutOff', 'Redone', 'Resumed', 'RoundEnded', 'RoundStarted', 'StepLengthened',
 'StepRepeated', 'StepSkipped', 'TakenIn', 'TurnGiven', 'TurnHeld', 'TurnPassed', 'Undone', 'WentAway',
 'WentToClosing']
_IDS = """
action-learning-90 action-learning-turn acute-60 agreements-1-90 agreements-2-90 agreements-reminder
agreements-workshop alone-pairs-all amid-uncertainty appreciation-round appreciative-interview arrive-in-silence
back-turned balint-60 balint-90 balint-case best-hopes bright-moment change-followup-90 change-phases
check-in-one-word check-in-picture check-in-round check-in-scale check-in-work-weather circles-of-influence
closing-90 closing-round community-90 confidentiality-agreement conflict-90 core-task decision-ladder
development-talk dialogue-90 dialogue-circle dilemma-consultation dot-vote double-2x45 draw-the-situation
emotion-words ethical-reflection exception-hunt expectation-exchange exploratory-45 fair-treatment farewell first-90
fishbowl fist-to-five force-field four-questions giving-feedback goal-crafting goal-scale goal-setting-90 goal-steps
ground-rules-first-60 habitual-thought hybrid-90 idea-round image-of-work images-90 incident-90 incident-method
individual-45 individual-90 individual-first-60 individual-last-60 individual-mid-60 job-crafting keep-drop-try
layers-of-conflict learning-harvest lesson-45 letter-from-future listening-triads load-and-resources lonely-leader
manager-first-60 manager-last-60 manager-mid-60 managers-90 meeting-redesign member-joins member-joins-90
member-leaves member-leaves-90 metaphor mid-review mid-review-90 miracle-question network-90 network-map
next-meeting object-story one-experiment one-takeaway opinion-line ordinary-60 ordinary-90 own-share pair-buzz
peer-consult-60 peer-consult-90 peer-consultation perspective-chairs plus-change power-map practising-no
process-pause professional-identity questions-only raising-a-concern receiving-feedback reflecting-team
reflecting-team-75 reframe-round remember-the-future remote-60 remote-90 resonance-consultation return-90 role-map
scaling-walk set-down-the-load seven-windows sf-reflecting-team short-end-90 short-midpoint-90 short-start-90
short-work-90 single-90 six-viewpoints slow-looking smallest-step solution-circle solution-focused-60 special
strategy-in-our-work strengths-spotting thinking-pairs three-boundary-circles three-party-60 topic-bids
transition-minute trio-consulting upside-down urgency-importance values-dilemma week-map what-is-better what-so-what
what-supervision-gave withheld-information work-timeline year-evaluation-90 year-in-images
"""
IDS = _IDS.split()
# to here
# fmt: on

NEWEST_SCHEMA, NEWEST_JOURNAL = 2, 2
BY_HAND = ("cards", "plans", "questions", "exports")
FOLDERS = ("groups", "damaged", "sealed", *BY_HAND)
CODE = r"R[0-9]{2,3}"
DAY, NUMBER, FRACTION = r"[0-9]{4}-[0-9]{2}-[0-9]{2}", r"[1-9][0-9]{0,9}", r"-?[0-9]{1,9}(/[0-9]{1,9})?"
JOURNAL = r"(live|discarded)(-[0-9]{1,3})?(-(unreadable|bad-line-[0-9]{1,9})-[0-9]{1,4})?\.journal"
BOOT = r"([0-9a-f]{8})?"
"""Which start of the computer: the beginning of a random id of the system's."""
KEY = r"([A-Za-z0-9_-]{21}[AQgw])?"
"""A random key of the group's view: 128 bits in 22 letters, so that the last one tells only two."""
SEALED = re.compile(
    rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} [0-9]{1,2}\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n"
)
NONCE, TAG, STEP, CHUNK = 16, 16, 4096, 65536
"""Bytes of the payload of a sealed file: what begins it, what ends each chunk, what the text is filled up to."""
READABLE = re.compile(rb"[A-Za-z ]{14}|[\x20-\x7e]{24}")
"""A run of letters so long that it is in no ciphertext."""
GROUP = {"meta", "group", "sessions"}
HEAD_OF_1 = {"starter"}
"""The fields of a group in the first version of its file."""


class Refused(Exception):
    """Something is not a closed value; the message says where and why, and never repeats what stands there."""


def check_folder(folder: Path, ids: frozenset[str], *, by_hand: bool) -> Iterator[str]:
    """Every problem there is in a data folder, as a sentence that begins with the file."""
    own = {path.stem for name in ("cards", "plans") for path in (folder / name).glob("*.toml")} if by_hand else set()
    known = ids | {name for name in own if re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", name)}
    unseen: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=unseen.append):
        if has_notes(Path(place)):
            yield f"{shown(Path(place).relative_to(folder))}: has a note beside it (an extended attribute)"
        for name in sorted(folders):
            inside = Path(place, name).relative_to(folder)
            if Path(place, name).is_symlink():
                yield f"{shown(inside)}: is a link, and leads elsewhere"
            elif len(inside.parts) > 1 or name not in FOLDERS:
                yield f"{shown(inside)}: is no folder that the program makes"
        for name in sorted(names):
            path = Path(place, name)
            inside = path.relative_to(folder)
            if path.is_symlink() or not path.is_file():
                yield f"{shown(inside)}: is no plain file"
                continue
            try:
                check_file(inside, path.read_bytes(), known, by_hand=by_hand)
                if has_notes(path):
                    raise Refused("has a note beside it (an extended attribute)")
            except Refused as refused:
                yield f"{shown(inside)}: {refused}"
            except (OSError, RecursionError, OverflowError):
                yield f"{shown(inside)}: cannot be read"
    for error in unseen:
        yield f"{shown(Path(str(error.filename)).relative_to(folder))}: cannot be looked into"


def has_notes(path: Path) -> bool:
    """Whether the system keeps something beside the file that somebody may have written there."""
    listed = getattr(os, "listxattr", None)
    try:
        return listed is not None and any(name.startswith("user.") for name in listed(path))
    except OSError:  # there can be none on this disk
        return False


def check_one(path: Path, ids: frozenset[str]) -> Iterator[str]:
    """What is wrong with an exported file."""
    try:
        check_export(path.read_bytes(), ids)
    except Refused as refused:
        yield f"{shown(Path(path.name))}: {refused}"
    except (OSError, RecursionError, OverflowError):
        yield f"{shown(Path(path.name))}: cannot be read"


def check_file(inside: Path, data: bytes, ids: frozenset[str], *, by_hand: bool) -> None:
    """Look into one file; ``inside`` is its path in the folder. Raises ``Refused``."""
    place, name = "/".join(inside.parts[:-1]), inside.name
    if left := re.fullmatch(r"\.(.+)\.[0-9]{1,10}\.tmp", name):  # of a write that was interrupted
        name = left[1]
    if place in BY_HAND or (place == "" and name == "config.toml"):
        if not by_hand:
            raise Refused("is written by hand: read it yourself, then say --by-hand")
    elif place in ("groups", "damaged") and re.fullmatch(rf"{CODE}(-[0-9]{{1,4}})?\.(json|previous)", name):
        check_group(data, ids)
    elif place == "sealed" and re.fullmatch(rf"{CODE}\.age", name):
        check_sealed(data)
    elif place in ("", "damaged") and re.fullmatch(JOURNAL, name):
        check_journal(data, ids)
    elif place == "" and name == "erased.json":
        check_fields(exactly(data), {"erased": "[int]"}, ids, "")
    elif place == "" and name in ("erasing.json", "moving.json"):
        check_value(exactly(data), "@" + {"erasing.json": "Erasing", "moving.json": "Moving"}[name], ids, "")
    elif place == "" and name == "projector.json":
        check_fields(exactly(data), {"port": "int", "key": "key", "session": "int", "window": "key"}, ids, "")
    elif place == "" and name in ("facilitator.lock", "projector.wanted"):
        if data:
            raise Refused("should be empty")
    else:
        raise Refused("is no file that the program makes")


def check_group(data: bytes, ids: frozenset[str]) -> None:
    """A group's file: what was agreed and one document for each session."""
    tables = exactly(data, indent=1)
    if not isinstance(tables, dict) or tables.keys() != GROUP:
        raise Refused("is no group's file")
    for name, table in tables.items():
        if not isinstance(table, dict) or not all(re.fullmatch(NUMBER, number) for number in table):
            raise Refused(f"{name}: is no table")
    (meta,) = tables["meta"].values() if len(tables["meta"]) == 1 else ({},)
    check_fields(meta, {"schema": f"int 1..{NEWEST_SCHEMA}"}, ids, "meta")
    for number, head in tables["group"].items():
        check_value(head, "@Head", ids, f"group {number}")
        if meta.get("schema") == 1 and head.keys() != HEAD_OF_1:
            raise Refused(f"group {number}: is not of the version that the file says")
    for number, record in tables["sessions"].items():
        check_value(record, "@Record", ids, f"session {number}")


def check_export(data: bytes, ids: frozenset[str]) -> None:
    """An exported file: everything that is kept of all groups."""
    document = exactly(data, indent=1)
    shapes = {"facilitator": "int 1..1", "erased": "[int]", "sessions": "any", "groups": "any", "check": "int"}
    if not isinstance(document, dict) or document.keys() != shapes.keys():
        raise Refused("is no exported file")
    for name, shape in (("sessions", "@Record"), ("groups", "@Head")):
        listed = document.pop(name)
        if not isinstance(listed, list):
            raise Refused(f"{name}: is no list")
        for number, each in enumerate(listed, 1):
            where = f"{name} {number}"
            if not isinstance(each, dict):
                raise Refused(f"{where}: is no document")
            check_value(each.pop("group", None), "code", ids, where)
            check_value(each, shape, ids, where)
    check_fields(document, shapes, ids, "")


def check_journal(data: bytes, ids: frozenset[str]) -> None:
    """The events of a session: a checksum and a document on every line."""
    *lines, torn = data.split(b"\n")
    if torn:
        raise Refused("its last line is not whole")
    for number, line in enumerate(lines, 1):
        where = f"line {number}"
        if not re.match(rb"[0-9a-f]{8} ", line) or int(line[:8], 16) != zlib.crc32(line[9:]):
            raise Refused(f"{where}: is not whole")
        document = exactly(line[9:])
        if not isinstance(document, dict):
            raise Refused(f"{where}: is no document")
        check_value(document.pop("n", None), "int", ids, where)
        check_line(document, ids, where)


def check_line(document: dict, ids: frozenset[str], where: str) -> None:
    """What a line of a journal says."""
    match document.pop("k", None):
        case "start":
            check_value(document.pop("schema", None), f"int 1..{NEWEST_JOURNAL}", ids, where)
            check_value(document, "@Anchor", ids, where)
        case "pulse":
            check_fields(document, {"at": "int"}, ids, where)
        case "keep":
            check_fields(document, {"group": "code?"}, ids, where)
        case "event":
            name = document.pop("e", None)
            if name not in EVENTS:
                raise Refused(f"{where}: is no event of the closed set")
            check_value(document, "@" + name, ids, where)
        case _:
            raise Refused(f"{where}: is no line of a journal")


def check_sealed(data: bytes) -> None:
    """A sealed file: its header, and a payload as long as ciphertext of whole steps is, with nothing to be read."""
    header = SEALED.match(data)
    if header is None:
        raise Refused("is not sealed with a passphrase")
    payload = data[header.end() :]
    lengths = {NONCE + steps * STEP + TAG * max(1, -(-steps * STEP // CHUNK)) for steps in range(1, 257)}
    if len(payload) not in lengths:
        raise Refused("is not as long as anything that was sealed")
    if READABLE.search(payload):
        raise Refused("has something to be read where ciphertext should be")


def check_value(value: object, shape: str, ids: frozenset[str], where: str) -> None:
    """Whether a value has its shape, as the tables write it. Raises ``Refused``."""
    if shape.endswith("?"):
        if value is None:
            return
        shape = shape[:-1]
    if shape.startswith("@"):
        check_fields(value, SHAPES[shape[1:]], ids, where)
    elif shape.startswith("["):
        inner, _bracket, most = shape[1:].rpartition("]")
        if not isinstance(value, list) or len(value) > int(most or 10_000):
            raise Refused(f"{where}: is no list, or too long a one")
        for number, each in enumerate(value):
            check_value(each, inner, ids, f"{where} {number + 1}")
    elif shape.startswith("("):
        parts = shape[1:-1].split(",")
        if not isinstance(value, list) or len(value) != len(parts):
            raise Refused(f"{where}: has not {len(parts)} parts")
        for each, part in zip(value, parts, strict=True):
            check_value(each, part, ids, where)
    elif shape.startswith("int"):
        least, most = map(int, shape[4:].split("..")) if ".." in shape else (-(2**63), 2**64 - 1)
        if type(value) is not int or not least <= value <= most:
            raise Refused(f"{where}: is no whole number from {least} to {most}")
    elif shape == "bool":
        if type(value) is not bool:
            raise Refused(f"{where}: is neither true nor false")
    elif not isinstance(value, str) or not is_one(value, shape, ids):
        raise Refused(f"{where}: is no {shape}")


def is_one(text: str, shape: str, ids: frozenset[str]) -> bool:
    """Whether a text is one of the few that a field of this shape can have."""
    if shape.startswith("of "):
        return text in LISTS[shape[3:]]
    if shape == "id":
        return text in ids
    if shape == "day":
        try:
            return bool(re.fullmatch(DAY, text)) and date.fromisoformat(text) is not None
        except ValueError:
            return False
    return re.fullmatch({"code": CODE, "fraction": FRACTION, "boot": BOOT, "key": KEY}[shape], text) is not None


def check_fields(value: object, shapes: dict[str, str], ids: frozenset[str], where: str) -> None:
    """Whether a document has known fields only, each of its shape, in the order of the tables."""
    if not isinstance(value, dict):
        raise Refused(f"{where or 'it'}: is no document")
    if [name for name in value if name in shapes] != [name for name in shapes if name in value]:
        raise Refused(f"{where or 'it'}: its fields are not in the order in which the program writes them")
    for number, (name, each) in enumerate(value.items(), 1):
        if name not in shapes:
            raise Refused(f"{where}: field {number} is unknown")
        check_value(each, shapes[name], ids, f"{where}, {name}".lstrip(", "))


def exactly(data: bytes, indent: int | None = None) -> object:
    """The value in JSON that is written just as the program writes it: no blank, letter or digit otherwise."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text, object_pairs_hook=each_once, parse_float=no_such, parse_constant=no_such)
        separators = (",", ":") if indent is None else (",", ": ")
        same = json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
    except (ValueError, UnicodeEncodeError):
        raise Refused("is not JSON, or holds what the program never writes") from None
    if text not in (same, same + "\n"):
        raise Refused("is not written as the program writes it")
    return value


def each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A document in which no field stands twice."""
    if len({name for name, _value in pairs}) != len(pairs):
        raise ValueError("twice")
    return dict(pairs)


def no_such(_text: str) -> object:
    """Broken numbers and the like are in no file."""
    raise ValueError("no such number")


def shown(inside: Path) -> str:
    """A path for a terminal: what is no plain letter is a question mark."""
    return re.sub(r"[^ -~åäöÅÄÖ]", "?", str(inside))[:120]


def main() -> int:
    """Look through a folder and say what is in it that should not be."""
    parser = argparse.ArgumentParser(description="Checks that a data folder of facilitator holds closed values only.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--by-hand", action="store_true", help="you have read what the supervisor wrote by hand")
    parser.add_argument("--ids", type=Path, help="a file with names of further cards and plans, one a line")
    options = parser.parse_args()
    if not options.folder.exists():
        parser.error("there is no such folder or file")
    further = options.ids.read_text(encoding="utf-8").split() if options.ids is not None else []
    ids = frozenset((*IDS, *further))
    if options.folder.is_dir():
        problems = list(check_folder(options.folder, ids, by_hand=options.by_hand))
    else:
        problems = list(check_one(options.folder, ids))
    for problem in problems:
        print(problem)
    files = [path for path in (options.folder, *options.folder.rglob("*")) if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    sealed = sum(path.suffix == ".age" for path in files)
    said = "Nothing but closed values" if not problems else f"{len(problems)} problems"
    print(f"{said}: {len(files)} files, {size} bytes, of them {sealed} sealed and opaque.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
