"""Who may open the vault: adding, removing, passphrases, roles and the recovery sheet.

Everything runs on the database thread but what is marked POOL. Steps change who may open the vault before their first
pause and bring the backups in line after it; closing them in between is caught up by `follow`. Removing somebody opens
the vault anew under its next key, so no other steps over this vault may be under way.
"""

import datetime as dt
import secrets as chance
import unicodedata
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from typing import Final, Protocol

from baken.errors import UserError
from baken.model import views_backup
from baken.model.clock import Clock, local_iso, local_time, utc_ms
from baken.model.codes import Capability
from baken.model.resources import resource_root
from baken.reports import RecoverySheet, render_recovery_sheet
from baken.store import recovery, slots
from baken.store.admission import Admission
from baken.store.backup_access import lags_behind, rewrite_all, vault_keys
from baken.store.kdf import SlotKeys, derive, normal_name
from baken.store.recovery_code import GROUPS, groups_of, is_group, new_code, read_code
from baken.store.removal import ended, remove_users
from baken.store.slots import SlotFile, UserKeys
from baken.store.vault import OpenVault

from .paths import Paths

SECRET_MAX: Final = 4096  # characters
ASKED_GROUPS: Final = 3
ROLES: Final = tuple(capability.value for capability in Capability)
Steps = Generator[tuple[int, int], None, views_backup.AccessChange]


class Holder(Protocol):
    """What is needed of a Workspace."""

    vault: OpenVault
    paths: Paths
    clock: Clock

    def reopen(self, keys: UserKeys) -> None:
        """Open the vault, which was closed, under new keys."""


def derive_slot(paths: Paths, name: str, passphrase: str) -> SlotKeys:
    """Derive the keys of a slot from a name and a new passphrase; POOL.

    Raises UserError passphrase-empty, secret-too-long and those of reading the slot file.
    """
    check_new(passphrase)
    slot_file = SlotFile.load(paths.vault_folder())
    return derive(slot_file.vault_salt, name, passphrase, slot_file.parameters)


def check_new(passphrase: str) -> None:
    """Raise UserError passphrase-empty or secret-too-long for what cannot be a passphrase."""
    if not passphrase:
        raise UserError("passphrase-empty")
    if len(passphrase) > SECRET_MAX:
        raise UserError("secret-too-long", limit=SECRET_MAX)


def is_respelled(passphrase: str) -> bool:
    """Say whether a passphrase has another Unicode form than the one it is derived from: either opens the vault."""
    return unicodedata.normalize("NFKC", passphrase) != passphrase


def check_own(paths: Paths, name: str, passphrase: str, clock: Clock) -> None:
    """Ask for the passphrase of now again, with the growing delay of unlocking; POOL. Raises as `slots.unlock`."""
    slots.unlock(paths.vault_folder(), name, passphrase, clock)


def recover(paths: Paths, typed_code: str, name: str, passphrase: str, clock: Clock) -> None:
    """Give an administrator a new passphrase with the code of the recovery sheet, in a vault that is closed; POOL.

    Raises UserError recovery-code-length, recovery-group-wrong(group) and those of `recovery.recover`.
    """
    check_new(passphrase)
    recovery.recover(paths.vault_folder(), read_code(typed_code), name, passphrase, clock)


def asked_groups() -> tuple[int, ...]:
    """Choose which groups of a new sheet are typed back, by index from 0."""
    return tuple(sorted(chance.SystemRandom().sample(range(GROUPS), ASKED_GROUPS)))


class People:
    """The people of an open vault."""

    def __init__(self, holder: Holder) -> None:
        self._holder = holder

    def person_named(self, name: str) -> str:
        """Give the person id of a name; raises UserError person-unknown."""
        wanted = normal_name(name)
        for user in self._people().users():
            if normal_name(user.name) == wanted:
                return user.person
        raise UserError("person-unknown")

    def end_of(self, typed: str) -> int:
        """Read an end date (ISO): the account ends with that day. Raises UserError end-invalid or end-passed."""
        try:
            day = dt.date.fromisoformat(typed.strip())
            ends_ms = utc_ms(dt.datetime.combine(day + dt.timedelta(days=1), dt.time()))
        except (ValueError, OverflowError, OSError):
            raise UserError("end-invalid") from None
        if ends_ms <= self._holder.clock.now_ms():
            raise UserError("end-passed")
        return ends_ms

    def add(self, name: str, roles: Sequence[str], slot_keys: SlotKeys, *, valid_until: int | None = None) -> str:
        """Give somebody an account with these roles; gives the person id.

        Raises UserError role-missing, role-unknown, shift-alone (a shift account has no other role), shift-without-end
        and those of `Admission.add_user`.
        """
        check_roles(roles, valid_until)
        return self._people().add_user(name, tuple(dict.fromkeys(roles)), slot_keys, valid_until=valid_until)

    def reissue(self, person: str, name: str, slot_keys: SlotKeys) -> Steps:
        """Give somebody who forgot their passphrase new secrets; raises as `Admission.reissue`."""
        self._people().reissue(person, name, slot_keys)
        return (yield from self._rewritten())

    def change_passphrase(self, slot_keys: SlotKeys) -> Steps:
        """Give oneself a new passphrase; `check_own` comes first. Raises as `Admission.change_passphrase`."""
        self._people().change_passphrase(self._holder.vault.keys, slot_keys)
        return (yield from self._rewritten())

    def remove(self, person: str) -> Steps:
        """Remove somebody, and accounts whose date has passed; up to 3 s per 100 MB of journal before the first pause.

        Their drafts can be read by nobody afterwards. Raises as `remove_users`; then nothing has changed.
        """
        self._holder.reopen(remove_users(self._holder.vault, frozenset({person})))
        return (yield from self._rewritten())

    def remove_ended(self) -> bool:
        """Remove accounts whose date has passed, where this user may; gives whether anybody went.

        What the disk refuses now is done at a later unlock.
        """
        gone = ended(self._holder.vault)
        if not gone or Capability.ADMIN not in self._holder.vault.certificate.capabilities:
            return False
        try:
            keys = remove_users(self._holder.vault, gone)
        except UserError:
            return False
        self._holder.reopen(keys)
        return True

    def follow(self) -> Generator[tuple[int, int], None, None]:
        """Bring backups in line that were out of reach, or that an interruption left behind; never a UserError."""
        vault = self._holder.vault
        with suppress(UserError):
            if lags_behind(vault.folder, vault.keys.vault_key, vault.people.slot_file()):
                yield from self._rewritten()

    # --- the recovery sheet ------------------------------------------------------------------------------------

    def sheet_made(self) -> str:
        """Give when the recovery sheet that counts was made (local time), empty while there is none."""
        made_ms = recovery.sheet_made_ms(self._holder.vault.connection)
        return "" if made_ms is None else local_iso(made_ms)

    def new_sheet(self) -> tuple[bytes, RecoverySheet]:
        """Draw a code and what is printed of it; it counts once `accept_sheet` was given groups of it."""
        vault, code = self._holder.vault, new_code()
        sheet = RecoverySheet(
            groups=groups_of(code),
            site=vault.card.name,
            date=local_time(self._holder.clock.now_ms()).date().isoformat(),
            practice=vault.card.practice,
        )
        return code, sheet

    @staticmethod
    def print_sheet(sheet: RecoverySheet, language: str) -> bytes:
        """Make the PDF in memory; POOL."""
        return render_recovery_sheet(sheet, language=language, fonts=resource_root() / "fonts")

    @staticmethod
    def check_group(code: bytes, index: int, typed: str) -> None:
        """Hold a typed group, by its index from 0, against the sheet. Raises UserError recovery-group-wrong(group)."""
        if not is_group(code, index, typed):
            raise UserError("recovery-group-wrong", group=index + 1)

    def accept_sheet(self, code: bytes, typed: Mapping[int, str]) -> Steps:
        """Let a sheet count once three groups of it, by index from 0, were typed back; the one before ends.

        Raises UserError recovery-group-wrong(group), not-admin, disk-full, disk-failed, folder-read-only.
        """
        if len(typed) < ASKED_GROUPS:
            raise UserError("recovery-group-wrong", group=1)
        for index, group in typed.items():
            self.check_group(code, index, group)
        vault = self._holder.vault
        recovery.let_sheet_in(vault, vault.keys.vault_key, code, self._holder.clock.now_ms())
        return (yield from self._rewritten())

    def _people(self) -> Admission:
        return self._holder.vault.people

    def _rewritten(self) -> Steps:
        """Give every backup within reach the slots and grants of now."""
        vault = self._holder.vault
        keys = vault_keys(vault.connection, vault.keys.vault_key)
        came = yield from rewrite_all(vault.folder, vault.connection, vault.people.slot_file(), keys=keys)
        return views_backup.AccessChange(
            rewritten=came.done,
            still_openable=tuple(
                views_backup.BackupRow(folder=each.folder, made=local_iso(each.made_ms)) for each in came.still_openable
            ),
        )


def check_roles(roles: Sequence[str], valid_until: int | None) -> None:
    """Raise UserError where nobody can have these roles together."""
    if not roles:
        raise UserError("role-missing")
    if not set(roles) <= set(ROLES):
        raise UserError("role-unknown")
    if Capability.SHIFT in roles:
        if len(set(roles)) > 1:
            raise UserError("shift-alone")
        if valid_until is None:
            raise UserError("shift-without-end")
