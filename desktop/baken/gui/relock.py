"""Locking: this process is replaced by a fresh one that stands at the lock screen.

Python and Qt cannot wipe memory; a new process can. What crosses over is the time of the lock and the ids of the
drafts that were open (random, without meaning), in the environment. A draft that no disk took crosses over sealed, as
its file would have held it: in anonymous memory where a process can be replaced in its place, else through the next
one's standard input; an environment has no room for it. Source: security.md, "Lock".
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final, NoReturn

from baken.store.sealed_draft import SealedDraft

_LOCKED_AT: Final = "BAKEN_LOCKED_AT"
_DRAFTS: Final = "BAKEN_DRAFTS"
_CARRIED: Final = "BAKEN_CARRIED"
_NOTED: Final = "BAKEN_NOTED"
_OURS: Final = (_LOCKED_AT, _DRAFTS, _CARRIED, _NOTED)
_ID_BYTES, _LENGTH_BYTES = 16, 4
_STANDARD_INPUT: Final = 0
_CARRIED_MAX_BYTES: Final = 256 << 20


@dataclass(frozen=True, kw_only=True)
class Before:
    """What was there before the lock: its time as HH:MM, the drafts that were open, the one on top first.

    `carried` are drafts that no disk took.
    """

    locked_at: str = ""
    drafts: tuple[str, ...] = ()
    is_noted: bool = False  # something was written without unlocking
    carried: tuple[SealedDraft, ...] = ()


def take_before(environment: MutableMapping[str, str] = os.environ) -> Before:
    """Give what the process before this one left; what it carried over can be taken once."""
    drafts = tuple(part for part in environment.get(_DRAFTS, "").split(",") if part)
    carried = environment.pop(_CARRIED, "")
    return Before(
        locked_at=environment.get(_LOCKED_AT, "")[:5],
        drafts=drafts,
        is_noted=environment.get(_NOTED, "") == "yes",
        carried=_unpack(_read_all(int(carried))) if carried.isdecimal() else (),
    )


def environment_with(before: Before, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Give the environment of the next process, but for what is carried over."""
    kept = {name: value for name, value in environment.items() if name not in _OURS}
    return {
        **kept,
        _LOCKED_AT: before.locked_at,
        _DRAFTS: ",".join(before.drafts),
        _NOTED: "yes" if before.is_noted else "",
    }


def command_line(original: Sequence[str] = tuple(sys.orig_argv), executable: str = sys.executable) -> list[str]:
    """Give the arguments that started this process, with the full path of its programme."""
    return [executable, *original[1:]]


def replace_process(before: Before, platform: str = sys.platform) -> NoReturn:
    """End this process and let a fresh one take its place; everything must be stored and closed."""
    sys.stdout.flush()
    sys.stderr.flush()
    environment, carried = environment_with(before), _pack(before.carried)
    if platform == "linux":
        if carried:
            environment[_CARRIED] = str(_in_memory(carried))
        os.execve(sys.executable, command_line(), environment)
    following = subprocess.Popen(
        command_line(),
        env={**environment, _CARRIED: str(_STANDARD_INPUT)} if carried else environment,
        stdin=subprocess.PIPE if carried else None,
    )
    if following.stdin is not None:
        with suppress(OSError):  # it ended before it had read; nobody is left to tell
            following.stdin.write(carried)
            following.stdin.close()
    os._exit(0)


def _in_memory(data: bytes) -> int:
    """Lay data into a file without a name that the next process inherits; gives its descriptor."""
    descriptor = os.memfd_create("baken", 0)
    with os.fdopen(descriptor, "wb", closefd=False) as file:
        file.write(data)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _read_all(descriptor: int) -> bytes:
    """Read what was carried over, and close it; nothing where there is none."""
    try:
        with os.fdopen(descriptor, "rb") as file:
            return file.read(_CARRIED_MAX_BYTES)
    except OSError:
        return b""


def _pack(carried: Iterable[SealedDraft]) -> bytes:
    """Lay sealed drafts one after another: id, length (u32), bytes."""
    return b"".join(
        bytes.fromhex(each.id) + len(each.data).to_bytes(_LENGTH_BYTES, "big") + each.data for each in carried
    )


def _unpack(data: bytes) -> tuple[SealedDraft, ...]:
    found, at, head = [], 0, _ID_BYTES + _LENGTH_BYTES
    while len(data) - at >= head:
        end = at + head + int.from_bytes(data[at + _ID_BYTES : at + head], "big")
        found.append(SealedDraft(id=data[at : at + _ID_BYTES].hex(), data=data[at + head : end]))
        at = end
    return tuple(found)
