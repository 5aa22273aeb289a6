"""Locking: this process is replaced by a fresh one that stands at the lock screen.

Python and Qt cannot wipe memory; a new process can. What crosses over is the time of the lock and the ids of the
drafts that were open (random, without meaning), in the environment. Source: security.md, "Lock".
"""

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NoReturn

_LOCKED_AT: Final = "BAKEN_LOCKED_AT"
_DRAFTS: Final = "BAKEN_DRAFTS"


@dataclass(frozen=True, kw_only=True)
class Before:
    """What was there before the lock: its time as HH:MM, and the drafts that were open, the one on top first."""

    locked_at: str = ""
    drafts: tuple[str, ...] = ()


def take_before(environment: Mapping[str, str] = os.environ) -> Before:
    """Give what the process before this one left."""
    drafts = tuple(part for part in environment.get(_DRAFTS, "").split(",") if part)
    return Before(locked_at=environment.get(_LOCKED_AT, "")[:5], drafts=drafts)


def environment_with(before: Before, environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Give the environment of the next process."""
    kept = {name: value for name, value in environment.items() if name not in (_LOCKED_AT, _DRAFTS)}
    return {**kept, _LOCKED_AT: before.locked_at, _DRAFTS: ",".join(before.drafts)}


def command_line(original: Sequence[str] = tuple(sys.orig_argv), executable: str = sys.executable) -> list[str]:
    """Give the arguments that started this process, with the full path of its programme."""
    return [executable, *original[1:]]


def replace_process(before: Before, platform: str = sys.platform) -> NoReturn:
    """End this process and let a fresh one take its place; everything must be stored and closed."""
    sys.stdout.flush()
    sys.stderr.flush()
    environment = environment_with(before)
    if platform == "linux":
        os.execve(sys.executable, command_line(), environment)
    os.spawnve(os.P_NOWAIT, sys.executable, command_line(), environment)
    os._exit(0)
