"""What a closed vault says to somebody who has not unlocked it: whether it is for practice, whether it is open.

The card beside the journal is signed but not trusted by anybody here: it is shown and decides nothing.
"""

from pathlib import Path

from baken.errors import UserError
from baken.store.epochs import read_public
from baken.store.instance import InstanceLock
from baken.wire.certificate import verify_card


def is_for_practice(folder: Path) -> bool | None:
    """Say whether the vault's card is marked for practice; None when there is no card that verifies."""
    try:
        return verify_card(read_public(folder)).practice
    except UserError:
        return None


def is_open_elsewhere(folder: Path) -> bool:
    """Say whether another programme has this vault open now; asks for its lock and gives it back at once."""
    lock = InstanceLock(folder)
    try:
        lock.acquire()
    except UserError as refused:
        return refused.code == "already-open"
    lock.release()
    return False
