"""Writing without unlocking, and what becomes of it at the next unlock by somebody of the team.

At the lock screen nothing is read but the site's public file; what was written is sealed to the team. Whoever unlocks
becomes its writer: the entry says that it was written while locked and which initials were claimed. Its id follows
from its words, so that a programme that was killed before the file was deleted takes nothing in twice.
"""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

import msgspec

from baken import crypto
from baken.errors import UserError
from baken.model import commands
from baken.model.clock import Clock, local_iso, local_time
from baken.model.codes import Precision, Source
from baken.model.ids import EntityId
from baken.model.records import Captured, Observation, When
from baken.store import inbox
from baken.store.epochs import read_notice
from baken.store.journal import NewEntry
from baken.store.queries_pieces import read_observation
from baken.store.trust import Purpose, identity_of
from baken.store.vault import OpenVault
from baken.wire.capture import LockedCapture, open_capture, seal_capture
from baken.wire.certificate import verify_card

from .audience import targets_for
from .validate import check_command

FINDING: Final = "inbox-unreadable"
_ID_LABEL: Final = b"baken locked capture v1\0"
_UNSAID = re.compile(r"[\x00-\x1f\x7f]+")
_MOST_KEYS: Final = 64  # of past epochs that are tried


def can_capture(vault: Path) -> bool:
    """Say whether something can be written here without unlocking."""
    return read_notice(vault) is not None


def capture(vault: Path, *, initials: str, text: str, when: When, clock: Clock) -> None:
    """Seal a note into the inbox, durable when this returns; POOL.

    Raises UserError no-notice (an administrator has to unlock first), initials-missing, too-large, malformed,
    those of `check_command` and of the disk.
    """
    notice = read_notice(vault)
    if notice is None:
        raise UserError("no-notice")
    initials = _UNSAID.sub(" ", initials).strip()
    if not initials:
        raise UserError("initials-missing")
    piece = Observation(text=text.strip(), when=when)
    check_command(commands.RecordObservation(observation=piece), now=local_time(clock.now_ms()))
    note = LockedCapture(
        site=verify_card(notice.card).site,
        id=crypto.random_bytes(16).hex(),
        recorded_ms=clock.now_ms(),
        initials=initials,
        text=piece.text,
        start=when.start,
        precision=when.precision.value,
        typed=when.typed,
    )
    inbox.put(vault, seal_capture(note, notice.team_recipient))


def take_in(vault: OpenVault) -> int:
    """Write what waits in the inbox under who unlocked; gives how many pieces came.

    Only a member of the team can open them; for another they wait. A file that is none of ours stays and becomes a
    finding. Raises UserError of the disk: what did not come in waits for the next unlock.
    """
    identities = [identity_of(seed) for seed in vault.keyring.identities(Purpose.TEAM, most=_MOST_KEYS)]
    if not identities:
        return 0
    names, is_foreign = inbox.waiting(vault.folder)
    taken = 0
    for name in names:
        try:
            note = open_capture(inbox.read(vault.folder, name), identities)
            entity, observation = _piece_of(note, vault)
        except UserError:
            is_foreign = True
            continue
        if not _is_there(vault, entity):
            vault.append(
                [NewEntry(kind="observation", entity=entity, body=observation, targets=targets_for("observation"))]
            )
            taken += 1
        with suppress(UserError):  # it is in the journal; the next unlock finds it there and deletes the file
            inbox.remove(vault.folder, name)
    if is_foreign:
        vault.findings += (FINDING,)
    return taken


def _piece_of(note: LockedCapture, vault: OpenVault) -> tuple[EntityId, Observation]:
    """Give the piece that a note becomes; raises UserError for one of another site or with a moment that is none."""
    if note.site != vault.card.site:
        raise UserError("malformed", what="locked capture")
    try:
        when = When(start=note.start, precision=Precision(note.precision), typed=note.typed)
        recorded, now = local_iso(note.recorded_ms), local_time(max(vault.clock.now_ms(), note.recorded_ms))
    except (ValueError, OverflowError, OSError):  # no precision of ours, or a year that no calendar has
        raise UserError("malformed", what="locked capture") from None
    observation = Observation(
        text=note.text,
        when=when,
        source=Source.SEEN_MYSELF,
        captured=Captured(initials=note.initials, recorded=recorded),
    )
    check_command(commands.RecordObservation(observation=observation), now=now)
    return EntityId(crypto.sha256(_ID_LABEL + msgspec.json.encode(note))[:16].hex()), observation


def _is_there(vault: OpenVault, entity: EntityId) -> bool:
    try:
        vault.read(lambda db: read_observation(db, entity))
    except UserError as error:
        if error.code != "not-found":
            raise
        return False
    return True
