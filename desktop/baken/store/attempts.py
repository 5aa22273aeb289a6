"""A growing delay after wrong passphrases, kept on disk so that a restart does not shorten it; never a wipe.

A try is counted before it is made, so that killing the programme during the derivation does not undo it. Tries of
several programmes are made one after the other: the right passphrase typed in all of them is not punished, and a
guesser gains nothing by guessing side by side. The file counts tries and holds no name.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from baken.errors import UserError
from baken.model.clock import Clock

from .files import open_own, write_durably
from .instance import InstanceLock

FREE_TRIES = 3
LONGEST_S = 60
TURN_S = 30  # longer than any derivation that is allowed
_NAME, _LOCK_NAME = "attempts", "attempts.lock"
_ASK_AGAIN_S = 0.02
_SIZE_LIMIT = 256


class _Tries(msgspec.Struct, forbid_unknown_fields=True):
    count: int = 0
    last_ms: int = 0


def delay_s(tries: int) -> int:
    """Seconds to wait after so many wrong tries in a row: three are free, then 1, 2, 4 … up to 60."""
    over = tries - FREE_TRIES
    return 0 if over < 0 else min(LONGEST_S, 2 ** min(over, 6))


def wait_s(folder: Path, clock: Clock) -> int:
    """Seconds that are still to wait; a clock put back never makes it longer than the delay itself."""
    tries = _load(folder)
    delay_ms = delay_s(tries.count) * 1000
    passed_ms = clock.now_ms() - tries.last_ms
    return -(-max(0, min(delay_ms, delay_ms - passed_ms)) // 1000)


@contextmanager
def one_at_a_time(folder: Path, *, patience_s: float = TURN_S) -> Iterator[None]:
    """Wait for the tries of other programmes to end; one that hangs, or a folder without room for a lock, is passed.

    The lock dies with its programme.
    """
    lock = InstanceLock(folder, _LOCK_NAME)
    ends = time.monotonic() + patience_s
    while True:
        try:
            lock.acquire()
        except UserError as refused:
            if refused.code == "already-open" and time.monotonic() < ends:
                time.sleep(_ASK_AGAIN_S)
                continue
        break
    try:
        yield
    finally:
        lock.release()


def begin_try(folder: Path, clock: Clock) -> None:
    """Count a try. Raises UserError wait(seconds) while the delay of the last ones runs.

    Where the folder cannot be written the try goes on uncounted: nothing can be saved there anyway, and the
    truth about the folder comes from opening the journal.
    """
    if seconds := wait_s(folder, clock):
        raise UserError("wait", seconds=seconds)
    tries = _load(folder)
    _store(folder, _Tries(count=tries.count + 1, last_ms=clock.now_ms()))


def forget_tries(folder: Path) -> None:
    """Start again at none: the right passphrase came."""
    if _load(folder).count:
        _store(folder, _Tries())


def _load(folder: Path) -> _Tries:
    try:
        with open_own(folder / _NAME) as file:
            tries = msgspec.json.decode(file.read(_SIZE_LIMIT), type=_Tries)
    except (OSError, msgspec.MsgspecError):
        return _Tries()
    return _Tries(count=max(0, min(tries.count, 1000)), last_ms=tries.last_ms)


def _store(folder: Path, tries: _Tries) -> None:
    with suppress(OSError):
        write_durably(folder / _NAME, msgspec.json.encode(tries))
